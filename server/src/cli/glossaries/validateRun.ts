import { URI } from 'vscode-uri';
import type { Severity } from '../../analysis/finding';
import { readerOf } from '../../formats';
import { defaultNameOf } from '../../formats/defaultName';
import { type GlossaryReading, type GlossaryScope, glossaryFindings } from '../../glossaryFindings';
import type { Scope } from '../../scopes';
import { createTerminology } from '../../terminology/terminology';
import { DocumentChecker } from '../check/documentChecker';
import { fileFindings } from '../check/fileFindings';
import type { Target } from '../check/targets';
import { UsageError } from '../check/usageError';
import type { FileFinding, UnreadableFile } from '../checkRun';
import { inertMessage, inertPath } from '../formats/inertText';
import { findFiles, isGlossary } from './findFiles';
import { tell } from './output';
import { readText } from './readFiles';
import { counted } from './summary';

/** What a command says of what is validated. */
export interface ValidateOptions {
  /** Files and folders, relative to `folder`. */
  readonly paths: readonly string[];
  /** The working directory. */
  readonly folder: string;
  /** The pack of the glossary that comes along, as a URI. */
  readonly shippedGlossary: string;
}

/** Exit codes: 0 for no problem that fails, 1 for some, 2 for what cannot be read. */
const PROBLEMS = 1;
const UNUSABLE = 2;
const FAILING: ReadonlySet<Severity> = new Set<Severity>(['error', 'warning']);

/** Say what is wrong with glossaries, as an editor does where they lie. Gives the exit code. Throws a `UsageError`. */
export async function validateGlossaries({ paths, folder, shippedGlossary }: ValidateOptions): Promise<number> {
  const { files, unreadable: unread } = findFiles(paths, folder);
  const unreadable: UnreadableFile[] = [...unread];
  const checker = new DocumentChecker({
    folder,
    shippedGlossary,
    glossaries: [],
    severities: [],
    configuration: undefined,
    isCaching: false,
  });
  let fileCount = 0;
  const findings: FileFinding[] = [];
  for (const foundFile of files) {
    const { file, path } = foundFile;
    const uri = URI.file(file).toString();
    const read = await readText(uri);
    if ('reason' in read) {
      unreadable.push({ path, reason: read.reason });
      continue;
    }
    if (!isGlossary(foundFile, { uri, text: read.text })) continue;
    fileCount++;
    const target: Target = { file, path, kind: 'glossary' };
    const scope = await checker.scopeOf(target, read.text);
    const isApplied = scope.loaded.some((loaded) => loaded.uri === uri);
    const found = isApplied
      ? checker.check(target, read.text, scope)
      : glossaryFindings(...(await readAlone(file, read.text, scope)));
    for (const finding of fileFindings(found, read.text, { path, folder })) {
      findings.push(finding);
      process.stdout.write(`${lineOf(path, finding)}\n`);
    }
  }
  tell(unreadable.map(({ path, reason }) => `${inertPath(path)}: ${inertMessage(reason)}`));
  if (fileCount === 0 && unreadable.length === 0) throw new UsageError(`there is no glossary in ${paths.join(', ')}`);
  if (fileCount > 0) tell([tallyOf(findings.length, fileCount)]);
  if (unreadable.length > 0) return UNUSABLE;
  return findings.some(({ severity }) => FAILING.has(severity)) ? PROBLEMS : 0;
}

/** Read a glossary that nothing names as if it applied where it lies: its own concepts count first. */
async function readAlone(
  file: string,
  text: string,
  { terminology, policy }: Scope,
): Promise<[GlossaryReading, GlossaryScope]> {
  const uri = URI.file(file).toString();
  const reader = await readerOf({ uri, text });
  const read = reader.read({ uri, text, defaultName: defaultNameOf(uri) });
  const own = read.glossary === undefined ? [] : [read.glossary];
  const scope = { terminology: createTerminology([...own, ...terminology.glossaries]), policy };
  return [{ places: undefined, ...read, uri, text }, scope];
}

function lineOf(path: string, { start, message }: FileFinding): string {
  return `${inertPath(path)}:${start.line}:${start.column}: ${inertMessage(message)}`;
}

function tallyOf(problemCount: number, fileCount: number): string {
  const glossaries = counted(fileCount, 'glossary', 'glossaries');
  return problemCount === 0 ? `${glossaries}, no problem` : `${glossaries}, ${counted(problemCount, 'problem')}`;
}
