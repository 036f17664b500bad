import { strict as assert } from 'node:assert';
import { features } from '../../server/src/features';
import { EditorSession, startSession } from '../support/editorSession';
import { neovim, silentEditor, visualStudioCode } from '../support/editors';

const files = { '/repo/glossary.yaml': 'concepts: [{ term: pod, definition: Means pod. }]' };
const A = '/repo/a.md';
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const NOT_INITIALIZED = -32002;
const CANCELLED = -32800;

async function answersHovers(session: EditorSession): Promise<boolean> {
  return (await session.meanings('/repo/well.md', 'one $0pod')).includes('pod');
}

describe('positions', () => {
  const rows: readonly (readonly [string, unknown, boolean])[] = [
    ['in a term', { line: 1, character: 1 }, true],
    ['at its end', { line: 1, character: 3 }, true],
    ['behind the end of the line, which counts as the end', { line: 1, character: 1e9 }, true],
    ['behind the last line, which counts as the end', { line: 1e9, character: 0 }, true],
    ['before the first line', { line: -1, character: 1 }, false],
    ['before the first character', { line: 1, character: -1 }, false],
    ['between two characters', { line: 1, character: 0.5 }, false],
    ['beyond what is counted', { line: 1e300, character: 1e300 }, false],
    ['that are no numbers', { line: Number.NaN, character: null }, false],
    ['that are text', { line: '1', character: '1' }, false],
    ['that are empty', {}, false],
    ['that are missing', undefined, false],
    ['that are null', null, false],
  ];
  for (const [name, position, isAnswered] of rows) {
    for (const method of ['textDocument/hover', 'textDocument/definition']) {
      it(`${name}: ${method}`, async () => {
        const session = await startSession({ files });
        session.open(A, 'one\npod');
        const params = { textDocument: { uri: `file://${A}` }, position };
        assert.equal((await session.request(method, params)) !== null, isAnswered);
      });
    }
  }
});

describe('parameters that are none', () => {
  for (const { method } of features) {
    for (const params of [undefined, null, {}, [], [null], { textDocument: null }, { uri: 7 }, { textDocument: {} }]) {
      it(`${method} ${JSON.stringify(params)}`, async () => {
        const session = await startSession({ files });
        const { error } = await session.exchange(params === undefined ? { method } : { method, params });
        assert.ok(error === undefined || error.code === INVALID_PARAMS, error?.message);
        assert.ok(await answersHovers(session));
      });
    }
  }

  const notifications = [
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didClose',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeConfiguration',
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
    'unknown/notification',
  ];
  // The library behind the server prints what it catches.
  const { error } = console;
  before(() => {
    console.error = () => {};
  });
  after(() => {
    console.error = error;
  });

  for (const method of notifications) {
    it(method, async () => {
      const session = await startSession({ files });
      for (const params of [undefined, null, {}, [], 7, { textDocument: {} }, { changes: [{}] }, { event: {} }]) {
        session.send(params === undefined ? { method } : { method, params });
      }
      assert.ok(await answersHovers(session));
    });
  }
});

