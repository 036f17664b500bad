/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** What stands between its tags besides elements, ends trimmed. */
  readonly text: string;
}

/**
 * Read an XML 1.0 document strictly: it throws at everything that is not well-formed, and at everything that our reports do
 * without (comments, CDATA, processing instructions, entities of a DTD).
 */
export function parseXml(document: string): XmlElement {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(document);
  if (illegal !== null) throw new Error(`U+${illegal[0].codePointAt(0)?.toString(16)} is no character of XML`);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('There is no XML declaration');
  const reader = new Reader(document, declaration.length);
  const root = reader.element();
  if (document.slice(reader.offset) !== '\n') throw new Error(`Something follows the root at ${reader.offset}`);
  return root;
}

class Reader {
  readonly #document: string;
  offset: number;

  constructor(document: string, offset: number) {
    this.#document = document;
    this.offset = offset;
  }

  element(): XmlElement {
    this.#take(/</y);
    const name = this.#take(/[a-z][a-z-]*/y);
    const attributes = new Map<string, string>();
    while (this.#peek(/ /y)) {
      this.#take(/ /y);
      const key = this.#take(/[a-z][a-z-]*/y);
      const value = this.#take(/="[^<"\n\t\r]*"/y);
      if (attributes.has(key)) throw new Error(`${key} is there twice`);
      attributes.set(key, decode(value.slice(2, -1)));
    }
    if (this.#peek(/\/>/y)) {
      this.#take(/\/>/y);
      return { name, attributes, children: [], text: '' };
    }
    this.#take(/>/y);
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      const between = this.#take(/[^<]*/y);
      if (between.includes(']]>')) throw new Error('Text holds the end of a CDATA section');
      text += decode(between);
      if (this.#peek(/<\//y)) break;
      children.push(this.element());
    }
    this.#take(new RegExp(`</${name}>`, 'y'));
    return { name, attributes, children, text: text.trim() };
  }

  #peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    return pattern.test(this.#document);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const [taken] = pattern.exec(this.#document) ?? [];
    if (taken === undefined) {
      throw new Error(`${pattern} is expected at: ${this.#document.slice(this.offset, this.offset + 40)}`);
    }
    this.offset += taken.length;
    return taken;
  }
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const code = /^#x([0-9a-f]+)$/.exec(name)?.[1];
    const character = code === undefined ? entities.get(name) : String.fromCodePoint(Number.parseInt(code, 16));
    if (character === undefined || !reference.endsWith(';')) throw new Error(`${reference} is no reference`);
    return character;
  });
}
