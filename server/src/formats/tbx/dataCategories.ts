import type { PartOfSpeech, TermKind, TermStatus } from '../../terminology/concept';

/** Fields of a concept that a data category of TBX stands for. */
export type ConceptField = 'definition' | 'description' | 'example' | 'category' | 'related' | 'link' | 'source';

/** Which field each data category of a concept is taken for, at whatever level it stands. */
export const conceptFields: ReadonlyMap<string, ConceptField> = new Map<string, ConceptField>([
  ['definition', 'definition'],
  ['explanation', 'description'],
  ['note', 'description'],
  ['usageNote', 'description'],
  ['context', 'example'],
  ['example', 'example'],
  ['sampleSentence', 'example'],
  ['subjectField', 'category'],
  ['crossReference', 'related'],
  ['antonymConcept', 'related'],
  ['associatedConcept', 'related'],
  ['broaderConceptGeneric', 'related'],
  ['broaderConceptPartitive', 'related'],
  ['coordinateConceptGeneric', 'related'],
  ['coordinateConceptPartitive', 'related'],
  ['relatedConcept', 'related'],
  ['relatedConceptBroader', 'related'],
  ['relatedConceptNarrower', 'related'],
  ['seeAlso', 'related'],
  ['subordinateConceptGeneric', 'related'],
  ['subordinateConceptPartitive', 'related'],
  ['superordinateConceptGeneric', 'related'],
  ['superordinateConceptPartitive', 'related'],
  ['externalCrossReference', 'link'],
  ['xGraphic', 'link'],
  ['xSource', 'link'],
  ['source', 'source'],
]);

/** Tell the status that a value stands for: `supersededTerm-admn-sts`, `superseded`; undefined where it is none. */
export function statusOf(value: string): TermStatus | undefined {
  return STATUSES.get(withoutSigns(value.replace(/-admn-sts$/i, '')).replace(/term$/, ''));
}

/** Tell what kind of term a type stands for; undefined where it says no more than that there is a term. */
export function kindOf(type: string): TermKind | undefined {
  return KINDS.get(withoutSigns(type));
}

/** Tell the part of speech that a value stands for; undefined for one that we do not know. */
export function partOfSpeechOf(value: string): PartOfSpeech | undefined {
  return PARTS_OF_SPEECH.get(withoutSigns(value));
}

/** The words of the standard for what we have. */
export const writtenStatuses: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
};
export const writtenKinds: Readonly<Record<TermKind, string>> = {
  full: 'fullForm',
  abbreviation: 'abbreviation',
  variant: 'variant',
};
export const writtenPartsOfSpeech: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'noun',
  verb: 'verb',
  adjective: 'adjective',
  proper: 'properNoun',
};

function withoutSigns(value: string): string {
  return value
    .slice(0, LONGEST_VALUE)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** None of the words below is longer. */
const LONGEST_VALUE = 60;

const STATUSES: ReadonlyMap<string, TermStatus> = new Map<string, TermStatus>([
  ['preferred', 'preferred'],
  ['standardized', 'preferred'],
  ['admitted', 'admitted'],
  ['legal', 'admitted'],
  ['regulated', 'admitted'],
  ['deprecated', 'deprecated'],
  ['superseded', 'deprecated'],
  ['obsolete', 'deprecated'],
  ['forbidden', 'deprecated'],
  ['notrecommended', 'deprecated'],
]);

/** A short form has fewer words than the full form (`Group of Twenty`): nothing that needs to be spelt out. */
const KINDS: ReadonlyMap<string, TermKind> = new Map<string, TermKind>([
  ['fullform', 'full'],
  ['abbreviation', 'abbreviation'],
  ['abbreviatedform', 'abbreviation'],
  ['acronym', 'abbreviation'],
  ['initialism', 'abbreviation'],
  ['shortform', 'variant'],
  ['clippedterm', 'variant'],
  ['variant', 'variant'],
  ['synonym', 'variant'],
  ['phrase', 'variant'],
  ['symbol', 'variant'],
]);

const PARTS_OF_SPEECH: ReadonlyMap<string, PartOfSpeech> = new Map<string, PartOfSpeech>([
  ['noun', 'noun'],
  ['commonnoun', 'noun'],
  ['verb', 'verb'],
  ['adjective', 'adjective'],
  ['propernoun', 'proper'],
]);
