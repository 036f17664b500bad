import assert from 'node:assert/strict';
import { formatOf } from '../../server/src/formats';
import { definitionPlace, type ReadOptions, termPlace } from '../../server/src/formats/format';
import { readJsonList } from '../../server/src/formats/jsonList/reader';
import { tableLimits } from '../../server/src/formats/limits';
import { shownConcepts, shownLeftOut, shownProblems } from '../support/shownConcepts';

function read(text: string, options?: ReadOptions) {
  const source = {
    uri: 'file:///terms.json',
    text,
    defaultName: 'terms',
    ...(options === undefined ? {} : { options }),
  };
  return readJsonList(source, tableLimits);
}

describe('a list in JSON', () => {
  const rows: readonly (readonly [name: string, value: unknown, expected: readonly string[]])[] = [
    ['of records', [{ term: 'Pod', definition: 'One.', depth: 1 }], ['Pod: One.']],
    [
      'of records with aliases',
      [{ term: 'Proof of History (PoH)', aliases: ['PoH', 'history'] }],
      ['Proof of History (PoH) = history'],
    ],
    ['of records with aliases in one text', [{ name: 'Pod', synonyms: 'pods, podlet' }], ['Pod = pods = podlet']],
    [
      'of records of records',
      [{ name: 'Pod', aliases: [{ name: 'pods', lang: 'en' }], description: { text: 'One.' } }],
      ['Pod = pods: One.'],
    ],
    ['of texts', ['Pod', 'Node'], ['Pod', 'Node']],
    [
      'of acronyms',
      { acronyms: [{ acronym: 'CPU', meaning: 'Central processing unit' }] },
      ['Central processing unit (CPU)'],
    ],
    ['under a name', { title: 'Ours', entries: [{ word: 'Pod', meaning: 'One.' }] }, ['Pod: One.']],
    ['of terms with semicolons', [{ term: 'a; b', aliases: ['c; d'], definition: 'e; f' }], ['a; b = c; d: e; f']],
    ['that says a term whole', [{ term: ['Property (CSS)'], definition: 'One.' }], ['Property (CSS): One.']],
    ['with empty fields', [{ term: 'Pod', definition: null, aliases: [null, ''], x: null }], ['Pod']],
    ['with numbers', [{ term: 404, definition: 'Not found.' }], ['404: Not found.']],
    [
      'of terms and what they mean',
      { Pod: 'One.', CPU: 'Central processing unit' },
      ['Pod: One.', 'Central processing unit (CPU)'],
    ],
    ['of terms and records', { $schema: 'x', Pod: { definition: 'One.', aliases: ['pods'] } }, ['Pod = pods: One.']],
    ['of ids and records', { 'the-pod': { term: 'Pod', definition: 'One.' } }, ['Pod: One.']],
    ['of terms under a name', { glossary: { Pod: 'One.' } }, ['Pod: One.']],
    [
      'of terms, one of which is the name of a list',
      { data: 'Facts.', terms: 'Words.' },
      ['data: Facts.', 'terms: Words.'],
    ],
  ];
  for (const [name, value, expected] of rows) {
    it(name, () => assert.deepEqual(shownConcepts(read(JSON.stringify(value))), expected));
  }

  it('of reserved names as they are written', () => {
    const text =
      '{"__proto__": "One.", "constructor": "Two.", "hasOwnProperty": {"__proto__": "x", "definition": "Three."}}';
    assert.deepEqual(shownConcepts(read(text)), ['__proto__: One.', 'constructor: Two.', 'hasOwnProperty: Three.']);
  });

  it('has its name and its language, and gives ids', () => {
    const text = '{"name": "Ours", "language": "de-de", "terms": [{"id": "p", "term": "Kapsel"}, {"term": "Knoten"}]}';
    const { glossary } = read(text);
    assert.deepEqual([glossary?.name, glossary?.language], ['Ours', 'de-DE']);
    assert.deepEqual(
      glossary?.concepts.map(({ id }) => id),
      ['p', 'knoten'],
    );
    assert.equal(read('{"the-pod": {"term": "Pod"}}').glossary?.concepts[0]?.id, 'the-pod');
  });

  it('keeps links with their titles', () => {
    const text =
      '[{"term": "Pod", "links": ["https://a.example", {"title": "B (b): c", "url": "https://b.example/"}], "url": "https://c.example"}]';
    assert.deepEqual(read(text).glossary?.concepts[0]?.links, [
      { title: 'a.example', url: 'https://a.example' },
      { title: 'B (b): c', url: 'https://b.example/' },
      { title: 'c.example', url: 'https://c.example' },
    ]);
  });

  it('tells where everything stands', () => {
    const text =
      '[\n  {"term": "Pod", "definition": "A \\"one\\".", "related": ["node", "x"], "aliases": "pods; podlet"}]';
    const { glossary, places, relatedNames } = read(text);
    assert.ok(glossary !== undefined && places !== undefined);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual([termPlace(places, 0), definitionPlace(places, 0)].map(at), ['"Pod"', '"A \\"one\\"."']);
    assert.deepEqual(
      relatedNames.map(({ span }) => at(span)),
      ['"node"', '"x"'],
    );
    assert.equal(glossary.concepts[0]?.origin.line, 1);
  });

  const problems: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['an empty list', '[]', ['empty-glossary: []']],
    ['nothing', '', ['empty-glossary: ']],
    ['null', 'null', ['empty-glossary: null']],
    ['a number', '5', ['not-a-glossary: 5']],
    ['a text', '"Pod"', ['not-a-glossary: "Pod"']],
    ['records without a term', '[{"foo": 1}]', ['not-a-glossary: [{"foo": 1}]']],
    ['one record without a term', '[{"term": "Pod"}, {"definition": "x"}]', ['missing-term: {"definition": "x"}']],
    ['a list for a record', '[{"term": "Pod"}, ["Node"]]', ['wrong-type: ["Node"]']],
    ['a field twice', '[{"term": "Pod", "term": "Node"}]', ['duplicate-field: "term"']],
    [
      'an id twice',
      '[{"id": 1, "term": "a", "definition": "x"}, {"id": 1, "term": "b", "definition": "y"}]',
      ['duplicate-id: 1'],
    ],
    ['what is no JSON', '[{"term": "Pod"', ['syntax: ']],
  ];
  for (const [name, text, expected] of problems) {
    it(`reports ${name}`, () => {
      const found = shownProblems(read(text), text);
      assert.deepEqual(found.slice(0, expected.length), expected);
    });
  }

  it('lists what it leaves out', () => {
    const text = JSON.stringify({
      version: 2,
      terms: [
        { term: 'Pod', depth: 1, tags: ['a', 'b'], aliases: [{ name: 'pods', lang: 'en' }, ['x']], category: 'c' },
        { term: 'Node', depth: 2, definition: { en: { text: 'x' } } },
      ],
    });
    assert.deepEqual(shownLeftOut(read(text)), [
      '1 × the field `version` of the file',
      '1 × the field `aliases.lang`',
      '1 × a list in the field `aliases`',
      '2 × the field `depth`',
      '1 × the field `tags`',
      '1 × a record in the field `definition`',
    ]);
  });

  it('takes fields for what is said of them', () => {
    const columns = new Map([
      ['wort', 'term'],
      ['depth', 'category'],
      ['definition', '-'],
    ]);
    const reading = read('[{"wort": "Pod", "depth": 3, "definition": "x"}]', { columns });
    assert.deepEqual(shownConcepts(reading), ['Pod']);
    assert.equal(reading.glossary?.concepts[0]?.category, '3');
  });
});

