import { abbreviates, looksAbbreviated } from '../../terminology/abbreviation';
import type { Concept, Link, Term, TermKind, TermStatus } from '../../terminology/concept';
import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import { isUsableTerm, locatedTerm, titleTerms } from '../concepts/terms';
import { isWebAddress } from '../concepts/webAddress';
import { valuesIn } from './cellValues';
import { isExpansion, isName, withoutFullStop } from './expansion';
import { linksIn } from './linkCell';
import type { Row } from './row';
import { columnName, type RowReading, type RowTexts, type RowValue, textsOf } from './rowTexts';
import { readAnswer, readCaseRule, readPartOfSpeech, readStatus } from './termStatus';

/** What one row says of a concept; others with its id may say more. */
export interface RowConcept {
  readonly id: LocatedText | undefined;
  /** In the order in which they may be preferred. */
  readonly terms: readonly [LocatedTerm, ...LocatedTerm[]];
  readonly related: readonly LocatedText[];
  readonly content: Omit<Concept, 'id' | 'terms' | 'related' | 'origin'>;
  readonly definitionSpan: Span;
  readonly language: LocatedText | undefined;
  readonly span: Span;
}

/** Read a row as a concept; undefined where it has no term, which is reported unless the row is empty. */
export function readRow(row: Row, reading: RowReading): RowConcept | undefined {
  if (row.cells.length === 0) return undefined;
  const texts = textsOf(row, reading);
  const named = nameRow(texts, reading);
  const [first, ...others] = usableTerms(named.terms, texts, reading);
  if (first === undefined) {
    const message = () => `This row has no term, so it is left out: ${termColumns(reading)}`;
    const isMissing = NAMING.every((field) => texts.cells(field).length === 0);
    if (isMissing) reading.problems.report('missing-term', row.span, message);
    return undefined;
  }
  const { definition, description, remark } = proseOf(named, texts, reading);
  const category = texts.line('category')?.text ?? named.disambiguator;
  if (named.disambiguator !== undefined && category !== named.disambiguator) {
    reading.leftovers.add('a remark in brackets behind a term', first.span);
  }
  const pronunciation = texts.line('pronunciation');
  const audience = [...new Set(texts.values('audience').map(({ text }) => text))];
  const plain = texts.line('plain');
  const end = first.span.end;
  return {
    id: texts.values('id')[0],
    terms: [first, ...others],
    related: distinct(texts.values('related')),
    content: {
      definition: definition?.text ?? remark ?? '',
      ...(description === undefined ? {} : { description }),
      ...(pronunciation === undefined ? {} : { pronunciation: pronunciation.text }),
      ...(category === undefined ? {} : { category }),
      ...(audience.length === 0 ? {} : { audience }),
      ...(plain === undefined ? {} : { plain: plain.text }),
      examples: examplesOf(texts),
      faq: NONE,
      links: linksOf(texts, reading),
    },
    definitionSpan: definition?.span ?? { start: end, end },
    language: texts.line('language'),
    span: row.span,
  };
}

/** The fields of which one names the concept. */
const NAMING = ['term', 'abbreviations', 'full'] as const;

/** One empty list for all concepts. */
const NONE: readonly never[] = [];

/** How a row names its concept, and which of its texts define it. */
interface Named {
  /** The preferred one first. */
  readonly terms: readonly LocatedTerm[];
  /** What was in brackets behind a term, and is no term. */
  readonly disambiguator?: string | undefined;
  /** The same behind what a short form stands for. */
  readonly remark?: string | undefined;
  /** Whether the column of meanings, and that of definitions, say what a short form stands for. */
  readonly isMeaningName: boolean;
  readonly isDefinitionName: boolean;
}

/**
 * Name the concept of a row. Where a column has what a short form stands for, that is its term and the short form an
 * abbreviation. So it is where the meaning is a name rather than a definition: see `isExpansion`. In a table of short forms, a
 * row without one is named by its meaning.
 */
function nameRow(texts: RowTexts, reading: RowReading): Named {
  const termValues = texts.values('term');
  const shorts = texts.values('abbreviations');
  const full = texts.values('full')[0];
  const id = texts.values('id')[0]?.text;
  const keys = termValues.length > 0 ? termValues.slice(0, 1) : shorts;
  const others = otherTerms(texts, reading);
  if (full !== undefined) {
    const given = termValues[0];
    const isShort = given === undefined || given.text === full.text || isExpansion(given.text, full.text);
    // The name in full comes first, unless the term is no short form of it.
    const names = isShort ? expandedBy(full, [...termValues, ...shorts]) : parted(termValues, shorts, id);
    const also = isShort ? [] : [locatedTerm(full.text, full.span, 'admitted', 'full')];
    return { ...names, terms: [...names.terms, ...also, ...others], isMeaningName: false, isDefinitionName: false };
  }
  const meaning =
    keys.length === 0 && isAcronymTable(reading.columns)
      ? textIn(texts, 'meaning', isName)
      : expansionIn(texts, 'meaning', keys);
  const definition =
    meaning === undefined && isAcronymTable(reading.columns) ? expansionIn(texts, 'definition', keys) : undefined;
  const expansion = meaning ?? definition;
  const hasBoth = termValues.length > 0 && shorts.length > 0;
  const names =
    expansion === undefined || hasBoth
      ? parted(termValues, shorts, id)
      : expandedBy(expansion, [...termValues, ...shorts]);
  return {
    ...names,
    terms: [...names.terms, ...others],
    isMeaningName: meaning !== undefined && !hasBoth,
    isDefinitionName: definition !== undefined && !hasBoth,
  };
}

