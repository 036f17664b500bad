import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { CheckRun } from '../checkRun';
import { RepositoryFinder } from './repository';

/**
 * Name the files of a run, whose paths count from `folder`, from the root of the repository that `folder` lies in. What lies
 * outside of it gets its whole path: no path leads up from the root.
 */
export function fromRepository(run: CheckRun, folder: string): CheckRun {
  const root = new RepositoryFinder().of(folder) ?? folder;
  const moved = (path: string) => pathBelow(root, resolve(folder, path)).split(sep).join('/');
  return {
    ...run,
    files: run.files.map(({ path, findings }) => ({
      path: moved(path),
      findings: findings.map((finding) => ({
        ...finding,
        related: finding.related.map((place) => ({ ...place, path: moved(place.path) })),
      })),
    })),
    unreadable: run.unreadable.map(({ path, reason }) => ({ path: moved(path), reason })),
  };
}

function pathBelow(root: string, file: string): string {
  const below = relative(root, file) || '.';
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? file : below;
}
