import { type Status, type StatusParams, StatusRequest } from '../protocol';
import type { Feature } from './feature';

/** `glossaryLens/status`: which glossaries apply to a document and how they are doing. */
export const status: Feature<StatusParams, Status> = {
  method: StatusRequest.method,
  capabilities: {},
  subject: ({ uri }) => (uri === undefined ? undefined : { uri }),
  handle({ terminology, glossaries, quarantined }) {
    const terms = terminology.glossaries.reduce((sum, glossary) => sum + glossary.terms.count, 0);
    return { terms, glossaries, ...(quarantined === undefined ? {} : { quarantined }) };
  },
  fallback: { terms: 0, glossaries: [] },
};
