/** Comments that switch checks off: docs/configuration.md. */

export { applySuppressions, type SuppressibleChecks, unusedSuppression } from './applySuppressions';
export { type Suppression, suppressionsIn } from './directives';
export { type IgnoreRequest, ignoreInFile, ignoreOnLine } from './ignoreEdits';
