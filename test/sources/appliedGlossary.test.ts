import assert from 'node:assert/strict';
import { nativeFormat } from '../../server/src/formats/native';
import { emptyReading, filesOf, type LoadedGlossary } from '../../server/src/loadedGlossary';
import { narrowed, renamed } from '../../server/src/sources/appliedGlossary';

const TEXT = 'concepts: [{ term: a, definition: x }, { term: b, definition: x }, { term: c, definition: x }]';

/** Three concepts, the first two in a part for `docs`, the second and third in one for `src`. */
function loaded(): LoadedGlossary {
  const uri = 'file:///repo/a.yaml';
  const { glossary } = nativeFormat.read({ uri, text: TEXT, defaultName: 'Acme' });
  return {
    ...emptyReading(uri),
    glossary,
    parts: [
      { paths: ['docs'], concepts: { start: 0, end: 2 } },
      { paths: ['src'], concepts: { start: 1, end: 3 } },
    ],
  };
}

function termsOf({ glossary }: LoadedGlossary): string {
  return glossary?.concepts.map(({ terms: [{ text }] }) => text).join(' ') ?? '';
}

describe('a glossary with parts', () => {
  for (const [path, terms] of [
    ['docs/a.md', 'a b'],
    ['src/a.md', 'b c'],
    ['docs/src/a.md', 'a b c'],
    ['other/a.md', ''],
    [undefined, ''],
  ] as const) {
    it(`has ${terms === '' ? 'nothing' : terms} for ${path}`, () =>
      assert.equal(termsOf(narrowed(loaded(), path)), terms));
  }

  it('keeps what is in no part', () => {
    const { parts: _, ...whole } = loaded();
    const parts = [{ paths: ['docs'], concepts: { start: 0, end: 1 } }];
    assert.equal(termsOf(narrowed({ ...whole, parts }, 'src/a.md')), 'b c');
  });

  it('is the same value for the same parts, whatever the document', () => {
    const glossary = loaded();
    assert.equal(narrowed(glossary, 'docs/a.md').glossary, narrowed(glossary, 'docs/b/c.md').glossary);
    assert.equal(narrowed(glossary, 'docs/src/a.md'), glossary);
  });

  it('is wrong where its file is, and in all of it', () => {
    const glossary = loaded();
    assert.deepEqual(filesOf(narrowed(glossary, 'docs/a.md')), [glossary]);
  });
});

describe('a glossary that is given a name', () => {
  it('is searched with the index that it has by its own name', () => {
    const { glossary: original } = loaded();
    const { glossary } = renamed({ ...loaded(), glossary: original }, 'Other');
    assert.equal(glossary?.original, original);
    const senses = Array.from({ length: 3 }, (_, term) => glossary?.terms.sense(term));
    assert.deepEqual(
      senses.map((sense) => [sense?.term.text, sense?.glossary]),
      ['a', 'b', 'c'].map((text) => [text, 'Other']),
    );
    assert.equal(glossary?.find('b'), original?.conceptAt(1));
  });

  it('has it on its cards, and is the same value each time', () => {
    const glossary = loaded();
    const named = renamed(glossary, 'Other');
    assert.equal(named.glossary?.name, 'Other');
    assert.equal(named.glossary?.terms.sense(0)?.glossary, 'Other');
    assert.equal(renamed(glossary, 'Other'), named);
    assert.equal(renamed(glossary, 'Acme'), glossary);
  });
});
