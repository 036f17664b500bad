import type { ValuesOfText } from '../records/valueEnd';
import type { Value } from '../records/values';
import { findField } from './openGlossary';
import type { WrittenValue } from './written';

/** Tell whether a value of a file says just what was to be written; white space around texts does not count. */
export function valueIs(file: ValuesOfText, value: Value, written: WrittenValue): boolean {
  if (typeof written !== 'object') {
    const text = String(written).trim();
    return value.kind === 'text' ? value.text.trim() === text : value.kind === 'empty' && text === '';
  }
  if ('fields' in written) {
    if (value.kind !== 'record' || value.pairs.length !== written.fields.length) return false;
    return written.fields.every((field) => {
      const found = findField(file, value, field.name);
      return found !== undefined && valueIs(file, found.value, field.value);
    });
  }
  if (value.kind !== 'list' || value.nodes.length !== written.length) return false;
  return written.every((item, place) => valueIs(file, file.values.open(value.nodes[place], value.span), item));
}
