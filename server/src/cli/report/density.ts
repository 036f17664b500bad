import { CharacterClass, classOf, isHangul, pairEnd } from '../../text/characters';
import type { DocumentUsage, UsageReport } from './usageReport';

/**
 * Count the words of a run of text, as word processors do: what stands between white space is one word if there is a letter or
 * a digit in it (`can't`, `rolling-update`, `v1.29`). Scripts that write without spaces count by their characters: two of them
 * are a word, which is about what a word of Chinese or Japanese takes.
 */
export function countWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const unitClass = classOf(unit);
    if (unitClass === CharacterClass.space) isInWord = false;
    else if (unitClass === CharacterClass.ideograph && !isHangul(unit)) ideographs++;
    else if (!isInWord && (isLetter(unitClass) || isHangul(unit) || isLetterPair(text, at))) {
      isInWord = true;
      words++;
    }
  }
  return words + Math.ceil(ideographs / IDEOGRAPHS_IN_WORD);
}

const IDEOGRAPHS_IN_WORD = 2;

function isLetter(unitClass: CharacterClass): boolean {
  return unitClass === CharacterClass.letter || unitClass === CharacterClass.script;
}

function isLetterPair(text: string, at: number): boolean {
  if (classOf(text.charCodeAt(at)) !== CharacterClass.lead) return false;
  pair[0] = text.charCodeAt(at);
  pair[1] = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return pairEnd(pair, 0) > 0;
}

/** The two units of a surrogate pair, filled again for each. */
const pair = new Uint16Array(2);

/** Tell how many there are in a hundred words; 0 where there are no words. */
export function perHundredWords(count: number, words: number): number {
  return words === 0 ? 0 : (100 * count) / words;
}

/** Tell how thick terms stand in the running text of a document: uses of any, in a hundred words. */
export function densityOf({ uses, words }: Pick<DocumentUsage, 'uses' | 'words'>): number {
  return perHundredWords(uses, words);
}

/** In fewer words a single term says nothing about the density of a document. */
export const FEWEST_WORDS = 50;

/** List the documents that are long enough to have a density, the densest first. */
export function densestDocuments({ documents }: UsageReport): readonly DocumentUsage[] {
  return documents
    .filter(({ words, uses }) => words >= FEWEST_WORDS && uses > 0)
    .sort((one, other) => densityOf(other) - densityOf(one));
}

/**
 * List the documents that readers need mended, the neediest first: by how many different abbreviations nobody explains in them
 * and how many terms are not to be used, and of equal ones the denser first.
 */
export function documentsInNeed({ documents }: UsageReport): readonly DocumentUsage[] {
  return documents
    .filter((document) => needOf(document) > 0)
    .sort((one, other) => needOf(other) - needOf(one) || densityOf(other) - densityOf(one));
}

function needOf({ avoided, unexplained }: DocumentUsage): number {
  return avoided.length + unexplained.length;
}

/** How many documents have a density from `from` up to, but not at, `to`; `to` is undefined in an open one. */
export interface DensityBin {
  readonly from: number;
  readonly to: number | undefined;
  readonly documents: number;
}

/** More bars are no clearer. */
const MOST_BINS = 12;

/** Sort the documents that are long enough to have a density into bins of one width, a round number; the last may be open. */
export function densityBins(report: UsageReport): readonly DensityBin[] {
  const densities = report.documents.filter(({ words }) => words >= FEWEST_WORDS).map(densityOf);
  if (densities.length === 0) return [];
  const sorted = densities.toSorted((one, other) => one - other);
  // A few documents that are nothing but lists of terms would make all others one bar: they share the last.
  const highest = sorted[Math.ceil((sorted.length - 1) * SHOWN_SHARE)] ?? 0;
  const width = WIDTHS.find((candidate) => highest < candidate * MOST_BINS) ?? LARGEST_WIDTH;
  const count = Math.min(MOST_BINS, Math.floor(highest / width) + 1);
  const isOpen = (sorted.at(-1) ?? 0) >= count * width;
  const documents = new Array<number>(count).fill(0);
  for (const density of sorted) {
    const bin = Math.min(count - 1, Math.floor(density / width));
    documents[bin] = (documents[bin] ?? 0) + 1;
  }
  return documents.map((number, bin) => ({
    from: bin * width,
    to: isOpen && bin === count - 1 ? undefined : (bin + 1) * width,
    documents: number,
  }));
}

const SHOWN_SHARE = 0.98;
const WIDTHS = [0.5, 1, 2, 5] as const;
const LARGEST_WIDTH = 10;

/** Give the density that half of the documents stay below, of those long enough to have one; undefined where none is. */
export function medianDensity({ documents }: UsageReport): number | undefined {
  const densities = documents.filter(({ words }) => words >= FEWEST_WORDS).map(densityOf);
  const sorted = densities.sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1] ?? upper;
  if (upper === undefined || lower === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}
