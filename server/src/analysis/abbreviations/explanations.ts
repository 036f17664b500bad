import type { Span } from '../../text/span';

/**
 * Make the question whether what stands at a span of a source text leads to its explanation: it is in the text of a link,
 * marked up as an abbreviation, alone in brackets behind other words, or has a remark behind it that says what it is.
 */
export function explanationsIn(source: string): (span: Span) => boolean {
  /** Looked for once, when somebody asks. */
  let labels: ReadonlySet<string> | undefined;
  const isDefinedLabel = (label: string) => {
    labels ??= labelsIn(source);
    return labels.has(normalized(label));
  };
  return (span) => {
    const left = source.slice(Math.max(0, span.start - SEEN), span.start);
    const right = source.slice(span.end, span.end + SEEN);
    return (
      isExplainedBehind(source.charAt(span.start), right) ||
      isAloneInBrackets(left, right) ||
      isHeadOfList(left, right) ||
      isDefined(left, right) ||
      isInElement(left) ||
      isInTemplate(left) ||
      isInLink(left, source.slice(span.start, span.end), right, isDefinedLabel)
    );
  };
}

/** Tell whether a span is in a line for a tool that checks texts, such as a list of words that are spelt right. */
export function isInDirective(source: string, { start }: Span): boolean {
  const before = source.slice(Math.max(0, start - SEEN), start);
  return DIRECTIVE.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** Units on each side of a span that are looked at: the texts of nearly all links are shorter. */
const SEEN = 200;

const DIRECTIVE = /^[\s#<!-]{0,12}(?:cspell|spell-?checker|vale|textlint|markdownlint)\b/iu;

/** `LF stands for`, `LF (the form that is long)`, `LF: Long form`; what comes behind `(e.g.` and `(see` explains nothing. */
function isExplainedBehind(initial: string, right: string): boolean {
  if (STANDS_FOR.test(right)) return true;
  const [, inBrackets] = /^[*_]{0,3}\s\(([^()\n]{0,80})\)/u.exec(right) ?? [];
  if (inBrackets !== undefined) return /^[^\W\d_]{3,}/u.test(inBrackets) && !NO_EXPLANATION.test(inBrackets);
  const [, behind] = /^[*_]{0,3}(?::| [-–—])[*_]{0,3} ["'“*_]{0,3}(\p{L})/u.exec(right) ?? [];
  return behind !== undefined && behind.toLowerCase() === initial.toLowerCase();
}

const STANDS_FOR =
  /^["'”’*_]{0,3},?\s\(?(?:(?:which|that|it)\s)?(?:stands for|is short for|short for|is an? (?:acronym|abbreviation|initialism)|means|abbreviates)\b/u;

const NO_EXPLANATION =
  /^(?:see|since|from|for example|for instance|such as|like|including|if|when|but|only|not|version|optional)\b/iu;

/** `the long form of it (LF)`: whatever letters it is made of, an abbreviation alone in brackets is an introduction. */
function isAloneInBrackets(left: string, right: string): boolean {
  return /[\p{L}\p{N}*_)」』"”]\s?[(（]["'“*_]{0,3}$/u.test(left) && /^["'”*_]{0,3}[)）]/u.test(right);
}

/** A heading, or the first words of an item, which the text behind it is about: `### LF`, `- **LF**: what it is`. */
function isHeadOfList(left: string, right: string): boolean {
  const [start = ''] = /(?:^|\n)[^\n]{0,12}$/u.exec(left) ?? [];
  if (/^\n?#{1,6}\s$/u.test(start)) return /^\s*(?:\{[^{}\n]*\})?\s*(?:\n|$)/u.test(right);
  return /^\n?\s*(?:[-*+]\s+)?[*_]{0,3}$/u.test(start) && /^[*_]{0,3}(?::[*_]{0,3}|\n:|\s[-–—])\s+\S/u.test(right);
}

/** `An LF is a form that …`: a sentence that begins so says what it is. */
function isDefined(left: string, right: string): boolean {
  return (
    /(?:^|[\n#>.!?:-]\s?)(?:(?:An?|The)\s)?["'“*_]{0,3}$/u.test(left) &&
    /^["'”*_]{0,3}\s(?:is|are)\s(?:an?|the)\s/u.test(right)
  );
}

function isInElement(left: string): boolean {
  const open = left.lastIndexOf('<');
  return open >= 0 && /^<(?:a|abbr|dfn)\b[^<>]*>[^<>]*$/iu.test(left.slice(open));
}

/** A template that names it, such as Hugo's `{{< tooltip text="LF" term="long-form" >}}`, leads to what it is. */
function isInTemplate(left: string): boolean {
  return left.lastIndexOf('{{') > left.lastIndexOf('}}');
}

function isInLink(left: string, written: string, right: string, isDefinedLabel: (label: string) => boolean): boolean {
  const open = left.lastIndexOf('[');
  if (open < 0 || open < left.lastIndexOf(']') || left.includes('\n\n', open)) return false;
  const close = right.indexOf(']');
  if (close < 0 || right.slice(0, close).includes('\n\n')) return false;
  const next = right.charAt(close + 1);
  if (next === '(' || next === '[') return true;
  return isDefinedLabel(left.slice(open + 1) + written + right.slice(0, close));
}

/** List the labels that lines define, of links and of abbreviations: `[label]: …`, `*[label]: …`. */
function labelsIn(source: string): ReadonlySet<string> {
  return new Set(Array.from(source.matchAll(LABEL), ([, label = '']) => normalized(label)));
}

/** No longer one fits into what is seen around a span. */
const LABEL = /^\*?\[([^[\]\r\n]{1,400})\]:/gmu;

/** As CommonMark compares labels: whatever their capitals and white space. */
function normalized(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}
