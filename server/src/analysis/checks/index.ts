import type { Check } from './check';
import { deprecatedTerm } from './deprecatedTerm';
import { homonym } from './homonym';
import { inconsistentTerms } from './inconsistentTerms';
import { jargon } from './jargon';
import { repeatedExpansion } from './repeatedExpansion';
import { termForm } from './termForm';
import { undefinedAbbreviation } from './undefinedAbbreviation';
import { unexpandedAbbreviation } from './unexpandedAbbreviation';
import { unusedAbbreviation } from './unusedAbbreviation';

/** Every check of wording. A new one is a file here, a line in this list, a test and a page in docs/checks. */
export const checks: readonly Check[] = [
  deprecatedTerm,
  termForm,
  inconsistentTerms,
  jargon,
  homonym,
  undefinedAbbreviation,
  unexpandedAbbreviation,
  repeatedExpansion,
  unusedAbbreviation,
];
