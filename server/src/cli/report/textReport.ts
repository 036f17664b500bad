import { styleText } from 'node:util';
import type { Terminal } from '../formats/format';
import { inertMessage, inertPath } from '../formats/inertText';
import { counted, inEnglish } from '../formats/tally';
import { densestDocuments, densityOf, documentsInNeed } from './density';
import { draftRecords } from './drafts';
import { decimal, moreThan } from './numbers';
import type { ReportFormat } from './reportFormat';
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

function head(report: UsageReport, terminal: Terminal): string {
  const { documents, words, uses, density, usedConcepts, usedOwnConcepts, ownConcepts, abbreviations, avoidedUses } =
    summaryOf(report);
  const title = inertCell(`Terminology of ${report.title}`);
  const own =
    ownConcepts === 0 ? '' : `, ${inEnglish(usedOwnConcepts)} of ${inEnglish(ownConcepts)} in your glossaries`;
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
        inEnglish(uses),
        inEnglish(documents),
        inertPath(placeText(first)),
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
        inertPath(document.path),
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
        inertPath(document.path),
        inEnglish(document.words),
        inEnglish(document.uses),
        inEnglish(document.concepts),
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
        inEnglish(uses),
        inertPath(placeText(first)),
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
        inEnglish(uses),
        inEnglish(documents),
        inertPath(placeText(first)),
        expansion?.text ?? '',
      ]),
      behind: drafts(report, rows),
    },
    {
      title: 'Never used',
      columns: [{ title: 'Term' }, { title: 'Category' }, { title: 'Glossary', cut: 'start' }],
      rows: report.unused.map(({ term, category, place }) => [term, category, inertPath(placeText(place))]),
    },
    {
      title: 'Not read',
      columns: [{ title: 'Document', cut: 'start' }, { title: 'Why' }],
      rows: report.unreadable.map(({ path, reason }) => [inertPath(path), reason]),
    },
  ];
}

function drafts(report: UsageReport, rows: number): string {
  if (report.abbreviations.length === 0) return '';
  return `Records to paste into a glossary:\n\n${draftRecords(report.abbreviations.slice(0, rows))}`;
}

function writeSection({ title, columns, rows, behind = '' }: Section, limit: number, terminal: Terminal): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, limit).map((cells) => cells.map(inertCell));
  const [titles = '', ...lines] = layTable(columns, shown, (terminal.width ?? USUAL_WIDTH) - INDENT.length);
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
/** Columns of a text that goes into a file or another program. */
const USUAL_WIDTH = 80;

function indent(line: string): string {
  return line === '' ? '' : INDENT + line;
}

function style({ isStyled }: Terminal, kind: 'bold' | 'dim', text: string): string {
  return isStyled ? styleText(kind, text, { validateStream: false }) : text;
}

/** A runner of continuous integration reads a command where a line begins with `::`, as do titles and the cells in front. */
function inertCell(text: string): string {
  return inertMessage(text).replace(/^::/, '\\u003A:');
}

const BAR_COLUMNS = 10;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

function bar(share: number): string {
  const eighths = Math.max(1, Math.round(share * BAR_COLUMNS * 8));
  return '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '');
}
