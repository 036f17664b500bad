import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-protocol';
import type { Finding, RelatedPlace, Severity } from './analysis/finding';
import { type LineMap, lineStart, rangeOf } from './lsp';

/** What a client shows of a diagnostic. */
export interface DiagnosticTraits {
  /** It asks for diagnostics; else they are sent. */
  readonly isPulling: boolean;
  readonly relatedInformation: boolean;
  /** It strikes through what is deprecated. */
  readonly deprecatedTag: boolean;
  /** The folder of the pages of checks, for links to them; undefined where the client shows no links. */
  readonly checkPages: string | undefined;
}

/** More findings than these in one document are counted: nobody reads on, and an editor slows down. */
const MOST_DIAGNOSTICS = 1_000;

/** Say what checks found in a document, as an editor shows it. */
export function findingDiagnostics(
  findings: readonly Finding[],
  document: LineMap & { readonly uri: string },
  traits: DiagnosticTraits,
): Diagnostic[] {
  const shown = findings.slice(0, MOST_DIAGNOSTICS).map((finding) => diagnosticOf(finding, document, traits));
  const left = findings.length - shown.length;
  if (left === 0) return shown;
  const message = `${left} more ${left === 1 ? 'finding' : 'findings'} in this document: the first ${MOST_DIAGNOSTICS} are shown`;
  return [...shown, { range: lineStart(0), severity: diagnosticSeverities.information, source: SOURCE, message }];
}

/** Say what one finding is, as an editor shows it. */
export function diagnosticOf(
  { check, severity, span, message, related, isDeprecated }: Finding,
  document: LineMap & { readonly uri: string },
  traits: DiagnosticTraits,
): Diagnostic {
  const { checkPages } = traits;
  const places = traits.relatedInformation ? related.map((place) => informationOf(place, document)) : [];
  return {
    range: rangeOf(document, span),
    severity: diagnosticSeverities[severity],
    code: check,
    ...(checkPages === undefined ? {} : { codeDescription: { href: `${checkPages}/${check}.md` } }),
    source: SOURCE,
    message,
    ...(isDeprecated && traits.deprecatedTag ? { tags: [DEPRECATED] } : {}),
    ...(places.length === 0 ? {} : { relatedInformation: places }),
  };
}

const SOURCE = 'glossary-lens';
const DEPRECATED: DiagnosticTag = 2;

function informationOf(
  place: RelatedPlace,
  document: LineMap & { readonly uri: string },
): DiagnosticRelatedInformation {
  const { message } = place;
  if ('span' in place) return { location: { uri: document.uri, range: rangeOf(document, place.span) }, message };
  return { location: { uri: place.uri, range: lineStart(place.line) }, message };
}

/** The severities of ours as the protocol counts them; a value out of its library would load all of it. */
export const diagnosticSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
