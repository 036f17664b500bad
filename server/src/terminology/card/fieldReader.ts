import type { Definition, Nodes, Root, RootContent, Table } from 'mdast';
import type { Concept, FieldBlock } from '../concept';
import { isBounded, SOURCE_LIMIT } from './bounds';
import { oneLine, safeUrl, visible } from './escape';
import { parseMarkdown } from './markdownTree';
import type { Alignment, Mark, Markup, Piece, Place } from './markup';

/** Deepest nesting of quotations and lists that is written; what lies deeper is written at this depth. */
const CONTAINER_LIMIT = 8;

/** What shows that something was left out. */
export const ELLIPSIS = '…';

/** How a field is read. A concept says it of its own fields. */
export interface FieldOptions {
  /** How many characters are read. */
  readonly limit?: number;
  /** All fields that need a parser, written as safe Markdown before, by their source. */
  readonly written?: Concept['written'] | undefined;
}

/**
 * Read a Markdown field of a glossary, which nobody vouches for, and write the blocks of it that are on the allow-list:
 * paragraphs, emphasis, code, lists, quotations, tables, and links to `https:`, `http:` and `mailto:`. Headings become bold
 * paragraphs, images links, HTML and other links their text; comments go. A field that is too entangled to parse in
 * linear time is shown as it was written; what lies behind `limit` characters is left out, with `…` in its place.
 * What `written` holds needs no reading.
 */
export function readField(
  source: string,
  markup: Markup,
  { limit = SOURCE_LIMIT, written }: FieldOptions = {},
): readonly FieldBlock[] {
  const ready = markup.kind === 'markdown' && source.length <= limit ? written?.get(source) : undefined;
  if (ready !== undefined) return ready;
  const text = source.length > limit ? cut(source, limit) : source;
  const blocks = isKnownPlain(source, written)
    ? readPlain(text, markup)
    : readBlocks(text.replace(/\r\n?/g, '\n'), markup);
  return text.length < source.length ? [...blocks, { text: ELLIPSIS, isParagraph: true }] : blocks;
}

/**
 * Read the first paragraph of a field, or its first block where it has none, and tell whether there is more. A plain
 * paragraph in front of a blank line is the same whatever follows, so that the rest needs no reading.
 */
export function readFirstParagraph(
  source: string,
  markup: Markup,
  options: FieldOptions = {},
): { readonly text: string | undefined; readonly hasMore: boolean } {
  const blankLine = /\n[ \t]*\n/.exec(source);
  const head = blankLine === null ? source : source.slice(0, blankLine.index);
  if (head.length <= (options.limit ?? SOURCE_LIMIT) && (isKnownPlain(source, options.written) || isPlain(head))) {
    const [only] = readPlain(head, markup);
    const rest = source.slice(head.length).trim();
    if (only !== undefined) return { text: only.text, hasMore: rest !== '' };
  }
  const blocks = readField(source, markup, options);
  const first = blocks.find((block) => block.isParagraph) ?? blocks[0];
  return { text: first?.text, hasMore: blocks.length > 1 };
}

/** Where fields were written before, those that are not among them are plain. */
function isKnownPlain(source: string, written: FieldOptions['written']): boolean {
  return written !== undefined && !written.has(source);
}

function readBlocks(text: string, markup: Markup): readonly FieldBlock[] {
  if (isPlain(text) || !isBounded(text)) {
    return readPlain(text, markup);
  }
  if (markup.kind !== 'markdown') return parseBlocks(text, markup);
  const blocks = recent.get(text) ?? parseBlocks(text, markup);
  // The one read last goes to the end, so that the first is the one to give up.
  recent.delete(text);
  recent.set(text, blocks);
  const [oldest] = recent.size > RECENT_LIMIT ? recent.keys() : [];
  if (oldest !== undefined) recent.delete(oldest);
  return blocks;
}

/** Fields as the parser read them last: who comes back to a term finds its card made. */
const recent = new Map<string, readonly FieldBlock[]>();
/** How many of them are kept; a card takes up to ten. */
const RECENT_LIMIT = 100;

