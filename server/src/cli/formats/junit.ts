import type { CheckedFile, CheckRun, FileFinding, UnreadableFile } from '../checkRun';
import type { OutputFormat } from './format';
import { placeOf } from './place';
import { counted } from './tally';
import { UNREADABLE, unreadableMessage } from './unreadable';
import { xmlDocument, xmlElement, xmlText } from './xml';

/** A report of tests as JUnit writes it: a suite for each file, a case for each finding. */
export const junitFormat: OutputFormat = {
  name: 'junit',
  summary: 'a JUnit report, in XML',
  write: (run) => {
    const { files, unreadable } = run;
    const suites = [...files.map(suiteOf), ...unreadable.map(unreadableSuite)];
    const attributes = {
      name: 'glossary-lens',
      tests: Math.max(1, sum(files, ({ findings }) => findings.length) + unreadable.length),
      failures: sum(files, failuresIn),
      errors: unreadable.length,
    };
    return xmlDocument(xmlElement('testsuites', attributes, suites.length > 0 ? suites : [cleanSuite(run)]));
  },
};

function suiteOf(file: CheckedFile): string {
  const { path, findings } = file;
  const attributes = { name: path, tests: findings.length, failures: failuresIn(file), errors: 0 };
  return xmlElement(
    'testsuite',
    attributes,
    findings.map((finding) => caseOf(path, finding)),
  );
}

function caseOf(path: string, finding: FileFinding): string {
  const { check, severity, message } = finding;
  // A word of ours comes first: a runner takes a line that begins with `::` for a command.
  const text = xmlText(`${severity} at ${path}:${placeOf(finding)}: ${message} [${check}]`);
  const outcome = isFailure(finding)
    ? xmlElement('failure', { type: severity, message }, [text])
    : xmlElement('system-out', {}, [text]);
  return xmlElement('testcase', { name: `${check} (${placeOf(finding)})`, classname: path, file: path }, [outcome]);
}

function unreadableSuite(file: UnreadableFile): string {
  const { path } = file;
  const error = xmlElement('error', { type: UNREADABLE, message: unreadableMessage(file) });
  const only = xmlElement('testcase', { name: UNREADABLE, classname: path, file: path }, [error]);
  return xmlElement('testsuite', { name: path, tests: 1, failures: 0, errors: 1 }, [only]);
}

/** Readers take a report without any case for a broken one. */
function cleanSuite({ checkedCount }: CheckRun): string {
  const attributes = { name: 'glossary-lens', tests: 1, failures: 0, errors: 0 };
  const name = `${counted(checkedCount, 'file')} without findings`;
  return xmlElement('testsuite', attributes, [xmlElement('testcase', { name, classname: 'glossary-lens' })]);
}

/** What does not fail a run does not fail a case. */
function isFailure({ severity }: FileFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function failuresIn({ findings }: CheckedFile): number {
  return findings.filter(isFailure).length;
}

function sum<Value>(values: readonly Value[], count: (value: Value) => number): number {
  return values.reduce((total, value) => total + count(value), 0);
}
