/** Longest Markdown field that is read, in characters; the rest of a longer one is left out. */
export const SOURCE_LIMIT = 64 * 1024;

/**
 * Beyond these the parser's time grows with the square of the text, or a reader's own parser recurses too deep. People
 * write a tenth of them.
 */
const NESTING_LIMIT = 32;
const STRETCH_LIMITS: Counts = { lines: 200, brackets: 200, marks: 400, angles: 200, bars: 1000 };
const FIELD_LIMITS: Counts = { lines: 2000, brackets: 2000, marks: 4000, angles: 1000, bars: 4000 };

interface Counts {
  lines: number;
  brackets: number;
  marks: number;
  angles: number;
  bars: number;
}

/**
 * Tell whether Markdown can be parsed in time near to linear: one pass that counts, before any parser runs. Containers are
 * counted at the start of each line (markers, and two columns of indentation for one list), which is never less than the
 * parser's own depth; the rest is counted in all, and in each stretch between blank lines.
 */
export function isBounded(source: string): boolean {
  const field = noCounts();
  let stretch = noCounts();
  for (let start = 0; start <= source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    const prefix = linePrefix(source, start, end);
    if (prefix.nesting > NESTING_LIMIT) {
      return false;
    }
    if (prefix.blank) {
      field.lines += 1;
      stretch = noCounts();
    } else {
      count(source, start, end, stretch);
      count(source, start, end, field);
    }
    if (exceeds(stretch, STRETCH_LIMITS) || exceeds(field, FIELD_LIMITS)) {
      return false;
    }
    start = end + 1;
  }
  return true;
}

function noCounts(): Counts {
  return { lines: 0, brackets: 0, marks: 0, angles: 0, bars: 0 };
}

function exceeds(counts: Counts, limits: Counts): boolean {
  return (
    counts.lines > limits.lines ||
    counts.brackets > limits.brackets ||
    counts.marks > limits.marks ||
    counts.angles > limits.angles ||
    counts.bars > limits.bars
  );
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

function count(source: string, start: number, end: number, counts: Counts): void {
  counts.lines += 1;
  for (let at = start; at < end; at++) {
    switch (source.charCodeAt(at)) {
      case 0x5b /* [ */:
      case 0x5d /* ] */:
        counts.brackets += 1;
        break;
      case 0x2a /* * */:
      case 0x5f /* _ */:
      case 0x7e /* ~ */:
      case 0x60 /* ` */:
        counts.marks += 1;
        break;
      case 0x3c /* < */:
        counts.angles += 1;
        break;
      case 0x7c /* | */:
        counts.bars += 1;
        break;
    }
  }
}
