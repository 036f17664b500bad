import { type Drawn, drawSample, PRECISION_BARS } from '../corpus/precision';
import { causeOf } from './causes';
import type { MarkedCorpus } from './corpus';
import { type Explanation, readExplanations } from './explanations';
import type { NamesFound } from './hostileNames';
import { type Outcome, outcomesOf, outcomesWithLinkTexts } from './outcomes';
import { percent, share, tableOf } from './tables';

/** What came of the marks of a corpus, with its own names and with the link texts of other entries beside them. */
export interface Result {
  readonly corpus: MarkedCorpus;
  readonly outcomes: readonly Outcome[];
  readonly linked: readonly Outcome[];
}

/** Run detection on a corpus. */
export function resultOf(corpus: MarkedCorpus): Result {
  return { corpus, outcomes: outcomesOf(corpus), linked: outcomesWithLinkTexts(corpus) };
}

/** Report how many marks were found; `bars` says what share is needed, by the name of the corpus. */
export function recallReport(results: readonly Result[], bars: ReadonlyMap<string, number>): string {
  const rows = results.map(({ corpus, outcomes, linked }) => [
    quoted(corpus.name),
    corpus.glossary.concepts.length,
    outcomes.length,
    foundIn(outcomes),
    share(foundIn(outcomes), outcomes.length),
    outcomes.filter(({ isFirst }) => isFirst).length,
    share(foundIn(linked), linked.length),
    ...(bars.size > 0 ? [bars.has(corpus.name) ? percent(bars.get(corpus.name) ?? 0) : '–'] : []),
  ]);
  const head = ['corpus', 'entries', 'marks', 'found', 'share (95 % interval)', 'first sense', 'with link texts'];
  return tableOf(bars.size > 0 ? [...head, 'needed'] : head, rows);
}

/** Report on the pages outside of a glossary: what link texts give there was learned elsewhere. */
export function outsideReport(results: readonly Result[]): string {
  const rows = results.map(({ corpus, outcomes, linked }) => {
    const [own, withLinks] = [outsideOf(outcomes), outsideOf(linked)];
    return [
      quoted(corpus.name),
      own.length,
      share(foundIn(own), own.length),
      share(foundIn(withLinks), withLinks.length),
    ];
  });
  return tableOf(['pages outside of the glossary', 'marks', 'share (95 % interval)', 'with link texts'], rows);
}

function outsideOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ document }) => document.entryId === undefined);
}

function foundIn(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ isFound }) => isFound).length;
}