describe('documents', () => {
  it('that change before they open are passed over', async () => {
    const session = await startSession({ files });
    session.change(A, 'one pod');
    assert.equal(await session.hoverAt(A, { line: 0, character: 5 }), null);
    assert.deepEqual(await session.meanings('/repo/b.md', 'one $0pod'), ['pod']);
  });

  it('that close before they open are passed over', async () => {
    const session = await startSession({ files });
    session.close(A);
    assert.ok(await answersHovers(session));
  });

  it('that open twice are what they were the second time', async () => {
    const session = await startSession({ files });
    session.open(A, 'pod pod');
    assert.equal(await session.hovered(A, 'p$0od pod'), '⟦pod⟧ pod');
    session.open(A, 'a pod');
    assert.equal(await session.hovered(A, 'a p$0od'), 'a ⟦pod⟧');
  });

  it('that change without another version change all the same', async () => {
    const session = await startSession({ files });
    assert.equal(await session.hovered(A, 'p$0od'), '⟦pod⟧');
    const textDocument = { uri: `file://${A}`, version: 1 };
    session.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: 'a pod' }] });
    const hover = await session.hoverAt(A, { line: 0, character: 3 });
    assert.deepEqual(hover?.range?.start, { line: 0, character: 2 });
  });

  it('whose versions go back are what they were told last', async () => {
    const session = await startSession({ files });
    session.open(A, 'pod', 'markdown', 9);
    const textDocument = { uri: `file://${A}`, version: 3 };
    session.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: 'a pod' }] });
    assert.notEqual(await session.hoverAt(A, { line: 0, character: 3 }), null);
  });

  it('change in part', async () => {
    const session = await startSession({ files });
    session.open(A, '😀 one\r\ntwo');
    const range = { start: { line: 0, character: 3 }, end: { line: 1, character: 3 } };
    const textDocument = { uri: `file://${A}`, version: 2 };
    session.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: 'pod' }] });
    const hover = await session.hoverAt(A, { line: 0, character: 4 });
    assert.deepEqual(hover?.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 6 } });
  });

  const spellings = [
    ['file:///c%3A/repo/a.md', 'file:///C:/repo/a.md'],
    ['file:///repo/%5Ba%5D.md', 'file:///repo/[a].md'],
    ['file:///repo/%C3%A9.md', 'file:///repo/é.md'],
  ] as const;
  for (const [one, other] of spellings) {
    it(`are known by any spelling: ${one}, ${other}`, async () => {
      for (const [opened, asked] of [
        [one, other],
        [other, one],
      ] as const) {
        const session = await startSession({ files, shipped: 'concepts: [{ term: pod, definition: Means pod. }]' });
        session.open(opened, 'pod');
        assert.notEqual(await session.hoverAt(asked, { line: 0, character: 1 }), null);
      }
    });
  }

  const languages: readonly (readonly [string, string, string, boolean])[] = [
    ['/repo/a.md', 'plaintext', 'the name goes before the language', true],
    ['/repo/a.yaml', 'markdown', 'the name goes before the language', true],
    ['/repo/a', 'markdown', 'the language counts where the name tells none', true],
    ['untitled:Untitled-1', 'markdown', 'the language counts where there is no name', true],
    ['/repo/a.txt', 'plaintext', 'neither is ours', false],
  ];
  for (const [path, languageId, name, isAnswered] of languages) {
    it(`${path} as ${languageId}: ${name}`, async () => {
      const session = await startSession({ files });
      session.open(path, '# about: a pod\n', languageId);
      assert.equal((await session.hoverAt(path, { line: 0, character: 12 })) !== null, isAnswered);
    });
  }

  it('that stopped an earlier server are left alone, and that is said', async () => {
    const initializationOptions = {
      client: { commandLinks: true, quarantine: [`file://${A}`, 'no uri', 'file:////x'] },
    };
    const session = await startSession({ files, initializationOptions });
    assert.equal(await session.hover(A, 'one $0pod'), null);
    await session.settle();
    assert.match(JSON.stringify(session.published.get(`file://${A}`)), /leaves this document alone/);
    const status = await session.request('glossaryLens/status', { uri: `file://${A}` });
    assert.match(JSON.stringify(status), /"quarantined":"/);
    assert.ok(await answersHovers(session));
  });

  it('that are too long are left alone, and that is said', async () => {
    const session = await startSession({ files });
    session.open(A, `pod${' '.repeat(20_000_000)}`);
    assert.equal(await session.hoverAt(A, { line: 0, character: 1 }), null);
    await session.settle();
    assert.match(JSON.stringify(session.published.get(`file://${A}`)), /20000003 characters/);
    session.change(A, 'pod');
    assert.notEqual(await session.hoverAt(A, { line: 0, character: 1 }), null);
  }).timeout(30_000);
});

