import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tbxWriter } from '../../server/src/formats/tbx/writer';
import { read } from '../formats/tbx/tbx';
import { faultsIn } from '../formats/tbx/tbxBasic';

const corpus = path.join(import.meta.dirname, '../../../shared/corpora/glossaries/tbx-termate/data');

describe('real term bases', () => {
  before(function () {
    if (existsSync(corpus)) return;
    console.log('      skipped: ../shared/corpora/glossaries/tbx-termate is not there');
    this.skip();
  });

  const textOf = (name: string) => readFileSync(path.join(corpus, name), 'utf8');
  const astronomy = 'examples/Example_Astronomy_DCA_VALID.tbx';
  /** Each row: the language, its concepts, its terms, those to avoid, those with a definition. */
  const rows: readonly (readonly [string | undefined, number, number, number, number])[] = [
    [undefined, 39, 55, 2, 36],
    ['es', 39, 52, 2, 38],
    ['zu', 6, 6, 0, 0],
  ];
  for (const [language, conceptCount, termCount, avoidedCount, definedCount] of rows) {
    it(`has the terms of astronomy in ${language ?? 'its own language'}`, () => {
      const { glossary, problems } = read(textOf(astronomy), language === undefined ? undefined : { language });
      const concepts = glossary?.concepts ?? [];
      const terms = concepts.flatMap((concept) => concept.terms);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        [
          concepts.length,
          terms.length,
          terms.filter(({ status }) => status === 'deprecated').length,
          concepts.filter(({ definition }) => definition !== '').length,
        ],
        [conceptCount, termCount, avoidedCount, definedCount],
      );
    });
  }

  it('has concepts, terms and definitions where it says', () => {
    const text = textOf(astronomy);
    const { glossary, places = new Int32Array() } = read(text);
    for (const [number, { terms, definition, origin }] of (glossary?.concepts ?? []).entries()) {
      const [termStart, termEnd, start, end] = places.subarray(4 * number);
      assert.equal(text.slice(termStart, termEnd).replace(/\s+/g, ' '), terms[0].text);
      assert.equal(text.slice(start, end).replace(/\s+/g, ' '), definition);
      assert.ok(text.slice(origin.span.start, origin.span.end).startsWith('<conceptEntry'));
    }
  });

  it('says what it leaves out', () => {
    assert.deepEqual(
      read(textOf(astronomy)).leftOut?.map(({ what, count }) => [what, count]),
      [
        ['`transacGrp`', 316],
        ['terms in `es`', 52],
        ['`source`', 62],
        ['concepts without a term in this language', 6],
      ],
    );
  });

  it('stays the same where it is written and read again, valid by the rules of TBX-Basic', () => {
    const { glossary } = read(textOf(astronomy));
    assert.ok(glossary !== undefined);
    const text = tbxWriter.write(glossary).files[0]?.text ?? '';
    assert.deepEqual(faultsIn(text), []);
    const withoutOrigin = (concepts: typeof glossary.concepts) => concepts.map(({ origin: _, ...rest }) => rest);
    assert.deepEqual(withoutOrigin(read(text).glossary?.concepts ?? []), withoutOrigin(glossary.concepts));
  });

  for (const name of ['examples/eba_320.tbx', 'examples/solvency2_termbase.tbx', 'lassy/lassy_with_insurance.tbx']) {
    it(`says that Git LFS has ${name}`, () => {
      const { glossary, problems } = read(textOf(name));
      assert.equal(glossary, undefined);
      assert.match(problems[0]?.message ?? '', /^Git LFS keeps/);
    });
  }
});
