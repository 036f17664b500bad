import assert from 'node:assert/strict';
import { pod, SourceWorkspace } from '../support/sourceWorkspace';

const concept = (term: string) => `concepts: [{ term: ${term}, definition: Means it. }]`;

for (const isFollowed of [true, false]) {
  describe(`glossaries that change where the client tells of ${isFollowed ? 'changes in folders' : 'nothing'}`, () => {
    const workspaceOf = (configuration: string) =>
      new SourceWorkspace({
        files: { '/repo/terms/a.glossary.yaml': concept('first'), '/repo/other/x.txt': '' },
        configuration,
        isFollowed,
      });

    for (const [kind, configuration, file] of [
      ['folder', 'glossaries: [{ source: terms/, name: T }]', '/repo/terms/a.glossary.yaml'],
      ['glob', 'glossaries: [{ source: "terms/**/*.yaml", name: T }]', '/repo/terms/a.glossary.yaml'],
    ] as const) {
      it(`an edit in a ${kind} counts, and reads no other file again`, async () => {
        const workspace = workspaceOf(configuration);
        workspace.write('/repo/terms/b.glossary.yaml', concept('other'));
        await workspace.scope();
        workspace.host.files.asked.length = 0;
        workspace.write(file, concept('edited'));
        const seen = (await workspace.glossaries()).join('; ');
        assert.match(seen, /edited/);
        assert.doesNotMatch(seen, /first/);
        const reads = workspace.host.files.asked.filter((asked) => asked.startsWith('read '));
        assert.deepEqual(reads, [`read file://${file}`]);
      });

      it(`a new file in a ${kind} counts, and one that goes does not`, async () => {
        const workspace = workspaceOf(configuration);
        await workspace.scope();
        workspace.write('/repo/terms/deep/b.glossary.yaml', concept('second'));
        const added = (await workspace.glossaries()).join('; ');
        workspace.delete(file);
        const left = (await workspace.glossaries()).join('; ');
        assert.match(added, /first.*second/);
        assert.match(left, /second/);
        assert.doesNotMatch(left, /first/);
      });

      it(`a ${kind} that goes as a whole and comes back`, async () => {
        const workspace = workspaceOf(configuration);
        await workspace.scope();
        workspace.host.files.delete(file);
        workspace.scopes.invalidate('file:///repo/terms');
        assert.match((await workspace.glossaries()).join(), /^!/);
        workspace.host.files.write(file, concept('back'));
        workspace.scopes.invalidate('file:///repo/terms');
        assert.match((await workspace.glossaries()).join(), /back/);
      });
    }

    it('a file in a folder that is no glossary any more', async () => {
      const workspace = workspaceOf('glossaries: [{ source: terms/, name: T }]');
      await workspace.scope();
      workspace.write('/repo/terms/a.glossary.yaml', 'concepts: [');
      assert.deepEqual(await workspace.glossaries(), ['T [en]: first'], 'the last good state stays');
      assert.deepEqual(await workspace.fileProblems(), ['/repo/terms/a.glossary.yaml syntax']);
    });

    it('a file that is renamed to another that was named already', async () => {
      const workspace = new SourceWorkspace({
        files: { '/repo/a.yaml': pod('a') },
        configuration: 'glossaries: [a.yaml, b.yaml]',
        isFollowed,
      });
      assert.deepEqual(await workspace.meanings(), ['a']);
      workspace.delete('/repo/a.yaml');
      workspace.write('/repo/b.yaml', pod('b'));
      assert.deepEqual(await workspace.meanings(), ['b']);
    });

    it('a reference that is added to the configuration', async () => {
      const workspace = workspaceOf('glossaries: []');
      assert.deepEqual(await workspace.glossaries(), []);
      workspace.write('/repo/glossary-lens.yaml', 'glossaries: terms/');
      assert.deepEqual(await workspace.glossaries(), ['terms [en]: first']);
    });

    it('a package that is installed', async () => {
      const workspace = workspaceOf('glossaries: npm:terms');
      assert.match((await workspace.glossaries()).join(), /install it/);
      workspace.host.files.write('/repo/node_modules/terms/package.json', '{"glossaryLens": {"glossaries": "a.yaml"}}');
      workspace.host.files.write('/repo/node_modules/terms/a.yaml', concept('installed'));
      assert.deepEqual(await workspace.glossaries(), ['a [en]: installed']);
    });

    it('a copy from the web that comes, and one that takes its place', async () => {
      const workspace = workspaceOf('glossaries: https://acme.com/a.yaml');
      assert.deepEqual(await workspace.glossaries(), ['! it is being fetched']);
      workspace.web.answer('https://acme.com/a.yaml', concept('fetched'));
      assert.deepEqual(await workspace.glossaries(), ['a [en]: fetched']);
      workspace.web.answer('https://acme.com/a.yaml', concept('newer'));
      assert.deepEqual(await workspace.glossaries(), ['a [en]: newer']);
      workspace.web.fail('https://acme.com/a.yaml', 'the host is not reached');
      assert.deepEqual(await workspace.glossaries(), ['a [en]: newer']);
      assert.deepEqual(await workspace.referenceProblems(), [
        'waiting-source: ⟦https://acme.com/a.yaml⟧ `https://acme.com/a.yaml`: the last copy of it counts: the host is not reached',
      ]);
    });
  });
}

