import assert from 'node:assert/strict';
import { filesOf } from '../../server/src/loadedGlossary';
import type { Concept } from '../../server/src/terminology/concept';
import { pod, SourceWorkspace, type SourceWorkspaceOptions } from '../support/sourceWorkspace';

interface Row extends SourceWorkspaceOptions {
  readonly name: string;
  /** `/repo/docs/a.md` unless said. */
  readonly document?: string;
  /** The glossaries that apply, each with its terms. */
  readonly glossaries: readonly string[];
  /** What is told at references. */
  readonly problems?: readonly string[];
}

const concept = (term: string, more = '') => `concepts: [{ term: ${term}, definition: Means it.${more} }]`;
const MANIFEST = '/node_modules/%40acme/glossary/package.json';

const rows: readonly Row[] = [
  {
    name: 'a folder is one glossary of all the files in it that say to be one, in the order of their paths',
    files: {
      '/repo/terms/b/glossary.yaml': concept('second'),
      '/repo/terms/a.glossary.json': '{"concepts": [{"term": "first", "definition": "x"}]}',
      '/repo/terms/openapi.yaml': 'openapi: 3.1.0',
      '/repo/terms/picture.png': '',
    },
    configuration: 'glossaries: terms/',
    glossaries: ['terms [en]: first, second'],
  },
  {
    name: 'two concepts of a folder with one id are both there',
    files: { '/repo/terms/a.glossary.yaml': concept('pod'), '/repo/terms/b.glossary.yaml': concept('pod') },
    configuration: 'glossaries: terms/',
    glossaries: ['terms [en]: pod, pod'],
  },
  {
    name: 'a folder with a folder for each language is a glossary for each',
    files: {
      '/repo/terms/en/a.glossary.yaml': 'language: en\nconcepts: [{ term: pod, definition: x }]',
      '/repo/terms/ja/a.glossary.yaml': 'language: ja\nconcepts: [{ term: ポッド, definition: x }]',
      '/repo/terms/pt-br/deep/a.glossary.yaml': 'language: pt-BR\nconcepts: [{ term: cápsula, definition: x }]',
    },
    configuration: 'glossaries: terms/',
    glossaries: ['terms (en) [en]: pod', 'terms (ja) [ja]: ポッド', 'terms (pt-BR) [pt-BR]: cápsula'],
  },
  {
    name: 'a folder with other folders besides has no folders for languages',
    files: { '/repo/terms/en/a.glossary.yaml': concept('one'), '/repo/terms/api/a.glossary.yaml': concept('two') },
    configuration: 'glossaries: terms/',
    glossaries: ['terms [en]: two, one'],
  },
  {
    name: 'what git ignores in a folder is left out, and what lies above has no say',
    files: {
      '/repo/.gitignore': 'terms/',
      '/repo/terms/.gitignore': 'old*\n/build/\n',
      '/repo/terms/a.glossary.yaml': concept('first'),
      '/repo/terms/old.glossary.yaml': concept('old'),
      '/repo/terms/build/a.glossary.yaml': concept('built'),
      '/repo/terms/node_modules/a/a.glossary.yaml': concept('other'),
    },
    configuration: 'glossaries: terms/',
    glossaries: ['terms [en]: first'],
  },
  {
    name: 'a glob is a glossary for each file, of any name',
    files: {
      '/repo/terms/a.yaml': concept('first'),
      '/repo/terms/deep/b.yaml': concept('second'),
      '/repo/terms/deep/b.md.txt': '',
    },
    configuration: 'glossaries: "terms/**/*.yaml"',
    glossaries: ['a [en]: first', 'b [en]: second'],
  },
  {
    name: 'a glob without ** stays in its folder',
    files: { '/repo/terms/a.yaml': concept('first'), '/repo/terms/deep/b.yaml': concept('second') },
    configuration: 'glossaries: "terms/*.yaml"',
    glossaries: ['a [en]: first'],
  },
  {
    name: 'names of files may hold what has a meaning in a URI',
    files: { '/repo/a%20%23b%25/x%3Fy.yaml': concept('odd') },
    configuration: 'glossaries: "a #b%/*.yaml"',
    glossaries: ['x?y [en]: odd'],
  },
  {
    name: 'a reference may rename a glossary, and say where it applies',
    files: { '/repo/terms/a.yaml': concept('first') },
    configuration: 'glossaries: [{ source: terms/a.yaml, name: Acme, when: ["docs/**"] }]',
    glossaries: ['Acme [en]: first'],
  },
  {
    name: 'a reference does not apply elsewhere',
    files: { '/repo/terms/a.yaml': concept('first') },
    configuration: 'glossaries: [{ source: terms/a.yaml, when: ["docs/**"] }]',
    document: '/repo/src/a.md',
    glossaries: [],
  },
  {
    name: 'a reference in settings applies by the path below the workspace folder',
    files: { '/repo/terms/a.yaml': concept('first'), '/repo/terms/b.yaml': concept('second') },
    settings: {
      glossaries: [
        { source: 'terms/a.yaml', when: 'docs/**' },
        { source: 'terms/b.yaml', when: ['src/**'] },
      ],
    },
    glossaries: ['a [en]: first'],
  },
  {
    name: 'a glossary that is found and named applies once, under the name that it is given',
    files: { '/repo/docs/glossary.yaml': concept('first') },
    configuration: 'glossaries: [{ source: docs/glossary.yaml, name: Acme }]',
    glossaries: ['Acme [en]: first'],
  },
  {
    name: 'the nearest comes first: folders, the configuration, settings, extensions',
    files: {
      '/repo/docs/glossary.yaml': pod('folder', 'Folder'),
      '/terms/configured.yaml': pod('configuration', 'Configured'),
      '/terms/set.yaml': pod('setting', 'Set'),
      'ext:/acme/a.yaml': pod('extension', 'Own'),
    },
    configuration: 'glossaries: /terms/configured.yaml',
    settings: { glossaries: ['/terms/set.yaml'] },
    extensionGlossaries: [{ uri: 'ext:/acme/a.yaml', name: 'Extension', extension: 'acme.a' }],
    glossaries: ['Folder [en]: pod', 'Configured [en]: pod', 'Set [en]: pod', 'Extension [en]: pod'],
  },
  {
    name: 'a package is found from the folder of the configuration upwards, the nearest first',
    files: {
      '/repo/node_modules/terms/package.json': '{"glossaryLens": {"glossaries": ["a.yaml", {"source": "b/"}]}}',
      '/repo/node_modules/terms/a.yaml': concept('near'),
      '/repo/node_modules/terms/b/glossary.yaml': concept('folder'),
      '/node_modules/terms/package.json': '{"glossaryLens": {"glossaries": "a.yaml"}}',
      '/node_modules/terms/a.yaml': concept('far'),
    },
    configuration: 'glossaries: npm:terms',
    glossaries: ['a [en]: near', 'b [en]: folder'],
  },
  {
    name: 'a package that is not there is told',
    configuration: 'glossaries: npm:@acme/glossary',
    glossaries: ['! the package `@acme/glossary` is in no folder `node_modules` from here upwards: install it'],
    problems: [
      'missing-source: ⟦npm:@acme/glossary⟧ `@acme/glossary`: the package `@acme/glossary` is in no folder `node_modules` from here upwards: install it',
    ],
  },
  {
    name: 'a package that names no glossary is told',
    files: { [MANIFEST]: '{"exports": "./a.yaml"}' },
    configuration: 'glossaries: npm:@acme/glossary',
    glossaries: [
      '! the package `@acme/glossary` names no glossary: its `package.json` needs `glossaryLens.glossaries`',
    ],
    problems: [
      'empty-source: ⟦npm:@acme/glossary⟧ `@acme/glossary`: the package `@acme/glossary` names no glossary: its `package.json` needs `glossaryLens.glossaries`',
    ],
  },
  {
    name: 'a file that is found by its name is left out of a folder that is named',
    files: {
      '/repo/terms/glossary.yaml': concept('both'),
      '/repo/terms/b.glossary.yaml': concept('second'),
      '/repo/terms/deep/glossary.yaml': concept('third'),
    },
    configuration: 'glossaries: terms/',
    document: '/repo/terms/a.md',
    glossaries: ['terms [en]: both', 'b [en]: second', 'terms [en]: third'],
  },
  {
    name: 'a folder all of whose files are found by their names brings nothing more',
    files: { '/repo/terms/glossary.yaml': concept('both') },
    configuration: 'glossaries: terms/',
    document: '/repo/terms/a.md',
    glossaries: ['terms [en]: both'],
  },
  {
    name: 'a file of a package imports nothing outside of it',
    files: {
      [MANIFEST]: '{"glossaryLens": {"glossaries": "own.glossary.yml"}}',
      '/node_modules/%40acme/glossary/own.glossary.yml':
        'imports: [b.glossary.yml, ../../../secret.yml]\ncontexts: [{ name: Own, terms: [{ name: own }] }]\n',
      '/node_modules/%40acme/glossary/b.glossary.yml': 'contexts: [{ name: B, terms: [{ name: second }] }]\n',
      '/secret.yml': 'contexts: [{ name: Secret, terms: [{ name: secret }] }]\n',
    },
    configuration: 'glossaries: npm:@acme/glossary',
    glossaries: ['Own [en]: own', 'B [en]: second'],
  },
  {
    name: 'a package names nothing outside of itself',
    files: {
      [MANIFEST]: '{"glossaryLens": {"glossaries": ["../../a.yaml", "/terms/a.yaml", "https://acme.com/a", "a.yaml"]}}',
      '/node_modules/%40acme/glossary/a.yaml': concept('inside'),
      '/terms/a.yaml': concept('outside'),
      '/node_modules/a.yaml': concept('outside'),
    },
    configuration: 'glossaries: npm:@acme/glossary',
    glossaries: ['a [en]: inside'],
    problems: [
      'empty-source: ⟦npm:@acme/glossary⟧ `@acme/glossary`: of the package `@acme/glossary`: it may only name files of its own',
    ],
  },
  {
    name: 'a package in a workspace that nobody trusts is not read, nor what lies outside or on the web',
    files: {
      '/repo/node_modules/terms/package.json': '{"glossaryLens": {"glossaries": "a.yaml"}}',
      '/repo/node_modules/terms/a.yaml': concept('package'),
      '/terms/a.yaml': concept('outside'),
      '/repo/terms/a.yaml': concept('inside'),
    },
    configuration: 'glossaries: [npm:terms, ../terms/a.yaml, "../terms/*.yaml", https://acme.com/a, "terms/*.yaml"]',
    isTrusted: false,
    glossaries: ['a [en]: inside'],
  },
  {
    name: 'a file that is not there is told at its reference',
    configuration: 'glossaries: [terms/a.yaml]',
    glossaries: ['! there is no such file or folder'],
    problems: ['missing-source: ⟦terms/a.yaml⟧ `a.yaml`: there is no such file or folder'],
  },
  {
    name: 'a folder that is not there is told',
    configuration: 'glossaries: [{ source: terms/ }]',
    glossaries: ['! there is no such folder'],
    problems: ['missing-source: ⟦terms/⟧ `terms`: there is no such folder'],
  },
  {
    name: 'a folder without a glossary is told',
    files: { '/repo/terms/a.txt': '' },
    configuration: 'glossaries: terms/',
    glossaries: ['! there is no glossary in it'],
    problems: ['empty-source: ⟦terms/⟧ `terms`: there is no glossary in it'],
  },
  {
    name: 'a glob that matches nothing is told',
    files: { '/repo/terms/a.txt': '' },
    configuration: 'glossaries: "terms/*.yaml"',
    glossaries: ['! no glossary matches it'],
    problems: ['empty-source: ⟦"terms/*.yaml"⟧ `*.yaml`: no glossary matches it'],
  },
  {
    name: 'a setting is for many workspaces: what is not there is passed over',
    settings: { glossaries: ['terms/', 'terms/*.yaml', 'npm:acme', 'a.yaml', 'http://acme.com/a', 'npm:..', ''] },
    glossaries: [],
  },
  {
    name: 'an address without a copy yet is told as an information',
    configuration: 'glossaries: https://acme.com/a.yaml',
    glossaries: ['! it is being fetched'],
    problems: ['waiting-source: ⟦https://acme.com/a.yaml⟧ `https://acme.com/a.yaml`: it is being fetched'],
  },
  {
    name: 'a glossary that is switched off does not apply, whether by its name or by its address',
    files: {
      '/repo/glossary.yaml': pod('off', 'Off'),
      '/repo/docs/glossary.yaml': pod('on', 'On'),
      '/repo/docs/b.glossary.yaml': pod('off', 'Also'),
    },
    settings: { disabledGlossaries: ['Off', 'file:///repo/docs/b.glossary.yaml'] },
    glossaries: ['On [en]: pod'],
  },
];

