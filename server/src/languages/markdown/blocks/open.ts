import type { Source } from '../../../text/source';
import { trimBlanks } from '../characters';
import { LeafWriter, MDX, PROSE, QUOTATION, YAML_CODE } from '../leaves';
import { Syntax } from '../syntax';
import { type Container, Containers, MAX_CONTAINER_DEPTH } from './containers';
import { HtmlBlock } from './htmlBlock';
import { Line } from './line';
import type { OpenLeaf } from './state';
import { pushCells } from './tables';
import { OpenText } from './text';

/** Columns of indentation that make a line code, and that the content of a footnote or an admonition has. */
export const CODE_INDENT = 4;

/** What came of a block's start: its content follows on the line, or the line is used up; `undefined` where none starts. */
export type Start = 'container' | 'line' | undefined;

/** What is scanned between two scans. */
export const NOTHING: Source = { text: '', units: new Uint16Array(1), length: 0 };

/** What is open at the line at hand: its containers, and the block in the innermost of them. What starts blocks opens and closes them here. */
export class OpenBlocks {
  readonly syntax = new Syntax();
  readonly leaves = new LeafWriter();
  readonly containers = new Containers();
  readonly line = new Line();
  /** The text of the open leaf; where YAML is open, no more than where it starts. */
  readonly text = new OpenText(this.leaves);
  readonly html = new HtmlBlock(this.line, this.text, this.leaves, this.syntax);
  source: Source = NOTHING;
  units: Uint16Array = NOTHING.units;

  /** What ends templates and was searched for in vain, in the section at hand. */
  readonly unclosed = new Set<string>();
  /** Where the units end that were looked at behind the line. */
  looked = 0;

  /** The block that is open in the innermost container; the text of a `paragraph` is a leaf, and so is each cell of a `table`. */
  leaf: OpenLeaf = 'none';
  fence = 0;
  fenceLength = 0;
  verbatimEnd = 0;
  /** Whether the document has imports or exports, and so is one of MDX. */
  mdx = false;

  /** How many containers the line at hand goes on with. */
  matched = 0;
  /** No thematic break starts in front of this offset: nested list markers would else have the line read again for each. */
  breakObstacle = -1;

  /** Open a container inside the matched ones, unless they are too deep. */
  openContainer(type: Container['type'], width: number, fence = 0): boolean {
    if (this.matched >= MAX_CONTAINER_DEPTH) return false;
    this.startLeaf();
    this.containers.push({ type, width, fence, empty: true });
    this.matched = this.containers.list.length;
    return true;
  }

  /** Open an item whose marker ends at `markerEnd`, as wide as the blanks behind it make it. */
  openItem(type: 'item' | 'description', markerEnd: number): Start {
    if (!this.openContainer(type, this.line.indent + markerEnd - this.line.next)) return undefined;
    this.line.skipMarker(markerEnd);
    const blank = this.line.isBlank;
    const padding = blank || this.line.indent > CODE_INDENT ? 1 : this.line.indent;
    const item = this.containers.list.at(-1);
    if (item !== undefined) item.width += padding;
    if (!blank) this.line.advance(padding);
    return 'container';
  }

  /** Close what the line does not go on with, for a block in the innermost matched container; tell whether it is its first. */
  startLeaf(): boolean {
    this.close();
    const container = this.containers.list.at(-1);
    if (container === undefined) return false;
    const isFirst = container.empty;
    container.empty = false;
    return isFirst;
  }

  /** Close what the line does not go on with. */
  close(): void {
    this.closeLeaf();
    if (this.containers.list.length > this.matched) this.containers.truncate(this.matched);
  }

  /** Close the open block, and make a leaf of its text. */
  closeLeaf(): void {
    switch (this.leaf) {
      case 'paragraph':
        this.text.takeDefinitions();
        this.text.push(this.withMdx(this.textKind()));
        break;
      case 'html':
        this.html.push(this.textKind());
        break;
      case 'yaml':
        if (this.text.start < this.line.start) this.leaves.push(YAML_CODE, this.text.start, this.line.start);
        this.text.start = -1;
        break;
      default:
    }
    this.leaf = 'none';
  }

  /** Make a leaf of a part of the line. */
  pushLine(kind: number, start: number, end: number): void {
    const trimmed = trimBlanks(this.units, start, end);
    if (start < trimmed) this.leaves.push(this.withMdx(kind), start, trimmed);
  }

  /** Make a leaf of each cell of a table's row. */
  pushCells(start: number, end: number): void {
    pushCells(this.units, start, end, this.syntax, this.leaves, this.withMdx(this.textKind()));
  }

  /** Give a kind with the bit of MDX where the document is one. */
  withMdx(kind: number): number {
    return this.mdx ? kind | MDX : kind;
  }

  /** Give the kind of text at the line at hand. */
  textKind(): number {
    return this.containers.quotes > 0 ? QUOTATION : PROSE;
  }

  /** Tell whether the line would go on a paragraph, were there no sign of another block. */
  inParagraph(): boolean {
    return this.leaf === 'paragraph' && this.matched === this.containers.list.length;
  }

  /** Start a block that is no Markdown and ends at `verbatimEnd`. */
  startVerbatim(verbatimEnd: number): Start {
    this.startLeaf();
    if (verbatimEnd > this.line.end) {
      this.leaf = 'verbatim';
      this.verbatimEnd = verbatimEnd;
    }
    return 'line';
  }

  /** Note how far ahead was looked. */
  lookTo(end: number, start: Start): Start {
    this.looked = Math.max(this.looked, end);
    return start;
  }
}