describe('a folder that nobody tells of', () => {
  it('is walked again behind the back of those who ask, and what is new in it is told', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.glossary.yaml': concept('first') },
      configuration: 'glossaries: terms/',
    });
    await workspace.scope();
    workspace.host.files.write('/repo/terms/b.glossary.yaml', concept('second'));
    assert.deepEqual(await workspace.glossaries(), ['terms [en]: first'], 'nobody waits for a walk');
    assert.equal(workspace.changes, 1);
    assert.deepEqual(await workspace.glossaries(), ['terms [en]: first, second']);
    await workspace.glossaries();
    assert.equal(workspace.changes, 1, 'nothing new is nothing to tell');
  });

  it('costs no walk between changes where the client tells of them', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.glossary.yaml': concept('first') },
      configuration: 'glossaries: terms/',
      isFollowed: true,
    });
    await workspace.scope();
    workspace.host.files.asked.length = 0;
    for (let count = 0; count < 10; count++) await workspace.scope();
    assert.deepEqual(
      workspace.host.files.asked.filter((asked) => asked.includes('/repo/terms')),
      [],
    );
  });
});

describe('who does not wait', () => {
  it('gets what is there, and hears when there is more', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms/a.glossary.yaml': concept('first'), '/repo/glossary.yaml': concept('near') },
      configuration: 'glossaries: terms/',
    });
    // Files in folders above are known: the walk alone is slow.
    await workspace.scope('/repo/other.md');
    workspace.write('/repo/terms/b.glossary.yaml', concept('second'));
    const release = workspace.host.files.hold((asked) => asked.startsWith('contents '));
    const asked = workspace.scope('/repo/other.md', 25);
    await turn();
    workspace.host.clock.advance(25);
    const told = workspace.next();
    release();
    const { isComplete, loaded } = await asked;
    assert.deepEqual([isComplete, loaded.map(({ glossary }) => glossary?.size)], [false, [1, 1]]);
    await told;
    const after = await workspace.scope('/repo/other.md', 25);
    assert.deepEqual([after.isComplete, after.loaded.map(({ glossary }) => glossary?.size)], [true, [1, 2]]);
  });

  it('waits for a file that is named all the same', async () => {
    const workspace = new SourceWorkspace({
      files: { '/repo/terms.yaml': concept('named') },
      configuration: 'glossaries: terms.yaml',
    });
    const release = workspace.host.files.hold((asked) => asked === 'read file:///repo/terms.yaml');
    const asked = workspace.scope('/repo/other.md', 25);
    while (!workspace.host.files.asked.includes('read file:///repo/terms.yaml')) await turn();
    workspace.host.clock.advance(1_000);
    await turn();
    release();
    const { isComplete, loaded } = await asked;
    assert.deepEqual([isComplete, loaded.map(({ glossary }) => glossary?.size)], [true, [1]]);
  });
});

/** Let all that can go on without time do so. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
