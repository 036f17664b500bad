import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tbxWriter } from '../../../server/src/formats/tbx/writer';
import { xmlIdOf, xmlIdValue } from '../../../server/src/formats/tbx/xmlId';
import type { Concept, Term } from '../../../server/src/terminology/concept';
import type { GlossaryContent } from '../../../server/src/terminology/glossary';
import { foldedLetters } from '../../../server/src/text/likeness';
import { conceptOf } from '../../support/concepts';
import { read } from './tbx';
import { faultsIn } from './tbxBasic';

function written(concepts: readonly Concept[], content: Partial<GlossaryContent> = {}): string {
  const glossary = { uri: 'file:///g.yaml', name: 'Team', language: 'en', concepts, ...content };
  return tbxWriter.write(glossary).files[0]?.text ?? '';
}

/** Letters, markup of XML and of Markdown, white space, what XML cannot hold, and halves of pairs. */
const text = fc.string({
  unit: fc.constantFrom(
    ...Array.from('abcÄß日本 <>&"\'[]#;x_-*`\n\n  \r\t'),
    '🎉',
    ']]>',
    '&amp;',
    '<!--',
    '- ',
    '    ',
    '\u0007',
    '\uFFFE',
    '\uD800',
  ),
  maxLength: 40,
});
/** As readers of any format give it, and as XML can hold it. */
const prose = text.map((value) => writableIn(value).trim()).filter((value) => value !== '');
const line = text.map((value) => writableIn(value).replace(/\s+/gu, ' ').trim()).filter((value) => value !== '');

function writableIn(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
  return value.replace(/[\u0007\uFFFE]|\p{Surrogate}/gu, '').replace(/\r/g, '');
}

const term = fc.record(
  {
    text: line.filter((value) => /[\p{L}\p{N}]/u.test(value)),
    status: fc.constantFrom('admitted' as const, 'deprecated' as const),
    kind: fc.constantFrom('full' as const, 'abbreviation' as const, 'variant' as const),
    caseRule: fc.constant('auto' as const),
    pos: fc.constantFrom('noun' as const, 'verb' as const, 'adjective' as const, 'proper' as const),
    reason: line.filter((value) => !value.includes('://')),
  },
  { requiredKeys: ['text', 'status', 'kind', 'caseRule'], noNullPrototype: true },
);

const concept = fc.record(
  {
    id: line,
    terms: fc.array(term, { minLength: 1, maxLength: 4 }),
    definition: fc.oneof(fc.constant(''), prose),
    description: prose,
    category: line,
    examples: fc.array(fc.record({ text: prose }, { noNullPrototype: true }), { maxLength: 2 }),
    links: fc.array(
      fc.record(
        { title: line, url: fc.constantFrom('https://a.example/?b=c&d', 'http://b.example') },
        { noNullPrototype: true },
      ),
      {
        maxLength: 2,
      },
    ),
    related: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'terms', 'definition', 'examples', 'links', 'related'], noNullPrototype: true },
);

type Drawn = typeof concept extends fc.Arbitrary<infer T> ? T : never;

/** Make a glossary as readers give it: ids are unique, and so are the terms of each concept; related are ids. */
function glossaryOf(drawn: readonly Drawn[]): readonly Concept[] {
  const ids = drawn.map(({ id }, index) => `${id}${index}`);
  return drawn.map((given, index) => ({
    ...given,
    id: ids[index] ?? '',
    terms: termsOf(given.terms),
    faq: [],
    related: [...new Set(given.related.map((number) => ids[number % ids.length] ?? ''))],
    origin: { uri: '', span: { start: 0, end: 0 }, line: 0 },
  }));
}

