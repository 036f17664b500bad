/**
 * List the other spellings of the katakana words in a Japanese term. The long vowel that stands for -er, -or and -y is
 * written or left out as each publisher likes: コントローラー and コントローラ, and so inside a compound, サーバーレス and
 * サーバレス. Short words keep it: キー, コピー.
 */
export function longVowelVariants(term: string): readonly string[] {
  if (!hasKatakana(term)) return NONE;
  const variants = new Set<string>();
  for (const { 0: word, index } of term.matchAll(KATAKANA)) {
    const before = term.slice(0, index);
    const after = term.slice(index + word.length);
    for (const variant of variantsOf(word)) variants.add(before + variant + after);
  }
  return [...variants];
}

const NONE: readonly string[] = [];
const LONG = 'ー';
const FIRST_KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30fc;
const KATAKANA = /[ァ-ー]{3,}/gu;

/** A word, or the first part of a compound, has this many characters at least, the long vowel included. */
const SHORTEST = 4;
/** Of so many long vowels that may fall each is left out alone and with the others; terms have rarely more than two. */
const MOST_TOGETHER = 3;

/** The kana that loanwords in -er, -or, -ar and -y end in: those with the vowels a and i. */
const OPEN = new Set('ァアカガサザタダナハバパマャヤラワィイキギシジチヂニヒビピミリ');

/** A loop, since a regular expression would cost each of a million English terms more than all the rest. */
function hasKatakana(term: string): boolean {
  for (let index = 0; index < term.length; index++) {
    const unit = term.charCodeAt(index);
    if (unit >= FIRST_KATAKANA && unit <= LAST_KATAKANA) return true;
  }
  return false;
}

function variantsOf(word: string): readonly string[] {
  const omissible: number[] = [];
  const variants: string[] = [];
  for (let index = SHORTEST - 2; index < word.length; index++) {
    if (!OPEN.has(word.charAt(index))) continue;
    const end = index + 1;
    if (word.charAt(end) === LONG) omissible.push(end);
    else if (startsPart(word, end)) variants.push(word.slice(0, end) + LONG + word.slice(end));
  }
  return [...variants, ...withoutAny(word, omissible.slice(-MOST_TOGETHER))];
}

/** Whether a long vowel may have been left out here: at the end, or before a kana that another word may begin with. */
function startsPart(word: string, offset: number): boolean {
  return !/^[ァィゥェォッャュョヮンー]/u.test(word.slice(offset));
}

/** Leave out each choice of the characters at some offsets. */
function withoutAny(word: string, offsets: readonly number[]): readonly string[] {
  let spellings = [''];
  let start = 0;
  for (const offset of offsets) {
    const kept = word.slice(start, offset);
    spellings = spellings.flatMap((spelling) => [spelling + kept + LONG, spelling + kept]);
    start = offset + 1;
  }
  return spellings.map((spelling) => spelling + word.slice(start)).filter((spelling) => spelling !== word);
}
