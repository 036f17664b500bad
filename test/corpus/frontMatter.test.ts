import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readGroundTruth } from '../accuracy/groundtruth';
import { importPages } from '../accuracy/importedPages';
import { outcomesOf } from '../accuracy/outcomes';

const corpora = path.join(import.meta.dirname, '../../../shared/corpora');
const glossaries = path.join(corpora, 'glossaries');

/** How many concepts there are in each language, drafts left out. */
const COUNTS: readonly (readonly [glossary: string, below: string, counts: string])[] = [
  [
    'kubernetes-hugo',
    'docs/reference/glossary',
    'de 5, en 140, es 48, fr 67, hi 43, id 51, it 27, ja 50, ko 116, pl 9, pt-br 93, ru 33, uk 15, vi 27, zh-cn 139',
  ],
  [
    'cncf-hugo',
    '',
    'bn 76, de 18, en 81, es 74, fr 70, hi 55, it 72, ja 73, ko 20, pt-br 58, ru 45, tr 54, ur 10, vi 32, zh-cn 72, zh-tw 40',
  ],
];

/** The share of the marks of authors that the imported glossary finds, with what the texts of links between pages teach. */
const RECALL = [
  ['k8s-en', 'en', 0.94],
  ['k8s-ja', 'ja', 0.9],
] as const;

describe('glossaries of pages with front matter', function () {
  this.timeout(120_000);

  before(function () {
    if (existsSync(glossaries)) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  for (const [glossary, below, counts] of COUNTS) {
    it(`reads every concept of ${glossary}, in all languages`, () => {
      const content = path.join(glossaries, glossary, 'content');
      const found = readdirSync(content).map((language) => {
        const concepts = importPages(path.join(content, language, below), glossary, language)?.concepts ?? [];
        const faults = concepts.filter(
          ({ definition, description = '' }) =>
            definition === '' || /\{\{[<%]|<!--|(?<!\])\]\(\//.test(definition + description),
        );
        assert.deepEqual(
          faults.map(({ id }) => id),
          [],
          language,
        );
        return `${language} ${concepts.length}`;
      });
      assert.equal(found.join(', '), counts);
    });
  }

  it('finds the names that pages state', () => {
    const concepts = importPages(path.join(glossaries, 'cncf-hugo/content/en'), 'CNCF', 'en')?.concepts ?? [];
    const names = new Map(concepts.map(({ id, terms }) => [id, terms.map(({ text }) => text)]));
    assert.deepEqual(names.get('kubernetes'), ['Kubernetes', 'K8s']);
    assert.deepEqual(names.get('webassembly'), ['WebAssembly', 'Wasm']);
    assert.deepEqual(names.get('docker'), undefined);
    assert.deepEqual(names.get('digital-certificate'), ['Digital Certificate']);
  });

  for (const [corpus, language, share] of RECALL) {
    it(`finds what authors marked in ${corpus}`, function () {
      const marked = readGroundTruth(path.join(corpora, 'groundtruth', corpus));
      const folder = path.join(glossaries, 'kubernetes-hugo/content', language, 'docs/reference/glossary');
      const glossary = importPages(folder, corpus, language);
      if (marked === undefined || glossary === undefined) return this.skip();
      const outcomes = outcomesOf({ ...marked, glossary });
      const found = outcomes.filter(({ isFound }) => isFound).length;
      assert.ok(found >= share * outcomes.length, `${found} of ${outcomes.length}`);
    });
  }
});
