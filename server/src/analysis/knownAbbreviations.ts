/**
 * Tell whether everybody who reads technical documents knows an abbreviation, in the singular: it is better known than what it
 * stands for. Digits at its end count for nothing: `SHA1`, `HTTP2`.
 */
export function isKnownAbbreviation(abbreviation: string): boolean {
  return KNOWN.has(abbreviation) || KNOWN.has(abbreviation.replace(/[0-9]{1,2}$/u, ''));
}

const KNOWN: ReadonlySet<string> = new Set(
  [
    // Everyday words, countries, money and time.
    'AM PM AD BC AKA ASAP BTW CEO CTO CFO CIO CV DIY ETA ETC FAQ FYI FWIW HR ID IMHO IMO IOU IQ LOL NB OK OTOH PhD PS QA RIP RSVP TBA TBC TBD',
    'TLDR QR SMS VAT VIP WIP UFO US USA UK EU UN UAE NATO NASA USD EUR GBP CHF JPY GMT UTC CET EST PST PDT CEST DST',
    // Companies that write their names so.
    'AMD AOL ARM ASUS BBC BMW CNN DHL EMC HP HTC IBM IKEA IONOS KPMG LG MSI NEC NTT NVIDIA NXP OVH SAP SAS SUSE TCL TSMC UPS ZTE',
    // Machines, their parts and their interfaces.
    'AC DC BIOS UEFI CD CPU CRT DVD GPU HD HDD HDMI IO LCD LED PC PCI RAM ROM SATA SCSI SD SIM SSD TV USB VGA VM vCPU',
    'x86 NVMe PCIe WiFi LAN WAN WLAN GPS NFC IoT AI ML IT 3D 2D AR VR',
    // Networks.
    'ACK ARP DDoS DHCP DNS DoS FTP HTTP HTTPS HTTPs ICMP IMAP IP IPs IPv4 IPv6 ISP MAC NAT NIC NTP POP3 SFTP SMTP SOCKS SSH TCP TELNET TLD TTL UDP URI',
    'URL VLAN VPN WWW REST SOAP RPC gRPC GRPC RSS',
    'AAAA CNAME MX PTR SOA SRV TXT',
    // Trust.
    'ACL AES CA CAPTCHA CVE GPG HMAC JWT LDAP MD5 MFA OTP PGP PIN PKI RSA SHA SSL SSO TLS 2FA',
    // Systems, programs and who makes them.
    'AWS AIX API APT BSD CI CLI DLL DOS EC2 EOF ERP GCC GCP GDB GNU GUI IDE iOS KDE KVM LTS MIT MSDN NTFS NFS OS OEM PID POSIX RHEL RPM SDK',
    'TTY UI UID GID UNIX UX YUM KISS DRY CRUD GREP SED EMACS VIM NGINX HTTPD LXC LXD SYSLOG XFS ZFS FAT',
    // Languages, files and their ways to write text.
    'AJAX ANSI ASCII ASP AWK BASIC BMP BOM COBOL CSS CSV DOC DOM DTD ELF GIF GZIP HTML INI ISO JAR JPEG JPG JS JSON JSONL JSX JVM JDK JRE LISP LF CR CRLF',
    'MD MDX MIME LZ LZO MP3 MP4 MPEG MPG PDF PERL PHP PNG PSV RFC RTF SGML SQL SVG TAR TIFF TOML TS TSV TSX TXT UTF UUID GUID WAV WYSIWYG XHTML XML XZ XSD XSLT YAML YML ZIP',
    'BASH CMD DB DBMS RDBMS NoSQL README CHANGELOG REGEX REPL',
    // Bodies, standards and licences.
    'ACM AGPL BSD CC0 DIN ECMA EULA FSF GDPR GPL IANA ICANN IEC IEEE IETF ISC ITU LGPL MPL NIST OSI SPDX W3C WHATWG WTFPL',
    // Operators, words of databases, and those of protocols.
    'AND OR NOT NAND NOR XOR EHLO HELO GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT SELECT INSERT UPDATE WHERE ACID',
    // Work on software.
    'GA MVP OOP PR QPS RC SLA TDD VCS SVN CVS GIT LGTM WONTFIX NPM',
    // Signals, and results of functions, that people name without their prefix.
    'HUP INT KILL QUIT TERM USR STDIN STDOUT STDERR NAN INF',
  ]
    .join(' ')
    .split(' '),
);
