import { CR, GREATER, LF, LOWER_E, LOWER_I, OPEN_BRACKET, SPACE } from '../../../text/ascii';
import type { Source } from '../../../text/source';
import { type ScanState, SECTION_LENGTH, type Section } from '../../language';
import { isBlank, skipBlanks, skipRun, trimBlanks } from '../characters';
import { FRONT_MATTER, YAML_CODE } from '../leaves';
import { MarkdownSection } from '../section';
import type { Container } from './containers';
import { endDirective } from './extensions';
import { frontMatterOf } from './frontMatter';
import { CODE_INDENT, NOTHING, OpenBlocks } from './open';
import { startBlock } from './startBlock';
import { alertMarkerEnd, isModuleLine, isRunLine, listMarkerEnd, taskBoxEnd } from './starts';
import { BETWEEN, readState, writeState } from './state';

/** Units of a YAML code block that are read together; a longer one is cut, as a scanner of YAML cannot start anywhere. */
const MAX_YAML_LENGTH = 1 << 16;

/** Units behind `SECTION_LENGTH` after which an HTML block is cut at any line, and not only in front of a tag. */
const HTML_PATIENCE = 4 * SECTION_LENGTH;

/** 1 for each unit that a line of text may begin with and no block, no indentation and no line end does. */
const PLAIN = new Uint8Array(0x10000).fill(1);
for (const character of '\t\n\r >#`~<=-*_[|:!?${+0123456789') PLAIN[character.charCodeAt(0)] = 0;

/** Finds the blocks of documents, line by line, after CommonMark's two-phase parsing strategy (its appendix). */
export class BlockScanner {
  readonly #open = new OpenBlocks();
  readonly #syntax = this.#open.syntax;

  // The section at hand.
  #sectionStart = 0;
  #state: ScanState = '';

  /** Scan as `Language.scan` says. */
  scan(source: Source, from: number, state: ScanState, take: (section: Section) => boolean): void {
    const open = this.#open;
    const { units, length } = source;
    if (from >= length) return;
    this.#start(source, from, state);
    const syntax = this.#syntax;
    const containers = open.containers.list;
    let at = from;
    if (state === '') at = this.#frontMatter();
    syntax.start(source, at);
    while (at < length) {
      const end = syntax.lineEnd();
      if (at - this.#sectionStart >= SECTION_LENGTH && this.#mayCut(at, end) && !take(this.#section(at))) {
        open.source = NOTHING;
        return;
      }
      let next = end + 1;
      if (units[end] === CR && next < length && units[next] === LF) next = syntax.lineEnd() + 1;
      // Most lines are text, or inside of a code block, and in no container.
      if (containers.length === 0) {
        const first = units[at] as number;
        const leaf = open.leaf;
        if (leaf === 'paragraph') {
          if (PLAIN[first] === 1) {
            open.text.end = end;
            at = next;
            continue;
          }
          if (at === end) {
            open.closeLeaf();
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
        } else if (leaf === 'fence' && first !== open.fence && !isBlank(first)) {
          at = next;
          continue;
        }
      }
      this.#readLine(at, end);
      at = next;
    }
    open.line.start = length;
    open.closeLeaf();
    const last = this.#section(length);
    open.source = NOTHING;
    take(last);
  }

  #start(source: Source, from: number, state: ScanState): void {
    const open = this.#open;
    open.source = source;
    open.units = source.units;
    open.line.units = source.units;
    open.text.units = source.units;
    open.leaves.clear();
    this.#sectionStart = from;
    this.#state = state;
    open.text.defines = [];
    open.looked = 0;
    open.unclosed.clear();
    open.breakObstacle = -1;
    open.text.start = -1;
    const { containers, leaf, fence, fenceLength, html, raw, mdx } = readState(state);
    if (containers !== '' || open.containers.list.length > 0) open.containers.read(containers);
    open.leaf = leaf;
    open.fence = fence;
    open.fenceLength = fenceLength;
    open.html.condition = html;
    open.html.raw = raw;
    open.html.length = source.length;
    open.html.looked = 0;
    open.mdx = mdx;
    if (leaf === 'yaml') open.text.start = from;
  }

