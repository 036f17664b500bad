import { EXCLAMATION, HASH } from '../../text/ascii';
import { ANY_LETTER, END, holdsAt, lineAfter, skipBlanks } from './characters';
import { beginsItem } from './code';
import type { Lookahead } from './lookahead';
import type { Reader } from './reader';

/** Comments for tools: the beginnings of those that are not read. */
const MODELINES = ['yaml-language-server:', 'yamllint ', '-*-', 'vim:', 'vi:', 'ex:', 'code: language='];
const MODELINE_STARTS: ReadonlySet<number> = new Set(MODELINES.map((modeline) => modeline.charCodeAt(0)));

/** Units behind the end of a section after which a comment or a paragraph of a block is cut, wherever that is. */
export const MAX_OVERHANG = 2048;

/** Reads comments. */
export class CommentReader {
  readonly #look: Lookahead;
  readonly #reader: Reader;

  constructor(look: Lookahead, reader: Reader) {
    this.#look = look;
    this.#reader = reader;
  }

  /**
   * Read the comment at `start`, and with it the comments that stand alone on the next lines at the same column: they
   * are one text. Give the start of the line behind, which may be a comment that begins anew where the section is long
   * enough. Lines with less than `spaces` spaces before them belong to something else.
   */
  read(start: number, firstLine: number, end: number, spaces: number): number {
    const look = this.#look;
    const reader = this.#reader;
    const { units } = look;
    const column = start - firstLine;
    let line = firstLine;
    let at = start;
    let isInside = false;
    reader.begin('comment');
    for (;;) {
      const lineEnd = Math.min(look.textEnd(at), end);
      const { seen, blanks } = look;
      let first = at + 1;
      while (first < lineEnd && units[first] === HASH) first++;
      first = skipBlanks(units, first, lineEnd);
      const isText = (seen & ANY_LETTER) !== 0 && !this.#isModeline(at, first, lineEnd);
      const isContinued = isInside && isText && !beginsItem(units, first, lineEnd);
      if (line >= look.limit && line > firstLine && (!isContinued || line >= look.limit + MAX_OVERHANG)) break;
      if (isContinued) reader.skip(line, first);
      else reader.split();
      if (isText) reader.readMeasured(first, lineEnd, seen, blanks, false);
      isInside = isText;
      line = lineAfter(units, lineEnd, end);
      at = Math.min(look.firstOn(line), end);
      if (at >= end || at - line !== column || units[at] !== HASH || look.spacesOn(line) < spaces) break;
    }
    reader.end();
    return line;
  }

  /** Finish the line behind a node: with a comment or with nothing. */
  finishLine(at: number, lineStart: number): number {
    const look = this.#look;
    return look.at(at) === HASH ? this.read(at, lineStart, look.end, 0) : look.lineAfter(look.lineEndFrom(at));
  }

  #isModeline(hash: number, first: number, lineEnd: number): boolean {
    const { text, units } = this.#look;
    if (units[hash + 1] === EXCLAMATION) return true;
    return (
      MODELINE_STARTS.has(units[first] ?? END) && MODELINES.some((modeline) => holdsAt(text, modeline, first, lineEnd))
    );
  }
}
