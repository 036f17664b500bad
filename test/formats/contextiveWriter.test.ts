import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { contextiveReader } from '../../server/src/formats/contextive/reader';
import { contextiveWriter } from '../../server/src/formats/contextive/writer';
import type { WrittenGlossary } from '../../server/src/formats/format';
import type { Concept } from '../../server/src/terminology/concept';
import type { GlossaryContent } from '../../server/src/terminology/glossary';
import { conceptOf } from '../support/concepts';

function write(concepts: readonly Concept[], head: Partial<GlossaryContent> = {}): WrittenGlossary {
  return contextiveWriter.write({ uri: 'test:/glossary.yaml', name: 'Cargo', language: 'en', concepts, ...head });
}

function textOf({ files }: WrittenGlossary): string {
  return files.map(({ text }) => text).join('');
}

function leftOutOf({ leftOut }: WrittenGlossary): readonly string[] {
  return leftOut.map(({ what, count }) => `${what}: ${count}`);
}

/** Write one concept and read it again. */
function reread(concept: Concept): Concept | undefined {
  const uri = 'file:///a.glossary.yml';
  const { glossary, problems } = contextiveReader.read({ uri, text: textOf(write([concept])), defaultName: '' });
  assert.deepEqual(problems, []);
  return glossary?.concepts[0];
}

