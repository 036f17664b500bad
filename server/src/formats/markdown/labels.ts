/** What a line of a concept says that begins with a label: `_Avoid_: kubernates`. */
export type Label = 'abbreviations' | 'also' | 'avoid' | 'category' | 'links' | 'related';

/** A label, and where behind it the line goes on. */
export interface LabelMark {
  readonly label: Label;
  readonly length: number;
}

/** Read the label that a line begins with. */
export function labelOf(line: string): LabelMark | undefined {
  const [mark, words = ''] = LABEL.exec(line.slice(0, LONGEST_LABEL)) ?? [];
  const label = LABELS.get(words.replace(/[’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase());
  return mark === undefined || label === undefined ? undefined : { label, length: mark.length };
}

const LONGEST_LABEL = 60;
const LABEL = /^(?:\*{1,3}|_{1,3})?(\p{L}[\p{L}\p{M} .'’-]{1,30})(?:\*{1,3}|_{1,3})?\s?[:：](?:\*{1,3}|_{1,3})?[ \t]*/u;

const LABELS = new Map<string, Label>([
  ['abbreviation', 'abbreviations'],
  ['abbreviations', 'abbreviations'],
  ['acronym', 'abbreviations'],
  ['acronyms', 'abbreviations'],
  ['a.k.a.', 'also'],
  ['aka', 'also'],
  ['alias', 'also'],
  ['aliases', 'also'],
  ['also', 'also'],
  ['also called', 'also'],
  ['also known as', 'also'],
  ['other names', 'also'],
  ['synonym', 'also'],
  ['synonyms', 'also'],
  ['aliases to avoid', 'avoid'],
  ['avoid', 'avoid'],
  ['do not use', 'avoid'],
  ["don't use", 'avoid'],
  ['category', 'category'],
  ['links', 'links'],
  ['further reading', 'links'],
  ['related', 'related'],
  ['related terms', 'related'],
  ['see also', 'related'],
]);
