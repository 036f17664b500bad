import { isAbsolute, posix, relative, sep } from 'node:path';
import type { CheckRun } from '../checkRun';
import { RepositoryFinder } from './repository';

/** Name the files of a run, whose paths count from `folder`, from the root of the repository that `folder` lies in; as they are where there is none. */
export function fromRepository(run: CheckRun, folder: string): CheckRun {
  const root = new RepositoryFinder().of(folder);
  if (root === undefined || root === folder) return run;
  const below = relative(root, folder).split(sep).join('/');
  // What lies on another drive of Windows has no relative path.
  const moved = (path: string) => (isAbsolute(path) ? path : posix.join(below, path));
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
