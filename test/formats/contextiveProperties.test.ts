import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGlob } from '../../server/src/configuration/glob';
import { isUsableTerm, titleTerms } from '../../server/src/formats/concepts/terms';
import { contextiveFormat } from '../../server/src/formats/contextive';
import { aliasKind, withoutEmphasis } from '../../server/src/formats/contextive/aliases';
import { joinDefinition, splitDefinition } from '../../server/src/formats/contextive/definitionText';
import { globsOf } from '../../server/src/formats/contextive/paths';
import { contextiveReader } from '../../server/src/formats/contextive/reader';
import { contextiveWriter } from '../../server/src/formats/contextive/writer';
import { glossaryLimits } from '../../server/src/formats/limits';
import type { Concept, Term } from '../../server/src/terminology/concept';
import { foldedLetters } from '../../server/src/text/likeness';
import { conceptOf } from '../support/concepts';

const URI = 'file:///a.glossary.yml';

/** Texts that are nearly glossaries: pieces of the format and of YAML in any order. */
const nearlyGlossary = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...'-?:{}[],&*!|>\'"%@`#~\t\n\r\ufeff\0()'.split('')) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '\n  ',
          '\n    ',
          '\n      ',
          '\n- ',
          '\n  - ',
          '\n    - ',
          ': ',
          ' ',
          '&a ',
          '*a ',
          '---\n',
        ),
      },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'contexts:',
          'imports:',
          'terms:',
          'name: x',
          'term: y',
          'definition: d',
          'aliases: _z_',
          'examples:',
          'paths: ["**/a[b"]',
          'meta:',
          'Related: "a, (b, c"',
          'Avoid: "a (b), c"',
          'Owner: "[a](https://b.org)"',
          'Links: "[a](https://b.org)"',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n<<<<<<< a\n', '\n=======\n', '\n>>>>>>> b\n') },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));

describe('any text taken for a glossary of Contextive', () => {
  for (const [name, texts] of [
    ['of characters', fc.string({ unit: 'binary', maxLength: 400 })],
    ['of pieces of glossaries', nearlyGlossary],
  ] as const) {
    it(`${name} gives problems inside the text, in order, and sound concepts`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          contextiveFormat.recognises({ uri: URI, text });
          const found = contextiveReader.read({ uri: URI, text, defaultName: 'Team' });
          const concepts = found.glossary?.concepts ?? [];
          const spans = [
            ...found.problems.flatMap(({ span, related }) => [span, ...(related ?? []).map((place) => place.span)]),
            ...found.relatedNames.map(({ span }) => span),
            ...concepts.map(({ origin }) => origin.span),
            ...(found.imports ?? []).map(({ span }) => span),
            ...(found.leftOut ?? []).flatMap(({ span }) => span ?? []),
          ];
          for (const { start, end } of spans)
            assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end}`);
          assert.ok(found.problems.length <= glossaryLimits.problems + 1);
          assert.ok(found.problems.every(({ message }) => message.length > 0 && !message.includes('\n')));
          assert.equal(new Set(concepts.map(({ id }) => id)).size, concepts.length);
          assert.ok(concepts.every(({ terms }) => terms[0].status === 'preferred'));
          for (const { concepts: part } of found.parts ?? [])
            assert.ok(0 <= part.start && part.start < part.end && part.end <= concepts.length);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('gives globs that we have', () => {
    const paths = fc.array(fc.constantFrom('/', '*', '**', '[', ']', '{', '}', ',', '\\', '.', '..', '!', 'a', '?'));
    fc.assert(
      fc.property(paths, (pieces) => {
        for (const glob of globsOf(pieces.join('')) ?? []) assert.equal(typeof readGlob(glob), 'object', glob);
      }),
    );
  });

  it('is parted into a definition and a description, and nothing is lost', () => {
    const lines = fc.array(fc.constantFrom('', ' ', 'a', '  b', '\tc', '```', '~~~', '- d', '\r'));
    fc.assert(
      fc.property(lines, (pieces) => {
        const parts = splitDefinition(pieces.join('\n'));
        const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
        assert.deepEqual(words(joinDefinition(parts)), words(pieces.join('\n')));
        assert.deepEqual(splitDefinition(joinDefinition(parts)), parts);
      }),
    );
  });
});

