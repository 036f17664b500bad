import type { Severity } from '../../analysis/finding';
import type { FileFinding } from '../checkRun';
import type { OutputFormat } from './format';
import { UNREADABLE, unreadableMessage } from './unreadable';
import { xmlDocument, xmlElement } from './xml';

/** A report as Checkstyle writes it, which Jenkins, reviewdog and many others read. */
export const checkstyleFormat: OutputFormat = {
  name: 'checkstyle',
  summary: 'a Checkstyle report, in XML',
  write: ({ files, unreadable }) => {
    const checked = files.map(({ path, findings }) => xmlElement('file', { name: path }, findings.map(errorElement)));
    const failed = unreadable.map((file) => {
      const place = { line: 1, column: 1, severity: severityNames.error };
      const error = { ...place, message: unreadableMessage(file), source: sourceOf(UNREADABLE) };
      return xmlElement('file', { name: file.path }, [xmlElement('error', error)]);
    });
    return xmlDocument(xmlElement('checkstyle', { version: VERSION }, [...checked, ...failed]));
  },
};

/** The version of Checkstyle whose reports look like this; readers want one, and none looks at it closely. */
const VERSION = '10.0';

function errorElement({ check, severity, message, start: { line, column } }: FileFinding): string {
  const error = { line, column, severity: severityNames[severity], message, source: sourceOf(check) };
  return xmlElement('error', error);
}

function sourceOf(check: string): string {
  return `glossary-lens.${check}`;
}

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};
