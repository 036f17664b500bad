import assert from 'node:assert/strict';
import { type DocumentDiagnosticReport, FileChangeType } from 'vscode-languageserver-protocol';
import { startSession } from '../support/editorSession';

/** The example of Contextive's own documentation, in words of ours. */
const cargo = `contexts:
  - name: Cargo
    domainVisionStatement: To carry things
    terms:
      - name: Leg Policy
        definition: Means rules.
        aliases: [routing rule]
        meta:
          "Related:": Cargo
      - name: legMagnitude
        definition: Means length.
      - name: Cargo
        definition: Means freight.
      - name: Leg
        definition: Means part.
      - name: voyage_plan
        definition: Means route.
      - name: 注文
        definition: Means order.
        aliases: [オーダー]
      - name: 사용자
        definition: Means user.
      - name: 购物车
        definition: Means cart.
      - name: Vessel
`;
const files = { '/repo/cargo/cargo.glossary.yml': cargo };

describe('a glossary of Contextive in a workspace', () => {
  const rows: readonly (readonly [behaviour: string, marked: string, expected: string | undefined])[] = [
    ['PascalCase', 'the Leg$0Policy', 'the ⟦LegPolicy⟧'],
    ['camelCase', 'the leg$0Policy', 'the ⟦legPolicy⟧'],
    ['snake case', 'the leg$0_policy', 'the ⟦leg_policy⟧'],
    ['kebab case', 'the leg$0-policy', 'the ⟦leg-policy⟧'],
    ['upper case', 'the LEG_$0POLICY', 'the ⟦LEG_POLICY⟧'],
    ['words in prose', 'the $0leg policy holds', 'the ⟦leg policy⟧ holds'],
    ['words over a line end', 'the leg\npol$0icy holds', 'the ⟦leg\npolicy⟧ holds'],
    ['words in emphasis', 'the **leg** pol$0icy', 'the ⟦**leg** policy⟧'],
    ['a plural', 'two leg $0policies', 'two ⟦leg policies⟧'],
    ['a plural in PascalCase', 'two Leg$0Policies', 'two ⟦LegPolicies⟧'],
    ['a possessive', "the $0vessel's name", "the ⟦vessel⟧'s name"],
    ['a term in camelCase, written as words', 'the leg $0magnitude', 'the ⟦leg magnitude⟧'],
    ['a term in snake case, written as words', 'a voyage $0plan', 'a ⟦voyage plan⟧'],
    ['a name in code', 'call `leg$0Policy` now', 'call `⟦legPolicy⟧` now'],
    ['an alias', 'one routing $0rule', 'one ⟦routing rule⟧'],
    ['Japanese', '新しい注$0文を見る', '新しい⟦注文⟧を見る'],
    ['an alias in katakana', 'そのオー$0ダーは', 'その⟦オーダー⟧は'],
    ['Korean with a particle', '사용$0자는 많다', '⟦사용자⟧는 많다'],
    ['Chinese', '打开购物$0车吧', '打开⟦购物车⟧吧'],
    ['a term without a definition', 'a $0vessel', 'a ⟦vessel⟧'],
    ['no block of code', '```\nleg$0Policy\n```\n', undefined],
    ['no part of a name', 'a vessel$0Id', undefined],
  ];
  for (const [behaviour, marked, expected] of rows) {
    it(`shows ${behaviour}`, async () => {
      const session = await startSession({ files });
      assert.equal(await session.hovered('/repo/cargo/a.md', marked), expected);
      assert.deepEqual(session.host.log.troubles, []);
    });
  }

  it('shows the longer term, and not its parts', async () => {
    const session = await startSession({ files });
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'the Leg$0Policy'), ['rules']);
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), ['part']);
  });

  it('holds for its folder and below, and not for one whose name begins alike', async () => {
    const session = await startSession({ files });
    assert.deepEqual(await session.meanings('/repo/cargo/deep/er/a.md', 'a le$0g'), ['part']);
    assert.deepEqual(await session.meanings('/repo/cargoes/a.md', 'a le$0g'), []);
    assert.deepEqual(await session.meanings('/repo/a.md', 'a le$0g'), []);
  });

  it('follows what is saved and what is deleted', async () => {
    const session = await startSession({ files });
    const [path] = Object.keys(files);
    assert.ok(path);
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), ['part']);
    session.host.files.write(path, cargo.replace('Means part.', 'Means stretch.'));
    session.changeFiles(FileChangeType.Changed, path);
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), ['stretch']);
    session.host.files.delete(path);
    session.changeFiles(FileChangeType.Deleted, path);
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), []);
  });

  it('tells its problems in its file', async () => {
    const session = await startSession({ files });
    const text = cargo
      .replace('aliases: [routing rule]', 'alias: [routing rule]')
      .replace('name: Vessel', 'term: Vessel');
    session.open('/repo/cargo/cargo.glossary.yml', text);
    assert.deepEqual(await session.problems('/repo/cargo/cargo.glossary.yml'), [
      'misspelt-field: ⟦alias⟧',
      'misspelt-field: ⟦term⟧',
    ]);
  });

  it('keeps what it said last while it does not parse', async () => {
    const session = await startSession({ files });
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), ['part']);
    session.open(
      '/repo/cargo/cargo.glossary.yml',
      cargo.replace('definition: Means part.', 'definition: : Means part.'),
    );
    assert.deepEqual(await session.meanings('/repo/cargo/a.md', 'a le$0g'), ['part']);
  });

  const spellings: readonly (readonly [name: string, findings: readonly string[]])[] = [
    ['leg policy', []],
    ['LegPolicy', ['leg policy', 'leg_policy']],
  ];
  for (const [name, findings] of spellings) {
    it(`asks for terms as they are written, here ${name}`, async () => {
      const text = `contexts: [{ terms: [{ name: ${name} }] }]`;
      const session = await startSession({ files: { '/repo/a.glossary.yml': text } });
      session.open('/repo/a.md', 'A leg policy, a LegPolicy and leg_policy.');
      const textDocument = { uri: 'file:///repo/a.md' };
      const report = (await session.request('textDocument/diagnostic', { textDocument })) as DocumentDiagnosticReport;
      assert.deepEqual(
        report.kind === 'full' ? report.items.map(({ message }) => /not "(.+)"$/.exec(`${message}`)?.[1]) : undefined,
        findings,
      );
    });
  }
});
