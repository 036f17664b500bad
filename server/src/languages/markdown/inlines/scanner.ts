import type { Source } from '../../../text/source';
import type { Names } from '../../language';
import { type PackedRegions, RegionWriter, regionKinds } from '../../regions';
import { readYaml } from '../../yaml';
import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKSLASH,
  BACKTICK,
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  CR,
  DOLLAR,
  DOT,
  EXCLAMATION,
  GREATER,
  HASH,
  isAlphanumeric,
  isLetter,
  isPunctuation,
  LESS,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  PIPE,
  QUESTION,
  SLASH,
  skipBlanks,
  skipRun,
  startsWith,
  TILDE,
  UNDERSCORE,
} from '../characters';
import { isForTool, MAX_TOOL_COMMENT } from '../comments';
import { elementNamed } from '../elements';
import { Gapless } from '../gapless';
import {
  COMMENT_LEAF,
  FRONT_MATTER,
  GAP_WIDTH,
  HEADER,
  HTML,
  LEAF_WIDTH,
  MDX,
  type PackedLeaves,
  YAML_CODE,
} from '../leaves';
import { expressionEnd, tagEnd, tagNameEnd } from '../tags';
import { type Closer, Closers } from './closers';
import { CODE, COMMENT, COMMENT_END, Edits, HEADING, JOIN, RUN, SPACE_BETWEEN, SPLIT, TEXT } from './edits';
import { DelimiterStack, flanksOf } from './emphasis';
import { entityEdit, entityEnd } from './entities';
import { footnoteLabelEnd, footnoteName, labelEnd, labelName, MAX_LABEL_LENGTH, resourceEnd, wikiBarOf } from './links';
import { bracketFormulaEnd, dollarFormulaEnd } from './math';
import { RegionReader } from './reader';
import { Records } from './records';
import { autolinkEnd, emailEnd, emailStart, schemeStart, urlEnd, wwwStart } from './urls';

/** Runs of `~` longer than this are text (GFM, strikethrough). */
const MAX_STRIKETHROUGH_MARKS = 2;

/** The bits of a leaf's kind that are the kind of its regions. */
const KIND_BITS = 7;
const CODE_KIND = regionKinds.indexOf('code');
const HEADING_KIND = regionKinds.indexOf('heading');
const KEY_KIND = regionKinds.indexOf('key');

const LOWER_W = 119;

// What is known of a `[` that may start a link or an image: its edit, where what it brackets starts, whether it is an image's,
// the last run of emphasis marks in front of it, and whether another `[` stands between it and its `]`.
const EDIT = 0;
const START = 1;
const IMAGE = 2;
const TOP_RUN = 3;
const NESTED = 4;

/** Finds what of leaves is read. What is not is found first, leaf by leaf, since a mark far behind can turn one in front. */
export class InlineScanner {
  readonly #reader = new RegionReader();
  readonly #gapless = new Gapless();
  readonly #edits = new Edits();
  readonly #runs = new DelimiterStack(this.#edits);
  readonly #openers = new Records(5);
  readonly #closers = new Closers();
  readonly #yaml = new RegionWriter();
  #defined: Names = NO_NAMES;

  // The leaf at hand, from `#start` to `#end` of `#units`; its marks from `#mark` to `#markEnd` count from `#shift`.
  #units: Uint16Array = new Uint16Array(0);
  #start = 0;
  #end = 0;
  #marks: Int32Array = new Int32Array(0);
  #mark = 0;
  #markEnd = 0;
  #shift = 0;
  /** Where the last edit ends: marks in front of it were taken in. */
  #floor = 0;
  /** Openers of links below this index stand in front of the comment at hand. */
  #firstOpener = 0;
  /** Openers of links below this index contain a link, and so are none. */
  #plainOpeners = 0;
  /** Where the `]]` of a wiki link is, whose page was left out. */
  #wikiEnd = -1;
  /** The last run of backticks of each length in the leaf, once a search for one has failed. */
  #backticks: Map<number, number> | undefined;
  /** Marks of a leaf with gaps. */
  #copiedMarks: Int32Array = new Int32Array(0);

