import { readerCheck } from './readerCheck';

/** A field that is nearly one of the format, or is called so elsewhere: what it says is lost. */
export const misspeltField = readerCheck({
  name: 'misspelt-field',
  defaultSeverity: 'warning',
  summary: 'A field that the format does not have, but one like it',
});
