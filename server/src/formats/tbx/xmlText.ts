/** Write a text between tags; XML would make a line feed of a carriage return. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, referenceTo);
}

/** Write a text as an attribute, with its quotes; XML would make a space of each line end and tab. */
export function xmlAttribute(text: string): string {
  return `"${text.replace(/[&<>"\r\n\t]/g, referenceTo)}"`;
}

/** Put the sign that stands for unknown ones in the place of characters that XML cannot hold; count them. */
export function writable(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const written = text.replace(UNWRITABLE, () => {
    replaced++;
    return '\uFFFD';
  });
  return { text: written, replaced };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function referenceTo(sign: string): string {
  return NAMES.get(sign) ?? `&#${sign.charCodeAt(0)};`;
}
