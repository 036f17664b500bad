import { parseUrl } from './standards';

/** An address that may be asked, as far as its own text tells. */
export interface WebAddress {
  /** Normalised, without a fragment. */
  readonly url: string;
  /** As people allow it: `glossary.acme.com`, with the port where it is not the usual one. */
  readonly host: string;
  /** The host without the port. */
  readonly hostname: string;
  /** As people and logs see it: without what stands behind `?`, which may be a secret. */
  readonly shown: string;
}

export type ReadWebAddress = { readonly kind: 'address'; readonly address: WebAddress } | RefusedAddress;

/** `reason` reads after a colon. */
export interface RefusedAddress {
  readonly kind: 'refused';
  readonly reason: string;
}

/** No server takes much more, and nobody can read it. */
export const LONGEST_URL = 2_048;

/** Read an address, relative to `base` where it is given. Whatever is written, it is one with `https:` or a reason. */
export function readWebAddress(text: string, base?: string): ReadWebAddress {
  if (text.length > LONGEST_URL) return refused(`the address is longer than ${LONGEST_URL} characters`);
  const url = parseUrl(text, base);
  if (url === undefined) return refused('that is no address; write it with https:// at its start');
  if (url.protocol !== 'https:')
    return refused(`only addresses with https: are asked, and this one has ${url.protocol}`);
  if (url.username !== '' || url.password !== '') {
    return refused('the address has a user name or a password in it; set an access token for the host instead');
  }
  url.hash = '';
  if (url.href.length > LONGEST_URL) return refused(`the address is longer than ${LONGEST_URL} characters`);
  const host = withoutLastDot(url.host);
  const shown = `https://${host}${url.pathname}${url.search === '' ? '' : '?…'}`;
  return { kind: 'address', address: { url: url.href, host, hostname: withoutLastDot(url.hostname), shown } };
}

/** Normalise a host as people write it; undefined where it is something else than a host, with a port at most. */
export function readHost(text: string): string | undefined {
  const url = text.length > LONGEST_URL ? undefined : parseUrl(`https://${text.trim()}`);
  if (url === undefined || url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined;
  return url.username === '' && url.password === '' ? withoutLastDot(url.host) : undefined;
}

function refused(reason: string): RefusedAddress {
  return { kind: 'refused', reason };
}

/** `acme.com.` is `acme.com`, with nothing before it looked for. */
function withoutLastDot(host: string): string {
  return host.replace(/\.(?=:\d+$|$)/, '');
}
