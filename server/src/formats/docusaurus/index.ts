import type { GlossaryFormat } from '../format';
import { jsonShape } from '../jsonList/shape';

/** The glossaries of docusaurus-plugin-glossary: docs/formats.md. */
export const docusaurusFormat: GlossaryFormat = {
  id: 'docusaurus',
  name: 'docusaurus-plugin-glossary',
  extensions: ['.json'],
  recognises({ text }) {
    const shape = jsonShape(text);
    if (shape?.fields.get('terms') !== 'list') return false;
    const names = shape.names.get('terms');
    return names?.has('term') === true && [...shape.fields.keys()].every((name) => FILE_FIELDS.has(name));
  },
  async reader() {
    const { readDocusaurus } = await import('./reader');
    return { read: readDocusaurus };
  },
  async writer() {
    const { writeDocusaurus } = await import('./writer');
    return { write: writeDocusaurus };
  },
};

/** What a file says of itself, and of its list. */
const FILE_FIELDS: ReadonlySet<string> = new Set(['title', 'description', 'terms', '$schema']);
