import { readerCheck } from './readerCheck';

/** Two concepts of a file with one term: readers see both, and may not know which is meant. */
export const duplicateTerm = readerCheck({
  name: 'duplicate-term',
  defaultSeverity: 'warning',
  summary: 'Two concepts of a glossary that share a term',
});
