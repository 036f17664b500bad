import { codeOf, withoutCommands } from './inertText';

/** Write an element with its attributes, which may hold any characters, around elements or `xmlText` on lines of their own. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>\n${content.join('\n')}\n</${name}>`;
}

/** Write a document of one element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Write any text for an attribute or between tags; XML has no way to write some characters, which show as `\u0007`. */
export function xmlText(text: string): string {
  return withoutCommands(text.replace(UNWRITABLE, codeOf).replace(MARKUP, referenceTo), '&#x23;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;

/** What marks up, what readers would change (line ends and tabs in attributes), and what is not seen. */
const MARKUP = /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu;

function referenceTo(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16)};`;
}