function parseBlocks(text: string, markup: Markup): readonly FieldBlock[] {
  const tree = parseMarkdown(text);
  const definitions = definitionsIn(tree);
  const blocks: FieldBlock[] = [];
  for (const node of tree.children) {
    const lines = new BlockWriter(markup, definitions).write(node);
    if (lines.length > 0) {
      blocks.push({ text: lines.join('\n'), isParagraph: node.type === 'paragraph' || node.type === 'html' });
    }
  }
  return blocks;
}

/** Read a field without the parser, as paragraphs between blank lines. */
function readPlain(text: string, markup: Markup): FieldBlock[] {
  const blocks: FieldBlock[] = [];
  for (const paragraph of text.split(/\n[ \t]*(?=\n)/)) {
    const value = oneLine(visible(paragraph));
    if (value !== '') {
      blocks.push({ text: markup.lines([{ kind: 'text', value }], 'paragraph').join('\n'), isParagraph: true });
    }
  }
  return blocks;
}

/** Tell whether Markdown is sure to read a text as paragraphs of these very characters; most fields are so. */
export function isPlain(text: string): boolean {
  return !MARKUP_CHARACTER.test(text) && !MARKUP_LINE.test(text);
}

/** Any character that may mark something; non-ASCII letters and punctuation mark nothing. */
const MARKUP_CHARACTER = /[^\p{L}\p{M}\p{N}\p{Pi}\p{Pf}\p{Pd}\p{Zs} \n,;.'"()?!%/:+#=@$^{}…·→×-]| {2}| \n/u;

/** Lines that Markdown reads as more than text: indented, a heading, a list, an underline, a table's second line. */
const MARKUP_LINE = /(?:^|\n)(?:[^\S\n]|[#+=:-]|\d+[.)])/;

/** Gather the addresses of reference definitions, the first of a name first. */
function definitionsIn(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const queue: Nodes[] = [tree];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    } else if ('children' in node) {
      pushReversed(queue, node.children);
    }
  }
  return definitions;
}

/** A quotation or a list item on the way to a block. */
interface Container {
  /** What its first line begins with, and what all others do. */
  readonly first: string;
  readonly rest: string;
  /** The list of an item, where no blank line parts its items. */
  readonly tightList: Nodes | undefined;
  isOpen: boolean;
}

type Step = { readonly enter: Nodes; readonly container?: Container } | { readonly leave: true };

/** Writes one top-level node; lines go out with the prefixes of the containers around them. */
class BlockWriter {
  private readonly lines: string[] = [];
  private readonly containers: Container[] = [];
  private previous: { readonly containers: readonly Container[]; readonly isParagraph: boolean } | undefined;

  constructor(
    private readonly markup: Markup,
    private readonly definitions: ReadonlyMap<string, Definition>,
  ) {}

  write(top: RootContent): readonly string[] {
    const steps: Step[] = [{ enter: top }];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) {
        this.containers.pop();
        continue;
      }
      if (step.container !== undefined) {
        this.containers.push(step.container);
      }
      this.enter(step.enter, steps);
    }
    return this.lines;
  }

  private enter(node: Nodes, steps: Step[]): void {
    switch (node.type) {
      case 'paragraph':
      case 'html':
        this.emit(this.inline(node, 'paragraph'), true);
        break;
      case 'heading':
        this.emit(this.inline(node, 'heading'), false);
        break;
      case 'code':
        this.emit(this.markup.codeBlock(visible(node.value), languageOf(node.lang)), false);
        break;
      case 'table':
        this.emit(this.table(node), false);
        break;
      case 'blockquote':
        steps.push({ leave: true });
        this.containers.push(this.container(this.markup.quotePrefix, this.markup.quotePrefix, undefined));
        this.enterAll(node.children, steps);
        break;
      case 'list': {
        const items: Step[] = [];
        const start = Math.min(node.start ?? 1, MAX_ITEM_NUMBER);
        for (const [index, item] of node.children.entries()) {
          const number = Math.min(start + index, MAX_ITEM_NUMBER);
          const marker = node.ordered === true ? `${number}. ` : '- ';
          const tightList = node.spread === true || item.spread === true ? undefined : node;
          items.push({ enter: item, container: this.container(marker, ' '.repeat(marker.length), tightList) });
        }
        pushReversed(steps, items);
        break;
      }
      case 'listItem':
        steps.push({ leave: true });
        this.enterAll(node.children, steps);
        break;
      default:
        // Definitions were read before; a rule would look like one of the card's own.
        break;
    }
  }

  private enterAll(nodes: readonly Nodes[], steps: Step[]): void {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node !== undefined) {
        steps.push({ enter: node });
      }
    }
  }

  private container(first: string, rest: string, tightList: Nodes | undefined): Container {
    const isTooDeep = this.containers.length >= CONTAINER_LIMIT;
    return { first: isTooDeep ? '' : first, rest: isTooDeep ? '' : rest, tightList, isOpen: false };
  }

  /** Put a block's lines behind the prefixes of its containers, with a blank line before it where one is due. */
  private emit(block: readonly string[], isParagraph: boolean): void {
    if (block.length === 0) {
      return;
    }
    if (this.previous !== undefined) {
      const shared = sharedLength(this.previous.containers, this.containers);
      if (!this.isTight(this.previous, shared)) {
        this.lines.push(prefixOf(this.containers.slice(0, shared)).trimEnd());
      }
    }
    for (const line of block) {
      const prefix = prefixOf(this.containers);
      this.lines.push(line === '' ? prefix.trimEnd() : prefix + line);
    }
    this.previous = { containers: this.containers.slice(), isParagraph };
  }

  private isTight(
    previous: { readonly containers: readonly Container[]; readonly isParagraph: boolean },
    shared: number,
  ): boolean {
    const next = this.containers[shared];
    if (next?.tightList === undefined) {
      return false;
    }
    const before = previous.containers[shared];
    if (before === undefined) {
      // A list right under the paragraph of a tight item.
      return previous.isParagraph && previous.containers[shared - 1]?.tightList !== undefined;
    }
    return before.tightList === next.tightList;
  }

  private inline(node: Nodes, place: Place): string[] {
    const pieces = inlinePieces(node, this.definitions, place);
    return pieces.length === 0 ? [] : this.markup.lines(pieces, place);
  }

  private table(table: Table): string[] {
    const width = table.children[0]?.children.length ?? 0;
    const rows: string[][] = [];
    for (const row of table.children) {
      const cells = row.children.slice(0, width).map((cell) => this.inline(cell, 'cell').join(' '));
      while (cells.length < width) {
        cells.push('');
      }
      rows.push(cells);
    }
    const alignments: Alignment[] = Array.from({ length: width }, (_, index) => table.align?.[index] ?? null);
    return this.markup.table(rows, alignments);
  }
}

