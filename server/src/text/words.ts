import { CharacterClass, classOf } from './characters';

/** Tell whether a word may begin at `offset`: a letter or ideograph that no other part of the same word or identifier precedes. */
export function startsWord(text: string, offset: number): boolean {
  const unitClass = classOf(text.charCodeAt(offset));
  if (unitClass === CharacterClass.ideograph) return true;
  if (unitClass !== CharacterClass.letter) return false;
  if (offset === 0) return true;
  const before = text.charCodeAt(offset - 1);
  const beforeClass = classOf(before);
  if (beforeClass === CharacterClass.space) return true;
  if (gluesWords(beforeClass)) return false;
  return !continuesIdentifier(text, offset, before);
}

/** Tell whether a word may end at `offset`, exclusive: what follows is not part of the same word or identifier. */
export function endsWord(text: string, offset: number): boolean {
  if (offset >= text.length || classOf(text.charCodeAt(offset - 1)) !== CharacterClass.letter) return true;
  const next = skipClass(text, offset, CharacterClass.ignorable);
  if (next >= text.length) return true;
  const after = text.charCodeAt(next);
  return !gluesWords(classOf(after)) && !startsSuffix(text, next, after);
}

/** Find the end of the run of letters (and what is not seen between them) that begins at `offset`. */
export function lettersEnd(text: string, offset: number): number {
  let end = offset;
  for (let index = offset; index < text.length; index++) {
    const unitClass = classOf(text.charCodeAt(index));
    if (unitClass === CharacterClass.letter) end = index + 1;
    else if (unitClass !== CharacterClass.ignorable) break;
  }
  return end;
}

/**
 * Find the end of what may stand between two words of one term: white space, one hyphen (a line may end behind it), or
 * underscores. Gives `offset` itself where nothing of the kind stands; a dash with spaces around it is punctuation.
 */
export function joinerEnd(text: string, offset: number): number {
  let index = skipClass(text, offset, CharacterClass.ignorable);
  const unitClass = index < text.length ? classOf(text.charCodeAt(index)) : CharacterClass.symbol;
  if (unitClass === CharacterClass.space) return skipClass(text, index, CharacterClass.space);
  if (unitClass === CharacterClass.underscore) return skipClass(text, index, CharacterClass.underscore);
  if (unitClass !== CharacterClass.hyphen) return index;
  index++;
  const lineEnd = text.charCodeAt(index);
  return lineEnd === LINE_FEED || lineEnd === CARRIAGE_RETURN ? skipClass(text, index, CharacterClass.space) : index;
}

/** Tell whether a UTF-16 unit separates words inside a term and stands for itself at its ends: a hyphen or an underscore. */
export function isEdge(unit: number): boolean {
  const unitClass = classOf(unit);
  return unitClass === CharacterClass.hyphen || unitClass === CharacterClass.underscore;
}

/** Part a term from the hyphens and underscores that it begins and ends with: `--force`, `__init__`, `pre-`. */
export function splitEdges(term: string): { readonly lead: string; readonly core: string; readonly tail: string } {
  let start = 0;
  while (start < term.length && isEdge(term.charCodeAt(start))) start++;
  let end = term.length;
  while (end > start && isEdge(term.charCodeAt(end - 1))) end--;
  return { lead: term.slice(0, start), core: term.slice(start, end), tail: term.slice(end) };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HASH = 0x23;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const CURLY_APOSTROPHE = 0x2019;

function gluesWords(unitClass: CharacterClass): boolean {
  return (
    unitClass === CharacterClass.letter ||
    unitClass === CharacterClass.underscore ||
    unitClass === CharacterClass.ignorable
  );
}

/** `io` in `k8s.io`, `etc` in `/etc` and `node` in `--node-name` are parts of a name that a machine reads; `DR` of `TL;DR`. */
function continuesIdentifier(text: string, offset: number, before: number): boolean {
  if (before === DOT || before === SEMICOLON || before === AMPERSAND) return isLetter(text, offset - 2);
  if (before === SLASH) return !isLetter(text, offset - 2) && !endsName(text.charAt(offset - 2));
  if (before === HYPHEN) return text.charCodeAt(offset - 2) === HYPHEN && !isLetter(text, offset - 3);
  return false;
}

/** `io` in `k8s.io`, `D` in `R&D` and `t` in `can't` go on with the word before them, and so do the signs of `C++` and `C#`. */
function startsSuffix(text: string, offset: number, first: number): boolean {
  if (first === APOSTROPHE || first === CURLY_APOSTROPHE)
    return /^[a-z]/i.test(text.charAt(offset + 1)) && !isPossessive(text, offset + 1);
  if (first === DOT || first === AMPERSAND) return isLetter(text, offset + 1);
  if (first === PLUS) return text.charCodeAt(offset + 1) === PLUS;
  return first === HASH && !isLetter(text, offset + 1);
}

/** The -s of `pod's` is no part of the word, and neither is an ending in another script, as in `kubelet'ом`. */
function isPossessive(text: string, offset: number): boolean {
  return text.charAt(offset).toLowerCase() === 's' && !isLetter(text, offset + 1);
}

function isLetter(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && classOf(text.charCodeAt(offset)) === CharacterClass.letter;
}

/** In `node(s)/pods` and `C++/Java` the slash separates; in `/etc`, `./etc` and `//etc` it begins a path. */
function endsName(character: string): boolean {
  return character !== '' && ')]"\'+#'.includes(character);
}

function skipClass(text: string, offset: number, unitClass: CharacterClass): number {
  let index = offset;
  while (index < text.length && classOf(text.charCodeAt(index)) === unitClass) index++;
  return index;
}