function termsOf(drawn: readonly Term[]): Concept['terms'] {
  const seen = new Set<string>();
  const distinct = drawn.filter(({ text }) => {
    const key = foldedLetters(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const [{ reason: _, ...first } = drawn[0] ?? assert.fail(), ...others] = distinct.map(
    ({ reason, ...rest }): Term => (reason !== undefined && rest.status === 'deprecated' ? { ...rest, reason } : rest),
  );
  return [{ ...first, status: 'preferred' }, ...others];
}

function withoutOrigin({ origin: _, ...rest }: Concept): Omit<Concept, 'origin'> {
  return rest;
}

describe('the writer of TBX', () => {
  it('writes what the reader reads back, valid by the rules of TBX-Basic', () => {
    fc.assert(
      fc.property(fc.array(concept, { minLength: 1, maxLength: 4 }), line, (drawn, name) => {
        const concepts = glossaryOf(drawn);
        const xml = written(concepts, { name });
        assert.deepEqual(faultsIn(xml), []);
        const { glossary, leftOut } = read(xml);
        assert.deepEqual(glossary?.concepts.map(withoutOrigin), concepts.map(withoutOrigin));
        assert.equal(glossary?.name, name);
        assert.equal(leftOut, undefined);
      }),
    );
  });

  it('writes valid XML whatever is in a text', () => {
    fc.assert(
      fc.property(text, (given) => {
        assert.deepEqual(faultsIn(written([{ ...conceptOf('gear'), definition: `a${given}` }])), []);
      }),
    );
  });

  it('writes ids that XML takes, and reads them back', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('_x0020_', '_x', '9', '.a')),
        (id) => {
          assert.match(xmlIdOf(id), /^[A-Za-z_][A-Za-z0-9._-]*$/);
          assert.equal(xmlIdValue(xmlIdOf(id)), id);
        },
      ),
    );
  });

  it('writes the same text each time', () => {
    assert.equal(written([conceptOf('gear', 'cog')]), written([conceptOf('gear', 'cog')]));
  });

  it('writes other languages and names of any kind', () => {
    const xml = written([conceptOf('Rad')], { language: 'de-AT', name: 'Ö & Söhne' });
    assert.deepEqual(faultsIn(xml), []);
    const { glossary } = read(xml);
    assert.deepEqual([glossary?.language, glossary?.name], ['de-AT', 'Ö & Söhne']);
  });

  const paths: readonly (readonly [name: string, path: string])[] = [
    ['Team terms', 'team-terms.tbx'],
    ['../../etc/passwd', 'etc-passwd.tbx'],
    ['', 'glossary.tbx'],
    ['…', 'glossary.tbx'],
  ];
  for (const [name, path] of paths) {
    it(`names the file of ${name === '' ? 'a glossary without a name' : name} ${path}`, () => {
      const glossary = { uri: '', name, language: 'en', concepts: [conceptOf('gear')] };
      assert.equal(tbxWriter.write(glossary).files[0]?.path, path);
    });
  }

  it('refers to a concept that a term names by its id, and to others by their words', () => {
    const xml = written([{ ...conceptOf('gear'), related: ['Axle Box', 'nowhere'] }, conceptOf('axle box')]);
    assert.deepEqual(faultsIn(xml), []);
    assert.deepEqual(read(xml).glossary?.concepts[0]?.related, ['axle-box', 'nowhere']);
  });

  it('lists what TBX-Basic cannot keep', () => {
    const full: Concept = {
      ...conceptOf({ text: 'gear\u0007', caseRule: 'exact', forms: ['gears'] }),
      pronunciation: 'geer',
      audience: ['all'],
      plain: 'wheel',
      faq: [{ question: 'Why?', answer: 'So.' }],
      examples: [{ title: 'A', text: 'b' }],
    };
    const { leftOut } = tbxWriter.write({
      uri: '',
      name: 'Team',
      language: 'en',
      owner: { name: 'Us' },
      concepts: [full],
    });
    assert.deepEqual(
      leftOut.map(({ what }) => what),
      [
        'who keeps the glossary',
        '`pronunciation`',
        '`audience`',
        '`plain`',
        'questions in `faq`',
        'titles of examples',
        '`case` of terms',
        '`forms` of terms',
        'characters that XML cannot hold',
      ],
    );
  });
});

describe('what checks TBX-Basic', () => {
  const good = written([{ ...conceptOf('gear', 'cog'), category: 'Parts' }]);
  const rows: readonly (readonly [name: string, wrong: string])[] = [
    ['an unknown part of speech', good.replace('fullForm', 'long')],
    ['an unknown element', good.replaceAll('sourceDesc', 'source')],
    ['a subject field of a language', good.replace('type="definition"', 'type="subjectField"')],
    ['no language', good.replace(/ xml:lang="en"/, '')],
    ['a term without a text', good.replace('>gear<', '><')],
    ['broken XML', good.replace('</tbx>', '')],
    ['an id that begins with a digit', good.replace('id="gear"', 'id="1"')],
  ];
  it('finds nothing in what is right', () => assert.deepEqual(faultsIn(good), []));
  for (const [name, wrong] of rows) {
    it(`finds ${name}`, () => {
      assert.notEqual(wrong, good);
      assert.notDeepEqual(faultsIn(wrong), []);
    });
  }
});
