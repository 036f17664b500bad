import assert from 'node:assert/strict';
import { type CodeAction, type Diagnostic, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol';
import { type EditorSession, startSession } from '../support/editorSession';
import { neovim, silentEditor } from '../support/editors';
import { uriOf } from '../support/memoryHost';

const GLOSSARY = '/repo/glossary.yaml';
const PAGE = '/repo/docs/page.md';
const files = {
  [GLOSSARY]: `concepts:
  - term: allowlist
    avoid: [{ term: whitelist, reason: it says nothing }]
    definition: What is let in.
  - term: Kubernetes
    abbreviations: [K8s]
    definition: A system.
`,
};
const TEXT = 'The whitelist and the whitelists of kubernetes.\n';

describe('findings about wording', () => {
  it('are told to an editor that asks', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    assert.deepEqual(await findings(session), [
      'deprecated-term: ⟦whitelist⟧',
      'deprecated-term: ⟦whitelists⟧',
      'term-form: ⟦kubernetes⟧',
    ]);
  });

  it('say what, why, how bad, where to read on, and that it is not to be used', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    const { items = [] } = await pull(session);
    assert.deepEqual(items[0], {
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 13 } },
      severity: DiagnosticSeverity.Warning,
      code: 'deprecated-term',
      codeDescription: { href: 'file:///opt/glossary-lens/dist/checks/deprecated-term.md' },
      source: 'glossary-lens',
      message: 'Use "allowlist" instead of "whitelist": it says nothing',
      tags: [2],
      relatedInformation: [
        {
          location: {
            uri: uriOf(GLOSSARY),
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          },
          message: '"allowlist" in repo',
        },
      ],
    });
  });

  it('are not told again where nothing changed', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    const { resultId } = await pull(session);
    assert.deepEqual(await pull(session, resultId), { kind: 'unchanged', resultId });
    session.change(PAGE, 'The whitelist.');
    assert.equal((await pull(session, resultId)).kind, 'full');
  });

  it('follow each edit', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    await findings(session);
    session.change(PAGE, `A new line.\n\n${TEXT}`);
    assert.equal((await findings(session)).length, 3);
    session.change(PAGE, 'The allowlist.\n');
    assert.deepEqual(await findings(session), []);
  });

  it('follow the glossary, and an editor that asks is told to ask again', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    await session.settle();
    const asked = session.asked('workspace/diagnostic/refresh');
    session.host.files.write(uriOf(GLOSSARY), 'concepts: [{ term: page, avoid: [kubernetes], definition: x }]');
    session.changeFiles(FileChangeType.Changed, GLOSSARY);
    await session.settle();
    assert.equal(session.asked('workspace/diagnostic/refresh'), asked + 1);
    assert.deepEqual(await findings(session), ['deprecated-term: ⟦kubernetes⟧']);
  });

  for (const [name, editor] of [
    ['Neovim 0.7', neovim],
    ['an editor without capabilities', silentEditor],
  ] as const) {
    it(`are sent to ${name}, which does not ask`, async () => {
      const session = await startSession({ editor, files });
      session.open(PAGE, TEXT);
      assert.equal((await sentProblems(session)).length, 3);
      session.change(PAGE, 'The whitelist.');
      assert.deepEqual(await sentProblems(session), ['deprecated-term: ⟦whitelist⟧']);
      session.close(PAGE);
      assert.deepEqual(await sentProblems(session), []);
    });
  }

  it('are none where a folder has no glossary of its own', async () => {
    const shipped = 'concepts: [{ term: allowlist, avoid: [whitelist], definition: Means allow. }]';
    const session = await startSession({ shipped });
    session.open(PAGE, TEXT);
    assert.deepEqual(await findings(session), []);
    assert.deepEqual(await session.meanings(PAGE, 'The white$0list'), ['allow']);
  });

  it('are none where the only glossary could not be read yet', async () => {
    const session = await startSession({ files: { [GLOSSARY]: 'concepts: [' } });
    session.open(PAGE, 'The OTLP.');
    assert.deepEqual(await findings(session), []);
  });

  it('are none in a glossary', async () => {
    const session = await startSession({ files });
    session.open(GLOSSARY, files[GLOSSARY] ?? '');
    assert.deepEqual(await findings(session, GLOSSARY), []);
  });

  it('are a thousand at most in one document, and the rest is counted', async () => {
    const session = await startSession({ files });
    session.open(PAGE, 'A whitelist.\n'.repeat(1_200));
    const { items = [] } = await pull(session);
    assert.equal(items.length, 1_001);
    assert.equal(items.at(-1)?.message, '200 more findings in this document: the first 1000 are shown');
    session.change(PAGE, 'A whitelist.\n'.repeat(1_001));
    const { items: fewer = [] } = await pull(session);
    assert.equal(fewer.at(-1)?.message, '1 more finding in this document: the first 1000 are shown');
  });
});