describe('writing for Contextive', () => {
  it('makes a context for each category, and writes what it has fields for', () => {
    const policy = {
      ...conceptOf('Policy', { text: 'Rule', kind: 'variant' }),
      category: 'Billing',
      description: 'More.\n\n- a\n- b',
      examples: [{ text: 'A policy: strict.' }],
    };
    const leg = { ...conceptOf('Leg'), definition: '' };
    const written = write([policy, leg, { ...conceptOf('Invoice'), category: 'Billing' }]);
    assert.deepEqual(
      written.files.map(({ path }) => path),
      ['definitions.glossary.yml'],
    );
    assert.equal(
      textOf(written),
      `contexts:
  - name: Billing
    terms:
      - name: Policy
        definition: |-
          What Policy means.

          More.

          - a
          - b
        examples:
          - "A policy: strict."
        aliases:
          - Rule
      - name: Invoice
        definition: What Invoice means.
  - name: Cargo
    terms:
      - name: Leg
`,
    );
    assert.deepEqual(leftOutOf(written), ['the name of the glossary: 1']);
  });

  it('writes a glossary of nothing', () => assert.equal(textOf(write([])), 'contexts: []\n'));

  it('names the owner of each context', () => {
    const owner = { name: 'Team A', url: 'https://example.org/a', contact: 'ask us' };
    const written = write([conceptOf('Leg')], { owner });
    assert.deepEqual(parse(textOf(written)).contexts[0].meta, { 'Owner:': '[Team A](https://example.org/a)' });
    assert.deepEqual(leftOutOf(written), ['how to reach the owner: 1']);
  });

  const metas: readonly (readonly [what: string, fields: Partial<Concept>, meta: Readonly<Record<string, string>>])[] =
    [
      ['pronunciation', { pronunciation: 'LAY-ding' }, { 'Pronunciation:': 'LAY-ding' }],
      ['plain', { plain: 'paper' }, { 'In plain words:': 'paper' }],
      ['audience', { audience: ['clerks', 'carriers'] }, { 'Audience:': 'clerks, carriers' }],
      ['related', { related: ['Vessel', 'Leg'] }, { 'Related:': 'Vessel, Leg' }],
      [
        'links',
        { links: [{ title: 'A, or (B)', url: 'https://a.org/(b)' }] },
        { 'Links:': '[A, or (B)](https://a.org/(b))' },
      ],
      ['faq', { faq: [{ question: 'Why?', answer: 'So.\n\nReally.' }] }, { 'Why?': 'So.\n\nReally.' }],
    ];
  for (const [what, fields, meta] of metas) {
    it(`keeps ${what} in meta, where reading finds it again`, () => {
      const concept = { ...conceptOf('Bill'), ...fields };
      const written = write([concept]);
      assert.deepEqual(parse(textOf(written)).contexts[0].terms[0].meta, meta);
      assert.deepEqual(written.leftOut, []);
      const { origin, category, ...read } = reread(concept) ?? {};
      const { origin: _, ...expected } = concept;
      assert.deepEqual(read, expected);
    });
  }

  it('keeps terms to avoid in meta, with their reasons', () => {
    const boat = { text: 'boat', status: 'deprecated', kind: 'variant' } as const;
    const ship = { ...boat, text: 'ship', reason: 'too wide, says the law (of 1924)' } as const;
    const concept = conceptOf('Vessel', boat, ship);
    assert.deepEqual(reread(concept)?.terms, concept.terms);
  });

  it('names related concepts by their terms, since ids are not kept', () => {
    const bill = { ...conceptOf('Bill'), id: 'b', related: ['v', 'elsewhere'] };
    const written = write([bill, { ...conceptOf('Vessel'), id: 'v' }]);
    assert.deepEqual(parse(textOf(written)).contexts[0].terms[0].meta, { 'Related:': 'Vessel, elsewhere' });
    assert.deepEqual(leftOutOf(written), ['`id`: 2']);
  });

  const lost: readonly (readonly [leftOut: string, concept: Concept])[] = [
    ['`case` of a term: 1', conceptOf({ text: 'Go', caseRule: 'exact' })],
    ['`pos` of a term: 1', conceptOf({ text: 'Go', pos: 'verb' })],
    ['`forms` of a term: 1', conceptOf({ text: 'Go', forms: [] })],
    ['`extends`: 1', { ...conceptOf('Go'), extends: true }],
    ['`id`: 1', { ...conceptOf('Go'), id: 'golang' }],
    ['the `title` of an example: 1', { ...conceptOf('Go'), examples: [{ title: 'a', text: 'b' }] }],
    ['whether an alias is an abbreviation: 1', conceptOf('Go', { text: 'XYZ', kind: 'abbreviation' })],
    ['whether an alias is an abbreviation: 1', conceptOf('Internet Protocol', { text: 'IP', kind: 'variant' })],
    ['the underscores or stars around an alias: 1', conceptOf('Go', { text: '_go_', kind: 'variant' })],
    ['a `term` with another name in it: 1', { ...conceptOf('Internet Protocol (IP)'), id: 'internet-protocol-ip' }],
    ['`related`: 1', { ...conceptOf('Go'), related: ['a, b'] }],
    ['`audience`: 1', { ...conceptOf('Go'), audience: ['a, b'] }],
    ['`links`: 1', { ...conceptOf('Go'), links: [{ title: '[a', url: 'https://a.org' }] }],
    ['`avoid`: 1', conceptOf('Go', { text: 'a, b', status: 'deprecated' })],
    ['`pronunciation`: 1', { ...conceptOf('Go'), pronunciation: ' g' }],
    ['a question of `faq`: 1', { ...conceptOf('Go'), faq: [{ question: 'Tell me', answer: 'a' }] }],
    [
      'a question of `faq`: 1',
      {
        ...conceptOf('Go'),
        faq: [
          { question: 'Why?', answer: 'a' },
          { question: 'Why?', answer: 'b' },
        ],
      },
    ],
    [
      'where a `definition` ends and its `description` begins: 1',
      { ...conceptOf('Go'), definition: 'a\n\nb', description: 'c' },
    ],
    [
      'a `description` that is too long beside its definition: 1',
      { ...conceptOf('Go'), description: 'a'.repeat(65_530) },
    ],
    ['an example that is too long: 1', { ...conceptOf('Go'), examples: [{ text: 'a'.repeat(70_000) }] }],
  ];
  for (const [leftOut, concept] of lost) {
    it(`says that it leaves out ${leftOut}`, () => {
      assert.deepEqual(leftOutOf(write([concept])), [leftOut]);
    });
  }

  it('says that it leaves out the language', () =>
    assert.deepEqual(leftOutOf(write([conceptOf('Leg')], { language: 'de' })), ['the language of the glossary: 1']));
});
