import type { Span } from '../../text/span';

/** What stands before the content of an XML file. */
export interface Prolog {
  /** The name of the first element, without its prefix, and the span of its name; undefined where there is none. */
  readonly root: { readonly name: string; readonly span: Span } | undefined;
  readonly doctype: Doctype | undefined;
}

/** A document type declaration. */
export interface Doctype {
  /** The words `<!DOCTYPE`. */
  readonly span: Span;
  /** In lower case. */
  readonly name: string;
  /** Whether it declares something itself, in brackets: entities may be among it. */
  readonly hasSubset: boolean;
}

/** Look at the beginning of an XML text, as far as its first element. Reads nothing that it names. */
export function prologOf(text: string): Prolog {
  let doctype: Doctype | undefined;
  let index = 0;
  for (;;) {
    index = skipSpace(text, index);
    if (text.startsWith('<?', index)) index = behind(text, '?>', index);
    else if (text.startsWith('<!--', index)) index = behind(text, '-->', index);
    else if (DOCTYPE.test(text.slice(index, index + DOCTYPE_LENGTH))) {
      const declared = readDoctype(text, index);
      doctype ??= declared.doctype;
      if (declared.doctype.hasSubset) return { root: undefined, doctype };
      index = declared.end;
    } else return { root: rootAt(text, index), doctype };
  }
}

const DOCTYPE = /^<!doctype/i;
const DOCTYPE_LENGTH = '<!DOCTYPE'.length;
/** Names that are looked at: no element of a glossary has a longer one. */
const LONGEST_NAME = 100;
const BYTE_ORDER_MARK = '\uFEFF';

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && (' \t\r\n'.includes(text.charAt(index)) || text.charAt(index) === BYTE_ORDER_MARK))
    index++;
  return index;
}

function behind(text: string, end: string, start: number): number {
  const found = text.indexOf(end, start);
  return found === -1 ? text.length : found + end.length;
}

function readDoctype(text: string, start: number): { readonly doctype: Doctype; readonly end: number } {
  const nameStart = start + DOCTYPE_LENGTH;
  const [, name = ''] = /^\s*([^\s<>[\]'"]*)/.exec(text.slice(nameStart, nameStart + LONGEST_NAME)) ?? [];
  const declared = (hasSubset: boolean): Doctype => ({
    span: { start, end: nameStart },
    name: name.toLowerCase(),
    hasSubset,
  });
  let index = nameStart;
  while (index < text.length) {
    const sign = text.charAt(index);
    if (sign === '[') return { doctype: declared(true), end: index };
    if (sign === '>') return { doctype: declared(false), end: index + 1 };
    index = sign === '"' || sign === "'" ? behind(text, sign, index + 1) : index + 1;
  }
  return { doctype: declared(false), end: index };
}

function rootAt(text: string, start: number): Prolog['root'] {
  if (text.charAt(start) !== '<') return undefined;
  const [name = ''] = /^[^\s<>/]*/.exec(text.slice(start + 1, start + 1 + LONGEST_NAME)) ?? [];
  if (name === '') return undefined;
  return { name: name.slice(name.indexOf(':') + 1), span: { start: start + 1, end: start + 1 + name.length } };
}
