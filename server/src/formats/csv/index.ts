import type { GlossaryFormat } from '../format';
import { tableLimits } from '../limits';

/** Tables of comma-separated values: docs/formats.md. */
export const csvFormat: GlossaryFormat = {
  id: 'csv',
  name: 'CSV',
  extensions: ['.csv'],
  recognises: () => true,
  async reader() {
    const { readTable } = await import('./reader');
    return { read: (source) => readTable(source, tableLimits) };
  },
  async writer() {
    const { writeTable } = await import('./writer');
    return { write: (glossary) => writeTable(glossary, ',') };
  },
};

/** Tables with tabs between their cells. */
export const tsvFormat: GlossaryFormat = {
  id: 'tsv',
  name: 'TSV',
  extensions: ['.tsv', '.tab'],
  recognises: () => true,
  async reader() {
    const { readTable } = await import('./reader');
    return { read: (source) => readTable(source, tableLimits) };
  },
  async writer() {
    const { writeTable } = await import('./writer');
    return { write: (glossary) => writeTable(glossary, '\t') };
  },
};
