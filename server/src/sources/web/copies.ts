import type { FileRead } from '../../host';
import type { WebPlace } from '../reference';
import { WebCopy, type WebPorts } from './copy';
import type { WebFiles, WebState } from './web';

/** The copies of all glossaries on the web that somebody names: one for each address, whoever names it. */
export class WebCopies implements WebFiles {
  readonly #ports: WebPorts;
  readonly #copies = new Map<string, WebCopy>();

  constructor(ports: WebPorts) {
    this.#ports = ports;
  }

  has(uri: string): boolean {
    return this.#copies.has(uri);
  }

  follow(place: WebPlace, namedBy = ''): void {
    const copy = this.#copies.get(place.url) ?? new WebCopy(place.url, this.#ports);
    this.#copies.set(place.url, copy);
    copy.follow(place, namedBy);
  }

  async read(uri: string): Promise<FileRead> {
    return (await this.#copies.get(uri)?.read()) ?? { kind: 'absent' };
  }

  async stamp(uri: string): Promise<string | undefined> {
    return this.#copies.get(uri)?.stamp();
  }

  stateOf(url: string): WebState | undefined {
    return this.#copies.get(url)?.state;
  }

  async settled(): Promise<void> {
    for (;;) {
      const pending = [...this.#copies.values()].flatMap((copy) => copy.pending ?? []);
      if (pending.length === 0) return;
      await Promise.all(pending);
    }
  }

  /** Ask again for what could not be fetched, at the next occasion: something has changed that it may hang on. */
  forgetFailures(): void {
    this.#ports.access.reconsider();
    for (const copy of this.#copies.values()) copy.forgetFailures();
  }

  /** Ask again for everything, at the next occasion. */
  askAgain(): void {
    this.#ports.access.reconsider();
    for (const copy of this.#copies.values()) copy.askAgain();
  }
}
