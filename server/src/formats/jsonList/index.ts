import { misspelt } from '../../text/suggestion';
import { guessHeading } from '../columns/headings';
import type { GlossaryFormat } from '../format';
import { tableLimits } from '../limits';
import { conceptFields } from '../native/conceptRecord';
import { LIST_NAMES } from './listNames';
import { type JsonShape, jsonShape } from './shape';

/** Lists of records in JSON, and records of terms with their definitions: docs/formats.md. */
export const jsonListFormat: GlossaryFormat = {
  id: 'json-list',
  name: 'JSON list',
  extensions: ['.json'],
  recognises({ text }) {
    const shape = jsonShape(text);
    return shape !== undefined && (shape.kind === 'list' ? isForeignList(shape) : isForeignRecord(shape));
  },
  async reader() {
    const { readJsonList } = await import('./reader');
    return { read: (source) => readJsonList(source, tableLimits) };
  },
  async writer() {
    const { writeJsonList } = await import('./writer');
    return { write: writeJsonList };
  },
};

/** A list of records with fields of ours alone is ours, misspelt ones among them: they are told about and mended there. */
function isForeignList({ names, hasTexts }: JsonShape): boolean {
  const fields = [...(names.get('') ?? [])];
  if (fields.length === 0) return hasTexts;
  return fields.some(namesTerms) && !(fields.includes('term') && fields.every(isOurs));
}

function isForeignRecord({ fields, names }: JsonShape): boolean {
  const kinds = [...fields];
  if (fields.has('concepts') || fields.has('contexts')) return false;
  if (kinds.length === 0 || kinds.some(([name]) => name.startsWith('@'))) return false;
  const hasList = kinds.some(([name, kind]) => kind === 'list' && LIST_NAMES.has(name));
  if (hasList) return true;
  const terms = kinds.filter(([name]) => !name.startsWith('$'));
  const isDictionary = terms.every(([, kind]) => kind === 'text' || kind === 'record');
  return isDictionary && terms.some(([name, kind]) => !FILE_FIELDS.has(name) || (kind === 'record' && names.has(name)));
}

/** What our own files say of themselves. */
const FILE_FIELDS: ReadonlySet<string> = new Set(['name', 'language', 'category', 'version']);

function namesTerms(name: string): boolean {
  const field = guessHeading(name)?.field;
  return field === 'term' || field === 'abbreviations' || field === 'full';
}

function isOurs(name: string): boolean {
  if (conceptFields.includes(name)) return true;
  return guessHeading(name) === undefined && misspelt(name, conceptFields) !== undefined;
}
