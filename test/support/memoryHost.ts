import type { BytesRead, Clock, FileRead, Files, FolderContents, Host, Log } from '../../server/src/host';
import { copyUnits } from '../../server/src/text/source';

/** A world for the server that a test writes: nothing in it happens by itself. */
export interface MemoryHost extends Host {
  readonly files: MemoryFiles;
  readonly clock: ManualClock;
  readonly log: MemoryLog;
}

/** Make a world that holds the given files, by path or URI. */
export function createMemoryHost(files: Readonly<Record<string, string>> = {}): MemoryHost {
  const host = { files: new MemoryFiles(), clock: new ManualClock(), log: new MemoryLog(), copyUnits };
  for (const [path, text] of Object.entries(files)) host.files.write(path, text);
  return host;
}

/** Take a path on disk for its URI; a URI stands for itself. */
export function uriOf(pathOrUri: string): string {
  return pathOrUri.startsWith('/') ? `file://${pathOrUri}` : pathOrUri;
}

type Method = 'read' | 'readBytes' | 'list' | 'contents' | 'stamp';
type Fault = 'refused' | 'thrown';

/** Files that fail and wait as a test wants. */
export class MemoryFiles implements Files {
  /** What was asked, in order: `read file:///repo/glossary.yaml`. */
  readonly asked: string[] = [];
  readonly #texts = new Map<string, { readonly text: string; readonly stamp: string }>();
  readonly #bytes = new Map<string, Uint8Array>();
  #writes = 0;
  #faultyCalls: ((call: number) => Fault | undefined) | undefined;
  #calls = 0;
  #gate: Promise<void> | undefined;
  #isHeld: (asked: string) => boolean = () => true;

  /** Write a file; each writing changes its stamp. */
  write(path: string, text: string): void {
    this.#texts.set(uriOf(path), { text, stamp: `${++this.#writes}` });
  }

  writeBytes(path: string, bytes: Uint8Array): void {
    this.#bytes.set(uriOf(path), bytes);
  }

  /** Change a file and keep its stamp, as a disk with coarse times does. */
  touch(path: string): void {
    this.write(path, this.#texts.get(uriOf(path))?.text ?? '');
  }

  delete(path: string): void {
    this.#texts.delete(uriOf(path));
  }

  /** Fail the calls from now on, counted from 1, for which `fault` names a way to fail. */
  fail(fault: ((call: number) => Fault | undefined) | undefined): void {
    this.#calls = 0;
    this.#faultyCalls = fault;
  }

  /** Let calls wait until the answer is called: all, or those of which `isHeld` says so (`read file:///repo/a.md`). */
  hold(isHeld: (asked: string) => boolean = () => true): () => void {
    this.#isHeld = isHeld;
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.#gate = undefined;
      release();
    };
  }

  async read(uri: string): Promise<FileRead> {
    const text = this.#texts.get(uri)?.text;
    if (await this.#meetsFault('read', uri)) return { kind: 'refused', reason: 'EIO' };
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
  }

  async readBytes(uri: string): Promise<BytesRead> {
    const bytes = this.#bytes.get(uri);
    if (await this.#meetsFault('readBytes', uri)) return { kind: 'refused', reason: 'EIO' };
    if (bytes === undefined) return { kind: 'absent' };
    return { kind: 'bytes', bytes, text: (start, end) => new TextDecoder().decode(bytes.subarray(start, end)) };
  }

  async list(folderUri: string): Promise<readonly string[]> {
    if (await this.#meetsFault('list', folderUri)) return [];
    // As a disk does, folders among the files.
    return [...new Set(this.#below(folderUri).map((path) => path.split('/')[0] ?? ''))].map(decodeURIComponent);
  }

  async contents(folderUri: string): Promise<FolderContents | undefined> {
    if (await this.#meetsFault('contents', folderUri)) return undefined;
    const below = this.#below(folderUri);
    if (below.length === 0) return undefined;
    const files = below.filter((path) => !path.includes('/'));
    const folders = new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''));
    return { files: files.map(decodeURIComponent), folders: [...folders].map(decodeURIComponent) };
  }

  #below(folderUri: string): readonly string[] {
    const folder = folderUri.endsWith('/') ? folderUri : `${folderUri}/`;
    return [...this.#texts.keys()].filter((uri) => uri.startsWith(folder)).map((uri) => uri.slice(folder.length));
  }

  async stamp(uri: string): Promise<string | undefined> {
    const stamp = this.#texts.get(uri)?.stamp;
    return (await this.#meetsFault('stamp', uri)) ? 'unreadable' : stamp;
  }

  async #meetsFault(method: Method, uri: string): Promise<boolean> {
    this.asked.push(`${method} ${uri}`);
    const fault = this.#faultyCalls?.(++this.#calls);
    if (this.#isHeld(`${method} ${uri}`)) await this.#gate;
    if (fault === 'thrown') throw new Error(`${method} ${uri} throws`);
    return fault === 'refused';
  }
}

/** A clock that stands until it is told to go on. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #timers = new Map<object, { readonly due: number; readonly action: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = {};
    this.#timers.set(timer, { due: this.#now + milliseconds, action });
    return () => this.#timers.delete(timer);
  }

  get isWaiting(): boolean {
    return this.#timers.size > 0;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [timer, { due, action }] of [...this.#timers]) {
      if (due > this.#now) continue;
      this.#timers.delete(timer);
      action();
    }
  }
}

export class MemoryLog implements Log {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info: ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn: ${message}`);
  }

  error(message: string): void {
    this.lines.push(`error: ${message}`);
  }

  /** The warnings and errors. */
  get troubles(): readonly string[] {
    return this.lines.filter((line) => !line.startsWith('info: '));
  }
}
