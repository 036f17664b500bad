import { strict as assert } from 'node:assert';
import { type SessionOptions, startSession } from '../support/editorSession';

/** A glossary that says that a pod is the given word: a concept of its own, unless an id is given. */
const pod = (meaning: string, name = '', id = meaning) =>
  `${name === '' ? '' : `name: ${name}\n`}concepts: [{ id: ${id}, term: pod, definition: Means ${meaning}. }]`;

interface Row extends SessionOptions {
  readonly name: string;
  /** The document in which `pod` is hovered; `/repo/docs/a.md` unless said. */
  readonly document?: string;
  readonly meanings: readonly string[];
}

const inFolders: readonly Row[] = [
  {
    name: 'a glossary applies to its folder',
    files: { '/repo/docs/glossary.yaml': pod('near') },
    meanings: ['near'],
  },
  {
    name: 'a glossary applies below its folder',
    files: { '/repo/glossary.yaml': pod('root') },
    document: '/repo/a/b/c/d/e.md',
    meanings: ['root'],
  },
  {
    name: 'a glossary does not apply beside its folder',
    files: { '/repo/other/glossary.yaml': pod('other') },
    meanings: [],
  },
  {
    name: 'a glossary does not apply in a folder whose name begins alike',
    files: { '/repo/ship/glossary.yaml': pod('ship') },
    document: '/repo/shipping/a.md',
    meanings: [],
  },
  {
    name: 'the nearest of several comes first',
    files: {
      '/repo/glossary.yaml': pod('far'),
      '/repo/docs/glossary.yaml': pod('near'),
      '/repo/docs/api/glossary.json': '{"concepts": [{"term": "pod", "definition": "Means nearest."}]}',
    },
    document: '/repo/docs/api/a.md',
    meanings: ['nearest', 'near', 'far'],
  },
  {
    name: 'glossary.* comes before *.glossary.*, and these by their names',
    files: {
      '/repo/docs/b.glossary.yml': pod('third'),
      '/repo/docs/acme.glossary.yaml': pod('second'),
      '/repo/docs/glossary.yaml': pod('first'),
    },
    meanings: ['first', 'second', 'third'],
  },
  {
    name: 'a file of another name is none',
    files: { '/repo/docs/terms.yaml': pod('terms'), '/repo/docs/myglossary.yaml': pod('mine') },
    meanings: [],
  },
  {
    name: 'glossaries above the workspace folder do not apply',
    files: { '/glossary.yaml': pod('above') },
    meanings: [],
  },
  {
    name: 'a document outside of the workspace has its own folder',
    files: { '/elsewhere/glossary.yaml': pod('elsewhere'), '/repo/glossary.yaml': pod('repo') },
    document: '/elsewhere/a.md',
    meanings: ['elsewhere'],
  },
  {
    name: 'without a workspace folder, a document has its own folder',
    folders: null,
    files: { '/repo/docs/glossary.yaml': pod('near'), '/repo/glossary.yaml': pod('far') },
    meanings: ['near'],
  },
  {
    name: 'the root of the file system may be the workspace folder',
    folders: ['/'],
    files: { '/glossary.yaml': pod('root') },
    document: '/a/b.md',
    meanings: ['root'],
  },
  {
    name: 'a workspace folder may end with a slash',
    folders: ['/repo/'],
    files: { '/repo/glossary.yaml': pod('root') },
    meanings: ['root'],
  },
  {
    name: 'the innermost of nested workspace folders is the last that counts',
    folders: ['/repo', '/repo/docs'],
    files: { '/repo/glossary.yaml': pod('outer'), '/repo/docs/glossary.yaml': pod('inner') },
    meanings: ['inner'],
  },
  {
    name: 'a workspace folder that is named twice counts once',
    folders: ['/repo', '/repo'],
    files: { '/repo/glossary.yaml': pod('root') },
    meanings: ['root'],
  },
  {
    name: 'names of folders may hold anything',
    folders: ['/repo/a%20%23b%25'],
    files: { '/repo/a%20%23b%25/%C3%A9/glossary.yaml': pod('odd') },
    document: '/repo/a%20%23b%25/%C3%A9/a.md',
    meanings: ['odd'],
  },
];

