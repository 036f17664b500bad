import { type Change, type ParsedDocument, sectionRegions, updateDocument } from '../../languages/document';
import { unpackRegions } from '../../languages/regions';
import type { SourceReader } from '../../text/source';
import { type Edit, findingOf } from '../finding';
import { edited } from '../fixing';
import { applySuppressions, unusedSuppression } from './applySuppressions';
import { lineOf, type Suppression, suppressionsIn } from './directives';
import { fileComments, lineComments } from './ignorePlaces';
import { linesOf } from './lines';

/** A check to switch off, and the place where it finds something. */
export interface IgnoreRequest {
  readonly document: ParsedDocument;
  readonly reader: SourceReader;
  /** The name of the check. */
  readonly check: string;
  /** Where it finds something. */
  readonly offset: number;
}

/**
 * Give the edits that switch a check off where it finds something, in the narrowest way that leaves all texts of the document
 * as they are: as one more name of a comment that is there, in a comment above the line, at its end, or around a block of
 * text. Undefined where no comment may stand. Each way is tried out, so this is for one finding at a time.
 */
export function ignoreOnLine(request: IgnoreRequest): readonly Edit[] | undefined {
  const { document, check, offset } = request;
  const lines = linesOf(document.text);
  const line = lines.lineAt(offset);
  const oneMore = oneMoreName(request, (suppression) => lineOf(suppression, lines) === line);
  return firstThatWorks(request, [...oneMore, ...lineComments(document, lines, line, check)]);
}

/** Give the edits that switch a check off in the whole document: at its top, behind front matter. */
export function ignoreInFile(request: IgnoreRequest): readonly Edit[] | undefined {
  const { document, check } = request;
  const oneMore = oneMoreName(request, ({ kind }) => kind === 'disable-file');
  return firstThatWorks(request, [...oneMore, ...fileComments(document, linesOf(document.text), check)]);
}

/** Edits that may do, the best first. */
type Candidates = readonly (readonly Edit[])[];

function oneMoreName(
  { document, reader, check }: IgnoreRequest,
  isMeant: (suppression: Suppression) => boolean,
): Candidates {
  const suppression = suppressionsIn(document, reader).find((one) => one.names.length > 0 && isMeant(one));
  const end = suppression?.names.at(-1)?.span.end;
  return end === undefined ? [] : [[{ span: { start: end, end }, text: `, ${check}` }]];
}

function firstThatWorks(request: IgnoreRequest, candidates: Candidates): readonly Edit[] | undefined {
  // What is said of comments is for a configuration to switch off: another comment would be said to do nothing, too.
  if (request.check === unusedSuppression.name) return undefined;
  return candidates.find((edits) => works(request, edits));
}

/** Make the edits and look: the check is quiet at its place, and the document says what it said. */
function works({ document, reader, check, offset }: IgnoreRequest, edits: readonly Edit[]): boolean {
  const text = edited(document.text, edits);
  const changed = updateDocument(document, text, changeOf(document.text, text, edits), reader);
  const moved = edits.reduce((at, { span, text: { length } }) => (span.end <= offset ? at + length : at), offset);
  const finding = findingOf(check, 'hint', { span: { start: moved, end: moved }, message: '' });
  const suppressions = suppressionsIn(changed, reader);
  if (applySuppressions([finding], suppressions, text, { names: [], severities: new Map() }).length > 0) return false;
  return saysTheSame(document, changed, reader);
}

/** Tell what edits, which are in order, did to a text. */
function changeOf(before: string, after: string, edits: readonly Edit[]): Change {
  const oldEnd = edits.at(-1)?.span.end ?? 0;
  return { start: edits[0]?.span.start ?? 0, oldEnd, newEnd: oldEnd + after.length - before.length };
}

/** Compare the texts of two states of a document, comments left out, where their sections differ. */
function saysTheSame(one: ParsedDocument, other: ParsedDocument, reader: SourceReader): boolean {
  const shortest = Math.min(one.sections.length, other.sections.length);
  let first = 0;
  while (first < shortest && one.sections[first] === other.sections[first]) first++;
  let last = 0;
  while (last < shortest - first && one.sections.at(-1 - last) === other.sections.at(-1 - last)) last++;
  const before = textsIn(one, first, one.sections.length - last, reader);
  const after = textsIn(other, first, other.sections.length - last, reader);
  return before.length === after.length && before.every((text, index) => text === after[index]);
}

/** Read the texts of some sections with their kinds, whatever white space is in them. */
function textsIn(document: ParsedDocument, from: number, to: number, reader: SourceReader): readonly string[] {
  const { text, sections, starts, defined } = document;
  const source = reader.read(text);
  const texts: string[] = [];
  for (const [index, section] of sections.slice(from, to).entries()) {
    const start = starts[from + index] ?? 0;
    for (const { kind, spans } of unpackRegions(sectionRegions(section, source, start, defined).regions, start)) {
      if (kind === 'comment') continue;
      const read = spans.map((span) => (span.start === span.end ? ' ' : text.slice(span.start, span.end))).join('');
      texts.push(`${kind}: ${read.split(WHITE_SPACE).filter(Boolean).join(' ')}`);
    }
  }
  return texts;
}

const WHITE_SPACE = /\s+/u;
