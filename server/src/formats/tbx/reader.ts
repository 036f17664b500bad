import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { ConceptRecord } from '../concepts/conceptRecord';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossaryReader, GlossarySource, ReadGlossary } from '../format';
import { type GlossaryLimits, glossaryLimits, limitMessage } from '../limits';
import { createProblems, type Problems } from '../problems';
import { readEntry } from './conceptEntry';
import { readElements, type XmlElement } from './elements';
import { type LanguageChoice, languageChoice } from './languages';
import { type Prolog, prologOf } from './prolog';
import { lineOf } from './prose';
import { CONCEPTS, SKIPPED, STRUCTURE, TERMS, TITLES } from './structure';
import { xmlIdValue } from './xmlId';

/** Reads TBX, versions 2 and 3: docs/formats.md says what becomes of its data categories. */
export const tbxReader: GlossaryReader = { read: (source) => readTbx(source, glossaryLimits) };

/** Read a glossary in TBX within `limits`. */
export function readTbx(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const problems = createProblems(limits.problems);
  const prolog = prologOf(source.text);
  const leftovers = createLeftovers();
  const file = isReadable(source.text, prolog, limits, problems)
    ? openFile(source.text, limits, problems, leftovers)
    : undefined;
  if (file === undefined) return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  const choice = languageChoice(file.entries, file.language, source.options?.language);
  const root = prolog.root?.span ?? START;
  if (file.entries.length === 0) {
    problems.report('empty-glossary', root, 'This file has no concepts: TBX has them in `conceptEntry` or `termEntry`');
  } else if (choice.isAbsent) {
    problems.report('unknown-value', root, absentLanguage(choice));
  }
  const records = readEntries(source.text, file.entries, choice, { limits, problems, leftovers });
  const read = glossaryOf({ name: file.name, language: choice.language }, records, source, problems);
  const leftOut = leftovers.list();
  return leftOut.length === 0 ? read : { ...read, leftOut };
}

const START: Span = { start: 0, end: 0 };

/** Tell whether it is worth to parse a text; reports why it is not. */
function isReadable(text: string, { doctype, root }: Prolog, limits: GlossaryLimits, problems: Problems): boolean {
  if (text.length > limits.fileLength) {
    const consequence = 'nothing of it is read. Split it into several files';
    const message = limitMessage('This file has too many characters', text.length, limits.fileLength, consequence);
    problems.report('too-large', START, message);
    return false;
  }
  if (text.startsWith(LFS_POINTER)) {
    const message = 'Git LFS keeps the content of this file elsewhere: run `git lfs pull` to get it';
    problems.report('not-a-glossary', { start: 0, end: LFS_POINTER.length }, message);
    return false;
  }
  if (doctype?.name === 'html' || root?.name.toLowerCase() === 'html') {
    const message = 'This is a web page, not TBX: download the file itself';
    problems.report('not-a-glossary', doctype?.span ?? root?.span ?? START, message);
    return false;
  }
  if (doctype?.hasSubset === true) {
    const message =
      'Nothing is read from a file that declares entities of its own: take the brackets `[…]` out of `<!DOCTYPE`';
    problems.report('syntax', doctype.span, message);
    return false;
  }
  if (root !== undefined && !ROOTS.has(root.name)) {
    const message = `This is no TBX: it begins with ${quoted(root.name)}, where TBX has \`tbx\` or \`martif\``;
    problems.report('not-a-glossary', root.span, message);
    return false;
  }
  if (root === undefined && !text.trimStart().startsWith('<')) {
    const isEmpty = text.trim() === '';
    problems.report(
      'not-a-glossary',
      START,
      isEmpty ? 'This file is empty' : 'This is no XML, as TBX is: that begins with `<`',
    );
    return false;
  }
  return true;
}

const LFS_POINTER = 'version https://git-lfs';
const ROOTS: ReadonlySet<string> = new Set(['tbx', 'martif']);

