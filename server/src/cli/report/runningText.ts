import { type Mention, mentionsIn } from '../../analysis/abbreviations';
import type { DocumentMention } from '../../analysis/checkedDocument';
import { type RegionText, regionText } from '../../analysis/regionText';
import { type ParsedDocument, sectionAt, sectionRegions } from '../../languages/document';
import { type RegionKind, regionKinds } from '../../languages/regions';
import type { SourceReader } from '../../text/source';
import type { Span } from '../../text/span';
import { countWords } from './density';

/** Tell whether people write and read a region as text; names in code and keys are not their choice of words. */
export function isRunningText(region: RegionKind): boolean {
  return region === 'prose' || region === 'heading' || region === 'quotation' || region === 'comment';
}

/** What is read of the running text of a document in one go. */
export interface RunningText {
  readonly words: number;
  /** Abbreviations, in order; spans are offsets into the document. */
  readonly mentions: readonly DocumentMention[];
}

/** Read the running text of a document. */
export function readRunningText(
  { text, sections, starts, defined }: ParsedDocument,
  reader: SourceReader,
): RunningText {
  const source = reader.read(text);
  const mentions: DocumentMention[] = [];
  let words = 0;
  for (const [place, section] of sections.entries()) {
    const start = starts[place] ?? 0;
    const { regions } = sectionRegions(section, source, start, defined);
    const own = text.slice(start, start + section.length);
    for (let at = 0; at < regions.length; ) {
      const kind = regionKinds[regions[at] ?? 0] ?? 'prose';
      const first = at + 2;
      at = first + 2 * (regions[at + 1] ?? 0);
      if (!isRunningText(kind)) continue;
      const region = regionText(own, regions, first, at);
      words += countWords(region.text);
      for (const mention of mentionsIn(region.text)) mentions.push(placed(mention, kind, region, start));
    }
  }
  return { words, mentions };
}

function placed(mention: Mention, region: RegionKind, { spanOf }: RegionText, sectionStart: number): DocumentMention {
  const place = (span: Span) => {
    const { start, end } = spanOf(span);
    return { start: sectionStart + start, end: sectionStart + end };
  };
  const { abbreviation, span, expansion } = mention;
  if (expansion === undefined) return { abbreviation, region, span: place(span) };
  const { text, span: own, whole } = expansion;
  return { abbreviation, region, span: place(span), expansion: { text, span: place(own), whole: place(whole) } };
}

/**
 * Give the sentence in the running text of a document that holds an offset, on one line and without markup; `…` stands where
 * a long one is cut. Empty where no running text is.
 */
export function sentenceAt(document: ParsedDocument, offset: number, reader: SourceReader): string {
  const place = sectionAt(document, offset);
  const section = document.sections[place];
  const start = document.starts[place];
  if (section === undefined || start === undefined) return '';
  const { regions } = sectionRegions(section, reader.read(document.text), start, document.defined);
  const own = document.text.slice(start, start + section.length);
  for (let at = 0; at < regions.length; ) {
    const first = at + 2;
    at = first + 2 * (regions[at + 1] ?? 0);
    const within = offsetInRegion(regions, first, at, offset - start);
    if (within !== undefined) return sentenceAround(regionText(own, regions, first, at).text, within);
  }
  return '';
}

function offsetInRegion(cells: Int32Array, first: number, last: number, offset: number): number | undefined {
  let length = 0;
  for (let cell = first; cell < last; cell += 2) {
    const start = cells[cell] ?? 0;
    const end = cells[cell + 1] ?? 0;
    if (start <= offset && offset < end) return length + offset - start;
    // An empty span reads as white space.
    length += Math.max(1, end - start);
  }
  return undefined;
}

/** How much of a sentence is shown before and behind a place, in UTF-16 units: both together fill two lines. */
const MOST_BEFORE = 80;
const MOST_BEHIND = 100;

function sentenceAround(text: string, at: number): string {
  const floor = Math.max(0, at - MOST_BEFORE);
  let start = at;
  while (start > floor && !endsSentence(text, start - 1)) start--;
  const ceiling = Math.min(text.length, at + MOST_BEHIND);
  let end = at;
  while (end < ceiling && !endsSentence(text, end)) end++;
  const isCutBefore = start === floor && start > 0 && !endsSentence(text, start - 1);
  const isCutBehind = end === ceiling && end < text.length;
  const sentence = text
    .slice(isCutBefore ? spaceBehind(text, start, at) : start, isCutBehind ? spaceBefore(text, end, at) : end + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return `${isCutBefore ? '… ' : ''}${sentence}${isCutBehind ? ' …' : ''}`;
}

function endsSentence(text: string, at: number): boolean {
  const character = text.charAt(at);
  if ('。！？'.includes(character)) return true;
  return '.!?'.includes(character) && (at + 1 === text.length || /\s/.test(text.charAt(at + 1)));
}

/** No word is cut where there is white space: the first from `from` on, up to `limit`. */
function spaceBehind(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at))) return at;
  return from;
}

function spaceBefore(text: string, from: number, limit: number): number {
  for (let at = from; at > limit; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  return from;
}
