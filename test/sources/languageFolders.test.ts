import assert from 'node:assert/strict';
import { languageFolders } from '../../server/src/sources/languageFolders';

const rows: readonly (readonly [
  name: string,
  paths: readonly string[],
  languages: Readonly<Record<string, string>>,
])[] = [
  ['one for each', ['en/a.md', 'ja/a.md', 'zh-cn/b/a.md'], { en: 'en', ja: 'ja', 'zh-cn': 'zh-CN' }],
  ['one alone', ['de/a.md'], { de: 'de' }],
  ['with files beside them', ['index.md', 'pt_BR/a.md'], { pt_BR: 'pt-BR' }],
  ['with a script', ['zh-hant/a.md'], { 'zh-hant': 'zh-Hant' }],
  ['not beside another folder', ['en/a.md', 'images/a.md'], {}],
  ['not of what looks like one', ['api/a.md', 'ui/a.md'], {}],
  ['not where there is no folder', ['a.md'], {}],
];

describe('folders for languages', () => {
  for (const [name, paths, languages] of rows) {
    it(name, () => assert.deepEqual(Object.fromEntries(languageFolders(paths)), languages));
  }
});
