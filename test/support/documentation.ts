import assert from 'node:assert/strict';
import { checkNames, configurableChecks } from '../../server/src/analysis/checkList';
import type { Finding, Severity } from '../../server/src/analysis/finding';
import { applySuppressions, suppressionsIn } from '../../server/src/analysis/suppressions';
import { policyOf } from '../../server/src/configuration/policy';
import { readConfiguration } from '../../server/src/configuration/readConfiguration';
import { languageOf } from '../../server/src/languages';
import { parseDocument } from '../../server/src/languages/document';
import { SourceReader } from '../../server/src/text/source';
import { findingsIn, terminologyOf } from './checking';

/** What the documentation tells of a check. */
export interface DocumentedCheck {
  readonly name: string;
  readonly defaultSeverity: Severity | 'off';
  readonly summary: string;
}

/** Every check that there is, in the order of lists. */
export const documentedChecks: readonly DocumentedCheck[] = configurableChecks;

/** What lies around an example: the texts of files, undefined where there is none. */
export interface ExampleFiles {
  readonly glossary: string | undefined;
  readonly configuration: string | undefined;
}

/**
 * Check an example as the product does, with the files around it read by the product's own readers, suppressions included.
 * `defaultChecks` are the checks with what counts where the configuration says nothing.
 */
export function findingsInExample(
  text: string,
  name: string,
  { glossary, configuration }: ExampleFiles,
  defaultChecks: readonly Pick<DocumentedCheck, 'name' | 'defaultSeverity'>[] = documentedChecks,
): readonly Finding[] {
  const read = configuration === undefined ? undefined : readWithoutProblems(configuration);
  const policy = policyOf({
    checks: defaultChecks,
    configuration: read,
    path: name,
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
  const found = findingsIn(text, terminologyOf(glossary ?? 'concepts: []'), policy, name);
  const language = languageOf({ uri: `file:///repo/${name}`, languageId: '' });
  assert.ok(language);
  const reader = new SourceReader();
  const suppressions = suppressionsIn(parseDocument(text, language, reader), reader);
  return applySuppressions(found, suppressions, text, { names: checkNames, severities: policy.severities });
}

function readWithoutProblems(text: string) {
  const { configuration, problems } = readConfiguration({ uri: 'file:///repo/glossary-lens.yaml', text }, checkNames);
  assert.deepEqual(problems, [], text);
  return configuration;
}
