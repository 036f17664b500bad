/**
 * Parts in one file, each at a multiple of 8 bytes, behind a header that names them: typed arrays are looked at where they
 * lie. Numbers are little-endian, as they are in every machine that editors run on.
 */
import type { Part, Parts } from '../../terminology/parts';

/** The bytes of a file, and the UTF-8 text between two of them. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  text(start: number, end: number): string;
}

/** The first bytes of each pack; the number is the version. */
const MAGIC = 'GLPACK01';
/** Behind the first bytes and the length of the header. */
const HEADER_START = 16;

/** Write parts into one file; `encode` gives the UTF-8 of a text. */
export function writeParts(parts: Parts, encode: (text: string) => Uint8Array): Uint8Array {
  const contents = [...parts].map(([name, part]) => ({ name, kind: kindOf(part), bytes: bytesOf(part, encode) }));
  let length = 0;
  const places = contents.map(({ name, kind, bytes }): Place => {
    const start = length;
    length = aligned(start + bytes.length);
    return [name, kind, start, bytes.length];
  });
  const header = encode(JSON.stringify(places));
  const start = aligned(HEADER_START + header.length);
  const file = new Uint8Array(start + length);
  file.set(encode(MAGIC));
  new DataView(file.buffer).setUint32(MAGIC.length, header.length, true);
  file.set(header, HEADER_START);
  for (const [index, { bytes }] of contents.entries()) file.set(bytes, start + (places[index]?.[2] ?? 0));
  return file;
}

/** Read what `writeParts` wrote; throws where it is anything else. */
export function readParts(file: FileBytes): Parts {
  const { bytes } = file;
  if (bytes.length < HEADER_START || file.text(0, MAGIC.length) !== MAGIC) {
    throw new Error('it is no pack of this version');
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const start = aligned(HEADER_START + headerLength);
  const places: readonly Place[] = JSON.parse(file.text(HEADER_START, HEADER_START + headerLength));
  return new Map(places.map(([name, kind, offset, length]) => [name, partAt(file, kind, start + offset, length)]));
}

/** Where a part lies: its name, what it is, the first byte behind the header and the number of bytes. */
type Place = readonly [name: string, kind: Kind, start: number, length: number];

type View = Exclude<Part, string>;
type Kind = 'Int32Array' | 'Uint32Array' | 'Uint16Array' | 'Uint8Array' | 'text';

/** How to look at `length` bytes from `start` on as numbers. */
const views: Readonly<Record<Exclude<Kind, 'text'>, (buffer: ArrayBufferLike, start: number, length: number) => View>> =
  {
    Int32Array: (buffer, start, length) => new Int32Array(buffer, start, length / 4),
    Uint32Array: (buffer, start, length) => new Uint32Array(buffer, start, length / 4),
    Uint16Array: (buffer, start, length) => new Uint16Array(buffer, start, length / 2),
    Uint8Array: (buffer, start, length) => new Uint8Array(buffer, start, length),
  };
/** The widest number among them, in bytes: an array of such begins at a multiple of it. */
const WIDEST = 4;

function kindOf(part: Part): Kind {
  if (typeof part === 'string') return 'text';
  if (part instanceof Int32Array) return 'Int32Array';
  if (part instanceof Uint32Array) return 'Uint32Array';
  return part instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array';
}

function bytesOf(part: Part, encode: (text: string) => Uint8Array): Uint8Array {
  return typeof part === 'string' ? encode(part) : new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

function partAt(file: FileBytes, kind: Kind, start: number, length: number): Part {
  const { bytes } = file;
  if (start + length > bytes.length) throw new Error('the pack is cut off');
  if (kind === 'text') return file.text(start, start + length);
  const offset = bytes.byteOffset + start;
  if (kind === 'Uint8Array' || offset % WIDEST === 0) return views[kind](bytes.buffer, offset, length);
  return views[kind](new Uint8Array(bytes.subarray(start, start + length)).buffer, 0, length);
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
