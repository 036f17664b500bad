import type { Span } from '../../text/span';
import { addRecords } from './listSplices';
import { openGlossary } from './openGlossary';

/** What is known of a concept before anybody defined it. */
export interface NewConcept {
  readonly term: string;
  readonly abbreviation?: string;
}

/**
 * Make the edit that adds a concept to the end of a glossary, its definition left to be written. Every other character stays.
 * Undefined where the text does not parse or allow it.
 */
export function newConceptEdit(
  text: string,
  { term, abbreviation }: NewConcept,
): { readonly span: Span; readonly text: string } | undefined {
  const file = openGlossary(text);
  const fields = [
    { name: 'term', value: term },
    ...(abbreviation === undefined ? [] : [{ name: 'abbreviations', value: [abbreviation] }]),
    { name: 'definition', value: '' },
  ];
  const [edit] = (file && addRecords(file, [{ fields }])) ?? [];
  return edit;
}
