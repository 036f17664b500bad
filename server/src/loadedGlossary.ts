import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ConceptPlaces,
  GlossaryPart,
  GlossaryProblem,
  Import,
  LeftOut,
  RelatedName,
  TakenColumn,
} from './formats/format';
import type { LineMap } from './lsp';
import type { Glossary } from './terminology/glossary';

/** A glossary as it was last read. Immutable: another reading makes a new value, the same content does not. */
export interface LoadedGlossary {
  readonly uri: string;
  /** The last state that could be read, as far as it applies; undefined where there never was one. */
  readonly glossary: Glossary | undefined;
  /** The text that says what `glossary` has; undefined where that is of an earlier text, of a pack, or of several files. */
  readonly text: string | undefined;
  /** Where the concepts stand in `text`; undefined where its format does not tell. */
  readonly places: ConceptPlaces | undefined;
  readonly problems: readonly GlossaryProblem[];
  readonly relatedNames: readonly RelatedName[];
  /** The lines of the text that the problems are in. */
  readonly lines: LineMap;
  /** Why the file is not read at all, in plain words. */
  readonly failure?: string;
  readonly isShipped: boolean;
  /** The files that it was read from, where those are others than this value: what is wrong is wrong in them. See `filesOf`. */
  readonly files?: readonly LoadedGlossary[];
  /** The id of the format that it was read in. */
  readonly format?: string;
  /** In which way it was read, where something was said of it: the same file in two ways is two glossaries. */
  readonly way?: string;
  readonly imports?: readonly Import[];
  readonly parts?: readonly GlossaryPart[];
  readonly leftOut?: readonly LeftOut[];
  readonly columns?: readonly TakenColumn[];
  /** There is nothing at `uri`, or nothing yet: that is told where it is named. */
  readonly isMissing?: true;
  /** Somebody switched it off: it is only told of. */
  readonly isOff?: true;
}

/** List the readings of the files of a glossary: the places of problems are in their texts. */
export function filesOf(loaded: LoadedGlossary): readonly LoadedGlossary[] {
  return loaded.files ?? [loaded];
}

/** Say that a glossary is not read, for the given reason; `last` is what it gave before. */
export function refuseGlossary(uri: string, reason: string, last: LoadedGlossary | undefined): LoadedGlossary {
  return { ...emptyReading(uri), glossary: last?.glossary, failure: reason };
}

/** Say that there is nothing at a place, or nothing yet. */
export function missingGlossary(uri: string, reason: string): LoadedGlossary {
  return { ...emptyReading(uri), failure: reason, isMissing: true };
}

/** Give what a text without anything in it gives. */
export function emptyReading(uri: string): LoadedGlossary {
  return {
    uri,
    glossary: undefined,
    text: undefined,
    places: undefined,
    problems: [],
    relatedNames: [],
    lines: TextDocument.create(uri, '', 0, ''),
    isShipped: false,
  };
}
