import { markdown } from './markdown';
import { nameText, SEPARATOR } from './parts';

/** What a page says of something that may become a glossary. */
export interface ImportPage {
  /** The name of the file or the folder. */
  readonly source: string;
  readonly format: string;
  readonly name: string;
  readonly language: string;
  readonly concepts: number;
  readonly terms: number;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  readonly problems: readonly {
    readonly severity: string;
    readonly message: string;
    readonly file?: string;
    readonly line: number;
  }[];
  readonly moreProblems: number;
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  readonly sample: readonly {
    readonly term: string;
    readonly otherTerms: readonly string[];
    readonly definition: string;
  }[];
}

/** Longest message and definition on the page, in characters. */
const TEXT_LIMIT = 400;
/** Columns and kinds of things left out that are listed. */
const MOST_LISTED = 100;

/** Write a Markdown page of it: what of a file is shown is text, whatever stands in it. */
export function renderImportPage(page: ImportPage): string {
  const { source, format, name, language, concepts, terms, columns, leftOut, sample } = page;
  const facts = [counted(concepts, 'concept'), counted(terms, 'term'), shown(format), shown(language)];
  const blocks = [
    markdown.heading(1, `Import of ${shown(source)}`),
    `${markdown.strong(shown(name))}${SEPARATOR}${facts.join(SEPARATOR)}`,
    ...section('Columns', table(['Column', 'Becomes'], columns.slice(0, MOST_LISTED).map(columnRow))),
    ...section('Problems', problemList(page)),
    ...section(
      'Left out',
      leftOut
        .slice(0, MOST_LISTED)
        .map(({ what, count }) => `- ${inWords(what)}${count === 1 ? '' : `: ${count} times`}`),
    ),
    ...section(
      concepts > sample.length ? `The first ${sample.length} concepts` : 'Concepts',
      table(
        ['Term', 'Other terms', 'Definition'],
        sample.map(({ term, otherTerms, definition }) => [
          shown(term),
          shown(otherTerms.join(', ')),
          shown(definition),
        ]),
      ),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function columnRow({ heading, field }: ImportPage['columns'][number]): readonly string[] {
  return [shown(heading), field === null ? markdown.emphasis('left out') : shown(field)];
}

function problemList({ problems, moreProblems }: ImportPage): readonly string[] {
  const listed = problems.map(({ severity, message, file, line }) => {
    const place = file === undefined ? `Line ${line}` : `${shown(file)}, line ${line}`;
    return `- ${place}${SEPARATOR}${shown(severity)}: ${inWords(message)}`;
  });
  return moreProblems === 0 ? listed : [...listed, `- and ${moreProblems} more`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [markdown.heading(2, title), lines.join('\n')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const alignments = head.map(() => null);
  return rows.length === 0 ? [] : markdown.table([head, ...rows], alignments);
}

/** What messages have in backticks stands in quotation marks on a page, where a backtick would be one. */
function inWords(message: string): string {
  return shown(message.replace(/`([^`]*)`/g, '“$1”'));
}

function shown(text: string): string {
  return nameText(text, markdown, TEXT_LIMIT);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
