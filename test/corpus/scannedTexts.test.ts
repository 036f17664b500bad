import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TermIndex } from '../../server/src/terminology/termIndex';
import { Numbers, TermSearch } from '../../server/src/terminology/termSearch';
import { SourceReader } from '../../server/src/text/source';

const folder = path.join(import.meta.dirname, '../../../shared/corpora/documents');

describe('long texts', function () {
  this.timeout(120_000);

  it('are searched alike with the scanner and without', function () {
    if (!existsSync(folder)) return this.skip();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:md|ya?ml)$/.test(name),
    );
    const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const words = [...new Set(texts.join('\n').match(/[\p{L}\p{N}+#.-]+(?: [\p{L}\p{N}]+)?/gu) ?? [])];
    const terms = words.filter((word, place) => place % 7 === 0 && !/^[-.]|[-.]$/.test(word));
    const index = new TermIndex((term) => terms[term] ?? '', terms.length);
    for (const [term, text] of terms.entries()) {
      index.add(term, { isExact: /^\p{Lu}+$/u.test(text), bends: true, listed: [] });
    }
    const [scanned, plain] = [0, Number.POSITIVE_INFINITY].map((from) => new TermSearch([index], from));
    const reader = new SourceReader();
    let count = 0;
    for (const [place, text] of texts.entries()) {
      const { units, length } = reader.read(text);
      const [one, other] = [scanned, plain].map((search) => {
        const matches = new Numbers();
        const isReadable = search?.find(units, 0, length, matches);
        return [isReadable, ...matches.cells.subarray(0, matches.length)];
      });
      assert.deepEqual(one, other, files[place]);
      count += one?.length ?? 0;
    }
    assert.ok(count > 0);
  });
});
