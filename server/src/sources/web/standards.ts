/** What the core knows of the standards that every environment has: the compiler of the core knows none. */
interface ParsedUrl {
  readonly href: string;
  readonly protocol: string;
  /** With the port where it is not the usual one. */
  readonly host: string;
  /** In lower case, as ASCII; an address of IPv6 in brackets. */
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly username: string;
  readonly password: string;
  hash: string;
}

declare const URL: new (url: string, base?: string) => ParsedUrl;
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Read a URL as browsers do, relative to `base` where it is given; undefined where it is none. */
export function parseUrl(text: string, base?: string): ParsedUrl | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Read UTF-8, a byte order mark left out; undefined where the bytes are anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Write UTF-8. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
