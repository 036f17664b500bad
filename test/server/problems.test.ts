import { strict as assert } from 'node:assert';
import { type CodeAction, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol';
import { startSession } from '../support/editorSession';
import { type Editor, neovim, silentEditor, visualStudioCode } from '../support/editors';
import { uriOf } from '../support/memoryHost';

const GLOSSARY = '/repo/docs/glossary.yaml';
const good = 'concepts: [{ term: pod, definition: Means pod to whoever reads this. }]';
const broken = 'concepts: [{ term: pod, definition: Means pod to whoever reads this. }, { term: node }]';
const unparsable = 'concepts: [{ term: pod, definition';
const missing = ['missing-definition: ⟦node⟧'];

describe('problems of a glossary', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['an unknown field', 'concepts: [{ term: a b, definition: c, Definition: d }]', ['misspelt-field: ⟦Definition⟧']],
    ['a missing definition', broken, missing],
    ['a wrong type', 'concepts: [{ term: a b, definition: [c] }]', ['wrong-type: ⟦[c]⟧']],
    [
      'a related term that nobody knows',
      'concepts: [{ term: a b, definition: c, related: [a b, d e] }]',
      ['unknown-related: ⟦d e⟧'],
    ],
    [
      'definitions in a circle',
      'concepts: [{ term: pod, definition: A sort of unit. }, { term: unit, definition: A sort of pod. }]',
      ['circular-definition: ⟦unit⟧'],
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
    [
      'in a folder further up',
      { '/repo/glossary.yaml': 'concepts: [{ term: node, definition: Means node to whoever reads this. }]' },
      '',
    ],
    ['in the shipped glossary', {}, 'concepts: [{ term: node, definition: Means node to whoever reads this. }]'],
    [
      'in a file beside it',
      { '/repo/docs/b.glossary.yaml': 'concepts: [{ term: node, definition: Means node to whoever reads this. }]' },
      '',
    ],
  ];
  for (const [name, files, shipped] of known) {
    it(`are none where a related concept is ${name}`, async () => {
      const text = 'concepts: [{ term: pod, definition: Means pod to whoever reads this., related: [Nodes, node] }]';
      const session = await startSession({ files: { [GLOSSARY]: text, ...files }, shipped: shipped || null });
      session.open(GLOSSARY, text);
      assert.deepEqual(await session.problems(GLOSSARY), ['unknown-related: ⟦Nodes⟧']);
    });
  }

  it('point to where else it is', async () => {
    const text = 'concepts: [{ term: pod, definition: A sort of unit. }]';
    const above = 'concepts:\n  - { term: unit, definition: A sort of pod. }';
    const session = await startSession({ files: { [GLOSSARY]: text, '/repo/glossary.yaml': above } });
    session.open(GLOSSARY, text);
    await session.settle();
    const [diagnostic] = session.published.get(uriOf(GLOSSARY))?.at(-1) ?? [];
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        location: {
          uri: uriOf('/repo/glossary.yaml'),
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        },
        message: 'The definition of `unit`',
      },
    ]);
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Information);
  });

  it('link to a page where they are a check', async () => {
    const text = 'concepts: [{ term: a b, definition: d, colour: red, exmaples: e }]';
    const session = await startSession({ files: { [GLOSSARY]: text } });
    session.open(GLOSSARY, text);
    await session.settle();
    const diagnostics = session.published.get(uriOf(GLOSSARY))?.at(-1) ?? [];
    assert.deepEqual(
      diagnostics.map(({ code, codeDescription }) => [code, codeDescription?.href.split('/').at(-1)]),
      [
        ['unknown-field', undefined],
        ['misspelt-field', 'misspelt-field.md'],
      ],
    );
  });

  it('are of the text that counts: nothing is said of definitions of an earlier one', async () => {
    const text = 'concepts: [{ term: pod, definition: A sort of pod. }]';
    const session = await startSession({ files: { [GLOSSARY]: text } });
    session.open(GLOSSARY, text);
    assert.deepEqual(await session.problems(GLOSSARY), ['circular-definition: ⟦pod⟧']);
    session.change(GLOSSARY, '[');
    const problems = await session.problems(GLOSSARY);
    assert.deepEqual(
      problems.filter((problem) => !problem.startsWith('syntax')),
      [],
    );
    assert.ok(problems.length > 0);
  });

  it('are kept quiet by comments', async () => {
    const text = `concepts:
  # glossary-lens-disable-next-line circular-definition
  - { term: pod, definition: A sort of pod. }
  # glossary-lens-disable-next-line duplicate-term
  - { term: unit, definition: A sort of unit. }
`;
    const session = await startSession({ files: { [GLOSSARY]: text } });
    session.open(GLOSSARY, text);
    assert.deepEqual(await session.problems(GLOSSARY), [
      'unused-suppression: ⟦duplicate-term⟧',
      'circular-definition: ⟦unit⟧',
    ]);
  });

  it('are told in spite of comments where they are no checks', async () => {
    const text = `# glossary-lens-disable-file
concepts: [{ term: pod, definition: A sort of pod., colour: red }]
`;
    const session = await startSession({ files: { [GLOSSARY]: text } });
    session.open(GLOSSARY, text);
    assert.deepEqual(await session.problems(GLOSSARY), ['unknown-field: ⟦colour⟧']);
  });

  it('are mended by code actions', async () => {
    const text = 'concepts: [{ term: a b, definiton: d }]';
    const session = await startSession({ files: { [GLOSSARY]: text } });
    session.open(GLOSSARY, text);
    const position = { line: 0, character: text.indexOf('definiton') };
    const actions = (await session.request('textDocument/codeAction', {
      textDocument: { uri: uriOf(GLOSSARY) },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })) as readonly CodeAction[];
    const [action] = actions;
    assert.equal(action?.title, 'Replace with "definition"');
    assert.equal(session.applied(GLOSSARY, action), 'concepts: [{ term: a b, definition: d }]');
  });

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
