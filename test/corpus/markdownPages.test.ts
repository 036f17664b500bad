import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { glossaryLimits } from '../../server/src/formats/limits';
import { readPage } from '../../server/src/formats/markdown/page';

const content = path.join(import.meta.dirname, '../../../shared/corpora/glossaries/opentelemetry-headings/content');

describe('glossaries on one page', () => {
  before(function () {
    if (existsSync(content)) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  it('have a concept for each heading, in all languages', () => {
    const counts = readdirSync(content).map((language) => {
      const file = path.join(content, language, 'docs/concepts/glossary.md');
      const source = { uri: `file://${file}`, text: readFileSync(file, 'utf8'), defaultName: 'Test' };
      const { glossary, problems } = readPage(source, glossaryLimits);
      assert.deepEqual(problems, [], language);
      return `${glossary?.language} ${glossary?.size}`;
    });
    assert.equal(counts.join(', '), 'bn 65, en 68, es 66, ja 68, ko 68, zh 66');
  });
});
