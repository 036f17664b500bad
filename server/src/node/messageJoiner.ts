import { Writable } from 'node:stream';

/**
 * Passes messages on to `output`, each in one piece. The library writes the header of a message first and its body once
 * that is out: the reader would wake up for each, and the first time for nothing.
 */
export class MessageJoiner extends Writable {
  readonly #output: Writable;
  #header: Buffer | undefined;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => this.destroy(error));
    output.on('close', () => this.destroy());
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#header === undefined && chunk.indexOf('Content-Length: ') === 0) {
      this.#header = chunk;
      done();
      return;
    }
    const message = this.#header === undefined ? chunk : Buffer.concat([this.#header, chunk]);
    this.#header = undefined;
    this.#output.write(message, done);
  }
}
