import assert from 'node:assert/strict';
import { languageOf, languages } from '../../server/src/languages';

describe('languageOf', () => {
  const rows: readonly [name: string, uri: string, languageId: string, expected: string | undefined][] = [
    ['goes by the extension', 'file:///team/deploy.yaml', 'yaml', 'yaml'],
    ['believes the extension, not the language id', 'file:///team/deploy.yaml', 'markdown', 'yaml'],
    ['believes it both ways', 'file:///team/README.md', 'yaml', 'markdown'],
    ['reads an extension in any case', 'file:///team/README.MD', 'plaintext', 'markdown'],
    ['reads the last extension of several', 'file:///team/notes.md.yml', 'markdown', 'yaml'],
    ['reads an extension behind that of a template', 'file:///team/deploy.yaml.j2', 'jinja', 'yaml'],
    ['leaves query and fragment out', 'git:/team/deploy.yaml?ref=a.md#b.md', 'markdown', 'yaml'],
    ['goes by the language id without a known extension', 'file:///team/Pods', 'dockercompose', 'yaml'],
    ['takes no folder for a file', 'file:///team.md/Pods.txt', 'yaml', 'yaml'],
    ['goes by the language id of a document never saved', 'untitled:notes.md', 'yaml', 'yaml'],
    ['knows no other languages', 'file:///team/main.go', 'go', undefined],
  ];
  for (const [name, uri, languageId, expected] of rows) {
    it(name, () => assert.equal(languageOf({ uri, languageId })?.id, expected));
  }
});

describe('languages', () => {
  it('share no language id and no extension', () => {
    const ids = languages.map(({ id }) => id);
    const languageIds = languages.flatMap((language) => [...language.languageIds]);
    const extensions = languages.flatMap((language) => [...language.extensions]);
    for (const names of [ids, languageIds, extensions]) {
      assert.deepEqual(names, [...new Set(names)]);
    }
  });

  it('have extensions in lower case with their dot', () => {
    for (const extension of languages.flatMap((language) => [...language.extensions])) {
      assert.match(extension, /^\.[a-z.\d]+$/);
    }
  });
});
