import assert from 'node:assert/strict';
import { languageOfPath } from '../../server/src/formats/pathLanguage';

describe('the language of a path', () => {
  const rows: readonly (readonly [uri: string, language: string | undefined])[] = [
    ['file:///site/content/ja/docs/reference/glossary/pod.md', 'ja'],
    ['file:///site/content/pt-br/pod.md', 'pt-BR'],
    ['file:///site/content/zh-cn/pod.md', 'zh-CN'],
    ['file:///site/content/zh_hans/pod.md', 'zh-Hans'],
    ['file:///site/content/id/pod.md', 'id'],
    ['file:///site/i18n/it/pod.md', 'it'],
    ['file:///site/de/pod.md', 'de'],
    ['file:///site/glossary.ja.md', 'ja'],
    ['file:///site/glossary.pt-BR.md?raw=1', 'pt-BR'],
    ['file:///ja/site/content/en/pod.md', 'en'],
    ['file:///home/it/id/pod.md', undefined],
    ['file:///site/go/js/pod.md', undefined],
    ['file:///site/glossary/pod.md', undefined],
    ['file:///site/app.spec.md', undefined],
    ['', undefined],
  ];
  for (const [uri, language] of rows) it(`${uri} ${language}`, () => assert.equal(languageOfPath(uri), language));
});
