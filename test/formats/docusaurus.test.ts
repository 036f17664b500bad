import assert from 'node:assert/strict';
import { readDocusaurus } from '../../server/src/formats/docusaurus/reader';
import { writeDocusaurus } from '../../server/src/formats/docusaurus/writer';
import type { Concept } from '../../server/src/terminology/concept';
import { conceptOf } from '../support/concepts';
import { shownConcepts, shownLeftOut } from '../support/shownConcepts';

function read(value: unknown) {
  return readDocusaurus({ uri: 'file:///glossary.json', text: JSON.stringify(value), defaultName: 'glossary' });
}

describe('a glossary of docusaurus-plugin-glossary', () => {
  const rows: readonly (readonly [name: string, record: object, expected: string])[] = [
    ['a term', { term: 'Webhook', definition: 'A call back.' }, 'Webhook: A call back.'],
    [
      'a term and what it stands for',
      { term: 'API', abbreviation: 'Application Programming Interface', definition: 'x' },
      'Application Programming Interface (API): x',
    ],
    [
      'a term and what it is shortened to',
      { term: 'Application Programming Interface', abbreviation: 'API', definition: 'x' },
      'Application Programming Interface (API): x',
    ],
    ['aliases', { term: 'Pod', definition: 'x', aliases: ['podlet'] }, 'Pod = podlet: x'],
    [
      'the name in full among the aliases',
      {
        term: 'API',
        abbreviation: 'Application Programming Interface',
        aliases: ['Application Programming Interface', 'interface'],
        definition: 'x',
      },
      'Application Programming Interface (API) = interface: x',
    ],
    [
      'a definition that is the term',
      {
        term: 'API',
        abbreviation: 'Application Programming Interface',
        definition: 'Application Programming Interface',
      },
      'Application Programming Interface (API)',
    ],
  ];
  for (const [name, record, expected] of rows) {
    it(`has ${name}`, () => assert.deepEqual(shownConcepts(read({ terms: [record] })), [expected]));
  }

  it('has a title, ids, related terms and capitals that bind', () => {
    const { glossary, relatedNames, problems, leftOut } = read({
      title: 'Words',
      description: 'Ours.',
      terms: [
        {
          id: 'the-pod',
          term: 'Pod',
          definition: 'x',
          explanation: 'More.',
          relatedTerms: ['Node'],
          caseSensitive: true,
          autoLink: false,
        },
        { term: 'Node', definition: 'y', caseSensitive: false },
      ],
    });
    assert.deepEqual(problems, []);
    assert.equal(glossary?.name, 'Words');
    const [pod, node] = glossary?.concepts ?? [];
    assert.deepEqual([pod?.id, pod?.description, pod?.related], ['the-pod', 'More.', ['Node']]);
    assert.deepEqual([pod?.terms[0].caseRule, node?.terms[0].caseRule], ['exact', 'fold']);
    assert.deepEqual(
      relatedNames.map(({ name }) => name),
      ['Node'],
    );
    assert.deepEqual(
      leftOut?.map(({ what }) => what),
      ['the field `description` of the file', 'the field `autoLink`'],
    );
  });
});

describe('a glossary that is written for docusaurus-plugin-glossary', () => {
  function written(...concepts: Concept[]) {
    const { files, leftOut } = writeDocusaurus({ uri: '', name: 'Words', language: 'en', concepts });
    return { ...JSON.parse(files[0]?.text ?? ''), leftOut };
  }

  it('has abbreviations as terms, with what they stand for', () => {
    const abbreviation = { text: 'CPU', kind: 'abbreviation' } as const;
    const cpu = {
      ...conceptOf('central processing unit', abbreviation, { text: 'processor', kind: 'variant' }),
      related: ['bus', 'none'],
    };
    const bus = { ...conceptOf('bus'), definition: '', related: ['CPU'] };
    const { leftOut, ...file } = written(cpu, bus);
    assert.deepEqual(file, {
      title: 'Words',
      terms: [
        {
          id: 'central-processing-unit',
          term: 'CPU',
          abbreviation: 'central processing unit',
          aliases: ['central processing unit', 'processor'],
          definition: 'What central processing unit means.',
          relatedTerms: ['bus'],
        },
        { id: 'bus', term: 'bus', definition: 'bus', relatedTerms: ['CPU'] },
      ],
    });
    assert.deepEqual(shownLeftOut({ glossary: undefined, problems: [], relatedNames: [], leftOut }), [
      '1 × a related concept that is not in the glossary',
    ]);
  });

  it('has no two concepts with one term, alias or id', () => {
    const { terms, leftOut } = written(
      conceptOf('Node', { text: 'machine', kind: 'variant' }),
      conceptOf('node'),
      { ...conceptOf('computer', { text: 'Machine', kind: 'variant' }), id: 'NODE' },
      { ...conceptOf('übung'), id: 'übung' },
    );
    assert.deepEqual(
      terms.map(({ id, term, aliases }: { id?: string; term: string; aliases?: string[] }) => [id, term, aliases]),
      [
        ['node', 'Node', ['machine']],
        [undefined, 'computer', undefined],
        [undefined, 'übung', undefined],
      ],
    );
    assert.deepEqual(
      leftOut.map(({ what }: { what: string }) => what),
      [
        'a concept whose term another one has',
        'a term that another concept has',
        'an id of other characters than the plugin takes',
      ],
    );
  });
});
