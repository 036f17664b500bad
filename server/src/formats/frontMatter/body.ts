import type { Span } from '../../text/span';
import type { LocatedText } from '../concepts/conceptRecord';
import { type Block, blocksOf } from '../markdown/blocks';
import { type ProseReader, proseOf } from '../markdown/prose';

/** What the text below the front matter says. */
export interface Body {
  /** Its first paragraph; undefined where it has none. */
  readonly definition: LocatedText | undefined;
  readonly firstParagraph: string | undefined;
  /** What follows the definition, empty where nothing does. */
  readonly description: string;
}

/** Read the text of a page, masked, from `start` on. Where there is a `summary` already, a paragraph that says the same is not repeated. */
export function bodyOf(text: string, start: number, summary: LocatedText | undefined, prose: ProseReader): Body {
  const blocks = blocksOf(text, start).filter(({ kind }) => kind !== 'anchor');
  const written = blocks
    .map(({ kind, span }) => ({ kind, span, text: proseOf(text, span, prose) }))
    .filter((block) => block.text !== '');
  const first = written.findIndex(({ kind }) => kind === 'paragraph');
  const paragraph = written[first === -1 ? written.findIndex(({ kind }) => kind !== 'heading') : first];
  const isRepeated =
    summary !== undefined && paragraph !== undefined && sayings(paragraph.text) === sayings(summary.text);
  const isTaken = summary === undefined || isRepeated;
  const rest = isTaken
    ? written.filter((block, index) => block !== paragraph && !leadsTo(written, index, paragraph))
    : written;
  return {
    definition: paragraph === undefined ? undefined : { text: paragraph.text, span: paragraph.span },
    firstParagraph: first === -1 ? undefined : written[first]?.text,
    description: rest.map((block) => block.text).join('\n\n'),
  };
}

interface Written {
  readonly kind: Block['kind'];
  readonly span: Span;
  readonly text: string;
}

/** A heading such as "What it is" goes with the paragraph below it. */
function leadsTo(written: readonly Written[], index: number, paragraph: Written | undefined): boolean {
  return written[index]?.kind === 'heading' && paragraph !== undefined && written[index + 1] === paragraph;
}

/** Compare texts by their letters. */
function sayings(text: string): string {
  return text
    .replace(/\]\([^()\s]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
