import assert from 'node:assert/strict';
import { formsOf } from '../../../server/src/terminology/inflection';
import { longVowelVariants } from '../../../server/src/terminology/inflection/longVowels';
import { hasCorpora, hugoTitles } from '../../support/corpusTitles';

describe('the long vowels of Japanese', () => {
  const rows: readonly (readonly [term: string, ...variants: string[]])[] = [
    ['サーバー', 'サーバ'],
    ['サーバ', 'サーバー'],
    ['コントローラー', 'コントローラ'],
    ['コントローラ', 'コントローラー'],
    ['メモリ', 'メモリー'],
    ['サーバーレス', 'サーバレス'],
    ['サーバレス', 'サーバーレス'],
    ['APIサーバー', 'APIサーバ'],
    ['クラスター管理者', 'クラスタ管理者'],
    // Short words keep theirs.
    ['キー'],
    ['コピー'],
    ['エラー'],
    // Not what stands for another vowel, and nothing without katakana.
    ['ノード'],
    ['ワークロード'],
    ['名前空間'],
    ['Pod'],
  ];
  for (const [term, ...variants] of rows) {
    it(`${term}: ${variants.length === 0 ? 'no other spelling' : variants.join(' ')}`, () => {
      assert.deepEqual(longVowelVariants(term), variants);
    });
  }

  it('may fall one by one and together', () => {
    const variants = longVowelVariants('クラウドコントローラーマネージャー');
    for (const wanted of [
      'クラウドコントローラマネージャ',
      'クラウドコントローラーマネージャ',
      'クラウドコントローラマネージャー',
    ])
      assert.ok(variants.includes(wanted), wanted);
  });

  it('stay few, whatever the word', () => {
    assert.ok(longVowelVariants('サーバー'.repeat(50)).length < 200);
  });

  it('are forms of the term, which still bends where it ends in Latin letters', () => {
    const term = { text: 'サーバー API', status: 'preferred', kind: 'full', caseRule: 'auto' } as const;
    assert.deepEqual(formsOf(term, 'ja'), { listed: ['サーバ API'], bends: true });
  });
});

describe('the long vowels of real glossaries', () => {
  before(function () {
    if (hasCorpora) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  for (const glossary of ['kubernetes-hugo', 'cncf-hugo'] as const) {
    it(`make few spellings of a title, and none that is another title: ${glossary}`, () => {
      const titles = hugoTitles(glossary, 'ja');
      const owners = new Map(titles.map(({ id, title }) => [title, id]));
      let variants = 0;
      for (const { id, title } of titles) {
        for (const variant of longVowelVariants(title)) {
          variants++;
          assert.ok([undefined, id].includes(owners.get(variant)), variant);
        }
      }
      assert.ok(titles.length >= 50 && variants < 3 * titles.length, `${variants} of ${titles.length}`);
    });
  }
});
