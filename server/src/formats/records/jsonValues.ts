import type { Span } from '../../text/span';
import type { JsonText } from './jsonText';
import { ownText } from './ownText';
import type { Value, Values } from './values';

/**
 * The values of a text of JSON; their nodes are their numbers. A class, because the engine writes what a closure keeps into
 * the machine code of its callers, and that would keep the text of the first large file.
 */
export class JsonValues implements Values {
  readonly root = 0;
  readonly hasAliases = false;
  readonly #text: string;
  readonly #values: JsonText;

  constructor(text: string, values: JsonText) {
    this.#text = text;
    this.#values = values;
  }

  open(node: unknown, place: Span): Value {
    if (typeof node !== 'number') return { kind: 'empty', span: place };
    const span = { start: at(this.#values.starts, node), end: at(this.#values.ends, node) };
    switch (this.#text.charAt(span.start)) {
      case '{':
        return { kind: 'record', pairs: this.#pairsIn(node), span };
      case '[':
        return { kind: 'list', nodes: this.#nodesIn(node), span };
      case '"':
        return { kind: 'text', text: stringOf(this.#sourceOf(span)), type: 'text', span };
      case 'n':
        return { kind: 'empty', span };
      case 't':
      case 'f':
        return { kind: 'text', text: ownText(this.#sourceOf(span)), type: 'boolean', span };
      default:
        return { kind: 'text', text: ownText(this.#sourceOf(span)), type: 'number', span };
    }
  }

  #sourceOf({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  #nodesIn(list: number): readonly number[] {
    const { followers } = this.#values;
    const nodes: number[] = [];
    const end = at(followers, list);
    for (let node = list + 1; node < end; node = at(followers, node)) nodes.push(node);
    return nodes;
  }

  #pairsIn(record: number): readonly { readonly key: number; readonly value: number }[] {
    const { followers } = this.#values;
    const pairs: { key: number; value: number }[] = [];
    const end = at(followers, record);
    for (let key = record + 1; key < end; key = at(followers, key + 1)) pairs.push({ key, value: key + 1 });
    return pairs;
  }
}

/** Read a string with the engine's own reader, which makes a text of its own: a slice would keep that of the whole file. */
function stringOf(source: string): string {
  const string: unknown = JSON.parse(source);
  return typeof string === 'string' ? string : '';
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}
