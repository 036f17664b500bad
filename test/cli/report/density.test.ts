import assert from 'node:assert/strict';
import {
  countWords,
  densestDocuments,
  densityBins,
  documentsInNeed,
  medianDensity,
  perHundredWords,
} from '../../../server/src/cli/report/density';
import type { DocumentUsage } from '../../../server/src/cli/report/usageReport';
import { reportWith } from './reports';

describe('counting words', () => {
  const rows: readonly (readonly [name: string, text: string, words: number])[] = [
    ['nothing', '', 0],
    ['white space alone', ' \t\n\u00a0', 0],
    ['words and what stands between them', 'one two,  three\nfour.', 4],
    ['an apostrophe, a hyphen and a dot inside', "can't roll-out v1.29", 3],
    ['signs alone are no words', '— & + ... 100', 1],
    ['words in other alphabets', 'кластер из узлов', 3],
    ['words with marks of their own', 'ne\u0301 हिन्दी', 2],
    ['two ideographs are a word', '容器编排', 2],
    ['an odd ideograph is a word', '容器编', 2],
    ['ideographs around a word', '在Kubernetes中', 2],
    ['kana and Thai, by their characters', 'ポッド ระบบ', 4],
    ['Korean, between its spaces', '파드는 작다', 2],
    ['letters outside of the first plane', '𐐷𐐲 𐐲', 2],
    ['pictures are no words', '😀 😀😀', 0],
    ['halves of pairs are no words', '\ud800 \udc00', 0],
  ];
  for (const [name, text, words] of rows) it(name, () => assert.equal(countWords(text), words));
});

describe('density', () => {
  it('is how many there are in a hundred words', () => assert.equal(perHundredWords(3, 200), 1.5));
  it('is none without words', () => assert.equal(perHundredWords(3, 0), 0));

  it('lists the densest documents first, and not those too short to have one', () => {
    const documents = [document('a', 100, 5), document('b', 49, 40), document('c', 50, 10), document('d', 100, 0)];
    const densest = densestDocuments(reportWith({ documents }));
    assert.deepEqual(pathsOf(densest), ['c', 'a']);
  });

  it('lists the documents with the most to mend first, of equal ones the denser', () => {
    const documents = [
      document('nothing to mend', 100, 50),
      document('one to avoid', 100, 1, { avoided: ['x'] }),
      document('two', 100, 0, { avoided: ['x'], unexplained: ['Y'] }),
      document('one unexplained, denser', 100, 2, { unexplained: ['Y'] }),
    ];
    const inNeed = documentsInNeed(reportWith({ documents }));
    assert.deepEqual(pathsOf(inNeed), ['two', 'one unexplained, denser', 'one to avoid']);
  });
});

describe('bins of density', () => {
  const rows: readonly (readonly [name: string, densities: readonly number[], bins: readonly string[]])[] = [
    ['none without documents', [], []],
    ['one where all are alike', [0, 0], ['0–0.5: 2']],
    ['half a use wide', [0, 0.4, 0.5, 1.9], ['0–0.5: 2', '0.5–1: 1', '1–1.5: 0', '1.5–2: 1']],
    ['one use wide', [0, 6], ['0–1: 1', '1–2: 0', '2–3: 0', '3–4: 0', '4–5: 0', '5–6: 0', '6–7: 1']],
    [
      'never more than twelve',
      [0, 120],
      ['0–10: 1', ...[10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((from) => `${from}–${from + 10}: 0`), '110–: 1'],
    ],
  ];
  for (const [name, densities, expected] of rows) {
    it(name, () => {
      const documents = densities.map((density, index) => document(`${index}`, 100, density));
      const bins = densityBins(reportWith({ documents }));
      assert.deepEqual(
        bins.map(({ from, to, documents: number }) => `${from}–${to ?? ''}: ${number}`),
        expected,
      );
    });
  }

  it('puts a few that are far off into an open bin with the last', () => {
    const documents = [...Array(99).keys()].map((index) => document(`${index}`, 1000, index % 10));
    const bins = densityBins(reportWith({ documents: [...documents, document('glossary', 100, 90)] }));
    assert.deepEqual(bins.at(-1), { from: 0.5, to: undefined, documents: 50 });
  });

  it('holds every document that has a density', () => {
    const documents = [...Array(500).keys()].map((index) => document(`${index}`, 50 + index, (index * 7) % 50));
    const bins = densityBins(reportWith({ documents }));
    assert.equal(
      bins.reduce((sum, bin) => sum + bin.documents, 0),
      documents.length,
    );
  });
});

describe('the median density', () => {
  const rows: readonly (readonly [name: string, densities: readonly number[], median: number | undefined])[] = [
    ['there is none without documents', [], undefined],
    ['of one', [3], 3],
    ['of three', [9, 1, 4], 4],
    ['of four, between the two in the middle', [9, 1, 4, 6], 5],
  ];
  for (const [name, densities, median] of rows) {
    it(name, () => {
      const documents = densities.map((density, index) => document(`${index}`, 100, density));
      assert.equal(medianDensity(reportWith({ documents })), median);
    });
  }
});

function document(path: string, words: number, uses: number, more: Partial<DocumentUsage> = {}): DocumentUsage {
  return { path, words, uses, concepts: Math.min(uses, 1), avoided: [], unexplained: [], ...more };
}

function pathsOf(documents: readonly DocumentUsage[]): readonly string[] {
  return documents.map(({ path }) => path);
}
