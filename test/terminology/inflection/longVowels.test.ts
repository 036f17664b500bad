import assert from 'node:assert/strict';
import { formsOf } from '../../../server/src/terminology/inflection';
import { longVowelVariants } from '../../../server/src/terminology/inflection/longVowels';

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