const ignoredByGit: readonly Row[] = [
  {
    name: 'an ignored glossary does not apply',
    files: { '/repo/docs/glossary.yaml': pod('near'), '/repo/.gitignore': 'glossary.yaml\n' },
    meanings: [],
  },
  {
    name: 'nor does one in an ignored folder',
    files: { '/repo/build/glossary.yaml': pod('near'), '/repo/.gitignore': '/build/\n' },
    document: '/repo/build/a.md',
    meanings: [],
  },
  {
    name: 'an inner file has the last word',
    files: {
      '/repo/docs/glossary.yaml': pod('near'),
      '/repo/.gitignore': 'glossary.yaml\n',
      '/repo/docs/.gitignore': '!glossary.yaml\n',
    },
    meanings: ['near'],
  },
  {
    name: 'but not below an ignored folder',
    files: {
      '/repo/docs/glossary.yaml': pod('near'),
      '/repo/.gitignore': 'docs/\n',
      '/repo/docs/.gitignore': '!glossary.yaml\n',
    },
    meanings: [],
  },
  {
    name: 'a negation in one file',
    files: {
      '/repo/docs/glossary.yaml': pod('near'),
      '/repo/docs/old.glossary.yaml': pod('old'),
      '/repo/.gitignore': '*glossary.yaml\n!/docs/glossary.yaml\n',
    },
    meanings: ['near'],
  },
  {
    name: 'rules hold in and below their own folder alone',
    files: { '/repo/glossary.yaml': pod('root'), '/repo/docs/.gitignore': 'glossary.yaml\n' },
    meanings: ['root'],
  },
  {
    name: 'rules that would take long to follow are left out, the others hold',
    files: {
      [`/repo/${'a/'.repeat(60)}glossary.yaml`]: pod('deep'),
      [`/repo/${'a/'.repeat(60)}old.glossary.yaml`]: pod('old'),
      '/repo/.gitignore': `${'**/a/'.repeat(12)}b\n**/a/**/old.*\n`,
    },
    document: `/repo/${'a/'.repeat(60)}a.md`,
    meanings: ['deep'],
  },
];

const listed: readonly Row[] = [
  {
    name: 'a path relative to the workspace folder',
    settings: { glossaries: ['terms/team.yaml'] },
    files: { '/repo/terms/team.yaml': pod('listed') },
    meanings: ['listed'],
  },
  {
    name: 'relative to the folder that the document lies in',
    settings: { glossaries: ['../terms.yaml'] },
    folders: ['/repo/one', '/other/two'],
    files: { '/repo/terms.yaml': pod('one'), '/other/terms.yaml': pod('two') },
    document: '/other/two/a.md',
    meanings: ['two'],
  },
  {
    name: 'an absolute path',
    settings: { glossaries: ['/etc/team.yaml'] },
    files: { '/etc/team.yaml': pod('listed') },
    meanings: ['listed'],
  },
  {
    name: 'a URI',
    settings: { glossaries: ['memfs:/shared/team.yaml'] },
    files: { 'memfs:/shared/team.yaml': pod('listed') },
    meanings: ['listed'],
  },
  {
    name: 'after those in folders, and each once',
    settings: { glossaries: ['/etc/team.yaml', 'glossary.yaml', '/etc/team.yaml'] },
    files: { '/etc/team.yaml': pod('listed'), '/repo/glossary.yaml': pod('root') },
    meanings: ['root', 'listed'],
  },
  {
    name: 'what is no file, no URI or no glossary is passed over',
    settings: { glossaries: ['', 'file:////x//y', '/nowhere.yaml', 'a\u0000b', 'bad scheme:x', '/etc/team.yaml'] },
    files: { '/etc/team.yaml': pod('listed') },
    meanings: ['listed'],
  },
];

