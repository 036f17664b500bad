import assert from 'node:assert/strict';
import { ConfigurationLoader } from '../server/src/configurationLoader';
import { LOOK_AGAIN } from '../server/src/keptFiles';
import { createMemoryHost, uriOf } from './support/memoryHost';

const CHECKS = ['jargon'];

/** A workspace folder `/repo` and what is open in it, by path. */
function workspace(files: Readonly<Record<string, string>>, folders: readonly string[] = ['/repo']) {
  const host = createMemoryHost(files);
  const loader = new ConfigurationLoader(host, () => CHECKS);
  const open = new Map<string, { text: string; version: number }>();
  const state = { isWatching: true };
  const context = {
    workspaceFolders: folders.map(uriOf),
    isWatched: () => state.isWatching,
    openText: (uri: string) => open.get(uri),
    openNames: (folder: string) =>
      [...open.keys()].filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1)),
  };
  return {
    host,
    loader,
    state,
    open: (path: string, text: string, version = 1) => {
      open.set(uriOf(path), { text, version });
      loader.invalidate(uriOf(path));
    },
    close: (path: string) => {
      open.delete(uriOf(path));
      loader.invalidate(uriOf(path));
    },
    for: (path: string) => loader.configurationFor(uriOf(path), context),
    audience: async (path: string) =>
      (await loader.configurationFor(uriOf(path), context))?.loaded.configuration?.audience,
  };
}

describe('the configuration of a document', () => {
  const files = {
    '/repo/glossary-lens.yaml': 'audience: all',
    '/repo/docs/glossary-lens.yml': 'audience: docs',
    '/repo/both/glossary-lens.yml': 'audience: yml',
    '/repo/both/Glossary-Lens.yaml': 'audience: yaml',
    '/glossary-lens.yaml': 'audience: outside',
    '/other/glossary-lens.yaml': 'audience: other',
  };
  const rows: readonly (readonly [document: string, audience: string | undefined, path: string | undefined])[] = [
    ['/repo/a.md', 'all', 'a.md'],
    ['/repo/src/b/a.md', 'all', 'src/b/a.md'],
    ['/repo/docs/a.md', 'docs', 'a.md'],
    ['/repo/docs/x/a.md', 'docs', 'x/a.md'],
    ['/repo/both/a.md', 'yaml', 'a.md'],
    ['/other/a.md', 'other', 'a.md'],
    ['/other/b/a.md', undefined, undefined],
    ['untitled:Untitled-1', 'all', undefined],
    ['vscode-notebook-cell:/repo/docs/x/a.md#c1', 'docs', 'x/a.md'],
  ];
  for (const [document, audience, path] of rows) {
    it(`is that of the nearest folder: ${document}`, async () => {
      const found = await workspace(files).for(document);
      assert.equal(found?.loaded.configuration?.audience, audience);
      assert.equal(found?.path, path);
    });
  }

  it('is never one above the workspace folder', async () => {
    assert.equal(await workspace({ '/glossary-lens.yaml': 'audience: outside' }).for('/repo/a.md'), undefined);
  });
});

describe('a configuration file', () => {
  it('counts as it stands in the editor, saved or not', async () => {
    const { audience, open, close } = workspace({ '/repo/glossary-lens.yaml': 'audience: disk' });
    assert.equal(await audience('/repo/a.md'), 'disk');
    open('/repo/glossary-lens.yaml', 'audience: editor');
    assert.equal(await audience('/repo/a.md'), 'editor');
    open('/repo/glossary-lens.yaml', 'audience: later', 2);
    assert.equal(await audience('/repo/a.md'), 'later');
    close('/repo/glossary-lens.yaml');
    assert.equal(await audience('/repo/a.md'), 'disk');
  });

  it('counts where it was never saved', async () => {
    const { audience, open } = workspace({});
    assert.equal(await audience('/repo/a.md'), undefined);
    open('/repo/glossary-lens.yaml', 'audience: editor');
    assert.equal(await audience('/repo/a.md'), 'editor');
  });

  it('keeps its last good state while it does not parse', async () => {
    const { audience, open, for: load } = workspace({ '/repo/glossary-lens.yaml': 'audience: good' });
    assert.equal(await audience('/repo/a.md'), 'good');
    open('/repo/glossary-lens.yaml', 'audience: [');
    const found = await load('/repo/a.md');
    assert.equal(found?.loaded.configuration?.audience, 'good');
    assert.deepEqual(
      found?.loaded.problems.map(({ code }) => code),
      ['syntax'],
    );
  });

  it('keeps its last good state while it cannot be read', async () => {
    const { audience, for: load, host, loader } = workspace({ '/repo/glossary-lens.yaml': 'audience: good' });
    assert.equal(await audience('/repo/a.md'), 'good');
    host.files.write('/repo/glossary-lens.yaml', 'audience: better');
    loader.invalidate(uriOf('/repo/glossary-lens.yaml'));
    host.files.fail((call) => (call === 3 ? 'refused' : undefined));
    const found = await load('/repo/a.md');
    assert.equal(found?.loaded.failure, 'EIO');
    assert.equal(found?.loaded.configuration?.audience, 'good');
    host.files.fail(undefined);
    assert.equal(await audience('/repo/a.md'), 'better');
  });

  it('is forgotten when it goes', async () => {
    const { audience, host, loader } = workspace({ '/repo/glossary-lens.yaml': 'audience: good' });
    assert.equal(await audience('/repo/a.md'), 'good');
    host.files.delete('/repo/glossary-lens.yaml');
    loader.invalidate(uriOf('/repo/glossary-lens.yaml'));
    assert.equal(await audience('/repo/a.md'), undefined);
  });

  it('is read again only when it changed, and gives the same value for the same text', async () => {
    const { for: load, host, loader } = workspace({ '/repo/glossary-lens.yaml': 'audience: good' });
    const first = await load('/repo/a.md');
    const asked = host.files.asked.length;
    assert.equal((await load('/repo/a.md'))?.loaded, first?.loaded);
    assert.equal(host.files.asked.length, asked);
    host.files.touch('/repo/glossary-lens.yaml');
    loader.invalidate(uriOf('/repo/glossary-lens.yaml'));
    assert.equal((await load('/repo/a.md'))?.loaded, first?.loaded);
  });

  it('is looked at again a moment later where nobody tells of changes', async () => {
    const { audience, host, state } = workspace({ '/repo/glossary-lens.yaml': 'audience: old' });
    state.isWatching = false;
    assert.equal(await audience('/repo/a.md'), 'old');
    host.files.write('/repo/glossary-lens.yaml', 'audience: new');
    assert.equal(await audience('/repo/a.md'), 'old');
    host.clock.advance(LOOK_AGAIN);
    assert.equal(await audience('/repo/a.md'), 'new');
  });
});