/** CommonMark reads at most nine digits as the number of a list item. */
const MAX_ITEM_NUMBER = 999_999_999;

function prefixOf(containers: readonly Container[]): string {
  let prefix = '';
  for (const container of containers) {
    prefix += container.isOpen ? container.rest : container.first;
    container.isOpen = true;
  }
  return prefix;
}

function sharedLength(a: readonly Container[], b: readonly Container[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

function languageOf(info: string | null | undefined): string {
  return info != null && /^[A-Za-z0-9+#._-]{1,30}$/.test(info) ? info : '';
}

/** List what is shown of a node's content, with marks and links in proper pairs around something. */
function inlinePieces(node: Nodes, definitions: ReadonlyMap<string, Definition>, place: Place): Piece[] {
  const pieces = new PieceList();
  const isHeading = place === 'heading';
  if (isHeading) {
    pieces.open('strong');
  }
  const steps: (Nodes | Piece)[] = [node];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('kind' in step) {
      pieces.push(step);
      continue;
    }
    switch (step.type) {
      case 'text':
        pieces.text(step.value);
        break;
      case 'html':
        pieces.text(withoutComments(step.value));
        break;
      case 'inlineCode':
        pieces.code(step.value);
        break;
      case 'break':
        pieces.lineBreak(place);
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        if (pieces.open(step.type)) {
          steps.push({ kind: 'close', mark: step.type });
        }
        pushReversed(steps, step.children);
        break;
      case 'link':
      case 'linkReference': {
        const url = safeUrl(step.type === 'link' ? step.url : (definitions.get(step.identifier)?.url ?? ''));
        if (url !== undefined && pieces.openLink()) {
          steps.push({ kind: 'linkClose', url });
        }
        pushReversed(steps, step.children);
        break;
      }
      case 'image':
      case 'imageReference': {
        const url = safeUrl(step.type === 'image' ? step.url : (definitions.get(step.identifier)?.url ?? ''));
        const isLinked = url?.startsWith('https:') === true && pieces.openLink();
        pieces.text(step.alt ?? '');
        if (isLinked) {
          pieces.push({ kind: 'linkClose', url });
        }
        break;
      }
      default:
        if ('children' in step) {
          pushReversed(steps, step.children);
        }
    }
  }
  if (isHeading) {
    pieces.push({ kind: 'close', mark: 'strong' });
  }
  return pieces.finish();
}

/** Builds the pieces of one block: merges texts, pairs marks and links, and trims what stands at the edges. */
class PieceList {
  private readonly pieces: Piece[] = [];
  private readonly openMarks = new Set<Mark>();
  private isInLink = false;

  text(value: string): void {
    const shown = visible(value).replace(/[ \t\n\r]+/g, ' ');
    const last = this.pieces.at(-1);
    if (last?.kind === 'text') {
      this.pieces[this.pieces.length - 1] = { kind: 'text', value: joinText(last.value, shown) };
    } else if (shown !== '') {
      this.pieces.push({ kind: 'text', value: shown });
    }
  }

  code(value: string): void {
    this.pieces.push({ kind: 'code', value: visible(value).replace(/[\t\n\r]/g, ' ') });
  }

  lineBreak(place: Place): void {
    if (place === 'paragraph') {
      this.pieces.push({ kind: 'break' });
    } else {
      this.text(' ');
    }
  }

  /** Open a mark unless it is open already: twice emphasized is emphasized. */
  open(mark: Mark): boolean {
    if (this.openMarks.has(mark)) {
      return false;
    }
    this.openMarks.add(mark);
    this.pieces.push({ kind: 'open', mark });
    return true;
  }

  openLink(): boolean {
    if (this.isInLink) {
      return false;
    }
    this.isInLink = true;
    this.pieces.push({ kind: 'linkOpen' });
    return true;
  }

  push(piece: Piece): void {
    const last = this.pieces.at(-1);
    if (piece.kind === 'close') {
      this.openMarks.delete(piece.mark);
      if (last?.kind === 'open' && last.mark === piece.mark) {
        this.pieces.pop();
        return;
      }
    } else if (piece.kind === 'linkClose') {
      this.isInLink = false;
      if (last?.kind === 'linkOpen') {
        this.text(piece.url);
      }
    }
    this.pieces.push(piece);
  }

  finish(): Piece[] {
    return this.pieces.some((piece) => piece.kind === 'code' || (piece.kind === 'text' && piece.value !== ' '))
      ? this.pieces
      : [];
  }
}

function joinText(before: string, after: string): string {
  return before.endsWith(' ') && after.startsWith(' ') ? before + after.slice(1) : before + after;
}

function withoutComments(html: string): string {
  let shown = '';
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    shown += html.slice(at, open);
    const close = html.indexOf('-->', open + 4);
    at = close < 0 ? html.length : close + 3;
  }
  return shown + html.slice(at);
}

/** Cut a text at the last line end or space before `limit`, never inside a character. */
export function cut(text: string, limit: number): string {
  const newline = text.lastIndexOf('\n', limit);
  const space = text.lastIndexOf(' ', limit);
  const end = newline > limit / 2 ? newline : space > limit / 2 ? space : limit;
  const isInsidePair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, isInsidePair ? end - 1 : end);
}

function pushReversed<T>(stack: T[], items: readonly T[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) {
      stack.push(item);
    }
  }
}
