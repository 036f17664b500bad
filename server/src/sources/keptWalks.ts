import type { Clock, Files } from '../host';
import { GIT_IGNORE } from '../ignoreRules';
import { LOOK_AGAIN } from '../keptFiles';
import { relativePath } from '../workspaceFolders';
import { type FoundFiles, type WalkOptions, walkFolder } from './folderWalk';

/** A folder in which files are looked for. */
export interface WalkedFolder extends WalkOptions {
  /** The same for all who look for the same files. */
  readonly key: string;
  /** A URI without a slash at its end. */
  readonly folder: string;
}

/** A client that tells of changes may miss some, such as those of a folder above: a walk is good for so many milliseconds. */
const TOLD_AGAIN = 10_000;
/** While somebody types a source, each letter is another one: what nobody asks for is forgotten after so many milliseconds. */
export const FORGOTTEN_AFTER = 60_000;
/** Walks in the back take a twentieth of the time at most. */
const REST = 20;

/** What was found in folders, kept until somebody tells of a change. Who asks waits for the first walk alone. */
export class KeptWalks {
  readonly #files: Pick<Files, 'contents' | 'list' | 'read'>;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #walks = new Map<string, KeptWalk>();

  /** Make a keeper; `onChange` is called where a walk in the back found something else than the one before. */
  constructor(files: Pick<Files, 'contents' | 'list' | 'read'>, clock: Clock, onChange: () => void) {
    this.#files = files;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Give what a folder holds; `isTold` where the client tells of changes in it. */
  async of(wanted: WalkedFolder, isTold: boolean): Promise<FoundFiles> {
    const walk = this.#keep(wanted);
    walk.askedAt = this.#clock.now();
    // Somebody told of a change, or nothing is known yet: it is worth waiting.
    if (walk.found === undefined || walk.changes > walk.changesSeen) return this.#walk(walk);
    const rest = isTold ? TOLD_AGAIN : Math.max(LOOK_AGAIN, REST * walk.took);
    if (walk.running === undefined && this.#clock.now() - walk.endedAt >= rest) void this.#walkInBack(walk);
    return walk.found;
  }

  /** Take note that a file or a folder changed, or all of them: a walk that might have found it is done anew. */
  invalidate(uri?: string): void {
    for (const walk of this.#walks.values()) {
      const path = uri === undefined ? '' : relativePath(walk.wanted.folder, uri);
      if (path !== undefined && (path === '' || isNews(walk, path))) walk.changes++;
    }
  }

  /** List the folders that are looked into; those that nobody asked for in a while are forgotten. */
  folders(): readonly string[] {
    const since = this.#clock.now() - FORGOTTEN_AFTER;
    for (const [key, { askedAt }] of this.#walks) if (askedAt < since) this.#walks.delete(key);
    return [...this.#walks.values()].map(({ wanted }) => wanted.folder);
  }

  #keep(wanted: WalkedFolder): KeptWalk {
    const known = this.#walks.get(wanted.key);
    if (known !== undefined) return known;
    const walk = {
      wanted,
      found: undefined,
      changes: 0,
      changesSeen: 0,
      askedAt: 0,
      endedAt: 0,
      took: 0,
      running: undefined,
    };
    this.#walks.set(wanted.key, walk);
    return walk;
  }

  /** A walk under way may have passed a change by: then another one comes after it. */
  #walk(walk: KeptWalk): Promise<FoundFiles> {
    if (walk.running !== undefined && walk.running.changes === walk.changes) return walk.running.done;
    const begin = () => this.#begin(walk);
    const done = walk.running === undefined ? begin() : walk.running.done.then(begin);
    const running = { changes: walk.changes, done };
    walk.running = running;
    const finish = () => {
      if (walk.running === running) walk.running = undefined;
    };
    done.then(finish, finish);
    return done;
  }

  async #begin(walk: KeptWalk): Promise<FoundFiles> {
    const begun = this.#clock.now();
    const { changes } = walk;
    const found = await walkFolder(this.#files, walk.wanted.folder, walk.wanted);
    walk.endedAt = this.#clock.now();
    walk.took = walk.endedAt - begun;
    walk.changesSeen = changes;
    // The same list is the same value.
    walk.found = walk.found !== undefined && isSame(walk.found, found) ? walk.found : found;
    return walk.found;
  }

  async #walkInBack(walk: KeptWalk): Promise<void> {
    const before = walk.found;
    try {
      if ((await this.#walk(walk)) !== before) this.#onChange();
    } catch {
      // Whoever asks next walks again.
    }
  }
}

interface KeptWalk {
  readonly wanted: WalkedFolder;
  found: FoundFiles | undefined;
  /** How many changes were told of, and how many of these the last walk could see. */
  changes: number;
  changesSeen: number;
  /** In the milliseconds of the clock. */
  askedAt: number;
  endedAt: number;
  took: number;
  running: { readonly changes: number; readonly done: Promise<FoundFiles> } | undefined;
}

/**
 * A file that was found and changes is still the same file; what is gone says so when it is read. Folders come and go as a
 * whole, and hardly one has a dot in its name.
 */
function isNews({ wanted, found }: KeptWalk, path: string): boolean {
  if (found?.paths.includes(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return wanted.isWanted(path) || name === GIT_IGNORE || (!name.includes('.', 1) && wanted.isEntered(path));
}

function isSame(one: FoundFiles, other: FoundFiles): boolean {
  if (one.exists !== other.exists || one.bound !== other.bound || one.paths.length !== other.paths.length) return false;
  return one.paths.every((path, index) => path === other.paths[index]);
}
