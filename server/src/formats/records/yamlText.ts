import { Composer, type CST, type Document, Lexer, type Node, Parser, type YAMLError } from 'yaml';
import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import type { ProblemCode } from '../format';
import { type FileLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';
import { lineEndWithin } from './lines';
import { syntaxMessage } from './syntaxMessage';

/** A text that is YAML; JSON is. */
export interface YamlText {
  /** Undefined where there is nothing but comments. */
  readonly root: Node | undefined;
  readonly hasAliases: boolean;
}

/**
 * Parse a text as YAML 1.2, core schema, and report what is wrong with its syntax; undefined where anything is. Linear,
 * and bounded before anything recursive runs: see `boundedTokens`.
 */
export function parseYaml(text: string, limits: FileLimits, problems: Problems): YamlText | undefined {
  const bounds: Bounds = { limits, aliases: 0, lastStart: 0, lastEnd: 0, exceeded: undefined };
  const [document, next] = withoutStackTraces(() => compose(text, bounds));
  const { exceeded } = bounds;
  if (exceeded !== undefined) problems.report(exceeded.code, exceeded.span, exceeded.message);
  const readEnd = exceeded?.span.start ?? text.length + 1;
  const errors = document.errors.filter(({ pos }) => pos[0] < readEnd);
  reportErrors(text, errors, bounds, problems);
  reportWarnings(text, document.warnings, problems);
  if (next !== undefined) {
    const message = 'A second YAML document starts here: only one is read, so delete the line `---`';
    problems.report('syntax', firstLine(text, next, text.length), message);
  }
  if (exceeded !== undefined || errors.length > 0 || next !== undefined) return undefined;
  return { root: document.contents ?? undefined, hasAliases: bounds.aliases > 0 };
}

interface Bounds {
  readonly limits: FileLimits;
  aliases: number;
  /** Where the last word or sign is, and its end below: a quote that nothing closes reaches to the end of the text. */
  lastStart: number;
  lastEnd: number;
  exceeded: { readonly code: ProblemCode; readonly span: Span; readonly message: string } | undefined;
}

/**
 * Parse the first document; gives the start of a second one beside it. `uniqueKeys` takes quadratic time in the keys of
 * a map, so it is off and `readFields` finds duplicates; so do some tags of YAML 1.1 (`!!omap`), which a `%YAML 1.1`
 * line would turn on but for the explicit schema.
 */
function compose(text: string, bounds: Bounds): readonly [Document.Parsed, number | undefined] {
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
  });
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(boundedTokens(text, bounds), true, text.length)) {
    if (first !== undefined) return [first, document.range[0]];
    first = document;
  }
  if (first === undefined) throw new Error('A composer that is forced to gives a document');
  return [first, undefined];
}

/**
 * Feed the lexer to the parser, both iterative, and stop at a limit. The composer that comes next calls itself for
 * every level, and a stack that overflows may end the process (Node 20 aborts when it compiles a regular expression
 * then), so the depth is bounded here. The parser's own stack is the one measure that no broken text gets around:
 * `a: b: c` on each line goes deeper without any indentation.
 */
function* boundedTokens(text: string, bounds: Bounds): Generator<CST.Token, void> {
  const { limits } = bounds;
  const parser = new Parser();
  const open = stackOf(parser);
  let offset = 0;
  let parts = 0;
  let anchors = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    parts++;
    const first: number | undefined = isScalar ? undefined : lexeme.charCodeAt(0);
    const length: number = lexeme.length === 1 && first !== undefined && isControl(first) ? 0 : lexeme.length;
    if (first === ASTERISK) bounds.aliases++;
    if (first === AMPERSAND) anchors++;
    bounds.exceeded = exceeding(limits, open.length - 1, parts, bounds.aliases, anchors, offset, offset + length);
    // What is too large is not composed; what nests too deep is, up to here, for the faults that made it so.
    if (bounds.exceeded?.code === 'too-many-parts') return;
    if (bounds.exceeded !== undefined) break;
    if (length > 0) bounds.lastStart = offset;
    offset += length;
    bounds.lastEnd = offset;
    isScalar = length === 0 && first === SCALAR_FOLLOWS;
  }
  yield* parser.end();
}

/** The lexer puts these, which have no width, between the pieces of the text. */
const DOCUMENT_FOLLOWS = 0x02;
const FLOW_ENDS = 0x18;
const SCALAR_FOLLOWS = 0x1f;

