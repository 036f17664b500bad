import { URI, Utils } from 'vscode-uri';
import type { Clock } from './host';
import { LOOK_AGAIN } from './keptFiles';

/** What was found for the documents of each folder, kept until somebody tells of a change. */
export class KeptSearches<T> {
  readonly #clock: Clock;
  readonly #found = new Map<string, KeptSearch<T>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Give what was found for a document's folder, or find it. */
  of(documentUri: string, isWatched: (uri: string) => boolean, find: () => Promise<T>): Promise<T> {
    const folder = Utils.dirname(URI.parse(documentUri)).toString();
    const now = this.#clock.now();
    const known = this.#found.get(folder);
    if (known !== undefined && (isWatched(folder) || now - known.lookedAt < LOOK_AGAIN)) return known.found;
    const found = find();
    this.#found.set(folder, { found, lookedAt: now });
    return found;
  }

  /** Find everything anew. */
  forget(): void {
    this.#found.clear();
  }
}

interface KeptSearch<T> {
  readonly found: Promise<T>;
  readonly lookedAt: number;
}
