import { dirname, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { joinUses } from './conceptUses';
import type { Checked } from './options';
import { readTextFile } from './regularFile';
import type { TargetOptions } from './targetChecker';

/**
 * Add the concepts that no document of a run uses to what was found in their glossaries, where that is asked for. It is only
 * told of glossaries in `folders`, all documents of which are in the run, and not where one of these could not be checked:
 * that one may use what others do not.
 */
export async function withUnusedConcepts(
  checked: Checked,
  folders: readonly string[],
  options: TargetOptions,
): Promise<Checked> {
  const used = joinUses(checked.results.flatMap(([, result]) => ('uses' in result ? [result.uses ?? []] : [])));
  const isWhole = checked.unreadable.length === 0 && checked.results.every(([, { kind }]) => kind === 'checked');
  if (used.size === 0 || folders.length === 0 || !isWhole) return checked;
  const { TargetChecker } = await import('./targetChecker');
  const checker = new TargetChecker(options);
  const results = [...checked.results];
  for (const [index, [target, result]] of results.entries()) {
    const ids = target.kind === 'glossary' ? used.get(URI.file(target.file).toString()) : undefined;
    if (ids === undefined || result.kind !== 'checked' || !liesIn(dirname(target.file), folders)) continue;
    const read = readTextFile(target.file);
    if ('reason' in read) continue;
    const findings = await checker.checkGlossary(target, read.text, ({ id }) => ids.has(id));
    results[index] = [target, { ...result, findings }];
  }
  return { ...checked, results };
}

function liesIn(folder: string, folders: readonly string[]): boolean {
  return folders.some((other) => folder === other || folder.startsWith(other.endsWith(sep) ? other : other + sep));
}
