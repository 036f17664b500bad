import type { Host } from './host';
import { Turns } from './turns';

/** The text of a file that is open in the editor. */
export interface OpenText {
  readonly text: string;
  readonly version: number;
}

/** A file that nobody tells of is looked at again after this long, in milliseconds: nobody saves one and points sooner. */
export const LOOK_AGAIN = 100;

/** Reads a text; `last` is what its file gave before. Never throws. */
export type Parse<T> = (uri: string, text: string, last: T | undefined) => T;

/** How files of a kind are read. */
export interface FileReader<T> {
  /** Give what reads the text of a file; its code may have to be loaded first. */
  parser(file: { readonly uri: string; readonly text: string }): Promise<Parse<T>>;
  /** Say in the terms of the kind that a file is not read, for the given reason. */
  refuse(uri: string, reason: string, last: T | undefined): T;
}

/**
 * Files that are read and kept: each is read again only when it may have changed, and parsed only when its text did. What is
 * the same text gives the same value.
 */
export class KeptFiles<T> {
  readonly #host: Host;
  readonly #reader: FileReader<T>;
  readonly #turns: Turns;
  readonly #files = new Map<string, KeptFile<T>>();
  /** Why files are not read, as last logged. */
  readonly #complaints = new Map<string, string>();

  /** Make a keeper that parses in `turns`. */
  constructor(host: Host, reader: FileReader<T>, turns = new Turns(host.clock)) {
    this.#host = host;
    this.#reader = reader;
    this.#turns = turns;
  }

  /**
   * Load a file; undefined where there is none. `open` is its text in the editor, which counts, saved or not; `isTold` where
   * somebody tells of its changes: else it is looked at again.
   */
  async load(uri: string, open: OpenText | undefined, isTold: boolean): Promise<T | undefined> {
    const kept = this.#keep(uri);
    if (open !== undefined) return this.#readText(kept, `open ${open.version}`, open.text);
    if (kept.isFresh && kept.loading !== undefined) return kept.loading;
    const now = this.#host.clock.now();
    if (kept.isFresh && (isTold || now - kept.lookedAt < LOOK_AGAIN)) return kept.loaded;
    kept.isFresh = true;
    kept.lookedAt = now;
    // A reading under way may have seen the file as it was before: this one comes after it and has the last word.
    const read = () => this.#readFile(kept);
    const loading = Promise.resolve(kept.loading)
      .then(read, read)
      .finally(() => {
        if (kept.loading === loading) kept.loading = undefined;
      });
    kept.loading = loading;
    return loading;
  }

  /** List what all the files gave. */
  kept(): readonly T[] {
    return [...this.#files.values()].map(({ loaded }) => loaded).filter((loaded) => loaded !== undefined);
  }

  /** Look at a file again at the next question, or at all of them. */
  invalidate(uri?: string): void {
    if (uri !== undefined) {
      const kept = this.#files.get(uri);
      if (kept !== undefined) kept.isFresh = false;
      return;
    }
    for (const kept of this.#files.values()) kept.isFresh = false;
  }

  /** Say once why a file is not read, not at each question. */
  complain(uri: string, reason: string): void {
    if (this.#complaints.get(uri) === reason) return;
    this.#complaints.set(uri, reason);
    this.#host.log.warn(`${uri} is not read: ${reason}`);
  }

  #keep(uri: string): KeptFile<T> {
    const kept = this.#files.get(uri) ?? {
      uri,
      state: undefined,
      text: undefined,
      loaded: undefined,
      isFresh: false,
      lookedAt: 0,
      loading: undefined,
    };
    this.#files.set(uri, kept);
    return kept;
  }

  async #readFile(kept: KeptFile<T>): Promise<T | undefined> {
    const stamp = await this.#host.files.stamp(kept.uri);
    if (stamp !== undefined && kept.state === stamp) return kept.loaded;
    const read = stamp === undefined ? ({ kind: 'absent' } as const) : await this.#host.files.read(kept.uri);
    if (read.kind === 'text') return this.#readText(kept, stamp ?? '', read.text);
    kept.state = undefined;
    kept.text = undefined;
    if (read.kind === 'absent') {
      kept.loaded = undefined;
      return undefined;
    }
    this.complain(kept.uri, read.reason);
    // What cannot be read now may be read a moment later, and nobody tells of that.
    kept.isFresh = false;
    kept.loaded = this.#reader.refuse(kept.uri, read.reason, kept.loaded);
    return kept.loaded;
  }

  async #readText(kept: KeptFile<T>, state: string, text: string): Promise<T | undefined> {
    const parse = await this.#reader.parser({ uri: kept.uri, text });
    const take = () => {
      kept.state = state;
      this.#complaints.delete(kept.uri);
      if (kept.text === text && kept.loaded !== undefined) return kept.loaded;
      kept.text = text;
      kept.loaded = parse(kept.uri, text, kept.loaded);
      return kept.loaded;
    };
    return kept.text === text && kept.loaded !== undefined ? take() : this.#turns.take(take);
  }
}

/** A file that was asked for, and how far it is known. */
interface KeptFile<T> {
  readonly uri: string;
  /** The stamp or the version that `loaded` was read at. */
  state: string | undefined;
  text: string | undefined;
  loaded: T | undefined;
  /** When the last reading began. */
  lookedAt: number;
  /** Nobody has told of a change since the last reading began. */
  isFresh: boolean;
  /** The reading under way, so that questions at one time share it. */
  loading: Promise<T | undefined> | undefined;
}