describe('a configuration', () => {
  const CONFIGURATION = '/repo/glossary-lens.yaml';

  it('says what is checked, and how strictly', async () => {
    const session = await startSession({
      files: { ...files, [CONFIGURATION]: 'checks: { deprecated-term: error, term-form: off }' },
    });
    session.open(PAGE, TEXT);
    const { items = [] } = await pull(session);
    assert.deepEqual(
      items.map(({ code, severity }) => [code, severity]),
      [
        ['deprecated-term', DiagnosticSeverity.Error],
        ['deprecated-term', DiagnosticSeverity.Error],
      ],
    );
  });

  it('counts at once, saved or not', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    session.open(CONFIGURATION, 'checks: { deprecated-term: off }');
    assert.deepEqual(await findings(session), ['term-form: ⟦kubernetes⟧']);
    session.change(CONFIGURATION, 'checks: { term-form: off }');
    assert.equal((await findings(session)).length, 2);
  });

  it('keeps what it said where it is broken for a moment, and shows where', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    session.open(CONFIGURATION, 'checks: { deprecated-term: off }');
    await findings(session);
    session.change(CONFIGURATION, 'checks: { deprecated-term: off');
    assert.deepEqual(await findings(session), ['term-form: ⟦kubernetes⟧']);
    assert.equal((await session.problems(CONFIGURATION)).length, 1);
  });

  it('lists glossaries', async () => {
    const session = await startSession({
      files: {
        '/repo/terms/words.yaml': 'concepts: [{ term: page, avoid: [paper], definition: Means page. }]',
        [CONFIGURATION]: 'glossaries: [terms/words.yaml]',
      },
    });
    session.open(PAGE, 'A paper.');
    assert.deepEqual(await findings(session), ['deprecated-term: ⟦paper⟧']);
    assert.deepEqual(await session.meanings(PAGE, 'A pa$0ge.'), ['page']);
  });

  it('lists a glossary that is not there, which is told until it is', async () => {
    const MISSING = '/repo/terms/words.yaml';
    const session = await startSession({ files: { [CONFIGURATION]: 'glossaries: [terms/words.yaml]' } });
    session.open(PAGE, 'A paper.');
    assert.deepEqual(await session.problems(CONFIGURATION), ['missing-source: ⟦terms/words.yaml⟧']);
    assert.deepEqual(await session.problems(MISSING), []);
    session.host.files.write(MISSING, 'concepts: [{ term: page, avoid: [paper], definition: x }]');
    session.changeFiles(FileChangeType.Created, MISSING);
    assert.deepEqual(await session.problems(CONFIGURATION), []);
    assert.deepEqual(await findings(session), ['deprecated-term: ⟦paper⟧']);
  });

  for (const [what, isTrusted, expected] of [
    ['a workspace that is trusted', true, ['page']],
    ['Restricted Mode, where those outside of the workspace are not read', false, []],
  ] as const) {
    for (const path of [
      '../terms/words.yaml',
      'file:///repo/../terms/words.yaml',
      'file:///repo/%2e%2e/terms/words.yaml',
    ]) {
      it(`lists glossaries of another folder, in ${what}: ${path}`, async () => {
        const session = await startSession({
          files: {
            '/terms/words.yaml': 'concepts: [{ term: page, definition: Means page. }]',
            '/repo/../terms/words.yaml': 'concepts: [{ term: page, definition: Means page. }]',
            [CONFIGURATION]: `glossaries: ['${path}']`,
          },
          initializationOptions: { client: { commandLinks: true, isTrusted } },
        });
        session.open(PAGE, '');
        assert.deepEqual(await session.meanings(PAGE, 'A pa$0ge.'), expected);
      });
    }
  }

  it('is enough to be checked by what a reader cannot know', async () => {
    const session = await startSession({ files: { [CONFIGURATION]: 'checks: { shipped: true }' } });
    session.open(PAGE, 'A page.');
    assert.deepEqual(await findings(session), []);
  });

  it('gives way to what somebody set', async () => {
    const session = await startSession({
      files: { ...files, [CONFIGURATION]: 'checks: { deprecated-term: off }' },
      settings: { checks: { severity: { 'deprecated-term': 'hint', 'term-form': 'off' } } },
    });
    session.open(PAGE, TEXT);
    const { items = [] } = await pull(session);
    assert.deepEqual(
      items.map(({ severity }) => severity),
      [DiagnosticSeverity.Hint, DiagnosticSeverity.Hint],
    );
  });

  it('is of no use where somebody switched checks off', async () => {
    const session = await startSession({ files, settings: { checks: { enabled: false } } });
    session.open(PAGE, TEXT);
    assert.deepEqual(await findings(session), []);
  });
});

