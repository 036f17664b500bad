import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isExact, type Sense } from '../../server/src/terminology/concept';
import { createGlossary } from '../../server/src/terminology/glossary';
import { listedForms, regularPlurals } from '../../server/src/terminology/inflection';
import { derivedTerms } from '../../server/src/terminology/initialism';
import { createVocabulary, findInWords, indexTerms } from '../../server/src/terminology/vocabulary';
import { SourceReader } from '../../server/src/text/source';
import { endsWord, startsWord } from '../../server/src/text/words';
import { conceptOf, sensesOf } from '../support/concepts';

/**
 * A slow and obvious matcher that the index must agree with: at each place it tries every end, from far to near, and every
 * form of every term, and compares them as strings. What begins and ends a word it takes from `words`, as the index does.
 */
function matchesByTrial(text: string, senses: readonly Sense[]): string[] {
  const forms = senses.flatMap((sense) => {
    const { text: term } = sense.term;
    return [term, ...listedForms(term), ...regularPlurals(term)].map((form) => ({ form, sense }));
  });
  const { units, length } = new SourceReader().read(text);
  const found: string[] = [];
  let start = 0;
  while (start < length) {
    const end = startsWord(units, start, 0) ? longestEnd(text, units, start, forms) : undefined;
    if (end === undefined) {
      start++;
      continue;
    }
    const here = forms.filter(({ form, sense }) => readsAs(text.slice(start, end), form, sense));
    const plural = /^\((?:s|es)\)/.exec(text.slice(end))?.[0] ?? '';
    found.push(
      describeMatch(
        start,
        end + plural.length,
        here.map(({ sense }) => sense),
      ),
    );
    start = end + plural.length;
  }
  return found;
}

function longestEnd(
  text: string,
  units: Uint16Array,
  start: number,
  forms: readonly { readonly form: string; readonly sense: Sense }[],
): number | undefined {
  for (let end = text.length; end > start; end--) {
    const words = text.slice(start, end);
    if (endsWord(units, end, text.length) && forms.some(({ form, sense }) => readsAs(words, form, sense))) return end;
  }
  return undefined;
}

/** What may stand between two words of one term: white space, one hyphen (a line may end behind it), or underscores. */
const JOINER = /(\s+|-(?:[\r\n]\s*)?|_+)/;

function readsAs(words: string, form: string, { term }: Sense): boolean {
  const parts = words.split(JOINER);
  const pieces = parts.filter((_, index) => index % 2 === 0);
  const joiners = parts.filter((_, index) => index % 2 === 1);
  const formPieces = form.split(/[\s_-]+/);
  if (pieces.includes('')) return false;
  const fold = (text: string) => (isExact(term) ? text : text.toLowerCase());
  if (fold(pieces.join('')) !== fold(formPieces.join(''))) return false;
  const formJoints = jointsOf(formPieces);
  return joiners.every((joiner, index) => {
    const joint = jointsOf(pieces)[index] ?? 0;
    const around = pieces.join('').slice(joint - 1, joint + 1);
    if (formJoints.includes(joint) || !/^[a-z0-9]{2}$/i.test(around)) return true;
    // A regular ending is no piece of its own.
    if (isRegularEnding(form, pieces.slice(index + 1).join(''), term.text)) return false;
    // A word is cut once, and no words are joined in front of a cut.
    const pieceStart = index === 0 ? 0 : (jointsOf(pieces)[index - 1] ?? 0);
    const isOneWord = !formJoints.some((formJoint) => formJoint > pieceStart && formJoint < joint);
    if (!isOneWord || !(pieceStart === 0 || formJoints.includes(pieceStart))) return false;
    const least = joiner.startsWith('-') ? 2 : 3;
    const isLongEnough = (pieces[index] ?? '').length >= least && (pieces[index + 1] ?? '').length >= least;
    return !isExact(term) && term.text.length >= 6 && isLongEnough;
  });
}

function isRegularEnding(form: string, rest: string, term: string): boolean {
  const isPlural = form !== term && regularPlurals(term).includes(form);
  const base = form.endsWith('ies') && !form.startsWith(term) ? form.slice(0, -3) : term;
  return isPlural && rest.length <= form.length - base.length;
}

/** Where pieces meet, as offsets into their whole. */
function jointsOf(pieces: readonly string[]): readonly number[] {
  let length = 0;
  return pieces.slice(0, -1).map((piece) => {
    length += piece.length;
    return length;
  });
}

function describeMatch(start: number, end: number, senses: readonly Sense[]): string {
  return `${start}–${end}: ${[...new Set(senses.map(({ concept }) => concept.id))].join(', ')}`;
}

/** Few letters, so that terms meet often: endings that bend, capitals, digits and a sign inside a word. */
const word = fc
  .array(fc.constantFrom('a', 'b', 's', 'es', 'y', 'ies', 'A', 'B', 'S', '1', '+', 'leaf', 'auto'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''))
  .filter((letters) => /^[a-z1].*[a-z1]$|^[a-z]$/i.test(letters));
const term = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', '-', '_', ''))
  .map(([words, joiner]) => words.join(joiner));
const glue = fc.constantFrom(' ', ' ', ' ', '-', '_', '\n', '', '. ', ', ', ' - ', '--', '(s) ', "'s ", '-\n');

/** A glossary and a text that says much of it, cut and joined at random. */
const situation = fc.array(term, { minLength: 1, maxLength: 5 }).chain((terms) => {
  const piece = fc.oneof(word, fc.constantFrom(...terms, ...terms.map((text) => `${text}s`)));
  const text = fc.array(fc.tuple(piece, glue), { maxLength: 10 });
  return fc.record({ terms: fc.constant(terms), text: text.map((parts) => parts.flat().join('')) });
});

/** Situations that were once read differently. */
const known: readonly { readonly terms: string[]; readonly text: string }[] = [
  { terms: ['backup'], text: 'comes back up' },
  { terms: ['auto auto', 'auto'], text: 'autoauto auto-\nauto' },
  { terms: ['iess'], text: 'ies Ses' },
  { terms: ['bSSS'], text: 'bSSS-\nes' },
];

describe('the index of terms', function () {
  this.timeout(120_000);

  for (const [how, scannedFrom] of [
    ['in short texts', Number.POSITIVE_INFINITY],
    ['with the scanner for long ones', 0],
  ] as const) {
    it(`finds what trying everything everywhere finds, ${how}`, () => {
      fc.assert(
        fc.property(situation, ({ terms, text }) => {
          const concepts = [...new Set(terms)].map((name) => conceptOf(name));
          // Initials that a glossary does not list are another matter.
          fc.pre(derivedTerms(concepts).size === 0);
          const senses = concepts.flatMap((concept) => sensesOf(concept));
          const terminology = indexTerms(
            createGlossary({ uri: 'test:/glossary.yaml', name: 'Test', language: 'en', concepts }),
          );
          const vocabulary = createVocabulary([terminology], scannedFrom);
          const expected = matchesByTrial(text, senses);
          // The second time, the search remembers what it read.
          for (const time of ['once', 'again']) {
            const found = findInWords(text, vocabulary).map(({ start, end, senses }) =>
              describeMatch(start, end, senses),
            );
            assert.deepEqual(found, expected, `${time}: ${JSON.stringify({ terms, text })}`);
          }
        }),
        { numRuns: Number(process.env.RUNS ?? 10_000), examples: known.map((example) => [example]) },
      );
    });
  }
});
