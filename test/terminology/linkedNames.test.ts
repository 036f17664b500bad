import assert from 'node:assert/strict';
import type { Concept } from '../../server/src/terminology/concept';
import { linkedNames } from '../../server/src/terminology/linkedNames';
import { conceptOf } from '../support/concepts';

function saying(description: string, ...terms: readonly [string, ...string[]]): Concept {
  return { ...conceptOf(...terms), description };
}

function named(...concepts: readonly Concept[]): readonly string[] {
  return linkedNames(concepts).map(([{ id }, { text }]) => `${text} of ${id}`);
}

describe('linkedNames', () => {
  const node = conceptOf('node');
  const rows: readonly (readonly [behaviour: string, concepts: readonly Concept[], names: readonly string[]])[] = [
    [
      'the text of a link to a concept',
      [node, saying('Runs on a [worker node](#node).', 'pod')],
      ['worker node of node'],
    ],
    ['without its markup', [node, saying('A [**worker**\n`node`](#Node).', 'pod')], ['worker node of node']],
    ['each name once', [node, saying('[worker](#node), [Worker](#node)', 'pod')], ['worker of node']],
    ['not one that a concept lists', [node, saying('A [Pod](#node).', 'pod')], []],
    [
      'not one that leads to two concepts',
      [node, conceptOf('job'), saying('[worker](#node), [worker](#job)', 'pod')],
      [],
    ],
    [
      'not of a link to itself, or to nothing',
      [saying('[me](#pod), [it](#nothing), [page](https://a.example/#pod)', 'pod')],
      [],
    ],
    [
      'not one with a bracket, without a letter, or a sentence',
      [node, saying(`[node (worker)](#node) [1](#node) [${'so '.repeat(30)}](#node)`, 'pod')],
      [],
    ],
    ['nothing of what is no link', [node, saying('](#node) [x](#node', 'pod')], []],
  ];
  for (const [behaviour, concepts, names] of rows) {
    it(behaviour, () => assert.deepEqual(named(...concepts), names));
  }

  it('is linear', () => {
    const hostile = saying('](#'.repeat(200_000), 'pod');
    const start = performance.now();
    assert.deepEqual(linkedNames([node, hostile]), []);
    assert.ok(performance.now() - start < 5_000);
  });
});
