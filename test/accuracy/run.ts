/**
 * Measure detection against people: `npm run accuracy -- [--misses] [--write] [corpus…]`. Prints the tables of
 * docs/detection.md, and puts them there with `--write`; `--misses` lists each mark that was missed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCncf } from './cncf';
import type { MarkedCorpus } from './corpus';
import { readGroundTruth } from './groundtruth';
import { findHostileNames } from './hostileNames';
import { readKubernetes } from './kubernetes';
import { readOpenTelemetry } from './openTelemetry';
import {
  causesReport,
  explainedReport,
  missesReport,
  namesReport,
  outsideReport,
  precisionReport,
  recallReport,
  resultOf,
} from './report';
import { readSphinx } from './sphinx';

const corpora = path.join(import.meta.dirname, '../../../shared/corpora');
const glossaries = path.join(corpora, 'glossaries');
const page = path.join(import.meta.dirname, '../../docs/detection.md');

/** What is needed of the corpora that were marked for measuring. */
const BARS = new Map([
  ['k8s-en', 0.94],
  ['k8s-ja', 0.9],
]);

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const listsMisses = args.includes('--misses');
const writes = args.includes('--write');

if (existsSync(corpora)) measure();
else console.log('skipped: ../shared/corpora is not there');

function measure(): void {
  const marked = foldersIn('groundtruth').map(readGroundTruth);
  const extracted = [
    ...readKubernetes(path.join(glossaries, 'kubernetes-hugo')),
    ...readCncf(path.join(glossaries, 'cncf-hugo')),
    ...readOpenTelemetry(path.join(glossaries, 'opentelemetry-headings')),
    readSphinx(path.join(glossaries, 'sphinx-cpython-en/glossary.rst'), 'sphinx-cpython en'),
  ];
  const results = chosen(marked).map(resultOf);
  const others = chosen(extracted).map(resultOf);
  if (results.length > 0) {
    publish('marks', [recallReport(results, BARS), outsideReport(results), causesReport(results)]);
  }
  const explained = results.find(({ corpus }) => corpus.name === 'k8s-en');
  if (explained !== undefined) publish('misses', [explainedReport(explained)]);
  if (others.length > 0) publish('entries', [recallReport(others, new Map()), causesReport(others)]);
  if (listsMisses) for (const result of [...results, ...others]) console.log(`\n${missesReport(result)}`);
  if (wanted.length > 0) return;
  const names = findHostileNames(glossaries);
  const precision = precisionReport();
  if (names !== undefined) publish('names', [namesReport(names)]);
  if (precision !== undefined) publish('precision', [precision]);
}

function foldersIn(name: string): readonly string[] {
  const folder = path.join(corpora, name);
  return existsSync(folder) ? readdirSync(folder).map((child) => path.join(folder, child)) : [];
}

function chosen(all: readonly (MarkedCorpus | undefined)[]): readonly MarkedCorpus[] {
  return all
    .filter((corpus) => corpus !== undefined)
    .filter(({ documents }) => documents.some(({ marks }) => marks.length > 0))
    .filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
}

/** Print tables, and put them between the comments of their name in the page where that is asked for. */
function publish(name: string, tables: readonly string[]): void {
  const text = tables.join('\n\n');
  console.log(`\n## ${name}\n\n${text}`);
  if (!writes || wanted.length > 0) return;
  const source = readFileSync(page, 'utf8');
  const [opening, closing] = [`<!-- measured: ${name} -->`, `<!-- end: ${name} -->`];
  const start = source.indexOf(opening);
  const end = source.indexOf(closing);
  if (start < 0 || end < start) throw new Error(`docs/detection.md has no place for ${name}`);
  writeFileSync(page, `${source.slice(0, start)}${opening}\n\n${text}\n\n${source.slice(end)}`);
}
