import { jsonText } from '../formats/jsonText';
import { densestDocuments, densityBins, densityOf, documentsInNeed, medianDensity, perHundredWords } from './density';
import { draftRecords } from './drafts';
import type { ReportFormat } from './reportFormat';
import { avoidedTerms, summaryOf } from './summary';
import type { DocumentUsage, UsageReport } from './usageReport';

/** A file of more rows is no report: somebody who wants all of them asks for parts of the documents. */
const MOST_ROWS = 10_000;

/**
 * The report for programs. Fields are added in later versions, but none is taken away or changes its meaning while `format`
 * stays the same. Every list has its whole length beside it, as only its first rows may be there.
 */
export const jsonReport: ReportFormat = {
  name: 'json',
  extensions: ['.json'],
  rows: MOST_ROWS,
  write: (report, rows) => `${jsonText(contentOf(report, rows), 2)}\n`,
};

const FORMAT = 1;

function contentOf(report: UsageReport, rows: number) {
  const list = <T>(items: readonly T[]) => ({ total: items.length, items: items.slice(0, rows) });
  return {
    format: FORMAT,
    version: report.version,
    title: report.title,
    date: report.date,
    summary: { ...summaryOf(report), medianDensity: medianDensity(report) ?? null },
    documents: list(report.documents.map(documentContent)),
    documentsInNeed: list(documentsInNeed(report).map(({ path }) => path)),
    densestDocuments: list(densestDocuments(report).map(({ path }) => path)),
    densityBins: densityBins(report).map(({ from, to, documents }) => ({ from, to: to ?? null, documents })),
    glossaries: list(report.glossaries.map((glossary) => ({ ...glossary, path: glossary.path ?? null }))),
    categories: list(report.categories),
    concepts: list(report.concepts),
    avoided: list(avoidedTerms(report)),
    unused: list(report.unused),
    abbreviations: list(
      report.abbreviations.map((abbreviation) => ({ ...abbreviation, expansion: abbreviation.expansion ?? null })),
    ),
    drafts: draftRecords(report.abbreviations.slice(0, rows)),
    unreadable: list(report.unreadable),
  };
}

function documentContent(document: DocumentUsage) {
  const { path, words, uses, concepts, avoided, unexplained } = document;
  return {
    path,
    words,
    uses,
    concepts,
    density: densityOf(document),
    conceptDensity: perHundredWords(concepts, words),
    avoided,
    unexplained,
  };
}
