import assert from 'node:assert/strict';
import { describeStatus } from '../../client/src/statusText';
import type { GlossaryStatus } from '../../server/src/protocol';

describe('status item', () => {
  it('counts the terms and names the glossaries', () => {
    const status = describeStatus('running', { terms: 536, glossaries: [glossary('Acme'), glossary('Glossary Lens')] });
    assert.equal(status.text, '536 terms');
    assert.equal(status.detail, 'Acme, Glossary Lens');
    assert.equal(status.severity, 'information');
    assert.equal(status.isBusy, false);
    assert.deepEqual(status.action, { kind: 'chooseGlossaries' });
  });

  it('counts one term as one', () => {
    assert.equal(describeStatus('running', { terms: 1, glossaries: [glossary('Acme')] }).text, '1 term');
  });

  it('says that there is no glossary', () => {
    assert.equal(describeStatus('running', { terms: 0, glossaries: [] }).text, 'No glossary');
  });

  it('counts those that are switched off, and says nothing else of them', () => {
    const glossaries = [glossary('Acme'), { ...glossary('Bad', 2), isOff: true }];
    const status = describeStatus('running', { terms: 7, glossaries });
    assert.equal(status.detail, 'Acme, 1 switched off');
    assert.equal(status.severity, 'information');
    assert.equal(describeStatus('running', { terms: 0, glossaries: glossaries.slice(1) }).text, 'No glossary');
  });

  it('leads to the first glossary with errors', () => {
    const glossaries = [glossary('Good'), glossary('Bad', 2), glossary('Worse', 1)];
    const status = describeStatus('running', { terms: 7, glossaries });
    assert.equal(status.detail, 'Bad: 2 errors, Worse: 1 error');
    assert.equal(status.severity, 'error');
    assert.deepEqual(status.action, { kind: 'openFile', uri: 'file:///Bad.yaml' });
  });

  it('says how old the copy is of a glossary that cannot be fetched', () => {
    const rows = [
      [3 * 3_600 + 59, '3 hours ago'],
      [3_600, '1 hour ago'],
      [59, 'a moment ago'],
      [61, '1 minute ago'],
      [50 * 3_600, '2 days ago'],
    ] as const;
    for (const [age, ago] of rows) {
      const glossaries = [glossary('Own'), { ...glossary('Acme'), age, failure: 'this machine is offline' }];
      const status = describeStatus('running', { terms: 7, glossaries });
      assert.equal(status.detail, `Acme: last good copy of ${ago}`);
      assert.equal(status.severity, 'warning');
      assert.deepEqual(status.action, { kind: 'chooseGlossaries', forReason: true });
    }
  });

  it('says that a glossary was never fetched', () => {
    const uri = 'https://acme.com/g';
    const glossaries = [{ ...glossary('Acme', 1), uri, failure: 'this machine is offline' }];
    const status = describeStatus('running', { terms: 7, glossaries });
    assert.equal(status.detail, 'Acme: not fetched');
    assert.equal(status.severity, 'error');
    assert.deepEqual(status.action, { kind: 'chooseGlossaries', forReason: true });
  });

  it('names one that was never fetched by its host and file', () => {
    const rows = [
      ['https://acme.com/g.yaml', 'acme.com/g.yaml: not fetched'],
      ['https://acme.com:8443/acme/terms/main/g.yaml', 'acme.com:8443/…/g.yaml: not fetched'],
      ['https://acme.com/', 'acme.com: not fetched'],
    ] as const;
    for (const [uri, detail] of rows) {
      const glossaries = [{ ...glossary(uri), uri, failure: 'it answers 404: there is nothing at that address' }];
      assert.equal(describeStatus('running', { terms: 7, glossaries }).detail, detail);
    }
  });

  it('counts those that could not be fetched where there are several', () => {
    const failed = { failure: 'this machine is offline' };
    const glossaries = [
      { ...glossary('Acme'), ...failed },
      glossary('Own'),
      { ...glossary('Other'), ...failed, age: 61 },
    ];
    const { detail, action } = describeStatus('running', { terms: 7, glossaries });
    assert.equal(detail, '2 glossaries are not up to date');
    assert.deepEqual(action, { kind: 'chooseGlossaries', forReason: true });
  });

  it('says nothing of the age of a glossary that is up to date', () => {
    const glossaries = [{ ...glossary('Acme'), age: 3_000 }];
    assert.equal(describeStatus('running', { terms: 7, glossaries }).detail, 'Acme');
  });

  it('says that a document is left alone, and offers to try again', () => {
    const status = describeStatus('running', { terms: 7, glossaries: [glossary('Acme')], quarantined: 'It is bad.' });
    assert.equal(status.text, 'Not read');
    assert.equal(status.severity, 'warning');
    assert.deepEqual(status.action, { kind: 'restart' });
  });

  it('is busy until the server answers', () => {
    assert.equal(describeStatus('starting', undefined).isBusy, true);
    assert.equal(describeStatus('running', undefined).isBusy, true);
  });

  it('shows a server that is not started any more as an error', () => {
    const status = describeStatus('failed', undefined);
    assert.equal(status.severity, 'error');
    assert.deepEqual(status.action, { kind: 'restart' });
  });
});

function glossary(name: string, errors = 0): GlossaryStatus {
  return { uri: `file:///${name}.yaml`, name, concepts: 3, errors, isShipped: false };
}
