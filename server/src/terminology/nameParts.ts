import { abbreviates, isInCapitals, looksAbbreviated, sharesInitials } from './abbreviation';

/** What the title of a concept says, in glossaries that put several names into one. */
export interface NameParts {
  /** The name in full: `Role-Based Access Control` of "RBAC (Role-Based Access Control)". */
  readonly name: string;
  readonly abbreviation?: string;
  /** Translations, other spellings, alternatives behind a slash. */
  readonly others: readonly string[];
  /** What tells the name apart from others like it, and is no name itself: `CSS` of "Property (CSS)". */
  readonly disambiguator?: string;
}

/**
 * Part a title from what stands in brackets, at its end or within. That is another name where one abbreviates the other or
 * is in another script, or where it is what `id` says, the whole name that translations of a glossary share; otherwise it
 * is a disambiguator.
 */
export function splitName(title: string, id = ''): NameParts {
  const trimmed = title.trim();
  if (trimmed.length > LONGEST_TITLE) return { name: trimmed, others: [] };
  const { head, groups } = splitBrackets(trimmed);
  if (groups.length === 0) return withoutGroupWithin(head, id);
  const names = alternatives(head);
  const disambiguators: string[] = [];
  for (const group of groups) {
    const found = namesIn(group.text, head, id);
    // `OPC(ORC)` and `pod(s)` are written so: nothing is told apart behind no space.
    if (found.length === 0 && group.isAttached) return { name: trimmed, others: [] };
    if (found.length === 0) disambiguators.push(group.text);
    names.push(...found);
  }
  return partsOf(names, id, disambiguators);
}

/** A name in brackets amid a title takes the place of the word before it, or of what follows at its beginning. */
function withoutGroupWithin(title: string, id: string): NameParts {
  const open = title.search(/[(（]/u);
  const close = title.search(/[)）]/u);
  const group = open >= 0 && open < close ? title.slice(open + 1, close).trim() : '';
  const after = title.slice(close + 1);
  const before = title.slice(0, Math.max(open, 0)).trimEnd();
  const wordStart = before.lastIndexOf(' ') + 1;
  const word = before === '' ? after.trim() : before.slice(wordStart);
  if (group === '' || after === '' || namesIn(group, word, id).length === 0) {
    const [name = title, ...others] = alternatives(title);
    return { name, others };
  }
  if (before === '') return { name: word, others: [group] };
  return { name: before + after, others: [before.slice(0, wordStart) + group + after] };
}

/** Longer titles are sentences. */
const LONGEST_TITLE = 200;

interface Group {
  readonly text: string;
  /** Whether no space stands before the bracket. */
  readonly isAttached: boolean;
}

/** Take the groups in brackets off the end of a title, and one that stands within. */
function splitBrackets(title: string): { readonly head: string; readonly groups: readonly Group[] } {
  const groups: Group[] = [];
  let head = title;
  for (let open = openingOf(head); open > 0; open = openingOf(head)) {
    const text = head.slice(open + 1, -1).trim();
    const before = head.slice(0, open);
    if (!/\p{L}/u.test(before) || !/[\p{L}\p{N}]/u.test(text)) break;
    groups.unshift({ text, isAttached: isAttached(before, head.charAt(open)) });
    head = before.trimEnd();
  }
  return { head: head.replace(/\s[-–—]$/u, ''), groups };
}

/** Full-width brackets bring their own space. */
function isAttached(before: string, bracket: string): boolean {
  return bracket !== '（' && !/\s$/u.test(before);
}

/** Find the bracket that the one at the end of a text closes; -1 where none does. */
function openingOf(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    const character = text.charAt(index);
    if (')）]'.includes(character)) depth++;
    else if ('(（['.includes(character)) depth--;
    if (depth === 0) return index === text.length - 1 ? -1 : index;
  }
  return -1;
}

/**
 * Part names at slashes with spaces around them. What only one of two names says belongs to both: "Integer Overflow /
 * Underflow", "Group / Member Pointer".
 */
function alternatives(head: string): string[] {
  const names = head.split(' / ').map((name) => name.trim());
  const [first = [], second = [], third] = names.map((name) => name.split(' '));
  if (names.includes('')) return [head];
  if (third !== undefined || first.length === second.length || second.length === 0) return names;
  return first.length > second.length
    ? [names[0] ?? '', [...first.slice(0, first.length - second.length), ...second].join(' ')]
    : [[...first, ...second.slice(first.length)].join(' '), names[1] ?? ''];
}

/** List the names in a group, none where it is a disambiguator. */
function namesIn(group: string, head: string, id: string): readonly string[] {
  if (!/[;；、|]/u.test(group) && (abbreviates(group, head) || isShort(head, group))) return [group];
  const nested = splitBrackets(group);
  const parts = [nested.head, ...nested.groups.map(({ text }) => text)].flatMap(listed);
  return parts.some((part) => isOtherName(part, head, id)) ? parts : [];
}

function listed(text: string): readonly string[] {
  const parts = text.split(/[;；,，、|/]|\s[-–—]\s/u).map((part) => part.trim());
  return parts.every((part) => part.length > 1) ? parts : [text];
}

function isOtherName(part: string, head: string, id: string): boolean {
  return abbreviates(part, head) || isShort(head, part) || isInNewScript(part, head) || isNamedBy(part, id);
}

function isShort(name: string, long: string): boolean {
  return abbreviates(name, long) || sharesInitials(name, long);
}

/** Whether a name is what the id says, but for a plural, or an abbreviation of it that is no word of it. */
function isNamedBy(name: string, id: string): boolean {
  if (id === '') return false;
  const words = id.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.replace(/s$/, '') === words.join('').replace(/s$/, '')) return true;
  return looksAbbreviated(name) && !words.includes(letters) && abbreviates(name, id);
}

/** Whether a name brings a script with it, or is in Latin letters alone beside one in others too. */
function isInNewScript(name: string, head: string): boolean {
  const scripts = scriptsOf(name);
  const known = scriptsOf(head);
  if (scripts.length === 0 || known.length === 0) return false;
  return scripts.some((script) => !known.includes(script)) || (scripts.join() === 'Latin' && known.length > 1);
}

function scriptsOf(text: string): readonly string[] {
  return SCRIPTS.filter(([, letters]) => letters.test(text)).map(([script]) => script);
}

const SCRIPTS = [
  'Latin',
  'Arabic',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Katakana',
  'Tamil',
  'Telugu',
  'Thai',
].map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/** Sort names: the first one not abbreviated is the name, the first abbreviation of another its abbreviation. */
function partsOf(names: readonly string[], id: string, disambiguators: readonly string[]): NameParts {
  const abbreviation =
    names.length < 2 ? undefined : names.find((name) => looksAbbreviated(name) && isAbbreviation(name, names, id));
  const [first = '', ...rest] = names.filter((name) => name !== abbreviation);
  const name = first === '' && abbreviation !== undefined ? abbreviation : first;
  return {
    name,
    ...(abbreviation === undefined || abbreviation === name ? {} : { abbreviation }),
    others: [...new Set(rest)].filter((other) => other !== name),
    ...(disambiguators.length === 0 ? {} : { disambiguator: disambiguators.join('; ') }),
  };
}

function isAbbreviation(name: string, names: readonly string[], id: string): boolean {
  if (names.some((other) => isShort(name, other)) || abbreviates(name, id)) return true;
  return isInCapitals(name) && (isNamedBy(name, id) || names.some((other) => areInDifferentScripts(name, other)));
}

function areInDifferentScripts(one: string, other: string): boolean {
  return isInNewScript(one, other) || isInNewScript(other, one);
}
