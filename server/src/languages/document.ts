import { isSameList } from '../text/sameList';
import type { Source, SourceReader } from '../text/source';
import { DOCUMENT_START, type Language, type Names, type Section } from './language';
import { type PackedRegions, type Region, unpackRegions } from './regions';

/** A document as its language scanned it. Immutable: an edit makes another, which shares the sections that it left alone. */
export interface ParsedDocument {
  readonly language: Language;
  readonly text: string;
  /** In order, without gaps; none in an empty document. */
  readonly sections: readonly Section[];
  /** Where each section starts, in UTF-16 units. */
  readonly starts: readonly number[];
  /** What the sections define for the whole document. */
  readonly defined: Names;
}

/** What an edit did: the text from `start` to `oldEnd` became that from `start` to `newEnd`; UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Scan a document. Linear in the length of the text. */
export function parseDocument(text: string, language: Language, reader: SourceReader): ParsedDocument {
  const sections: Section[] = [];
  language.scan(reader.read(text), 0, DOCUMENT_START, (section) => {
    sections.push(section);
    return true;
  });
  return assemble(text, language, sections);
}

/**
 * Scan a document again after an edit, which left `text`: from the first section that looked at what changed up to the first
 * old one that follows as before. Costs what these are long, not what the document is long.
 */
export function updateDocument(
  parsed: ParsedDocument,
  text: string,
  change: Change,
  reader: SourceReader,
): ParsedDocument {
  const { sections, starts, language } = parsed;
  const first = firstAffected(parsed, change);
  const from = starts[first] ?? 0;
  const shift = change.newEnd - change.oldEnd;
  for (let length = change.newEnd - from + FIRST_WINDOW; ; length *= WINDOW_GROWTH) {
    const end = Math.min(text.length, from + length);
    const found = rescan(parsed, reader.read(text.slice(from, end)), {
      from,
      first,
      shift,
      change,
      isRest: end === text.length,
    });
    if (found === undefined) continue;
    const { fresh, next } = found;
    const changed = [...sections.slice(0, first), ...fresh, ...sections.slice(next)];
    const isSame = isSameList(namesIn(fresh), namesIn(sections.slice(first, next)));
    return assemble(text, language, changed, isSame ? parsed.defined : undefined);
  }
}

/** Find the regions of a whole text, one after the other. */
export function regionsOf(text: string, language: Language, reader: SourceReader): readonly Region[] {
  const { sections, starts, defined } = parseDocument(text, language, reader);
  const source = reader.read(text);
  return sections.flatMap((section, index) => {
    const start = starts[index] ?? 0;
    return unpackRegions(section.regions(source, start, defined), start);
  });
}

/** Find the regions of one section; `asked` tells whether they hang on what the document defines. */
export function sectionRegions(
  section: Section,
  source: Source,
  start: number,
  defined: Names,
): { readonly regions: PackedRegions; readonly asked: boolean } {
  let asked = false;
  const has = (name: string) => {
    asked = true;
    return defined.has(name);
  };
  return { regions: section.regions(source, start, { has }), asked };
}

/** Find the section that holds an offset: the last that starts at or before it; -1 in an empty document. */
export function sectionAt({ starts }: ParsedDocument, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Units scanned behind an edit at first: a section, with what it may look at behind its end. */
const FIRST_WINDOW = 8192;
const WINDOW_GROWTH = 8;

/** Sections may look far ahead, so all of them in front of the change are asked; there are few for each screenful. */
function firstAffected({ sections, starts }: ParsedDocument, { start }: Change): number {
  for (let index = 0; index < sections.length; index++) {
    if ((starts[index] ?? 0) + (sections[index]?.reach ?? 0) >= start) return index;
  }
  return Math.max(0, sections.length - 1);
}

interface Rescan {
  readonly from: number;
  readonly first: number;
  readonly shift: number;
  readonly change: Change;
  /** The window holds the text to its end. */
  readonly isRest: boolean;
}

/** Scan a window; undefined where it was too short to tell. */
function rescan(
  { sections, starts, language }: ParsedDocument,
  source: Source,
  { from, first, shift, change, isRest }: Rescan,
): { readonly fresh: readonly Section[]; readonly next: number } | undefined {
  const fresh: Section[] = [];
  let isWhole = isRest;
  let next = sections.length;
  let candidate = first;
  let at = 0;
  language.scan(source, 0, sections[first]?.state ?? DOCUMENT_START, (section) => {
    if (!isRest && at + section.reach >= source.length) return false;
    // An old section that starts here, in the same state and behind the change, follows as before.
    const start = from + at - shift;
    while (candidate < sections.length && (starts[candidate] ?? 0) < start) candidate++;
    const isKept = starts[candidate] === start && sections[candidate]?.state === section.state;
    if (fresh.length > 0 && start >= change.oldEnd && isKept) {
      isWhole = true;
      next = candidate;
      return false;
    }
    fresh.push(section);
    at += section.length;
    return true;
  });
  return isWhole ? { fresh, next } : undefined;
}

function assemble(text: string, language: Language, sections: readonly Section[], defined?: Names): ParsedDocument {
  const starts: number[] = [];
  let start = 0;
  for (const { length } of sections) {
    starts.push(start);
    start += length;
  }
  return { language, text, sections, starts, defined: defined ?? new Set(namesIn(sections)) };
}

function namesIn(sections: readonly Section[]): readonly string[] {
  const names: string[] = [];
  for (const { defines } of sections) for (const name of defines) names.push(name);
  return names;
}
