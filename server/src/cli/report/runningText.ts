import { type ParsedDocument, sectionAt, sectionRegions } from '../../languages/document';
import { type Region, type RegionKind, unpackRegions } from '../../languages/regions';
import type { SourceReader } from '../../text/source';

/** A region of running text without the markup between its spans. */
export interface RunningRegion {
  readonly kind: RegionKind;
  readonly text: string;
  /** Give the offset in the document of one in `text`. */
  sourceOffset(offset: number): number;
}

/** Read the regions of a document that people write and read as text, one after the other. */
export function* runningRegions(document: ParsedDocument, reader: SourceReader): Generator<RunningRegion> {
  const source = reader.read(document.text);
  for (const [place, section] of document.sections.entries()) {
    const start = document.starts[place] ?? 0;
    for (const region of unpackRegions(sectionRegions(section, source, start, document.defined).regions, start)) {
      if (isRunningText(region.kind)) yield runningRegion(document.text, region);
    }
  }
}

/** Tell whether people write and read a region as text; names in code and keys are not their choice of words. */
export function isRunningText(region: RegionKind): boolean {
  return region === 'prose' || region === 'heading' || region === 'quotation' || region === 'comment';
}

/** Give what stands around an offset of running text as one line without markup, `…` where it is cut; empty where none stands. */
export function sentenceAt(document: ParsedDocument, offset: number, reader: SourceReader): string {
  const place = sectionAt(document, offset);
  const section = document.sections[place];
  const start = document.starts[place];
  if (section === undefined || start === undefined) return '';
  const source = reader.read(document.text);
  for (const region of unpackRegions(sectionRegions(section, source, start, document.defined).regions, start)) {
    const at = offsetInRegion(region, offset);
    if (at !== undefined) return sentenceAround(runningRegion(document.text, region).text, at);
  }
  return '';
}

function runningRegion(source: string, { kind, spans }: Region): RunningRegion {
  const [first] = spans;
  if (spans.length === 1) {
    return { kind, text: source.slice(first.start, first.end), sourceOffset: (offset) => first.start + offset };
  }
  return {
    kind,
    text: spans.map(({ start, end }) => (start === end ? ' ' : source.slice(start, end))).join(''),
    sourceOffset(offset) {
      let rest = offset;
      for (const { start, end } of spans) {
        const length = Math.max(1, end - start);
        if (rest < length) return start === end ? start : start + rest;
        rest -= length;
      }
      return spans.at(-1)?.end ?? 0;
    },
  };
}

function offsetInRegion({ spans }: Region, offset: number): number | undefined {
  let length = 0;
  for (const { start, end } of spans) {
    if (start <= offset && offset < end) return length + offset - start;
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
  const behind = isCutBehind ? wordStart(text, end, at) : Math.min(text.length, end + 1);
  const sentence = text
    .slice(isCutBefore ? wordEnd(text, start, at) : start, behind)
    .replace(/\s+/g, ' ')
    .trim();
  return `${isCutBefore ? '… ' : ''}${sentence}${isCutBehind ? ' …' : ''}`;
}

function endsSentence(text: string, at: number): boolean {
  const character = text.charAt(at);
  if ('。！？'.includes(character)) return true;
  return '.!?'.includes(character) && (at + 1 === text.length || /\s/.test(text.charAt(at + 1)));
}

/** Words are not cut, where there are any: the first white space behind `from`, up to `limit`. */
function wordEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at))) return at;
  return from;
}

function wordStart(text: string, from: number, limit: number): number {
  for (let at = from; at > limit; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  return from;
}
