import { quoted } from '../../text/quotation';
import type { Span } from '../../text/span';
import { suggestionFor } from '../../text/suggestion';
import { byPlace, type Draft, type Finding, type Fix, findingOf, type Severity } from '../finding';
import { type CheckName, DIRECTIVE_PREFIX, type DirectiveKind, directiveKinds, type Suppression } from './directives';
import { type Lines, linesOf } from './lines';
import { removeComment, removeName } from './removal';
import { SwitchedOff } from './switchedOff';

/** What is found about suppressions themselves: a name for configurations and lists, as checks have theirs. */
export const unusedSuppression = {
  name: 'unused-suppression',
  defaultSeverity: 'warning',
  summary: 'A comment that switches off a check which finds nothing there',
} as const;

/** The checks that there are, and those that were run. */
export interface SuppressibleChecks {
  /** Of all of them, whether they are on or off. */
  readonly names: readonly string[];
  /** Of those that are on, as a policy has them. */
  readonly severities: ReadonlyMap<string, Severity>;
}

/**
 * Take away the findings of a document that its suppressions keep quiet, and add one for each suppression, or name in it,
 * that keeps nothing quiet or names no check. In the order of the text; takes time in proportion to what it is given.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  text: string,
  checks: SuppressibleChecks,
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  const lines = linesOf(text);
  const switchedOff = new SwitchedOff(suppressions, lines);
  const sorted = [...findings].sort(byPlace);
  const left = sorted.filter(({ check, span }) => !switchedOff.suppress(check, span.start));
  switchedOff.end();
  const severity = checks.severities.get(unusedSuppression.name);
  if (severity === undefined) return left;
  const judging = { text, lines, checks, switchedOff, suggestions: new Map<string, string | undefined>() };
  const unused = suppressions.flatMap((suppression) =>
    unusedIn(suppression, judging).map((draft) => findingOf(unusedSuppression.name, severity, draft)),
  );
  return [...left, ...unused].sort(byPlace);
}

/** Names of which it is said what was probably meant: nobody reads more, and each takes a while. */
const MOST_SUGGESTIONS = 100;

interface Judging {
  /** What was probably meant by a name of no check, or by what is no directive: no word is both. */
  readonly suggestions: Map<string, string | undefined>;
  readonly text: string;
  readonly lines: Lines;
  readonly checks: SuppressibleChecks;
  readonly switchedOff: SwitchedOff;
}

function unusedIn(suppression: Suppression, judging: Judging): readonly Draft[] {
  const { kind, names } = suppression;
  if (kind === undefined) return [unknownDirective(suppression, judging)];
  if (names.length > 0) return unusedNames(suppression, kind, judging);
  const { checks, switchedOff } = judging;
  const isAnyOn = checks.names.some((name) => name !== unusedSuppression.name && checks.severities.has(name));
  if (!isAnyOn || switchedOff.isUsed(suppression)) return [];
  const message = kind === 'enable' ? 'No check is switched off here' : `No check finds anything ${places[kind]}`;
  return [{ span: suppression.word, message, fixes: [commentRemoval(suppression, judging, true)] }];
}

/** Where a directive keeps checks quiet. */
const places: Readonly<Record<Exclude<DirectiveKind, 'enable'>, string>> = {
  'disable-line': 'on this line',
  'disable-next-line': 'on the next line',
  disable: 'from here on',
  'disable-file': 'in this file',
};

const directives = directiveKinds.map((kind) => `${DIRECTIVE_PREFIX}${kind}`);

function unknownDirective(suppression: Suppression, judging: Judging): Draft {
  const { start, end } = suppression.word;
  const word = judging.text.slice(start, end);
  const suggestion = suggested(word, directives, judging);
  const known = directives.map((directive) => `\`${directive}\``).join(', ');
  const help = suggestion === undefined ? `there are ${known}` : `did you mean \`${suggestion}\`?`;
  const removal = commentRemoval(suppression, judging, false);
  const fixes = suggestion === undefined ? [removal] : [replacement(suppression.word, suggestion), removal];
  return { span: suppression.word, message: `${quoted(word)} is no directive: ${help}`, fixes };
}

/** A name that has no effect, and the check that was probably meant where there is none of this name. */
interface UnusedName {
  readonly index: number;
  readonly name: CheckName;
  readonly message: string;
  readonly suggestion: string | undefined;
}

function unusedNames(suppression: Suppression, kind: DirectiveKind, judging: Judging): readonly Draft[] {
  const { names } = suppression;
  const unused = names
    .map((name, index) => unusedName(name, index, kind, judging))
    .filter((found) => found !== undefined);
  const removed = new Set(unused.filter(({ suggestion }) => suggestion === undefined).map(({ index }) => index));
  const isAll = removed.size === names.length;
  const firstToStay = names.findIndex((_, index) => !removed.has(index));
  return unused.map(({ index, name, message, suggestion }): Draft => {
    const isSafe = suggestion === undefined;
    const removal: Fix =
      isAll || names.length === 1
        ? commentRemoval(suppression, judging, isSafe)
        : { title: `Remove ${quoted(name.name)}`, edits: removeName(suppression, index, firstToStay), isSafe };
    const fixes = suggestion === undefined ? [removal] : [replacement(name.span, suggestion), removal];
    return { span: name.span, message, fixes };
  });
}

function unusedName(name: CheckName, index: number, kind: DirectiveKind, judging: Judging): UnusedName | undefined {
  const { checks, switchedOff } = judging;
  const shown = quoted(name.name);
  if (!checks.names.includes(name.name)) {
    const suggestion = suggested(name.name, checks.names, judging);
    const help = suggestion === undefined ? '' : `: did you mean \`${suggestion}\`?`;
    return { index, name, message: `There is no check ${shown}${help}`, suggestion };
  }
  if (!checks.severities.has(name.name) || switchedOff.isUsed(name)) return undefined;
  const message = kind === 'enable' ? `${shown} is not switched off here` : `${shown} finds nothing ${places[kind]}`;
  return { index, name, message, suggestion: undefined };
}

function suggested(word: string, known: readonly string[], { suggestions }: Judging): string | undefined {
  if (suggestions.has(word) || suggestions.size >= MOST_SUGGESTIONS) return suggestions.get(word);
  const suggestion = suggestionFor(word, known, new Map());
  suggestions.set(word, suggestion);
  return suggestion;
}

function commentRemoval(suppression: Suppression, { text, lines }: Judging, isCertain: boolean): Fix {
  const { edits, isSafe } = removeComment(text, lines, suppression);
  return { title: 'Remove this comment', edits, isSafe: isSafe && isCertain };
}

function replacement(span: Span, text: string): Fix {
  return { title: `Replace with \`${text}\``, edits: [{ span, text }], isSafe: false };
}
