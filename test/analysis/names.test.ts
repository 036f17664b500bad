import assert from 'node:assert/strict';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import type { Language } from '../../server/src/languages/language';
import { packRegions, type RegionKind } from '../../server/src/languages/regions';
import { conceptOf, vocabularyOf } from '../support/concepts';
import { mark, unmark } from '../support/marked';

/** A text that is one region of a kind. */
function all(kind: RegionKind): Language {
  return {
    id: kind,
    languageIds: [],
    commentStyle: 'angle',
    extensions: [],
    scan({ length }, _from, state, take) {
      const regions = packRegions([{ kind, spans: [{ start: 0, end: length }] }]);
      take({ length, reach: Number.POSITIVE_INFINITY, state, defines: [], regions: () => regions });
    },
  };
}

const vocabulary = vocabularyOf(
  ['pod', 'node', 'kube', 'controller', 'kube-proxy', 'nginx'].map((term) => conceptOf(term)),
);

const rows: readonly (readonly [kind: RegionKind, behaviour: string, marked: string])[] = [
  ['code', 'names are whole', '⟦kube-proxy⟧, kube-controller-manager, my-pod'],
  ['code', 'words of a command are names', 'kubectl get ⟦pod⟧ ⟦nginx⟧'],
  ['code', 'not in paths and assignments', '/etc/kube/node, app=nginx, node.js, pod:latest'],
  ['key', 'the whole key or nothing', 'node-version'],
  ['key', 'the whole key', '⟦node⟧'],
  ['identifier', 'the whole value or nothing', 'nginx-data'],
  ['prose', 'hyphens and one slash join words', 'a ⟦node⟧-level ⟦pod⟧/⟦node⟧ pair'],
  ['prose', 'paths', 'in /etc/kube/nginx, ./node, ~/pod and $pod'],
  ['prose', 'addresses, files and assignments', 'nginx.conf, node@10, app=nginx, a/pod/b'],
  ['prose', 'versions are written in prose', '⟦nginx⟧/1.25 runs; nginx-1.x.conf does not'],
  ['prose', 'the end of a sentence is no part of a name', 'Start a ⟦pod⟧. Stop the ⟦node⟧: now'],
];

describe('names that machines read', () => {
  for (const [kind, behaviour, marked] of rows) {
    it(`${kind}: ${behaviour}`, () => {
      const { text } = unmark(marked);
      const spans = findOccurrences(text, all(kind), vocabulary).map(({ span }) => span);
      assert.equal(mark(text, spans), marked);
    });
  }

  it('costs no more in a long run of them', () => {
    const text = 'pod-'.repeat(100_000);
    const start = performance.now();
    findOccurrences(text, all('prose'), vocabulary);
    assert.ok(performance.now() - start < 5_000);
  });
});