interface File {
  readonly name: string | undefined;
  /** Of the first element, as written. */
  readonly language: string | undefined;
  readonly entries: readonly XmlElement[];
}

function openFile(text: string, limits: GlossaryLimits, problems: Problems, leftovers: Leftovers): File | undefined {
  const entries: XmlElement[] = [];
  let name: string | undefined;
  let tooMany: Span | undefined;
  const take = (element: XmlElement) => {
    if (!CONCEPTS.has(element.name)) {
      const title = element.children.find((child) => child.name === 'title');
      name ??= title && lineOf(title).slice(0, limits.termLength);
    } else if (entries.length < limits.concepts) entries.push(element);
    else tooMany ??= element.span;
  };
  const outcome = readElements(text, {
    depth: limits.depth,
    wanted: WANTED,
    structure: STRUCTURE,
    skipped: SKIPPED,
    take,
    skip: (category, span) => leftovers.add(`\`${category.slice(0, LONGEST_CATEGORY)}\``, span),
  });
  if (outcome.kind === 'broken') {
    problems.report('syntax', outcome.span, outcome.message);
    return undefined;
  }
  if (outcome.kind === 'too-deep') {
    const message = `Elements stand inside each other more than ${limits.depth} deep; nothing of the file is read`;
    problems.report('too-deep', outcome.span, message);
    return undefined;
  }
  if (tooMany !== undefined) {
    const message = limitMessage('Too many concepts', limits.concepts + 1, limits.concepts, 'the rest is left out');
    problems.report('too-many-concepts', { start: tooMany.start, end: tooMany.start + 1 }, message);
  }
  return { name, language: outcome.language, entries };
}

const WANTED: ReadonlySet<string> = new Set([...CONCEPTS, ...TITLES]);
/** Names in lists of what is left out. */
const LONGEST_CATEGORY = 60;

function readEntries(
  source: string,
  entries: readonly XmlElement[],
  { isWanted }: LanguageChoice,
  collected: { readonly limits: GlossaryLimits; readonly problems: Problems; readonly leftovers: Leftovers },
): readonly ConceptRecord[] {
  const ids = conceptIds(entries);
  const reading = { source, isWanted, conceptAt: (id: string) => ids.get(id), ...collected };
  const records: ConceptRecord[] = [];
  const leftOut = new Set<string>();
  for (const entry of entries) {
    const record = readEntry(reading, entry);
    if (record !== undefined) records.push(record);
    else if (entry.id !== undefined) leftOut.add(xmlIdValue(entry.id.value));
  }
  return leftOut.size === 0 ? records : records.map((record) => withoutRelated(record, leftOut, collected.leftovers));
}

/** The id of the concept that each id in the file belongs to. */
function conceptIds(entries: readonly XmlElement[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, children } of entries) {
    if (id === undefined) continue;
    const concept = xmlIdValue(id.value);
    ids.set(id.value, concept);
    for (const section of children) {
      for (const term of section.children) {
        if (TERMS.has(term.name) && term.id !== undefined && !ids.has(term.id.value)) ids.set(term.id.value, concept);
      }
    }
  }
  return ids;
}

/** What refers to a concept that has no term in this language would lead nowhere. */
function withoutRelated(record: ConceptRecord, leftOut: ReadonlySet<string>, leftovers: Leftovers): ConceptRecord {
  const related = record.related.filter(({ text, span }) => {
    if (!leftOut.has(text)) return true;
    leftovers.add('references to concepts that are left out', span);
    return false;
  });
  return related.length === record.related.length ? record : { ...record, related };
}

function absentLanguage({ language, others }: LanguageChoice): string {
  const found = others.slice(0, MOST_LANGUAGES).map(quoted).join(', ');
  return `No term of this file is in \`${language}\`: it has terms in ${found}${others.length > MOST_LANGUAGES ? ' …' : ''}`;
}

const MOST_LANGUAGES = 8;
