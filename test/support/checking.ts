import { checks } from '../../server/src/analysis/checks';
import type { Finding, Severity } from '../../server/src/analysis/finding';
import { Findings } from '../../server/src/analysis/findings';
import { edited, safeEdits } from '../../server/src/analysis/fixing';
import { Occurrences } from '../../server/src/analysis/occurrences';
import type { Policy } from '../../server/src/analysis/policy';
import { nativeFormat } from '../../server/src/formats/native';
import { languageOf } from '../../server/src/languages';
import { parseDocument } from '../../server/src/languages/document';
import { createTerminology, type Terminology } from '../../server/src/terminology/terminology';
import { SourceReader } from '../../server/src/text/source';
import { mark } from './marked';

/** Read a glossary written in the native format. */
export function terminologyOf(glossary: string): Terminology {
  const read = nativeFormat.read({ uri: 'file:///repo/glossary.yaml', text: glossary, defaultName: 'Acme' });
  if (read.glossary === undefined) throw new Error(`The glossary does not parse: ${read.problems[0]?.message}`);
  return createTerminology([read.glossary]);
}

/** A policy under which the named checks are on, and what else is given counts. */
export function policyWith(names: readonly string[], parts: Partial<Policy> = {}): Policy {
  return {
    severities: new Map(names.map((name) => [name, 'warning' satisfies Severity])),
    acceptedAbbreviations: new Set(),
    audience: undefined,
    checksQuotations: false,
    checksShipped: false,
    languages: [],
    ...parts,
  };
}

/** Check a document: what the findings are of. */
export function findingsIn(
  text: string,
  terminology: Terminology,
  policy: Policy,
  name = 'page.md',
): readonly Finding[] {
  const language = languageOf({ uri: `file:///repo/${name}`, languageId: '' });
  if (language === undefined) throw new Error(`No language reads ${name}`);
  const reader = new SourceReader();
  const occurrences = new Occurrences(parseDocument(text, language, reader), terminology.vocabulary, reader);
  return new Findings(checks, reader).in(occurrences, { terminology, policy });
}

/** Put `⟦…⟧` around what findings are about. */
export function markFindings(text: string, findings: readonly Finding[]): string {
  return mark(
    text,
    findings.map(({ span }) => span),
  );
}

/** Make the safe fixes of findings. */
export function fixed(text: string, findings: readonly Finding[]): string {
  return edited(text, safeEdits(findings));
}
