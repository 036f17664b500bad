import {
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  CR,
  DASH,
  DOLLAR,
  GREATER,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  QUOTE,
} from '../../../text/ascii';
import { find, isAlphanumeric, isBlank, isLetter, skipBlanks, skipRun, startsWith, trimBlanks } from '../characters';
import { footnoteLabelEnd, footnoteName } from '../inlines/links';
import type { Container } from './containers';
import { CODE_INDENT, type OpenBlocks, type Start } from './open';
import { abbreviationEnd, admonitionTypeEnd, isRunLine } from './starts';

/** Templates (Hugo, Liquid) whose content is no Markdown. */
const VERBATIM_TEMPLATES = ['comment', 'highlight', 'mermaid', 'plantuml'];

/** Start a description, as PHP Markdown Extra has it: `: text` under its term or under another description. */
export function startDescription(open: OpenBlocks): Start {
  const markerEnd = open.line.next + 1;
  const follows = open.inParagraph() || open.containers.list[open.matched]?.type === 'description';
  if (!follows || skipBlanks(open.units, markerEnd, open.line.end) === open.line.end) return undefined;
  return isBlank(open.units[markerEnd] as number) ? open.openItem('description', markerEnd) : undefined;
}

export function startFootnote(open: OpenBlocks): Start {
  const units = open.units;
  if (units[open.line.next + 1] !== CARET) return undefined;
  const label = footnoteLabelEnd(units, open.line.next, open.line.end);
  if (label < 0 || label === open.line.end || units[label] !== COLON) return undefined;
  const name = footnoteName(units, open.line.next + 1, label - 1);
  if (!open.openContainer('indented', CODE_INDENT)) return undefined;
  open.text.defines.push(name);
  open.line.skipMarker(label + 1);
  open.line.advance(open.line.indent);
  return 'container';
}

/** Start the definition of an abbreviation: it and what it stands for are two texts. */
export function startAbbreviation(open: OpenBlocks): Start {
  const units = open.units;
  if (units[open.line.next + 1] !== OPEN_BRACKET) return undefined;
  const behind = abbreviationEnd(units, open.line.next, open.line.end);
  if (behind < 0) return undefined;
  const start = open.line.next + 2;
  open.startLeaf();
  open.pushLine(open.textKind(), start, behind - 2);
  open.pushLine(open.textKind(), skipBlanks(units, behind, open.line.end), open.line.end);
  return 'line';
}

export function startAdmonition(open: OpenBlocks): Start {
  const units = open.units;
  const typeEnd = admonitionTypeEnd(units, open.line.next, open.line.end);
  if (typeEnd < 0 || !open.openContainer('indented', open.line.indent + CODE_INDENT)) return undefined;
  const titleStart = units[typeEnd] === QUOTE ? typeEnd + 1 : typeEnd;
  let titleEnd = trimBlanks(units, titleStart, open.line.end);
  if (titleEnd > titleStart && units[titleEnd - 1] === QUOTE) titleEnd--;
  open.startLeaf();
  if (typeEnd < titleStart) open.pushLine(open.textKind(), titleStart, titleEnd);
  return 'line';
}

/** Start a container directive (`:::note Title`, `:::{note}`, `:::note[Title]`) or end one: only its title is text. */
export function startDirective(open: OpenBlocks): Start {
  const units = open.units;
  const end = open.line.end;
  const marksEnd = skipRun(units, open.line.next, end, COLON);
  if (marksEnd - open.line.next < 3) return skipOption(open);
  open.startLeaf();
  let at = skipBlanks(units, marksEnd, end);
  if (at < end && units[at] === OPEN_BRACE) {
    at = find(units, at, end, CLOSE_BRACE) + 1;
  } else {
    while (at < end && (isAlphanumeric(units[at] as number) || units[at] === DASH)) at++;
  }
  if (at < end && units[at] === OPEN_BRACKET) {
    const titleStart = at + 1;
    at = find(units, at, end, CLOSE_BRACKET);
    open.pushLine(open.textKind(), titleStart, at);
    at++;
  }
  open.pushLine(open.textKind(), skipBlanks(units, at, end), end);
  return 'line';
}

/** Pass over an option of a directive, `:name: value`, in front of its text. */
function skipOption(open: OpenBlocks): Start {
  const container = open.containers.list.at(-1);
  if (container?.type !== 'directive' || !container.empty || open.matched < open.containers.list.length)
    return undefined;
  let at = open.line.next + 1;
  while (at < open.line.end && (isAlphanumeric(open.units[at] as number) || open.units[at] === DASH)) at++;
  return at > open.line.next + 1 && at < open.line.end && open.units[at] === COLON ? 'line' : undefined;
}

/** End the innermost directive whose fence the line is. */
export function endDirective(open: OpenBlocks): boolean {
  const { list } = open.containers;
  if (open.line.indent >= CODE_INDENT) return false;
  for (let index = Math.min(open.matched, list.length) - 1; index >= 0; index--) {
    const { type, fence, width } = list[index] as Container;
    if (type !== 'directive') continue;
    if (!isRunLine(open.units, open.line.next, open.line.end, fence, width)) return false;
    open.matched = index;
    open.close();
    return true;
  }
  return false;
}

/** Start a formula between two `$$`, without a blank line inside and nothing but blanks behind. */
export function startMath(open: OpenBlocks): Start {
  const units = open.units;
  const { length } = open.source;
  if (units[open.line.next + 1] !== DOLLAR) return undefined;
  let newLine = false;
  let at = open.line.next + 2;
  // Each opener reads on to the next `$$` alone, so all of them together read the text once.
  for (; ; at++) {
    if (at >= length) return open.lookTo(length, undefined);
    const unit = units[at] as number;
    if (unit === DOLLAR && units[at + 1] === DOLLAR && at + 1 < length) break;
    if (unit === LF || (unit === CR && units[at + 1] !== LF)) {
      if (newLine) return open.lookTo(at + 1, undefined);
      newLine = true;
    } else if (!isBlank(unit) && unit !== CR && unit !== GREATER) {
      newLine = false;
    }
  }
  const behind = skipBlanks(units, at + 2, length);
  const ends = behind >= length || units[behind] === LF || units[behind] === CR;
  return open.lookTo(behind + 1, ends ? open.startVerbatim(at + 2) : undefined);
}

/** Start a template whose content is no Markdown, as `{{< highlight go >}}`, when it is closed. */
export function startTemplate(open: OpenBlocks): Start {
  const units = open.units;
  const { text } = open.source;
  const liquid = units[open.line.next + 1] === PERCENT;
  if (!liquid && units[open.line.next + 1] !== OPEN_BRACE) return undefined;
  const nameStart = skipBlanks(units, open.line.next + (liquid ? 2 : 3), open.line.end);
  const name = verbatimTemplateAt(units, nameStart, open.line.end);
  if (name === undefined) return undefined;
  const nameEnd = nameStart + name.length;
  const closer = liquid ? `end${name}` : `/${name}`;
  const close = open.unclosed.has(closer) ? -1 : text.indexOf(closer, nameEnd);
  if (close < 0) {
    open.unclosed.add(closer);
    return open.lookTo(Number.POSITIVE_INFINITY, undefined);
  }
  return open.lookTo(close + closer.length, open.startVerbatim(close + closer.length));
}

function verbatimTemplateAt(units: Uint16Array, at: number, end: number): string | undefined {
  for (const name of VERBATIM_TEMPLATES) {
    if (!startsWith(units, at, end, name)) continue;
    const behind = at + name.length;
    return behind === end || !isLetter(units[behind] as number) ? name : undefined;
  }
  return undefined;
}
