/** Names under which files keep the list of their concepts, beside what they say of themselves. */
export const LIST_NAMES: ReadonlySet<string> = new Set([
  'terms',
  'concepts',
  'glossary',
  'entries',
  'acronyms',
  'abbreviations',
  'definitions',
  'data',
  'items',
  'words',
  'records',
  'results',
  'rows',
]);
