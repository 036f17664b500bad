import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPack, writePack } from '../../server/src/formats/pack';
import type { Concept } from '../../server/src/terminology/concept';
import { conceptAt, glossaryKey } from '../../server/src/terminology/conceptAddress';
import { createGlossary, type Glossary } from '../../server/src/terminology/glossary';
import { asWritten } from '../../server/src/terminology/mergedConcept';
import { createTerminology, type Terminology } from '../../server/src/terminology/terminology';
import { findInWords, type GlossaryTerms, indexParts, indexTerms } from '../../server/src/terminology/vocabulary';
import { conceptOf } from '../support/concepts';

/** Make glossaries, the nearest first: `near`, `mid` and `far`. */
function glossariesOf(...lists: readonly (readonly Concept[])[]): readonly Glossary[] {
  const names = lists.length > 2 ? ['near', 'mid', 'far'] : ['near', 'far'];
  return lists.map((concepts, rank) => {
    const name = names[rank] ?? `far-${rank}`;
    return createGlossary({ uri: `test:/${name}.yaml`, name, language: 'en', concepts });
  });
}

function packOf(glossary: Glossary): Glossary {
  const utf8 = new TextEncoder();
  const encode = (text: string) => utf8.encode(text);
  const bytes = writePack([glossary], { pathOf: (uri) => uri, encode, indexOf: indexParts });
  const decode = new TextDecoder();
  return readPack({ bytes, text: (start, end) => decode.decode(bytes.subarray(start, end)) }, glossary.uri);
}

/** List what a text says: each stretch, with the meanings of each. */
function meanings(text: string, { vocabulary }: Terminology): readonly string[] {
  return findInWords(text, vocabulary).map(({ start, end, senses }) => {
    const told = senses.map(({ concept, glossary }) => `${concept.id} (${glossary})`);
    return `${text.slice(start, end)}: ${told.join(', ')}`;
  });
}

const pod = conceptOf('pod');
/** One that names a preferred term. */
const own = (given: Partial<Concept>): Concept => {
  const { isUnnamed: _, ...named } = extending(given);
  return named;
};
const extending = (given: Partial<Concept>): Concept => ({
  ...conceptOf('pod'),
  extends: true,
  isUnnamed: true,
  definition: '',
  ...given,
});

describe('the nearest glossary', () => {
  it('replaces the concepts of farther ones that have the same id', () => {
    const terminology = createTerminology(glossariesOf([pod], [{ ...conceptOf('pod', 'PD'), definition: 'Other.' }]));
    assert.deepEqual(meanings('a pod, a PD', terminology), ['pod: pod (near)']);
    assert.equal(terminology.find('PD'), undefined);
    assert.equal(terminology.find('pod'), pod);
    assert.deepEqual(
      terminology.glossaries.map(({ size, concepts, terms }) => [size, concepts.length, terms.count]),
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
    );
  });

  it('leaves homonyms of other ids alone', () => {
    const terminology = createTerminology(glossariesOf([pod], [{ ...pod, id: 'pea-pod' }]));
    assert.deepEqual(meanings('a pod', terminology), ['pod: pod (near), pea-pod (far)']);
  });

  it('compares ids exactly', () => {
    const terminology = createTerminology(glossariesOf([pod], [{ ...pod, id: 'Pod' }]));
    assert.deepEqual(meanings('a pod', terminology), ['pod: pod (near), Pod (far)']);
  });

  it('lets a shorter term be found where a longer one is hidden', () => {
    const [near, far] = [
      { ...conceptOf('set'), id: 'pod-set' },
      { ...conceptOf('pod set'), id: 'pod-set' },
    ];
    const terminology = createTerminology(glossariesOf([near], [far, pod]));
    assert.deepEqual(meanings('a pod set', terminology), ['pod: pod (far)', 'set: pod-set (near)']);
  });

  it('lets another concept of a farther glossary have the term of one that it hides', () => {
    const other = { ...conceptOf('unit', 'PD'), id: 'unit' };
    const terminology = createTerminology(glossariesOf([pod], [conceptOf('pod', 'PD'), other]));
    assert.equal(terminology.find('PD'), other);
  });

  it('names the glossary of a concept that it replaces, and keeps its address', () => {
    const glossaries = glossariesOf([pod], [{ ...pod, definition: 'Other.' }]);
    const [hidden] = glossaries[1]?.concepts ?? [];
    assert(hidden);
    const terminology = createTerminology(glossaries);
    assert.equal(terminology.glossaryOf(hidden)?.name, 'far');
    assert.equal(conceptAt({ glossary: glossaryKey('test:/far.yaml'), id: 'pod' }, terminology), hidden);
    assert.equal(conceptAt({ glossary: glossaryKey('test:/near.yaml'), id: 'pod' }, terminology), pod);
  });

  it('hides concepts of a pack without another index', () => {
    const [near, far] = glossariesOf([pod], [conceptOf('pod', 'PD'), conceptOf('node'), conceptOf('node pool')]);
    assert(near && far);
    const pack = packOf(far);
    const indexed: Glossary[] = [];
    const termsOf = (glossary: Glossary): GlossaryTerms => {
      indexed.push(glossary);
      return indexTerms(glossary);
    };
    const terminology = createTerminology([near, pack], termsOf);
    assert.deepEqual(indexed, [near, pack]);
    assert.deepEqual(meanings('pods, PD, a node', terminology), ['pods: pod (near)', 'node: node (far)']);
    const [, left] = terminology.glossaries;
    const texts = Array.from({ length: left?.terms.count ?? 0 }, (_, term) => left?.terms.text(term));
    assert.deepEqual(texts, ['node', 'node pool']);
    assert.deepEqual(
      texts.map((_, term) => left?.concepts[left.terms.owner(term) ?? -1]?.id),
      ['node', 'node-pool'],
    );
  });
});

