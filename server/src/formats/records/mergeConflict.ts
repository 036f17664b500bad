import type { Problems } from '../problems';
import { contentEnd } from './lines';

/**
 * Blank out the lines of unresolved merge conflicts so that the rest can be read: the markers and all sides but the
 * first. Every other character keeps its offset, so line ends stand for the characters left out: they are white space
 * everywhere, where spaces would be too much indentation at the start of a block of text. Gives undefined where a
 * conflict has no end.
 */
export function firstSides(text: string, problems: Problems): string | undefined {
  if (!text.includes(START)) return text;
  const pieces: string[] = [];
  let side: 'none' | 'first' | 'other' = 'none';
  let start = 0;
  while (start < text.length) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const marker = markerAt(text, start, end);
    const isMarker = marker === START || (marker !== undefined && side !== 'none');
    if (marker === START) {
      const message = 'A merge conflict starts here: keep one of its sides and delete the markers';
      problems.report('merge-conflict', { start, end: contentEnd(text, start, end) }, message);
      side = 'first';
    } else if (isMarker) {
      side = marker === END ? 'none' : 'other';
    }
    const isKept = !isMarker && side !== 'other';
    pieces.push(isKept ? text.slice(start, end) : '\n'.repeat(end - start), lineFeed === -1 ? '' : '\n');
    start = end + 1;
  }
  return side === 'none' ? pieces.join('') : undefined;
}

const START = '<<<<<<<';
const END = '>>>>>>>';
const MARKERS = [START, '|||||||', '=======', END] as const;

function markerAt(text: string, start: number, end: number): (typeof MARKERS)[number] | undefined {
  const marker = MARKERS.find((candidate) => text.startsWith(candidate, start));
  const behind = start + START.length;
  return marker !== undefined && (behind >= end || /\s/.test(text.charAt(behind))) ? marker : undefined;
}
