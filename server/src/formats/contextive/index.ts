import type { GlossaryFormat, NamedText } from '../format';

/** The glossaries of Contextive: docs/from-contextive.md. */
export const contextiveFormat: GlossaryFormat = {
  id: 'contextive',
  name: 'Contextive',
  extensions: ['.yml', '.yaml'],
  recognises: (file) => isInContextiveFolder(file) || hasContextiveField(file.text),
  reader: async () => (await import('./reader')).contextiveReader,
  writer: async () => (await import('./writer')).contextiveWriter,
};

/** `.contextive/definitions.yml` is one, whatever is in it: its author hears of Contextive, and not of our fields. */
function isInContextiveFolder({ uri }: NamedText): boolean {
  const end = uri.search(/[?#]/);
  return (end === -1 ? uri : uri.slice(0, end)).split('/').at(-2)?.toLowerCase() === '.contextive';
}

/** Look for a field of the whole file, line by line and without parsing: a large glossary of ours has its own near the top. */
function hasContextiveField(text: string): boolean {
  let hasImports = false;
  let start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  let isFirst = true;
  while (start < text.length) {
    if (isField(text, start, 'contexts')) return true;
    if (isField(text, start, 'concepts')) return false;
    hasImports ||= isField(text, start, 'imports');
    // A file that begins with a list has no fields.
    if (isFirst && /^(?:[[{]|-(?!-))/.test(text.slice(start, start + 2))) return false;
    isFirst &&= '#%-\r\n '.includes(text.charAt(start));
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed === -1) break;
    start = lineFeed + 1;
  }
  return hasImports;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Whether a field of this name begins at an offset: `name:`, `"name" :`. */
function isField(text: string, start: number, name: string): boolean {
  const quote = text.charAt(start);
  const isQuoted = quote === '"' || quote === "'";
  const nameStart = isQuoted ? start + 1 : start;
  if (!text.startsWith(name, nameStart)) return false;
  let end = nameStart + name.length;
  if (isQuoted && text.charAt(end++) !== quote) return false;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.charAt(end) === ':';
}
