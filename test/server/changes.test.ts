import { strict as assert } from 'node:assert';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { LOOK_AGAIN } from '../../server/src/keptFiles';
import { type EditorSession, startSession } from '../support/editorSession';
import {
  ale,
  codeMirror,
  type Editor,
  neovim,
  silentEditor,
  visualStudioCode,
  visualStudioCodeWith,
} from '../support/editors';

const glossary = (meaning: string) => `concepts: [{ term: pod, definition: Means ${meaning}. }]`;
const GLOSSARY = '/repo/docs/glossary.yaml';
const old = { [GLOSSARY]: glossary('old') };

/** Hover, some time after what happened before. */
function meanings(session: EditorSession): Promise<readonly string[]> {
  session.host.clock.advance(LOOK_AGAIN);
  return session.meanings('/repo/docs/a.md', 'one $0pod');
}

const { Created, Changed, Deleted } = FileChangeType;

describe('a glossary that changes', () => {
  const watching: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    (session: EditorSession) => void,
    string[],
  ])[] = [
    [
      'on disk',
      old,
      (session) => {
        session.host.files.write(GLOSSARY, glossary('new'));
        session.changeFiles(Changed, GLOSSARY);
      },
      ['new'],
    ],
    [
      'by being made',
      {},
      (session) => {
        session.host.files.write(GLOSSARY, glossary('new'));
        session.changeFiles(Created, GLOSSARY);
      },
      ['new'],
    ],
    [
      'by being deleted',
      old,
      (session) => {
        session.host.files.delete(GLOSSARY);
        session.changeFiles(Deleted, GLOSSARY);
      },
      [],
    ],
    [
      'by being ignored by git',
      old,
      (session) => {
        session.host.files.write('/repo/.gitignore', '*.yaml');
        session.changeFiles(Created, '/repo/.gitignore');
      },
      [],
    ],
    [
      'under another spelling of its URI',
      old,
      (session) => {
        session.host.files.write(GLOSSARY, glossary('new'));
        session.changeFiles(Changed, 'file:///repo/d%6Fcs/glossary.yaml');
      },
      ['new'],
    ],
    [
      'among changes to files that are none',
      old,
      (session) => {
        session.host.files.write(GLOSSARY, glossary('new'));
        session.changeFiles(Changed, '', 'no uri', 'file:////x//y', '/repo/other.yaml', GLOSSARY);
      },
      ['new'],
    ],
  ];
  describe('is seen by an editor that watches files', () => {
    for (const [name, files, change, expected] of watching) {
      it(name, async () => {
        const session = await startSession({ files });
        await meanings(session);
        change(session);
        assert.deepEqual(await meanings(session), expected);
      });
    }

    it('which is asked to', async () => {
      const { registrations } = await startSession();
      assert.deepEqual(registrations.get('workspace/didChangeWatchedFiles'), {
        watchers: [
          { globPattern: '**/glossary.{yaml,yml,json}' },
          { globPattern: '**/*.glossary.{yaml,yml,json}' },
          { globPattern: '**/.contextive/definitions.{yml,yaml}' },
          { globPattern: '**/glossary-lens.{yaml,yml}' },
          { globPattern: '**/.gitignore' },
        ],
      });
    });

    it('and costs nothing in between', async () => {
      const session = await startSession({ files: old });
      await meanings(session);
      const before = session.host.files.asked.length;
      for (let count = 0; count < 10; count++) await meanings(session);
      assert.equal(session.host.files.asked.length, before);
    });

    for (const file of ['/etc/a.yaml', '/repo/terms/a.yaml', '/repo/terms/team.glossary.yaml']) {
      it(`and ${file}, listed in settings, is looked at each time`, async () => {
        const session = await startSession({ files: { [file]: glossary('old') }, settings: { glossaries: [file] } });
        const seen = [await meanings(session)];
        session.host.files.write(file, glossary('new'));
        seen.push(await meanings(session));
        session.host.files.delete(file);
        seen.push(await meanings(session));
        assert.deepEqual(seen, [['old'], ['new'], []]);
      });
    }

    it('and one that was only touched is not parsed again', async () => {
      const session = await startSession({ files: old });
      await meanings(session);
      const readings = () => session.host.log.lines.filter((line) => line.includes(GLOSSARY)).length;
      const before = readings();
      session.host.files.touch(GLOSSARY);
      session.changeFiles(Changed, GLOSSARY);
      assert.deepEqual(await meanings(session), ['old']);
      assert.equal(readings(), before);
    });
  });

  const blind: readonly (readonly [string, Editor])[] = [
    ['Neovim 0.7', neovim],
    ['ALE', ale],
    ['CodeMirror', codeMirror],
    ['an editor without capabilities', silentEditor],
    ['an editor that refuses to watch', visualStudioCodeWith({ registrations: 'refused' })],
    ['an editor that never answers', visualStudioCodeWith({ registrations: 'unanswered' })],
  ];
  for (const [name, editor] of blind) {
    it(`behind the back of ${name} is seen by the next hover`, async () => {
      const session = await startSession({ editor, files: old });
      const seen = [await meanings(session)];
      session.host.files.write(GLOSSARY, glossary('new'));
      seen.push(await meanings(session));
      session.host.files.delete(GLOSSARY);
      seen.push(await meanings(session));
      session.host.files.write('/repo/team.glossary.yaml', glossary('another'));
      seen.push(await meanings(session));
      session.host.files.write('/repo/.gitignore', 'team.*');
      seen.push(await meanings(session));
      assert.deepEqual(seen, [['old'], ['new'], [], ['another'], []]);
    });
  }

  for (const [name, editor] of [
    ['VS Code', visualStudioCode],
    ['Neovim 0.7', neovim],
  ] as const) {
    describe(`in an open document of ${name}`, () => {
      it('counts before it is saved', async () => {
        const session = await startSession({ editor, files: old });
        session.open(GLOSSARY, glossary('typed'));
        assert.deepEqual(await meanings(session), ['typed']);
        session.change(GLOSSARY, glossary('more'));
        assert.deepEqual(await meanings(session), ['more']);
      });

      it('is given up when it is closed', async () => {
        const session = await startSession({ editor, files: old });
        session.open(GLOSSARY, glossary('typed'));
        await meanings(session);
        session.close(GLOSSARY);
        assert.deepEqual(await meanings(session), ['old']);
      });

      it('counts before it is a file', async () => {
        const session = await startSession({ editor });
        await meanings(session);
        session.open(GLOSSARY, glossary('typed'));
        assert.deepEqual(await meanings(session), ['typed']);
        session.close(GLOSSARY);
        assert.deepEqual(await meanings(session), []);
      });

      it('counts although its file is deleted', async () => {
        const session = await startSession({ editor, files: old });
        session.open(GLOSSARY, glossary('typed'));
        await meanings(session);
        session.host.files.delete(GLOSSARY);
        session.changeFiles(Deleted, GLOSSARY);
        assert.deepEqual(await meanings(session), ['typed']);
        session.close(GLOSSARY);
        assert.deepEqual(await meanings(session), []);
      });

      it('counts under another spelling of its URI', async () => {
        const session = await startSession({ editor, files: old });
        session.open('file:///repo/d%6Fcs/glossary.yaml', glossary('typed'));
        assert.deepEqual(await meanings(session), ['typed']);
      });

      it('counts when it is listed in settings, whatever its name', async () => {
        const settings = { glossaries: ['/etc/a.yaml'] };
        const initializationOptions = { client: { commandLinks: editor === visualStudioCode }, glossaryLens: settings };
        const session = await startSession({ editor, initializationOptions, settings });
        session.open('/etc/a.yaml', glossary('typed'));
        assert.deepEqual(await meanings(session), ['typed']);
      });
    });
  }

  it('while it is read is read again', async () => {
    const session = await startSession({ files: old });
    const release = session.host.files.hold();
    const first = meanings(session);
    await session.request('glossaryLens/ping');
    session.host.files.write(GLOSSARY, glossary('new'));
    session.changeFiles(Changed, GLOSSARY);
    const second = meanings(session);
    await session.request('glossaryLens/ping');
    release();
    await first;
    assert.deepEqual(await second, ['new']);
    assert.deepEqual(await meanings(session), ['new']);
  });

  it('is waited for by all that ask while it is read', async () => {
    const session = await startSession({ files: old });
    session.open('/repo/docs/a.md', 'one pod');
    const release = session.host.files.hold();
    const hovers = [4, 5, 6].map((character) => session.hoverAt('/repo/docs/a.md', { line: 0, character }));
    await session.request('glossaryLens/ping');
    release();
    assert.ok((await Promise.all(hovers)).every((hover) => hover !== null));
  });

  it('tells our own client', async () => {
    const session = await startSession({ files: old });
    const told = session.next('glossaryLens/glossariesChanged');
    session.changeFiles(Changed, GLOSSARY);
    await session.settle();
    await told;
  });
});