/** Whether short forms name the concepts, and no column of its own has what they stand for. */
function isAcronymTable(columns: RowReading['columns']): boolean {
  return columns.has('abbreviations') && !columns.has('term') && !columns.has('full');
}

function expansionIn(
  texts: RowTexts,
  field: 'meaning' | 'definition',
  keys: readonly RowValue[],
): RowValue | undefined {
  return textIn(texts, field, (name) => keys.some((key) => isExpansion(key.text, name)));
}

/** Give the one text of a field where it is a name. */
function textIn(
  texts: RowTexts,
  field: 'meaning' | 'definition',
  isWanted: (name: string) => boolean,
): RowValue | undefined {
  const [cell, another] = texts.cells(field);
  const [text] = cell?.texts ?? [];
  if (cell === undefined || text === undefined || another !== undefined) return undefined;
  const name = text.text.replace(/\s+/gu, ' ').trim();
  return isWanted(name) ? { text: name, span: text.span, column: cell.column, isWhole: false } : undefined;
}

/** The short forms of a row become abbreviations of what they stand for. */
function expandedBy(full: RowValue, shorts: readonly RowValue[]): Pick<Named, 'terms' | 'remark'> {
  const { terms, disambiguator } = full.isWhole
    ? { terms: [locatedTerm(full.text, full.span, 'preferred', 'full')], disambiguator: undefined }
    : titleTerms(withoutFullStop(full.text), full.span);
  const abbreviations = shorts.map(({ text, span }) => locatedTerm(text, span, 'admitted', 'abbreviation'));
  return { terms: [...terms, ...abbreviations], remark: disambiguator };
}

/** The terms of a row as they are sorted into columns; a short form alone is the term. */
function parted(
  termValues: readonly RowValue[],
  shorts: readonly RowValue[],
  id: string | undefined,
): Pick<Named, 'terms' | 'disambiguator'> {
  const [first, ...more] = termValues;
  const abbreviations = shorts.map(({ text, span }) => locatedTerm(text, span, 'admitted', 'abbreviation'));
  if (first === undefined) {
    const [name, ...rest] = abbreviations;
    if (name === undefined) return { terms: [] };
    return { terms: [locatedTerm(name.term.text, name.span, 'preferred', 'full'), ...rest] };
  }
  const { terms, disambiguator } = first.isWhole
    ? { terms: [locatedTerm(first.text, first.span, 'preferred', 'full')], disambiguator: undefined }
    : titleTerms(first.text, first.span, id);
  const variants = more.map(({ text, span }) => locatedTerm(text, span, 'admitted', 'variant'));
  return { terms: [...terms, ...abbreviations, ...variants], disambiguator };
}

function otherTerms(texts: RowTexts, reading: RowReading): readonly LocatedTerm[] {
  const also = texts
    .values('also')
    .map(({ text, span, column }) =>
      locatedTerm(text, span, 'admitted', reading.columns.isSorted(column) ? 'variant' : 'full'),
    );
  const avoid = texts
    .values('avoid')
    // A column `deprecated` may say yes or no.
    .filter((value) => answerIn(value) === undefined)
    .map(({ text, span }) => locatedTerm(text, span, 'deprecated', 'variant'));
  return [...also, ...avoid];
}

/** Give terms their status and use, each once, without those that cannot be found in a text. */
function usableTerms(terms: readonly LocatedTerm[], texts: RowTexts, reading: RowReading): readonly LocatedTerm[] {
  const status = statusOf(texts, reading);
  const usage = usageOf(texts, reading);
  const preferred = terms[0];
  const seen = new Set<string>();
  const kept: LocatedTerm[] = [];
  for (const located of terms) {
    const { term, span } = located;
    if (!isUsableTerm(term.text)) {
      reading.problems.report('unusable-term', span, 'This term has no letter, digit or sign to look for');
      continue;
    }
    // A title with an abbreviation in brackets is often told again in the column of aliases.
    if (seen.has(term.text)) continue;
    seen.add(term.text);
    const isNamed = located === preferred || term.kind === 'abbreviation';
    const kind: TermKind =
      located === preferred || term.kind !== 'full' ? term.kind : kindOf(term.text, preferred?.term.text ?? '');
    kept.push({
      term: { ...term, kind, status: statusIn(term, status, isNamed, located === preferred), ...usage },
      span,
    });
  }
  return kept;
}

