import assert from 'node:assert/strict';
import { placeText } from '../../../server/src/cli/report/usageReport';
import { reportOn } from './reports';

const GLOSSARY = `
name: Team
concepts:
  - { term: pod, category: Compute, definition: d, also: [little pod], avoid: [pea] }
  - { term: node, category: Compute, definition: d }
  - { term: secret, definition: d }
`;

describe('the use of terms', () => {
  it('is counted in running text and in code, with the first place in running text', async () => {
    const { concepts } = await reportOn({
      'glossary.yaml': GLOSSARY,
      'a.md': '`pod` is code.\n\nAnd a\npod is a little pod.\n',
      'b.md': 'Pods, pea.\n\n```yaml\nkind: pod\n```\n',
    });
    assert.deepEqual(
      concepts.map(({ term, uses, usesInCode, documents, first, terms }) => ({
        term,
        uses,
        usesInCode,
        documents,
        first: placeText(first),
        terms: terms.map(({ text, status, uses: own, first: place }) => `${text} ${status} ${own} ${placeText(place)}`),
      })),
      [
        {
          term: 'pod',
          uses: 4,
          usesInCode: 2,
          documents: 2,
          first: 'a.md:4',
          terms: ['pod preferred 2 a.md:4', 'little pod admitted 1 a.md:4', 'pea deprecated 1 b.md:1'],
        },
      ],
    );
  });

  it('in code alone is a use, too', async () => {
    const { concepts, unused, documents } = await reportOn({ 'glossary.yaml': GLOSSARY, 'a.md': 'Say\n`pod`.\n' });
    assert.deepEqual(
      concepts.map(({ term, uses, usesInCode, first }) => [term, uses, usesInCode, placeText(first)]),
      [['pod', 0, 1, 'a.md:2']],
    );
    assert.deepEqual(
      unused.map(({ term, place }) => `${term} ${placeText(place)}`),
      ['node glossary.yaml:5', 'secret glossary.yaml:6'],
    );
    assert.deepEqual(
      documents.map(({ uses, concepts: used }) => [uses, used]),
      [[0, 0]],
    );
  });

  it('is told of each document', async () => {
    const { documents } = await reportOn({
      'glossary.yaml': GLOSSARY,
      'b/c.yaml': '# A pod on a node, a pod\nkey: value\n',
      'a.md': 'One pea, two peas, three words more.\n',
      'empty.md': '',
    });
    assert.deepEqual(documents, [
      { path: 'a.md', words: 7, uses: 2, concepts: 1, avoided: ['pea'], unexplained: [] },
      { path: 'b/c.yaml', words: 7, uses: 3, concepts: 2, avoided: [], unexplained: [] },
      { path: 'empty.md', words: 0, uses: 0, concepts: 0, avoided: [], unexplained: [] },
    ]);
  });

  it('is put to categories and glossaries', async () => {
    const { categories, glossaries } = await reportOn({
      'glossary.yaml': GLOSSARY,
      'docs/own.glossary.yaml': 'name: Own\nconcepts: [{ term: node, category: Trees, definition: d }]',
      'docs/a.md': 'A node, a pod and a secret.\n',
      'b.md': 'A node.\n',
    });
    assert.deepEqual(categories, [
      { name: 'Compute', concepts: 2, uses: 2 },
      { name: '', concepts: 1, uses: 1 },
      { name: 'Trees', concepts: 1, uses: 1 },
    ]);
    assert.deepEqual(
      glossaries.map(({ name, path, concepts, usedConcepts, uses }) => [name, path, concepts, usedConcepts, uses]),
      [
        ['Team', 'glossary.yaml', 3, 3, 3],
        ['Own', 'docs/own.glossary.yaml', 1, 1, 1],
      ],
    );
  });

  it('lists the most used first, of equal ones by their names', async () => {
    const { concepts } = await reportOn({ 'glossary.yaml': GLOSSARY, 'a.md': 'secret pod node node secret\n' });
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['node', 'secret', 'pod'],
    );
  });

  it('is none without a glossary', async () => {
    const report = await reportOn({ 'a.md': 'A pod.\n' });
    assert.deepEqual(report.documents, [
      { path: 'a.md', words: 2, uses: 0, concepts: 0, avoided: [], unexplained: [] },
    ]);
    assert.deepEqual([report.concepts, report.glossaries, report.unused, report.categories], [[], [], [], []]);
  });

  it('is none in an empty folder', async () => {
    assert.deepEqual((await reportOn({})).documents, []);
  });

  it('is not counted in documents that cannot be read', async () => {
    const { documents, unreadable } = await reportOn({
      'glossary.yaml': GLOSSARY,
      'a.md': Buffer.from('pod \xe4', 'latin1'),
      'b.md': 'pod',
    });
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['b.md'],
    );
    assert.deepEqual(unreadable, [{ path: 'a.md', reason: 'it is not UTF-8 text; save it as UTF-8' }]);
  });

  it('counts lines as editors do', async () => {
    const { concepts } = await reportOn({
      'glossary.yaml': GLOSSARY,
      'a.md': 'a\r\nb\r\rnode\r\n\npod \u2028 secret\n',
    });
    assert.deepEqual(
      concepts.map(({ term, first }) => `${term} ${first.line}`),
      ['node 4', 'pod 6', 'secret 6'],
    );
  });
});

