import { strict as assert } from 'node:assert';
import { type EditorSession, startSession } from '../support/editorSession';
import { codeMirror, type Editor, neovim, silentEditor, visualStudioCodeWith } from '../support/editors';

const files = { '/repo/glossary.yaml': 'concepts: [{ term: pod, definition: Means pod. }]' };
const off = { hover: { enabled: false } };

async function answersHovers(session: EditorSession): Promise<boolean> {
  return (await session.hover('/repo/a.md', 'one $0pod')) !== null;
}

describe('settings', () => {
  const first: readonly (readonly [string, Editor])[] = [
    ['VS Code', visualStudioCodeWith({ configuration: 'unanswered' })],
    ['Neovim 0.7', neovim],
    ['CodeMirror', codeMirror],
    ['an editor without capabilities', silentEditor],
  ];
  for (const [name, editor] of first) {
    it(`come with the introduction of ${name}`, async () => {
      const session = await startSession({ editor, files, initializationOptions: { glossaryLens: off } });
      assert.equal(await answersHovers(session), false);
    });
  }

  it('are asked for where the editor answers', async () => {
    const session = await startSession({ files, settings: off });
    assert.equal(await answersHovers(session), false);
  });

  it('are asked for again when the editor says that they changed', async () => {
    const session = await startSession({ files });
    assert.equal(await answersHovers(session), true);
    session.settings = off;
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.settle();
    assert.equal(await answersHovers(session), false);
  });

  it('stay as they were at first where the editor knows no such section', async () => {
    const initializationOptions = { client: { commandLinks: true }, glossaryLens: off };
    const session = await startSession({ files, initializationOptions, settings: null });
    assert.equal(await answersHovers(session), false);
  });

  const told: readonly (readonly [string, unknown, boolean])[] = [
    ['are taken from what the editor tells', { settings: { glossaryLens: off } }, false],
    ['stay where the editor tells of others', { settings: { other: off } }, true],
    ['stay where the editor tells nothing', { settings: {} }, true],
    ['stay where the editor tells null', { settings: null }, true],
    ['are the usual ones where the editor tells null for them', { settings: { glossaryLens: null } }, true],
  ];
  for (const [name, params, expected] of told) {
    it(name, async () => {
      const session = await startSession({ editor: neovim, files });
      session.notify('workspace/didChangeConfiguration', params);
      assert.equal(await answersHovers(session), expected);
    });
  }

  for (const configuration of ['unanswered', 'refused'] as const) {
    it(`may stay ${configuration}`, async () => {
      const session = await startSession({ editor: visualStudioCodeWith({ configuration }), files });
      assert.equal(await answersHovers(session), true);
    });
  }

  it('are asked to be told of', async () => {
    const { registrations } = await startSession();
    assert.deepEqual(registrations.get('workspace/didChangeConfiguration'), { section: 'glossaryLens' });
  });

  const wrong: readonly (readonly [unknown, readonly string[]])[] = [
    [7, ['glossaryLens should be an object']],
    [[], ['glossaryLens should be an object']],
    [{ hover: 'off' }, ['glossaryLens.hover should be an object']],
    [{ hover: { enabled: 'no', detail: 'all' } }, ['glossaryLens.hover.enabled', 'glossaryLens.hover.detail']],
    [{ glossaries: 'a.yaml', shippedGlossary: 1 }, ['glossaryLens.glossaries', 'glossaryLens.shippedGlossary']],
    [{ glossaries: [1, 'a.yaml'] }, ['glossaryLens.glossaries']],
    [{ checks: true }, ['glossaryLens.checks should be an object']],
    [
      { checks: { enabled: 'no', shipped: 1, quotations: 'yes' } },
      ['glossaryLens.checks.enabled', 'glossaryLens.checks.shipped', 'glossaryLens.checks.quotations'],
    ],
    [{ checks: { severity: ['off'] } }, ['glossaryLens.checks.severity should be an object']],
    [{ checks: { severity: { jargon: 'loud', x: null } } }, ['glossaryLens.checks.severity should have error']],
    [
      { checks: { abbreviations: 'VM', audience: 7 } },
      ['glossaryLens.checks.abbreviations', 'glossaryLens.checks.audience'],
    ],
    [{ glossaries: null, checks: null, hover: null, shippedGlossary: null, unknown: 1 }, []],
  ];
  for (const [settings, complaints] of wrong) {
    it(`of a wrong type do no harm: ${JSON.stringify(settings)}`, async () => {
      const session = await startSession({ files, settings });
      assert.equal(await answersHovers(session), true);
      const { troubles } = session.host.log;
      assert.equal(troubles.length, complaints.length, troubles.join('\n'));
      for (const [index, complaint] of complaints.entries()) {
        assert.ok(troubles[index]?.includes(`The setting ${complaint}`), troubles[index]);
      }
    });
  }

  const introductions = [null, 7, [], { glossaryLens: 7 }, { client: 7 }, { client: { quarantine: [7] } }];
  for (const initializationOptions of introductions) {
    it(`may come with an introduction of a wrong type: ${JSON.stringify(initializationOptions)}`, async () => {
      const session = await startSession({ editor: neovim, files, initializationOptions });
      assert.equal(await answersHovers(session), true);
    });
  }

  it('tell how much a card shows', async () => {
    const glossary = 'concepts: [{ term: pod, definition: Means pod., description: "More.\\n\\nAnd more." }]';
    const lengths: number[] = [];
    for (const detail of ['brief', 'standard', 'full']) {
      const session = await startSession({
        files: { '/repo/glossary.yaml': glossary },
        settings: { hover: { detail } },
      });
      lengths.push(JSON.stringify(await session.hover('/repo/a.md', '$0pod')).match(/more/gi)?.length ?? 0);
    }
    assert.deepEqual(lengths, [0, 1, 2]);
  });

  it('of glossaries take effect at once', async () => {
    const session = await startSession({ files: { '/etc/a.yaml': files['/repo/glossary.yaml'] } });
    assert.equal(await answersHovers(session), false);
    session.settings = { glossaries: ['/etc/a.yaml'] };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.settle();
    assert.equal(await answersHovers(session), true);
  });
});