  #frontMatter(): number {
    const open = this.#open;
    const { format, body, contentStart, isUnclosed } = frontMatterOf(open.source);
    if (isUnclosed) open.looked = Number.POSITIVE_INFINITY;
    if (format === 'yaml' && body.start < body.end) open.leaves.push(FRONT_MATTER, body.start, body.end);
    return contentStart;
  }

  /** Tell whether a scan may start again at the line from `at` to `end`. */
  #mayCut(at: number, end: number): boolean {
    const open = this.#open;
    switch (open.leaf) {
      case 'paragraph':
        if (!this.#startsSibling(at, end)) return false;
        open.looked = Math.max(open.looked, end);
        open.closeLeaf();
        return true;
      case 'verbatim':
        return false;
      case 'yaml':
        return at - open.text.start >= MAX_YAML_LENGTH;
      case 'html':
        return open.html.mayCut(at) || at - this.#sectionStart >= HTML_PATIENCE;
      default:
        return true;
    }
  }

  /** Tell whether a line ends the list item that holds the open paragraph, as it starts another: nothing else parts most lists. */
  #startsSibling(at: number, end: number): boolean {
    const open = this.#open;
    const { list, marked } = open.containers;
    if (list.length === 0 || marked > 0) return false;
    const start = skipRun(open.units, at, end, SPACE);
    let indent = start - at;
    for (const { type, width } of list) {
      if (type === 'directive') continue;
      if (indent < width)
        return indent < CODE_INDENT && start < end && listMarkerEnd(open.units, start, end, false) > 0;
      indent -= width;
    }
    return false;
  }

  /** Make a section of what was scanned up to `end`, and start the next one. */
  #section(end: number): Section {
    const open = this.#open;
    if (open.leaf === 'yaml') {
      open.leaves.push(YAML_CODE, open.text.start, end);
      open.text.start = end;
    } else if (open.leaf === 'html') {
      open.html.push(open.textKind());
    }
    const start = this.#sectionStart;
    const section = new MarkdownSection(
      end - start,
      Math.max(open.looked, open.html.looked, end) - start,
      this.#state,
      open.text.defines.length === 0 ? NO_NAMES : open.text.defines,
      open.leaves.pack(start, this.#syntax),
    );
    this.#sectionStart = end;
    if (open.text.defines.length > 0) open.text.defines = [];
    open.looked = 0;
    open.html.looked = 0;
    const isBetween = open.leaf === 'none' && open.containers.list.length === 0 && !open.mdx;
    this.#state = isBetween ? BETWEEN : this.#writeState();
    return section;
  }

  #writeState(): ScanState {
    const open = this.#open;
    return writeState({
      containers: open.containers.write(),
      leaf: open.leaf,
      fence: open.fence,
      fenceLength: open.fenceLength,
      html: open.html.condition,
      raw: open.html.raw,
      mdx: open.mdx,
    });
  }

  /** Take in the line from `start` to `end`, its line end left out. */
  #readLine(start: number, end: number): void {
    const open = this.#open;
    const line = open.line;
    line.read(start, end);
    const { list, directives } = open.containers;
    if (list.length > 0) this.#matchContainers();
    else open.matched = 0;
    if (open.leaf !== 'none' && open.leaf !== 'paragraph' && open.leaf !== 'table') {
      if (open.matched === list.length) {
        this.#rawLine();
        return;
      }
      open.closeLeaf();
    }
    if (directives > 0 && endDirective(open)) return;
    for (;;) {
      if (open.line.next === end) {
        open.close();
        return;
      }
      if (open.line.indent >= CODE_INDENT) {
        if (open.leaf === 'paragraph') break;
        open.startLeaf();
        return;
      }
      const first = open.units[open.line.next] as number;
      if (PLAIN[first] === 1) break;
      const start = startBlock(open, first);
      if (start === 'line') return;
      if (start === undefined) break;
    }
    this.#textLine();
  }

  #matchContainers(): void {
    const open = this.#open;
    const { list, marked } = open.containers;
    if (open.line.isBlank && marked === 0) {
      // A blank line goes on with all containers that need no marker, but ends one that has nothing but a marker yet.
      open.matched = isUnstarted(list.at(-1)) ? list.length - 1 : list.length;
      return;
    }
    let matched = 0;
    for (; matched < list.length; matched++) {
      const container = list[matched] as Container;
      if (container.type === 'quote' || container.type === 'alert') {
        if (open.line.indent >= CODE_INDENT || open.line.isBlank) break;
        if (open.units[open.line.next] !== GREATER) break;
        open.line.skipMarker(open.line.next + 1);
        if (open.line.indent > 0) open.line.advance(1);
      } else if (container.type !== 'directive') {
        if (open.line.isBlank) {
          if (container.empty) break;
        } else if (open.line.indent >= container.width) {
          open.line.advance(container.width);
        } else {
          break;
        }
      }
    }
    open.matched = matched;
  }

  /** Take in a line of a block whose lines are not Markdown. */
  #rawLine(): void {
    const open = this.#open;
    const units = open.units;
    const next = open.line.next;
    const end = open.line.end;
    switch (open.leaf) {
      case 'fence':
      case 'yaml':
        if (open.line.indent < CODE_INDENT && isRunLine(units, next, end, open.fence, open.fenceLength))
          open.closeLeaf();
        return;
      case 'verbatim':
        if (end >= open.verbatimEnd) open.leaf = 'none';
        return;
      case 'module':
        if (next === end) open.leaf = 'none';
        return;
      default:
        if (open.html.readLine(open.textKind(), open.containers.marked > 0)) open.leaf = 'none';
    }
  }

  /** Take in a line that starts no block: text of the open paragraph or table, or of a new paragraph. */
  #textLine(): void {
    const open = this.#open;
    const end = open.line.end;
    if (open.leaf === 'paragraph') {
      open.text.add(open.line.next, end, open.line.start, open.containers.marked > 0);
      return;
    }
    if (open.leaf === 'table' && open.matched === open.containers.list.length) {
      open.pushCells(open.line.next, trimBlanks(open.units, open.line.next, end));
      return;
    }
    const isFirst = open.startLeaf();
    let start = open.line.next;
    if (open.containers.list.length === 0 && open.line.indent === 0) {
      if (isModuleLine(open.units, start, trimBlanks(open.units, start, end))) {
        open.leaf = 'module';
        open.mdx = true;
        return;
      }
    } else if (isFirst) {
      start = this.#skipContainerLabel(start, end);
    }
    if (start < end) this.#startText(start, end);
  }

  /** Give where the text starts in the first line of a container: behind a task's box or an alert's `[!NOTE]`. */
  #skipContainerLabel(start: number, end: number): number {
    const open = this.#open;
    const container = open.containers.list.at(-1);
    if (container === undefined || open.units[start] !== OPEN_BRACKET) return start;
    if (container.type === 'item') return taskBoxEnd(open.units, start, end);
    if (container.type !== 'quote') return start;
    const markerEnd = alertMarkerEnd(open.units, start, end);
    if (markerEnd < 0) return start;
    open.containers.turnToAlert(container);
    return skipBlanks(open.units, markerEnd, end);
  }

  #startText(start: number, end: number): void {
    const open = this.#open;
    open.leaf = 'paragraph';
    open.text.open(start, end);
  }
}

const NO_NAMES: readonly string[] = [];

function isUnstarted(container: Container | undefined): boolean {
  return container?.empty === true && container.type !== 'directive';
}
