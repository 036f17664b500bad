import type { Concept } from '../concept';
import type { Owner } from '../glossary';
import { firstParagraph, fitBlocks, markdown } from './markdown';
import {
  type CardLinks,
  factsLine,
  fieldTexts,
  headingTerms,
  joinNames,
  labelledLine,
  nameText,
  pageLinks,
  plainWordsLine,
  questionTitle,
  type Related,
  type RelatedConcept,
  relatedOf,
  SEPARATOR,
  sourceParts,
} from './parts';

/** Longest page in characters, where editors begin to cut. */
export const PAGE_LIMIT = 100_000;

/** What a page needs to know beside its concept. */
export interface PageContext {
  /** The name of the glossary that holds the concept. */
  readonly glossary: string;
  /** Who keeps it. */
  readonly owner?: Owner | undefined;
  readonly related: RelatedConcept;
  readonly links: CardLinks;
}

/** Write everything about a concept as a Markdown page, at most `PAGE_LIMIT` characters. */
export function renderPage(concept: Concept, { glossary, owner, related, links }: PageContext): string {
  const blocks = [
    markdown.heading(1, nameText(concept.terms[0].text, markdown)),
    introduction(concept),
    ...fieldTexts(concept.definition, markdown, concept),
    plainWordsLine(concept, markdown),
    ...fieldTexts(concept.description, markdown, concept),
    ...section('Examples', examples(concept)),
    ...section('Questions', questions(concept)),
    ...section('Links', list(pageLinks(concept.links, markdown))),
    ...section('Related', list(relatedOf(concept, related, markdown, links).map(relatedItem))),
    ...section('Other terms', otherTerms(concept)),
  ].filter((block) => block !== '');
  const tail = `${markdown.rule}\n\n${origin(concept, glossary, owner, links)}`;
  const end = `\n\n${tail}\n`;
  return fitBlocks(blocks, PAGE_LIMIT - end.length, markdown).blocks.join('\n\n') + end;
}

function introduction(concept: Concept): string {
  const abbreviations = joinNames(headingTerms(concept).slice(1), markdown);
  const facts = factsLine(concept, markdown, { category: true });
  return [abbreviations, facts].filter((part) => part !== '').join(SEPARATOR);
}

function examples(concept: Concept): string[] {
  const { examples: all } = concept;
  return all.flatMap(({ title, text }, index) => {
    const heading = nameText(title ?? (all.length > 1 ? `Example ${index + 1}` : ''), markdown);
    return [heading === '' ? '' : markdown.heading(3, heading), ...fieldTexts(text, markdown, concept)];
  });
}

function questions(concept: Concept): string[] {
  return concept.faq.flatMap(({ question, answer }) => [
    markdown.heading(3, questionTitle(question, markdown)),
    ...fieldTexts(answer, markdown, concept),
  ]);
}

function relatedItem({ concept, text }: Related): string {
  const definition = concept === undefined ? '' : firstParagraph(concept.definition, concept);
  return definition === '' || definition.includes('\n') ? text : `${text}: ${definition}`;
}

function otherTerms(concept: Concept): string[] {
  const heading = headingTerms(concept);
  const admitted = concept.terms.filter((term) => term.status !== 'deprecated' && !heading.includes(term));
  const deprecated = concept.terms
    .filter((term) => term.status === 'deprecated')
    .map(({ text, reason }) => {
      const why = nameText(reason ?? '', markdown);
      return nameText(text, markdown) + (why === '' ? '' : ` (${why})`);
    });
  return [
    admitted.length === 0 ? '' : `${markdown.strong('Also called')} ${joinNames(admitted, markdown)}`,
    labelledLine('Do not use', deprecated, markdown),
  ];
}

/** Name the glossary, who keeps it, and the file in it that the concept stands in. */
function origin(concept: Concept, glossary: string, owner: Owner | undefined, links: CardLinks): string {
  const file = nameText(fileName(concept.origin.uri), markdown);
  return [...sourceParts(glossary, owner, markdown), file === '' ? '' : markdown.link(file, links.source(concept))]
    .filter((part) => part !== '')
    .join(SEPARATOR);
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function section(title: string, blocks: readonly string[]): string[] {
  return blocks.some((block) => block !== '') ? [markdown.heading(2, title), ...blocks] : [];
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}