describe('workspace folders that change', () => {
  const change = (session: EditorSession, added: string[], removed: string[]) => {
    const folder = (uri: string) => ({ uri, name: uri });
    const event = { added: added.map(folder), removed: removed.map(folder) };
    session.notify('workspace/didChangeWorkspaceFolders', { event });
  };
  const files = { '/repo/glossary.yaml': glossary('repo'), '/new/glossary.yaml': glossary('new') };
  const inFolder = (session: EditorSession, folder: string) => session.meanings(`${folder}/docs/a.md`, 'one $0pod');

  for (const folders of [['/repo'], [], null]) {
    it(`from ${JSON.stringify(folders)}: added, added twice and removed`, async () => {
      const session = await startSession({ files, folders });
      assert.deepEqual(await inFolder(session, '/new'), []);
      change(session, ['file:///new'], []);
      assert.deepEqual(await inFolder(session, '/new'), ['new']);
      change(session, ['file:///n%65w'], ['file:///never']);
      assert.deepEqual(await inFolder(session, '/new'), ['new']);
      change(session, [], ['file:///new']);
      assert.deepEqual(await inFolder(session, '/new'), []);
    });
  }

  it('removed with the others staying', async () => {
    const session = await startSession({ files, folders: ['/repo', '/new'] });
    change(session, [], ['file:///new']);
    assert.deepEqual([await inFolder(session, '/repo'), await inFolder(session, '/new')], [['repo'], []]);
  });
});