function isControl(unit: number): boolean {
  return unit === SCALAR_FOLLOWS || unit === DOCUMENT_FOLLOWS || unit === FLOW_ENDS;
}

const ASTERISK = 0x2a;
const AMPERSAND = 0x26;

/** The collections that are open, with the document below them; the library does not declare it. */
function stackOf(parser: Parser): readonly unknown[] {
  const stack: unknown = Reflect.get(parser, 'stack');
  if (!Array.isArray(stack))
    throw new Error('The YAML parser has no stack: this version of yaml is not the expected one');
  return stack;
}

function exceeding(
  limits: FileLimits,
  depth: number,
  parts: number,
  aliases: number,
  anchors: number,
  start: number,
  end: number,
): Bounds['exceeded'] {
  const most = Math.max(aliases, anchors);
  if (depth <= limits.depth && parts <= limits.parts && most <= limits.aliases) return undefined;
  const rest = 'nothing of this file is read';
  const span = { start, end };
  if (depth > limits.depth) {
    const consequence = `${rest}. Plain text with a colon or a bracket in it wants quotes`;
    return {
      code: 'too-deep',
      span,
      message: limitMessage('Lists and records nest too deep', depth, limits.depth, consequence),
    };
  }
  if (parts > limits.parts) {
    return {
      code: 'too-many-parts',
      span,
      message: limitMessage('Too many words and signs', parts, limits.parts, rest),
    };
  }
  const what = aliases > anchors ? 'Too many aliases' : 'Too many anchors';
  return { code: 'too-many-aliases', span, message: limitMessage(what, most, limits.aliases, rest) };
}

/**
 * Run `parse` without recording where errors were made: nobody reads it, and a text of commas makes an error for each,
 * where the stack traces would take most of the time and of a gigabyte.
 */
function withoutStackTraces<T>(parse: () => T): T {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return parse();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

function reportErrors(text: string, errors: readonly YAMLError[], bounds: Bounds, problems: Problems): void {
  const told = bounds.limits.syntaxProblems;
  let lastTab = -1;
  for (const { code, message, pos } of errors.slice(0, told)) {
    const tab = tabBefore(text, pos[0]);
    if (tab !== undefined && tab === lastTab) continue;
    lastTab = tab ?? -1;
    if (tab !== undefined) {
      problems.report('syntax', { start: tab, end: tab + 1 }, syntaxMessage('TAB_AS_INDENT', ''));
    } else if (message.startsWith('Missing closing')) {
      problems.report('syntax', firstLine(text, bounds.lastStart, bounds.lastEnd), syntaxMessage(code, message));
    } else {
      problems.report('syntax', firstLine(text, pos[0], pos[1]), syntaxMessage(code, message));
    }
  }
  const left = errors.length - told;
  if (left <= 0) return;
  const [start, end] = errors[told]?.pos ?? [text.length, text.length];
  const message = `${left} more ${left === 1 ? 'fault' : 'faults'} of YAML follow, most of them caused by the first`;
  problems.report('syntax', firstLine(text, start, end), message);
}

/** Find a tab in the indentation of a faulty line, the likely cause unless the file is JSON, where tabs are fine. */
function tabBefore(text: string, offset: number): number | undefined {
  if (/^\s*[[{]/.test(text)) return undefined;
  let index = text.lastIndexOf('\n', offset - 1) + 1;
  while (text.charAt(index) === ' ') index++;
  return text.charAt(index) === '\t' ? index : undefined;
}

function reportWarnings(text: string, warnings: readonly YAMLError[], problems: Problems): void {
  for (const { code, message, pos } of warnings) {
    const span = firstLine(text, pos[0], pos[1]);
    if (code === 'TAG_RESOLVE_FAILED') {
      const tag = () =>
        `The tag ${quoted(text.slice(span.start, span.end))} means nothing here; what follows is read as if it were not there`;
      problems.report('unknown-tag', span, tag);
    } else {
      problems.report('unclear-syntax', span, () => syntaxMessage(code, message));
    }
  }
}

/** The part of `[start, end)` on its first line, inside the text whatever the library says. */
function firstLine(text: string, start: number, end: number): Span {
  const from = Math.min(Math.max(start, 0), text.length);
  return { start: from, end: lineEndWithin(text, from, Math.min(Math.max(end, from), text.length)) };
}
