import assert from 'node:assert/strict';
import { languageFolders } from '../../server/src/sources/languageFolders';

const rows: readonly (readonly [
  name: string,
  paths: readonly string[],
  /** Of each path. */
  languages: readonly (string | undefined)[],
])[] = [
  ['one for each', ['en/a.md', 'ja/a.md', 'zh-cn/b/a.md'], ['en', 'ja', 'zh-CN']],
  ['one alone', ['de/a.md', 'de/b/a.md'], ['de', 'de']],
  ['with files beside them', ['index.md', 'pt_BR/a.md'], [undefined, 'pt-BR']],
  ['with a script', ['zh-hant/a.md'], ['zh-Hant']],
  ['in the one folder that there is', ['README.md', 'content/en/a.md', 'content/ja/a.md'], [undefined, 'en', 'ja']],
  ['not beside another folder', ['en/a.md', 'images/a.md'], [undefined, undefined]],
  ['not of what looks like one', ['api/a.md', 'ui/a.md'], [undefined, undefined]],
  ['not where there is no folder', ['a.md'], [undefined]],
  ['not where there is nothing', [], []],
];

describe('folders for languages', () => {
  for (const [name, paths, languages] of rows) {
    it(name, () => assert.deepEqual(paths.map(languageFolders(paths)), languages));
  }
});
