import assert from 'node:assert/strict';
import { documentSelector } from '../../client/src/documents';
import { languages } from '../../server/src/languages';

describe('documents that the client hands to the server', () => {
  const selected = new Set(documentSelector.map((filter) => ('language' in filter ? filter.language : undefined)));
  const patterns = documentSelector.map((filter) => ('pattern' in filter ? filter.pattern : '')).join();

  for (const { id, languageIds, extensions } of languages) {
    it(`are those of ${id} under every id that VS Code has for it`, () => {
      // With a dot are those of other editors.
      const ids = languageIds.filter((languageId) => !languageId.includes('.'));
      assert.deepEqual(
        ids.filter((languageId) => !selected.has(languageId)),
        [],
      );
    });

    it(`are those of ${id} with every extension`, () => {
      const names = patterns.split(/[{},]/);
      assert.deepEqual(
        extensions.filter((extension) => !names.includes(extension.slice(1))),
        [],
      );
    });
  }
});
