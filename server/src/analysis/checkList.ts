import { checks } from './checks';
import type { CheckTraits } from './checks/check';
import { unusedSuppression } from './suppressions';

/** All that configurations and settings may switch on and off: checks of wording, and of suppressions. */
export const configurableChecks: readonly CheckTraits[] = [...checks, unusedSuppression];

/** The names of `configurableChecks`. */
export const checkNames: readonly string[] = configurableChecks.map(({ name }) => name);
