import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol';
import { startSession } from '../support/editorSession';
import { type Editor, neovim, silentEditor, visualStudioCode } from '../support/editors';
import { uriOf } from '../support/memoryHost';

const GLOSSARY = '/repo/docs/glossary.yaml';
const good = 'concepts: [{ term: pod, definition: Means pod. }]';
const broken = 'concepts: [{ term: pod, definition: Means pod. }, { term: node }]';
const unparsable = 'concepts: [{ term: pod, definition';
const missing = ['missing-definition: ⟦node⟧'];

describe('problems of a glossary', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['an unknown field', 'concepts: [{ term: a b, definition: c, Definition: d }]', ['unknown-field: ⟦Definition⟧']],
    ['a missing definition', broken, missing],
    ['a wrong type', 'concepts: [{ term: a b, definition: [c] }]', ['wrong-type: ⟦[c]⟧']],
    [
      'a related term that nobody knows',
      'concepts: [{ term: a b, definition: c, related: [a b, d e] }]',
      ['unknown-related: ⟦d e⟧'],
    ],
    ['a good one', good, []],
  ];
  for (const [name, text, expected] of rows) {
    it(`show at their place: ${name}`, async () => {
      const session = await startSession({ files: { [GLOSSARY]: text } });
      session.open(GLOSSARY, text);
      assert.deepEqual(await session.problems(GLOSSARY), expected);
    });
  }

  it('show although the file is not open', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open('/repo/docs/a.md', '');
    assert.deepEqual(await session.problems(GLOSSARY), missing);
  });

  it('say who says so, and how bad it is', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open(GLOSSARY, broken);
    await session.settle();
    const [diagnostic] = session.published.get(uriOf(GLOSSARY))?.at(-1) ?? [];
    assert.equal(diagnostic?.source, 'glossary-lens');
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
  });

  const editors: readonly (readonly [string, Editor])[] = [
    ['Neovim 0.7', neovim],
    ['an editor without capabilities', silentEditor],
  ];
  for (const [name, editor] of editors) {
    it(`reach ${name}`, async () => {
      const session = await startSession({ editor, files: { [GLOSSARY]: broken } });
      const published = session.next('textDocument/publishDiagnostics');
      session.open(GLOSSARY, broken);
      await session.settle();
      await published;
      assert.deepEqual(await session.problems(GLOSSARY), missing);
    });
  }

  it('go when they are mended', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open(GLOSSARY, broken);
    assert.deepEqual(await session.problems(GLOSSARY), missing);
    session.change(GLOSSARY, good);
    assert.deepEqual(await session.problems(GLOSSARY), []);
  });

  it('go with the file', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open('/repo/docs/a.md', '');
    await session.settle();
    session.host.files.delete(GLOSSARY);
    session.changeFiles(FileChangeType.Deleted, GLOSSARY);
    assert.deepEqual(await session.problems(GLOSSARY), []);
    assert.equal(session.published.get(uriOf(GLOSSARY))?.length, 2);
  });

  it('are published once, however often the same is found', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open(GLOSSARY, broken);
    await session.settle();
    for (const name of ['a', 'b', 'c']) {
      session.open(`/repo/docs/${name}.md`, 'one pod');
      await session.settle();
    }
    assert.equal(session.published.get(uriOf(GLOSSARY))?.length, 1);
  });

  it('wait for a pause in typing', async () => {
    const session = await startSession({ files: { [GLOSSARY]: good } });
    session.open(GLOSSARY, good);
    await session.settle();
    session.change(GLOSSARY, broken);
    await session.request('glossaryLens/ping');
    session.host.clock.advance(60);
    session.change(GLOSSARY, `${broken} `);
    await session.request('glossaryLens/ping');
    session.host.clock.advance(60);
    await session.request('glossaryLens/ping');
    assert.equal(session.published.size, 0);
    assert.deepEqual(await session.problems(GLOSSARY), missing);
  });

  it('in a file that is listed in settings show while it is typed', async () => {
    const session = await startSession({ files: { '/etc/a.yaml': good }, settings: { glossaries: ['/etc/a.yaml'] } });
    session.open('/etc/a.yaml', good);
    await session.settle();
    session.change('/etc/a.yaml', broken);
    assert.deepEqual(await session.problems('/etc/a.yaml'), missing);
  });

  it('are told in the spelling of the editor', async () => {
    const spelt = 'file:///repo/d%6Fcs/glossary.yaml';
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    session.open(spelt, broken);
    assert.deepEqual(await session.problems(spelt), missing);
    assert.deepEqual([...session.published.keys()], [spelt]);
  });

  const known: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['in a folder further up', { '/repo/glossary.yaml': 'concepts: [{ term: node, definition: Means node. }]' }, ''],
    ['in the shipped glossary', {}, 'concepts: [{ term: node, definition: Means node. }]'],
    [
      'in a file beside it',
      { '/repo/docs/b.glossary.yaml': 'concepts: [{ term: node, definition: Means node. }]' },
      '',
    ],
  ];
  for (const [name, files, shipped] of known) {
    it(`are none where a related concept is ${name}`, async () => {
      const text = 'concepts: [{ term: pod, definition: Means pod., related: [Nodes, node] }]';
      const session = await startSession({ files: { [GLOSSARY]: text, ...files }, shipped: shipped || null });
      session.open(GLOSSARY, text);
      assert.deepEqual(await session.problems(GLOSSARY), ['unknown-related: ⟦Nodes⟧']);
    });
  }

  it('leave the good concepts', async () => {
    const session = await startSession({ files: { [GLOSSARY]: broken } });
    assert.deepEqual(await session.meanings('/repo/docs/a.md', 'one $0pod'), ['pod']);
  });

  it('leave the last good state where nothing can be read any more', async () => {
    const session = await startSession({ files: { [GLOSSARY]: good } });
    await session.meanings('/repo/docs/a.md', 'one $0pod');
    for (const text of [unparsable, '[', '"', 'nothing of the kind']) {
      session.host.files.write(GLOSSARY, text);
      session.changeFiles(FileChangeType.Changed, GLOSSARY);
      assert.deepEqual(await session.meanings('/repo/docs/a.md', 'one $0pod'), ['pod'], text);
      assert.equal((await session.problems(GLOSSARY)).length > 0, true, text);
    }
  });
});

