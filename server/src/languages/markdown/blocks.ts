import type { RegionKind } from '../regions';
import {
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  CR,
  DASH,
  DOLLAR,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HASH,
  isAlphanumeric,
  isBlank,
  isDigit,
  isLetter,
  LESS,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PIPE,
  PLUS,
  QUESTION,
  QUOTE,
  SPACE,
  skipBlanks,
  skipRun,
  TAB,
  TILDE,
  trimBlanks,
  UNDERSCORE,
} from './characters';
import { closesRawText, type HtmlBlockCondition, htmlBlockStart } from './html';
import { LeafCursor, type Lines } from './leaf';
import { footnoteKey, footnoteLabelEnd, normalizeLabel, readDefinition } from './links';
import { Search } from './search';
import {
  admonitionTypeEnd,
  alertMarkerEnd,
  atxContentEnd,
  atxContentStart,
  delimiterColumns,
  fenceLength,
  isModuleLine,
  isRunLine,
  listMarkerEnd,
  taskBoxEnd,
  thematicBreakObstacle,
} from './starts';

/**
 * Block quotes, list items and the like nested at most; a marker below is text. Every line passes the open containers,
 * so this bounds the work for a line.
 */
export const MAX_CONTAINER_DEPTH = 100;

/** Columns of indentation that make a line code, and that the content of a footnote or an admonition has. */
const CODE_INDENT = 4;

/** Columns from one tab stop to the next. */
const TAB_WIDTH = 4;

/** Templates (Hugo, Liquid) whose content is no Markdown. */
const VERBATIM_TEMPLATES = new Set(['comment', 'highlight', 'mermaid', 'plantuml']);

/** What the text of a block reads as. */
export type LeafKind = Extract<RegionKind, 'prose' | 'heading' | 'quotation'>;

/** The blocks of a document that hold text, in source order: block `i` is of `kinds[i]`, its lines are `[firstLines[i], endLines[i])`. */
export interface Blocks extends Lines {
  readonly kinds: LeafKind[];
  readonly firstLines: number[];
  readonly endLines: number[];
  /** Labels of link reference definitions (`normalizeLabel`) and of footnotes (`footnoteKey`). */
  readonly definitions: Set<string>;
}

/** Find the blocks of text from offset `start` on, which is at a line's start. */
export function scanBlocks(text: string, start: number): Blocks {
  const scanner = new BlockScanner(text);
  const { length } = text;
  // The next line feed and carriage return; each is looked for again only when it is passed.
  let lineFeed = start - 1;
  let carriageReturn = start - 1;
  for (let at = start; at < length; ) {
    if (lineFeed < at) lineFeed = offsetOf(text, '\n', at);
    if (carriageReturn < at) carriageReturn = offsetOf(text, '\r', at);
    if (lineFeed < carriageReturn) {
      scanner.line(at, lineFeed);
      at = lineFeed + 1;
    } else {
      scanner.line(at, carriageReturn);
      at = carriageReturn + (lineFeed === carriageReturn + 1 ? 2 : 1);
    }
  }
  scanner.finish();
  return scanner.blocks;
}

function offsetOf(text: string, character: string, from: number): number {
  const offset = text.indexOf(character, from);
  return offset < 0 ? text.length : offset;
}

/** An open container. `width` is the indentation that its lines after the first need, where it has no marker on each. */
interface Container {
  type: 'quote' | 'alert' | 'item' | 'description' | 'indented';
  width: number;
  /** Whether nothing but blank lines was in it so far. */
  empty: boolean;
}

/** The block that is open in the innermost container; the text of `paragraph` is a leaf, and so is each cell of `table`. */
type OpenLeaf = 'none' | 'paragraph' | 'table' | 'fence' | 'html' | 'verbatim';

/** What came of a block's start: its content follows on the line, or the line is used up; `undefined` where none starts. */
type Start = 'container' | 'line' | undefined;

