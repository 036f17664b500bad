import assert from 'node:assert/strict';
import { findingsIn, fixed, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`
concepts:
  - { term: Kubernetes, abbreviations: [K8s], definition: A system. }
  - { term: autoscale, definition: To grow. }
  - { term: rolling update, definition: A release. }
  - { term: open source, definition: Free. }
  - { term: add-on, definition: More. }
  - { term: read-only, definition: Not to be written. }
  - { term: GitHub, definition: A place. }
  - { term: iOS, definition: A system. }
  - { term: etcd, pos: proper, definition: A store. }
  - { term: persistent volume, definition: A disk. }
  - { term: pod, also: [Pod Sandbox], definition: Some containers. }
  - { term: load balancer, avoid: [balancer], definition: It spreads. }
  - { term: rollback, definition: The way back. }
  - { term: API, definition: An interface. }
`);

const rows: readonly (readonly [behaviour: string, marked: string, mended?: string])[] = [
  ['as the glossary has it', 'Kubernetes and K8s on GitHub.'],
  ['a name in small letters', 'Run ⟦kubernetes⟧.', 'Run Kubernetes.'],
  ['an abbreviation with the wrong capitals', 'Run ⟦K8S⟧ and ⟦k8s⟧.', 'Run K8s and K8s.'],
  ['capitals inside of a name', 'On ⟦Github⟧ and ⟦github⟧.', 'On GitHub and GitHub.'],
  ['a hyphen too many', 'They ⟦auto-scale⟧ and ⟦auto scale⟧.', 'They autoscale and autoscale.'],
  ['plurals', 'Many ⟦loadbalancers⟧, load balancers.', 'Many load balancers, load balancers.'],
  ['a common word at the start of a sentence', 'Pods run. Rolling updates too.'],
  ['a title', '# Rolling Updates and Persistent Volumes'],
  ['words in capitals as titles have them', 'The Rolling Update page.'],
  ['a hyphen before a noun', 'A rolling-update strategy of an open-source project.'],
  ['a hyphen at the end', 'It is ⟦open-source⟧.', 'It is open source.'],
  ['a name as machines write it', 'A PersistentVolume is there.'],
  ['words written together', 'A ⟦persistentvolume⟧ is there.', 'A persistent volume is there.'],
  ['a verb of two words', 'They add on to it.'],
  ['a missing hyphen', 'It is ⟦read only⟧.', 'It is read-only.'],
  ['over a line end', 'A rolling\nupdate.'],
  ['capitals throughout', 'RUN KUBERNETES NOW'],
  ['capitals for one word', 'Run ⟦KUBERNETES⟧ now.', 'Run Kubernetes now.'],
  ['a name that begins with a small letter', 'On iOS with etcd.'],
  ['such a name at the start of a sentence', 'Etcd stores. IOS shows.'],
  ['such a name within one', 'The store ⟦Etcd⟧ and ⟦Ios⟧.', 'The store etcd and iOS.'],
  ['another term of the concept', 'A Pod Sandbox.'],
  ['a longer name', 'The kubernetes-master, x-kubernetes and docs/kubernetes.'],
  ['capitals for a common word', 'Set AUTOSCALE now.'],
  [
    'a verb of two words where the noun is one',
    'To roll back, and the ⟦Roll-back⟧.',
    'To roll back, and the Rollback.',
  ],
  ['in quotation marks', 'The label "kubernetes" and #kubernetes.'],
  ['in code', '`kubernetes`'],
  ['a deprecated term is none of its business', 'A Balancer.'],
  ['derived names', 'A PV is there.'],
];

describe('term-form', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policyWith(['term-form']));
      assert.equal(markFindings(text, findings), marked);
      assert.equal(fixed(text, findings), unmark(mended).text);
    });
  }

  it('asks for no capitals where a glossary begins every term with one', () => {
    const titles = terminologyOf(
      `concepts:\n${['Pod', 'Node', 'Volume', 'GitHub', 'Cluster', 'Container'].map((term) => `  - { term: ${term}, definition: x }`).join('\n')}`,
    );
    const text = 'A pod and a node on Github.';
    const findings = findingsIn(text, titles, policyWith(['term-form']));
    assert.equal(markFindings(text, findings), 'A pod and a node on ⟦Github⟧.');
  });

  it('looks no further than around a word, however long the line is', () => {
    const text = 'and KUBERNETES and Etcd '.repeat(60_000);
    const start = performance.now();
    assert.equal(findingsIn(text, terminology, policyWith(['term-form'])).length, 120_000);
    assert.ok(performance.now() - start < 10_000);
  });
});