describe('suppressions', () => {
  it('keep findings quiet, and tell when they have nothing to do', async () => {
    const session = await startSession({ files });
    session.open(
      PAGE,
      '<!-- glossary-lens-disable-next-line deprecated-term -->\nThe whitelist.\n\n<!-- glossary-lens-disable-file homonym, term-form -->\n',
    );
    assert.deepEqual(await findings(session), ['unused-suppression: ⟦term-form⟧']);
  });

  it('have nothing to do with a document in a language that is not checked', async () => {
    const session = await startSession({ files: { ...files, '/repo/glossary-lens.yaml': 'languages: [en]' } });
    session.open(
      PAGE,
      '<!-- glossary-lens-disable-file deprecated-term -->\n\nDer Server ist mit dem Container auf dem Server und das ist er.\n',
    );
    assert.deepEqual(await findings(session), []);
  });
});

describe('a check of files that are not open', () => {
  const OTHER = '/repo/docs/other.md';
  const all = { ...files, [PAGE]: TEXT, [OTHER]: 'The allowlist.', '/repo/notes.txt': 'whitelist' };

  function check(session: EditorSession, ...paths: readonly string[]): Promise<unknown> {
    return session.request('glossaryLens/checkFiles', { uris: paths.map(uriOf) });
  }

  it('shows what is found, and counts', async () => {
    const session = await startSession({ files: all });
    const answer = await check(session, PAGE, OTHER, '/repo/notes.txt', '/repo/gone.md');
    assert.deepEqual(answer, { checked: 2, findings: 3 });
    assert.equal((await session.problems(PAGE)).length, 3);
    assert.deepEqual(await session.problems(OTHER), []);
  });

  it('counts those that are open, which show their own', async () => {
    const session = await startSession({ files: all });
    session.open(PAGE, 'The whitelist.');
    assert.deepEqual(await check(session, PAGE), { checked: 1, findings: 1 });
    assert.deepEqual(await session.problems(PAGE), []);
  });

  it('is out of date once a file is opened', async () => {
    const session = await startSession({ files: all });
    await check(session, PAGE);
    session.open(PAGE, TEXT);
    assert.deepEqual(await session.problems(PAGE), []);
    assert.equal((await findings(session)).length, 3);
  });

  it('takes back what is mended', async () => {
    const session = await startSession({ files: all });
    await check(session, PAGE);
    session.host.files.write(uriOf(PAGE), 'The allowlist.');
    await check(session, PAGE);
    assert.deepEqual(await session.problems(PAGE), []);
  });

  it('takes back what was found in a file that is gone', async () => {
    const session = await startSession({ files: all });
    await check(session, PAGE);
    session.host.files.delete(uriOf(PAGE));
    assert.deepEqual(await check(session, PAGE), { checked: 0, findings: 0 });
    assert.deepEqual(await session.problems(PAGE), []);
  });

  it('takes whatever it is asked', async () => {
    const session = await startSession({ files: all });
    for (const params of [null, {}, { uris: 7 }, { uris: [null, 7, '', 'not a uri', '%ff'] }]) {
      assert.deepEqual(await session.request('glossaryLens/checkFiles', params), { checked: 0, findings: 0 });
    }
  });
});