/** The state of a document between two of its lines, after CommonMark's two-phase parsing strategy (its appendix). */
class BlockScanner {
  readonly blocks: Blocks = { kinds: [], firstLines: [], endLines: [], starts: [], ends: [], definitions: new Set() };
  readonly #text: string;
  readonly #cursor: LeafCursor;
  /** Of the HTML blocks of conditions 2 to 5. */
  readonly #htmlEnds: readonly Search[];
  /** By what ends a verbatim template. */
  readonly #templateEnds = new Map<string, Search>();

  // Open blocks.
  readonly #containers: Container[] = [];
  /** How many of them are quotations, and how many need a marker on each line: quotations and alerts. */
  #quotes = 0;
  #marked = 0;
  #leaf: OpenLeaf = 'none';
  #paragraphFirstLine = 0;
  #fence = 0;
  #fenceLength = 0;
  #html: HtmlBlockCondition = 0;
  #verbatimEnd = 0;

  // The line at hand. The markers of `#matched` containers end at `#at`, in column `#column`; blanks of `#indent` columns
  // follow, up to `#next`.
  #at = 0;
  #column = 0;
  #next = 0;
  #indent = 0;
  #end = 0;
  #matched = 0;
  /** No thematic break starts in front of this offset: nested list markers would else have the line read again for each. */
  #breakObstacle = -1;

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new LeafCursor(text, this.blocks);
    this.#htmlEnds = ['-->', '?>', '>', ']]>'].map((needle) => new Search(text, needle));
  }

  /** Take in the line from `start` to `end`, its line end left out. */
  line(start: number, end: number): void {
    this.#at = start;
    this.#column = 0;
    this.#end = end;
    this.#skipIndent();
    this.#matchContainers();
    if (this.#leaf === 'fence' || this.#leaf === 'html' || this.#leaf === 'verbatim') {
      if (this.#matched === this.#containers.length) {
        this.#rawLine();
        return;
      }
      this.#leaf = 'none';
    }
    for (;;) {
      if (this.#next === end) {
        this.#close();
        return;
      }
      if (this.#indent >= CODE_INDENT) {
        if (this.#leaf === 'paragraph') break;
        this.#startLeaf();
        return;
      }
      const start = this.#startBlock(this.#text.charCodeAt(this.#next));
      if (start === 'line') return;
      if (start === undefined) break;
    }
    this.#textLine();
  }

  /** Close what is open at the end of the document. */
  finish(): void {
    this.#closeLeaf();
  }

  #skipIndent(): void {
    const end = this.#end;
    let column = this.#column;
    let next = this.#at;
    for (; next < end; next++) {
      const code = this.#text.charCodeAt(next);
      if (code === SPACE) column++;
      else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
      else break;
    }
    this.#next = next;
    this.#indent = column - this.#column;
  }

  /** Use up `columns` of the indentation; of a tab, some may remain. */
  #advance(columns: number): void {
    const target = this.#column + columns;
    this.#indent -= columns;
    while (this.#column < target) {
      const tab = this.#text.charCodeAt(this.#at) === TAB;
      const width = tab ? TAB_WIDTH - (this.#column % TAB_WIDTH) : 1;
      if (this.#column + width > target) {
        this.#column = target;
      } else {
        this.#column += width;
        this.#at++;
      }
    }
  }

  /** Step behind a container's marker, which ends at `markerEnd`. */
  #skipMarker(markerEnd: number): void {
    this.#column += this.#indent + markerEnd - this.#next;
    this.#at = markerEnd;
    this.#skipIndent();
  }

  #matchContainers(): void {
    const containers = this.#containers;
    if (this.#next === this.#end && this.#marked === 0) {
      // A blank line goes on with all containers that need no marker, but ends one that has nothing but a marker yet.
      this.#matched = containers.at(-1)?.empty === true ? containers.length - 1 : containers.length;
      return;
    }
    let matched = 0;
    for (const container of containers) {
      if (container.type === 'quote' || container.type === 'alert') {
        if (this.#indent >= CODE_INDENT || this.#next === this.#end) break;
        if (this.#text.charCodeAt(this.#next) !== GREATER) break;
        this.#skipMarker(this.#next + 1);
        if (this.#indent > 0) this.#advance(1);
      } else if (this.#next === this.#end) {
        if (container.empty) break;
      } else if (this.#indent >= container.width) {
        this.#advance(container.width);
      } else {
        break;
      }
      matched++;
    }
    this.#matched = matched;
  }

  /** Take in a line of a block whose lines are not Markdown. */
  #rawLine(): void {
    const next = this.#next;
    const end = this.#end;
    let ends: boolean;
    if (this.#leaf === 'fence') {
      ends = this.#indent < CODE_INDENT && isRunLine(this.#text, next, end, this.#fence, this.#fenceLength);
    } else if (this.#leaf === 'verbatim') {
      ends = end >= this.#verbatimEnd;
    } else {
      ends = this.#htmlEndsInLine();
    }
    if (ends) this.#leaf = 'none';
  }

  #htmlEndsInLine(): boolean {
    if (this.#html >= 6) return this.#next === this.#end;
    if (this.#html === 1) return closesRawText(this.#text, this.#next, this.#end);
    const search = this.#htmlEnds[this.#html - 2];
    return search !== undefined && search.next(this.#next) < this.#end;
  }

  /** Start the block that the line's first character is the sign of. */
  #startBlock(code: number): Start {
    switch (code) {
      case GREATER:
        return this.#startQuote();
      case HASH:
        return this.#startHeading();
      case BACKTICK:
      case TILDE:
        return this.#startFence(code);
      case LESS:
        return this.#startHtml();
      case EQUALS:
        return this.#endHeading(code) ?? this.#startAdmonition();
      case DASH:
        return this.#endHeading(code) ?? this.#startBreak() ?? this.#startItem() ?? this.#startTable();
      case ASTERISK:
        return this.#startBreak() ?? this.#startItem();
      case UNDERSCORE:
        return this.#startBreak();
      case OPEN_BRACKET:
        return this.#startFootnote();
      case PIPE:
        return this.#startTable();
      case COLON:
        return this.#startDirective() ?? this.#startDescription() ?? this.#startTable();
      case EXCLAMATION:
      case QUESTION:
        return this.#startAdmonition();
      case DOLLAR:
        return this.#startMath();
      case OPEN_BRACE:
        return this.#startTemplate();
      default:
        return code === PLUS || isDigit(code) ? this.#startItem() : undefined;
    }
  }

  /** Tell whether the line would go on a paragraph, were there no sign of another block. */
  #inParagraph(): boolean {
    return this.#leaf === 'paragraph' && this.#matched === this.#containers.length;
  }

  #startQuote(): Start {
    if (!this.#open('quote', 0)) return undefined;
    this.#skipMarker(this.#next + 1);
    if (this.#indent > 0) this.#advance(1);
    return 'container';
  }

  #startItem(): Start {
    const markerEnd = listMarkerEnd(this.#text, this.#next, this.#end, this.#inParagraph());
    return markerEnd < 0 ? undefined : this.#openItem('item', markerEnd);
  }

  /** Start a description, as PHP Markdown Extra has it: `: text` under its term or under another description. */
  #startDescription(): Start {
    const markerEnd = this.#next + 1;
    const follows = this.#inParagraph() || this.#containers[this.#matched]?.type === 'description';
    if (!follows || skipBlanks(this.#text, markerEnd, this.#end) === this.#end) return undefined;
    return isBlank(this.#text.charCodeAt(markerEnd)) ? this.#openItem('description', markerEnd) : undefined;
  }

  #openItem(type: 'item' | 'description', markerEnd: number): Start {
    if (!this.#open(type, this.#indent + markerEnd - this.#next)) return undefined;
    this.#skipMarker(markerEnd);
    const blank = this.#next === this.#end;
    const padding = blank || this.#indent > CODE_INDENT ? 1 : this.#indent;
    const item = this.#containers.at(-1);
    if (item !== undefined) item.width += padding;
    if (!blank) this.#advance(padding);
    return 'container';
  }

  #startFootnote(): Start {
    const text = this.#text;
    if (text.charCodeAt(this.#next + 1) !== CARET) return undefined;
    const labelEnd = footnoteLabelEnd(text, this.#next, this.#end);
    if (labelEnd < 0 || labelEnd === this.#end || text.charCodeAt(labelEnd) !== COLON) return undefined;
    const key = footnoteKey(text.slice(this.#next + 2, labelEnd - 1));
    if (!this.#open('indented', CODE_INDENT)) return undefined;
    this.blocks.definitions.add(key);
    this.#skipMarker(labelEnd + 1);
    this.#advance(this.#indent);
    return 'container';
  }

  #startAdmonition(): Start {
    const text = this.#text;
    const typeEnd = admonitionTypeEnd(text, this.#next, this.#end);
    if (typeEnd < 0 || !this.#open('indented', this.#indent + CODE_INDENT)) return undefined;
    const titleStart = text.charCodeAt(typeEnd) === QUOTE ? typeEnd + 1 : typeEnd;
    let titleEnd = trimBlanks(text, titleStart, this.#end);
    if (titleEnd > titleStart && text.charCodeAt(titleEnd - 1) === QUOTE) titleEnd--;
    this.#startLeaf();
    if (typeEnd < titleStart) this.#pushLine(this.#textKind(), titleStart, titleEnd);
    return 'line';
  }

  /** Start a container directive (`:::note Title`, `:::{note}`, `:::note[Title]`) or end one: only its title is text. */
  #startDirective(): Start {
    const text = this.#text;
    const end = this.#end;
    const marksEnd = skipRun(text, this.#next, end, COLON);
    if (marksEnd - this.#next < 3) return undefined;
    this.#startLeaf();
    let at = skipBlanks(text, marksEnd, end);
    if (text.charCodeAt(at) === OPEN_BRACE) {
      while (at < end && text.charCodeAt(at) !== CLOSE_BRACE) at++;
      at++;
    } else {
      while (at < end && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
    }
    if (at < end && text.charCodeAt(at) === OPEN_BRACKET) {
      const titleStart = at + 1;
      while (at < end && text.charCodeAt(at) !== CLOSE_BRACKET) at++;
      this.#pushLine(this.#textKind(), titleStart, at);
      at++;
    }
    this.#pushLine(this.#textKind(), skipBlanks(text, at, end), end);
    return 'line';
  }

  #startHeading(): Start {
    const start = atxContentStart(this.#text, this.#next, this.#end);
    if (start < 0) return undefined;
    this.#startLeaf();
    this.#pushLine('heading', start, atxContentEnd(this.#text, start, this.#end));
    return 'line';
  }

  /** End a paragraph that the line underlines: it is a heading. */
  #endHeading(underline: number): Start {
    if (!this.#inParagraph() || !isRunLine(this.#text, this.#next, this.#end, underline, 1)) return undefined;
    this.#takeDefinitions();
    // Of a paragraph of definitions alone, nothing is left to be a heading.
    if (this.#paragraphFirstLine === this.blocks.starts.length) return undefined;
    this.#pushLeaf('heading', this.#paragraphFirstLine);
    this.#leaf = 'none';
    return 'line';
  }

  #startBreak(): Start {
    if (this.#next < this.#breakObstacle) return undefined;
    this.#breakObstacle = thematicBreakObstacle(this.#text, this.#next, this.#end);
    if (this.#breakObstacle >= 0) return undefined;
    this.#startLeaf();
    return 'line';
  }

  #startFence(code: number): Start {
    const length = fenceLength(this.#text, this.#next, this.#end);
    if (length === 0) return undefined;
    this.#startLeaf();
    this.#leaf = 'fence';
    this.#fence = code;
    this.#fenceLength = length;
    return 'line';
  }

  #startHtml(): Start {
    const condition = htmlBlockStart(this.#text, this.#next, this.#end, this.#leaf !== 'paragraph');
    if (condition === 0) return undefined;
    this.#startLeaf();
    this.#leaf = 'html';
    this.#html = condition;
    if (this.#htmlEndsInLine()) this.#leaf = 'none';
    return 'line';
  }

  /** Start a formula between two `$$`, without a blank line inside and nothing but blanks behind. */
  #startMath(): Start {
    const text = this.#text;
    if (text.charCodeAt(this.#next + 1) !== DOLLAR) return undefined;
    const close = text.indexOf('$$', this.#next + 2);
    if (close < 0) return undefined;
    let newLine = false;
    let at = this.#next + 2;
    // Each opener reads on to the next `$$` alone, so all of them together read the text once.
    for (; at < close; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
        if (newLine) return undefined;
        newLine = true;
      } else if (!isBlank(code) && code !== CR && code !== GREATER) {
        newLine = false;
      }
    }
    const after = text.charCodeAt(skipBlanks(text, close + 2, text.length));
    return after === LF || after === CR || Number.isNaN(after) ? this.#startVerbatim(close + 2) : undefined;
  }

  /** Start a template whose content is no Markdown, as `{{< highlight go >}}`, when it is closed. */
  #startTemplate(): Start {
    const text = this.#text;
    const liquid = text.charCodeAt(this.#next + 1) === PERCENT;
    if (!liquid && text.charCodeAt(this.#next + 1) !== OPEN_BRACE) return undefined;
    const nameStart = skipBlanks(text, this.#next + (liquid ? 2 : 3), this.#end);
    let nameEnd = nameStart;
    while (nameEnd < this.#end && isLetter(text.charCodeAt(nameEnd))) nameEnd++;
    const name = text.slice(nameStart, nameEnd);
    if (!VERBATIM_TEMPLATES.has(name)) return undefined;
    const closer = liquid ? `end${name}` : `/${name}`;
    const search = this.#templateEnds.get(closer) ?? new Search(text, closer);
    this.#templateEnds.set(closer, search);
    const close = search.next(nameEnd);
    return close < text.length ? this.#startVerbatim(close + closer.length) : undefined;
  }

  #startVerbatim(verbatimEnd: number): Start {
    this.#startLeaf();
    if (verbatimEnd > this.#end) {
      this.#leaf = 'verbatim';
      this.#verbatimEnd = verbatimEnd;
    }
    return 'line';
  }

  /** Start a table: the paragraph's last line is its header when the line at hand is a delimiter row of as many columns. */
  #startTable(): Start {
    if (!this.#inParagraph()) return undefined;
    const columns = delimiterColumns(this.#text, this.#next, this.#end);
    if (columns === 0) return undefined;
    const { starts, ends } = this.blocks;
    const start = starts.at(-1) ?? 0;
    const end = ends.at(-1) ?? 0;
    if (this.#cells(start, end, false) !== columns) return undefined;
    starts.pop();
    ends.pop();
    this.#closeLeaf();
    this.#leaf = 'table';
    this.#cells(start, end, true);
    return 'line';
  }

  /** Count the cells of a table's row, and make a leaf of each where `push`; a pipe parts cells unless it is escaped. */
  #cells(start: number, end: number, push: boolean): number {
    const text = this.#text;
    let cells = 0;
    let cellStart = text.charCodeAt(start) === PIPE ? start + 1 : start;
    for (let at = cellStart; at <= end; at++) {
      const code = at < end ? text.charCodeAt(at) : PIPE;
      if (code === BACKSLASH) {
        at++;
      } else if (code === PIPE) {
        const contentStart = skipBlanks(text, cellStart, at);
        if (at < end || contentStart < at) cells++;
        if (push) this.#pushLine(this.#textKind(), contentStart, at);
        cellStart = at + 1;
      }
    }
    return cells;
  }

  /** Take in a line that starts no block: text of the open paragraph or table, or of a new paragraph. */
  #textLine(): void {
    const { starts, ends } = this.blocks;
    const end = trimBlanks(this.#text, this.#next, this.#end);
    let start = this.#next;
    if (this.#leaf !== 'paragraph') {
      if (this.#leaf === 'table' && this.#matched === this.#containers.length) {
        this.#cells(start, end, true);
        return;
      }
      const first = this.#startLeaf();
      if (this.#containers.length === 0 && this.#indent === 0 && isModuleLine(this.#text, start, end)) {
        this.#leaf = 'html';
        this.#html = 7;
        return;
      }
      if (first) start = this.#skipContainerLabel(start, end);
      if (start === end) return;
      this.#leaf = 'paragraph';
      this.#paragraphFirstLine = starts.length;
    }
    starts.push(start);
    ends.push(end);
  }

  /** Give where the text starts in the first line of a container: behind a task's box or an alert's `[!NOTE]`. */
  #skipContainerLabel(start: number, end: number): number {
    const container = this.#containers.at(-1);
    if (container === undefined || this.#text.charCodeAt(start) !== OPEN_BRACKET) return start;
    if (container.type === 'item') return taskBoxEnd(this.#text, start, end);
    if (container.type !== 'quote') return start;
    const markerEnd = alertMarkerEnd(this.#text, start, end);
    if (markerEnd < 0) return start;
    container.type = 'alert';
    this.#quotes--;
    return skipBlanks(this.#text, markerEnd, end);
  }

  #textKind(): LeafKind {
    return this.#quotes > 0 ? 'quotation' : 'prose';
  }

  /** Open a container inside the matched ones, unless they are too deep. */
  #open(type: Container['type'], width: number): boolean {
    if (this.#matched >= MAX_CONTAINER_DEPTH) return false;
    this.#startLeaf();
    this.#containers.push({ type, width, empty: true });
    this.#matched = this.#containers.length;
    if (type === 'quote') {
      this.#quotes++;
      this.#marked++;
    }
    return true;
  }

  /** Close what the line does not go on with, for a block in the innermost matched container; tell whether it is its first. */
  #startLeaf(): boolean {
    this.#close();
    const container = this.#containers.at(-1);
    if (container === undefined) return false;
    const first = container.empty;
    container.empty = false;
    return first;
  }

  #close(): void {
    this.#closeLeaf();
    const containers = this.#containers;
    while (containers.length > this.#matched) {
      const type = containers.pop()?.type;
      if (type === 'quote') this.#quotes--;
      if (type === 'quote' || type === 'alert') this.#marked--;
    }
  }

  #closeLeaf(): void {
    if (this.#leaf === 'paragraph') {
      this.#takeDefinitions();
      this.#pushLeaf(this.#textKind(), this.#paragraphFirstLine);
    }
    this.#leaf = 'none';
  }

  /** Take the link reference definitions off the front of the open paragraph. */
  #takeDefinitions(): void {
    const { starts, definitions } = this.blocks;
    const endLine = starts.length;
    let line = this.#paragraphFirstLine;
    while (line < endLine && this.#text.charCodeAt(starts[line] ?? 0) === OPEN_BRACKET) {
      const definition = readDefinition(this.#cursor.move(starts[line] ?? 0, line, endLine));
      if (definition === undefined) break;
      definitions.add(normalizeLabel(definition.label));
      line = definition.nextLine;
    }
    this.#paragraphFirstLine = line;
  }

  #pushLeaf(kind: LeafKind, firstLine: number): void {
    const { kinds, firstLines, endLines, starts } = this.blocks;
    if (firstLine >= starts.length) return;
    kinds.push(kind);
    firstLines.push(firstLine);
    endLines.push(starts.length);
  }

  #pushLine(kind: LeafKind, start: number, end: number): void {
    const trimmed = trimBlanks(this.#text, start, end);
    if (start >= trimmed) return;
    const { starts, ends } = this.blocks;
    starts.push(start);
    ends.push(trimmed);
    this.#pushLeaf(kind, starts.length - 1);
  }
}
