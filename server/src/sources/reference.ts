import type { Span } from '../text/span';

/**
 * A glossary that somebody names: in `glossaries:` of a configuration, or in the setting `glossaryLens.glossaries`. Plain
 * data, immutable; docs/sources.md has what each means.
 */
export interface GlossaryReference {
  readonly place: SourcePlace;
  /** What to call the glossary, whatever it calls itself. */
  readonly name?: string;
  /** The id of the format to read it in; it is found out where none is named. */
  readonly as?: string;
  /** Globs for the paths of the documents that it applies to, relative to the folder of the configuration; all where none is given. */
  readonly when?: readonly string[];
  /** BCP 47, canonical. */
  readonly language?: string;
  /** The URI of the configuration that names it; undefined in settings. */
  readonly namedBy?: string;
  /** Which field each column of a table stands for. */
  readonly columns?: ReadonlyMap<string, string>;
}

/**
 * A reference as somebody wrote it, with what it says checked by itself: where its source leads hangs on the folder that it is
 * read from.
 */
export interface WrittenReference extends Omit<GlossaryReference, 'place'> {
  readonly source: string;
  readonly sha256?: string;
  readonly maxAge?: number;
}

/** Where a glossary is kept. */
export type SourcePlace = FilePlace | PackagePlace | WebPlace;

/** A file, or a folder with files of one glossary, or a glob for several files. */
export interface FilePlace {
  readonly kind: 'file';
  /** A URI, in which `*`, `?`, `[`, `{` and `**` of a glob are as they were written. */
  readonly uri: string;
  readonly isGlob: boolean;
}

/** A package of npm, found as Node finds it from the folder of what names it. */
export interface PackagePlace {
  readonly kind: 'npm';
  /** `@acme/glossary`. */
  readonly package: string;
  /** The URI of the folder to look from. */
  readonly from: string;
}

/** An address on the web. */
export interface WebPlace {
  readonly kind: 'https';
  /** Normalised, with the scheme `https:`, without a user, a password or a fragment. */
  readonly url: string;
  /** The SHA-256 of its bytes in hexadecimal digits, where it is pinned. */
  readonly sha256?: string;
  /** What else it is pinned to by what names it, where that names it several times. */
  readonly alsoPinned?: readonly string[];
  /** How long a copy is taken for the current one, in seconds. */
  readonly maxAge?: number;
}

/** A reference and the span in which a configuration names it; undefined in settings. */
export interface LocatedReference {
  readonly reference: GlossaryReference;
  readonly span: Span | undefined;
}

/** A glossary that another extension of the editor brings. */
export interface ExtensionGlossary {
  /** Of a file inside the extension. */
  readonly uri: string;
  /** What to call it; what it calls itself where that is undefined. */
  readonly name?: string;
  /** The id of the extension: `acme.acme-glossary`. */
  readonly extension: string;
}
