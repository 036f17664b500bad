import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Files } from '../../server/src/host';
import { diskFiles, LARGEST_FILE } from '../../server/src/node/files';

const elsewhere: Files = {
  read: async (uri) => ({ kind: 'text', text: `elsewhere: ${uri}` }),
  readBytes: async () => ({ kind: 'absent' }),
  list: async (uri) => [uri],
  stamp: async (uri) => uri,
};
const files = diskFiles(elsewhere);

describe('files on disk', () => {
  let folder = '';
  let socket: Server;
  const uriOf = (name: string) => URI.file(path.join(folder, name)).toString();
  const write = (name: string, content: string | Uint8Array) => writeFileSync(path.join(folder, name), content);

  before((done) => {
    folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-files-'));
    for (const name of ['1.pipe', '2.pipe', '3.pipe', '4.pipe', '5.pipe']) {
      assert.equal(spawnSync('mkfifo', [path.join(folder, name)]).status, 0);
    }
    mkdirSync(path.join(folder, 'glossary.yaml'));
    symlinkSync('/dev/zero', path.join(folder, 'endless.yaml'));
    symlinkSync(path.join(folder, 'a.yaml'), path.join(folder, 'link.yaml'));
    symlinkSync(path.join(folder, 'loop.yaml'), path.join(folder, 'loop.yaml'));
    write('a.yaml', 'text');
    write('empty.yaml', '');
    write('largest.yaml', 'a');
    truncateSync(path.join(folder, 'largest.yaml'), LARGEST_FILE);
    write('larger.yaml', 'a');
    truncateSync(path.join(folder, 'larger.yaml'), LARGEST_FILE + 1);
    write('terabyte.yaml', 'a');
    truncateSync(path.join(folder, 'terabyte.yaml'), 1e12);
    write('marked.yaml', '\uFEFFtext');
    write('latin-1.yaml', Uint8Array.of(0x66, 0xfc, 0x72));
    write('cut.yaml', Uint8Array.of(0x66, 0xe2, 0x82));
    write('utf-16.yaml', Buffer.from('\uFEFFtext', 'utf16le'));
    write('utf-16be.yaml', Buffer.from('\uFEFFtext', 'utf16le').swap16());
    write('utf-16-cut.yaml', Buffer.concat([Buffer.from('\uFEFFtext', 'utf16le'), Uint8Array.of(0x61)]));
    write('windows-1252.csv', Buffer.from('Term,Definition\ncaf\u00e9,a place\n', 'latin1'));
    socket = createServer().listen(path.join(folder, 'socket.yaml'), done);
  });

  after((done) => {
    socket.close(done);
    rmSync(folder, { recursive: true });
  });

  const texts: readonly (readonly [string, string, string])[] = [
    ['a file', 'a.yaml', 'text'],
    ['an empty one', 'empty.yaml', ''],
    ['through a link', 'link.yaml', 'text'],
    ['without its byte order mark', 'marked.yaml', 'text'],
    ['UTF-16 with a byte order mark', 'utf-16.yaml', 'text'],
    ['UTF-16 with the other byte first', 'utf-16be.yaml', 'text'],
  ];
  for (const [name, file, text] of texts) {
    it(`are read: ${name}`, async () => assert.deepEqual(await files.read(uriOf(file)), { kind: 'text', text }));
  }

  const names = [
    'a\nb.yaml',
    'a%20b%.yaml',
    'a b#c?d.yaml',
    'é 名.yaml',
    '-rf',
    '\u001b[31m.yaml',
    '\'".yaml',
    'a\\b:c.yaml',
  ];
  for (const name of names) {
    it(`are read and listed under odd names: ${JSON.stringify(name)}`, async () => {
      write(name, 'odd');
      assert.deepEqual(await files.read(uriOf(name)), { kind: 'text', text: 'odd' });
      assert.ok((await files.list(URI.file(folder).toString())).includes(name));
      assert.notEqual(await files.stamp(uriOf(name)), undefined);
    });
  }

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a pipe', '1.pipe', /^it is not a regular file$/],
    ['a socket', 'socket.yaml', /^it is not a regular file$/],
    ['a device without an end', 'endless.yaml', /^it is not a regular file$/],
    ['a folder', 'glossary.yaml', /^it is not a regular file$/],
    ['a file that is too large', 'larger.yaml', /^it has 20000001 bytes, and the limit is 20000000$/],
    ['a file that is far too large', 'terabyte.yaml', /^it has 1000000000000 bytes/],
    ['text that is not UTF-8', 'latin-1.yaml', /not UTF-8/],
    ['text that ends within a character', 'cut.yaml', /not UTF-8/],
    ['UTF-16 that ends within a character', 'utf-16-cut.yaml', /^it is not UTF-8 text; save it as UTF-8$/],
    ['Windows-1252, with the byte', 'windows-1252.csv', /^it is not UTF-8 text \(byte 20 is none\); save it as UTF-8$/],
    ['a link to itself', 'loop.yaml', /ELOOP/],
    ['a name that is too long', 'x'.repeat(300), /ENAMETOOLONG/],
    ['a name with a zero', 'a\u0000b', /null bytes/],
  ];
  for (const [name, file, reason] of refused) {
    it(`are refused with a reason: ${name}`, async () => {
      const read = await files.read(uriOf(file));
      assert.match(read.kind === 'refused' ? read.reason : read.kind, reason);
    });
  }

  it('may be as large as the limit', async () => {
    const read = await files.read(uriOf('largest.yaml'));
    assert.equal(read.kind === 'text' ? read.text.length : read, LARGEST_FILE);
  });

  it('may be longer than they say', async function () {
    if (process.platform !== 'linux') this.skip();
    const read = await files.read('file:///proc/self/status');
    assert.match(read.kind === 'text' ? read.text : read.kind, /^Name:/);
  });

  it('that may not be read are refused', async function () {
    if (process.getuid?.() === 0) this.skip();
    write('secret.yaml', 'text');
    chmodSync(path.join(folder, 'secret.yaml'), 0);
    assert.equal((await files.read(uriOf('secret.yaml'))).kind, 'refused');
  });

  it('that are not there are absent', async () => {
    for (const uri of [uriOf('nowhere.yaml'), uriOf('nowhere/a.yaml'), uriOf('a.yaml/b.yaml')]) {
      assert.deepEqual(await files.read(uri), { kind: 'absent' });
      assert.equal(await files.stamp(uri), undefined);
      assert.deepEqual(await files.list(uri), []);
    }
  });

  it('are not held up by pipes', async () => {
    const pipes = ['1.pipe', '2.pipe', '3.pipe', '4.pipe', '5.pipe'].map((name) => files.read(uriOf(name)));
    assert.deepEqual(await files.read(uriOf('a.yaml')), { kind: 'text', text: 'text' });
    assert.ok((await Promise.all(pipes)).every(({ kind }) => kind === 'refused'));
  });

  it('have another stamp when they changed', async () => {
    write('changing.yaml', 'one');
    const stamps = [await files.stamp(uriOf('changing.yaml')), await files.stamp(uriOf('changing.yaml'))];
    assert.equal(stamps[0], stamps[1]);
    write('changing.yaml', 'longer');
    assert.notEqual(await files.stamp(uriOf('changing.yaml')), stamps[0]);
  });

  it('are asked of others where they are on no disk', async () => {
    const uri = 'vscode-vfs://github/acme/glossary.yaml';
    assert.deepEqual(await files.read(uri), { kind: 'text', text: `elsewhere: ${uri}` });
    assert.deepEqual(await files.list(uri), [uri]);
    assert.equal(await files.stamp(uri), uri);
  });
});
