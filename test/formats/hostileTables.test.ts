import assert from 'node:assert/strict';
import { readTable } from '../../server/src/formats/csv/reader';
import { jsonListFormat } from '../../server/src/formats/jsonList';
import { readJsonList } from '../../server/src/formats/jsonList/reader';
import { jsonShape } from '../../server/src/formats/jsonList/shape';
import { tableLimits } from '../../server/src/formats/limits';
import { shownConcepts } from '../support/shownConcepts';

const readCsv = (text: string, limits = tableLimits) =>
  readTable({ uri: 'file:///x.csv', text, defaultName: 'x' }, limits);
const readJson = (text: string, limits = tableLimits) =>
  readJsonList({ uri: 'file:///x.json', text, defaultName: 'x' }, limits);
const rowsOf = (size: number, row: (index: number) => string) => Array.from({ length: size }, (_, index) => row(index));

describe('hostile tables', () => {
  it('a quote that is never closed is told at its line, and all rows are read', () => {
    const rows = rowsOf(20_000, (index) => (index === 3 ? 't3,"open' : `t${index},d`));
    const text = ['Term,Definition', ...rows].join('\n');
    const { glossary, problems } = readCsv(text);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['syntax', '"open']],
    );
    assert.equal(glossary?.size, 20_000);
  });

  it('50 MB behind a quote are over the limit, which is told', () => {
    const { glossary, problems } = readCsv(`Term\n"${'x'.repeat(50_000_000)}`);
    assert.equal(glossary, undefined);
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [
        [
          'too-large',
          'This file has too many characters: 50,000,006, the limit is 20,000,000; nothing of it is read. Split it into several files',
        ],
      ],
    );
  });

  it('a million columns are over the limit, and the first ones are read', () => {
    const text = `Term,${'Notes,'.repeat(1_000_000)}\nPod${',x'.repeat(1_000_000)}\n`;
    const { glossary, problems, leftOut, columns } = readCsv(text);
    assert.deepEqual(
      problems.map(({ code, message, span }) => [code, message, span.start]),
      [
        [
          'too-many-parts',
          'Too many columns: 1,000,001, the limit is 1,000; those from here on are left out',
          'Term,'.length + 999 * 'Notes,'.length,
        ],
      ],
    );
    assert.equal(columns?.length, 1_000);
    assert.deepEqual([glossary?.size, glossary?.concepts[0]?.terms[0].text], [1, 'Pod']);
    assert.deepEqual(leftOut, [{ what: 'a cell beyond the last column', count: 999_001, span: leftOut?.[0]?.span }]);
  });

  it('line ends of all kinds in one file', () => {
    const { glossary } = readCsv('Term,Definition\r\na,1\nb,2\rc,"3\r\n4\n5\r6"\n\r\nd,7');
    assert.deepEqual(
      glossary?.concepts.map(({ terms, definition, origin }) => [terms[0].text, definition, origin.line]),
      [
        ['a', '1', 1],
        ['b', '2', 2],
        ['c', '3\r\n4\n5\r6', 3],
        ['d', '7', 8],
      ],
    );
  });

  it('commands of spreadsheets are text', () => {
    const text = 'Term,Definition\n=cmd|\'/c calc\'!A0,"=HYPERLINK(""http://x"")"\n@SUM(1),+1\n';
    assert.deepEqual(shownConcepts(readCsv(text)), ['=cmd = \'/c calc\'!A0: =HYPERLINK("http://x")', '@SUM(1): +1']);
  });

  it('one term a hundred times has a hundred concepts and as many problems as are told', () => {
    const { glossary, problems } = readCsv(`Term,Definition\n${'Pod,One.\n'.repeat(1_000)}`);
    assert.equal(glossary?.size, 1_000);
    assert.equal(problems.length, tableLimits.problems + 1);
    assert.equal(problems.at(-1)?.message, '899 more problems in this file');
  });

  it('terms that differ in capitals or composition alone are told', () => {
    const { problems, glossary } = readCsv('Term,Aliases\ncafe\u0301,caf\u00e9\nPod,pod\n');
    assert.equal(glossary?.size, 2);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['repeated-term', 'repeated-term'],
    );
  });

  it('next to nothing is an empty glossary', () => {
    for (const text of ['', '\ufeff', '\n\n', '# x', 'Term', ',,,', '""', 'sep=;']) {
      const { problems } = readCsv(text);
      assert.ok(problems.length === 1, JSON.stringify(text));
      assert.equal(problems[0]?.code, 'empty-glossary', JSON.stringify(text));
    }
  });

  it('a term of 1 MB and a definition of 10 MB are left out', () => {
    const text = `Term,Definition\n${'x'.repeat(1_000_000)},d\nPod,${'y'.repeat(10_000_000)}\n`;
    const { glossary, problems } = readCsv(text);
    assert.deepEqual(shownConcepts({ glossary, problems, relatedNames: [] }), ['Pod']);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'The column `Term` has too many characters here: 1,000,000, the limit is 200; it is left out',
        'The column `Definition` has too many characters here: 10,000,000, the limit is 65,536; it is left out',
      ],
    );
  });

  it('a term that would be found everywhere is none', () => {
    const { problems, glossary } = readCsv('Term\n\u200b\n\u00ad\u200d\n--\n\ud83d\ude00\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unusable-term', 'unusable-term', 'unusable-term'],
    );
    assert.equal(glossary?.size, 1);
  });

  it('rows outside of a merge conflict are read, wherever it is', () => {
    const lines = ['Term,Definition', 'a,1', 'b,2', 'c,3'];
    for (let at = 0; at <= lines.length; at++) {
      const conflict = ['<<<<<<< ours', 'x,8', '=======', 'y,9', '>>>>>>> theirs'];
      const { glossary, problems } = readCsv([...lines.slice(0, at), ...conflict, ...lines.slice(at)].join('\n'));
      const terms = glossary?.concepts.map(({ terms: [term] }) => term.text) ?? [];
      for (const term of ['a', 'b', 'c']) assert.ok(terms.includes(term), `${term} at ${at}`);
      assert.ok(!terms.includes('y'));
      assert.equal(problems[0]?.code, 'merge-conflict');
    }
  });

  it('NUL is a character as others are', () => {
    assert.deepEqual(shownConcepts(readCsv('Term,Definition\na\0b,c\0d\n')), ['a\0b: c\0d']);
  });

  it('has no more concepts than the limit, which is told', () => {
    const { glossary, problems } = readCsv('Term\na\nb\nc\nd\n', { ...tableLimits, concepts: 2 });
    assert.equal(glossary?.size, 2);
    assert.deepEqual(
      problems.map(({ code, message, span }) => [code, message, span.start]),
      [['too-many-concepts', 'Too many concepts: the limit is 2; the rows from here on are left out', 9]],
    );
  });
});

