import { createScanner, type JSONScanner } from 'jsonc-parser/lib/esm/main.js';
import type { FileLimits } from '../limits';

/**
 * The values of a text of JSON by their numbers, in the order in which they start, names among them: three numbers for each
 * take less memory than a tree. What is in a list or a record comes right behind it.
 */
export interface JsonText {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The first value that is no part of this one. */
  readonly followers: readonly number[];
}

/**
 * Scan a text as JSON in one pass without recursion; undefined where it is none, or more than is read: the YAML parser,
 * which reads JSON too, then tells why. As in YAML, a comma may follow the last value of a list or a record.
 */
export function parseJson(text: string, { parts, depth }: FileLimits): JsonText | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  const followers: number[] = [];
  const open: number[] = [];
  const scanner = createScanner(text);
  if (text.startsWith(BYTE_ORDER_MARK)) scanner.setPosition(BYTE_ORDER_MARK.length);

  function add(): number {
    const start = scanner.getTokenOffset();
    ends.push(start + scanner.getTokenLength());
    followers.push(starts.length + 1);
    return starts.push(start) - 1;
  }

  function kindOf(value: number | undefined): string {
    return value === undefined ? '' : text.charAt(starts[value] ?? 0);
  }

  function close(kind: string): Expected | undefined {
    const value = open.pop();
    if (value === undefined || kindOf(value) !== kind) return undefined;
    ends[value] = scanner.getPosition();
    followers[value] = starts.length;
    return 'end';
  }

  function addValue(sign: number): Expected | undefined {
    const value = add();
    if (sign === BRACE_OPENS || sign === BRACKET_OPENS) open.push(value);
    if (sign === BRACE_OPENS) return 'name';
    if (sign === BRACKET_OPENS) return 'item';
    return sign >= NULL && sign <= NUMBER ? 'end' : undefined;
  }

  function addName(sign: number): Expected | undefined {
    add();
    return sign === STRING ? 'colon' : undefined;
  }

  function afterComma(): Expected | undefined {
    const kind = kindOf(open.at(-1));
    return kind === '{' ? 'name' : kind === '[' ? 'item' : undefined;
  }

  /** Take the next sign for what is expected and tell what is expected then; undefined where it is no such thing. */
  function take(sign: number, expected: Expected): Expected | undefined {
    const mayClose = expected !== 'value' && expected !== 'colon';
    if (mayClose && sign === BRACE_CLOSES) return close('{');
    if (mayClose && sign === BRACKET_CLOSES) return close('[');
    switch (expected) {
      case 'name':
        return addName(sign);
      case 'colon':
        return sign === COLON ? 'value' : undefined;
      case 'end':
        return sign === COMMA ? afterComma() : undefined;
      default:
        return addValue(sign);
    }
  }

  let expected: Expected | undefined = 'value';
  for (let part = 0; part <= parts && open.length <= depth; part++) {
    const sign = nextSign(scanner);
    if (sign === END) return expected === 'end' && open.length === 0 ? { starts, ends, followers } : undefined;
    expected = scanner.getTokenError() === 0 ? take(sign, expected) : undefined;
    if (expected === undefined) break;
  }
  return undefined;
}

/** What comes next: a value, the same or the end of the list, a name or the end of the record, a colon, what follows a value. */
type Expected = 'value' | 'item' | 'name' | 'colon' | 'end';

const BYTE_ORDER_MARK = '\ufeff';

/** The library's `SyntaxKind`, an enumeration that no other module can name. */
const [BRACE_OPENS, BRACE_CLOSES, BRACKET_OPENS, BRACKET_CLOSES, COMMA, COLON] = [1, 2, 3, 4, 5, 6];
const [NULL, STRING, NUMBER] = [7, 10, 11];
const [LINE_BREAK, WHITE_SPACE, END] = [14, 15, 17];

function nextSign(scanner: JSONScanner): number {
  let sign: number = scanner.scan();
  while (sign === LINE_BREAK || sign === WHITE_SPACE) sign = scanner.scan();
  return sign;
}
