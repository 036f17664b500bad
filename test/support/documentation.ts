import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkNames, configurableChecks } from '../../server/src/analysis/checkList';
import type { Finding, Severity } from '../../server/src/analysis/finding';
import { glossaryChecks } from '../../server/src/analysis/glossaryChecks';
import { Occurrences } from '../../server/src/analysis/occurrences';
import type { Policy } from '../../server/src/analysis/policy';
import { applySuppressions, suppressionsIn } from '../../server/src/analysis/suppressions';
import { policyOf } from '../../server/src/configuration/policy';
import { readConfiguration } from '../../server/src/configuration/readConfiguration';
import { glossaryFindings } from '../../server/src/glossaryFindings';
import { languageOf } from '../../server/src/languages';
import { type ParsedDocument, parseDocument } from '../../server/src/languages/document';
import type { Concept } from '../../server/src/terminology/concept';
import type { Terminology } from '../../server/src/terminology/terminology';
import { SourceReader } from '../../server/src/text/source';
import { findingsIn, terminologyOf } from './checking';
import { checkedGlossary } from './glossaryChecking';

/** What the documentation tells of a check. */
export interface DocumentedCheck {
  readonly name: string;
  readonly defaultSeverity: Severity | 'off';
  readonly summary: string;
}

/** Every check that there is, in the order of lists. */
export const documentedChecks: readonly DocumentedCheck[] = configurableChecks;

/** Tell whether a check is of glossary files, and not of documents. */
export function isOfGlossaries({ name }: Pick<DocumentedCheck, 'name'>): boolean {
  return glossaryChecks.some((check) => check.name === name);
}

/** What lies around an example: the texts of files, undefined where there is none. */
export interface ExampleFiles {
  readonly glossary: string | undefined;
  readonly configuration: string | undefined;
}

/**
 * Check an example document as the product does, with the files around it read by the product's own readers, suppressions
 * included. `defaultChecks` are the checks with what counts where the configuration says nothing.
 */
export function findingsInExample(
  text: string,
  name: string,
  { glossary, configuration }: ExampleFiles,
  defaultChecks: DefaultChecks = documentedChecks,
): readonly Finding[] {
  const policy = policyFor(name, configuration, defaultChecks);
  const found = findingsIn(text, terminologyOf(glossary ?? 'concepts: []'), policy, name);
  const reader = new SourceReader();
  const suppressions = suppressionsIn(parsed(text, name, reader), reader);
  return applySuppressions(found, suppressions, text, { names: checkNames, severities: policy.severities });
}

/** Check an example glossary in the same way; `documents` are what a run checks with it. */
export function findingsInGlossaryExample(
  text: string,
  documents: readonly string[],
  configuration: string | undefined,
  defaultChecks: DefaultChecks = documentedChecks,
): readonly Finding[] {
  const { uri, glossary, places, problems, relatedNames, terminology } = checkedGlossary(text);
  const lines = TextDocument.create(uri, '', 0, text);
  const loaded = { uri, text, glossary, places, problems, relatedNames, lines, isShipped: false };
  const policy = policyFor('glossary.yaml', configuration, defaultChecks);
  const used = new Set(documents.flatMap((document) => conceptsIn(document, terminology)));
  const isUsed = (concept: Concept) => used.has(concept);
  return glossaryFindings(loaded, { terminology, policy }, documents.length === 0 ? undefined : isUsed);
}

/** Checks with what counts where a configuration says nothing. */
type DefaultChecks = readonly Pick<DocumentedCheck, 'name' | 'defaultSeverity'>[];

function policyFor(path: string, configuration: string | undefined, checks: DefaultChecks): Policy {
  return policyOf({
    checks,
    configuration: configuration === undefined ? undefined : readWithoutProblems(configuration),
    path,
    personal: {
      enabled: true,
      severities: new Map(),
      shipped: undefined,
      quotations: undefined,
      abbreviations: [],
      audience: undefined,
    },
    hasOwnGlossary: true,
  });
}

function readWithoutProblems(text: string) {
  const { configuration, problems } = readConfiguration({ uri: 'file:///repo/glossary-lens.yaml', text }, checkNames);
  assert.deepEqual(problems, [], text);
  return configuration;
}

function conceptsIn(document: string, terminology: Terminology): readonly Concept[] {
  const reader = new SourceReader();
  const occurrences = new Occurrences(parsed(document, 'page.md', reader), terminology.vocabulary, reader);
  return [...occurrences].flatMap(({ senses }) => senses.map(({ concept }) => concept));
}

function parsed(text: string, name: string, reader: SourceReader): ParsedDocument {
  const language = languageOf({ uri: `file:///repo/${name}`, languageId: '' });
  assert.ok(language, name);
  return parseDocument(text, language, reader);
}
