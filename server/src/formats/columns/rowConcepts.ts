import { quoted } from '../../text/quotation';
import type { ConceptRecord, LocatedTerm } from '../concepts/conceptRecord';
import { canonicalTag } from '../records/languageTag';
import type { Row } from './row';
import { type RowConcept, readRow } from './rowConcept';
import type { RowReading } from './rowTexts';

/** The concepts of the rows of a table, and the language that its rows say they are in. */
export interface RowConcepts {
  readonly records: readonly ConceptRecord[];
  /** BCP 47, canonical; undefined where no row says. */
  readonly language: string | undefined;
}

/**
 * Read the rows of a table as concepts. Rows of one id are one concept, each with a term of it, unless they define it
 * differently. Rows in another language than `language`, or else than the first row that says one, are left out.
 */
export function readRows(rows: Iterable<Row>, language: string | undefined, reading: RowReading): RowConcepts {
  const groups: Group[] = [];
  const byId = new Map<string, Group>();
  let spoken = language;
  for (const row of rows) {
    if (groups.length === reading.limits.concepts) {
      reportTooMany(row, reading);
      break;
    }
    const concept = readRow(row, reading);
    if (concept === undefined) continue;
    const own = concept.language && canonicalTag(concept.language.text);
    spoken ??= own;
    if (own !== undefined && spoken !== undefined && mainPart(own) !== mainPart(spoken)) {
      reading.leftovers.add(`rows in the language ${quoted(own)}`, concept.span);
      continue;
    }
    if (concept.language !== undefined && own === undefined) {
      reading.leftovers.add(`the language ${quoted(concept.language.text)}`, concept.language.span);
    }
    const group = concept.id && byId.get(concept.id.text);
    if (group !== undefined && goTogether(group, concept)) {
      group.push(concept);
      continue;
    }
    const started: Group = [concept];
    groups.push(started);
    if (concept.id !== undefined && group === undefined) byId.set(concept.id.text, started);
  }
  return { records: groups.map((group) => recordOf(group, reading)), language: spoken };
}

/** The rows of one concept. */
type Group = [RowConcept, ...RowConcept[]];

function reportTooMany({ span }: Row, { limits, problems }: RowReading): void {
  const message = `Too many concepts: the limit is ${limits.concepts}; the rows from here on are left out`;
  problems.report('too-many-concepts', span, message);
}

function mainPart(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

function goTogether([first]: Group, { content }: RowConcept): boolean {
  const defined = first.content.definition;
  return content.definition === '' || defined === '' || content.definition === defined;
}

function recordOf(rows: Group, reading: RowReading): ConceptRecord {
  const [first, ...others] = rows;
  const terms = withPreferred(
    [first.terms[0], ...first.terms.slice(1), ...others.flatMap((row) => row.terms)],
    reading,
  );
  if (others.length === 0) return { ...withoutLanguage(first), terms };
  const definer = rows.find(({ content }) => content.definition !== '') ?? first;
  // What the first row does not say a later one may.
  const content: RowConcept['content'] = Object.assign({}, first.content);
  for (const row of rows.toReversed()) Object.assign(content, row.content);
  return {
    ...withoutLanguage(first),
    terms,
    related: rows.flatMap(({ related }) => related),
    content: {
      ...content,
      definition: definer.content.definition,
      examples: rows.flatMap((row) => row.content.examples),
      links: rows.flatMap((row) => row.content.links),
    },
    definitionSpan: definer.definitionSpan,
  };
}

function withoutLanguage({ id, terms, related, content, definitionSpan, span }: RowConcept): ConceptRecord {
  return { id, terms, related, content, definitionSpan, span };
}

/** Put the term to use first: the first preferred one, or else one that is admitted. */
function withPreferred(
  terms: readonly [LocatedTerm, ...LocatedTerm[]],
  reading: RowReading,
): readonly [LocatedTerm, ...LocatedTerm[]] {
  const best =
    terms.find(({ term }) => term.status === 'preferred') ?? terms.find(({ term }) => term.status === 'admitted');
  const chosen = best ?? terms[0];
  if (best === undefined) {
    reading.leftovers.add('a term that is not to be used, where none is to be used instead', chosen.span);
  }
  const kind = chosen === terms[0] ? chosen.term.kind : 'full';
  const preferred: LocatedTerm = { ...chosen, term: { ...chosen.term, status: 'preferred', kind } };
  const others = terms
    .filter((term) => term !== chosen)
    .map((located): LocatedTerm => {
      const { term, span } = located;
      const isSecond = term.status === 'preferred' || (term.kind === 'full' && term.status === 'admitted');
      if (isSecond) return { term: { ...term, status: 'admitted', kind: 'variant' }, span };
      return term.kind === 'full' ? { term: { ...term, kind: 'variant' }, span } : located;
    });
  return [preferred, ...others];
}
