import { checkNames } from './analysis/checkList';
import { byPlace, type Finding } from './analysis/finding';
import { findInGlossary } from './analysis/glossaryChecks/findings';
import { unusedConcept } from './analysis/glossaryChecks/unusedConcept';
import { applySuppressions, suppressionsIn, unusedSuppression } from './analysis/suppressions';
import { DIRECTIVE_PREFIX } from './analysis/suppressions/directives';
import { languageOf } from './languages';
import { parseDocument } from './languages/document';
import type { LoadedGlossary } from './loadedGlossary';
import type { Scope } from './scopes';
import type { Concept } from './terminology/concept';
import { SourceReader } from './text/source';

/** A glossary file as it was read. */
export type GlossaryReading = Pick<
  LoadedGlossary,
  'uri' | 'glossary' | 'text' | 'places' | 'problems' | 'relatedNames'
>;

/** What counts for a glossary file: what applies where it lies. */
export type GlossaryScope = Pick<Scope, 'terminology' | 'policy'>;

/**
 * Say what is wrong with a glossary file that could be read, for editors and the command line alike. `isUsed` tells whether a
 * document of a run uses a concept; what is found without it is kept until the file, or what applies to it, changes.
 */
export function glossaryFindings(
  loaded: GlossaryReading,
  scope: GlossaryScope,
  isUsed?: (concept: Concept) => boolean,
): readonly Finding[] {
  if (isUsed !== undefined) return find(loaded, scope, isUsed);
  const known = kept.get(loaded);
  if (known?.terminology === scope.terminology && known.policy === scope.policy) return known.findings;
  const findings = find(loaded, scope, undefined);
  kept.set(loaded, { terminology: scope.terminology, policy: scope.policy, findings });
  return findings;
}

/** A glossary in Markdown is a document as well: what is said of its comments is found in its wording. */
const MARKDOWN = 'markdown';

/** A change to one file asks again about all: the others cost nothing. */
const kept = new WeakMap<GlossaryReading, GlossaryScope & { readonly findings: readonly Finding[] }>();

function find(
  loaded: GlossaryReading,
  { terminology, policy }: GlossaryScope,
  isUsed: ((concept: Concept) => boolean) | undefined,
): readonly Finding[] {
  const { uri, glossary, text, places, problems, relatedNames } = loaded;
  const isCurrent = text !== undefined;
  const findings = findInGlossary({
    uri,
    text: text ?? '',
    glossary: isCurrent ? glossary : undefined,
    places,
    problems,
    relatedNames,
    terminology,
    policy,
    isUsed,
  });
  // A text that does not parse may have its comments anywhere.
  return isCurrent ? withoutSuppressed(findings, uri, text, policy.severities, isUsed === undefined) : findings;
}

/**
 * Take away what comments of a glossary in YAML keep quiet: findings of checks alone, for a comment does not mend a file. Outside
 * of a run, a comment about what only a run finds may well be of use there.
 */
function withoutSuppressed(
  findings: readonly Finding[],
  uri: string,
  text: string,
  severities: Scope['policy']['severities'],
  isOutsideOfRun: boolean,
): readonly Finding[] {
  const language = languageOf({ uri, languageId: '' });
  if (language === undefined || severities.size === 0 || !text.includes(DIRECTIVE_PREFIX)) return findings;
  const reader = new SourceReader();
  const suppressions = suppressionsIn(parseDocument(text, language, reader), reader);
  const isDocument = language.id === MARKDOWN;
  const isLeftOut = (name: string) =>
    (isOutsideOfRun && name === unusedConcept.name) || (isDocument && name === unusedSuppression.name);
  const ran = new Map([...severities].filter(([name]) => !isLeftOut(name)));
  const checked = findings.filter(({ check }) => checkNames.includes(check));
  const others = findings.filter(({ check }) => !checkNames.includes(check));
  const left = applySuppressions(checked, suppressions, text, { names: checkNames, severities: ran });
  return [...others, ...left].sort(byPlace);
}