describe('code actions', () => {
  it('mend a finding', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    const [action] = await actionsAt(session, 6);
    assert.equal(action?.title, 'Replace with "allowlist"');
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
    assert.equal(action.diagnostics?.[0]?.code, 'deprecated-term');
    assert.equal(session.applied(PAGE, action), 'The allowlist and the whitelists of kubernetes.\n');
  });

  it('are none where nothing is found', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    assert.deepEqual(
      (await actionsAt(session, 1)).map(({ kind }) => kind),
      ['source.fixAll.glossaryLens'],
    );
  });

  it('mend a whole document on saving', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    const [action, ...others] = await actionsAt(session, 0, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.ok(action !== undefined);
    assert.equal(session.applied(PAGE, action), 'The allowlist and the allowlists of Kubernetes.\n');
    session.change(PAGE, 'The allowlist.\n');
    const [nothing] = await actionsAt(session, 0, ['source.fixAll.glossaryLens']);
    assert.ok(nothing !== undefined);
    assert.equal(session.applied(PAGE, nothing), 'The allowlist.\n');
  });

  it('switch a check off here, in the file, and for all', async () => {
    const session = await startSession({ files });
    session.open(PAGE, TEXT);
    const actions = (await actionsAt(session, 6)).filter(({ kind }) => kind === 'quickfix');
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Replace with "allowlist"',
        'Ignore deprecated-term here',
        'Ignore deprecated-term in this file',
        'Switch deprecated-term off in glossary-lens.yaml',
      ],
    );
    const [, here, inFile, forAll] = actions;
    assert.ok(here !== undefined && inFile !== undefined);
    session.change(PAGE, session.applied(PAGE, here));
    assert.deepEqual(await findings(session), ['term-form: ⟦kubernetes⟧']);
    session.change(PAGE, TEXT);
    session.change(PAGE, session.applied(PAGE, inFile));
    assert.deepEqual(await findings(session), ['term-form: ⟦kubernetes⟧']);
    assert.deepEqual(forAll?.edit?.documentChanges, [
      { kind: 'create', uri: uriOf('/repo/glossary-lens.yaml'), options: { ignoreIfExists: true } },
      {
        textDocument: { uri: uriOf('/repo/glossary-lens.yaml'), version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'checks:\n  deprecated-term: off\n',
          },
        ],
      },
    ]);
  });

  it('change the configuration that is there', async () => {
    const configuration = '# Ours.\nchecks:\n  jargon: hint\n';
    const session = await startSession({ files: { ...files, '/repo/glossary-lens.yaml': configuration } });
    session.open(PAGE, TEXT);
    session.open('/repo/glossary-lens.yaml', configuration);
    const action = (await actionsAt(session, 6)).find(({ title }) => title.startsWith('Switch'));
    assert.ok(action !== undefined);
    const changed = session.applied('/repo/glossary-lens.yaml', action);
    assert.equal(changed, `${configuration}  deprecated-term: off\n`);
  });

  it('leave a configuration alone that is not read', async () => {
    const session = await startSession({ files: { ...files, '/repo/glossary-lens.yaml': 'audience: all' } });
    const { asked } = session.host.files;
    session.host.files.fail(() =>
      asked.at(-1)?.startsWith('read file:///repo/glossary-lens') ? 'refused' : undefined,
    );
    session.open(PAGE, TEXT);
    const titles = (await actionsAt(session, 6)).map(({ title }) => title);
    assert.ok(titles.length > 0 && titles.every((title) => !title.startsWith('Switch')), titles.join());
  });

  it('are none for an editor that knows commands alone', async () => {
    const session = await startSession({ editor: silentEditor, files });
    session.open(PAGE, TEXT);
    assert.deepEqual(await actionsAt(session, 6), []);
  });
});

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

function pull(session: EditorSession, previousResultId?: string, path = PAGE): Promise<Report> {
  const textDocument = { uri: uriOf(path) };
  return session.request('textDocument/diagnostic', { textDocument, previousResultId }) as Promise<Report>;
}

async function findings(session: EditorSession, path = PAGE): Promise<readonly string[]> {
  const { items = [] } = await pull(session, undefined, path);
  return items.map(({ code, range }) => {
    const marked = session.markRange(path, range);
    return `${code}: ${marked.slice(marked.indexOf('⟦'), marked.indexOf('⟧') + 1)}`;
  });
}

/** What is shown once the server has sent something. */
async function sentProblems(session: EditorSession): Promise<readonly string[]> {
  const sent = session.next('textDocument/publishDiagnostics');
  await session.settle();
  await sent;
  return session.problems(PAGE);
}

function actionsAt(
  session: EditorSession,
  character: number,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const position = { line: 0, character };
  return session.request('textDocument/codeAction', {
    textDocument: { uri: uriOf(PAGE) },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  }) as Promise<readonly CodeAction[]>;
}
