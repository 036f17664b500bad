import type { Span } from '../../text/span';
import type { Block } from './blocks';
import { type ConceptDraft, writtenTerms } from './draft';
import { anchorOf, isTerm, levelOf, repeatedTitles, type Section, sectionsOf } from './headings';
import { labelOf } from './labels';
import type { Page } from './mask';
import type { StructureReading } from './structureReading';
import { conceptsIn, withoutLabels } from './structures';

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
  const written = writtenTerms(title, span, anchor, longest);
  if (written === undefined) return undefined;
  const own = blocks.slice(index + 1, end).filter((block) => block.kind !== 'abbreviation' && block.kind !== 'anchor');
  const { parts, labelled } = partsOf(text, own);
  const last = own.at(-1)?.span.end ?? heading.span.end;
  const aliases = aliasesIn(comments, { start: heading.span.start, end: own[0]?.span.start ?? last });
  return {
    ...written,
    ...(anchor === undefined ? {} : { id: { text: anchor, span } }),
    anchors: [anchorOf(title)],
    parts,
    labelled: [...aliases, ...labelled],
    span: { start: heading.span.start, end: last },
  };
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
