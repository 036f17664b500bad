import assert from 'node:assert/strict';
import { circularDefinition, findCircles } from '../../../server/src/analysis/glossaryChecks/circularDefinition';
import { checkedGlossary, expectFound } from '../../support/glossaryChecking';
import { unmark } from '../../support/marked';

describe('circular-definition finds', () => {
  const rows: readonly (readonly [name: string, marked: string, message: string])[] = [
    [
      'two definitions that lean on each other',
      `- { term: replica, definition: A copy of a ⟦pod⟧. }
- { term: pod, definition: A group of replicas. }`,
      'The definition of `replica` leans on `pod`, and that of `pod` on `replica`',
    ],
    [
      'three',
      `- { term: release, definition: What a ⟦rollout⟧ brings. }
- { term: rollout, definition: Making a deployment. }
- { term: deployment, definition: The act of a release. }`,
      'The definition of `release` leans on `rollout`, that of `rollout` on `deployment`, and that of `deployment` on `release`',
    ],
    [
      'four',
      `- { term: a1, definition: A sort of ⟦b1⟧. }
- { term: b1, definition: A sort of c1. }
- { term: c1, definition: A sort of d1. }
- { term: d1, definition: A sort of a1. }`,
      'The definition of `a1` leans on `b1`, that of `b1` on `c1`, that of `c1` on `d1`, and that of `d1` on `a1`',
    ],
    [
      'a definition that says its own term',
      '- { term: cache warming, definition: The process of ⟦cache warming⟧. }',
      'The definition of `cache warming` says little but `cache warming` itself',
    ],
    [
      'one that says it once more behind its beginning',
      '- { term: rollback, definition: A rollback is when you do a ⟦rollback⟧. }',
      'The definition of `rollback` says little but `rollback` itself',
    ],
    [
      'one that says nothing else',
      '- { term: rollback, definition: A ⟦rollback⟧. }',
      'The definition of `rollback` says little but `rollback` itself',
    ],
    [
      'another term of the concept',
      '- { term: Kubernetes, also: K8s, definition: A kind of ⟦K8s⟧. }',
      'The definition of `Kubernetes` says little but `Kubernetes` itself',
    ],
    [
      'a term in the plural, in markup and over two lines',
      `- term: rolling update
  definition: >-
    A kind of ⟦**rolling**
    deployments⟧.
- { term: rolling deployment, definition: Any *rolling update*. }`,
      'The definition of `rolling update` leans on `rolling deployment`, and that of `rolling deployment` on `rolling update`',
    ],
  ];
  for (const [name, marked, message] of rows) {
    it(name, () => {
      const drafts = expectFound(circularDefinition, marked);
      assert.deepEqual(
        drafts.map((draft) => draft.message),
        [message],
      );
    });
  }
});

describe('circular-definition is quiet about', () => {
  const rows: readonly (readonly [name: string, glossary: string])[] = [
    [
      'definitions that name each other in passing',
      `- { term: node, definition: A computer on which a cluster runs its programs and keeps what they need. }
- { term: cluster, definition: A group of computers called nodes that run programs and stand in for one another. }`,
    ],
    ['a beginning that names the term', '- { term: pod, definition: A pod is the smallest unit that can be started. }'],
    ['a term behind a few words', '- { term: pod, definition: "In clusters, a pod is a unit." }'],
    ['a second sentence', '- { term: pod, definition: The smallest unit that can be started. A pod has a pod name. }'],
    ['a line below', '- term: pod\n  definition: |\n    The smallest unit.\n\n    Pod, pod, pod.'],
    ['code', '- { term: kubectl, definition: "What `kubectl` starts." }'],
    ['a term that is introduced', '- { term: daemon, definition: Programs called daemons. }'],
    [
      'a word that means two things',
      `- { term: bank, definition: A sort of shore. }
- { term: bank, id: other, definition: A sort of shore. }
- { term: shore, definition: A sort of bank. }`,
    ],
    [
      'five in a circle',
      ['a1', 'b1', 'c1', 'd1', 'e1']
        .map((term, index, all) => `- { term: ${term}, definition: A sort of ${all[(index + 1) % 5]}. }`)
        .join('\n'),
    ],
    ['a text that does not parse', '- { term: pod, definition: The pod'],
    ['a chain without an end', '- { term: a1, definition: A sort of b1. }\n- { term: b1, definition: A thing. }'],
  ];
  for (const [name, glossary] of rows) it(name, () => void expectFound(circularDefinition, glossary));
});

describe('circular-definition', () => {
  it('tells each circle once, and where the other definitions are', () => {
    const { text, spans } = unmark(`- { term: a1, definition: A sort of ⟦b1⟧. }
- { term: b1, definition: A sort of ⟦a1⟧. }
- { term: c1, definition: A sort of b1. }`);
    const drafts = [...circularDefinition.find(checkedGlossary(text))];
    assert.equal(drafts.length, 1);
    assert.deepEqual(drafts[0]?.span, spans[0]);
    assert.deepEqual(drafts[0]?.related, [{ message: 'The definition of `b1`', span: spans[1] }]);
  });

  it('follows definitions into another file', () => {
    const drafts = expectFound(circularDefinition, '- { term: a1, definition: A sort of ⟦b1⟧. }', {
      further: '# ours\n- { term: b1, definition: A sort of a1. }',
    });
    assert.deepEqual(drafts[0]?.related, [
      { message: 'The definition of `b1`', uri: 'file:///repo/glossary.yaml', line: 1 },
    ]);
  });

  const places: readonly (readonly [name: string, marked: string])[] = [
    ['in quotes with escapes of YAML', `- { term: captain's log, definition: 'What a ⟦captain''s log⟧ is.' }`],
    ['in JSON', '[{ "term": "pod", "definition": "The \\"same\\" ⟦pod⟧." }]'],
    ['in a block', '- term: pod\n  definition: |\n    The\n    same ⟦pod⟧.'],
    ['in a line that is folded', '- term: big pod\n  definition: the same ⟦big\n    pod⟧'],
    ['in a text that is written in another way', '- { term: pod, definition: ⟦"The same p\\u006fd."⟧ }'],
  ];
  for (const [name, marked] of places) {
    it(`finds the place ${name}`, () => void expectFound(circularDefinition, marked));
  }

  it('points to the record where the format does not tell places', () => {
    const glossary = '- ⟦{ term: pod, definition: The same pod. }⟧';
    expectFound(circularDefinition, glossary, { places: undefined });
  });

  it('says where it stops in a file of too many concepts', () => {
    const { text, spans } = unmark(`- { term: a1, definition: A thing. }
- { term: ⟦b1⟧, definition: A sort of b1. }`);
    assert.deepEqual(
      [...findCircles(checkedGlossary(text), 1)].map(({ span }) => span),
      spans,
    );
  });

  it('takes time in proportion to the number of concepts', () => {
    const [small, large] = [250, 1_000].map((count) => {
      const file = checkedGlossary(JSON.stringify(chained(count)));
      return medianTime(() => assert.equal([...circularDefinition.find(file)].length, 0));
    });
    assert.ok((large ?? 0) / (small ?? 1) < 4 * 3, `${small} ms, and ${large} ms for four times as many`);
  });
});

/** Concepts each of which leans on another one, in one circle that is longer than any that is told. */
function chained(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    term: `term${index}`,
    definition: `A **sort** of term${(index + 1) % count}.`,
  }));
}

/** In milliseconds, of five runs. */
function medianTime(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[2] ?? 0;
}
