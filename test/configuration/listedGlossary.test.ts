import assert from 'node:assert/strict';
import { type ListedGlossary, listGlossaryEdits } from '../../server/src/configuration/listedGlossary';
import { applyEdits } from '../analysis/suppressions/suppressed';

const terms: ListedGlossary = { source: 'words/terms.csv' };

const rows: readonly (readonly [name: string, before: string, after: string | undefined, glossary?: ListedGlossary])[] =
  [
    ['in a file that is new', '', 'glossaries:\n  - words/terms.csv\n'],
    ['in a file without glossaries', 'audience: users\n', 'audience: users\nglossaries:\n  - words/terms.csv\n'],
    ['behind others', 'glossaries:\n  - a.yaml # ours\n', 'glossaries:\n  - a.yaml # ours\n  - words/terms.csv\n'],
    ['behind others in brackets', 'glossaries: [a.yaml]\n', 'glossaries: [a.yaml, words/terms.csv]\n'],
    ['behind a single one', 'glossaries: a.yaml\n', 'glossaries: [a.yaml, words/terms.csv]\n'],
    ['where there is none', 'glossaries:\naudience: users\n', 'glossaries: [words/terms.csv]\naudience: users\n'],
    ['in quotes where YAML needs them', '', 'glossaries:\n  - "a #1: b.csv"\n', { source: 'a #1: b.csv' }],
    ['further up', '', 'glossaries:\n  - ../terms.csv\n', { source: '../terms.csv' }],
    ['not where it is listed', 'glossaries: [words/terms.csv]\n', 'glossaries: [words/terms.csv]\n'],
    ['not where it is the only one', 'glossaries: words/terms.csv\n', 'glossaries: words/terms.csv\n'],
    ['not in a file that does not parse', 'glossaries: [', undefined],
    ['not in a list', '- a\n', undefined],
  ];

describe('a glossary is listed in a configuration', () => {
  for (const [name, before, after, glossary = terms] of rows) {
    it(name, () => {
      const edits = listGlossaryEdits({ uri: 'file:///repo/glossary-lens.yaml', text: before }, glossary, []);
      assert.equal(edits === undefined ? undefined : applyEdits(before, edits), after);
    });
  }
});