describe('the format of a file in JSON', () => {
  const rows: readonly (readonly [text: string, id: string])[] = [
    ['{"concepts": [{"term": "Pod", "definition": "x"}]}', 'yaml'],
    ['{"name": "x", "concepts": []}', 'yaml'],
    ['[{"term": "Pod", "definition": "x"}]', 'yaml'],
    ['[{"term": "Pod", "definition": "x", "abbreviations": ["P"], "also": [{"term": "p", "aliases": 1}]}]', 'yaml'],
    ['[{"term": "Pod", "definiton": "x"}]', 'yaml'],
    ['[]', 'yaml'],
    ['{}', 'yaml'],
    ['', 'yaml'],
    ['5', 'yaml'],
    ['{"name": "x"}', 'yaml'],
    ['concepts:\n- term: x', 'yaml'],
    ['{"contexts": [{"terms": [{"name": "x"}]}]}', 'yaml'],
    ['{"@context": {}, "@graph": []}', 'yaml'],
    ['[{"term": "Pod", "definition": "x", "aliases": ["p"]}]', 'json-list'],
    ['[{"term": "Pod", "definition": "x"}, {"term": "Node", "depth": 1}]', 'json-list'],
    ['[{"term": "Pod", "abbreviation": "P"}]', 'json-list'],
    ['[{"name": "Pod", "definition": "x"}]', 'json-list'],
    ['["Pod", "Node"]', 'json-list'],
    ['{"API": "Application programming interface"}', 'json-list'],
    ['{"API": {"definition": "x"}}', 'json-list'],
    ['{"glossary": [{"term": "x"}]}', 'json-list'],
    ['{"name": "x", "language": "en", "terms": [{"term": "x"}]}', 'json-list'],
    ['\ufeff[{"name": "Pod"}]', 'json-list'],
    ['{"terms": [{"term": "Pod", "definition": "x"}]}', 'docusaurus'],
    ['{"title": "T", "description": "D", "terms": [{"id": "x", "term": "Pod", "definition": "x"}]}', 'docusaurus'],
    ['{"terms": [{"name": "Pod", "definition": "x"}]}', 'json-list'],
  ];
  for (const [text, id] of rows) {
    it(`${JSON.stringify(text)} is ${id}`, () => assert.equal(formatOf({ uri: 'file:///a/terms.json', text }).id, id));
  }
});
