import { strict as assert } from 'node:assert';
import { findGlossaryFiles } from '../server/src/glossaryFolders';

describe('the glossary files of a document', () => {
  const rows: readonly {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly document: string;
    readonly expected: readonly string[];
  }[] = [
    {
      name: 'are those of its folder and of the folders above, the nearest first',
      files: { 'glossary.yaml': '', 'a/b.glossary.yaml': '', 'a/glossary.yaml': '', 'c/glossary.yaml': '' },
      document: 'a/x.md',
      expected: ['a/glossary.yaml', 'a/b.glossary.yaml', 'glossary.yaml'],
    },
    {
      name: 'are not those that git ignores',
      files: { '.gitignore': 'a/glossary.yaml', 'glossary.yaml': '', 'a/glossary.yaml': '' },
      document: 'a/x.md',
      expected: ['glossary.yaml'],
    },
    {
      name: 'are not those in an ignored folder, whatever its own rules say',
      files: { '.gitignore': 'a/', 'glossary.yaml': '', 'a/.gitignore': '!*', 'a/b/glossary.yaml': '' },
      document: 'a/b/x.md',
      expected: ['glossary.yaml'],
    },
    {
      name: 'are those in a folder that nearer rules take back',
      files: { '.gitignore': 'b', 'a/.gitignore': '!b/', 'a/b/glossary.yaml': '' },
      document: 'a/b/x.md',
      expected: ['a/b/glossary.yaml'],
    },
    {
      name: 'are those that Contextive keeps for a folder, behind its own',
      files: {
        'a/.contextive/definitions.yml': '',
        'a/.contextive/x.glossary.yml': '',
        'a/.contextive/other.yml': '',
        'a/z.glossary.yml': '',
        '.contextive/definitions.yaml': '',
        'b/.contextive/definitions.yml': '',
      },
      document: 'a/x.md',
      expected: [
        'a/z.glossary.yml',
        'a/.contextive/definitions.yml',
        'a/.contextive/x.glossary.yml',
        '.contextive/definitions.yaml',
      ],
    },
    {
      name: 'are not those of Contextive that git ignores',
      files: { '.gitignore': '.contextive/', 'a/.contextive/definitions.yml': '' },
      document: 'a/x.md',
      expected: [],
    },
    {
      name: 'follow nearer rules before farther ones',
      files: { '.gitignore': 'glossary.yaml', 'a/.gitignore': '!glossary.yaml', 'a/glossary.yaml': '' },
      document: 'a/x.md',
      expected: ['a/glossary.yaml'],
    },
  ];
  for (const { name, files, document, expected } of rows) {
    it(name, async () => {
      assert.deepEqual(await glossariesOf(files, document), expected);
    });
  }
});

const ROOT = 'file:///work';

async function glossariesOf(files: Readonly<Record<string, string>>, document: string): Promise<readonly string[]> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
  const found = await findGlossaryFiles(
    {
      // As a disk does, folders among the files.
      list: async (folder) => {
        const below = [...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`));
        return [...new Set(below.map((uri) => uri.slice(folder.length + 1).split('/')[0] ?? ''))];
      },
      read: async (uri) => {
        const text = texts.get(uri);
        return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
      },
    },
    `${ROOT}/${document}`,
    [ROOT],
  );
  return found.map((uri) => uri.slice(ROOT.length + 1));
}
