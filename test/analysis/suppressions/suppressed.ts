import type { Edit, Finding } from '../../../server/src/analysis/finding';
import { applySuppressions, suppressionsIn } from '../../../server/src/analysis/suppressions';
import { parseDocument } from '../../../server/src/languages/document';
import type { Language } from '../../../server/src/languages/language';
import { SourceReader } from '../../../server/src/text/source';

/** The checks of these tests: each finds the words that are its name in capitals. */
export const CHECKS = ['slang', 'typo', 'quiet'] as const;

/** All but `quiet`, which is off, and what is said of suppressions. */
export const SEVERITIES = new Map([
  ['slang', 'error'],
  ['typo', 'warning'],
  ['unused-suppression', 'warning'],
] as const);

/** What the checks find in a text, comments included, in its order. */
export function findingsIn(text: string): readonly Finding[] {
  const findings = CHECKS.flatMap((check) =>
    [...text.matchAll(new RegExp(check.toUpperCase(), 'g'))].map(
      ({ index }): Finding => ({
        check,
        severity: 'error',
        span: { start: index, end: index + check.length },
        message: `${check} found`,
        fixes: [],
        related: [],
        isDeprecated: false,
      }),
    ),
  );
  return findings.sort((one, other) => one.span.start - other.span.start);
}

/** What is left of what the checks find, in a document of a language. */
export function leftIn(text: string, language: Language): readonly Finding[] {
  const reader = new SourceReader();
  const suppressions = suppressionsIn(parseDocument(text, language, reader), reader);
  return applySuppressions(findingsIn(text), suppressions, text, { names: CHECKS, severities: SEVERITIES });
}

/** Make edits, which are sorted and disjoint. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of edits) {
    if (span.start < at) throw new Error('Edits overlap');
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}
