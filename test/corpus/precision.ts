import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import { languageOf } from '../../server/src/languages';
import type { RegionKind } from '../../server/src/languages/regions';
import type { Span } from '../../server/src/text/span';
import { readShippedGlossary } from '../support/shippedGlossary';

const documents = path.join(import.meta.dirname, '../../../shared/corpora/documents');
const verdictFile = path.join(import.meta.dirname, 'precision.jsonl');

/** Occurrences of the shipped glossary are drawn from these folders. */
const FOLDERS = ['k8s-en', 'k8s-examples', 'gh-actions', 'compose'];
/** Changing it draws another sample, which has to be judged anew. */
const SEED = 'glossary-lens 1';
const DRAWN = 150;
const MOST_IN_A_FILE = 3;
/** Words kept on each side of an occurrence, to know it again. */
const WORDS_AROUND = 3;

/** The share of occurrences that must be right, by the id of the document language. */
export const PRECISION_BARS: ReadonlyMap<string, number> = new Map([
  ['markdown', 0.97],
  ['yaml', 0.93],
]);

/** What a careful reader said of an occurrence: whether the card on it explains what is meant there. */
export interface Verdict {
  readonly path: string;
  /** The occurrence between `⟦` and `⟧`, with up to three words on each side. */
  readonly context: string;
  readonly concept: string;
  readonly verdict: 'right' | 'wrong';
  /** Why it is wrong. */
  readonly reason?: string;
}

/** An occurrence that was drawn, with its verdict if somebody gave one. */
export interface Drawn {
  readonly path: string;
  readonly context: string;
  readonly concept: string;
  readonly language: string;
  readonly region: RegionKind;
  readonly span: Span;
  readonly verdict: Verdict | undefined;
}

/**
 * Draw 150 occurrences in Markdown and 150 in YAML, at most three of a file, with the verdicts on them; undefined where the
 * documents are not there. The places with the smallest hashes are drawn, so that a change of detection leaves the draw of
 * all other places as it was.
 */
export function drawSample(): readonly Drawn[] | undefined {
  if (!existsSync(documents)) return undefined;
  const verdicts = new Map(readVerdicts().map((verdict) => [keyOf(verdict), verdict]));
  const ranked = occurrencesInAll()
    .map((occurrence) => ({ occurrence, rank: rankOf(occurrence) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ occurrence }) => ({ ...occurrence, verdict: verdicts.get(keyOf(occurrence)) }));
  return [...PRECISION_BARS.keys()].flatMap((id) => firstOf(ranked.filter(({ language }) => language === id)));
}

/** Read all the verdicts that were given. */
export function readVerdicts(): readonly Verdict[] {
  return readFileSync(verdictFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Verdict);
}

type Place = Omit<Drawn, 'verdict'>;

function occurrencesInAll(): readonly Place[] {
  const { vocabulary } = readShippedGlossary();
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(documents, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
    .filter((name) => statSync(path.join(documents, name)).isFile())
    .flatMap((name) => {
      const language = languageOf({ uri: `file:///${name}`, languageId: '' });
      if (language === undefined) return [];
      const text = readFileSync(path.join(documents, name), 'utf8');
      return [...findOccurrences(text, language, vocabulary)].map(({ span, region, senses }) => ({
        path: name,
        context: contextOf(text, span),
        concept: senses.map(({ concept }) => concept.id).join(' '),
        language: language.id,
        region,
        span,
      }));
    });
}

function firstOf(ranked: readonly Drawn[]): readonly Drawn[] {
  const counts = new Map<string, number>();
  const drawn: Drawn[] = [];
  for (const occurrence of ranked) {
    const count = counts.get(occurrence.path) ?? 0;
    if (count === MOST_IN_A_FILE) continue;
    counts.set(occurrence.path, count + 1);
    drawn.push(occurrence);
    if (drawn.length === DRAWN) break;
  }
  return drawn;
}

function rankOf({ path: name, span }: Place): string {
  return createHash('sha256').update(`${SEED}\n${name}\n${span.start}`).digest('hex');
}

function contextOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - FAR), start);
  const after = text.slice(end, end + FAR);
  const words = (side: string) => side.match(/\S+/gu) ?? [];
  const left = words(before).slice(-WORDS_AROUND).join(' ') + (/\s$/u.test(before) ? ' ' : '');
  const right = (/^\s/u.test(after) ? ' ' : '') + words(after).slice(0, WORDS_AROUND).join(' ');
  return `${left}⟦${text.slice(start, end).replace(/\s+/gu, ' ')}⟧${right}`;
}

/** Three words are seldom longer than this, in characters; of those that are, a part will do. */
const FAR = 60;

function keyOf({ path: name, context, concept }: Pick<Verdict, 'path' | 'context' | 'concept'>): string {
  return [name, context, concept].join('\n');
}