describe('a concept that extends another', () => {
  const far: Concept = {
    ...conceptOf({ text: 'Pod', kind: 'full' }, { text: 'PD', kind: 'abbreviation' }),
    definition: 'Means far.',
    description: 'Far more.',
    category: 'Far',
    audience: ['developers'],
    examples: [{ text: 'far' }, { text: 'both' }],
    links: [{ title: 'Far', url: 'https://far.example' }],
    related: ['node', 'container'],
    written: new Map(),
  };
  const near = extending({
    description: 'Near.',
    audience: ['testers'],
    examples: [{ text: 'both', title: 'Ours' }, { text: 'near' }],
    related: ['cluster', 'node'],
    origin: { uri: 'test:/near.yaml', span: { start: 3, end: 4 }, line: 7 },
  });
  const merged = (one: Concept, ...others: readonly Concept[]): Concept => {
    const terminology = createTerminology(glossariesOf([one], ...others.map((concept) => [concept])));
    const concept = terminology.find('pod');
    assert(concept);
    assert.equal(terminology.glossaryOf(concept)?.name, 'near');
    return concept;
  };
  const termsOf = ({ terms }: Concept) => terms.map(({ text, status }) => `${text} ${status}`);

  it('says what it says itself, and else what the other says', () => {
    const { terms, ...rest } = merged(near, far);
    assert.deepEqual(rest, {
      id: 'pod',
      definition: 'Means far.',
      description: 'Near.',
      category: 'Far',
      audience: ['testers', 'developers'],
      examples: [{ text: 'both', title: 'Ours' }, { text: 'near' }, { text: 'far' }],
      faq: [],
      links: [{ title: 'Far', url: 'https://far.example' }],
      related: ['cluster', 'node', 'container'],
      origin: near.origin,
    });
    assert.deepEqual(termsOf({ ...near, terms }), ['Pod preferred', 'PD admitted']);
  });

  const named = { id: 'pod' };
  const rows: readonly (readonly [what: string, near: Concept, terms: readonly string[]])[] = [
    ['no term of its own', extending({}), ['Pod preferred', 'PD admitted']],
    [
      'its id for a preferred term, on purpose',
      own({ terms: conceptOf('pod').terms }),
      ['pod preferred', 'unit of work admitted', 'PD admitted'],
    ],
    [
      'a preferred term of its own',
      { ...own({}), ...named, terms: conceptOf('unit of work').terms },
      ['unit of work preferred', 'Pod admitted', 'PD admitted'],
    ],
    [
      'more terms',
      { ...extending({}), terms: conceptOf('pod', 'capsule').terms },
      ['Pod preferred', 'capsule admitted', 'PD admitted'],
    ],
    [
      'a term to avoid that the other has',
      { ...extending({}), terms: conceptOf('pod', { text: 'PD', status: 'deprecated' }).terms },
      ['Pod preferred', 'PD deprecated'],
    ],
    [
      "the other's preferred term to avoid",
      { ...extending({}), terms: conceptOf('pod', { text: 'Pod', status: 'deprecated' }).terms },
      ['PD preferred', 'Pod deprecated'],
    ],
  ];
  for (const [what, concept, terms] of rows) {
    it(`has the terms of both where it has ${what}`, () => {
      const other = what.startsWith('its id')
        ? { ...far, terms: conceptOf('unit of work', { text: 'PD', kind: 'abbreviation' }).terms }
        : far;
      assert.deepEqual(termsOf(merged(concept, other)), terms);
    });
  }

  it('is found by the terms of both', () => {
    const terminology = createTerminology(
      glossariesOf([extending({ terms: conceptOf('pod', 'capsule').terms })], [far, conceptOf('node')]),
    );
    assert.deepEqual(meanings('Pods, a capsule, PD, a node', terminology), [
      'Pods: pod (near)',
      'capsule: pod (near)',
      'PD: pod (near)',
      'node: node (far)',
    ]);
    assert.equal(terminology.find('PD')?.origin.uri, 'test:/glossary.yaml');
  });

  it('goes on to the next that its next one extends', () => {
    const middle = extending({ definition: 'Means middle.' });
    const concept = merged(near, middle, far);
    assert.equal(concept.definition, 'Means middle.');
    assert.equal(concept.category, 'Far');
    assert.deepEqual(asWritten(concept), [near, middle, far]);
  });

  it('stops where the next one replaces those behind it', () => {
    const { category, definition } = merged(near, { ...pod, definition: 'Means middle.' }, far);
    assert.deepEqual([category, definition], [undefined, 'Means middle.']);
  });

  it('stays as it is where there is none', () => {
    const terminology = createTerminology(glossariesOf([near], [conceptOf('node')]));
    assert.equal(terminology.find('pod'), near);
    assert.equal(terminology.hasFarther('pod', 'test:/near.yaml'), false);
  });

  it('adds to a glossary that takes no part itself', () => {
    const glossaries = glossariesOf([near], [far, conceptOf('node')]);
    const terminology = createTerminology(glossaries, indexTerms, (glossary) => glossary !== glossaries[1]);
    assert.deepEqual(meanings('Pods and PD and a node', terminology), ['Pods: pod (near)', 'PD: pod (near)']);
    assert.equal(terminology.hasFarther('pod', 'test:/near.yaml'), true);
  });

  it('is indexed once, whatever else changes', () => {
    const [nearby, farther] = glossariesOf([near], [far]);
    assert(nearby && farther);
    const other = createGlossary({ ...farther, uri: 'test:/other.yaml', concepts: [conceptOf('node')] });
    const [first, second] = [
      [nearby, farther],
      [nearby, farther, other],
    ].map((given) => createTerminology(given));
    assert.equal(first?.glossaries[0], second?.glossaries[0]);
  });
});