/** Report why marks were missed, the most frequent cause first. */
export function causesReport(results: readonly Result[]): string {
  const causes = new Map<string, Map<string, number>>();
  for (const { corpus, outcomes } of results) {
    for (const outcome of outcomes.filter(({ isFound }) => !isFound)) {
      const cause = causeIn(corpus, outcome);
      const counts = causes.get(cause) ?? new Map<string, number>();
      causes.set(cause, counts.set(corpus.name, (counts.get(corpus.name) ?? 0) + 1));
    }
  }
  const rows = [...causes]
    .map(([cause, counts]) => ({ cause, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((one, other) => other.total - one.total)
    .map(({ cause, counts, total }) => [cause, total, mostFrequent(counts)]);
  return tableOf(['cause of the misses', 'marks', 'where most'], rows);
}

/** Corpora named in a row of the table of causes. */
const MOST_NAMED = 5;

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const named = sorted.slice(0, MOST_NAMED).map(([name, count]) => `${quoted(name)} ${count}`);
  return named.join(', ') + (sorted.length > MOST_NAMED ? ', …' : '');
}

function causeIn({ glossary }: MarkedCorpus, outcome: Outcome): string {
  const concept = glossary.concepts.find(({ id }) => id === outcome.mark.conceptId);
  return causeOf(outcome, concept);
}

/** Characters shown on both sides of a mark that was missed. */
const CONTEXT = 40;

/** List each mark that was missed, with its surroundings and what was found there instead. */
export function missesReport({ corpus, outcomes }: Result): string {
  const lines = outcomes
    .filter(({ isFound }) => !isFound)
    .map((outcome) => {
      const { document, mark, found } = outcome;
      const { start, end } = mark.span;
      const line = document.text.slice(0, start).split('\n').length;
      const quote = (from: number, to: number) => document.text.slice(Math.max(0, from), to).replace(/\s+/gu, ' ');
      const there = found.map(
        ({ span, senses }) => `${quote(span.start, span.end)} = ${senses.map(({ concept }) => concept.id).join(', ')}`,
      );
      return (
        `- ${document.path}:${line} …${quote(start - CONTEXT, start)}⟦${quote(start, end)}⟧${quote(end, end + CONTEXT)}… ` +
        `is ${mark.conceptId} (${causeIn(corpus, outcome)}); found: ${there.join('; ') || 'nothing'}`
      );
    });
  return [`### ${corpus.name}`, '', ...lines].join('\n');
}

/** Report on the misses of a corpus with what somebody who looked says of each kind; last those that nobody looked at. */
export function explainedReport({ corpus, outcomes }: Result): string {
  const explanationOf = readExplanations();
  const kinds = new Map<string, { readonly outcome: Outcome; readonly places: string[] }>();
  for (const outcome of outcomes.filter(({ isFound }) => !isFound)) {
    const { document, mark } = outcome;
    const text = document.text.slice(mark.span.start, mark.span.end);
    const line = document.text.slice(0, mark.span.start).split('\n').length;
    const key = `${text.toLowerCase()} ${mark.conceptId}`;
    const kind = kinds.get(key) ?? { outcome, places: [] };
    kind.places.push(`${document.path.replace(/^docs\//u, '')}:${line}`);
    kinds.set(key, kind);
  }
  const rows = [...kinds.values()]
    .map(({ outcome, places }) => ({ outcome, places, explanation: explanationOf(outcome) }))
    .sort((one, other) => partyOf(one.explanation).localeCompare(partyOf(other.explanation)))
    .map(({ outcome: { document, mark }, places, explanation }) => [
      quoted(document.text.slice(mark.span.start, mark.span.end)),
      quoted(mark.conceptId),
      places.length,
      partyOf(explanation),
      explanation?.why ?? 'not looked at yet',
      places.map(quoted).join(', '),
    ]);
  return [
    `${outcomes.length - foundIn(outcomes)} of the marks of ${quoted(corpus.name)}:`,
    tableOf(['marked', 'as', 'marks', 'would have to change', 'why', 'where'], rows),
  ].join('\n\n');
}

function partyOf(explanation: Explanation | undefined): string {
  return explanation?.party ?? '';
}

/** Report on names that break a careless index. */
export function namesReport({ names, lost }: NamesFound): string {
  const found = `${names - lost.length} of ${names} names are found in a sentence that holds them.`;
  return [found, ...lost.map((name) => `- not found: \`${name}\``)].join('\n');
}

/** Report on the sample of occurrences that was judged by hand; undefined where the documents are not there. */
export function precisionReport(): string | undefined {
  const sample = drawSample();
  if (sample === undefined) return undefined;
  const rows = [...PRECISION_BARS].flatMap(([language, bar]) => {
    const drawn = sample.filter((occurrence) => occurrence.language === language);
    const regions = [...new Set(drawn.map(({ region }) => region))].sort();
    const parts = regions.map((region) =>
      precisionRow(
        language,
        region,
        drawn.filter((one) => one.region === region),
      ),
    );
    return [[...precisionRow(language, 'all', drawn), percent(bar)], ...parts.map((row) => [...row, ''])];
  });
  const table = tableOf(['language', 'regions', 'drawn', 'judged', 'right', 'share (95 % interval)', 'needed'], rows);
  const wrong = sample
    .filter(({ verdict }) => verdict?.verdict === 'wrong')
    .map(({ path, context, verdict }) => `- wrong: ${quoted(path)}, ${quoted(context)}: ${verdict?.reason}`);
  const unjudged = sample
    .filter(({ verdict }) => verdict === undefined)
    .map(({ path, context, concept }) => `- not judged: ${quoted(path)}, ${quoted(context)} = ${concept}`);
  return [table, '', ...wrong, ...unjudged].join('\n');
}

/** What others wrote, as code. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

function precisionRow(language: string, regions: string, drawn: readonly Drawn[]): readonly (string | number)[] {
  const judged = drawn.filter(({ verdict }) => verdict !== undefined);
  const right = judged.filter(({ verdict }) => verdict?.verdict === 'right');
  return [language, regions, drawn.length, judged.length, right.length, share(right.length, judged.length)];
}
