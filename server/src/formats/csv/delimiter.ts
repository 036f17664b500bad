import { guessHeading } from '../columns/headings';
import { cellText, tableRows } from './table';

/** Where the rows of a table start, and what stands between its cells. */
export interface TableStart {
  readonly delimiter: string;
  readonly start: number;
}

/** Find where a table starts, behind a byte order mark, `sep=;` and comments, and its delimiter. */
export function findStart(text: string, isTabbed: boolean): TableStart {
  const marked = text.startsWith('\uFEFF') ? 1 : 0;
  const told = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text.slice(marked, marked + 12));
  const delimiter = told?.[1];
  if (told !== null && delimiter !== undefined && DELIMITERS.includes(delimiter)) {
    return { delimiter, start: skipComments(text, marked + told[0].length) };
  }
  const start = skipComments(text, marked);
  return { delimiter: guessDelimiter(text.slice(start, start + SAMPLE), isTabbed), start };
}

const DELIMITERS = ',;\t|';

/** Characters and rows that are looked at to find the delimiter. */
const SAMPLE = 65_536;
const SAMPLE_ROWS = 10;
/** More cells than that tell nothing more. */
const SAMPLE_CELLS = 50;

/** A line that begins with a hash and a space, or with `#!` or `#-`, is a comment; one of a column `#` is none. */
function skipComments(text: string, from: number): number {
  let start = from;
  const line = /(?:[ \t]*|#(?=[ !\r\n-])[^\r\n]*)(?:\r\n|\r|\n|$)/y;
  while (start < text.length) {
    line.lastIndex = start;
    if (!line.test(text)) break;
    start = line.lastIndex;
  }
  return start;
}

/** The delimiter of which the first row has the most headings that are known, then the one that parts all rows alike. */
function guessDelimiter(sample: string, isTabbed: boolean): string {
  const usual = isTabbed ? '\t' : ',';
  let best = usual;
  let bestScore = 0;
  for (const delimiter of new Set(usual + DELIMITERS)) {
    const score = scoreOf(sample, delimiter);
    if (score <= bestScore) continue;
    best = delimiter;
    bestScore = score;
  }
  return best;
}

function scoreOf(sample: string, delimiter: string): number {
  const counts: number[] = [];
  let known = 0;
  for (const row of tableRows(sample, { delimiter, start: 0, mostCells: SAMPLE_CELLS }, () => {})) {
    if (counts.length === 0) {
      known = row.cells.filter((cell) => guessHeading(cellText(sample, cell)) !== undefined).length;
    }
    counts.push(row.cells.length);
    if (counts.length === SAMPLE_ROWS) break;
  }
  const [first = 0] = counts;
  if (first < 2) return 0;
  const alike = counts.filter((count) => count === first).length;
  return known * 1000 + alike * 10 + Math.min(first, 9);
}