describe('references', () => {
  for (const { name, document, glossaries, problems = [], ...options } of rows) {
    it(name, async () => {
      const workspace = new SourceWorkspace(options);
      assert.deepEqual(await workspace.glossaries(document), glossaries);
      assert.deepEqual(await workspace.referenceProblems(document), problems);
    });
  }

  it('tell where concepts of one folder get in each other’s way, in the file that loses', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.glossary.yaml': concept('pod'), '/repo/terms/b.glossary.yaml': concept('pod') },
      configuration: 'glossaries: terms/',
    });
    assert.deepEqual(await workspace.fileProblems(), ['/repo/terms/b.glossary.yaml duplicate-term']);
    workspace.write('/repo/terms/b.glossary.yaml', 'concepts: [{ id: pod, term: container group, definition: x }]');
    assert.deepEqual(await workspace.fileProblems(), ['/repo/terms/b.glossary.yaml duplicate-id']);
  });

  it('give concepts of one folder ids of their own, by which the others of their files name them', async () => {
    const tables = {
      '/repo/terms/a.csv': 'Term,Definition\nPod,A group of whales.\nWhale,An animal.\n',
      '/repo/terms/b.csv': 'Term,Definition,Related\nPod,A group of containers.,\nNode,A machine.,pod\n',
    };
    const workspace = new SourceWorkspace({ files: tables, configuration: 'glossaries: terms/' });
    const { loaded } = await workspace.scope();
    const idsIn = (list: readonly Concept[] = []) => list.map(({ id, related }) => [id, ...related].join(' → '));
    assert.deepEqual(idsIn(loaded[0]?.glossary?.concepts), ['pod', 'whale', 'pod-2', 'node → pod-2']);
    assert.deepEqual(
      loaded.flatMap(filesOf).map(({ glossary }) => idsIn(glossary?.concepts)),
      [
        ['pod', 'whale'],
        ['pod-2', 'node → pod-2'],
      ],
    );
  });

  it('may read one file in two ways', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.yaml': concept('pod') },
      configuration: 'glossaries: [{ source: terms/a.yaml, name: One }, { source: terms/a.yaml, name: Two, as: yaml }]',
    });
    assert.deepEqual(await workspace.glossaries(), ['One [en]: pod', 'Two [en]: pod']);
  });

  it('are all told of in the configuration itself, whatever documents they are for', async () => {
    const workspace = new SourceWorkspace({
      configuration: 'glossaries: [{ source: terms/a.yaml, when: docs/x.md }]',
    });
    assert.deepEqual(await workspace.referenceProblems(), []);
    assert.equal((await workspace.referenceProblems('/repo/glossary-lens.yaml')).length, 1);
    assert.deepEqual(await workspace.glossaries('/repo/glossary-lens.yaml'), []);
  });

  it('give the same value as long as nothing changes', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.glossary.yaml': concept('pod'), '/repo/one.yaml': concept('one') },
      configuration: 'glossaries: [{ source: terms/ }, { source: one.yaml, name: One }]',
    });
    const first = await workspace.scope();
    const second = await workspace.scope('/repo/docs/b.md');
    assert.equal(first.terminology, second.terminology);
  });

  it('keep what is switched off apart, for the status', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/glossary.yaml': pod('off', 'Off') },
      settings: { disabledGlossaries: ['Off'] },
    });
    const { off, loaded } = await workspace.scope();
    assert.deepEqual(loaded, []);
    assert.deepEqual(
      off.map(({ glossary, isOff }) => [glossary?.name, isOff]),
      [['Off', true]],
    );
  });
});
