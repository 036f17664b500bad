import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable } from '../../server/src/formats/csv/reader';
import { cellText, tableRows } from '../../server/src/formats/csv/table';
import { writeTable } from '../../server/src/formats/csv/writer';
import { readDocusaurus } from '../../server/src/formats/docusaurus/reader';
import { writeDocusaurus } from '../../server/src/formats/docusaurus/writer';
import type { GlossarySource, ReadGlossary, WrittenGlossary } from '../../server/src/formats/format';
import { jsonListFormat } from '../../server/src/formats/jsonList';
import { readJsonList } from '../../server/src/formats/jsonList/reader';
import { writeJsonList } from '../../server/src/formats/jsonList/writer';
import { tableLimits } from '../../server/src/formats/limits';
import type { CaseRule, Concept, PartOfSpeech, Term } from '../../server/src/terminology/concept';
import { createGlossary, type GlossaryContent } from '../../server/src/terminology/glossary';

const word = fc.string({
  unit: fc.constantFrom(...'abcXYZ019éß部.:#-+/*&!%@`\'"{}[]()|>~,;=＝_\t? '.split('')),
  minLength: 1,
  maxLength: 12,
});
const line = word
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text));
/** Texts of several lines, with all that tables give a meaning to. */
const prose = fc
  .array(fc.oneof(line, fc.constantFrom('', ' ', '"', '""', ',"', '=1+1', "'-x", '\r', '# x')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '');
const url = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('', ';', ',', ')', '|https://b.c', '>'),
  )
  .map(([address, end]) => address + end);
