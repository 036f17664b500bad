import type { Source } from '../../../text/source';
import { type ScanState, SECTION_LENGTH, type Section } from '../../language';
import {
  ASTERISK,
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
  find,
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
  startsWith,
  TILDE,
  trimBlanks,
  UNDERSCORE,
} from '../characters';
import { footnoteLabelEnd, footnoteName } from '../inlines/links';
import { FRONT_MATTER, HEADING_LEAF, LeafWriter, MDX, PROSE, QUOTATION, YAML_CODE } from '../leaves';
import { MarkdownSection } from '../section';
import { Syntax } from '../syntax';
import { type Container, Containers, MAX_CONTAINER_DEPTH } from './containers';
import { isProseDirective, isYaml } from './fences';
import { frontMatterOf } from './frontMatter';
import { htmlBlockStart } from './html';
import { HtmlBlock } from './htmlBlock';
import { Line } from './line';
import {
  abbreviationEnd,
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
import { BETWEEN, type OpenLeaf, readState, writeState } from './state';
import { countCells, pushCells } from './tables';
import { OpenText } from './text';

/** Columns of indentation that make a line code, and that the content of a footnote or an admonition has. */
const CODE_INDENT = 4;

/** Units of a YAML code block that are read together; a longer one is cut, as a scanner of YAML cannot start anywhere. */
const MAX_YAML_LENGTH = 1 << 16;

/** Units behind `SECTION_LENGTH` after which an HTML block is cut at any line, and not only in front of a tag. */
const HTML_PATIENCE = 4 * SECTION_LENGTH;

/** Templates (Hugo, Liquid) whose content is no Markdown. */
const VERBATIM_TEMPLATES = ['comment', 'highlight', 'mermaid', 'plantuml'];

/** 1 for each unit that a line of text may begin with and no block, no indentation and no line end does. */
const PLAIN = new Uint8Array(0x10000).fill(1);
for (const character of '\t\n\r >#`~<=-*_[|:!?${+0123456789') PLAIN[character.charCodeAt(0)] = 0;

const LOWER_E = 101;
const LOWER_I = 105;

/** What came of a block's start: its content follows on the line, or the line is used up; `undefined` where none starts. */
type Start = 'container' | 'line' | undefined;

/** Finds the blocks of documents, line by line, after CommonMark's two-phase parsing strategy (its appendix). */
export class BlockScanner {
  readonly #syntax = new Syntax();
  readonly #leaves = new LeafWriter();
  readonly #containers = new Containers();
  readonly #line = new Line();
  /** The text of the open leaf; where YAML is open, no more than where it starts. */
  readonly #text = new OpenText(this.#leaves);
  readonly #html = new HtmlBlock(this.#line, this.#text, this.#leaves, this.#syntax);
  #source: Source = NOTHING;
  #units = NOTHING.units;

  // The section at hand.
  #sectionStart = 0;
  #state: ScanState = '';
  /** What ends templates and was searched for in vain. */
  readonly #unclosed = new Set<string>();
  /** Where the units end that were looked at behind the line. */
  #looked = 0;

  /** The block that is open in the innermost container; the text of a `paragraph` is a leaf, and so is each cell of a `table`. */
  #leaf: OpenLeaf = 'none';
  #fence = 0;
  #fenceLength = 0;
  #verbatimEnd = 0;
  /** Whether the document has imports or exports, and so is one of MDX. */
  #mdx = false;

  /** How many containers the line at hand goes on with. */
  #matched = 0;
  /** No thematic break starts in front of this offset: nested list markers would else have the line read again for each. */
  #breakObstacle = -1;

  /** Scan as `Language.scan` says. */
  scan(source: Source, from: number, state: ScanState, take: (section: Section) => boolean): void {
    const { units, length } = source;
    if (from >= length) return;
    this.#start(source, from, state);
    const syntax = this.#syntax;
    const containers = this.#containers.list;
    let at = from;
    if (state === '') at = this.#frontMatter();
    syntax.start(source, at);
    while (at < length) {
      const end = syntax.lineEnd();
      if (at - this.#sectionStart >= SECTION_LENGTH && this.#mayCut(at, end) && !take(this.#section(at))) {
        this.#source = NOTHING;
        return;
      }
      let next = end + 1;
      if (units[end] === CR && next < length && units[next] === LF) next = syntax.lineEnd() + 1;
      // Most lines are text, or inside of a code block, and in no container.
      if (containers.length === 0) {
        const first = units[at] as number;
        const leaf = this.#leaf;
        if (leaf === 'paragraph') {
          if (PLAIN[first] === 1) {
            this.#text.end = end;
            at = next;
            continue;
          }
          if (at === end) {
            this.#closeLeaf();
            at = next;
            continue;
          }
        } else if (leaf === 'none') {
          if (at === end) {
            at = next;
            continue;
          }
          if (PLAIN[first] === 1 && first !== LOWER_E && first !== LOWER_I) {
            this.#startText(at, end);
            at = next;
            continue;
          }
        } else if (leaf === 'fence' && first !== this.#fence && !isBlank(first)) {
          at = next;
          continue;
        }
      }
      this.#readLine(at, end);
      at = next;
    }
    this.#line.start = length;
    this.#closeLeaf();
    const last = this.#section(length);
    this.#source = NOTHING;
    take(last);
  }

  #start(source: Source, from: number, state: ScanState): void {
    this.#source = source;
    this.#units = source.units;
    this.#line.units = source.units;
    this.#text.units = source.units;
    this.#leaves.clear();
    this.#sectionStart = from;
    this.#state = state;
    this.#text.defines = [];
    this.#looked = 0;
    this.#unclosed.clear();
    this.#breakObstacle = -1;
    this.#text.start = -1;
    const { containers, leaf, fence, fenceLength, html, raw, mdx } = readState(state);
    if (containers !== '' || this.#containers.list.length > 0) this.#containers.read(containers);
    this.#leaf = leaf;
    this.#fence = fence;
    this.#fenceLength = fenceLength;
    this.#html.condition = html;
    this.#html.raw = raw;
    this.#html.length = source.length;
    this.#html.looked = 0;
    this.#mdx = mdx;
    if (leaf === 'yaml') this.#text.start = from;
  }

  #frontMatter(): number {
    const { format, body, contentStart, isUnclosed } = frontMatterOf(this.#source);
    if (isUnclosed) this.#looked = Number.POSITIVE_INFINITY;
    if (format === 'yaml' && body.start < body.end) this.#leaves.push(FRONT_MATTER, body.start, body.end);
    return contentStart;
  }

  /** Tell whether a scan may start again at the line from `at` to `end`. */
  #mayCut(at: number, end: number): boolean {
    switch (this.#leaf) {
      case 'paragraph':
        if (!this.#startsSibling(at, end)) return false;
        this.#looked = Math.max(this.#looked, end);
        this.#closeLeaf();
        return true;
      case 'verbatim':
        return false;
      case 'yaml':
        return at - this.#text.start >= MAX_YAML_LENGTH;
      case 'html':
        return this.#html.mayCut(at) || at - this.#sectionStart >= HTML_PATIENCE;
      default:
        return true;
    }
  }

  /** Tell whether a line ends the list item that holds the open paragraph, as it starts another: nothing else parts most lists. */
  #startsSibling(at: number, end: number): boolean {
    const { list, marked } = this.#containers;
    if (list.length === 0 || marked > 0) return false;
    const start = skipRun(this.#units, at, end, SPACE);
    let indent = start - at;
    for (const { type, width } of list) {
      if (type === 'directive') continue;
      if (indent < width)
        return indent < CODE_INDENT && start < end && listMarkerEnd(this.#units, start, end, false) > 0;
      indent -= width;
    }
    return false;
  }

  /** Make a section of what was scanned up to `end`, and start the next one. */
  #section(end: number): Section {
    if (this.#leaf === 'yaml') {
      this.#leaves.push(YAML_CODE, this.#text.start, end);
      this.#text.start = end;
    } else if (this.#leaf === 'html') {
      this.#html.push(this.#textKind());
    }
    const start = this.#sectionStart;
    const section = new MarkdownSection(
      end - start,
      Math.max(this.#looked, this.#html.looked, end) - start,
      this.#state,
      this.#text.defines.length === 0 ? NO_NAMES : this.#text.defines,
      this.#leaves.pack(start, this.#syntax),
    );
    this.#sectionStart = end;
    if (this.#text.defines.length > 0) this.#text.defines = [];
    this.#looked = 0;
    this.#html.looked = 0;
    const isBetween = this.#leaf === 'none' && this.#containers.list.length === 0 && !this.#mdx;
    this.#state = isBetween ? BETWEEN : this.#writeState();
    return section;
  }

  #writeState(): ScanState {
    return writeState({
      containers: this.#containers.write(),
      leaf: this.#leaf,
      fence: this.#fence,
      fenceLength: this.#fenceLength,
      html: this.#html.condition,
      raw: this.#html.raw,
      mdx: this.#mdx,
    });
  }

  /** Take in the line from `start` to `end`, its line end left out. */
  #readLine(start: number, end: number): void {
    const line = this.#line;
    line.read(start, end);
    const { list, directives } = this.#containers;
    if (list.length > 0) this.#matchContainers();
    else this.#matched = 0;
    if (this.#leaf !== 'none' && this.#leaf !== 'paragraph' && this.#leaf !== 'table') {
      if (this.#matched === list.length) {
        this.#rawLine();
        return;
      }
      this.#closeLeaf();
    }
    if (directives > 0 && this.#endDirective()) return;
    for (;;) {
      if (this.#line.next === end) {
        this.#close();
        return;
      }
      if (this.#line.indent >= CODE_INDENT) {
        if (this.#leaf === 'paragraph') break;
        this.#startLeaf();
        return;
      }
      const first = this.#units[this.#line.next] as number;
      if (PLAIN[first] === 1) break;
      const start = this.#startBlock(first);
      if (start === 'line') return;
      if (start === undefined) break;
    }
    this.#textLine();
  }

  #matchContainers(): void {
    const { list, marked } = this.#containers;
    if (this.#line.isBlank && marked === 0) {
      // A blank line goes on with all containers that need no marker, but ends one that has nothing but a marker yet.
      this.#matched = isUnstarted(list.at(-1)) ? list.length - 1 : list.length;
      return;
    }
    let matched = 0;
    for (; matched < list.length; matched++) {
      const container = list[matched] as Container;
      if (container.type === 'quote' || container.type === 'alert') {
        if (this.#line.indent >= CODE_INDENT || this.#line.isBlank) break;
        if (this.#units[this.#line.next] !== GREATER) break;
        this.#line.skipMarker(this.#line.next + 1);
        if (this.#line.indent > 0) this.#line.advance(1);
      } else if (container.type !== 'directive') {
        if (this.#line.isBlank) {
          if (container.empty) break;
        } else if (this.#line.indent >= container.width) {
          this.#line.advance(container.width);
        } else {
          break;
        }
      }
    }
    this.#matched = matched;
  }

  /** Take in a line of a block whose lines are not Markdown. */
  #rawLine(): void {
    const units = this.#units;
    const next = this.#line.next;
    const end = this.#line.end;
    switch (this.#leaf) {
      case 'fence':
      case 'yaml':
        if (this.#line.indent < CODE_INDENT && isRunLine(units, next, end, this.#fence, this.#fenceLength))
          this.#closeLeaf();
        return;
      case 'verbatim':
        if (end >= this.#verbatimEnd) this.#leaf = 'none';
        return;
      case 'module':
        if (next === end) this.#leaf = 'none';
        return;
      default:
        if (this.#html.readLine(this.#textKind(), this.#containers.marked > 0)) this.#leaf = 'none';
    }
  }

  /** Start the block that the line's first unit is the sign of. */
  #startBlock(unit: number): Start {
    switch (unit) {
      case GREATER:
        return this.#startQuote();
      case HASH:
        return this.#startHeading();
      case BACKTICK:
      case TILDE:
        return this.#startFence(unit);
      case LESS:
        return this.#startHtml();
      case EQUALS:
        return this.#endHeading(unit) ?? this.#startAdmonition();
      case DASH:
        return this.#endHeading(unit) ?? this.#startBreak() ?? this.#startItem() ?? this.#startTable();
      case ASTERISK:
        return this.#startBreak() ?? this.#startItem() ?? this.#startAbbreviation();
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
        return unit === PLUS || isDigit(unit) ? this.#startItem() : undefined;
    }
  }

  /** Tell whether the line would go on a paragraph, were there no sign of another block. */
  #inParagraph(): boolean {
    return this.#leaf === 'paragraph' && this.#matched === this.#containers.list.length;
  }

  #startQuote(): Start {
    if (!this.#open('quote', 0)) return undefined;
    this.#line.skipMarker(this.#line.next + 1);
    if (this.#line.indent > 0) this.#line.advance(1);
    return 'container';
  }

  #startItem(): Start {
    const markerEnd = listMarkerEnd(this.#units, this.#line.next, this.#line.end, this.#inParagraph());
    return markerEnd < 0 ? undefined : this.#openItem('item', markerEnd);
  }

  /** Start a description, as PHP Markdown Extra has it: `: text` under its term or under another description. */
  #startDescription(): Start {
    const markerEnd = this.#line.next + 1;
    const follows = this.#inParagraph() || this.#containers.list[this.#matched]?.type === 'description';
    if (!follows || skipBlanks(this.#units, markerEnd, this.#line.end) === this.#line.end) return undefined;
    return isBlank(this.#units[markerEnd] as number) ? this.#openItem('description', markerEnd) : undefined;
  }

  #openItem(type: 'item' | 'description', markerEnd: number): Start {
    if (!this.#open(type, this.#line.indent + markerEnd - this.#line.next)) return undefined;
    this.#line.skipMarker(markerEnd);
    const blank = this.#line.isBlank;
    const padding = blank || this.#line.indent > CODE_INDENT ? 1 : this.#line.indent;
    const item = this.#containers.list.at(-1);
    if (item !== undefined) item.width += padding;
    if (!blank) this.#line.advance(padding);
    return 'container';
  }

  #startFootnote(): Start {
    const units = this.#units;
    if (units[this.#line.next + 1] !== CARET) return undefined;
    const label = footnoteLabelEnd(units, this.#line.next, this.#line.end);
    if (label < 0 || label === this.#line.end || units[label] !== COLON) return undefined;
    const name = footnoteName(units, this.#line.next + 1, label - 1);
    if (!this.#open('indented', CODE_INDENT)) return undefined;
    this.#text.defines.push(name);
    this.#line.skipMarker(label + 1);
    this.#line.advance(this.#line.indent);
    return 'container';
  }

  /** Start the definition of an abbreviation: it and what it stands for are two texts. */
  #startAbbreviation(): Start {
    const units = this.#units;
    if (units[this.#line.next + 1] !== OPEN_BRACKET) return undefined;
    const behind = abbreviationEnd(units, this.#line.next, this.#line.end);
    if (behind < 0) return undefined;
    const start = this.#line.next + 2;
    this.#startLeaf();
    this.#pushLine(this.#textKind(), start, behind - 2);
    this.#pushLine(this.#textKind(), skipBlanks(units, behind, this.#line.end), this.#line.end);
    return 'line';
  }

  #startAdmonition(): Start {
    const units = this.#units;
    const typeEnd = admonitionTypeEnd(units, this.#line.next, this.#line.end);
    if (typeEnd < 0 || !this.#open('indented', this.#line.indent + CODE_INDENT)) return undefined;
    const titleStart = units[typeEnd] === QUOTE ? typeEnd + 1 : typeEnd;
    let titleEnd = trimBlanks(units, titleStart, this.#line.end);
    if (titleEnd > titleStart && units[titleEnd - 1] === QUOTE) titleEnd--;
    this.#startLeaf();
    if (typeEnd < titleStart) this.#pushLine(this.#textKind(), titleStart, titleEnd);
    return 'line';
  }

  /** Start a container directive (`:::note Title`, `:::{note}`, `:::note[Title]`) or end one: only its title is text. */
  #startDirective(): Start {
    const units = this.#units;
    const end = this.#line.end;
    const marksEnd = skipRun(units, this.#line.next, end, COLON);
    if (marksEnd - this.#line.next < 3) return this.#skipOption();
    this.#startLeaf();
    let at = skipBlanks(units, marksEnd, end);
    if (at < end && units[at] === OPEN_BRACE) {
      at = find(units, at, end, CLOSE_BRACE) + 1;
    } else {
      while (at < end && (isAlphanumeric(units[at] as number) || units[at] === DASH)) at++;
    }
    if (at < end && units[at] === OPEN_BRACKET) {
      const titleStart = at + 1;
      at = find(units, at, end, CLOSE_BRACKET);
      this.#pushLine(this.#textKind(), titleStart, at);
      at++;
    }
    this.#pushLine(this.#textKind(), skipBlanks(units, at, end), end);
    return 'line';
  }

  /** Pass over an option of a directive, `:name: value`, in front of its text. */
  #skipOption(): Start {
    const container = this.#containers.list.at(-1);
    if (container?.type !== 'directive' || !container.empty || this.#matched < this.#containers.list.length)
      return undefined;
    let at = this.#line.next + 1;
    while (at < this.#line.end && (isAlphanumeric(this.#units[at] as number) || this.#units[at] === DASH)) at++;
    return at > this.#line.next + 1 && at < this.#line.end && this.#units[at] === COLON ? 'line' : undefined;
  }

  /** End the innermost directive whose fence the line is. */
  #endDirective(): boolean {
    const { list } = this.#containers;
    if (this.#line.indent >= CODE_INDENT) return false;
    for (let index = Math.min(this.#matched, list.length) - 1; index >= 0; index--) {
      const { type, fence, width } = list[index] as Container;
      if (type !== 'directive') continue;
      if (!isRunLine(this.#units, this.#line.next, this.#line.end, fence, width)) return false;
      this.#matched = index;
      this.#close();
      return true;
    }
    return false;
  }

  #startHeading(): Start {
    const start = atxContentStart(this.#units, this.#line.next, this.#line.end);
    if (start < 0) return undefined;
    this.#startLeaf();
    this.#pushLine(HEADING_LEAF, start, atxContentEnd(this.#units, start, this.#line.end));
    return 'line';
  }

  /** End a paragraph that the line underlines: it is a heading. */
  #endHeading(underline: number): Start {
    if (!this.#inParagraph() || !isRunLine(this.#units, this.#line.next, this.#line.end, underline, 1))
      return undefined;
    this.#text.takeDefinitions();
    // Of a paragraph of definitions alone, nothing is left to be a heading.
    if (this.#text.start < 0) return undefined;
    this.#text.push(this.#withMdx(HEADING_LEAF));
    this.#leaf = 'none';
    return 'line';
  }

  #startBreak(): Start {
    if (this.#line.next < this.#breakObstacle) return undefined;
    this.#breakObstacle = thematicBreakObstacle(this.#units, this.#line.next, this.#line.end);
    if (this.#breakObstacle >= 0) return undefined;
    this.#startLeaf();
    return 'line';
  }

  #startFence(unit: number): Start {
    const units = this.#units;
    const end = this.#line.end;
    const length = fenceLength(units, this.#line.next, end);
    if (length === 0) return undefined;
    const info = skipBlanks(units, this.#line.next + length, end);
    if (info < end && units[info] === OPEN_BRACE && isProseDirective(units, info, end)) {
      if (!this.#open('directive', length, unit)) return undefined;
      const title = skipBlanks(units, find(units, info, end, CLOSE_BRACE) + 1, end);
      if (title < end) this.#pushLine(this.#textKind(), title, end);
      return 'line';
    }
    this.#startLeaf();
    this.#leaf = 'fence';
    this.#fence = unit;
    this.#fenceLength = length;
    if (this.#containers.marked === 0 && isYaml(units, info, end)) {
      this.#leaf = 'yaml';
      this.#text.start = behindLine(units, end, this.#source.length);
    }
    return 'line';
  }

  #startHtml(): Start {
    const condition = htmlBlockStart(this.#units, this.#line.next, this.#line.end, this.#leaf !== 'paragraph');
    if (condition === 0) return undefined;
    this.#startLeaf();
    this.#leaf = 'html';
    this.#html.condition = condition;
    this.#html.raw = 'none';
    if (this.#html.readLine(this.#textKind(), this.#containers.marked > 0)) this.#leaf = 'none';
    return 'line';
  }

  /** Start a formula between two `$$`, without a blank line inside and nothing but blanks behind. */
  #startMath(): Start {
    const units = this.#units;
    const { length } = this.#source;
    if (units[this.#line.next + 1] !== DOLLAR) return undefined;
    let newLine = false;
    let at = this.#line.next + 2;
    // Each opener reads on to the next `$$` alone, so all of them together read the text once.
    for (; ; at++) {
      if (at >= length) return this.#lookTo(length, undefined);
      const unit = units[at] as number;
      if (unit === DOLLAR && units[at + 1] === DOLLAR && at + 1 < length) break;
      if (unit === LF || (unit === CR && units[at + 1] !== LF)) {
        if (newLine) return this.#lookTo(at + 1, undefined);
        newLine = true;
      } else if (!isBlank(unit) && unit !== CR && unit !== GREATER) {
        newLine = false;
      }
    }
    const behind = skipBlanks(units, at + 2, length);
    const ends = behind >= length || units[behind] === LF || units[behind] === CR;
    return this.#lookTo(behind + 1, ends ? this.#startVerbatim(at + 2) : undefined);
  }

  /** Start a template whose content is no Markdown, as `{{< highlight go >}}`, when it is closed. */
  #startTemplate(): Start {
    const units = this.#units;
    const { text } = this.#source;
    const liquid = units[this.#line.next + 1] === PERCENT;
    if (!liquid && units[this.#line.next + 1] !== OPEN_BRACE) return undefined;
    const nameStart = skipBlanks(units, this.#line.next + (liquid ? 2 : 3), this.#line.end);
    const name = verbatimTemplateAt(units, nameStart, this.#line.end);
    if (name === undefined) return undefined;
    const nameEnd = nameStart + name.length;
    const closer = liquid ? `end${name}` : `/${name}`;
    const close = this.#unclosed.has(closer) ? -1 : text.indexOf(closer, nameEnd);
    if (close < 0) {
      this.#unclosed.add(closer);
      return this.#lookTo(Number.POSITIVE_INFINITY, undefined);
    }
    return this.#lookTo(close + closer.length, this.#startVerbatim(close + closer.length));
  }

  #startVerbatim(verbatimEnd: number): Start {
    this.#startLeaf();
    if (verbatimEnd > this.#line.end) {
      this.#leaf = 'verbatim';
      this.#verbatimEnd = verbatimEnd;
    }
    return 'line';
  }

  /** Note how far ahead was looked. */
  #lookTo(end: number, start: Start): Start {
    this.#looked = Math.max(this.#looked, end);
    return start;
  }

  /** Start a table: the paragraph's last line is its header when the line at hand is a delimiter row of as many columns. */
  #startTable(): Start {
    if (!this.#inParagraph()) return undefined;
    const columns = delimiterColumns(this.#units, this.#line.next, this.#line.end);
    if (columns === 0) return undefined;
    const units = this.#units;
    const text = this.#text;
    const { lineStart, start } = text.lastLine();
    const end = trimBlanks(units, start, text.end);
    if (countCells(units, start, end, this.#syntax) !== columns) return undefined;
    if (text.start === start) text.start = -1;
    else text.end = lineStart;
    this.#closeLeaf();
    this.#leaf = 'table';
    this.#pushCells(start, end);
    return 'line';
  }

  #pushCells(start: number, end: number): void {
    pushCells(this.#units, start, end, this.#syntax, this.#leaves, this.#withMdx(this.#textKind()));
  }

  /** Take in a line that starts no block: text of the open paragraph or table, or of a new paragraph. */
  #textLine(): void {
    const end = this.#line.end;
    if (this.#leaf === 'paragraph') {
      this.#text.add(this.#line.next, end, this.#line.start, this.#containers.marked > 0);
      return;
    }
    if (this.#leaf === 'table' && this.#matched === this.#containers.list.length) {
      this.#pushCells(this.#line.next, trimBlanks(this.#units, this.#line.next, end));
      return;
    }
    const isFirst = this.#startLeaf();
    let start = this.#line.next;
    if (this.#containers.list.length === 0 && this.#line.indent === 0) {
      if (isModuleLine(this.#units, start, trimBlanks(this.#units, start, end))) {
        this.#leaf = 'module';
        this.#mdx = true;
        return;
      }
    } else if (isFirst) {
      start = this.#skipContainerLabel(start, end);
    }
    if (start < end) this.#startText(start, end);
  }

  /** Give where the text starts in the first line of a container: behind a task's box or an alert's `[!NOTE]`. */
  #skipContainerLabel(start: number, end: number): number {
    const container = this.#containers.list.at(-1);
    if (container === undefined || this.#units[start] !== OPEN_BRACKET) return start;
    if (container.type === 'item') return taskBoxEnd(this.#units, start, end);
    if (container.type !== 'quote') return start;
    const markerEnd = alertMarkerEnd(this.#units, start, end);
    if (markerEnd < 0) return start;
    this.#containers.turnToAlert(container);
    return skipBlanks(this.#units, markerEnd, end);
  }

  #startText(start: number, end: number): void {
    this.#leaf = 'paragraph';
    this.#text.open(start, end);
  }

  #withMdx(kind: number): number {
    return this.#mdx ? kind | MDX : kind;
  }

  #textKind(): number {
    return this.#containers.quotes > 0 ? QUOTATION : PROSE;
  }

  /** Open a container inside the matched ones, unless they are too deep. */
  #open(type: Container['type'], width: number, fence = 0): boolean {
    if (this.#matched >= MAX_CONTAINER_DEPTH) return false;
    this.#startLeaf();
    this.#containers.push({ type, width, fence, empty: true });
    this.#matched = this.#containers.list.length;
    return true;
  }

  /** Close what the line does not go on with, for a block in the innermost matched container; tell whether it is its first. */
  #startLeaf(): boolean {
    this.#close();
    const container = this.#containers.list.at(-1);
    if (container === undefined) return false;
    const isFirst = container.empty;
    container.empty = false;
    return isFirst;
  }

  #close(): void {
    this.#closeLeaf();
    if (this.#containers.list.length > this.#matched) this.#containers.truncate(this.#matched);
  }

  #closeLeaf(): void {
    switch (this.#leaf) {
      case 'paragraph':
        this.#text.takeDefinitions();
        this.#text.push(this.#withMdx(this.#textKind()));
        break;
      case 'html':
        this.#html.push(this.#textKind());
        break;
      case 'yaml':
        if (this.#text.start < this.#line.start) this.#leaves.push(YAML_CODE, this.#text.start, this.#line.start);
        break;
      default:
    }
    this.#leaf = 'none';
  }

  /** Make a leaf of a part of the line. */
  #pushLine(kind: number, start: number, end: number): void {
    const trimmed = trimBlanks(this.#units, start, end);
    if (start < trimmed) this.#leaves.push(this.#withMdx(kind), start, trimmed);
  }
}

const NO_NAMES: readonly string[] = [];
const NOTHING: Source = { text: '', units: new Uint16Array(1), length: 0 };

function isUnstarted(container: Container | undefined): boolean {
  return container?.empty === true && container.type !== 'directive';
}

function verbatimTemplateAt(units: Uint16Array, at: number, end: number): string | undefined {
  for (const name of VERBATIM_TEMPLATES) {
    if (!startsWith(units, at, end, name)) continue;
    const behind = at + name.length;
    return behind === end || !isLetter(units[behind] as number) ? name : undefined;
  }
  return undefined;
}

/** Give the offset behind the line end at `end`. */
function behindLine(units: Uint16Array, end: number, length: number): number {
  if (end >= length) return length;
  return units[end] === CR && end + 1 < length && units[end + 1] === LF ? end + 2 : end + 1;
}
