import type { Span } from '../../text/span';
import { plainText } from './inline';

/** A name of a list, and why not to use it where that is said. */
export interface ListedName {
  readonly text: string;
  readonly span: Span;
  readonly reason?: string;
}

/** Read a list such as `K8s, kube`; with reasons, `kubernates (misspelling)` says one. A comma in brackets or escaped parts nothing. */
export function listedNames(source: string, { start, end }: Span, hasReasons: boolean): readonly ListedName[] {
  const names: ListedName[] = [];
  let from = start;
  let depth = 0;

  function close(to: number, isLast: boolean) {
    const name = nameIn(source, from, to, isLast, hasReasons);
    if (name !== undefined) names.push(name);
    from = to + 1;
    depth = 0;
  }

  for (let at = start; at < end; at++) {
    const character = source.charAt(at);
    if (character === '\\') at++;
    else if ('(（['.includes(character)) depth++;
    else if (')）]'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ',;，；、'.includes(character)) close(at, false);
  }
  close(end, true);
  return names;
}

function nameIn(
  source: string,
  from: number,
  to: number,
  isLast: boolean,
  hasReasons: boolean,
): ListedName | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(source.charAt(start))) start++;
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  if (isLast && source.charAt(end - 1) === '.' && source.charAt(end - 2) !== '\\') end--;
  const written = source.slice(start, end);
  const open = hasReasons ? reasonStart(written) : -1;
  const name = plainText(open < 0 ? written : written.slice(0, open)).text;
  if (name === '' || NOTHING.test(name)) return undefined;
  const reason = open < 0 ? '' : plainText(written.slice(open, -1).replace(/^[\s(]+/, '')).text;
  const span = { start, end: open < 0 ? end : start + written.slice(0, open).trimEnd().length };
  return { text: name, span, ...(reason === '' ? {} : { reason }) };
}

/** Where the brackets at the end of a name open, behind a space. */
function reasonStart(written: string): number {
  if (!written.endsWith(')') || written.endsWith('\\)')) return -1;
  let depth = 0;
  for (let at = written.length - 1; at > 0; at--) {
    if (written.charAt(at - 1) === '\\') continue;
    if (written.charAt(at) === ')') depth++;
    else if (written.charAt(at) === '(' && --depth === 0) return written.charAt(at - 1) === ' ' ? at - 1 : -1;
  }
  return -1;
}

const NOTHING = /^(?:none|n\/a|[-–—])$/i;
