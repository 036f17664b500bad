import { strict as assert } from 'node:assert';
import { startSession } from '../support/editorSession';
import { ale, codeMirror, type Editor, neovim, silentEditor, visualStudioCode } from '../support/editors';

const glossary = 'concepts: [{ term: Kubernetes, abbreviations: [K8s], definition: Means platform. }]';
const files = { '/repo/glossary.yaml': glossary };

describe('textDocument/hover', () => {
  const ranges: readonly (readonly [string, string, string | undefined])[] = [
    ['/repo/a.md', 'Run $0K8s now', 'Run ⟦K8s⟧ now'],
    ['/repo/a.md', 'Run K8s$0 now', 'Run ⟦K8s⟧ now'],
    ['/repo/a.md', 'Run$0 K8s now', undefined],
    ['/repo/a.md', '# 😀 **kuber$0netes**', '# 😀 **⟦kubernetes⟧**'],
    ['/repo/a.md', 'one\r\ntwo\rK$08s', 'one\r\ntwo\r⟦K8s⟧'],
    ['/repo/a.md', '```\nK$08s\n```\n', undefined],
    ['/repo/a.yaml', '# for K$08s only\nkind: Pod', '# for ⟦K8s⟧ only\nkind: Pod'],
    ['/repo/a.yaml', 'title: Our K$08s', 'title: Our ⟦K8s⟧'],
    ['/repo/a.txt', 'Run K$08s', undefined],
  ];
  for (const [path, marked, expected] of ranges) {
    it(`${path}: ${JSON.stringify(marked)}`, async () => {
      const session = await startSession({ files });
      if (path.endsWith('.txt')) session.open(path, 'Run K8s', 'plaintext');
      assert.equal(await session.hovered(path, marked), expected);
    });
  }

  const editors: readonly (readonly [string, Editor, string])[] = [
    ['VS Code', visualStudioCode, 'markdown'],
    ['Neovim 0.7', neovim, 'markdown'],
    ['ALE', ale, 'plaintext'],
    ['CodeMirror', codeMirror, 'markdown'],
    ['an editor without capabilities', silentEditor, 'plaintext'],
  ];
  for (const [name, editor, kind] of editors) {
    it(`answers ${name} in ${kind}`, async () => {
      const session = await startSession({ editor, files });
      const hover = await session.hover('/repo/docs/a.md', 'Run $0K8s now');
      assert.deepEqual(Object.entries(hover?.contents ?? {})[0], ['kind', kind]);
      assert.match(JSON.stringify(hover), /Kubernetes/);
      assert.deepEqual(session.host.log.troubles, []);
    });
  }
});
