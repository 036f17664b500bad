import type { Check } from './check';
import { undefinedAbbreviation } from './undefinedAbbreviation';

/** Every check of wording. A new one is a file here, a line in this list, a test and a page in docs/checks. */
export const checks: readonly Check[] = [undefinedAbbreviation];
