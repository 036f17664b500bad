import assert from 'node:assert/strict';
import { isLocalHost, reachOf } from '../../../server/src/sources/web/internetAddress';

const rows: readonly (readonly [address: string, reach: string | undefined])[] = [
  ['127.0.0.1', 'local'],
  ['127.255.0.9', 'local'],
  ['0.0.0.0', 'local'],
  ['169.254.169.254', 'local'],
  ['100.64.0.1', 'local'],
  ['100.127.255.255', 'local'],
  ['100.128.0.1', 'public'],
  ['100.63.255.255', 'public'],
  ['224.0.0.1', 'local'],
  ['255.255.255.255', 'local'],
  ['10.0.0.1', 'intranet'],
  ['172.16.0.1', 'intranet'],
  ['172.31.9.9', 'intranet'],
  ['172.32.0.1', 'public'],
  ['192.168.1.1', 'intranet'],
  ['93.184.216.34', 'public'],
  ['::', 'local'],
  ['::1', 'local'],
  ['0:0:0:0:0:0:0:1', 'local'],
  ['fe80::1', 'local'],
  ['fe80::1%eth0', 'local'],
  ['febf::1', 'local'],
  ['ff02::1', 'local'],
  ['fd00::1', 'intranet'],
  ['fc00::1', 'intranet'],
  ['2606:4700::1111', 'public'],
  ['::ffff:127.0.0.1', 'local'],
  ['::ffff:7f00:1', 'local'],
  ['::ffff:10.0.0.1', 'intranet'],
  ['::ffff:a00:1', 'intranet'],
  ['::127.0.0.1', 'local'],
  ['64:ff9b::a9fe:a9fe', 'local'],
  ['2002:7f00:1::', 'local'],
  ['::ffff:93.184.216.34', 'public'],
  ['1.2.3', undefined],
  ['1.2.3.256', undefined],
  ['1:2:3', undefined],
  ['1::2::3', undefined],
  ['1:2:3:4:5:6:7:8:9', undefined],
  ['acme.com', undefined],
  ['', undefined],
  [':', undefined],
];

describe('addresses of the internet', () => {
  for (const [address, reach] of rows) {
    it(`${JSON.stringify(address)} reaches ${reach ?? 'nobody'}`, () => assert.equal(reachOf(address), reach));
  }

  for (const host of [
    'localhost',
    'localhost.',
    'a.localhost',
    '127.0.0.1',
    '[::1]',
    '[::ffff:7f00:1]',
    '169.254.169.254',
  ]) {
    it(`${host} is this machine or its surroundings`, () => assert.equal(isLocalHost(host), true));
  }

  for (const host of ['acme.com', '10.0.0.1', '[fd00::1]', 'localhost.acme.com', 'notlocalhost']) {
    it(`${host} is elsewhere`, () => assert.equal(isLocalHost(host), false));
  }
});
