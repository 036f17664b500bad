import { decodeText, encodeText } from './standards';

/** What is known of a copy besides its bytes. */
export interface CopyFacts {
  /** As it was asked for. */
  readonly url: string;
  /** What answered in the end, after redirects: what it says of versions holds there. */
  readonly answeredBy: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** How long the server says that the answer holds, in seconds. */
  readonly maxAge: number | undefined;
  /** When the web last said that the copy is what it has, in milliseconds since 1970. */
  readonly confirmedAt: number;
  /** Of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

const SIGNATURE = 'glossary-lens copy 1';
/** Lines before the bytes: the signature, the facts, and an empty one. */
const HEAD_LINES = 9;
/** Of the head, in bytes: two addresses, two values of headers and some numbers. */
const LONGEST_HEAD = 8_192;
const LINE_FEED = 10;

/** Write a copy down: its facts, a line each, and its bytes. No fact has a line end in it. */
export function writeCopy(facts: CopyFacts, bytes: Uint8Array): Uint8Array {
  const { url, answeredBy, etag = '', lastModified = '', maxAge, confirmedAt, sha256 } = facts;
  const lines = [SIGNATURE, url, answeredBy, etag, lastModified, String(maxAge ?? ''), String(confirmedAt), sha256, ''];
  const head = encodeText(`${lines.join('\n')}\n`);
  const written = new Uint8Array(head.length + bytes.length);
  written.set(head);
  written.set(bytes, head.length);
  return written;
}

/** Read what `writeCopy` wrote; undefined where it is anything else. Whether the bytes are whole, their digest tells. */
export function readCopy(written: Uint8Array): { readonly facts: CopyFacts; readonly bytes: Uint8Array } | undefined {
  const end = headEnd(written);
  const lines = end === undefined ? [] : (decodeText(written.subarray(0, end)) ?? '').split('\n');
  const [signature, url, answeredBy, etag, lastModified, maxAge, confirmedAt, sha256, empty] = lines;
  if (signature !== SIGNATURE || empty !== '' || url === undefined || answeredBy === undefined) return undefined;
  if (confirmedAt === undefined || sha256 === undefined || !/^\d{1,16}$/.test(confirmedAt)) return undefined;
  const facts: CopyFacts = {
    url,
    answeredBy,
    etag: etag || undefined,
    lastModified: lastModified || undefined,
    maxAge: maxAge !== undefined && /^\d{1,10}$/.test(maxAge) ? Number(maxAge) : undefined,
    confirmedAt: Number(confirmedAt),
    sha256,
  };
  return { facts, bytes: written.subarray(end) };
}

/** Give where the head ends, its last line end included. */
function headEnd(written: Uint8Array): number | undefined {
  let lines = 0;
  for (let index = 0; index < Math.min(written.length, LONGEST_HEAD); index++) {
    if (written[index] === LINE_FEED && ++lines === HEAD_LINES) return index + 1;
  }
  return undefined;
}
