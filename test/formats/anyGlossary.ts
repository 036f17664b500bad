import fc from 'fast-check';
import { slugOf } from '../../server/src/formats/concepts/slug';
import { isUsableTerm } from '../../server/src/formats/concepts/terms';
import { shortAddress } from '../../server/src/formats/concepts/webAddress';
import type { Concept, Term } from '../../server/src/terminology/concept';
import { foldedLetters } from '../../server/src/text/likeness';

/** Texts that one reader of YAML or another takes for something else. */
const traps = fc.constantFrom(
  ...[
    'yes',
    'No',
    'on',
    'y',
    'null',
    '~',
    'true',
    'NaN',
    '.nan',
    '.inf',
    '9',
    '-1',
    '0x1',
    '0o7',
    '1_000',
    '1e3',
    '1:30',
  ],
  ...[
    '2018-04-12',
    '2018-04-12 is a day',
    '2FA',
    '3.14',
    '=',
    '<<',
    '- a',
    '-',
    '--',
    '---',
    '...',
    '%YAML 1.1',
    '?',
    '? a',
  ],
  ...[
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '!!str a',
    '@a',
    '`a`',
    '|',
    '>',
    '> a',
    '{a',
    'a}',
    '[a]',
    'a, b',
  ],
  ...[
    '"',
    "'",
    '"a" b',
    "it's",
    'a\\b',
    '\\',
    '__proto__',
    'constructor',
    'toString',
    'term',
    'C#',
    'C++',
    '=>',
    'é',
    '部',
  ],
  ...[
    '<<<<<<< a',
    '=======',
    '>>>>>>> b',
    'null and void',
    'Yes, sir',
    'https://a.example/?b=c,d#e',
    '(a)',
    'a; b',
    'key: "v',
  ],
);

const anyText = fc.oneof(
  { weight: 4, arbitrary: traps },
  { weight: 4, arbitrary: fc.lorem({ maxCount: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'ab:#-,?!&*{}[]|>"\'%@`\\ \t\n\r\0\x1b\x7f\x85\u2028\ufeff\ud800\udc00'.split('')),
    }),
  },
);

/** Texts on one line, as a reader gives them. */
export const anyLine = anyText.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).filter((text) => text !== '');

/** Markdown in one line or several, as a reader gives it. */
export const anyProse = fc
  .oneof(
    { weight: 3, arbitrary: anyText },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.oneof(traps, fc.constantFrom('', ' ', '  ', '\t', '  a', '\tb', 'c  ', '# d', '    e'), anyText), {
          maxLength: 6,
        })
        .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n').map((end) => lines.join(end))),
    },
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const caseRule = fc.constantFrom('auto', 'auto', 'auto', 'exact', 'fold');
const pos = fc.constantFrom(undefined, undefined, undefined, 'noun', 'verb', 'adjective', 'proper');
const termText = anyLine.filter((text) => text.length <= 200 && isUsableTerm(text));

const anyTerm = fc.record({
  text: termText,
  caseRule,
  pos,
  forms: fc.option(fc.uniqueArray(termText, { maxLength: 2 }), { nil: undefined, freq: 6 }),
  reason: optional(anyLine),
});

const anyConcept = fc.record({
  id: fc.oneof(
    anyLine.filter((text) => text.length <= 200),
    fc.constantFrom('slug', 'slug', 'slug', 'slug-2', 'slug-3'),
  ),
  usage: optional(fc.record({ caseRule, pos })),
  preferred: anyTerm,
  abbreviations: fc.array(anyTerm, { maxLength: 2 }),
  also: fc.array(anyTerm, { maxLength: 2 }),
  avoid: fc.array(anyTerm, { maxLength: 2 }),
  adds: fc.constantFrom(false, false, true),
  isPlaceholder: fc.boolean(),
  definition: optional(anyProse),
  description: optional(anyProse),
  pronunciation: optional(anyLine),
  category: optional(anyLine),
  audience: optional(fc.uniqueArray(anyLine, { minLength: 1, maxLength: 3 })),
  plain: optional(anyLine),
  examples: fc.array(fc.record({ title: optional(anyLine), text: anyProse }), { maxLength: 2 }),
  faq: fc.array(fc.record({ question: anyProse, answer: anyProse }), { maxLength: 2 }),
  related: fc.uniqueArray(anyLine, { maxLength: 3 }),
  links: fc.array(
    fc.record({ title: optional(anyLine), url: fc.webUrl({ withFragments: true, withQueryParameters: true }) }),
    {
      maxLength: 2,
    },
  ),
});

/** Lists of concepts as a reader of our format gives them, but for where they stand. */
export const anyConcepts: fc.Arbitrary<readonly Concept[]> = fc
  .array(anyConcept, { minLength: 1, maxLength: 5 })
  .map((drafts) => {
    const ids = new Set<string>();
    const readings = new Set<string>();
    return drafts.map((draft) => conceptOf(draft, ids, readings)).filter((concept) => concept !== undefined);
  })
  .filter((concepts) => concepts.length > 0);

type Draft = typeof anyConcept extends fc.Arbitrary<infer T> ? T : never;

/** Make a concept that shares no id and no reading of a term with another. */
function conceptOf(draft: Draft, ids: Set<string>, readings: Set<string>): Concept | undefined {
  const isNew = ({ text }: { readonly text: string }) => {
    const reading = foldedLetters(text);
    if (readings.has(reading)) return false;
    readings.add(reading);
    return true;
  };
  const termOf =
    (status: Term['status'], kind: Term['kind']) =>
    (given: (typeof draft)['preferred']): Term =>
      withoutUndefined({
        text: given.text,
        status,
        kind,
        caseRule: draft.usage?.caseRule ?? given.caseRule,
        pos: (draft.usage === undefined ? given : draft.usage).pos,
        forms: given.forms,
        reason: status === 'deprecated' ? given.reason : undefined,
      }) as Term;
  const id = draft.id.replace(/^slug/, () => slugOf(draft.preferred.text));
  const stands = draft.adds && draft.isPlaceholder && isUsableTerm(id);
  const first = stands ? { ...draft.preferred, text: id, forms: undefined } : draft.preferred;
  if (ids.has(id) || id.length > 200 || !isNew(first)) return undefined;
  ids.add(id);
  const terms: [Term, ...Term[]] = [
    termOf('preferred', 'full')(first),
    ...draft.abbreviations.filter(isNew).map(termOf('admitted', 'abbreviation')),
    ...draft.also.filter(isNew).map(termOf('admitted', 'variant')),
    ...draft.avoid.filter(isNew).map(termOf('deprecated', 'variant')),
  ];
  const needsNone = draft.adds || terms.length > 1;
  const { pronunciation, category, audience, plain, description, examples, faq, related, links } = draft;
  return withoutUndefined({
    id,
    extends: draft.adds ? true : undefined,
    terms,
    definition: draft.definition ?? (needsNone ? '' : 'What it is.'),
    ...{ description, pronunciation, category, audience, plain, related },
    faq: faq.map(withoutUndefined),
    examples: examples.map(withoutUndefined),
    links: links.map(({ title, url }) => ({ title: title ?? shortAddress(url), url })),
    origin: { uri: 'file:///x', span: { start: 0, end: 0 }, line: 0 },
  }) as Concept;
}

/** Leave the fields out that say nothing. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/** What concepts say, wherever they stand. */
export function said(concepts: readonly Concept[] | undefined): readonly unknown[] | undefined {
  return concepts?.map(({ origin, ...concept }) => concept);
}
