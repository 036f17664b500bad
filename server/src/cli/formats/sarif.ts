import { isAbsolute } from 'node:path';
import type { ArtifactLocation, Fix, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import { URI } from 'vscode-uri';
import { configurableChecks } from '../../analysis/checkList';
import type { CheckTraits } from '../../analysis/checks/check';
import { type Severity, severities } from '../../analysis/finding';
import { helpUriOf, INFORMATION_URI, readCheckPage } from '../checkPages';
import type { CheckRun, FileFinding, FileFix, Place } from '../checkRun';
import type { OutputFormat } from './format';
import { jsonText } from './jsonText';
import { counted } from './tally';
import { UNREADABLE, unreadableMessage } from './unreadable';

/** The Static Analysis Results Interchange Format 2.1.0, which code scanning of GitHub and many editors read. */
export const sarifFormat: OutputFormat = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning',
  isForRepository: true,
  write: (run) => {
    const rules = configurableChecks.map((check) => ({ ...check, page: readCheckPage(check.name) }));
    return `${jsonText(sarifLog(run, rules), 2)}\n`;
  },
};

/** What a report says of a check by itself. */
export interface SarifRule extends CheckTraits {
  /** Markdown. */
  readonly page: string | undefined;
}

/** Put a run into the shape of SARIF. Findings of checks that no rule describes get a rule of their name alone. */
export function sarifLog(run: CheckRun, rules: readonly SarifRule[]): Log {
  const found = run.files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
  const reported = heaviest(found, MOST_RESULTS);
  const names = new Set([...rules.map(({ name }) => name), ...reported.map(({ finding }) => finding.check)]);
  const indexes = new Map([...names].map((name, index) => [name, index]));
  const described = new Map(rules.map((rule) => [rule.name, rule]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Glossary Lens',
            version: run.version,
            semanticVersion: run.version,
            informationUri: INFORMATION_URI,
            rules: [...names].map((name) => ruleOf(name, described.get(name))),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: run.unreadable.length === 0,
            toolExecutionNotifications: [...unreadableFiles(run), ...leftOut(found.length)],
          },
        ],
        results: reported.map(({ path, finding }) => resultOf(path, finding, indexes.get(finding.check) ?? -1)),
      },
    ],
  };
}

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;
/** GitHub shows the heaviest of a run, so many. */
const MOST_SHOWN_RESULTS = 5_000;
/** GitHub refuses a result with more places, and shows a hundred. */
const MOST_RELATED = 1_000;

/** Take the heaviest findings, in the order in which they are. */
function heaviest<Found extends { readonly finding: FileFinding }>(
  found: readonly Found[],
  most: number,
): readonly Found[] {
  if (found.length <= most) return found;
  const byWeight = severities.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity));
  const kept = new Set(byWeight.slice(0, most));
  return found.filter((one) => kept.has(one));
}

function ruleOf(name: string, rule: SarifRule | undefined): ReportingDescriptor {
  if (rule === undefined) return { id: name };
  const { summary, page, defaultSeverity } = rule;
  return {
    id: name,
    shortDescription: { text: plainText(summary) },
    fullDescription: { text: plainText(summary) },
    help: { text: plainText(page ?? summary), markdown: page ?? summary },
    helpUri: helpUriOf(name),
    defaultConfiguration:
      defaultSeverity === 'off' ? { enabled: false, level: 'warning' } : { level: levels[defaultSeverity] },
    properties: { tags: ['terminology'] },
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

function resultOf(path: string, finding: FileFinding, ruleIndex: number): Result {
  const { check, severity, message, start, end, fix, related, fingerprint } = finding;
  const artifactLocation = artifactOf(path);
  const places = related.slice(0, MOST_RELATED).map((place, id) => ({
    id,
    message: { text: plainText(place.message) },
    physicalLocation: {
      artifactLocation: artifactOf(place.path),
      region: { startLine: place.start.line, startColumn: place.start.column },
    },
  }));
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: plainText(message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(start, end) } }],
    partialFingerprints: { 'glossaryLens/v1': fingerprint },
    ...(places.length === 0 ? {} : { relatedLocations: places }),
    ...(fix === undefined || fix.edits.length === 0 ? {} : { fixes: [fixOf(fix, artifactLocation)] }),
  };
}

function fixOf({ title, edits }: FileFix, artifactLocation: ArtifactLocation): Fix {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: regionOf(start, end),
    insertedContent: { text },
  }));
  return { description: { text: plainText(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

function regionOf(start: Place, end: Place): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path is relative to the root of the source, but for those on another disk. */
function artifactOf(path: string): ArtifactLocation {
  const whole = path.replace(LONE_SURROGATES, '\uFFFD');
  if (isAbsolute(whole)) return { uri: URI.file(whole).toString() };
  return { uri: whole.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Brackets make links in the messages of SARIF, and a backslash takes that from them. Braces stay: they mark places for
 * arguments, of which there are none, and few readers take the escape back that they have.
 */
function plainText(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

function unreadableFiles({ unreadable }: CheckRun): readonly Notification[] {
  return unreadable.map((file) => ({
    level: 'error',
    descriptor: { id: UNREADABLE },
    message: { text: plainText(unreadableMessage(file)) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file.path) } }],
  }));
}

function leftOut(count: number): readonly Notification[] {
  if (count <= MOST_SHOWN_RESULTS) return [];
  const some = counted(MOST_SHOWN_RESULTS, 'finding');
  const shown = `Of ${counted(count, 'finding')}, GitHub shows the ${some} that weigh most.`;
  const missing = count - MOST_RESULTS;
  const text = missing > 0 ? `${shown} ${counted(missing, 'finding')} are left out of this report.` : shown;
  return [{ level: 'warning', descriptor: { id: 'many-findings' }, message: { text } }];
}
