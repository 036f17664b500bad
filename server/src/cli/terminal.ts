import { styleText } from 'node:util';

/** Tell whether output may be styled: on a terminal, unless `NO_COLOR` or `FORCE_COLOR` say otherwise. */
export function isStyled(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Show control characters and those that turn the direction of text: a glossary must not steer the terminal. */
export function visible(text: string): string {
  return text.replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Make the headings of a card stand out, and their underlines step back. */
export function styleCard(card: string): string {
  const lines = card.split('\n');
  const styled = lines.map((line, index) => {
    if (isRule(line)) return styleText('dim', line);
    return line !== '' && isRule(lines[index + 1] ?? '') ? styleText('bold', line) : line;
  });
  return styled.join('\n');
}

function isRule(line: string): boolean {
  return /^-{3,}$/.test(line);
}

/** Tell how wide text may be, in columns; undefined where it is not for a terminal. */
export function widthOf({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): number | undefined {
  return isTTY === true && columns !== undefined ? Math.min(columns, WIDEST_TEXT) : undefined;
}

/** Longer lines are hard to read. */
const WIDEST_TEXT = 100;

/** Break lines between words so that they fit into `width` columns; a continued list item stays indented. */
export function wrap(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const [indent = ''] = /^\s*(?:[-*•]\s+|\d{1,9}[.)]\s+)?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = indent;
  let isEmpty = true;
  for (const word of line.slice(indent.length).split(' ')) {
    if (!isEmpty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = ' '.repeat(indent.length);
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current];
}
