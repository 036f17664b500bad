import type { Block } from './blocks';
import type { ConceptDraft } from './draft';
import { plainText } from './inline';
import { anchorIn } from './structureReading';

/** A heading and the blocks below it, up to the next heading of any level. */
export interface Section {
  readonly heading: Extract<Block, { kind: 'heading' }>;
  /** The number of its heading among the blocks, and of the block behind its own. */
  readonly index: number;
  readonly end: number;
  readonly title: string;
  readonly anchor: string | undefined;
  /** How many concepts the forms of its own blocks say, without abbreviations. */
  readonly structured: number;
  /** What its text begins with; undefined where it has none. */
  readonly first: Block | undefined;
  readonly startsStructured: boolean;
}

/** Part a page into its sections; `structures` are the concepts in each block. */
export function sectionsOf(
  text: string,
  blocks: readonly Block[],
  structures: readonly (readonly ConceptDraft[])[],
): readonly Section[] {
  const sections: Section[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const heading = blocks[index];
    if (heading?.kind !== 'heading') continue;
    let end = index + 1;
    let structured = 0;
    let firstIndex: number | undefined;
    for (; end < blocks.length && blocks[end]?.kind !== 'heading'; end++) {
      const kind = blocks[end]?.kind;
      if (kind === 'abbreviation' || kind === 'anchor') continue;
      structured += structures[end]?.length ?? 0;
      firstIndex ??= end;
    }
    const first = firstIndex === undefined ? undefined : blocks[firstIndex];
    const startsStructured = firstIndex !== undefined && (structures[firstIndex]?.length ?? 0) > 0;
    sections.push({
      heading,
      index,
      end,
      structured,
      first,
      startsStructured,
      ...titleOf(text, heading, blocks[index - 1]),
    });
  }
  return sections;
}

function titleOf(
  text: string,
  { content }: Extract<Block, { kind: 'heading' }>,
  before: Block | undefined,
): Pick<Section, 'title' | 'anchor'> {
  const written = text.slice(content.start, Math.min(content.end, content.start + 600));
  const attributes = ATTRIBUTES.exec(written);
  const title = attributes === null ? written : written.slice(0, attributes.index).trimEnd();
  const line = before?.kind === 'anchor' ? anchorIn(text.slice(before.span.start, before.span.end)) : undefined;
  return { title, anchor: attributes?.[1] ?? anchorIn(written) ?? line };
}

/** `{#pod}`, `{ #pod .class }` at the end of a heading. */
const ATTRIBUTES = /\{\s?#([^\s{}]{1,200})[^{}]{0,200}\}$/;

/**
 * Choose the level of headings that are terms: that with most headings that have text below them, the deepest of several. None
 * where the forms of tables and lists say more.
 */
export function levelOf(sections: readonly Section[], repeated: ReadonlySet<string>): number | undefined {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => {
    const all = sections.filter(({ heading }) => heading.level === level);
    const plain = all.filter(
      (section) => section.first?.kind === 'paragraph' && !section.startsStructured && couldBeTerm(section, repeated),
    );
    const structured = all.filter((section) => section.structured >= 2);
    const concepts = structured.reduce((sum, section) => sum + section.structured, 0);
    const letters = all.filter(({ title }) => LETTER.test(title)).length;
    const isTerms = 2 * letters < all.length && (plain.length >= concepts || plain.length >= 5 * structured.length);
    return { level, count: isTerms ? plain.length : 0 };
  });
  const best = levels.reduce((most, candidate) => (candidate.count >= most.count ? candidate : most));
  // One heading with text is a page about one thing, unless it stands below another.
  return best.count >= 2 || (best.count === 1 && best.level > 1 && sections.every(({ structured }) => structured === 0))
    ? best.level
    : undefined;
}

/** Headings that come again and again are parts of what stands above them. */
export function repeatedTitles(sections: readonly Section[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { title } of sections) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MANY).map(([title]) => title));
}

const MANY = 3;

function couldBeTerm({ title }: Section, repeated: ReadonlySet<string>): boolean {
  const { text } = plainText(title);
  return (
    text !== '' && text.length <= LONGEST_TITLE && !/[?!]$/u.test(text) && !repeated.has(title) && !isPartOfPage(text)
  );
}

/** Longer headings are sentences. */
const LONGEST_TITLE = 120;
/** A letter of an alphabet, or a stretch of it: `A`, `0–9`, `P - R`. */
const LETTER = /^[\p{L}\p{N}#](?:\s?[-–—]\s?[\p{L}\p{N}])?$/u;

/** Headings of what pages have besides terms. */
function isPartOfPage(title: string): boolean {
  return PARTS.has(
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim(),
  );
}

const PARTS = new Set([
  'about',
  'about this glossary',
  'acknowledgements',
  'acknowledgments',
  'changelog',
  'contents',
  'contributing',
  'example dialogue',
  'flagged ambiguities',
  'further reading',
  'glossary',
  'how to contribute',
  'introduction',
  'licence',
  'license',
  'overview',
  'references',
  'relationships',
  'see also',
  'table of contents',
  'terminology',
]);

/** Tell whether a section of the level of terms is one, and not one that holds others. */
export function isTerm(section: Section, isMarked: boolean, repeated: ReadonlySet<string>): boolean {
  if (isMarked) return true;
  const { first, startsStructured, structured } = section;
  if (first === undefined || startsStructured || structured >= 10) return false;
  return couldBeTerm(section, repeated);
}

/** Write the anchor that GitHub gives a heading. */
export function anchorOf(title: string): string {
  return plainText(title)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
