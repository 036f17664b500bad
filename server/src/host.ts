import type { CopyUnits } from './text/source';

/** The ports to the outside: all that the server sees of the world goes through them, and tests put faults in here. */
export interface Host {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** The fastest way that this environment knows. */
  readonly copyUnits: CopyUnits;
}

/** Files and folders, named by URI. No method throws: what cannot be read is an answer, too. */
export interface Files {
  /** Read a regular file as UTF-8 text, a byte order mark left out. */
  read(uri: string): Promise<FileRead>;
  /** Read a regular file as it is. */
  readBytes(uri: string): Promise<BytesRead>;
  /** List the names of the files in a folder, in no order; empty where there is no such folder. */
  list(folderUri: string): Promise<readonly string[]>;
  /** Tell a file's state in a word that changes whenever its content may have; undefined where there is no file. */
  stamp(uri: string): Promise<string | undefined>;
}

export type FileRead = { readonly kind: 'text'; readonly text: string } | Unread;

/** The bytes of a file, and the UTF-8 text between two of them. */
export type BytesRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; text(start: number, end: number): string }
  | Unread;

export type Unread =
  /** There is no such file. */
  | { readonly kind: 'absent' }
  /** There is something, and `reason` says in plain words why it is not read. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Run `action` once, `milliseconds` from now; the answer calls that off. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Where the server says what it does, for people who look for the cause of something. Never holds text of documents. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
