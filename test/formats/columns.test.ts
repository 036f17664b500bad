import assert from 'node:assert/strict';
import { joinValues, type Separators, valuesIn } from '../../server/src/formats/columns/cellValues';
import { columnFields, holdsSeveral } from '../../server/src/formats/columns/columnField';
import { areHeadings, takeColumns } from '../../server/src/formats/columns/columns';
import { isExpansion } from '../../server/src/formats/columns/expansion';
import { guessHeading } from '../../server/src/formats/columns/headings';
import { linksIn, writtenLink } from '../../server/src/formats/columns/linkCell';
import { readAnswer, readCaseRule, readPartOfSpeech, readStatus } from '../../server/src/formats/columns/termStatus';

describe('a heading', () => {
  const rows: readonly (readonly [heading: string, field: string | undefined])[] = [
    ['Term', 'term'],
    [' TERM ', 'term'],
    ['Title', 'term'],
    ['Name', 'term'],
    ['Use instead', 'term'],
    ['Acronym', 'abbreviations'],
    ['Abbreviation(s)', 'abbreviations'],
    ['short_form', 'abbreviations'],
    ['Expansion', 'full'],
    ['Full form', 'full'],
    ['fullForm', 'full'],
    ['Stands for', 'full'],
    ['Meaning', 'meaning'],
    ['Definition', 'definition'],
    ['Description', 'description'],
    ['Comment', 'description'],
    ['Notes', 'description'],
    ['Context', 'description'],
    ['Link', 'links'],
    ['URL', 'links'],
    ['Synonyms', 'also'],
    ['Alias(es)', 'also'],
    ['aka', 'also'],
    ['Also known as', 'also'],
    ['See also', 'related'],
    ['relatedTerms', 'related'],
    ["Don't use", 'avoid'],
    ['Category', 'category'],
    ['Domain', 'category'],
    ['Tags', 'category'],
    ['Concept ID', 'id'],
    ['Begriff', 'term'],
    ['Abkürzung', 'abbreviations'],
    ['Abkuerzung', 'abbreviations'],
    ['Bedeutung', 'meaning'],
    ['Erläuterung', 'description'],
    ['siehe auch', 'related'],
    ['Terme', 'term'],
    ['Définition', 'definition'],
    ['DEFINITION', 'definition'],
    ['voir aussi', 'related'],
    ['Término', 'term'],
    ['Significado', 'meaning'],
    ['Véase también', 'related'],
    ['用語', 'term'],
    ['定义', 'definition'],
    ['Term (English)', 'term'],
    ['Definition [short]', 'definition'],
    ['CreatedBy', undefined],
    ['#', undefined],
    ['', undefined],
    ['(x)', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
    [`Term${' '.repeat(100)}`, undefined],
  ];
  for (const [heading, field] of rows) {
    it(`${JSON.stringify(heading)} is taken for ${field}`, () => assert.equal(guessHeading(heading)?.field, field));
  }

  it('names every field by its own name', () => {
    for (const field of columnFields) assert.equal(guessHeading(field)?.field, field);
  });
});

describe('columns', () => {
  const rows: readonly (readonly [headings: string, fields: string])[] = [
    ['Term Definition', 'term definition'],
    ['Name Term Title', '- term -'],
    ['Title Name', '- term'],
    ['Notes Definition Comment', 'description definition description'],
    ['Term Description', 'term definition'],
    ['Term Notes Description', 'term description definition'],
    ['Title Meaning Context', 'term meaning description'],
    ['Synonyms Aliases', 'also also'],
    ['ID Key', 'id -'],
    ['Term Definition Definition', 'term definition -'],
  ];
  for (const [headings, fields] of rows) {
    it(`${headings}: ${fields}`, () => {
      const { taken } = takeColumns(headings.split(' '));
      assert.equal(taken.map(({ field }) => field ?? '-').join(' '), fields);
    });
  }

  it('are headings where one of them names terms, or is one that something is said of', () => {
    assert.ok(areHeadings(['x', 'Acronym']));
    assert.ok(!areHeadings(['Pod', 'Definition']));
    assert.ok(areHeadings(['Wortlaut', 'x'], new Map([['wortlaut', 'term']])));
    assert.ok(!areHeadings(['1', 'x'], new Map([['1', 'term']])));
  });
});

describe('isExpansion', () => {
  const rows: readonly (readonly [short: string, text: string, expected: boolean])[] = [
    ['CPU', 'Central processing unit', true],
    ['CPU', 'central processing unit (of a computer)', true],
    ['a11y', 'accessibility', true],
    ['U/O', 'Urinary output', true],
    ['FTP', 'File Transfer Protocol.', true],
    ['WYSIWYG', 'What you see is what you get', true],
    ['BDI', 'Birch Davis, Inc.', true],
    ['EXT4', 'Linux file system', false],
    ['B2B', 'B2B collaboration allows you to share apps', false],
    ['HUB', 'hub acts as a multi-port repeater', false],
    ['PSI', 'Personal Security Information is another type of data', false],
    ['CPU', 'Central processing unit. Runs programs.', false],
    ['CPU', 'Central\nprocessing unit', false],
    ['CPU', 'c'.repeat(10_000), false],
    ['CPU', '', false],
    ['', 'Central processing unit', false],
    ['Pod', 'A group of containers', false],
  ];
  for (const [short, text, expected] of rows) {
    it(`${short} for ${JSON.stringify(text.slice(0, 60))}: ${expected}`, () =>
      assert.equal(isExpansion(short, text), expected));
  }
});

describe('the values of a cell', () => {
  const rows: readonly (readonly [cell: string, separators: Separators, expected: readonly string[]])[] = [
    ['', 'commas', []],
    [' ; ,', 'commas', [',']],
    ['a', 'commas', ['a']],
    ['a, b ,c', 'commas', ['a', 'b', 'c']],
    ['a, b; c', 'commas', ['a, b', 'c']],
    ['a, b', 'signs', ['a, b']],
    ['a|b\nc\r\nd', 'signs', ['a', 'b', 'c', 'd']],
    ['a; b|c\nd', 'lines', ['a; b|c', 'd']],
    ['"a;b"; "c""d" ;e', 'signs', ['a;b', 'c"d', 'e']],
    ['"a" b; c', 'signs', ['"a" b', 'c']],
    ['"a; b', 'signs', ['"a', 'b']],
    ['""', 'signs', []],
  ];
  for (const [text, separators, expected] of rows) {
    it(`${JSON.stringify(text)}, ${separators}`, () => {
      const values = valuesIn({ text, span: { start: 0, end: text.length }, verbatimAt: 0 }, separators);
      assert.deepEqual(
        values.map((value) => value.text),
        expected,
      );
      if (values.length < 2) return;
      for (const value of values) {
        const written = text.slice(value.span.start, value.span.end);
        assert.ok([value.text, `"${value.text.replaceAll('"', '""')}"`].includes(written), written);
      }
    });
  }

  it('are written so that they read back', () => {
    for (const separators of ['commas', 'signs', 'lines'] as const) {
      const values = ['a', 'b;c', '"d"', 'e,f', 'g|h', 'i\nj', '"'];
      const text = joinValues(values, separators);
      assert.deepEqual(
        valuesIn({ text, span: { start: 0, end: text.length } }, separators).map((value) => value.text),
        values,
      );
    }
  });

  it('hold several where the field does', () => {
    assert.deepEqual(columnFields.filter(holdsSeveral), ['abbreviations', 'also', 'avoid', 'audience', 'related']);
  });
});

describe('the links of a cell', () => {
  const rows: readonly (readonly [cell: string, links: readonly string[], hasOtherText: boolean])[] = [
    ['', [], false],
    ['https://a.example/', ['a.example https://a.example/'], false],
    ['https://a.example https://b.example', ['a.example https://a.example', 'b.example https://b.example'], false],
    ['https://a.example; https://b.example', ['a.example https://a.example', 'b.example https://b.example'], false],
    ['https://a.example;https://b.example', ['a.example https://a.example', 'b.example https://b.example'], false],
    ['The page: https://a.example', ['The page https://a.example'], false],
    ['[The page](https://a.example/(b))', ['The page https://a.example/(b)'], false],
    ['[The page](<https://a.example>).', ['The page https://a.example'], false],
    [
      '<https://a.example;https://b.example>',
      ['a.example;https://b.example https://a.example;https://b.example'],
      false,
    ],
    ['https://a.example and more', ['a.example https://a.example'], true],
    ['ISO 1087', [], true],
    ['javascript:alert(1)', [], true],
    ['file:///etc/passwd', [], true],
    ['https://', [], true],
  ];
  for (const [cell, links, hasOtherText] of rows) {
    it(JSON.stringify(cell), () => {
      const found = linksIn(cell);
      assert.deepEqual(
        found.links.map(({ title, url }) => `${title} ${url}`),
        links,
      );
      assert.equal(found.hasOtherText, hasOtherText);
    });
  }

  it('are written without a title that would not read back', () => {
    assert.equal(writtenLink({ title: 'A page', url: 'https://a.example' }), 'A page https://a.example');
    assert.equal(writtenLink({ title: 'a.example', url: 'https://a.example' }), 'https://a.example');
    assert.equal(writtenLink({ title: 'see https://b.example', url: 'https://a.example' }), 'https://a.example');
  });
});

describe('words for the use of a term', () => {
  it('have a status', () => {
    const words = ['Preferred', 'admittedTerm-admn-sts', 'DO NOT USE', 'veraltet', 'approved', 'draft'];
    assert.deepEqual(words.map(readStatus), [
      'preferred',
      'admitted',
      'deprecated',
      'deprecated',
      'preferred',
      undefined,
    ]);
  });

  it('say yes or no', () => {
    assert.deepEqual(['Yes', 'nein', '1', 'x', 'maybe', ''].map(readAnswer), [
      true,
      false,
      true,
      true,
      undefined,
      undefined,
    ]);
  });

  it('say how capitals bind', () => {
    assert.deepEqual(['exact', 'TRUE', 'no', 'auto', 'x y'].map(readCaseRule), [
      'exact',
      'exact',
      'fold',
      'auto',
      undefined,
    ]);
  });

  it('say the part of speech', () => {
    assert.deepEqual(['n.', 'Verb', 'proper noun', 'gerund'].map(readPartOfSpeech), [
      'noun',
      'verb',
      'proper',
      undefined,
    ]);
  });
});
