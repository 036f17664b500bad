import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { languageOf } from '../../server/src/languages';
import type { Terminology } from '../../server/src/terminology/terminology';
import { findingsIn, policyWith } from '../support/checking';
import { readShippedGlossary } from '../support/shippedGlossary';

const documents = path.join(import.meta.dirname, '../../../shared/corpora/documents');
const verdictFile = path.join(import.meta.dirname, 'undefinedAbbreviation.jsonl');

/** Findings are drawn from these folders; the first two are documentation, the others examples and workflows, too. */
const FOLDERS = ['k8s-en', 'otel', 'k8s-examples', 'gh-actions', 'compose', 'helm-kps', 'huge-prometheus-operator'];
/** Changing it draws another sample, which has to be judged anew. */
const SEED = 'undefined-abbreviation 1';
const DRAWN = 200;
/** What is told of one abbreviation on every page is one verdict, not many. */
const MOST_OF_AN_ABBREVIATION = 4;

/** The share of findings that must be right. */
export const PRECISION_BAR = 0.9;

/** Where `undefined-abbreviation` found something. */
export interface Place {
  /** From the folder of the documents. */
  readonly document: string;
  /** Counted from 1, the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** As the document has it. */
  readonly abbreviation: string;
}

/** What a careful reader said of a finding: whether readers may well not know it, and find no explanation on the page. */
export interface Verdict extends Place {
  readonly verdict: 'right' | 'wrong';
  readonly reason: string;
}

/** Find every abbreviation in the documents that nothing explains; undefined where the documents are not there. */
export function findAll(terminology: Terminology = readShippedGlossary()): readonly Place[] | undefined {
  if (!existsSync(documents)) return undefined;
  const policy = policyWith(['undefined-abbreviation']);
  return FOLDERS.flatMap(filesIn).flatMap((document) => {
    if (languageOf({ uri: `file:///${document}`, languageId: '' }) === undefined) return [];
    const text = readFileSync(path.join(documents, document), 'utf8');
    return findingsIn(text, terminology, policy, document).map(({ span }) => ({
      document,
      ...lineAndColumn(text, span.start),
      abbreviation: text.slice(span.start, span.end),
    }));
  });
}

/**
 * Draw 200 findings, at most four of an abbreviation: those with the smallest hashes, so that a change of the check leaves
 * the draw of all other places as it was.
 */
export function drawn(all: readonly Place[]): readonly Place[] {
  const ranked = all
    .map((place) => ({
      place,
      rank: createHash('sha256')
        .update(`${SEED}\n${keyOf(place)}`)
        .digest('hex'),
    }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const counts = new Map<string, number>();
  const sample: Place[] = [];
  for (const { place } of ranked) {
    const count = counts.get(place.abbreviation) ?? 0;
    if (count === MOST_OF_AN_ABBREVIATION || sample.length === DRAWN) continue;
    counts.set(place.abbreviation, count + 1);
    sample.push(place);
  }
  return sample;
}

/** Read all the verdicts that were given. */
export function readVerdicts(): readonly Verdict[] {
  return readFileSync(verdictFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Verdict);
}

/** Write a place as editors and compilers do. */
export function keyOf({ document, line, column, abbreviation }: Place): string {
  return `${document}:${line}:${column} ${abbreviation}`;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(documents, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => statSync(path.join(documents, name)).isFile())
    .sort();
}

function lineAndColumn(text: string, offset: number): Pick<Place, 'line' | 'column'> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