const list = (texts: fc.Arbitrary<string>) => fc.uniqueArray(texts, { maxLength: 3 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Glossaries of what tables hold; numbers make their terms distinct, and letters keep them usable. */
const glossaries = fc
  .record({
    name: line.filter((text) => text.length > 0),
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    flavours: fc.uniqueArray(line, { minLength: 1, maxLength: 6 }),
    concepts: fc.array(
      fc.record({
        definition: fc.oneof(fc.constant(''), prose),
        description: optional(prose),
        pronunciation: optional(line),
        category: optional(line),
        audience: optional(fc.uniqueArray(line, { minLength: 1, maxLength: 3 })),
        plain: optional(line),
        abbreviations: fc.nat(2),
        also: fc.nat(2),
        avoid: fc.nat(2),
        caseRule: fc.constantFrom<CaseRule>('auto', 'exact', 'fold'),
        pos: fc.constantFrom<PartOfSpeech | undefined>(undefined, 'noun', 'verb', 'proper'),
        examples: list(prose),
        related: list(line),
        links: fc.array(fc.tuple(line, url), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ name, language, flavours, concepts }): GlossaryContent => {
    let number = 0;
    const term = (status: Term['status'], kind: Term['kind']): Term => {
      const flavour = flavours[number % flavours.length] ?? '';
      return { text: `${flavour}t${number++}`, status, kind, caseRule: 'auto' };
    };
    const several = (count: number, status: Term['status'], kind: Term['kind']) =>
      Array.from({ length: count }, () => term(status, kind));
    return {
      uri: 'test:/x',
      name,
      language,
      concepts: concepts.map(({ abbreviations, also, avoid, caseRule, pos, links, examples, ...texts }) => {
        const preferred = term('preferred', 'full');
        const others = [
          ...several(abbreviations, 'admitted', 'abbreviation'),
          ...several(also, 'admitted', 'variant'),
          ...several(avoid, 'deprecated', 'variant'),
        ];
        const used = (own: Term): Term => ({ ...own, caseRule, ...(pos === undefined ? {} : { pos }) });
        return withoutUndefined<Concept>({
          ...texts,
          id: `${flavours[0]}${number}`,
          terms: [used(preferred), ...others.map(used)],
          examples: examples.map((text) => ({ text })),
          faq: [],
          links: links.map(([title, address]) => ({ title, url: address })),
          origin: { uri: 'test:/x', span: { start: 0, end: 0 }, line: 0 },
        });
      }),
    };
  });

function withoutUndefined<T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T;
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

function sourceOf({ files }: WrittenGlossary): GlossarySource {
  const [file] = files;
  return { uri: `file:///${file?.path}`, text: file?.text ?? '', defaultName: 'x' };
}

function contentOf({ glossary }: ReadGlossary): readonly unknown[] | undefined {
  return glossary?.concepts.map(({ origin, ...concept }) => concept);
}

/** Titles that no text of links can hold are listed as left out. */
function withShortTitles(concept: Concept, leftOut: WrittenGlossary['leftOut'], read: Concept | undefined): unknown {
  const { origin, links, ...rest } = concept;
  const lost = leftOut.find(({ what }) => what === 'the title of a link')?.count ?? 0;
  const told = links.map((link, index) => {
    const found = read?.links[index];
    return lost > 0 && found?.url === link.url && found.title !== link.title ? { ...link, title: found.title } : link;
  });
  return { ...rest, links: told };
}

describe('a glossary that is written as a table', () => {
  for (const delimiter of [',', '\t'] as const) {
    it(`reads back, ${delimiter === ',' ? 'as CSV' : 'as TSV'}`, () => {
      fc.assert(
        fc.property(glossaries, (glossary) => {
          const written = writeTable(glossary, delimiter);
          const read = readTable(sourceOf(written), tableLimits);
          assert.deepEqual(read.problems, []);
          assert.deepEqual(
            contentOf(read),
            glossary.concepts.map((concept, index) =>
              withShortTitles(concept, written.leftOut, read.glossary?.concepts[index]),
            ),
          );
          assert.deepEqual(read.leftOut, []);
          assert.equal(read.glossary?.language, glossary.language);
          assert.equal(writeTable(read.glossary, delimiter).files[0]?.text, written.files[0]?.text);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(glossaries, (glossary) => {
        for (const delimiter of [',', '\t'] as const) {
          const text = writeTable(glossary, delimiter).files[0]?.text ?? '';
          for (const { cells } of tableRows(text, { delimiter, start: 0, mostCells: 100 }, assert.fail)) {
            for (const cell of cells) assert.doesNotMatch(cellText(text, cell).trimStart(), /^[=+\-@＝]/u);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a glossary that is written as a list in JSON', () => {
  it('reads back, and is known for one', () => {
    fc.assert(
      fc.property(glossaries, (glossary) => {
        const source = sourceOf(writeJsonList(glossary));
        assert.ok(jsonListFormat.recognises(source));
        const read = readJsonList(source, tableLimits);
        assert.deepEqual([read.problems, read.leftOut], [[], []]);
        assert.deepEqual(
          contentOf(read),
          glossary.concepts.map(({ origin, ...concept }) => concept),
        );
        assert.deepEqual([read.glossary?.name, read.glossary?.language], [glossary.name, glossary.language]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a glossary that is written for docusaurus-plugin-glossary', () => {
  it('reads back in what that holds', () => {
    const names = fc.constantFrom('central processing unit', 'role based access control', 'pod', 'data node', 'CPU');
    const held = fc
      .array(
        fc.record({
          name: names,
          hasShort: fc.boolean(),
          hasDefinition: fc.boolean(),
          isExact: fc.boolean(),
          related: fc.array(fc.nat(5), { maxLength: 3 }),
        }),
        { maxLength: 5 },
      )
      .map((parts): GlossaryContent => {
        const named = parts.map(({ name }, number) => `${name} ${'abcdef'.charAt(number)}`);
        const concepts = parts.map(({ hasShort, hasDefinition, isExact, related }, number): Concept => {
          const text = named[number] ?? '';
          const initials = text
            .split(' ')
            .map((part) => part.charAt(0).toUpperCase())
            .join('');
          const caseRule: CaseRule = isExact ? 'exact' : 'auto';
          const short: Term = { text: `${initials}`, status: 'admitted', kind: 'abbreviation', caseRule };
          return {
            id: `c${number}`,
            terms: [{ text, status: 'preferred', kind: 'full', caseRule }, ...(hasShort ? [short] : [])],
            definition: hasDefinition ? `What ${text} is.` : '',
            examples: [],
            faq: [],
            links: [],
            related: [...new Set(related.flatMap((other) => named[other] ?? []))],
            origin: { uri: '', span: { start: 0, end: 0 }, line: 0 },
          };
        });
        return { uri: 'test:/x', name: 'Words', language: 'en', concepts };
      });
    fc.assert(
      fc.property(held, (glossary) => {
        const written = writeDocusaurus(glossary);
        const read = readDocusaurus(sourceOf(written));
        const given = createGlossary(glossary);
        const meantBy = (concept: Concept, all: GlossaryContent | undefined) =>
          concept.related.map((name) => (all === undefined ? undefined : createGlossary(all).find(name)?.id));
        assert.deepEqual(
          read.glossary?.concepts.map((concept) => [
            concept.id,
            concept.terms,
            concept.definition,
            meantBy(concept, read.glossary),
          ]),
          glossary.concepts.map((concept) => [concept.id, concept.terms, concept.definition, meantBy(concept, given)]),
        );
        assert.deepEqual(
          [read.problems.filter(({ code }) => code !== 'empty-glossary'), read.leftOut, written.leftOut],
          [[], [], []],
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** Texts that are nearly tables or lists: pieces of them in any order. */
const nearly = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...',;|\t"\n\r[]{}:\'=# \ufeff\0'.split('')) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          'Term,',
          'Term;Definition',
          'Acronym,',
          'Meaning',
          'Aliases,',
          'id,',
          'status',
          '""',
          '\r\n',
          'sep=;\n',
          '# x\n',
        ),
      },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '{"term":"x"',
          '"definition":"d"',
          '"aliases":["a"]',
          '[{',
          '}]',
          '},{',
          '"id":"i"',
          'null',
          '{"terms":[',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n<<<<<<< a\n', '\n=======\n', '\n>>>>>>> b\n') },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  for (const [name, read] of [
    ['CSV', (text: string) => readTable({ uri: 'file:///x.csv', text, defaultName: 'x' }, tableLimits)],
    ['a list in JSON', (text: string) => readJsonList({ uri: 'file:///x.json', text, defaultName: 'x' }, tableLimits)],
    ['docusaurus', (text: string) => readDocusaurus({ uri: 'file:///x.json', text, defaultName: 'x' })],
  ] as const) {
    it(`read as ${name} gives problems inside the text, in order, and sound concepts`, () => {
      fc.assert(
        fc.property(fc.oneof(nearly, fc.string({ unit: 'binary', maxLength: 100 })), (text) => {
          jsonListFormat.recognises({ uri: 'file:///x.json', text });
          const { glossary, problems, relatedNames, places, leftOut = [] } = read(text);
          const spans = [
            ...problems.flatMap(({ span, related }) => [span, ...(related ?? []).map((place) => place.span)]),
            ...relatedNames.map(({ span }) => span),
            ...leftOut.flatMap(({ span }) => span ?? []),
            ...(glossary?.concepts ?? []).map(({ origin }) => origin.span),
          ];
          for (const { start, end } of spans)
            assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end}`);
          assert.ok(places === undefined || places.every((offset) => offset >= 0 && offset <= text.length));
          assert.ok(problems.length <= tableLimits.problems + 1);
          assert.ok(problems.every(({ message }) => message.length > 0 && !message.includes('\n')));
          const concepts = glossary?.concepts ?? [];
          assert.equal(new Set(concepts.map(({ id }) => id)).size, concepts.length);
          assert.ok(concepts.every(({ terms }) => terms.filter(({ status }) => status === 'preferred').length === 1));
          assert.ok(
            concepts.every(({ terms }) => terms[0].status === 'preferred' && terms.every((term) => term.text !== '')),
          );
          assert.ok(glossary !== undefined || problems.some(({ severity }) => severity === 'error'));
        }),
        { numRuns: 2000 },
      );
    });
  }
});
