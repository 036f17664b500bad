import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Range } from 'yaml';
import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import { type FileLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';
import { ownText } from './ownText';
import type { TextValue, Value, Values } from './values';

/**
 * Make the values of a text of YAML. Nothing is converted as a whole (the library's own conversion takes quadratic time
 * in aliases): a reader opens what it knows and never goes deeper than its fields, and the text that aliases repeat is
 * counted, so that the work stays in proportion to the length of the file.
 */
export function yamlValues(
  text: string,
  root: Node | undefined,
  hasAliases: boolean,
  limits: FileLimits,
  problems: Problems,
): Values {
  const targets = hasAliases && root !== undefined ? resolveAliases(root, text, problems) : new Map<Alias, Node>();
  let aliased = 0;

  function open(node: unknown, place: Span): Value {
    return isAlias(node) ? openTarget(node, spanOf(node, place)) : openNode(node, place);
  }

  function openTarget(alias: Alias, span: Span): Value {
    const target = targets.get(alias);
    if (target === undefined) return { kind: 'empty', span };
    const targetSpan = spanOf(target, span);
    aliased += targetSpan.end - targetSpan.start;
    if (aliased <= limits.aliasedLength) return openNode(target, targetSpan);
    const what = 'Aliases repeat too many characters';
    problems.report(
      'too-much-aliased',
      span,
      limitMessage(what, aliased, limits.aliasedLength, 'this one is left out'),
    );
    return { kind: 'empty', span };
  }

  function openNode(node: unknown, place: Span): Value {
    const span = spanOf(node, place);
    if (isMap(node)) return { kind: 'record', pairs: node.items, span };
    if (isSeq(node)) return { kind: 'list', nodes: node.items, span };
    if (!isScalar(node) || node.source === undefined) return { kind: 'empty', span };
    if (node.value === null) return { kind: 'empty', span };
    const isPlain = node.type === 'PLAIN' && node.tag === undefined;
    return { kind: 'text', text: ownText(node.source), type: isPlain ? typeOf(node.value, node.source) : 'text', span };
  }

  return { root, hasAliases, open };
}

function typeOf(value: unknown, source: string): TextValue['type'] {
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return TIMESTAMP.test(source) ? 'date' : 'text';
}

/** What YAML 1.1 takes for a date, with a time or without. */
const TIMESTAMP =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$/;

function spanOf(node: unknown, place: Span): Span {
  const range = rangeOf(node);
  return range === undefined ? place : { start: range[0], end: range[1] };
}

function rangeOf(node: unknown): Range | undefined {
  return isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? (node.range ?? undefined) : undefined;
}

/**
 * Find the node that each alias stands for: the last one before it with that anchor. An alias reaches backwards only,
 * so the one way to go round in circles is an alias inside its own anchor's value.
 */
function resolveAliases(root: Node, text: string, problems: Problems): ReadonlyMap<Alias, Node> {
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isAlias(node)) {
      const target = resolveAlias(node, anchors, text, problems);
      if (target !== undefined) targets.set(node, target);
    } else if (isPair(node)) {
      waiting.push(node.value, node.key);
    } else if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (!isScalar(node)) for (let index = node.items.length - 1; index >= 0; index--) waiting.push(node.items[index]);
    }
  }
  return targets;
}

function resolveAlias(
  alias: Alias,
  anchors: ReadonlyMap<string, Node>,
  text: string,
  problems: Problems,
): Node | undefined {
  const place = { start: 0, end: text.length };
  const span = spanOf(alias, place);
  const target = anchors.get(alias.source);
  if (target === undefined) {
    const message = `No anchor ${quoted(`&${alias.source}`)} comes before this alias; text that begins with \`*\` goes in quotes`;
    problems.report('unknown-anchor', span, message);
    return undefined;
  }
  const { start, end } = spanOf(target, place);
  if (!isScalar(target) && start <= span.start && span.start < end) {
    const message = `The alias ${quoted(`*${alias.source}`)} stands for a value that contains the alias itself`;
    problems.report('alias-cycle', span, message);
    return undefined;
  }
  return target;
}
