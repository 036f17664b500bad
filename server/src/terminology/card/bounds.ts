/** Longest Markdown field that is read, in characters; the rest of a longer one is left out. */
export const SOURCE_LIMIT = 64 * 1024;

/**
 * Beyond these the parser's time grows with the square of the text, or a reader's own parser recurses too deep. People
 * write a tenth of them.
 */
const NESTING_LIMIT = 32;
const LINES_LIMIT = 2000;
const STRETCH_LIMITS = { lines: 400, brackets: 300, marks: 1000, angles: 300 } as const;

/**
 * Tell whether Markdown can be parsed in time near to linear: one pass that counts, before any parser runs. Containers are
 * counted at the start of each line (markers, and two columns of indentation for one list), which is never less than the
 * parser's own depth; brackets, marks and angles are counted between two blank lines.
 */
export function isBounded(source: string): boolean {
  let lines = 0;
  let stretch = { lines: 0, brackets: 0, marks: 0, angles: 0 };
  let start = 0;
  while (start <= source.length) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    lines += 1;
    const prefix = linePrefix(source, start, end);
    if (prefix.nesting > NESTING_LIMIT || lines > LINES_LIMIT) {
      return false;
    }
    if (prefix.blank) {
      stretch = { lines: 0, brackets: 0, marks: 0, angles: 0 };
    } else {
      stretch.lines += 1;
      count(source, start, end, stretch);
    }
    if (
      stretch.lines > STRETCH_LIMITS.lines ||
      stretch.brackets > STRETCH_LIMITS.brackets ||
      stretch.marks > STRETCH_LIMITS.marks ||
      stretch.angles > STRETCH_LIMITS.angles
    ) {
      return false;
    }
    start = end + 1;
  }
  return true;
}

/** Count the containers that the start of a line may open or continue, and tell whether nothing else is on the line. */
function linePrefix(source: string, start: number, end: number): { readonly nesting: number; readonly blank: boolean } {
  let columns = 0;
  let markers = 0;
  let blank = true;
  for (let at = start; at < end; at++) {
    const character = source.charAt(at);
    if (character === ' ' || character === '\r') {
      columns += 1;
    } else if (character === '\t') {
      columns += 4;
    } else {
      blank = false;
      const isDigit = character >= '0' && character <= '9';
      const endsMarker = at + 1 === end || ' \t\r'.includes(source.charAt(at + 1));
      if (character === '>' || ('-+*.)'.includes(character) && endsMarker)) {
        markers += 1;
      } else if (!isDigit) {
        break;
      }
    }
  }
  // One space behind a marker belongs to it; two columns of the others continue at most one list.
  return { nesting: markers + Math.max(0, columns - markers) / 2, blank };
}

function count(
  source: string,
  start: number,
  end: number,
  stretch: { brackets: number; marks: number; angles: number },
): void {
  for (let at = start; at < end; at++) {
    switch (source.charCodeAt(at)) {
      case 0x5b /* [ */:
      case 0x5d /* ] */:
        stretch.brackets += 1;
        break;
      case 0x2a /* * */:
      case 0x5f /* _ */:
      case 0x7e /* ~ */:
        stretch.marks += 1;
        break;
      case 0x3c /* < */:
        stretch.angles += 1;
        break;
    }
  }
}
