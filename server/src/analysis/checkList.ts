import { checks } from './checks';
import type { CheckTraits } from './checks/check';
import { glossaryChecks } from './glossaryChecks';
import { unusedSuppression } from './suppressions';

/** All that configurations and settings may switch on and off: checks of wording, of suppressions and of glossary files. */
export const configurableChecks: readonly CheckTraits[] = [...checks, unusedSuppression, ...glossaryChecks];

/** The names of `configurableChecks`. */
export const checkNames: readonly string[] = configurableChecks.map(({ name }) => name);
