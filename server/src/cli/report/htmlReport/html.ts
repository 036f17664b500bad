import { visible } from '../../../terminology/card/escape';
import { withoutCommands } from '../../formats/inertText';

/** HTML that is safe to show. Only `html` makes it of texts, and `verbatim` of what stands in our own code. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: texts and numbers are escaped, nothing is written for undefined. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/**
 * Write HTML: `` html`<td>${text}</td>` ``. Every text that is put in is escaped for content and for attributes in double
 * quotes, stays on one line, and shows what is not seen in it, so that no document, glossary or file name can say more than
 * its letters.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, index) => (index === 0 ? '' : sourceOf(values[index - 1])) + part).join(''));
}

/** Write text of several lines, for an element that keeps them. */
export function lines(text: string): Html {
  return new Html(text.split('\n').map(escapeText).join('\n'));
}

/** Take source that stands in our own code as it is. */
export function verbatim(source: string): Html {
  return new Html(source);
}

function sourceOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  return value.map(sourceOf).join('');
}

function escapeText(text: string): string {
  const shown = visible(text.replace(/[\t\n\r]+/g, ' '));
  // A page may be printed where builds run.
  return withoutCommands(shown.replace(/[&<>"']/g, referenceTo), referenceTo('#'));
}

function referenceTo(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
