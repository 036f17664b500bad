/**
 * A container block, by what its lines have:
 * - `quote`, `alert`: a `>` on each line; an alert, such as `> [!NOTE]`, is no quotation;
 * - `item`, `description`: a marker on the first, as much indentation on the others;
 * - `indented`: indentation on all lines behind the first (footnotes, admonitions);
 * - `directive`: nothing; a fence ends it, as long as the one that starts it (```` ```{note} ````, MyST).
 */
export type ContainerType = 'quote' | 'alert' | 'item' | 'description' | 'indented' | 'directive';

/**
 * Block quotes, list items and the like nested at most; a marker below is text. Every line passes the open containers,
 * so this bounds the work for a line.
 */
export const MAX_CONTAINER_DEPTH = 100;

/** An open container. */
export interface Container {
  type: ContainerType;
  /** The indentation that its lines after the first need; of a directive, the length of its fence. */
  width: number;
  /** The unit that a directive's fence is made of. */
  readonly fence: number;
  /** Whether nothing but blank lines was in it so far. */
  empty: boolean;
}

/** The containers that are open, the outermost first. */
export class Containers {
  readonly list: Container[] = [];
  /** How many of them are quotations, need a marker on each line, and are directives. */
  quotes = 0;
  marked = 0;
  directives = 0;

  push(container: Container): void {
    this.list.push(container);
    this.#count(container.type, 1);
  }

  /** Close all but the outermost `count`. */
  truncate(count: number): void {
    while (this.list.length > count) {
      const container = this.list.pop();
      if (container !== undefined) this.#count(container.type, -1);
    }
  }

  /** Make an alert of a quotation. */
  turnToAlert(container: Container): void {
    container.type = 'alert';
    this.quotes--;
  }

  /** Write the containers as a string that `read` understands. */
  write(): string {
    let written = '';
    for (const { type, width, fence, empty } of this.list) {
      written += `${LETTERS[type]}${width}${empty ? 'e' : ''}${fence === 0 ? '' : `f${fence}`} `;
    }
    return written;
  }

  /** Open the containers that `written` tells of, in place of those that are open. */
  read(written: string): void {
    this.truncate(0);
    for (const word of written.split(' ')) {
      const type = types.find((name) => LETTERS[name] === word.charAt(0));
      if (type === undefined) continue;
      const fence = word.indexOf('f');
      this.push({
        type,
        width: Number.parseInt(word.slice(1), 10),
        fence: fence < 0 ? 0 : Number(word.slice(fence + 1)),
        empty: word.includes('e'),
      });
    }
  }

  #count(type: ContainerType, by: number): void {
    if (type === 'quote') this.quotes += by;
    if (type === 'quote' || type === 'alert') this.marked += by;
    if (type === 'directive') this.directives += by;
  }
}

const LETTERS: Readonly<Record<ContainerType, string>> = {
  quote: 'q',
  alert: 'a',
  item: 'i',
  description: 'd',
  indented: 'n',
  directive: 'm',
};

const types = Object.keys(LETTERS) as ContainerType[];
