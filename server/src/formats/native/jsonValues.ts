import type { Span } from '../../text/span';
import type { JsonText } from './jsonText';
import type { Value, Values } from './values';

/** Make the values of a text of JSON; their nodes are their numbers. */
export function jsonValues(text: string, { starts, ends, followers }: JsonText): Values {
  function open(node: unknown, place: Span): Value {
    if (typeof node !== 'number') return { kind: 'empty', span: place };
    const span = { start: at(starts, node), end: at(ends, node) };
    switch (text.charAt(span.start)) {
      case '{':
        return { kind: 'record', pairs: pairsIn(node), span };
      case '[':
        return { kind: 'list', nodes: nodesIn(node), span };
      case '"':
        return { kind: 'text', text: stringAt(span), type: 'text', span };
      case 'n':
        return { kind: 'empty', span };
      case 't':
      case 'f':
        return { kind: 'text', text: text.slice(span.start, span.end), type: 'boolean', span };
      default:
        return { kind: 'text', text: text.slice(span.start, span.end), type: 'number', span };
    }
  }

  function nodesIn(list: number): readonly number[] {
    const nodes: number[] = [];
    const end = at(followers, list);
    for (let node = list + 1; node < end; node = at(followers, node)) nodes.push(node);
    return nodes;
  }

  function pairsIn(record: number): readonly { readonly key: number; readonly value: number }[] {
    const pairs: { key: number; value: number }[] = [];
    const end = at(followers, record);
    for (let key = record + 1; key < end; key = at(followers, key + 1)) pairs.push({ key, value: key + 1 });
    return pairs;
  }

  /** The engine's own reader makes a string of its own, where a slice would keep the text of the whole file. */
  function stringAt({ start, end }: Span): string {
    const string: unknown = JSON.parse(text.slice(start, end));
    return typeof string === 'string' ? string : '';
  }

  return { root: 0, open };
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}