describe('hostile lists in JSON', () => {
  const deep: readonly (readonly [name: string, text: string])[] = [
    ['lists', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['records', '{"a":'.repeat(1_000_000)],
    ['a list in a field', `[{"term":"Pod","x":${'['.repeat(1_000)}1${']'.repeat(1_000)}}]`],
  ];
  for (const [name, text] of deep) {
    it(`deep ${name} are refused, twice`, () => {
      for (let time = 0; time < 2; time++) {
        assert.ok(readJson(text).problems.some(({ code }) => code === 'too-deep'));
        jsonListFormat.recognises({ uri: 'file:///x.json', text });
      }
    });
  }

  it('reserved names are terms and fields as others are', () => {
    const text =
      '[{"term":"__proto__","toString":"x"},{"term":"constructor"},{"term":"then","__proto__":{"definition":"x"}}]';
    assert.deepEqual(shownConcepts(readJson(text)), ['__proto__', 'constructor', 'then']);
    assert.equal(({} as Record<string, unknown>).definition, undefined);
  });

  it('of wrong shapes the rest is read', () => {
    const text =
      '[{"term":"a","definition":{"x":[1]}},{"term":["b"]},{"term":{"c":1}},null,5,[],{},{"term":"d","aliases":{"a":[]}}]';
    const { glossary, problems } = readJson(text);
    assert.deepEqual(
      glossary?.concepts.map(({ terms }) => terms[0].text),
      ['a', 'b', '5', 'd'],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['wrong-type', '[]']],
    );
  });

  it('halves of surrogates stay in their place', () => {
    const text = '[{"term":"a\\ud800b","definition":"\\udc00"},{"term":"c"}]';
    const { glossary, places } = readJson(text);
    assert.equal(glossary?.size, 2);
    assert.deepEqual([...(places ?? [])].slice(0, 2), [text.indexOf('"a'), text.indexOf(',"definition')]);
  });

  it('has no more different fields than the limit, which is told', () => {
    const text = `[{"term":"a",${rowsOf(2_000, (index) => `"f${index}":1`).join(',')}}]`;
    const { glossary, problems, leftOut } = readJson(text);
    assert.equal(glossary?.size, 1);
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [['too-many-parts', 'Too many different fields: 1,001, the limit is 1,000; others than these are left out']],
    );
    assert.equal(leftOut?.length, 999);
  });

  it('is looked at as far as a few dozen records go', () => {
    const shape = jsonShape(`[${'{"term":"x"},'.repeat(1_000_000)}{"depth":1}]`);
    assert.deepEqual([...(shape?.names.get('') ?? [])], ['term']);
  });
});