describe('abbreviations without an explanation', () => {
  const told = async (files: Readonly<Record<string, string>>) =>
    (await reportOn({ 'glossary.yaml': GLOSSARY, ...files })).abbreviations.map(
      ({ abbreviation, uses, documents, first, expansion }) =>
        `${abbreviation} ${uses} ${documents} ${placeText(first)}${expansion === undefined ? '' : ` ${expansion.text} ${placeText(expansion.place)}`}`,
    );

  it('are told with their uses, in the singular, those of most documents first', async () => {
    assert.deepEqual(
      await told({
        'a.md': 'The WMS is slow. An OMS waits for the WMS.\n\nThe WMS is old.\n',
        'b.md': 'Ask the team.\nAn OMS or two OMSs.\n',
      }),
      ['OMS 3 2 a.md:1', 'WMS 3 1 a.md:1'],
    );
  });

  it('are none where a glossary or the document has them', async () => {
    assert.deepEqual(
      await told({
        'docs/own.glossary.yaml': 'concepts: [{ term: order system, abbreviations: [OMS], definition: d }]',
        'docs/a.md': 'The OMS keeps what the warehouse management system (WMS) sends. The WMS is slow.\n',
        'b.md': 'The OMS.\n',
      }),
      ['OMS 1 1 b.md:1'],
    );
  });

  it('come with what another document says that they stand for', async () => {
    assert.deepEqual(
      await told({ 'a.md': 'The WMS is slow.\n', 'b.md': 'Text.\n\nThe warehouse management system (WMS) is slow.\n' }),
      ['WMS 1 1 a.md:1 warehouse management system b.md:3'],
    );
  });

  it('are none where a configuration accepts them or a comment keeps them quiet', async () => {
    assert.deepEqual(
      await told({
        'glossary-lens.yaml': 'abbreviations: [WMS]',
        'a.md': 'The WMS waits.\n\n<!-- glossary-lens-disable-next-line undefined-abbreviation -->\nThe OMS waits.\n',
        'b.md': 'The RMA desk waits.\n',
      }),
      ['RMA 1 1 b.md:1'],
    );
  });

  it('show the sentence of the first mention', async () => {
    const { abbreviations, documents } = await reportOn({ 'a.md': 'So it is. The **WMS**\nis slow. The WMS waits.\n' });
    assert.deepEqual(
      abbreviations.map(({ sentence }) => sentence),
      ['The WMS is slow.'],
    );
    assert.deepEqual(
      documents.map(({ unexplained }) => unexplained),
      [['WMS']],
    );
  });
});
