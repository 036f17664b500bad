import { SaxesParser } from 'saxes';
import type { Span } from '../../text/span';

/** An element of an XML file. Spans are offsets into the file. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly id: XmlAttribute | undefined;
  readonly type: string | undefined;
  readonly target: XmlAttribute | undefined;
  /** What `xml:lang` says, as written. */
  readonly language: string | undefined;
  /** In the order of the file; those that hold nothing are left out. */
  readonly children: readonly XmlElement[];
  /** Its own text and that of the markup within. */
  readonly text: string;
  readonly span: Span;
  /** What stands between its tags, without white space around it. */
  readonly content: Span;
}

export interface XmlAttribute {
  readonly value: string;
  /** Without the quotes. */
  readonly span: Span;
}

/** Which elements of a file are read, and who is told of them. */
export interface ElementWishes {
  /** Elements inside each other that are read. */
  readonly depth: number;
  /** Elements that are handed over whole, by their names. */
  readonly wanted: ReadonlySet<string>;
  /** Elements that have others; all else has text, with markup in it that says nothing. */
  readonly structure: ReadonlySet<string>;
  /** Elements that are not kept, whatever is in them. */
  readonly skipped: ReadonlySet<string>;
  take(element: XmlElement): void;
  /** Hears of each element among those wanted that is skipped: what its type says that it is, or else its name. */
  skip(category: string, span: Span): void;
}

/** How the reading of a file ended: with the language of its first element, or at a fault. */
export type XmlOutcome =
  | { readonly kind: 'read'; readonly language: string | undefined }
  | { readonly kind: 'broken'; readonly message: string; readonly span: Span }
  | { readonly kind: 'too-deep'; readonly span: Span };

/**
 * Read the elements of an XML text in one pass, without entities but those that XML has itself. Stops at the first fault: what
 * was taken until then is not the whole.
 */
export function readElements(text: string, wishes: ElementWishes): XmlOutcome {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: OpenElement[] = [];
  /** How many elements at the end of `open` are inside of one that is wanted, itself included. */
  let inside = 0;
  let skippedAt = -1;
  let start = 0;
  let attributes: Attributes = {};
  let language: string | undefined;
  // What is given to handlers cannot narrow a variable.
  const state: { fault: Exclude<XmlOutcome, { readonly kind: 'read' }> | undefined } = { fault: undefined };

  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
    attributes = {};
  });
  parser.on('attribute', ({ name, value }) => {
    const attribute = ATTRIBUTES.get(name);
    if (attribute === undefined) return;
    const end = parser.position - 1;
    const quote = text.charAt(end);
    attributes[attribute] ??= { value, span: { start: text.lastIndexOf(quote, end - 1) + 1, end } };
  });
  parser.on('opentag', ({ name: written }) => {
    if (open.length === 0) language = attributes.language?.value;
    if (open.length >= wishes.depth) {
      state.fault = { kind: 'too-deep', span: { start, end: parser.position } };
      throw STOP;
    }
    const name = written.slice(written.indexOf(':') + 1);
    if (inside > 0 || wishes.wanted.has(name)) inside++;
    if (inside > 1 && skippedAt < 0 && wishes.skipped.has(name)) skippedAt = open.length;
    open.push({ name, attributes, start, contentStart: parser.position, text: '', children: [] });
  });
  const addText = (more: string) => {
    const current = open.at(-1);
    if (inside > 0 && skippedAt < 0 && current !== undefined) current.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined || inside === 0) return;
    inside--;
    const end = parser.position;
    if (skippedAt >= 0) {
      if (skippedAt !== open.length) return;
      skippedAt = -1;
      wishes.skip(closed.attributes.type?.value ?? closed.name, { start: closed.start, end });
      return;
    }
    const parent = open.at(-1);
    if (inside > 0 && parent !== undefined && !wishes.structure.has(parent.name)) {
      parent.text += closed.text;
      return;
    }
    const element = elementOf(text, closed, end);
    if (inside === 0) wishes.take(element);
    else if (holdsSomething(element)) parent?.children.push(element);
  });
  parser.on('error', ({ message }) => {
    state.fault = faultOf(message, text, parser.position, open);
    throw STOP;
  });

  try {
    for (let index = 0; index < text.length; index += CHUNK) parser.write(text.slice(index, index + CHUNK));
    parser.close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return state.fault ?? { kind: 'read', language };
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly start: number;
  readonly contentStart: number;
  text: string;
  readonly children: XmlElement[];
}