describe('hidden concepts', function () {
  this.timeout(120_000);

  const word = fc.constantFrom('pod', 'node', 'pool', 'set', 'auto', 'scaling');
  const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const concept = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(term, { minLength: 1, maxLength: 3 }))
    .map(([id, [first = '', ...others]]) => ({ ...conceptOf(first, ...others.filter((text) => text !== first)), id }));
  const list = fc.uniqueArray(concept, { maxLength: 4, selector: ({ id }) => id });
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '-', '', 's ', ', ')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));

  for (const [how, give] of [
    ['in memory', (glossary: Glossary) => glossary],
    ['in a pack', packOf],
  ] as const) {
    it(`leave what glossaries without them say, ${how}`, () => {
      fc.assert(
        fc.property(fc.array(list, { minLength: 2, maxLength: 3 }), text, (lists, said) => {
          const glossaries = glossariesOf(...lists);
          const whole = createTerminology([...glossaries.slice(0, -1), ...glossaries.slice(-1).map(give)]);
          const seen = new Set<string>();
          const reduced = glossaries.map(({ concepts, ...glossary }) => {
            const left = concepts.filter(({ id }) => !seen.has(id));
            for (const { id } of concepts) seen.add(id);
            return createGlossary({ ...glossary, concepts: left });
          });
          const expected = createTerminology(reduced);
          assert.deepEqual(meanings(said, whole), meanings(said, expected));
          // Long enough for the scanner, which remembers what it read.
          const long = `${said}. `.repeat(40);
          assert.deepEqual(meanings(long, whole), meanings(long, expected));
          for (const name of ['a', 'b', 'pod', 'node pool', 'set']) {
            assert.equal(whole.find(name)?.id, expected.find(name)?.id, name);
          }
          assert.deepEqual(
            whole.glossaries.map(({ size, terms }) => [size, terms.count]),
            expected.glossaries.map(({ size, terms }) => [size, terms.count]),
          );
        }),
        { numRuns: Number(process.env.RUNS ?? 300) },
      );
    });
  }
});
