import type { Span } from '../../text/span';
import type { Block } from './blocks';
import { type ConceptDraft, writtenTerms } from './draft';
import { plainText } from './inline';
import { labelOf } from './labels';
import type { Page } from './mask';
import { anchorIn, conceptsIn, type StructureReading, withoutLabels } from './structures';

/** A heading and the blocks below it, up to the next heading of any level. */
interface Section {
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

/**
 * Find the concepts of a page: those under headings of one level, where that is how the page writes terms, and those in tables,
 * lists of definitions, bold terms and `*[ABBR]:` lines that stand outside of them. Text that defines nothing is left alone.
 */
export function draftsOf(page: Page, blocks: readonly Block[], reading: StructureReading): readonly ConceptDraft[] {
  const structures = blocks.map((block) => conceptsIn(block, reading));
  const sections = sectionsOf(page.text, blocks, structures);
  const marked = markedLevel(page);
  const repeated = repeatedTitles(sections);
  const level = marked ?? levelOf(sections, repeated);
  const drafts: ConceptDraft[] = [];
  let covered = -1;
  const starting = new Map(sections.map((section, number) => [section.index, number]));
  const comments = aliasComments(page);
  for (const [index, block] of blocks.entries()) {
    const number = starting.get(index);
    const section = number === undefined ? undefined : sections[number];
    if (
      number !== undefined &&
      section !== undefined &&
      section.heading.level === level &&
      isTerm(section, marked !== undefined, repeated)
    ) {
      const end = endOf(sections, number, level, blocks.length);
      const draft = headingDraft(section, blocks, end, comments, reading);
      if (draft !== undefined) {
        drafts.push(draft);
        covered = end;
      }
    } else if (index >= covered || block.kind === 'abbreviation') {
      for (const draft of structures[index] ?? []) drafts.push(draft);
    }
  }
  return drafts;
}

/** Tell the level that a page says its terms have, as our writer does: `<!-- terms: h2 -->`. */
function markedLevel({ comments }: Page): number | undefined {
  const [first] = comments;
  const level = first === undefined ? undefined : /^\s*terms:\s*h([1-6])\s*$/.exec(first.text)?.[1];
  return level === undefined ? undefined : Number(level);
}

function sectionsOf(
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
function levelOf(sections: readonly Section[], repeated: ReadonlySet<string>): number | undefined {
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
function repeatedTitles(sections: readonly Section[]): ReadonlySet<string> {
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
function isTerm(section: Section, isMarked: boolean, repeated: ReadonlySet<string>): boolean {
  if (isMarked) return true;
  const { first, startsStructured, structured } = section;
  if (first === undefined || startsStructured || structured >= 10) return false;
  return couldBeTerm(section, repeated);
}

/** Find the block behind a section and those below it. */
function endOf(sections: readonly Section[], number: number, level: number, length: number): number {
  for (let next = number + 1; next < sections.length; next++) {
    const section = sections[next];
    if (section !== undefined && section.heading.level <= level) return section.index;
  }
  return length;
}

function headingDraft(
  { heading, index, title, anchor }: Section,
  blocks: readonly Block[],
  end: number,
  comments: readonly AliasComment[],
  reading: StructureReading,
): ConceptDraft | undefined {
  const { text, longest } = reading;
  const { content } = heading;
  const span = { start: content.start, end: Math.min(content.end, content.start + title.length) };
  const terms = writtenTerms(title, span, anchor, longest);
  if (terms === undefined) return undefined;
  const own = blocks.slice(index + 1, end).filter((block) => block.kind !== 'abbreviation' && block.kind !== 'anchor');
  const { parts, labelled } = partsOf(text, own);
  const last = own.at(-1)?.span.end ?? heading.span.end;
  const aliases = aliasesIn(comments, { start: heading.span.start, end: own[0]?.span.start ?? last });
  return {
    terms: [terms[0], ...terms.slice(1)],
    ...(anchor === undefined ? {} : { id: { text: anchor, span } }),
    anchors: [anchorOf(title)],
    parts,
    labelled: [...aliases, ...labelled],
    span: { start: heading.span.start, end: last },
  };
}

/** Write the anchor that GitHub gives a heading. */
export function anchorOf(title: string): string {
  return plainText(title)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function partsOf(text: string, blocks: readonly Block[]): ReturnType<typeof withoutLabels> {
  const found = blocks.map((block) => {
    if (block.kind === 'paragraph') return withoutLabels(text, [block.span]);
    const isLabelled =
      block.kind === 'list' &&
      block.items.every(({ start, end }) => labelOf(text.slice(start, Math.min(end, start + 60))) !== undefined);
    return block.kind === 'list' && isLabelled
      ? withoutLabels(text, block.items)
      : { parts: [block.span], labelled: [] };
  });
  return { parts: found.flatMap(({ parts }) => parts), labelled: found.flatMap(({ labelled }) => labelled) };
}

interface AliasComment {
  readonly comment: Span;
  readonly value: Span;
}

/** Find comments that say other names of the heading above: `<!-- aliases: a, b -->`, `<!--{"aliases": "a, b"}-->`. */
function aliasComments({ comments }: Page): readonly AliasComment[] {
  return comments.flatMap(({ text, span }) => {
    const mark = /^\s*(?:\{\s*)?"?aliases"?\s*:\s*"?/i.exec(text);
    if (mark === null) return [];
    const start = span.start + 4 + mark[0].length;
    const end = start + (/^[^"\n{}]*/.exec(text.slice(mark[0].length))?.[0].length ?? 0);
    return [{ comment: span, value: { start, end } }];
  });
}

/** Comments are in order, and so are the headings that ask: yet few have any, so all are looked through by halves. */
function aliasesIn(comments: readonly AliasComment[], { start, end }: Span): ConceptDraft['labelled'] {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.comment.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = comments[low];
  return found === undefined || found.comment.start >= end ? [] : [{ label: 'also', value: found.value }];
}
