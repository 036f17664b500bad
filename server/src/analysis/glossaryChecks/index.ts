import { circularDefinition } from './circularDefinition';
import { duplicateTerm } from './duplicateTerm';
import type { GlossaryCheck } from './glossaryCheck';
import { missingDefinition } from './missingDefinition';
import { misspeltField } from './misspeltField';
import { undefinedInDefinition } from './undefinedInDefinition';
import { unknownRelated } from './unknownRelated';
import { unusedConcept } from './unusedConcept';

/** Every check of glossary files. A new one is a file here, a line in this list, a test and a page in docs/checks. */
export const glossaryChecks: readonly GlossaryCheck[] = [
  missingDefinition,
  duplicateTerm,
  misspeltField,
  unknownRelated,
  circularDefinition,
  undefinedInDefinition,
  unusedConcept,
];
