import type { FileRead } from '../../server/src/host';
import type { WebPlace } from '../../server/src/sources/reference';
import type { WebFiles, WebState } from '../../server/src/sources/web/web';

/** The web as a test writes it: a copy is there as soon as `answer` gave one. */
export class FakeWeb implements WebFiles {
  /** What was followed, in order. */
  readonly followed: string[] = [];
  readonly #copies = new Map<string, { readonly text: string; readonly stamp: string }>();
  readonly #failures = new Map<string, string>();
  #answers = 0;

  answer(url: string, text: string): void {
    this.#copies.set(url, { text, stamp: `${++this.#answers}` });
    this.#failures.delete(url);
  }

  fail(url: string, failure: string): void {
    this.#failures.set(url, failure);
  }

  has(uri: string): boolean {
    return this.followed.includes(uri);
  }

  follow({ url }: WebPlace): void {
    this.followed.push(url);
  }

  stateOf(url: string): WebState | undefined {
    if (!this.has(url)) return undefined;
    return { confirmedAt: this.#copies.has(url) ? 0 : undefined, failure: this.#failures.get(url) };
  }

  async settled(): Promise<void> {}

  async read(uri: string): Promise<FileRead> {
    const text = this.#copies.get(uri)?.text;
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
  }

  async stamp(uri: string): Promise<string | undefined> {
    return this.#copies.get(uri)?.stamp;
  }
}
