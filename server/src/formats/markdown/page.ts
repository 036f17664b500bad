import { createLeftovers } from '../concepts/leftOut';
import { glossaryOf } from '../concepts/readGlossary';
import type { GlossarySource, ReadGlossary } from '../format';
import { type GlossaryLimits, limitMessage } from '../limits';
import { languageOfPath } from '../pathLanguage';
import { createProblems, type Problems } from '../problems';
import { type Block, blocksOf } from './blocks';
import type { ConceptDraft } from './draft';
import { isGlossaryTitle, openFrontMatter } from './frontMatter';
import { plainText } from './inline';
import { maskPage, type Page } from './mask';
import { recordsOf } from './records';
import { draftsOf } from './sections';

/** Read a page of terms within `limits`. */
export function readPage(source: GlossarySource, limits: GlossaryLimits): ReadGlossary {
  const { text, uri, options } = source;
  const problems = createProblems(limits.problems);
  if (text.length > limits.fileLength) {
    const rest = 'nothing of it is read. Split it into several pages';
    const message = limitMessage('This page has too many characters', text.length, limits.fileLength, rest);
    problems.report('too-large', { start: 0, end: 0 }, message);
    return { glossary: undefined, problems: problems.list(), relatedNames: [] };
  }
  const { end: start, title } = openFrontMatter(text);
  const page = maskPage(text, start);
  const blocks = blocksOf(page.text, start);
  const isGlossary = isGlossaryTitle(uri, title);
  const columns = options?.columns;
  const found = draftsOf(page, blocks, {
    text: page.text,
    problems,
    longest: limits.termLength,
    isGlossary,
    ...(columns === undefined ? {} : { columns }),
  });
  const drafts = bounded(found, limits, problems);
  const leftovers = createLeftovers();
  const records = recordsOf(drafts, page, text, limits, problems, leftovers);
  if (records.length === 0) {
    const message =
      'No term is found on this page: write a heading for each with its definition below, or a table with the columns `Term` and `Definition`';
    problems.report('empty-glossary', { start: 0, end: 0 }, message);
  }
  const language = options?.language ?? languageOfPath(uri) ?? 'en';
  const leftOut = leftovers.list();
  const read = glossaryOf({ name: nameOf(page, blocks, drafts, title), language }, records, source, problems);
  return leftOut.length === 0 ? read : { ...read, leftOut };
}

function bounded(drafts: readonly ConceptDraft[], limits: GlossaryLimits, problems: Problems): readonly ConceptDraft[] {
  const first = drafts[limits.concepts];
  if (first === undefined) return drafts;
  const message = limitMessage('Too many concepts', drafts.length, limits.concepts, 'the rest is left out');
  problems.report('too-many-concepts', first.terms[0].span, message);
  return drafts.slice(0, limits.concepts);
}

/** What a page is called by its only first heading, or above it; a page that is called Glossary is not. */
function nameOf(
  page: Page,
  blocks: readonly Block[],
  drafts: readonly ConceptDraft[],
  title: string | undefined,
): string | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level === 1);
  const [only] = headings;
  const isTerm = only !== undefined && drafts.some(({ span }) => span.start === only.span.start);
  const heading =
    only === undefined || headings.length > 1 || isTerm
      ? ''
      : page.text.slice(only.content.start, Math.min(only.content.end, only.content.start + 200));
  return (
    [title ?? '', plainText(heading).text].find(
      (name) => name !== '' && !isGlossaryTitle('', name.trim()) && name.length <= 100,
    ) ?? [plainText(heading).text, title ?? ''].find((name) => name.includes(' ') && name.length <= 100)
  );
}