describe('the life of a server', () => {
  it('begins with initialize', async () => {
    const session = new EditorSession({ files });
    for (const method of ['textDocument/hover', 'glossaryLens/status']) {
      const { error } = await session.exchange({ method, params: {} });
      assert.equal(error?.code, NOT_INITIALIZED);
    }
    session.open(A, 'one pod');
    await session.initialize();
    assert.ok(await answersHovers(session));
  });

  it('knows one initialize', async () => {
    const session = await startSession({ files });
    const { error } = await session.exchange({ method: 'initialize', params: session.initializeParams() });
    assert.equal(error?.code, INVALID_REQUEST);
    assert.ok(await answersHovers(session));
  });

  it('ends with shutdown', async () => {
    const session = await startSession({ files });
    session.open(A, 'one pod');
    assert.equal(await session.request('shutdown'), null);
    const params = { textDocument: { uri: `file://${A}` }, position: { line: 0, character: 5 } };
    const { error } = await session.exchange({ method: 'textDocument/hover', params });
    assert.equal(error?.code, INVALID_REQUEST);
  });

  it('is told what the server can do', async () => {
    const session = await startSession();
    assert.deepEqual(session.initializeResult, {
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.glossaryLens'] },
        definitionProvider: true,
        diagnosticProvider: { identifier: 'glossary-lens', interFileDependencies: true, workspaceDiagnostics: false },
      },
      serverInfo: { name: 'Glossary Lens', version: '0.0.0' },
    });
  });

  it('follows the process of the editor where it is named', async () => {
    const session = new EditorSession();
    await session.initialize({ ...session.initializeParams(), processId: 4711 });
    assert.equal(session.followedProcess, 4711);
    assert.equal((await startSession()).followedProcess, undefined);
  });

  it('needs no initialized to answer', async () => {
    const session = new EditorSession({ editor: silentEditor, files });
    await session.request('initialize', session.initializeParams());
    assert.ok(await answersHovers(session));
  });

  it('outlasts what it does not know', async () => {
    const session = await startSession({ files });
    assert.equal(
      (await session.exchange({ method: 'textDocument/unknown', params: {} })).error?.code,
      METHOD_NOT_FOUND,
    );
    session.send({});
    session.send({ id: 4711, result: {} });
    assert.ok(await answersHovers(session));
  });

  for (const id of ['text', '', 0, -1, 2 ** 53]) {
    it(`answers under the id it was asked: ${JSON.stringify(id)}`, async () => {
      const session = await startSession({ files });
      assert.equal((await session.exchange({ id, method: 'glossaryLens/ping' })).id, id);
    });
  }
});

describe('requests', () => {
  it('that are cancelled are answered at once they would go on', async () => {
    const session = await startSession({ editor: neovim, files });
    session.open(A, 'one pod');
    const release = session.host.files.hold();
    const params = { textDocument: { uri: `file://${A}` }, position: { line: 0, character: 5 } };
    const cancelled = session.exchange({ id: 'hover', method: 'textDocument/hover', params });
    session.notify('$/cancelRequest', { id: 'hover' });
    await session.request('glossaryLens/ping');
    release();
    assert.equal((await cancelled).error?.code, CANCELLED);
    for (const id of ['hover', 'never', null]) session.notify('$/cancelRequest', { id });
    assert.ok(await answersHovers(session));
  });

  it('that fail are answered without a result, and the log says why', async () => {
    const session = await startSession({ editor: neovim, files });
    session.host.files.fail(() => 'thrown');
    assert.equal(await session.hover(A, 'one $0pod'), null);
    assert.deepEqual(await session.request('glossaryLens/concepts', {}), []);
    const failures = session.host.log.troubles.filter((line) => line.startsWith('error: '));
    assert.match(failures.join('\n'), /^error: textDocument\/hover failed: Error: .* throws/);
    session.host.files.fail(undefined);
    assert.ok(await answersHovers(session));
  });

  it('that are slow are told in the log', async () => {
    const session = await startSession({ editor: neovim, files });
    const release = session.host.files.hold();
    const hover = session.hover(A, 'one $0pod');
    await session.request('glossaryLens/ping');
    session.host.clock.advance(1234);
    release();
    await hover;
    assert.deepEqual(session.host.log.troubles, ['warn: textDocument/hover took 1234 ms']);
  });

  it('among many changes are answered from the text of their time', async () => {
    const session = await startSession({ editor: visualStudioCode, files });
    const hovers = Array.from({ length: 200 }, (_, index) => session.hover(A, `${' a'.repeat(index)} $0pod`));
    const starts = (await Promise.all(hovers)).map((hover) => hover?.range?.start.character);
    const last = starts.at(-1);
    assert.equal(last, 399);
    assert.ok(starts.every((start) => start === undefined || start % 2 === 1));
  });
});
