import type { Concept, Sense } from '../concept';
import { type FieldOptions, readFirstParagraph } from './fieldReader';
import { fitBlocks, markdown } from './markdown';
import type { Markup } from './markup';
import {
  type CardLinks,
  deprecationNotice,
  derivationLine,
  factsLine,
  fieldTexts,
  headingNames,
  joinWithin,
  labelledLine,
  nameText,
  type OwnerOf,
  pageLinks,
  plainWordsLine,
  questionTitle,
  type RelatedConcept,
  relatedOf,
  SEPARATOR,
  sourceParts,
} from './parts';
import { plain } from './plainText';

/** Longest card in characters: some four screens of a hover, and far below what an editor refuses to render. */
export const CARD_LIMIT = 8192;
/** Most meanings on one card. */
export const SENSES_LIMIT = 20;
/** Most related terms on a card, which keeps them on one line of a hover. */
const RELATED_LIMIT = 6;
const GLOSSARIES_LIMIT = 500;
/** How much of a field is read for a card, in characters: more than it can show, since a hover has to be quick. */
const FIELD_LIMIT = 2 * CARD_LIMIT;

/** How much of a concept a card shows: the definition; also the first paragraph and what is related; everything. */
export type CardDetail = 'brief' | 'standard' | 'full';

/** What a card is to show, for whom. */
export interface CardContent {
  /** The readings of the term, the nearest first; of several with one concept the first counts. */
  readonly senses: readonly [Sense, ...Sense[]];
  readonly related: RelatedConcept;
  readonly owner?: OwnerOf;
  readonly links: CardLinks;
  readonly format: 'markdown' | 'plaintext';
  readonly detail: CardDetail;
}

/** Write the card of a term: one concept in full form, several in short, at most `CARD_LIMIT` characters. */
export function renderCard(content: CardContent): string {
  const writer = writerFor(content);
  const [first, ...others] = distinctConcepts(content.senses);
  const blocks = others.length === 0 ? oneConcept(first, writer) : homonyms([first, ...others], writer);
  return present(blocks).join('\n\n');
}

/** How and what to write, chosen once for a card. */
interface Writer {
  readonly markup: Markup;
  readonly detail: CardDetail;
  readonly related: RelatedConcept;
  readonly owner: OwnerOf;
  readonly links: CardLinks;
}

function writerFor({ format, detail, related, owner = NO_OWNER, links }: CardContent): Writer {
  const isMarkdown = format === 'markdown';
  return { markup: isMarkdown ? markdown : plain, detail, related, owner, links: isMarkdown ? links : NO_LINKS };
}

const NO_OWNER: OwnerOf = () => undefined;

const NO_LINKS: CardLinks = { concept: () => undefined, page: () => undefined, source: () => undefined };

function oneConcept({ concept, term, glossary }: Sense, writer: Writer): string[] {
  const { markup, detail } = writer;
  const notice = term.status === 'deprecated' ? [deprecationNotice(concept, term, markup), markup.rule] : [];
  const facts = detail === 'brief' ? '' : factsLine(concept, markup, { category: true });
  const heading = markup.heading(3, headingNames(concept, markup));
  const head = present([...notice, lines(heading, facts, derivationLine(concept, term, markup))]);
  const body = bodyOf(concept, writer);
  const related = present([relatedLine(concept, writer)]);
  const end = (isPart: boolean) => lines(markup.rule, footer(concept, glossary, writer, isPart));
  const room = CARD_LIMIT - lengthOf([...head, ...related, end(true)]) - 2;
  const fitted = fitBlocks(body.blocks, room, markup);
  return [...head, ...fitted.blocks, ...related, end(body.isPart || fitted.isCut)];
}

function optionsFor({ written }: Concept): FieldOptions {
  return { limit: FIELD_LIMIT, written };
}

/** Write definition, description and what follows, as far as the detail asks, and tell whether something is left out. */
function bodyOf(concept: Concept, { markup, detail }: Writer): { readonly blocks: string[]; readonly isPart: boolean } {
  const definition = fieldTexts(concept.definition, markup, optionsFor(concept));
  const { description, plain, links } = concept;
  if (detail === 'brief') {
    const hasMore = description !== undefined || plain !== undefined;
    return { blocks: definition, isPart: hasMore || links.length + concept.related.length > 0 };
  }
  if (detail === 'standard') {
    const { text, hasMore } = readFirstParagraph(description ?? '', markup, optionsFor(concept));
    const isPart = hasMore || plain !== undefined || links.length > 0 || concept.related.length > RELATED_LIMIT;
    return { blocks: text === undefined ? definition : [...definition, text], isPart };
  }
  const blocks = [
    ...definition,
    plainWordsLine(concept, markup),
    ...fieldTexts(description, markup, optionsFor(concept)),
  ];
  for (const example of concept.examples) {
    const title = nameText(example.title ?? '', markup);
    blocks.push(
      markup.strong(title === '' ? 'Example' : `Example: ${title}`),
      ...fieldTexts(example.text, markup, optionsFor(concept)),
    );
  }
  for (const { question, answer } of concept.faq) {
    blocks.push(markup.strong(questionTitle(question, markup)), ...fieldTexts(answer, markup, optionsFor(concept)));
  }
  blocks.push(labelledLine('Links', pageLinks(links, markup), markup));
  return { blocks: present(blocks), isPart: false };
}