type Attributes = { [name in 'id' | 'type' | 'target' | 'language']?: XmlAttribute };

/** `lang` is what older files have. */
const ATTRIBUTES: ReadonlyMap<string, keyof Attributes> = new Map([
  ['id', 'id'],
  ['xml:id', 'id'],
  ['type', 'type'],
  ['target', 'target'],
  ['xml:lang', 'language'],
  ['lang', 'language'],
]);

/** Thrown to end the parser, which would go on behind a fault. */
const STOP = new Error('A fault was found');

/** UTF-16 units handed to the parser in one go: it keeps what it cuts out of them. */
const CHUNK = 65_536;

function elementOf(source: string, { name, attributes, ...open }: OpenElement, end: number): XmlElement {
  const { id, type, target, language } = attributes;
  return {
    name,
    id,
    type: type?.value,
    target,
    language: language?.value,
    children: open.children,
    text: open.text.trim() === '' ? '' : open.text,
    span: { start: open.start, end },
    content: contentSpan(source, open.contentStart, end),
  };
}

/** Find what stands between the tags; an element that closes itself has nothing. */
function contentSpan(source: string, contentStart: number, elementEnd: number): Span {
  let start = contentStart;
  let end = contentStart === elementEnd ? elementEnd : source.lastIndexOf('<', elementEnd - 1);
  while (start < end && isSpace(source, start)) start++;
  while (end > start && isSpace(source, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

function holdsSomething({ text, children, target }: XmlElement): boolean {
  return text !== '' || children.length > 0 || target !== undefined;
}

function faultOf(
  message: string,
  text: string,
  position: number,
  open: readonly OpenElement[],
): Exclude<XmlOutcome, { readonly kind: 'read' }> {
  const innermost = open.at(-1);
  if (message.startsWith('unclosed tag') && innermost !== undefined) {
    // Everything behind an ampersand is taken for the name of an entity.
    const ampersand = text.slice(innermost.contentStart).search(/&(?!#?\w{1,40};)/);
    if (ampersand !== -1) {
      const start = innermost.contentStart + ampersand;
      return { kind: 'broken', message: AMPERSAND, span: { start, end: start + 1 } };
    }
    const { name, start } = innermost;
    return {
      kind: 'broken',
      message: `This element has no end: \`</${name.slice(0, LONGEST_NAME)}>\` is missing`,
      span: { start, end: innermost.contentStart },
    };
  }
  const rule = MESSAGES.find(([beginning]) => message.startsWith(beginning));
  const sign = rule?.[2];
  const end = Math.min(position, text.length);
  const start = sign === undefined ? end - 1 : text.lastIndexOf(sign, end - 1);
  return {
    kind: 'broken',
    message: rule?.[1] ?? 'This is not well-formed XML',
    span: { start: Math.max(start, 0), end },
  };
}

const LONGEST_NAME = 40;

const AMPERSAND = 'An ampersand is written `&amp;`';

/** By the beginnings of the library's messages; what is told at the whole of a tag or an entity begins with a sign. */
const MESSAGES: readonly (readonly [beginning: string, message: string, sign?: '<' | '&'])[] = [
  ['unexpected close tag', 'This end tag ends another element than the one that is open', '<'],
  ['unmatched closing tag', 'This end tag has no start tag', '<'],
  ['undefined entity', 'XML does not know this entity: write the character itself, or `&amp;` for an ampersand', '&'],
  ['disallowed character in entity name', AMPERSAND, '&'],
  ['empty entity name', AMPERSAND, '&'],
  ['malformed character entity', 'This number is no character of XML', '&'],
  ['disallowed character in tag name', 'The sign `<` is written `&lt;` in text'],
  ['disallowed character in attribute name', 'This is no name of an attribute: a quote may be missing before'],
  ['duplicate attribute', 'This element has an attribute twice', '<'],
  ['unquoted attribute', 'The value of an attribute stands in quotes'],
  ['attribute without value', 'An attribute has a value: `name="value"`'],
  ['no whitespace between attributes', 'A space is missing before this attribute'],
  ['disallowed character', 'This character cannot stand here in XML'],
  ['the string "]]>"', 'In text, `]]>` is written `]]&gt;`'],
  ['malformed comment', 'A comment must not have `--` in it'],
  ['text data outside of root', 'There is text outside of the first element'],
  ['document must contain a root', 'This file has no element'],
  ['unexpected end', 'The file ends in the middle of something'],
];