  /** Find the regions of the leaves of the section that starts at `start` of `source`. */
  scan(source: Source, start: number, leaves: PackedLeaves, defined: Names): PackedRegions {
    const { units } = source;
    const reader = this.#reader;
    const gapsAt = HEADER + LEAF_WIDTH * (leaves[0] as number);
    const marksAt = gapsAt + GAP_WIDTH * (leaves[1] as number);
    reader.start(units, start);
    this.#units = units;
    this.#marks = leaves;
    this.#shift = start;
    this.#defined = defined;
    let mark = marksAt;
    let gap = gapsAt;
    for (let at = HEADER; at < gapsAt; at += LEAF_WIDTH) {
      const kind = leaves[at] as number;
      const leafStart = start + (leaves[at + 1] as number);
      const leafEnd = start + (leaves[at + 2] as number);
      const markEnd = marksAt + (leaves[at + 3] as number);
      if (kind === FRONT_MATTER || kind === YAML_CODE) {
        this.#readYaml(source, kind, leafStart, leafEnd);
      } else {
        while (gap < marksAt && start + (leaves[gap] as number) < leafStart) {
          if (gap >= marksAt) break;
          gap += GAP_WIDTH;
        }
        if (gap < marksAt && start + (leaves[gap] as number) < leafEnd) {
          this.#scanGapless(kind, leafStart, leafEnd, leaves, gap, marksAt, mark, markEnd);
        } else if (mark === markEnd) {
          reader.read(leafStart, leafEnd);
          reader.end(kind & KIND_BITS);
        } else {
          this.#start = leafStart;
          this.#end = leafEnd;
          this.#mark = mark;
          this.#markEnd = markEnd;
          this.#scanLeaf(kind);
        }
      }
      mark = markEnd;
    }
    this.#units = NOTHING;
    this.#defined = NO_NAMES;
    return reader.take();
  }