function relatedLine(concept: Concept, { markup, detail, related, links }: Writer): string {
  if (detail === 'brief') {
    return '';
  }
  const items = relatedOf(concept, related, markup, links).map((item) => item.text);
  return labelledLine('Related', items, markup, detail === 'full' ? items.length : RELATED_LIMIT);
}

/** Say whose the card is, once and last, where the rest and the source are, and how to see no more of its glossary. */
function footer(concept: Concept, glossary: string, { markup, detail, links, owner }: Writer, isPart: boolean): string {
  const page = links.page(concept);
  const source = links.source(concept);
  const switchOff = links.switchOff?.(concept);
  const counts = detail === 'full' && !isPart ? '' : countsOf(concept);
  const rest = counts === '' && isPart && page !== undefined ? 'Full card' : counts;
  return present([
    ...sourceParts(glossary, owner(concept), markup),
    rest === '' ? '' : markup.link(rest, page),
    source === undefined ? '' : markup.link('Source', source),
    switchOff === undefined ? '' : markup.link('Switch off', switchOff),
  ]).join(SEPARATOR);
}

function countsOf({ examples, faq }: Concept): string {
  return present([counted(examples.length, 'example'), counted(faq.length, 'question')]).join(', ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function homonyms(senses: readonly [Sense, ...Sense[]], writer: Writer): string[] {
  const { markup } = writer;
  const label = labelFor(senses);
  const shown = senses.slice(0, SENSES_LIMIT);
  const end = lines(markup.rule, meanings(senses, markup));
  const blocks: string[] = [];
  let room = CARD_LIMIT - end.length - 2;
  for (const [index, sense] of shown.entries()) {
    const share = Math.floor(room / (shown.length - index));
    const section = homonym(sense, label, index === 0 ? '' : markup.rule, share, writer);
    blocks.push(...section);
    room -= lengthOf(section) + 2;
  }
  return [...fitBlocks(blocks, CARD_LIMIT - end.length - 2, markup).blocks, end];
}

function homonym(sense: Sense, label: Label, rule: string, room: number, writer: Writer): string[] {
  const { concept, term } = sense;
  const { markup } = writer;
  const names = headingNames(concept, markup);
  const told = label === undefined ? '' : nameText(labelOf(sense, label), markup);
  const heading = markup.heading(3, told === '' ? names : `${names} — ${markup.emphasis(told)}`);
  const facts = writer.detail === 'brief' ? '' : factsLine(concept, markup, { category: label !== 'category' });
  const notice = term.status === 'deprecated' ? deprecationNotice(concept, term, markup) : '';
  const head = present([rule, lines(heading, facts, derivationLine(concept, term, markup)), notice]);
  const related = present([relatedLine(concept, writer)]);
  const body =
    writer.detail === 'full'
      ? bodyOf(concept, writer).blocks
      : fieldTexts(concept.definition, markup, optionsFor(concept));
  return [...head, ...fitBlocks(body, room - lengthOf([...head, ...related]) - 4, markup).blocks, ...related];
}

/** What tells homonyms apart: whose they are, or else where they belong. */
type Label = 'glossary' | 'category' | undefined;

function labelFor(senses: readonly Sense[]): Label {
  const glossaries = new Set(senses.map((sense) => sense.glossary)).size;
  const categories = new Set(senses.map((sense) => sense.concept.category ?? '')).size;
  if (glossaries === 1 && categories === 1) {
    return undefined;
  }
  return glossaries >= categories ? 'glossary' : 'category';
}

function labelOf(sense: Sense, label: 'glossary' | 'category'): string {
  return label === 'glossary' ? sense.glossary : (sense.concept.category ?? '');
}

function meanings(senses: readonly Sense[], markup: Markup): string {
  const glossaries = [...new Set(senses.map((sense) => nameText(sense.glossary, markup)))];
  const count =
    senses.length > SENSES_LIMIT
      ? `${SENSES_LIMIT} of ${senses.length} meanings`
      : `${NUMBER_WORDS[senses.length] ?? senses.length} meanings`;
  return count + SEPARATOR + joinWithin(glossaries, GLOSSARIES_LIMIT, ', ');
}

const NUMBER_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const;

function distinctConcepts([first, ...others]: readonly [Sense, ...Sense[]]): [Sense, ...Sense[]] {
  const seen = new Set([first.concept]);
  const distinct: [Sense, ...Sense[]] = [first];
  for (const sense of others) {
    if (!seen.has(sense.concept)) {
      seen.add(sense.concept);
      distinct.push(sense);
    }
  }
  return distinct;
}

/** Put lines that are there under one another. */
function lines(...parts: readonly string[]): string {
  return present(parts).join('\n');
}

function present(blocks: readonly string[]): string[] {
  return blocks.filter((block) => block !== '');
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((length, block) => length + block.length + 2, -2);
}
