/** A whole concept: version 3 of TBX, and version 2. */
export const CONCEPTS: ReadonlySet<string> = new Set(['conceptEntry', 'termEntry']);
/** What a concept is called in one language. */
export const LANGUAGES: ReadonlySet<string> = new Set(['langSec', 'langSet']);
/** A term with what is said of it. */
export const TERMS: ReadonlySet<string> = new Set(['termSec', 'tig', 'ntig']);
/** What belongs together, and means the same as if each stood alone. */
export const GROUPS: ReadonlySet<string> = new Set(['adminGrp', 'descripGrp', 'termGrp', 'termNoteGrp']);
/** What the file is called. */
export const TITLES: ReadonlySet<string> = new Set(['titleStmt']);

/** Elements that have others in them. */
export const STRUCTURE: ReadonlySet<string> = new Set([...CONCEPTS, ...LANGUAGES, ...TERMS, ...GROUPS, ...TITLES]);

/** What no glossary of ours keeps: who did what and when, the parts of terms, and codes of the text that terms come from. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'transacGrp',
  'transac',
  'transacNote',
  'date',
  'termCompList',
  'bpt',
  'ept',
  'it',
  'ph',
  'sc',
  'ec',
  'ut',
]);

/** Elements of the core: what they are says their type. In the other style the element itself is named for it: `<min:partOfSpeech>`. */
export const TYPED: ReadonlySet<string> = new Set([
  'admin',
  'adminNote',
  'descrip',
  'descripNote',
  'ref',
  'termNote',
  'xref',
]);
