import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formats } from '../../server/src/formats';
import type { GlossaryFormat, LeftOut, ReadGlossary } from '../../server/src/formats/format';
import { nativeFormat } from '../../server/src/formats/native';
import { yamlWriter } from '../../server/src/formats/native/writer';
import type { Concept, Term } from '../../server/src/terminology/concept';
import { createGlossary, type Glossary, type GlossaryContent } from '../../server/src/terminology/glossary';
import { anyConcepts, anyLine, withoutUndefined } from './anyGlossary';

const anyContent: fc.Arbitrary<GlossaryContent> = fc.record({
  uri: fc.constant('file:///terms'),
  name: anyLine.filter((text) => text.length <= 60),
  language: fc.constantFrom('en', 'de', 'pt-BR'),
  // What any reader takes for a conflict of git, line ends of other systems and lines of white space are no matter of a format.
  concepts: anyConcepts.filter((concepts) => !/[<=>]{7}|\\r|\\n\s+\\n/.test(JSON.stringify(concepts))),
});

/** What may be another in a format, by the words that its list of what is left out has for it. */
const parts: readonly (readonly [words: RegExp, ...parts: readonly string[]])[] = [
  [/^the name of the glossary$/, 'name'],
  [/language of the glossary/, 'language'],
  [/\bcase\b|capitals/, 'caseRule'],
  [/`pos`|parts? of speech/, 'pos'],
  [/forms/, 'forms'],
  [/reason|why not/, 'reason'],
  [/whether an alias is|full form|is an abbreviation/, 'kind'],
  [/`?title`? of an example|titles of examples/, 'exampleTitles'],
  [/title of a link/, 'links'],
  [/^(?:an? )?examples?\b/, 'examples'],
  [/questions?\b/, 'faq'],
  [/pronunciation/, 'pronunciation'],
  [/audience/, 'audience'],
  [/`plain`|plain language/, 'plain'],
  [/extends|adds to/, 'extends'],
  [/related|references to/, 'related'],
  [/`?links?`?/, 'links'],
  [/\bids?\b/, 'id', 'related'],
  [/category|categories/, 'category'],
  [/description|definition/, 'definition', 'description'],
  [/`avoid`|terms? to avoid/, 'terms', 'reason'],
  [/alias|spellings|another name in it|list cannot hold|a term that another concept has/, 'terms', 'category', 'id'],
  [/concept whose term another|concepts? (?:of|without)/, 'concepts'],
  [/characters that XML cannot hold/, 'name', 'concepts'],
  [/remark in brackets/, 'terms', 'category'],
];

function partsOf({ what }: LeftOut): readonly string[] {
  const found = parts.filter(([words]) => words.test(what)).flatMap(([, ...named]) => named);
  assert.notEqual(found.length, 0, `no part of a concept is named by: ${what}`);
  return found;
}

/** What a concept says but for some parts; terms are sorted, since formats have an order of their own for them. */
function saidBut(
  { origin: _, written: __, ...concept }: Concept,
  lost: ReadonlySet<string>,
  { find }: Pick<Glossary, 'find'>,
): unknown {
  const saidTerm = ({ text, status, kind, ...more }: Term): string =>
    JSON.stringify([
      text,
      status,
      lost.has('kind') ? '' : kind,
      ...['caseRule', 'pos', 'forms', 'reason'].map((part) =>
        lost.has(part) ? '' : (more as Record<string, unknown>)[part],
      ),
    ]);
  return Object.fromEntries(
    Object.entries({
      ...concept,
      terms: concept.terms.map(saidTerm).sort(),
      // Some formats name others by their ids, some by their terms; brackets in an address may be written as numbers.
      related: [...new Set(concept.related.map((name) => find(name)?.id ?? name))],
      links: concept.links.map((link) => ({ ...link, url: link.url.replaceAll('%28', '(').replaceAll('%29', ')') })),
      examples: concept.examples.map((example) => (lost.has('exampleTitles') ? example.text : example)),
    }).filter(([part]) => !lost.has(part)),
  );
}

function check(
  format: GlossaryFormat,
  content: GlossaryContent,
  text: string,
  read: ReadGlossary,
  leftOut: readonly LeftOut[],
) {
  const lost = new Set(leftOut.flatMap(partsOf));
  // A context has a name: that of the glossary where a concept has no category.
  const isOfNone = ({ category }: Concept) => format.id === 'contextive' && category === undefined;
  const lostOf = (concept: Concept | undefined) =>
    concept !== undefined && isOfNone(concept) ? new Set([...lost, 'category']) : lost;
  const { glossary } = read;
  assert.ok(glossary !== undefined, text);
  if (!lost.has('name')) assert.equal(glossary.name, content.name, text);
  if (!lost.has('language')) assert.equal(glossary.language, content.language, text);
  if (lost.has('concepts')) return;
  // Contexts put concepts into another order, so that they are compared by their terms, of which no two are alike.
  const wanted = new Map(content.concepts.map((concept) => [concept.terms[0].text, concept]));
  assert.equal(glossary.concepts.length, content.concepts.length, text);
  for (const concept of glossary.concepts) {
    const given = wanted.get(concept.terms[0].text);
    if (lost.has('terms') && given === undefined) continue;
    assert.ok(given, `${format.id}\n${JSON.stringify(leftOut)}\n${text}`);
    assert.deepEqual(
      saidBut(concept, lostOf(given), glossary),
      saidBut(given, lostOf(given), createGlossary(content)),
      `${format.id}\n${JSON.stringify(leftOut)}\n${text}`,
    );
  }
}

describe('what a format writes', () => {
  for (const format of formats.filter(({ reader, writer }) => reader !== undefined && writer !== undefined)) {
    // A page keeps less than it says of ids, links and layout: markdownWriter.test.ts has what it keeps.
    if (format.id !== 'markdown')
      it(`reads as it was written in ${format.name}, but for what is listed as left out`, async () => {
        const [reader, writer] = [await format.reader?.(), await format.writer?.()];
        assert.ok(reader !== undefined && writer !== undefined);
        fc.assert(
          fc.property(anyContent, (content) => {
            const { files, leftOut } = writer.write(withoutUndefined(content));
            const [file] = files;
            assert.ok(file);
            const { path, text } = file;
            const read = reader.read({ uri: `file:///${path}`, text, defaultName: 'other' });
            check(format, content, text, read, leftOut);
          }),
          { numRuns: Number(process.env.RUNS ?? 100) },
        );
      });

    it(`is a sound glossary of ours where it is brought over from ${format.name}`, async () => {
      const [reader, writer] = [await format.reader?.(), await format.writer?.()];
      assert.ok(reader !== undefined && writer !== undefined);
      fc.assert(
        fc.property(anyContent, (content) => {
          const [file] = writer.write(content).files;
          const { glossary } = reader.read({ uri: 'file:///x', text: file?.text ?? '', defaultName: 'other' });
          assert.ok(glossary);
          const [ours] = yamlWriter.write(glossary).files;
          const read = nativeFormat.read({ uri: 'file:///y', text: ours?.text ?? '', defaultName: 'other' });
          const wrong = read.problems.filter(({ code }) => code !== 'empty-glossary');
          assert.deepEqual(wrong, [], ours?.text);
        }),
        { numRuns: Number(process.env.RUNS ?? 100) },
      );
    });
  }
});
