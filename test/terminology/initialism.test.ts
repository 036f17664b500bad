import assert from 'node:assert/strict';
import { derivationOf, derivedTerms, initialismOf } from '../../server/src/terminology/initialism';
import { conceptOf } from '../support/concepts';

describe('initialismOf', () => {
  const rows: readonly (readonly [name: string, initialism: string | undefined])[] = [
    ['PersistentVolumeClaim', 'PVC'],
    ['persistent volume claim', 'PVC'],
    ['Persistent-Volume Claim', 'PVC'],
    ['CustomResourceDefinition', 'CRD'],
    ['HorizontalPodAutoscaler', 'HPA'],
    ['single point of failure', 'SPF'],
    ['the bill of the materials and of the parts', 'BMP'],
    ['recovery time objective', 'RTO'],
    // Two letters stand for too much.
    ['Quality of Service', undefined],
    ['StatefulSet', undefined],
    ['pod', undefined],
    // Names with an abbreviation, a digit, a sign or other letters.
    ['HTTP load balancer', undefined],
    ['Kubernetes API server group', undefined],
    ['layer 4 load balancer', undefined],
    ['role (based) access control', undefined],
    ['Überwachung der Knoten im Cluster', undefined],
    ['программный интерфейс приложения', undefined],
    // Sentences.
    ['what people say when they mean something else altogether', undefined],
    ["the people's own choice", 'POC'],
    ['XMLParserError', undefined],
    ['', undefined],
  ];
  for (const [name, initialism] of rows) {
    it(`${name}: ${initialism ?? 'none'}`, () => assert.equal(initialismOf(name), initialism));
  }
});

describe('derivedTerms', () => {
  const claim = conceptOf('PersistentVolumeClaim');
  const derived = (...concepts: Parameters<typeof derivedTerms>[0]) =>
    [...derivedTerms(concepts)].map(([concept, { text }]) => `${text} of ${concept.terms[0].text}`);

  it('are exact abbreviations that say they were derived', () => {
    const term = { text: 'PVC', status: 'admitted', kind: 'abbreviation', caseRule: 'exact', derived: 'initials' };
    assert.deepEqual([...derivedTerms([claim])], [[claim, term]]);
  });

  it('come of any name but one to avoid', () => {
    assert.deepEqual(derived(conceptOf('PV claim', 'persistent-volume-claim')), ['PVC of PV claim']);
    assert.deepEqual(derived(conceptOf('claim', { text: 'persistent-volume-claim', status: 'deprecated' })), []);
  });

  it('give way to a term that some concept lists, in whatever capitals', () => {
    assert.deepEqual(derived(claim, conceptOf('PVC')), []);
    assert.deepEqual(derived(conceptOf('polyvinyl chloride', 'pvc'), claim), []);
  });

  it('stand for one concept or for none', () => {
    assert.deepEqual(derived(claim, conceptOf('PublicVoiceChannel')), []);
    assert.deepEqual(derived(claim, conceptOf('PublicVoiceChannel'), conceptOf('PrivateVoiceChannel')), []);
  });

  it('are not needed where an abbreviation is listed', () => {
    const concept = conceptOf('PersistentVolumeClaim', { text: 'claim', kind: 'abbreviation' });
    assert.deepEqual(derived(concept), []);
  });

  it('know what they were made of', () => {
    const concept = conceptOf('claim', 'persistent-volume-claim');
    const [term] = derivedTerms([concept]).values();
    assert.equal(term && derivationOf(concept, term).text, 'persistent-volume-claim');
  });
});
