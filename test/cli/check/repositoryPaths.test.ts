import { strict as assert } from 'node:assert';
import { resolve } from 'node:path';
import { fromRepository } from '../../../server/src/cli/check/repositoryPaths';
import { finding, run } from '../formats/runs';
import { testFolder } from './folder';

describe('paths for a service that knows the repository alone', () => {
  const folder = testFolder({ 'docs/deep/a.md': '' });

  const rows: readonly (readonly [
    name: string,
    isRepository: boolean,
    from: string,
    path: string,
    expected: string,
  ])[] = [
    ['count from its root', true, 'docs/deep', 'a.md', 'docs/deep/a.md'],
    ['lead up from a folder', true, 'docs/deep', '../../README.md', 'README.md'],
    ['stay at the root', true, '.', 'docs/a.md', 'docs/a.md'],
    ['are whole outside of it', true, '.', '../elsewhere/a.md', '{root}/../elsewhere/a.md'],
    ['stay where there is no repository', false, 'docs', 'a.md', 'a.md'],
  ];
  for (const [name, isRepository, from, path, expected] of rows) {
    it(name, () => {
      if (isRepository) folder.write('.git/HEAD', '');
      const related = [{ message: 'here', path, start: { line: 1, column: 1 } }];
      const told = fromRepository(
        { ...run({ [path]: [finding('⟦x⟧', { related })] }), unreadable: [{ path, reason: 'gone' }] },
        folder.file(from),
      );
      const shown = expected.startsWith('{root}') ? resolve(expected.replace('{root}', folder.path)) : expected;
      assert.equal(told.files[0]?.path, shown);
      assert.equal(told.files[0]?.findings[0]?.related[0]?.path, shown);
      assert.deepEqual(told.unreadable, [{ path: shown, reason: 'gone' }]);
    });
  }
});
