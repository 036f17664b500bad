import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { glossaryLimits } from '../../server/src/formats/limits';
import { nativeFormat } from '../../server/src/formats/native';
import { parseJson } from '../../server/src/formats/records/jsonText';

function read(text: string) {
  return nativeFormat.read({ uri: 'file:///glossary.yaml', text, defaultName: 'Team' });
}

/** Texts that are nearly glossaries: pieces of the format and of YAML in any order. */
const nearlyGlossary = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...'-?:{}[],&*!|>\'"%@`#~\t\n\r\ufeff\0'.split('')) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '\n  ',
          '\n    ',
          '\n- ',
          '\n  - ',
          ': ',
          ' ',
          '&a ',
          '*a ',
          '<<: ',
          '!!str ',
          '---\n',
          '...\n',
        ),
      },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          'concepts:',
          'term: x',
          'definition: d',
          'also:',
          'avoid:',
          'examples:',
          'faq:',
          'links:',
          'id: i',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n<<<<<<< a\n', '\n=======\n', '\n>>>>>>> b\n', '%YAML 1.1\n') },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  for (const [name, texts] of [
    ['of characters', fc.string({ unit: 'binary', maxLength: 400 })],
    ['of pieces of glossaries', nearlyGlossary],
  ] as const) {
    it(`${name} gives problems inside the text, in order, and sound concepts`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { glossary, problems, relatedNames } = read(text);
          const spans = [
            ...problems.flatMap(({ span, related }) => [span, ...(related ?? []).map((place) => place.span)]),
            ...relatedNames.map(({ span }) => span),
            ...(glossary?.concepts ?? []).map(({ origin }) => origin.span),
          ];
          for (const { start, end } of spans)
            assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end}`);
          const starts = problems.map(({ span }) => span.start);
          assert.deepEqual(
            starts,
            starts.slice().sort((one, other) => one - other),
          );
          assert.ok(problems.length <= glossaryLimits.problems + 1);
          assert.ok(problems.every(({ message }) => message.length > 0 && !message.includes('\n')));
          const concepts = glossary?.concepts ?? [];
          assert.equal(new Set(concepts.map(({ id }) => id)).size, concepts.length);
          assert.ok(concepts.every(({ terms }) => terms[0].status === 'preferred'));
          assert.ok(
            concepts.every(({ definition, terms, extends: adds }) => definition !== '' || adds || terms.length > 1),
          );
          assert.ok(glossary !== undefined || problems.some(({ severity }) => severity === 'error'));
        }),
        { numRuns: 2000 },
      );
    });
  }
});

const word = fc.string({
  unit: fc.constantFrom(...'abcXYZ019éß部.:#-+/*&!%@`\'"{}[]|>~,? '.split('')),
  minLength: 1,
  maxLength: 12,
});
const line = word
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text));
/** A letter first, so that it is no number. */
const prose = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `A ${lines.join('\n')}`);
const caseRule = fc.constantFrom('auto', 'exact', 'fold');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const glossaries = fc
  .record({
    name: line,
    category: optional(line),
    concepts: fc.array(
      fc.record({
        definition: prose,
        description: optional(prose),
        pronunciation: optional(line),
        category: optional(line),
        abbreviations: fc.nat(2),
        also: fc.nat(2),
        avoid: fc.array(optional(line), { maxLength: 2 }),
        case: optional(caseRule),
        examples: fc.array(fc.record({ title: optional(line), text: prose }), { maxLength: 2 }),
        faq: fc.array(fc.record({ question: prose, answer: prose }), { maxLength: 2 }),
        related: fc.uniqueArray(line, { maxLength: 3 }),
        links: fc.array(fc.record({ title: line, url: fc.webUrl() }), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    flavour: line,
  })
  .map(({ name, category, concepts, flavour }) => {
    // Numbers make the terms distinct.
    let number = 0;
    const term = () => `${flavour} t${number++}`;
    return {
      name,
      category,
      concepts: concepts.map((concept) => ({
        ...concept,
        id: `id ${number}`,
        term: term(),
        abbreviations: Array.from({ length: concept.abbreviations }, term),
        also: Array.from({ length: concept.also }, term),
        avoid: concept.avoid.map((reason) => ({ term: term(), reason })),
      })),
    };
  });

describe('a valid glossary', () => {
  for (const [name, write] of [
    ['YAML', (value: unknown) => stringify(value)],
    ['narrow YAML', (value: unknown) => stringify(value, { lineWidth: 20, indent: 4, indentSeq: false })],
    [
      'YAML in brackets',
      (value: unknown) => stringify(value, { collectionStyle: 'flow', defaultStringType: 'QUOTE_SINGLE' }),
    ],
    ['JSON', (value: unknown) => JSON.stringify(value)],
    ['JSON with tabs', (value: unknown) => JSON.stringify(value, null, '\t')],
  ] as const) {
    it(`written as ${name} reads back`, () => {
      fc.assert(
        fc.property(glossaries, (written) => {
          const { glossary, problems } = read(write(written));
          assert.deepEqual(problems, []);
          assert.equal(glossary?.name, written.name);
          assert.deepEqual(
            glossary?.concepts.map(({ origin, ...concept }) => concept),
            written.concepts.map((concept) => expectedConcept(concept, written.category)),
          );
        }),
        { numRuns: 100 },
      );
    });
  }
});

type WrittenConcept = (typeof glossaries extends fc.Arbitrary<infer T extends { concepts: readonly unknown[] }>
  ? T
  : never)['concepts'][number];

function expectedConcept(written: WrittenConcept, defaultCategory: string | undefined): unknown {
  const caseRule = written.case ?? 'auto';
  const admitted = (kind: string) => (text: string) => ({ text, status: 'admitted', kind, caseRule });
  return withoutUndefined({
    id: written.id,
    terms: [
      { text: written.term, status: 'preferred', kind: 'full', caseRule },
      ...written.abbreviations.map(admitted('abbreviation')),
      ...written.also.map(admitted('variant')),
      ...written.avoid.map(({ term, reason }) =>
        withoutUndefined({ text: term, status: 'deprecated', kind: 'variant', caseRule, reason }),
      ),
    ],
    definition: written.definition,
    description: written.description,
    pronunciation: written.pronunciation,
    category: written.category ?? defaultCategory,
    examples: written.examples.map(withoutUndefined),
    faq: written.faq.map(withoutUndefined),
    links: written.links.map(withoutUndefined),
    related: written.related,
  });
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/** Values that are nearly glossaries, with the names of fields in any place. */
const { nearly } = fc.letrec<{ nearly: unknown }>((tie) => ({
  nearly: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      line,
      fc.constantFrom(null, true, '', ' ', 'x', 'API', 'https://a.b'),
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('nearly'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc.constantFrom('id', 'term', 'definition', 'also', 'avoid', 'examples', 'faq', 'links'),
        },
        { weight: 3, arbitrary: fc.constantFrom('concepts', 'text', 'question', 'related', 'url', 'case', 'forms') },
        { weight: 1, arbitrary: word },
      ),
      tie('nearly'),
      { maxKeys: 5 },
    ),
  ),
}));

/** Any JSON: any way to indent it, a byte order mark or none, names that come twice, commas behind the last value. */
const json = fc
  .record({
    value: fc.oneof(nearly, fc.record({ concepts: fc.array(nearly, { maxLength: 5 }) }), glossaries),
    space: fc.constantFrom(undefined, 1, 2, '\t', '    '),
    mark: fc.constantFrom('', '\ufeff'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    repeated: fc.constantFrom(undefined, 'also', 'text'),
    comma: fc.constantFrom('', ','),
    slash: fc.constantFrom('/', '\\/'),
  })
  .map(({ value, space, mark, lineEnd, repeated, comma, slash }) => {
    const text = JSON.stringify(value, null, space)
      .replaceAll('/', slash)
      .replaceAll(/(?<=["\]}])(?=\s*[\]}](?!"))/g, (empty) => empty + (space === undefined ? '' : comma))
      .replaceAll('\n', lineEnd);
    return `${mark}${repeated === undefined ? text : text.replaceAll(`"${repeated}":`, '"term":')}${lineEnd}`;
  });

/** All that a text gives, but for the functions of its glossary. */
function told(text: string): unknown {
  const { glossary, ...others } = read(text);
  const { uri, name, language, concepts } = glossary ?? {};
  return { ...others, uri, name, language, concepts };
}

describe('a text of JSON', () => {
  it('is read as the YAML that it is', () => {
    let parsed = 0;
    fc.assert(
      fc.property(json, (text) => {
        if (parseJson(text, glossaryLimits) !== undefined) parsed++;
        // A comment keeps the JSON road away and moves nothing.
        const commented = `${text}# YAML`;
        assert.equal(parseJson(commented, glossaryLimits), undefined);
        assert.deepEqual(told(text), told(commented));
      }),
      { numRuns: 300 },
    );
    assert.ok(parsed > 270, `${parsed} of 300 were JSON`);
  });

  it('is what JavaScript takes for it, and what has a comma behind its last value', () => {
    const signs = [
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '"a":',
      '1',
      '-',
      '0',
      '.5',
      'e9',
      'null',
      'true',
      ' ',
      '\n',
    ];
    const pieces = [...signs, '[1,', '{"a":1', '"\\u00e9"', '"\\x"', '//', '/*', '#', '\t', '\0', '"\t"', "'a'", 'NaN'];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, json), (text) => {
        // Strings go first, in which a comma and a bracket may stand behind each other.
        const strict = text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])/gsu, '$1').replace(/^\ufeff/u, '');
        const isStrict = isJson(strict);
        const hasEmptyPlace = /[[{,]\s*,\s*[\]}]/u.test(text);
        if (hasEmptyPlace) return;
        assert.equal(parseJson(text, glossaryLimits) !== undefined, isStrict, JSON.stringify(text));
      }),
      { numRuns: 5000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
