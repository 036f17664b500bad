import { readerCheck } from './readerCheck';

/** A concept that explains nothing is left out. */
export const missingDefinition = readerCheck({
  name: 'missing-definition',
  defaultSeverity: 'error',
  summary: 'A concept without a definition, which is left out',
});
