/** What the core knows of WebAssembly: the compiler of the core knows no environment. */
interface WebAssemblyNames {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

declare const WebAssembly: WebAssemblyNames | undefined;

/** Give WebAssembly, where the environment has it. */
export function webAssembly(): WebAssemblyNames | undefined {
  return typeof WebAssembly === 'undefined' ? undefined : WebAssembly;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Read bytes that are written in Base64. */
export function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=/g, '');
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let count = 0;
  let to = 0;
  for (const digit of text) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xff_ffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[to++] = bits >>> count;
  }
  return bytes;
}