describe('a glossary written for Contextive and read again', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          ...'-?:{}[],&*!|>\'"%@`#~\t\n\r\ufeff\0\u0085\u2028 ()_'.split(''),
          'a',
          'yes',
          '1',
          'null',
          '\n\n',
          ': ',
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join('')),
  );
  const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const line = hostile.map(oneLine).filter((text) => text !== '');
  const prose = hostile.map((text) => text.trim()).filter((text) => text !== '');
  const usable = line.filter((text) => isUsableTerm(text));
  const name = usable.filter((text) => titleTerms(text, { start: 0, end: 0 }).terms[0].term.text === text);
  const alias = usable.filter((text) => withoutEmphasis(text) === text);

  const concepts: fc.Arbitrary<Concept> = fc
    .record({
      name,
      aliases: fc.array(alias, { maxLength: 3 }),
      text: prose,
      category: fc.constantFrom('One', 'Two: of "three"', ' ', 'null'),
      examples: fc.array(prose, { maxLength: 2 }),
      questions: fc.array(prose, { maxLength: 2 }),
      related: fc.array(line, { maxLength: 2 }),
    })
    .map(({ name, aliases, text, category, examples, questions, related }) => {
      const others: Partial<Term>[] = [];
      const readings = new Set([foldedLetters(name)]);
      for (const other of aliases) {
        if (readings.has(foldedLetters(other))) continue;
        readings.add(foldedLetters(other));
        others.push({ text: other, kind: aliasKind(other, name) });
      }
      return {
        ...conceptOf(name, ...others),
        ...splitDefinition(text),
        category,
        examples: examples.map((example) => ({ text: example })),
        faq: questions.map((question) => ({ question: `${question}?`, answer: question })),
        related,
      };
    });

  it('has the same concepts in the fields that Contextive has', () => {
    fc.assert(
      fc.property(fc.array(concepts, { maxLength: 4 }), line, (given, glossaryName) => {
        const content = { uri: URI, name: glossaryName, language: 'en', concepts: given };
        const [file] = contextiveWriter.write(content).files;
        const text = file?.text ?? '';
        assert.ok(contextiveFormat.recognises({ uri: URI, text }));
        const read = contextiveReader.read({ uri: URI, text, defaultName: '' });
        const severe = read.problems.filter(({ severity }) => severity === 'error');
        assert.deepEqual(severe, [], text);
        const categories = [...new Set(given.map((concept) => categoryOf(concept, glossaryName)))];
        const inOrder = categories.flatMap((category) =>
          given.filter((concept) => categoryOf(concept, glossaryName) === category),
        );
        assert.deepEqual(
          read.glossary?.concepts.map((concept) => fieldsOf(concept, '')),
          inOrder.map((concept) => fieldsOf(concept, glossaryName)),
          text,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same text when it is written again', () => {
    fc.assert(
      fc.property(fc.array(concepts, { maxLength: 3 }), line, (given, glossaryName) => {
        // What is related may be found by an id that reading makes, and not before.
        const plain = given.map((concept) => ({ ...concept, related: [] }));
        const first = contextiveWriter.write({ uri: URI, name: glossaryName, language: 'en', concepts: plain });
        const text = first.files[0]?.text ?? '';
        const { glossary } = contextiveReader.read({ uri: URI, text, defaultName: glossaryName });
        assert.ok(glossary);
        const { uri, language, concepts: read, name: readName } = glossary;
        const second = contextiveWriter.write({ uri, name: readName, language, concepts: read });
        assert.equal(second.files[0]?.text, text);
      }),
    );
  });

  function categoryOf({ category = '' }: Concept, glossaryName: string): string {
    return oneLine(category) || glossaryName;
  }

  function fieldsOf({ terms, definition, description, examples, ...concept }: Concept, glossaryName: string) {
    const names = terms.map(({ text, status, kind }) => ({ text, status, kind }));
    return { names, definition, description, examples, category: categoryOf(concept as Concept, glossaryName) };
  }
});
