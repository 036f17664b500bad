import type { CopyUnits } from './text/source';

/** The ports to the outside: all that the server sees of the world goes through them, and tests put faults in here. */
export interface Host {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Undefined where nothing is asked of the web. */
  readonly network?: Network;
  /** What outlives the server; undefined where nothing does. */
  readonly storage?: Storage;
  /** Give the SHA-256 of bytes in hexadecimal digits; there wherever `network` is. */
  readonly digest?: Digest;
  /** What the environment says of the web, beside what the client does. */
  readonly webDefaults?: WebDefaults;
  /** The fastest way that this environment knows. */
  readonly copyUnits: CopyUnits;
}

/** Files and folders, named by URI. No method throws: what cannot be read is an answer, too. */
export interface Files {
  /** Read a regular file as UTF-8 text, or as UTF-16 where a byte order mark says so; the mark is left out. */
  read(uri: string): Promise<FileRead>;
  /** Read a regular file as it is. */
  readBytes(uri: string): Promise<BytesRead>;
  /** List the names of the files in a folder, in no order; empty where there is no such folder. */
  list(folderUri: string): Promise<readonly string[]>;
  /**
   * List what lies in a folder, files and folders apart; links to folders are left out, so that no walk goes in circles.
   * Undefined where there is no such folder. Where the method is missing, folders are not walked.
   */
  contents?(folderUri: string): Promise<FolderContents | undefined>;
  /** Tell a file's state in a word that changes whenever its content may have; undefined where there is no file. */
  stamp(uri: string): Promise<string | undefined>;
}

/** The names of what lies in a folder, in no order. */
export interface FolderContents {
  readonly files: readonly string[];
  readonly folders: readonly string[];
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

/** The web, over `https:` alone. Whoever asks has made sure that it may. */
export interface Network {
  /** Ask for what is at an address, one hop: a redirect is an answer. Bounded in time and size, never throws. */
  get(request: WebRequest): Promise<WebAnswer>;
}

export interface WebRequest {
  /** With the scheme `https:`. */
  readonly url: string;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
  /** Bytes of the body, decoded. */
  readonly mostBytes: number;
}

export type WebAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** By names in lower case. */
      readonly headers: ReadonlyMap<string, string>;
      readonly body: Uint8Array;
      /** What answered in the end, where the network follows redirects by itself, as a browser does. */
      readonly url?: string;
    }
  /** No answer, or one that breaks a bound; `reason` says in plain words why. */
  | { readonly kind: 'failed'; readonly reason: string };

export type Digest = (bytes: Uint8Array) => Promise<string>;

/** What a person says of the web to all programs that they start, out of reach of a workspace. */
export interface WebDefaults {
  /** Hosts that glossaries may be fetched from. */
  readonly allowedHosts: readonly string[];
  /** Give the access token of a host. */
  token(host: string): string | undefined;
}

/** A place for bytes that are kept from one run to the next, by keys of letters, digits, `.` and `-`. Never throws. */
export interface Storage {
  /** Undefined where nothing is kept under the key. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Keep bytes whole or not at all; what cannot be kept is lost in silence: it is asked for again. */
  write(key: string, bytes: Uint8Array): Promise<void>;
}

export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Run `action` once, `milliseconds` from now; the answer calls that off. */
  after(milliseconds: number, action: () => void): () => void;
  /** Let what has come in meanwhile have its turn; where the method is missing, nothing comes in. */
  rest?(): Promise<void>;
}

/** Where the server says what it does, for people who look for the cause of something. Never holds text of documents. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
