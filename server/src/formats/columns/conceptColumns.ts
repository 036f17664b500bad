import type { CaseRule, Concept, Term } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import type { Leftovers } from '../concepts/leftOut';
import { titleTerms } from '../concepts/terms';
import type { ColumnField } from './columnField';

/** What a concept says in each column that holds it: a text, or several. */
export interface ConceptColumns {
  readonly texts: ReadonlyMap<ColumnField, string>;
  readonly lists: ReadonlyMap<ColumnField, readonly string[]>;
}

/** Sort what a concept says into columns; what no column can hold is counted. */
export function columnsOf(concept: Concept, leftovers: Leftovers): ConceptColumns {
  const [preferred, ...others] = concept.terms;
  countTermParts(concept.terms, leftovers);
  countConceptParts(concept, leftovers);
  const texts = new Map<ColumnField, string>([
    ['id', concept.id],
    ['term', preferred.text],
    ['definition', concept.definition],
    ['description', concept.description ?? ''],
    ['pronunciation', concept.pronunciation ?? ''],
    ['category', concept.category ?? ''],
    ['plain', concept.plain ?? ''],
    ['case', alikeIn(concept.terms.map(caseRuleOf)) ?? ''],
    ['pos', alikeIn(concept.terms.map(({ pos }) => pos ?? '')) ?? ''],
  ]);
  const admitted = others.filter(({ status }) => status !== 'deprecated');
  const isAbbreviation = ({ kind }: Term) => kind === 'abbreviation';
  const lists = new Map<ColumnField, readonly string[]>([
    ['abbreviations', admitted.filter(isAbbreviation).map(({ text }) => text)],
    ['also', admitted.filter((term) => !isAbbreviation(term)).map(({ text }) => text)],
    ['avoid', others.filter(({ status }) => status === 'deprecated').map(({ text }) => text)],
    ['audience', concept.audience ?? []],
    ['examples', concept.examples.map(({ text }) => text)],
    ['related', concept.related],
  ]);
  return { texts, lists };
}

/** Count what a glossary says of itself that a table of its concepts cannot hold. */
export function countHead({ owner }: GlossaryContent, hasName: boolean, leftovers: Leftovers): void {
  if (!hasName) leftovers.add('the name of the glossary');
  if (owner !== undefined) leftovers.add('the owner of the glossary');
}

/** Tell whether a term would be parted when it is read as a title: `Property (CSS)`. */
export function isTitle(term: string, id?: string): boolean {
  const { terms, disambiguator } = titleTerms(term, { start: 0, end: 0 }, id);
  return terms.length > 1 || terms[0].term.text !== term || disambiguator !== undefined;
}

function caseRuleOf({ caseRule }: Term): CaseRule | '' {
  return caseRule === 'auto' ? '' : caseRule;
}

function alikeIn(values: readonly string[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function countTermParts(terms: Concept['terms'], leftovers: Leftovers): void {
  if (alikeIn(terms.map(caseRuleOf)) === undefined) leftovers.add('the case rule of single terms');
  if (alikeIn(terms.map(({ pos }) => pos ?? '')) === undefined) leftovers.add('the part of speech of single terms');
  for (const { reason, forms } of terms) {
    if (reason !== undefined) leftovers.add('why not to use a term');
    if (forms !== undefined) leftovers.add('the forms of a term');
  }
}

function countConceptParts({ examples, faq, extends: extendsOther }: Concept, leftovers: Leftovers): void {
  for (const { title } of examples) if (title !== undefined) leftovers.add('the title of an example');
  for (let question = 0; question < faq.length; question++) leftovers.add('a question with its answer');
  if (extendsOther === true) leftovers.add('that a concept adds to another');
}
