import assert from 'node:assert/strict';
import { type ConsentPorts, HostConsent, readHost } from '../../client/src/hostConsent';

interface World extends ConsentPorts {
  readonly asked: string[];
  readonly allowed: string[];
}

function world(answer: 'allow' | 'never' | undefined, isTrusted = true, refused: string[] = []): World {
  const asked: string[] = [];
  const allowed: string[] = [];
  return {
    asked,
    allowed,
    isTrusted: () => isTrusted,
    async ask(host, namedBy) {
      asked.push(namedBy === undefined ? host : `${host} for ${namedBy}`);
      return answer;
    },
    allow: async (host) => void allowed.push(host),
    refused: () => refused,
    refuse: async (host) => void refused.push(host),
  };
}

describe('consent to a host', () => {
  it('is kept with the settings of the person', async () => {
    const ports = world('allow');
    const consent = new HostConsent(ports);
    assert.equal(await consent.mayFetch({ host: 'acme.com', url: 'https://acme.com/g' }), true);
    assert.deepEqual(ports.allowed, ['acme.com']);
  });

  it('is asked for once in a session, for each host', async () => {
    const ports = world(undefined);
    const consent = new HostConsent(ports);
    for (const host of ['acme.com', 'acme.com', 'other.com', 'ACME.com', 'acme.com:443', 'acme.com:8443']) {
      assert.equal(await consent.mayFetch({ host }), false);
    }
    assert.deepEqual(ports.asked, ['acme.com', 'other.com', 'acme.com:8443']);
    assert.deepEqual(ports.refused(), []);
  });

  it('is not asked for again in other sessions where it was refused for good', async () => {
    const refused: string[] = [];
    const ports = world('never', true, refused);
    assert.equal(await new HostConsent(ports).mayFetch({ host: 'acme.com' }), false);
    assert.equal(await new HostConsent(ports).mayFetch({ host: 'acme.com' }), false);
    assert.deepEqual([ports.asked, refused], [['acme.com'], ['acme.com']]);
  });

  it('is not asked for in a workspace that nobody trusts', async () => {
    const ports = world('allow', false);
    assert.equal(await new HostConsent(ports).mayFetch({ host: 'acme.com' }), false);
    assert.deepEqual(ports.asked, []);
  });

  it('names the file, and no link that somebody hid in its name', async () => {
    const ports = world(undefined);
    const consent = new HostConsent(ports);
    await consent.mayFetch({ host: 'a.com', namedBy: 'file:///repo/docs/glossary-lens.yaml' });
    await consent.mayFetch({ host: 'b.com', namedBy: 'file:///repo/%5BAllow%5D(command:evil)%0A\u202E.yaml' });
    await consent.mayFetch({ host: 'c.com', namedBy: 'file:///repo/100%' });
    assert.deepEqual(ports.asked, [
      'a.com for glossary-lens.yaml',
      'b.com for _Allow__command:evil___.yaml',
      'c.com for 100%',
    ]);
  });

  for (const params of [
    undefined,
    null,
    7,
    {},
    { host: 7 },
    { host: '' },
    { host: 'a b' },
    { host: '[x](command:y)' },
  ]) {
    it(`is not given to ${JSON.stringify(params)}`, async () => {
      const ports = world('allow');
      assert.equal(await new HostConsent(ports).mayFetch(params), false);
      assert.deepEqual(ports.asked, []);
    });
  }

  it('is not given where the answer cannot be kept', async () => {
    const ports = { ...world('allow'), allow: () => Promise.reject(new Error('read-only')) };
    assert.equal(await new HostConsent(ports).mayFetch({ host: 'acme.com' }), false);
  });
});

describe('a host that people write', () => {
  for (const [text, host] of [
    ['Acme.com ', 'acme.com'],
    ['acme.com:443', 'acme.com'],
    ['acme.com:8443', 'acme.com:8443'],
    ['[::1]:8443', '[::1]:8443'],
    ['localhost', 'localhost'],
    ['https://acme.com', undefined],
    ['acme.com/', undefined],
    ['аcme.com', undefined],
    ['a@b.com', undefined],
    ['a'.repeat(300), undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(text.slice(0, 20))} is ${host ?? 'none'}`, () => assert.equal(readHost(text), host));
  }
});
