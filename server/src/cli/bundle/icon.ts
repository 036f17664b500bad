/** Say what is wrong with the picture of an extension, in plain words that read after a colon; undefined where it is fit. */
export function whyNoIcon(bytes: Uint8Array): string | undefined {
  if (!PNG.every((byte, index) => bytes[index] === byte) || bytes.length < HEADER_LENGTH) return 'it is no PNG file';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(WIDTH_AT), view.getUint32(WIDTH_AT + 4)];
  if (Math.min(width, height) >= SMALLEST) return undefined;
  return `it has ${width} × ${height} pixels, and galleries ask for ${SMALLEST} × ${SMALLEST} or more`;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The header of a PNG file with the chunk that has its size. */
const HEADER_LENGTH = 33;
const WIDTH_AT = 16;
/** Pixels: what the Marketplace asks for. */
const SMALLEST = 128;
