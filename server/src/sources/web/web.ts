import type { Files } from '../../host';
import type { WebPlace } from '../reference';

/** Glossaries on the web, read as if they were files under their addresses: what is read is the last good copy. */
export interface WebFiles extends Pick<Files, 'read' | 'stamp'> {
  /** Tell whether an address is that of a glossary that was named, and not of a file that an editor has under one. */
  has(uri: string): boolean;
  /**
   * Keep a copy of what is at an address, and ask for a newer one where that is due. Does not wait. `namedBy` is the URI of what
   * names it: each says for itself how it is pinned, and a copy serves only where all agree to it.
   */
  follow(place: WebPlace, namedBy?: string): void;
  /** Say how a copy is doing; undefined for an address that nobody follows. */
  stateOf(url: string): WebState | undefined;
  /** Settles when nothing is being asked for any more. */
  settled(): Promise<void>;
}

/** How the copy of a glossary on the web is doing. */
export interface WebState {
  /** When the web last said that the copy is what it has, in milliseconds since 1970; undefined where there is no copy. */
  readonly confirmedAt: number | undefined;
  /** Why the last attempt failed, in plain words that read after a colon. */
  readonly failure: string | undefined;
}
