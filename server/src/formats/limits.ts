/** How much of a file of records is read. Texts are measured in UTF-16 units, which JavaScript calls characters. */
export interface FileLimits {
  /** Characters in a file: reading stays within some hundred megabytes of memory and a few seconds. */
  readonly fileLength: number;
  /** Lists and records inside each other: the YAML parser is recursive and would run out of stack. */
  readonly depth: number;
  /**
   * Words and signs of YAML in a file: each costs memory, up to 400 bytes. A file of 20 MB of ordinary concepts has four
   * million; one of brackets and commas alone would have twenty.
   */
  readonly parts: number;
  /** `&anchors` in a file, and `*aliases` in a file: each is resolved by itself. */
  readonly aliases: number;
  /** Characters that aliases stand for in all: a list of a thousand aliases to one large list is as long as that. */
  readonly aliasedLength: number;
  /** Characters of a term, an id or the name of a related concept: nothing longer is found in running text. */
  readonly termLength: number;
  /** Characters of any other text: a card shows a tenth of it. */
  readonly textLength: number;
  /** Problems told about a file, apart from the one that counts the others: nobody reads more at a time. */
  readonly problems: number;
  /** Faults of YAML told about a file: the first ones cause the others. */
  readonly syntaxProblems: number;
}

/** How much of a glossary file is read. */
export interface GlossaryLimits extends FileLimits {
  /** Concepts in a file. */
  readonly concepts: number;
}

/** The limits of every glossary file; docs/glossary-format.md lists them. */
export const glossaryLimits: GlossaryLimits = {
  fileLength: 20_000_000,
  depth: 100,
  parts: 4_000_000,
  aliases: 1_000,
  aliasedLength: 1_000_000,
  concepts: 2_000_000,
  termLength: 200,
  textLength: 65_536,
  problems: 100,
  syntaxProblems: 20,
};

/** How much of a table is read. */
export interface TableLimits extends GlossaryLimits {
  /** Columns of a table, or different names of fields in a list of records: real ones have twenty. */
  readonly columns: number;
}

/** The limits of tables and lists of records; docs/formats.md lists what they have beside those of every glossary file. */
export const tableLimits: TableLimits = { ...glossaryLimits, columns: 1_000 };

/** Say which limit stopped the reading: what was measured, where, the value found and the limit. */
export function limitMessage(what: string, found: number, limit: number, consequence: string): string {
  return `${what}: ${grouped(found)}, the limit is ${grouped(limit)}; ${consequence}`;
}

/** Group digits alike in every locale. */
function grouped(value: number): string {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}