const shipped: readonly Row[] = [
  {
    name: 'comes last',
    shipped: pod('shipped'),
    settings: { glossaries: ['/etc/team.yaml'] },
    files: { '/etc/team.yaml': pod('listed'), '/repo/glossary.yaml': pod('root') },
    meanings: ['root', 'listed', 'shipped'],
  },
  { name: 'works alone', shipped: pod('shipped'), meanings: ['shipped'] },
  { name: 'can be switched off', shipped: pod('shipped'), settings: { shippedGlossary: false }, meanings: [] },
  { name: 'may be missing', shipped: null, files: { '/repo/glossary.yaml': pod('root') }, meanings: ['root'] },
  {
    name: 'is no glossary of the folder it lies in',
    shipped: pod('shipped'),
    document: '/opt/glossary-lens/dist/a.md',
    meanings: ['shipped'],
  },
];

const elsewhere: readonly Row[] = [
  {
    name: 'a document that is not saved has the workspace folders',
    files: { '/repo/glossary.yaml': pod('root') },
    document: 'untitled:Untitled-1',
    meanings: ['root'],
  },
  {
    name: 'a cell of a notebook lies where its path says',
    files: { '/repo/docs/glossary.yaml': pod('near') },
    document: 'vscode-notebook-cell:/repo/docs/n.ipynb#W0sZmlsZQ%3D%3D',
    meanings: ['near'],
  },
  {
    name: 'a version out of git too',
    files: { '/repo/docs/glossary.yaml': pod('near') },
    document: 'git:/repo/docs/a.md?%7B%22ref%22%3A%22~%22%7D',
    meanings: ['near'],
  },
  {
    name: 'a workspace on another file system',
    folders: ['vscode-vfs://github/acme/repo'],
    files: { 'vscode-vfs://github/acme/repo/glossary.yaml': pod('remote') },
    document: 'vscode-vfs://github/acme/repo/docs/a.md',
    meanings: ['remote'],
  },
  {
    name: 'a workspace of another authority is another one',
    folders: ['vscode-vfs://github/acme/repo'],
    files: { 'vscode-vfs://github/acme/repo/glossary.yaml': pod('remote') },
    document: 'vscode-vfs://gitlab/acme/repo/docs/a.md',
    shipped: pod('shipped'),
    meanings: ['shipped'],
  },
  ...[
    '',
    'not a uri',
    'file:////x//y',
    'file:///%00',
    'file:///%ff.md',
    'x://y',
    '1$:/a',
    `file:///${'a/'.repeat(9000)}`,
  ].map((document) => ({
    name: `a document at ${JSON.stringify(document.slice(0, 20))} has the shipped glossary`,
    document,
    shipped: pod('shipped'),
    meanings: ['shipped'],
  })),
];

describe('glossaries that apply to a document', () => {
  describe('in folders', () => checkAll(inFolders));
  describe('ignored by git', () => checkAll(ignoredByGit));
  describe('listed in settings', () => checkAll(listed));
  describe('the shipped one', () => checkAll(shipped));
  describe('elsewhere', () => checkAll(elsewhere));

  it('name their homonyms with their sources', async () => {
    const files = { '/repo/glossary.yaml': pod('far', 'Acme'), '/repo/docs/glossary.yaml': pod('near', 'Docs') };
    const session = await startSession({ files });
    const card = JSON.stringify(await session.hover('/repo/docs/a.md', '$0pod'));
    assert.match(card, /Docs.*near.*Acme.*far/);
  });

  it('have one meaning for one id, the nearest', async () => {
    const files = {
      '/repo/glossary.yaml': pod('far', 'Acme', 'pod'),
      '/repo/docs/glossary.yaml': pod('near', 'Docs', 'pod'),
    };
    const session = await startSession({ files, shipped: pod('shipped', 'Shipped', 'pod') });
    assert.deepEqual(await session.meanings('/repo/docs/a.md', '$0pod'), ['near']);
    assert.deepEqual(await session.meanings('/repo/a.md', '$0pod'), ['far']);
    assert.deepEqual(await session.meanings('/elsewhere/a.md', '$0pod'), ['shipped']);
  });
});

function checkAll(rows: readonly Row[]): void {
  for (const { name, document = '/repo/docs/a.md', meanings, ...options } of rows) {
    it(name, async () => {
      const session = await startSession(options);
      session.open(document, 'one pod', 'markdown');
      assert.deepEqual(await session.meanings(document, 'one $0pod'), meanings);
    });
  }
}
