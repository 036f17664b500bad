import assert from 'node:assert/strict';
import { statedNames } from '../../server/src/formats/frontMatter/statedNames';

describe('names that a text states', () => {
  const rows: readonly (readonly [text: string, names: readonly string[], stated: readonly string[]])[] = [
    ['Kubernetes, often abbreviated as K8s, is an orchestrator.', ['Kubernetes'], ['K8s']],
    ['WebAssembly (often abbreviated as Wasm) is a format.', ['WebAssembly'], ['Wasm']],
    ['Continuous delivery, often abbreviated as  CD, is a practice.', ['Continuous Delivery'], ['CD']],
    [
      'Vertical scaling, also known as "scaling up and down", is a technique.',
      ['Vertical Scaling'],
      ['scaling up and down'],
    ],
    ['A Pod, also called **whale group** or *pod group*, runs.', ['Pod'], ['whale group', 'pod group']],
    ['A pod (also known as a “whale group”) runs.', ['Pod'], ['whale group']],
    ['Pods are often called `whales`.', ['Pod'], ['whales']],
    ['It is also referred to as __infrastructure code__.', ['Infrastructure as Code'], ['infrastructure code']],
    ['Also known as _the grid_. It runs.', ['Cluster'], ['the grid']],
    ['cgroup, short for control group, is a feature.', ['cgroup'], ['control group']],
    [
      'Function as a Service (FaaS), sometimes called **serverless functions**, is a model.',
      ['Function as a Service', 'FaaS'],
      ['serverless functions'],
    ],
    ['Kubernetes, a.k.a. **kube**, is an orchestrator.', ['Kubernetes'], ['kube']],
    ['Kubernetes (also known as K8s) is an orchestrator.', ['Kubernetes'], ['K8s']],

    ['Kubernetes, often abbreviated as k8s, is it.', ['Kubernetes', 'K8s'], []],
    ['The certificate — also often referred to as a public key certificate — is one.', ['Certificate'], []],
    ['A node runs pods, also known as **whales**.', ['Node'], []],
    ['Software that provides virtualization also known as **containers**.', ['Docker'], []],
    ['Each activity is referred to as an event.', ['Event Streaming'], []],
    ['Many providers offer managed infrastructure (also called "cloud").', ['Cloud Provider'], []],
    ['Pods, also known as whales, run.', ['Pod'], []],
    ['Pods, also known as Whales Inc, run.', ['Pod'], []],
    ['Pods are known for speed, also called for.', ['Pod'], []],
    ['A pod runs. It is fast. It is also called **whale**.', ['Pod'], []],
    ['A pod runs.\n\nIt is also called **whale**.', ['Pod'], []],
    ['cgroup, short for nothing at all, is a feature.', ['cgroup'], []],
    ['', ['Pod'], []],
  ];
  for (const [text, names, stated] of rows) {
    it(`${stated.join(', ') || 'none'} in: ${text}`, () => {
      assert.deepEqual(
        statedNames(text, names).map((name) => name.text),
        stated,
      );
    });
  }
});
