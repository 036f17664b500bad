/** The longest message that a client may send, in bytes: a document of 20 million characters fits, escaped. */
export const LONGEST_MESSAGE = 128_000_000;
/** The longest header of a message, in bytes; real ones have 30. */
export const LONGEST_HEADER = 4096;

/**
 * Looks at what a client sends before it is read, and throws at a frame that cannot be followed. Without this a wrong
 * length would leave a server that lives and hears nothing: the client waits for ever instead of starting another.
 */
export class FrameGuard {
  /** What has come of a header so far. */
  #header: Buffer = NOTHING;
  /** How many bytes of the current message's body are still to come. */
  #missing = 0;

  /** Follow the frames in a chunk on from the chunk before. */
  check(chunk: Buffer): void {
    const fault = this.#follow(chunk);
    if (fault !== undefined) throw new Error(`The client sent a message that cannot be read: ${fault}`);
  }

  #follow(chunk: Buffer): string | undefined {
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#missing > 0) {
        const taken = Math.min(this.#missing, chunk.length - offset);
        this.#missing -= taken;
        offset += taken;
        continue;
      }
      const before = this.#header.length;
      const usual = before === 0 ? usualFrame(chunk, offset) : undefined;
      if (usual !== undefined && usual.length <= LONGEST_MESSAGE) {
        this.#missing = usual.length;
        offset = usual.bodyStart;
        continue;
      }
      const next = chunk.subarray(offset, offset + LONGEST_HEADER);
      const header = before === 0 ? next : Buffer.concat([this.#header, next]);
      const end = header.indexOf('\r\n\r\n');
      if (end > LONGEST_HEADER || (end < 0 && header.length >= LONGEST_HEADER + 4)) {
        return `its header has more than ${LONGEST_HEADER} bytes`;
      }
      if (end < 0) {
        this.#header = header;
        offset += header.length - before;
        continue;
      }
      const length = lengthIn(header.toString('latin1', 0, end));
      if (length === undefined) return 'its header names no length';
      if (Number(length) > LONGEST_MESSAGE) return `${length} bytes, and the limit is ${LONGEST_MESSAGE}`;
      this.#missing = Number(length);
      this.#header = NOTHING;
      offset += end + 4 - before;
    }
    return undefined;
  }
}

const NOTHING = Buffer.alloc(0);

const USUAL_START = Buffer.from('Content-Length: ');

/** Read the header that nearly every message has, byte by byte: it comes with each hover. */
function usualFrame(
  chunk: Buffer,
  offset: number,
): { readonly length: number; readonly bodyStart: number } | undefined {
  let index = offset;
  for (const byte of USUAL_START) {
    if (chunk[index++] !== byte) return undefined;
  }
  const digits = index;
  let length = 0;
  for (let byte = chunk[index]; byte !== undefined && byte >= ZERO && byte <= NINE; byte = chunk[++index]) {
    length = length * 10 + byte - ZERO;
  }
  if (index === digits || index > digits + MOST_DIGITS) return undefined;
  const isEnd = chunk[index] === 13 && chunk[index + 1] === 10 && chunk[index + 2] === 13 && chunk[index + 3] === 10;
  return isEnd ? { length, bodyStart: index + 4 } : undefined;
}

const ZERO = 48;
const NINE = 57;
const MOST_DIGITS = 10;

/** Every line of a header is a name, a colon and a value: where one is not, the reader behind this guard would give up. */
function lengthIn(header: string): string | undefined {
  const lengths: string[] = [];
  for (const line of header.split('\r\n')) {
    if (!line.includes(':')) return undefined;
    const length = /^content-length:[ \t]*(\d{1,10})[ \t]*$/i.exec(line)?.[1];
    if (length !== undefined) lengths.push(length);
    else if (/^content-length[ \t]*:/i.test(line)) return undefined;
  }
  return lengths.length === 1 ? lengths[0] : undefined;
}
