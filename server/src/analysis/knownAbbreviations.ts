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
    'AD AKA AM ASAP BC BTW CEO CEST CET CFO CHF CIO CTO CV DIY DST EST ETA ETC EU EUR FAQ FWIW FYI GBP GMT HR ID',
    'IMHO IMO IOU IQ JPY LOL NASA NATO NB OK OTOH PDT PhD PM PS PST QA QR RIP RSVP SMS TBA TBC TBD TLDR UAE UFO',
    'UK UN US USA USD UTC VAT VIP WIP',
    // Companies that write their names so.
    'AMD AOL ARM ASUS BBC BMW CNN DHL EMC HP HTC IBM IKEA IONOS KPMG LG MSI NEC NTT NVIDIA NXP OVH SAP SAS SUSE',
    'TCL TSMC UPS ZTE',
    // Machines, their parts and their interfaces.
    'AC AI AR BIOS CD CPU CRT DC DVD GPS GPU HD HDD HDMI IO IoT IT LAN LCD LED ML NFC NVMe PC PCI PCIe RAM ROM',
    'SATA SCSI SD SIM SSD TV UEFI USB vCPU VGA VM VR WAN WiFi WLAN',
    // Networks.
    'AAAA ACK ARP CNAME DDoS DHCP DNS DoS FTP gRPC GRPC HTTP HTTPS ICMP IMAP IP IPv4 IPv6 ISP MAC MX NAT NIC NTP',
    'POP3 PTR REST RPC RSS SFTP SMTP SOA SOAP SOCKS SRV SSH TCP TELNET TLD TTL TXT UDP URI URL VLAN VPN WWW',
    // Trust.
    '2FA ACL AES CA CAPTCHA CVE GPG HMAC JWT LDAP MD5 MFA OTP PGP PIN PKI RSA SHA SSL SSO TLS',
    // Systems, programs and who makes them.
    'AIX API APT AWS BSD CI CLI CRUD DLL DOS DRY EC2 EMACS EOF ERP FAT GCC GCP GDB GID GNU GREP GUI HTTPD IDE iOS',
    'KDE KISS KVM LTS LXC LXD MIT MSDN NFS NGINX NTFS OEM OS PID POSIX RHEL RPM SDK SED SYSLOG TTY UI UID UNIX UX',
    'VIM XFS YUM ZFS',
    // Languages, files and their ways to write text.
    'AJAX ANSI ASCII ASP AWK BASH BASIC BMP BOM CMD COBOL CR CRLF CSS CSV DB DBMS DOC DOM DTD ELF GIF GUID GZIP',
    'HTML INI ISO JAR JDK JPEG JPG JRE JS JSON JSONL JSX JVM LF LISP LZ LZO MD MDX MIME MP3 MP4 MPEG MPG NoSQL',
    'PDF PERL PHP PNG PSV RDBMS README REGEX REPL RFC RTF SGML SQL SVG TAR TIFF TOML TS TSV TSX UTF UUID WAV',
    'WYSIWYG XHTML XML XSD XSLT XZ YAML YML ZIP',
    // Bodies, standards and licences.
    'ACM AGPL CC0 DIN ECMA EULA FSF GDPR GPL IANA ICANN IEC IEEE IETF ISC ITU LGPL MPL NIST OSI SPDX W3C WHATWG',
    'WTFPL',
    // Operators, words of databases, and those of protocols.
    'ACID EHLO GET HELO NAND XOR',
    // Work on software.
    'CVS GA GIT LGTM MVP NPM OOP PR QPS RC SLA SVN TDD VCS',
    // Signals, and results of functions, that people name without their prefix.
    'HUP INF INT NAN STDERR STDIN STDOUT TERM USR',
  ]
    .join(' ')
    .split(' '),
);