describe('tables and lists take linear time', () => {
  const lines = (row: (index: number) => string) => (size: number) => rowsOf(size, row).join('\n');
  const csv: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
    ['rows', 400, (size) => `Term,Definition\n${lines((index) => `t${index},d`)(size)}`],
    ['rows with one term', 400, (size) => `Term,Definition\n${lines(() => 't,d')(size)}`],
    ['rows with one id', 400, (size) => `id,Term\n${lines((index) => `i,t${index}`)(size)}`],
    [
      'rows with a term each that is not to be used',
      400,
      (size) => `id,Term,Status\n${lines((index) => `i,t${index},avoid`)(size)}`,
    ],
    ['rows without a term', 400, (size) => `Term,Definition\n${lines(() => ',d')(size)}`],
    ['rows that are left out', 400, (size) => `Term,language\nx,en\n${lines(() => 't,de')(size)}`],
    ['stray quotes', 4_000, (size) => `Term\n${'"a" b,'.repeat(size)}`],
    ['stray quotes behind one', 4_000, (size) => `Term\n"a,${'""b,'.repeat(size)}"c`],
    ['stray quotes in threes', 4_000, (size) => `Term\n${'"""b,'.repeat(size)}`],
    ['quotes without an end', 4_000, (size) => `Term\n${'"b\n""c,'.repeat(size)}`],
    ['quotes alone', 20_000, (size) => `Term\n${'"'.repeat(size)}`],
    ['spaces', 40_000, (size) => `Term,Definition\nt,${' '.repeat(size)}x`],
    ['spaces at the beginning', 40_000, (size) => ' '.repeat(size)],
    ['comments', 2_000, (size) => '# x\n'.repeat(size)],
    ['conflicts', 300, (size) => `Term\n${'<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'.repeat(size)}`],
    ['columns', 4_000, (size) => `Term${',Notes'.repeat(size)}\nt${',x'.repeat(size)}`],
    ['cells of one column', 20, (size) => `Term${',Notes'.repeat(900)}\n${`t${',x'.repeat(900)}\n`.repeat(size)}`],
    ['values of a cell', 400, (size) => `Term,Aliases\nt,"${rowsOf(size, (index) => `a${index};`).join('')}"`],
    ['values of a cell in quotes', 400, (size) => `Term\tAliases\nt\t${'"""a""; '.repeat(size)}`],
    ['quotes in a cell', 4_000, (size) => `Term\tAliases\nt\tx; ${'"a ;'.repeat(size)}`],
    ['short forms of one name', 500, (size) => `Acronym,Meaning\n"${'CPU;'.repeat(size)}",Central processing unit`],
    ['links', 400, (size) => `Term,URL\nt,${'https://a.b '.repeat(size)}`],
    ['titles of links', 400, (size) => `Term,URL\nt,${'a ](http '.repeat(size)}`],
    ['brackets', 2_000, (size) => `Acronym,Meaning\nCPU,Central processing unit ${'('.repeat(size)}`],
  ];
  for (const [name, size, text] of csv) it(`of CSV: ${name}`, () => assertLinear(readCsv, text, size));

  const json: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
    ['records', 300, (size) => `[${rowsOf(size, (index) => `{"term":"t${index}","x":1}`).join(',')}]`],
    ['terms and definitions', 400, (size) => `{${rowsOf(size, (index) => `"k${index}":"d"`).join(',')}}`],
    ['one name again and again', 400, (size) => `{${rowsOf(size, () => '"k":"d"').join(',')}}`],
    ['fields', 400, (size) => `[{"term":"t",${rowsOf(size, (index) => `"f${index}":1`).join(',')}}]`],
    ['one field again and again', 400, (size) => `[{"term":"t",${rowsOf(size, () => '"also":"a"').join(',')}}]`],
    ['aliases', 400, (size) => `[{"term":"t","aliases":[${rowsOf(size, (index) => `"a${index}"`).join(',')}]}]`],
    [
      'records in a field',
      400,
      (size) => `[{"term":"t","aliases":[${rowsOf(size, (index) => `{"name":"a${index}","x":1}`).join(',')}]}]`,
    ],
  ];
  for (const [name, size, text] of json) it(`of JSON: ${name}`, () => assertLinear(readJson, text, size));
});

function assertLinear(read: (text: string) => unknown, text: (size: number) => string, size: number): void {
  const small = text(size);
  const large = text(size * 4);
  read(small);
  const [quick, slow] = [leastTime(() => read(small)), leastTime(() => read(large))];
  assert.ok(slow < 4 * 3 * quick + NOISE, `four times the text took ${slow} ms rather than ${quick} ms`);
}

/** Of the processor, in milliseconds: other programs do not count. */
function leastTime(run: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Milliseconds that collecting garbage takes, or not. */
const NOISE = 30;
