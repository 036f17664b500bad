import { escapeMarkdown } from '../../terminology/card/escape';
import { counted, inEnglish } from '../formats/tally';
import { densestDocuments, densityOf, documentsInNeed, perHundredWords } from './density';
import { draftRecords } from './drafts';
import { decimal, moreThan } from './numbers';
import { REPORT_MARK, type ReportFormat } from './reportFormat';
import { avoidedTerms, summaryOf } from './summary';
import { placeText, type UsageReport } from './usageReport';

/** The report for wikis, comments on changes and everything else that shows Markdown. */
export const markdownReport: ReportFormat = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  rows: 20,
  write(report, rows) {
    const parts = [
      REPORT_MARK,
      `# Terminology of ${escapeMarkdown(report.title)}`,
      facts(report),
      ...sectionsOf(report, rows),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

function facts(report: UsageReport): string {
  const { documents, words, uses, density, usedConcepts, usedOwnConcepts, ownConcepts, abbreviations, avoidedUses } =
    summaryOf(report);
  const own =
    ownConcepts === 0 ? '' : `, ${inEnglish(usedOwnConcepts)} of ${inEnglish(ownConcepts)} in your glossaries`;
  return [
    `- ${counted(documents, 'document')} with ${counted(words, 'word')} of running text`,
    `- ${counted(uses, 'use')} of terms, **${decimal(density)} in a hundred words**`,
    `- ${counted(usedConcepts, 'concept')} used${own}`,
    `- ${counted(abbreviations, 'abbreviation')} without an explanation`,
    `- ${counted(avoidedUses, 'use')} of terms to avoid`,
  ].join('\n');
}

type Alignment = 'left' | 'right';

function sectionsOf(report: UsageReport, rows: number): readonly string[] {
  return [
    section(
      'Most used terms',
      [['Term'], ['Category'], ['Uses', 'right'], ['Documents', 'right'], ['First']],
      report.concepts.map(({ term, category, uses, documents, first }) => [
        term,
        category,
        inEnglish(uses),
        inEnglish(documents),
        placeText(first),
      ]),
      rows,
    ),
    section(
      'Documents most in need',
      [['Document'], ['Uses in 100 words', 'right'], ['Abbreviations nobody explains'], ['Terms to avoid']],
      documentsInNeed(report).map((document) => [
        document.path,
        decimal(densityOf(document)),
        document.unexplained.join(', '),
        document.avoided.join(', '),
      ]),
      rows,
    ),
    section(
      'Densest documents',
      [
        ['Document'],
        ['Words', 'right'],
        ['Uses', 'right'],
        ['Uses in 100 words', 'right'],
        ['Concepts in 100 words', 'right'],
      ],
      densestDocuments(report).map((document) => [
        document.path,
        inEnglish(document.words),
        inEnglish(document.uses),
        decimal(densityOf(document)),
        decimal(perHundredWords(document.concepts, document.words)),
      ]),
      rows,
    ),
    section(
      'Categories',
      [['Category'], ['Uses', 'right'], ['Concepts', 'right']],
      report.categories.map(({ name, uses, concepts }) => [name, inEnglish(uses), inEnglish(concepts)]),
      rows,
    ),
    section(
      'Terms to avoid',
      [['Term'], ['Use instead'], ['Uses', 'right'], ['First']],
      avoidedTerms(report).map(({ text, uses, instead, first }) => [text, instead, inEnglish(uses), placeText(first)]),
      rows,
    ),
    section(
      'Abbreviations without an explanation',
      [['Abbreviation'], ['Uses', 'right'], ['Documents', 'right'], ['First'], ['Stands for']],
      report.abbreviations.map(({ abbreviation, uses, documents, first, expansion }) => [
        abbreviation,
        inEnglish(uses),
        inEnglish(documents),
        placeText(first),
        expansion?.text ?? '',
      ]),
      rows,
    ),
    drafts(report, rows),
    section(
      'Never used',
      [['Term'], ['Category'], ['Glossary']],
      report.unused.map(({ term, category, place }) => [term, category, placeText(place)]),
      rows,
    ),
    section(
      'Not read',
      [['Document'], ['Why']],
      report.unreadable.map(({ path, reason }) => [path, reason]),
      rows,
    ),
  ];
}

function section(
  title: string,
  columns: readonly (readonly [title: string, alignment?: Alignment])[],
  rows: readonly (readonly string[])[],
  limit: number,
): string {
  if (rows.length === 0) return '';
  const more = moreThan(rows.length, limit);
  return [
    `## ${title}`,
    '',
    line(columns.map(([name]) => name)),
    line(columns.map(([, alignment]) => (alignment === 'right' ? '---:' : '---'))),
    ...rows.slice(0, limit).map((cells) => line(cells.map(escapeMarkdown))),
    ...(more === undefined ? [] : ['', `… ${more}.`]),
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function drafts(report: UsageReport, rows: number): string {
  if (report.abbreviations.length === 0) return '';
  const records = draftRecords(report.abbreviations.slice(0, rows));
  const fence = fenceFor(records);
  return `Records to paste into a glossary:\n\n${fence}yaml\n${records}${fence}`;
}

/** A fence ends a block where it is as long as that which began it. */
function fenceFor(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  return '`'.repeat(Math.max(3, longest + 1));
}
