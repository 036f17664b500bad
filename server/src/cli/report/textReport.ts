import { styleText } from 'node:util';
import { oneLine, visible } from '../../terminology/card/escape';
import { densestDocuments, densityOf, documentsInNeed } from './density';
import { draftRecords } from './drafts';
import { count, counted, decimal, moreThan } from './numbers';
import type { ReportFormat, ReportTerminal } from './reportFormat';
import { avoidedTerms, summaryOf } from './summary';
import { columnsOf } from './textColumns';
import { layTable, type TextColumn } from './textTable';
import { placeText, type UsageReport } from './usageReport';

/** The report for a terminal. */
export const textReport: ReportFormat = {
  name: 'text',
  extensions: ['.txt'],
  rows: 10,
  write(report, rows, terminal) {
    const parts = [
      head(report, terminal),
      ...sectionsOf(report, rows).map((section) => writeSection(section, rows, terminal)),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

interface Section {
  readonly title: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly behind?: string;
}

function head(report: UsageReport, terminal: ReportTerminal): string {
  const { documents, words, uses, density, usedConcepts, usedOwnConcepts, ownConcepts, abbreviations, avoidedUses } =
    summaryOf(report);
  const title = cell(`Terminology of ${report.title}`);
  const own = ownConcepts === 0 ? '' : `, ${count(usedOwnConcepts)} of ${count(ownConcepts)} in your glossaries`;
  const facts = [
    `${counted(documents, 'document')} with ${counted(words, 'word')} of running text`,
    `${counted(uses, 'use')} of terms, ${decimal(density)} in a hundred words`,
    `${counted(usedConcepts, 'concept')} used${own}`,
    `${counted(abbreviations, 'abbreviation')} without an explanation, ${counted(avoidedUses, 'use')} of terms to avoid`,
  ];
  return [
    style(terminal, 'bold', title),
    style(terminal, 'dim', '='.repeat(columnsOf(title))),
    '',
    ...facts.map(indent),
  ].join('\n');
}

function sectionsOf(report: UsageReport, rows: number): readonly Section[] {
  const most = Math.max(1, report.concepts[0]?.uses ?? 0);
  return [
    {
      title: 'Most used',
      columns: [
        { title: 'Term' },
        { title: '' },
        { title: 'Uses', isNumber: true },
        { title: 'Documents', isNumber: true },
        { title: 'First', cut: 'start' },
      ],
      rows: report.concepts.map(({ term, uses, documents, first }) => [
        term,
        bar(uses / most),
        count(uses),
        count(documents),
        placeText(first),
      ]),
    },
    {
      title: 'Documents most in need',
      columns: [
        { title: 'Document', cut: 'start' },
        { title: 'In 100 words', isNumber: true },
        { title: 'Abbreviations nobody explains, terms to avoid' },
      ],
      rows: documentsInNeed(report).map((document) => [
        document.path,
        decimal(densityOf(document)),
        [...document.unexplained, ...document.avoided].join(', '),
      ]),
    },
    {
      title: 'Densest documents',
      columns: [
        { title: 'Document', cut: 'start' },
        { title: 'Words', isNumber: true },
        { title: 'Uses', isNumber: true },
        { title: 'Concepts', isNumber: true },
        { title: 'In 100 words', isNumber: true },
      ],
      rows: densestDocuments(report).map((document) => [
        document.path,
        count(document.words),
        count(document.uses),
        count(document.concepts),
        decimal(densityOf(document)),
      ]),
    },
    {
      title: 'Terms to avoid',
      columns: [
        { title: 'Term' },
        { title: 'Use instead' },
        { title: 'Uses', isNumber: true },
        { title: 'First', cut: 'start' },
      ],
      rows: avoidedTerms(report).map(({ text, uses, instead, first }) => [
        text,
        instead,
        count(uses),
        placeText(first),
      ]),
    },
    {
      title: 'Abbreviations without an explanation',
      columns: [
        { title: 'Term' },
        { title: 'Uses', isNumber: true },
        { title: 'Documents', isNumber: true },
        { title: 'First', cut: 'start' },
        { title: 'Stands for' },
      ],
      rows: report.abbreviations.map(({ abbreviation, uses, documents, first, expansion }) => [
        abbreviation,
        count(uses),
        count(documents),
        placeText(first),
        expansion?.text ?? '',
      ]),
      behind: drafts(report, rows),
    },
    {
      title: 'Never used',
      columns: [{ title: 'Term' }, { title: 'Category' }, { title: 'Glossary', cut: 'start' }],
      rows: report.unused.map(({ term, category, place }) => [term, category, placeText(place)]),
    },
    {
      title: 'Not read',
      columns: [{ title: 'Document', cut: 'start' }, { title: 'Why' }],
      rows: report.unreadable.map(({ path, reason }) => [path, reason]),
    },
  ];
}

function drafts(report: UsageReport, rows: number): string {
  if (report.abbreviations.length === 0) return '';
  return `Records to paste into a glossary:\n\n${withoutCommands(draftRecords(report.abbreviations.slice(0, rows)))}`;
}

function writeSection({ title, columns, rows, behind = '' }: Section, limit: number, terminal: ReportTerminal): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, limit).map((cells) => cells.map(cell));
  const [titles = '', ...lines] = layTable(columns, shown, terminal.width - INDENT.length);
  const more = moreThan(rows.length, limit);
  return [
    style(terminal, 'bold', title),
    style(terminal, 'dim', '-'.repeat(title.length)),
    style(terminal, 'dim', indent(titles)),
    ...lines.map(indent),
    ...(more === undefined ? [] : [style(terminal, 'dim', indent(`… ${more}`))]),
    ...(behind === '' ? [] : ['', ...behind.trimEnd().split('\n').map(indent)]),
  ].join('\n');
}

const INDENT = '  ';

function indent(line: string): string {
  return line === '' ? '' : INDENT + line;
}

function style({ isStyled }: ReportTerminal, kind: 'bold' | 'dim', text: string): string {
  return isStyled ? styleText(kind, text, { validateStream: false }) : text;
}

function cell(text: string): string {
  return withoutCommands(visible(oneLine(text)));
}

const BAR_COLUMNS = 10;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

function bar(share: number): string {
  const eighths = Math.max(1, Math.round(share * BAR_COLUMNS * 8));
  return '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '');
}

/**
 * Machines that run builds read commands out of what is printed (`::error`, `##vso[`), white space in front of them or not:
 * what stands in documents must not give any.
 */
function withoutCommands(text: string): string {
  return text.replace(/^( *)::/gm, '$1\\u003A:').replace(/##(?=\[|vso\[)/g, '\\u0023#');
}
