import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the repositories of folders; looks at each folder once in its life. */
export class RepositoryFinder {
  readonly #known = new Map<string, string | undefined>();

  /** Find the repository that a folder lies in: the folder with `.git`; undefined where there is none. */
  of(folder: string): string | undefined {
    const passed: string[] = [];
    let current = folder;
    while (!this.#known.has(current)) {
      passed.push(current);
      const above = dirname(current);
      if (existsSync(join(current, '.git'))) this.#known.set(current, current);
      else if (above === current) this.#known.set(current, undefined);
      else current = above;
    }
    const repository = this.#known.get(current);
    for (const below of passed) this.#known.set(below, repository);
    return repository;
  }
}
