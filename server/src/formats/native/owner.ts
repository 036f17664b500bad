import type { Owner } from '../../terminology/glossary';
import {
  type Field,
  type Reading,
  type RecordKind,
  readFields,
  readLine,
  reportMissing,
  reportWrongType,
} from '../records/fields';
import { isLinkAddress } from './linkAddress';

/** Read who keeps a glossary: a name, or a record that says how to reach them as well. */
export function readOwner(reading: Reading, field: Field | undefined): Owner | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind === 'list') {
    reportWrongType(reading, value, '`owner`', 'one name, or a record with `name`, `url` and `contact`');
    return undefined;
  }
  if (value.kind !== 'record') {
    const line = readLine(reading, field);
    return line && { name: line.text };
  }
  const fields = readFields(reading, value, OWNER);
  const name = readLine(reading, fields.get('name'));
  const url = readLine(reading, fields.get('url'));
  const contact = readLine(reading, fields.get('contact'));
  if (name === undefined) {
    if (fields.get('name') === undefined) reportMissing(reading, value, OWNER, 'name');
    return undefined;
  }
  return {
    name: name.text,
    ...(url !== undefined && isLinkAddress(reading, url) ? { url: url.text } : {}),
    ...(contact === undefined ? {} : { contact: contact.text }),
  };
}

const OWNER: RecordKind = {
  name: 'an owner',
  fields: ['name', 'url', 'contact'],
  otherNames: new Map([
    ['title', 'name'],
    ['team', 'name'],
    ['link', 'url'],
    ['website', 'url'],
    ['mail', 'contact'],
    ['email', 'contact'],
    ['channel', 'contact'],
  ]),
};
