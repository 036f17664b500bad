import { escapeMarkdown, escapeText, linkDestination, safeUrl } from './escape';
import { cut, ELLIPSIS, type FieldOptions, readFirstParagraph } from './fieldReader';
import type { Mark, Markup, Piece, Place } from './markup';
import { plainText } from './plainText';

/** Write the first paragraph of a Markdown field, or its first block where it has none, as safe Markdown. */
export function firstParagraph(source: string, options?: FieldOptions): string {
  return readFirstParagraph(source, markdown, options).text ?? '';
}

/**
 * Keep the blocks that fit into `limit` characters, joined by blank lines, and say with `…` that some did not. A first
 * block that is too long alone is cut as plain text, so that no mark or fence stays open.
 */
export function fitBlocks(
  blocks: readonly string[],
  limit: number,
  markup: Markup,
): { readonly blocks: string[]; readonly isCut: boolean } {
  const kept: string[] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    const next = length + (index === 0 ? 0 : 2) + block.length;
    const reserve = index === blocks.length - 1 ? 0 : `\n\n${ELLIPSIS}`.length;
    if (next + reserve > limit) {
      kept.push(index === 0 ? cutBlock(block, limit, markup) : ELLIPSIS);
      return { blocks: kept, isCut: true };
    }
    kept.push(block);
    length = next;
  }
  return { blocks: kept, isCut: false };
}

function cutBlock(block: string, limit: number, markup: Markup): string {
  const words = markup.kind === 'markdown' ? plainText(block) : block;
  for (let length = limit - 2; length > 0; length = Math.floor(length / 2)) {
    const start = markup.text(cut(words, length));
    if (start.length + 2 <= limit) {
      return `${start} ${ELLIPSIS}`;
    }
  }
  return ELLIPSIS;
}

/** Markdown that CommonMark, GFM and the readers inside editors show alike. */
export const markdown: Markup = {
  kind: 'markdown',
  text: escapeMarkdown,
  emphasis: (inline) => `*${inline}*`,
  strong: (inline) => `**${inline}**`,
  link(inline, url) {
    const destination = url === undefined ? undefined : linkDestination(url);
    return destination === undefined ? inline : `[${linkText(inline)}](${destination})`;
  },
  heading: (level, inline) => `${'#'.repeat(level)} ${inline}`,
  rule: '---',
  labelEnd: '',
  lines: (pieces, place) => writeLines(linkAddresses(mendMarks(trimEdges(pieces))), place),
  codeBlock(value, language) {
    const fence = '`'.repeat(Math.max(3, longestRun(value, '`') + 1));
    return [fence + language, ...value.split('\n'), fence];
  },
  table(rows, alignments) {
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    const delimiters = alignments.map((alignment) => DELIMITERS[alignment ?? 'none']);
    return [lines[0] ?? '', `| ${delimiters.join(' | ')} |`, ...lines.slice(1)];
  },
  quotePrefix: '> ',
};

const DELIMITERS = { left: ':--', right: '--:', center: ':-:', none: '---' } as const;
const MARKS: Readonly<Record<Mark, string>> = { emphasis: '*', strong: '**', delete: '~~' };

function writeLines(pieces: readonly Piece[], place: Place): string[] {
  let written = '';
  let lineStart = true;
  let isInLink = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) {
      break;
    }
    const address = autolinkAt(pieces, index);
    if (address !== undefined) {
      written += address;
      index += 2;
      lineStart = false;
      continue;
    }
    switch (piece.kind) {
      case 'text': {
        const text = escapeText(piece.value, { lineStart, beforeLink: pieces[index + 1]?.kind === 'linkOpen' });
        written += isInLink ? linkText(text) : text;
        break;
      }
      case 'code':
        written += place === 'cell' ? cellCode(piece.value) : codeSpan(piece.value);
        break;
      case 'break':
        written += '  \n';
        break;
      case 'open':
      case 'close':
        written += MARKS[piece.mark];
        break;
      case 'linkOpen':
        written += '[';
        break;
      case 'linkClose':
        written += `](${linkDestination(piece.url) ?? ''})`;
        break;
    }
    lineStart = piece.kind === 'break';
    isInLink = piece.kind === 'linkOpen' || (isInLink && piece.kind !== 'linkClose');
  }
  return written === '' ? [] : written.split('\n');
}

/**
 * Write escaped text for the inside of a link: marked, which renders the hovers of VS Code, takes the backslashes off
 * brackets there and then looks for links once more.
 */
function linkText(escaped: string): string {
  return escaped.replace(/\\\[/g, '&#91;').replace(/\\\]/g, '&#93;');
}

