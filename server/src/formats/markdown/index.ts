import type { GlossaryFormat } from '../format';
import { glossaryLimits } from '../limits';

/** A page of Markdown that defines terms, under headings, in tables or in lists. */
export const markdownFormat: GlossaryFormat = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['.md', '.markdown', '.mdx'],
  recognises: () => true,
  async reader() {
    const { readPage } = await import('./page');
    return { read: (source) => readPage(source, glossaryLimits) };
  },
  async writer() {
    const { writePage } = await import('./writer');
    return { write: writePage };
  },
};