  /** Scan a copy of a leaf without its gaps. */
  #scanGapless(
    kind: number,
    leafStart: number,
    leafEnd: number,
    leaves: PackedLeaves,
    gap: number,
    gapEnd: number,
    mark: number,
    markEnd: number,
  ): void {
    const gapless = this.#gapless;
    const units = this.#units;
    const shift = this.#shift;
    gapless.read(units, leafStart, leafEnd, leaves, gap, gapEnd, shift);
    const count = markEnd - mark;
    if (count > this.#copiedMarks.length) this.#copiedMarks = new Int32Array(2 * count);
    let stretch = 0;
    for (let index = 0; index < count; index++) {
      const offset = shift + (leaves[mark + index] as number);
      stretch = gapless.stretchOf(offset, stretch);
      this.#copiedMarks[index] = gapless.copyOf(offset, stretch);
    }
    this.#units = gapless.units;
    this.#start = 0;
    this.#end = gapless.length;
    this.#marks = this.#copiedMarks;
    this.#mark = 0;
    this.#markEnd = count;
    this.#shift = 0;
    this.#reader.through(gapless);
    this.#scanLeaf(kind);
    this.#reader.through(undefined);
    this.#units = units;
    this.#marks = leaves;
    this.#shift = shift;
  }

  /** Read YAML: of front matter, whose keys belong to the site's software, or in a code block. */
  #readYaml(source: Source, kind: number, start: number, end: number): void {
    readYaml(source, start, end, this.#yaml);
    const regions = this.#yaml.take();
    for (let at = 0; at < regions.length; at += 2 + 2 * (regions[at + 1] as number)) {
      const regionKind = regions[at] as number;
      if (kind === YAML_CODE) this.#reader.append(CODE_KIND, regions, at);
      else if (regionKind !== KEY_KIND) this.#reader.append(regionKind, regions, at);
    }
  }

  #scanLeaf(kind: number): void {
    this.#edits.count = 0;
    this.#floor = this.#start;
    this.#runs.clear();
    this.#openers.count = 0;
    this.#firstOpener = 0;
    this.#plainOpeners = 0;
    this.#wikiEnd = -1;
    this.#backticks = undefined;
    this.#closers.clear(this.#units, this.#end);
    if ((kind & HTML) !== 0) this.#findHtmlEdits();
    else this.#findEdits((kind & MDX) !== 0, -1);
    this.#read(kind & KIND_BITS);
  }

  /** Find the edits of Markdown; emphasis is paired above the run `bottom`. */
  #findEdits(mdx: boolean, bottom: number): void {
    const units = this.#units;
    const marks = this.#marks;
    const markEnd = this.#markEnd;
    const shift = this.#shift;
    const start = this.#start;
    let mark = this.#mark;
    while (mark < markEnd) {
      const at = shift + (marks[mark++] as number);
      if (at < this.#floor) continue;
      const unit = units[at] as number;
      // Most marks are those of sentences.
      if (unit === DOT) {
        if (at === start || ((units[at - 1] as number) | 32) !== LOWER_W) continue;
      } else if (unit === COLON) {
        if (units[at + 1] !== SLASH) continue;
      } else if (unit === PIPE) {
        continue;
      }
      this.#mark = mark;
      switch (unit) {
        case BACKSLASH:
          this.#backslash(at);
          break;
        case BACKTICK:
          this.#backtick(at);
          break;
        case ASTERISK:
        case UNDERSCORE:
        case TILDE:
          this.#emphasis(unit, at);
          break;
        case OPEN_BRACKET:
          this.#openBracket(at);
          break;
        case CLOSE_BRACKET:
          if (at === this.#wikiEnd) this.#push(JOIN, at, at + 2);
          else if (this.#openers.count > this.#firstOpener) this.#closeBracket(at);
          break;
        case LESS:
          this.#less(at);
          break;
        case OPEN_BRACE:
          if (mdx) this.#expression(at);
          else this.#brace(at);
          break;
        case DOLLAR:
          this.#dollar(at);
          break;
        default:
          this.#word(unit, at);
      }
      mark = this.#mark;
    }
    this.#runs.resolve(bottom);
  }

  /** Find the edits of the text of an HTML block: no sign of Markdown means anything there. */
  #findHtmlEdits(): void {
    const units = this.#units;
    while (this.#mark < this.#markEnd) {
      const at = this.#shift + (this.#marks[this.#mark++] as number);
      if (at < this.#floor) continue;
      const unit = units[at] as number;
      if (unit === LESS) this.#less(at);
      else if (unit === OPEN_BRACE) this.#brace(at);
      else this.#word(unit, at);
    }
  }

  /** Take in what is no Markdown: entities, URLs and addresses. */
  #word(unit: number, at: number): void {
    const units = this.#units;
    if (unit === COLON) {
      if (units[at + 1] === SLASH) this.#url(schemeStart(units, at, this.#floor, this.#end), at);
    } else if (unit === DOT) {
      if (at >= this.#floor + 3) this.#url(wwwStart(units, at, this.#floor, this.#end), at);
    } else if (unit === AMPERSAND) {
      const end = entityEnd(units, at, this.#end);
      if (end > 0) this.#push(entityEdit(units, at, end), at, end);
    } else if (unit === AT) {
      this.#at(at);
    }
  }

  #push(kind: number, start: number, end: number): void {
    this.#edits.push(kind, start, end);
    this.#floor = end;
  }

  /** An escape, a hard line break, or a formula. */
  #backslash(at: number): void {
    if (at + 1 >= this.#end) return;
    const next = this.#units[at + 1] as number;
    if (next === LF || next === CR) {
      this.#push(JOIN, at, at + 1);
      return;
    }
    if (!isPunctuation(next)) return;
    if (next === OPEN_PARENTHESIS || next === OPEN_BRACKET) {
      const end = bracketFormulaEnd(this.#units, at, this.#end);
      if (end > 0) {
        this.#push(SPLIT, at, end);
        return;
      }
    }
    this.#push(JOIN, at, at + 1);
    this.#floor = at + 2;
  }

  #backtick(at: number): void {
    const units = this.#units;
    const marks = this.#marks;
    const shift = this.#shift;
    const openEnd = skipRun(units, at, this.#end, BACKTICK);
    const length = openEnd - at;
    this.#floor = openEnd;
    if (this.#backticks !== undefined && (this.#backticks.get(length) ?? 0) < openEnd) return;
    let passed: Map<number, number> | undefined;
    let from = openEnd;
    for (let mark = this.#mark; mark < this.#markEnd; mark++) {
      const close = shift + (marks[mark] as number);
      if (close < from || units[close] !== BACKTICK) continue;
      const closeEnd = skipRun(units, close, this.#end, BACKTICK);
      if (closeEnd - close === length) {
        this.#push(CODE, at, openEnd);
        this.#push(SPLIT, close, closeEnd);
        this.#mark = mark + length;
        return;
      }
      passed ??= new Map();
      passed.set(closeEnd - close, close);
      from = closeEnd;
    }
    this.#backticks = passed ?? new Map();
  }

  #emphasis(unit: number, at: number): void {
    const units = this.#units;
    const end = skipRun(units, at, this.#end, unit);
    if (unit === UNDERSCORE && at > this.#start && end < this.#end) {
      if (isAlphanumeric(units[at - 1] as number) && isAlphanumeric(units[end] as number)) {
        this.#skipMarks(end);
        return;
      }
    }
    this.#floor = end;
    if (unit === TILDE && end - at > MAX_STRIKETHROUGH_MARKS) return;
    const flanks = flanksOf(units, unit, at, end, this.#start, this.#end);
    if (flanks === 0) return;
    this.#runs.push(this.#edits.count, unit, end - at, flanks);
    this.#push(RUN, at, end);
  }

  /** Pass over the marks in front of `end`, which may be part of an address that a later mark shows. */
  #skipMarks(end: number): void {
    this.#mark = this.#markAt(end);
  }

  #openBracket(at: number): void {
    const units = this.#units;
    const next = units[at + 1];
    if (next === CARET) {
      const end = footnoteLabelEnd(units, at, this.#end);
      if (end > 0 && this.#defined.has(footnoteName(units, at + 1, end - 1))) {
        this.#push(JOIN, at, end);
        return;
      }
    } else if (next === OPEN_BRACKET && this.#wikiEnd < at) {
      const bar = wikiBarOf(units, at, this.#end, PIPE);
      if (bar > 0) {
        this.#push(JOIN, at, bar + 1);
        this.#wikiEnd = bar;
        while (units[this.#wikiEnd] !== CLOSE_BRACKET) this.#wikiEnd++;
        return;
      }
    }
    const image = at > this.#floor && units[at - 1] === EXCLAMATION;
    const openers = this.#openers;
    if (openers.count > 0) openers.set(openers.count - 1, NESTED, 1);
    const index = openers.add();
    openers.set(index, EDIT, this.#edits.count);
    openers.set(index, START, at + 1);
    openers.set(index, IMAGE, image ? 1 : 0);
    openers.set(index, TOP_RUN, this.#runs.top);
    openers.set(index, NESTED, 0);
    this.#push(TEXT, image ? at - 1 : at, at + 1);
  }

  #closeBracket(at: number): void {
    const openers = this.#openers;
    const index = --openers.count;
    const image = openers.get(index, IMAGE) === 1;
    const plain = !image && index < this.#plainOpeners;
    this.#plainOpeners = Math.min(this.#plainOpeners, index);
    if (plain) return;
    const end = this.#linkEnd(index, at);
    if (end < 0) return;
    const kind = image ? SPLIT : JOIN;
    this.#edits.turn(openers.get(index, EDIT), kind);
    this.#push(kind, at, end);
    this.#runs.resolve(openers.get(index, TOP_RUN));
    if (!image) this.#plainOpeners = index;
  }

  /** Give the offset behind what follows the text of a link: `](destination)`, `][label]`, `][]` or `]`; -1 where it is none. */
  #linkEnd(opener: number, at: number): number {
    const units = this.#units;
    const end = this.#end;
    const behind = at + 1;
    const next = behind < end ? units[behind] : 0;
    if (next === OPEN_PARENTHESIS) {
      const resource = resourceEnd(units, behind, end);
      if (resource > 0) return resource;
    }
    const label = next === OPEN_BRACKET ? labelEnd(units, behind, end) : -1;
    if (label > behind + 2) return this.#defined.has(labelName(units, behind + 1, label - 1)) ? label : -1;
    const start = this.#openers.get(opener, START);
    if (this.#openers.get(opener, NESTED) === 1 || at - start > MAX_LABEL_LENGTH) return -1;
    if (!this.#defined.has(labelName(units, start, at))) return -1;
    return label > 0 ? label : behind;
  }

  #less(at: number): void {
    const units = this.#units;
    const next = units[at + 1] as number;
    if (next === EXCLAMATION || next === QUESTION) {
      this.#declaration(at, next);
      return;
    }
    const isClosing = next === SLASH;
    if (!isClosing && !isLetter(next) && !isPunctuation(next)) return;
    const link = isClosing ? -1 : autolinkEnd(units, at, this.#end);
    if (link > 0) {
      this.#push(SPLIT, at, link);
      return;
    }
    if (!isClosing && !isLetter(next)) return;
    const end = tagEnd(units, at, this.#end);
    if (end < 0) return;
    const nameStart = isClosing ? at + 2 : at + 1;
    switch (elementNamed(units, nameStart, tagNameEnd(units, nameStart, end))?.role) {
      case 'inline':
        this.#push(JOIN, at, end);
        break;
      case 'space':
        this.#push(SPACE_BETWEEN, at, end);
        break;
      case 'code':
        this.#push(isClosing ? SPLIT : CODE, at, end);
        break;
      case 'heading':
        this.#push(isClosing ? SPLIT : HEADING, at, end);
        break;
      default:
        this.#push(SPLIT, at, end);
    }
  }

  /** A comment, a processing instruction, a declaration or a CDATA section. */
  #declaration(at: number, next: number): void {
    const units = this.#units;
    if (next === QUESTION) this.#pair(SPLIT, at, at + 2, '?>');
    else if (startsWith(units, at + 2, this.#end, '--')) {
      if (units[at + 4] === GREATER) this.#push(JOIN, at, at + 5);
      else if (startsWith(units, at + 4, this.#end, '->')) this.#push(JOIN, at, at + 6);
      else this.#comment(at);
    } else if (startsWith(units, at + 2, this.#end, '[CDATA[')) this.#pair(SPLIT, at, at + 9, ']]>');
    else if (isLetter(units[at + 2] as number)) this.#pair(SPLIT, at, at + 2, '>');
  }

  /** Leave out what stands from `at` to the next `closer`, from `from` on, where there is one. */
  #pair(kind: number, at: number, from: number, closer: Closer): void {
    const end = this.#closerEnd(closer, from);
    if (end > 0) this.#push(kind, at, end);
  }

  /** Give the offset behind the next `closer` at or behind `from`, or -1. */
  #closerEnd(closer: Closer, from: number): number {
    const close = this.#closers.find(closer, from);
    return close < 0 || close + closer.length > this.#end ? -1 : close + closer.length;
  }

  /** Read a comment as Markdown of its own, which parts the text around it; one for a tool is not there. */
  #comment(at: number): void {
    const start = at + 4;
    const behind = this.#closerEnd('-->', start);
    if (behind < 0) return;
    if (isForTool(this.#units, start, Math.min(behind, start + MAX_TOOL_COMMENT))) {
      this.#push(JOIN, at, behind);
      return;
    }
    const outer = {
      start: this.#start,
      end: this.#end,
      markEnd: this.#markEnd,
      firstOpener: this.#firstOpener,
      plainOpeners: this.#plainOpeners,
      wikiEnd: this.#wikiEnd,
      backticks: this.#backticks,
    };
    const openers = this.#openers.count;
    this.#push(COMMENT, at, start);
    this.#start = start;
    this.#end = behind - 3;
    this.#markEnd = this.#markAt(this.#end);
    this.#firstOpener = openers;
    this.#wikiEnd = -1;
    this.#backticks = undefined;
    this.#findEdits(false, this.#runs.top);
    this.#mark = this.#markEnd;
    this.#openers.count = openers;
    this.#start = outer.start;
    this.#end = outer.end;
    this.#markEnd = outer.markEnd;
    this.#firstOpener = outer.firstOpener;
    this.#plainOpeners = outer.plainOpeners;
    this.#wikiEnd = outer.wikiEnd;
    this.#backticks = outer.backticks;
    this.#push(COMMENT_END, behind - 3, behind);
  }

  /** Give the index of the first mark at or behind `offset`, from the one at hand on. */
  #markAt(offset: number): number {
    let mark = this.#mark;
    while (mark < this.#markEnd && this.#shift + (this.#marks[mark] as number) < offset) mark++;
    return mark;
  }

  /** A template of Hugo, Liquid or Jinja, or attributes (`{#id .class}`). */
  #brace(at: number): void {
    const units = this.#units;
    const end = this.#templateEnd(at);
    if (end > 0) {
      this.#template(at, end);
      return;
    }
    if (units[at + 1] === SLASH && units[at + 2] === ASTERISK) {
      this.#pair(SPLIT, at, at + 3, '*/}');
      return;
    }
    const first = units[skipBlanks(units, at + 1, this.#end)] as number;
    if (first !== HASH && first !== DOT && first !== COLON) return;
    for (let offset = at + 1; offset < this.#end; offset++) {
      const unit = units[offset];
      if (unit === OPEN_BRACE || unit === LF || unit === CR) break;
      if (unit !== CLOSE_BRACE) continue;
      this.#push(SPLIT, at, offset + 1);
      return;
    }
  }

  /** An expression of MDX; one that is a string of white space is there to be read. */
  #expression(at: number): void {
    const units = this.#units;
    const end = expressionEnd(units, at, this.#end);
    if (end < 0) {
      this.#brace(at);
      return;
    }
    const isSpace = end === at + 5 && units[at + 1] === units[at + 3] && units[at + 2] === 32;
    this.#push(isSpace ? SPACE_BETWEEN : SPLIT, at, end);
  }

  /** A template is not read but for a parameter `text="…"`, which is what `glossary_tooltip` of Hugo sites shows. */
  #template(at: number, end: number): void {
    const units = this.#units;
    if (units[at + 1] === OPEN_BRACE) {
      const start = textParameter(units, at, end);
      if (start > 0) {
        let close = start;
        while (units[close] !== units[start - 1]) close++;
        this.#push(JOIN, at, start);
        this.#push(JOIN, close, end);
        return;
      }
    }
    this.#push(SPLIT, at, end);
  }

  /** Give the offset behind the template at the `{` at `at`, or -1. */
  #templateEnd(at: number): number {
    const next = this.#units[at + 1];
    const third = this.#units[at + 2];
    let closer: Closer = '}}';
    if (next === PERCENT) closer = '%}';
    else if (next !== OPEN_BRACE) return -1;
    else if (third === LESS) closer = '>}}';
    else if (third === PERCENT) closer = '%}}';
    return this.#closerEnd(closer, at + 2);
  }

  #dollar(at: number): void {
    const end = dollarFormulaEnd(this.#units, at, this.#start, this.#end);
    if (end > 0) this.#push(SPLIT, at, end);
    else if (this.#units[at + 1] === DOLLAR) this.#floor = at + 2;
  }

  /** Leave out the URL that starts at `start` unless that is -1; `at` is inside. */
  #url(start: number, at: number): void {
    if (start < 0) return;
    const units = this.#units;
    const inBrackets = this.#openers.count > this.#firstOpener;
    let end = urlEnd(units, at + 1, this.#end, inBrackets);
    while (end < this.#end && units[end] === OPEN_BRACE) {
      const template = this.#templateEnd(end);
      if (template < 0) break;
      end = urlEnd(units, template, this.#end, inBrackets);
    }
    this.#push(SPLIT, start, end);
  }

  #at(at: number): void {
    const start = emailStart(this.#units, at, this.#floor);
    if (start < 0) return;
    const end = emailEnd(this.#units, at, this.#end);
    if (end > 0) this.#push(SPLIT, start, end);
  }

  /** Read the leaf but for its edits. */
  #read(kind: number): void {
    const reader = this.#reader;
    const edits = this.#edits;
    const { count } = edits;
    let from = this.#start;
    let base = kind;
    let kindHere = kind;
    for (let edit = 0; edit < count; edit++) {
      const edited = edits.kind(edit);
      if (edited === TEXT) continue;
      const start = edits.start(edit);
      const end = edits.end(edit);
      reader.read(from, start);
      from = end;
      if (edited === RUN) {
        reader.read(start + edits.takenAtStart(edit), end - edits.takenAtEnd(edit));
      } else if (edited === SPACE_BETWEEN) {
        reader.space(start);
      } else if (edited >= SPLIT) {
        reader.end(kindHere);
        if (edited === COMMENT) base = COMMENT_LEAF;
        else if (edited === COMMENT_END) base = kind;
        kindHere = base;
        if (base !== COMMENT_LEAF) {
          if (edited === CODE) kindHere = CODE_KIND;
          else if (edited === HEADING) kindHere = HEADING_KIND;
        }
      }
    }
    reader.read(from, this.#end);
    reader.end(kindHere);
  }
}

const NO_NAMES: Names = { has: () => false };
const NOTHING = new Uint16Array(0);

/** Give where the value of the parameter `text` starts in the template from `at` to `end`, behind its quote, or -1. */
function textParameter(units: Uint16Array, at: number, end: number): number {
  for (let offset = at + 3; offset + 7 < end; offset++) {
    if (units[offset] !== 116 || !startsWith(units, offset, end, 'text=')) continue;
    const quote = units[offset + 5];
    if (quote !== 34 && quote !== 39) continue;
    for (let close = offset + 6; close < end; close++) if (units[close] === quote) return offset + 6;
  }
  return -1;
}