/** What is in quotes, or in a list, is a term: `no` may be one to avoid. */
function answerIn({ text, isWhole }: RowValue): boolean | undefined {
  return isWhole ? undefined : readAnswer(text);
}

/** Tell what another term is taken for, where nothing says so. */
export function kindOf(text: string, preferred: string): TermKind {
  return looksAbbreviated(text) && abbreviates(text, preferred) ? 'abbreviation' : 'variant';
}

function statusIn(term: Term, status: TermStatus | undefined, isNamed: boolean, isFirst: boolean): TermStatus {
  if (status === 'deprecated' && isNamed) return 'deprecated';
  if (status === 'admitted' && isFirst) return 'admitted';
  return term.status;
}

function statusOf(texts: RowTexts, reading: RowReading): TermStatus | undefined {
  const isDeprecated = texts.values('avoid').some((value) => answerIn(value) === true);
  if (isDeprecated) return 'deprecated';
  const written = texts.line('status');
  if (written === undefined) return undefined;
  const status = readStatus(written.text);
  if (status === undefined) reading.leftovers.add(`the status ${quoted(written.text)}`, written.span);
  return status;
}

function usageOf(texts: RowTexts, reading: RowReading): Partial<Term> {
  const caseText = texts.line('case');
  const posText = texts.line('pos');
  const caseRule = caseText && readCaseRule(caseText.text);
  const pos = posText && readPartOfSpeech(posText.text);
  if (caseText !== undefined && caseRule === undefined) {
    reading.leftovers.add(`the case ${quoted(caseText.text)}`, caseText.span);
  }
  if (posText !== undefined && pos === undefined) {
    reading.leftovers.add(`the part of speech ${quoted(posText.text)}`, posText.span);
  }
  return { ...(caseRule === undefined ? {} : { caseRule }), ...(pos === undefined ? {} : { pos }) };
}

/** Of the texts that say what a concept is the first is its definition; what a short form stands for is none of them. */
function proseOf(
  named: Named,
  texts: RowTexts,
  { columns }: RowReading,
): {
  readonly definition: LocatedText | undefined;
  readonly description: string | undefined;
  readonly remark?: string;
} {
  const defined = named.isDefinitionName ? undefined : texts.prose('definition');
  const meant = named.isMeaningName ? undefined : texts.prose('meaning');
  const described = texts.prose('description');
  const told = [defined, meant, described].filter((text) => text !== undefined);
  // In a table of short forms and what they stand for, other columns tell what they are.
  const isDefined = defined !== undefined || columns.has('meaning') || isAcronymTable(columns);
  const [definition, ...rest] = isDefined ? told : [undefined, ...told];
  const remarks = named.remark === undefined || definition === undefined ? [] : [named.remark];
  const paragraphs = [...rest.flatMap((text) => text?.text ?? []), ...remarks];
  return {
    definition,
    description: paragraphs.length === 0 ? undefined : paragraphs.join('\n\n'),
    ...(named.remark === undefined ? {} : { remark: named.remark }),
  };
}

/** Line ends stand between examples: they are sentences, with all other signs in them. */
function examplesOf(texts: RowTexts): Concept['examples'] {
  const examples = texts
    .cells('examples')
    .flatMap((cell) =>
      cell.kind === 'cell'
        ? cell.texts.flatMap((text) => valuesIn(text, 'lines').map((value) => value.text))
        : cell.texts.map(({ text }) => text.trim()),
    );
  return examples.length === 0 ? NONE : examples.map((text) => ({ text }));
}

function linksOf(texts: RowTexts, reading: RowReading): readonly Link[] {
  const cells = texts.boundedCells('links');
  if (cells.length === 0) return NONE;
  const links: Link[] = [];
  for (const { column, texts: own } of cells) {
    for (const { text, span, link } of own) {
      const isTold = link !== undefined && isWebAddress(link.url);
      const found = isTold ? { links: [link], hasOtherText: false } : linksIn(text);
      links.push(...found.links.slice(0, MOST_LINKS));
      if (found.hasOtherText) {
        reading.leftovers.add(`text of ${columnName(column, reading)} that is no web address`, span);
      }
    }
  }
  return links;
}

/** A card shows a few. */
const MOST_LINKS = 100;

function distinct(values: readonly LocatedText[]): readonly LocatedText[] {
  const names = new Map<string, LocatedText>();
  for (const { text, span } of values) if (!names.has(text)) names.set(text, { text, span });
  return names.size === 0 ? NONE : [...names.values()];
}

function termColumns({ columns, noun }: RowReading): string {
  const names = columns.taken.flatMap(({ heading, field }) =>
    NAMING.some((naming) => naming === field) ? [quoted(heading)] : [],
  );
  return `write it under the ${noun} ${names.slice(0, 3).join(' or ')}`;
}
