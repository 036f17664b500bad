import type { XmlElement } from './elements';

/** Take the text of an element as one line. */
export function lineOf({ text }: XmlElement): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Take the text of an element as Markdown. Where its lines are indented at least as far as the element itself, a program laid
 * them out, and they are joined to paragraphs; otherwise they are as their author broke them.
 */
export function proseOf({ text, span }: XmlElement, source: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return trimmed;
  const indentation = indentationAt(source, span.start);
  const [first = '', ...others] = trimmed.split('\n');
  const isLaidOut = indentation !== '' && others.every((line) => line.trim() === '' || line.startsWith(indentation));
  return isLaidOut ? joined([first, ...others]) : trimmed;
}

/** The white space before an element that is the first on its line; empty where there is none. */
function indentationAt(source: string, offset: number): string {
  let start = offset;
  while (start > 0 && ' \t'.includes(source.charAt(start - 1))) start--;
  return start === 0 || '\r\n'.includes(source.charAt(start - 1)) ? source.slice(start, offset) : '';
}

function joined(lines: readonly string[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const words = line.trim();
    if (words !== '') paragraphs.at(-1)?.push(words);
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  return paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n');
}
