import assert from 'node:assert/strict';
import { readHost, readWebAddress } from '../../../server/src/sources/web/address';
import { isLocalHost } from '../../../server/src/sources/web/internetAddress';

const refused: readonly (readonly [url: string, reason: RegExp])[] = [
  ['http://acme.com/g.yaml', /only addresses with https: are asked, and this one has http:/],
  ['file:///etc/passwd', /only addresses with https:/],
  ['ftp://acme.com/g', /only addresses with https:/],
  ['data:text/plain,a', /only addresses with https:/],
  ['javascript:alert(1)', /only addresses with https:/],
  ['vscode://file/x', /only addresses with https:/],
  ['//acme.com/g', /that is no address/],
  ['https:', /that is no address/],
  ['https://', /that is no address/],
  ['https://:80/', /that is no address/],
  ['glossary.yaml', /that is no address/],
  ['', /that is no address/],
  ['https://user:secret@acme.com/g', /a user name or a password/],
  ['https://user@acme.com/g', /a user name or a password/],
  [`https://acme.com/${'a'.repeat(8_000)}`, /longer than 2048/],
  [`https://acme.com/${'é'.repeat(1_000)}`, /longer than 2048/],
];

const read: readonly (readonly [url: string, normal: string, host: string])[] = [
  ['https://ACME.com/G.yaml#part', 'https://acme.com/G.yaml', 'acme.com'],
  ['https://acme.com:443/g', 'https://acme.com/g', 'acme.com'],
  ['https://acme.com:8443/g', 'https://acme.com:8443/g', 'acme.com:8443'],
  ['https://acme.com./g', 'https://acme.com./g', 'acme.com'],
  ['https://аcme.com/g', 'https://xn--cme-5cd.com/g', 'xn--cme-5cd.com'],
  ['https://acme.com/a%0d%0aX:', 'https://acme.com/a%0d%0aX:', 'acme.com'],
  ['https://acme.com/a\r\nX: b', 'https://acme.com/aX:%20b', 'acme.com'],
  ['https:\\\\acme.com\\g', 'https://acme.com/g', 'acme.com'],
];

describe('addresses on the web', () => {
  for (const [url, reason] of refused) {
    it(`refuses ${JSON.stringify(url.slice(0, 40))}`, () => {
      const address = readWebAddress(url);
      assert.equal(address.kind, 'refused');
      assert.match(address.kind === 'refused' ? address.reason : '', reason);
    });
  }

  for (const [url, normal, host] of read) {
    it(`reads ${JSON.stringify(url)}`, () => {
      const address = readWebAddress(url);
      assert.equal(address.kind, 'address', JSON.stringify(address));
      if (address.kind === 'address') assert.deepEqual([address.address.url, address.address.host], [normal, host]);
    });
  }

  it('shows nothing of what stands behind ?', () => {
    const address = readWebAddress('https://acme.com/g.yaml?key=secret');
    assert.equal(address.kind === 'address' && address.address.shown, 'https://acme.com/g.yaml?…');
  });

  for (const host of [
    '127.0.0.1',
    'localhost.',
    '[::1]',
    '0',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '169.254.169.254',
  ]) {
    it(`sees through ${host}`, () => {
      const address = readWebAddress(`https://${host}/g`);
      assert.equal(address.kind === 'address' && isLocalHost(address.address.hostname), true);
    });
  }

  for (const [text, host] of [
    ['Glossary.Acme.com', 'glossary.acme.com'],
    ['acme.com:8443', 'acme.com:8443'],
    [' acme.com. ', 'acme.com'],
    ['[::1]:8443', '[::1]:8443'],
    ['acme.com/path', undefined],
    ['https://acme.com', undefined],
    ['a@acme.com', undefined],
    ['acme.com?x', undefined],
    ['', undefined],
    ['a b', undefined],
  ] as const) {
    it(`takes ${JSON.stringify(text)} for ${host ?? 'no host'}`, () => assert.equal(readHost(text), host));
  }
});