describe('a glossary on a failing disk', () => {
  const files = { [GLOSSARY]: good, '/repo/.gitignore': 'x' };
  for (const [name, editor] of [
    ['VS Code', visualStudioCode],
    ['Neovim 0.7', neovim],
  ] as const) {
    for (const fault of ['refused', 'thrown'] as const) {
      it(`harms no request of ${name} and comes back: ${fault}`, async () => {
        const calls = await callsOfHover(editor);
        assert.ok(calls > 2);
        for (let call = 1; call <= calls; call++) {
          for (const isLasting of [false, true]) {
            const session = await startSession({ editor, files });
            session.host.files.fail((count) => (count === call || (isLasting && count > call) ? fault : undefined));
            await session.hover('/repo/docs/a.md', 'one $0pod');
            session.host.files.fail(undefined);
            session.changeFiles(FileChangeType.Changed, GLOSSARY);
            assert.deepEqual(await session.meanings('/repo/docs/a.md', 'one $0pod'), ['pod'], `call ${call}`);
          }
        }
      });
    }
  }

  it('shows that it is not read, and what was read last', async () => {
    const session = await startSession({ files });
    session.open('/repo/docs/a.md', 'one pod');
    await session.settle();
    session.host.files.write(GLOSSARY, broken);
    session.host.files.fail((call) => (call > 0 ? 'refused' : undefined));
    session.settings = { glossaries: [GLOSSARY] };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.settle();
    const [diagnostic] = session.published.get(uriOf(GLOSSARY))?.at(-1) ?? [];
    assert.equal(diagnostic?.message, 'This glossary is not read: EIO');
    assert.deepEqual(await session.meanings('/repo/docs/a.md', 'one $0pod'), ['pod']);
    assert.deepEqual(session.host.log.troubles, [`warn: ${uriOf(GLOSSARY)} is not read: EIO`]);
  });

  it('does not hold up what needs no glossary', async () => {
    const session = await startSession({ files });
    session.host.files.hold();
    void session.hover('/repo/docs/a.md', 'one $0pod');
    assert.equal(await session.request('glossaryLens/ping'), null);
  });

  async function callsOfHover(editor: Editor): Promise<number> {
    const session = await startSession({ editor, files });
    const before = session.host.files.asked.length;
    await session.hover('/repo/docs/a.md', 'one $0pod');
    return session.host.files.asked.length - before;
  }
});