/** Write the link that begins at `index` as `<https://…>` where its text is its address and nothing in it needs care. */
function autolinkAt(pieces: readonly Piece[], index: number): string | undefined {
  const text = pieces[index + 1];
  const close = pieces[index + 2];
  if (pieces[index]?.kind !== 'linkOpen' || text?.kind !== 'text' || close?.kind !== 'linkClose') {
    return undefined;
  }
  return text.value === close.url && /^https?:\/\/[A-Za-z0-9./?=&#%~:+,!()_-]+$/.test(close.url)
    ? `<${close.url}>`
    : undefined;
}

function codeSpan(value: string): string {
  const fence = '`'.repeat(longestRun(value, '`') + 1);
  const needsRoom = /^`|`$|^ .*[^ ].* $/.test(value);
  return needsRoom ? `${fence} ${value} ${fence}` : fence + value + fence;
}

/** Code in a table: a bar is escaped even there, and readers disagree about a backslash before it. */
function cellCode(value: string): string {
  if (!value.includes('|')) {
    return codeSpan(value);
  }
  return value.includes('\\') ? escapeMarkdown(value) : codeSpan(value).replace(/\|/g, '\\|');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    run = text.charAt(at) === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Drop spaces at the start and the end of each line. */
function trimEdges(pieces: readonly Piece[]): Piece[] {
  const trimmed: Piece[] = [];
  let atStart = true;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      const next = pieces[index + 1];
      const fromStart = atStart ? piece.value.trimStart() : piece.value;
      const value = next === undefined || next.kind === 'break' ? fromStart.trimEnd() : fromStart;
      if (value !== '') {
        trimmed.push({ kind: 'text', value });
        atStart = false;
      }
    } else if (piece.kind === 'break') {
      if (!atStart && index < pieces.length - 1) {
        trimmed.push(piece);
      }
      atStart = true;
    } else {
      trimmed.push(piece);
      atStart = false;
    }
  }
  return trimmed;
}

/**
 * Drop pairs of marks that would not read as marks where they stand: against a space, between letters and punctuation
 * (`**“a”**b`), or right behind another mark's end (`*a**b*`).
 */
function mendMarks(pieces: readonly Piece[]): Piece[] {
  const partner = partners(pieces);
  const dropped = new Set<number>();
  for (let start = 0; start < pieces.length; start++) {
    let end = start;
    while (isMark(pieces[end])) {
      end += 1;
    }
    for (let index = start; index < end; index++) {
      const before = edge(pieces[start - 1], 'last');
      const after = edge(pieces[end], 'first');
      const piece = pieces[index];
      const isOpen = piece?.kind === 'open';
      const [outside, inside] = isOpen ? [before, after] : [after, before];
      const opensBehindEnd = isOpen && start < index && pieces[index - 1]?.kind === 'close';
      if (inside === 'space' || (inside === 'punctuation' && outside === 'letter') || opensBehindEnd) {
        dropped.add(index).add(partner.get(index) ?? index);
      }
    }
    start = Math.max(start, end - 1);
  }
  return mergeTexts(pieces.filter((_, index) => !dropped.has(index)));
}

function partners(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const open = new Map<Mark, number>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'open') {
      open.set(piece.mark, index);
    } else if (piece.kind === 'close') {
      const start = open.get(piece.mark) ?? index;
      partner.set(index, start).set(start, index);
    }
  }
  return partner;
}

function isMark(piece: Piece | undefined): boolean {
  return piece?.kind === 'open' || piece?.kind === 'close';
}

function edge(piece: Piece | undefined, side: 'first' | 'last'): 'space' | 'letter' | 'punctuation' {
  if (piece === undefined || piece.kind === 'break') {
    return 'space';
  }
  if (piece.kind !== 'text') {
    return 'punctuation';
  }
  const character = side === 'first' ? piece.value.charAt(0) : piece.value.charAt(piece.value.length - 1);
  return /\s/.test(character) ? 'space' : /[\p{P}\p{S}\p{Cs}]/u.test(character) ? 'punctuation' : 'letter';
}

function mergeTexts(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', value: last.value + piece.value };
    } else {
      merged.push(piece);
    }
  }
  return merged;
}

/** Make links of bare `https://` and `http://` addresses outside of links, without the punctuation behind them. */
function linkAddresses(pieces: readonly Piece[]): Piece[] {
  const linked: Piece[] = [];
  let isInLink = false;
  for (const piece of pieces) {
    isInLink = piece.kind === 'linkOpen' || (isInLink && piece.kind !== 'linkClose');
    if (piece.kind !== 'text' || isInLink || !piece.value.includes('://')) {
      linked.push(piece);
      continue;
    }
    let end = 0;
    for (const { 0: found, index } of piece.value.matchAll(/(?<![\p{L}\p{N}])https?:\/\/[^\s<>"\\]+/giu)) {
      const address = withoutTrailingPunctuation(found);
      const url = safeUrl(address);
      if (url !== undefined) {
        pushText(linked, piece.value.slice(end, index));
        linked.push({ kind: 'linkOpen' }, { kind: 'text', value: address }, { kind: 'linkClose', url });
        end = index + address.length;
      }
    }
    pushText(linked, piece.value.slice(end));
  }
  return linked;
}

function pushText(pieces: Piece[], value: string): void {
  if (value !== '') {
    pieces.push({ kind: 'text', value });
  }
}

/** Leave out what ends a sentence, and a closing bracket that was not opened within the address. */
function withoutTrailingPunctuation(address: string): string {
  let opened = 0;
  for (const character of address) {
    opened += character === '(' ? 1 : character === ')' ? -1 : 0;
  }
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && opened < 0) {
      opened += 1;
    } else if (!".,:;!?'*_~’”»…".includes(last)) {
      break;
    }
  }
  return address.slice(0, end);
}
