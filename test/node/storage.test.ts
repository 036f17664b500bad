import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../server/src/node/cacheFolder';
import { folderStorage } from '../../server/src/node/storage';
import { webDefaults } from '../../server/src/node/webDefaults';
import { bytesOf } from '../support/memoryWeb';

const isWindows = process.platform === 'win32';

describe('the storage of Node', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'glossary-lens-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const inRoot = (...names: readonly string[]) => path.join(root, ...names);

  it('gives back what it was given, also in the next run', async () => {
    await folderStorage(() => inRoot('a', 'b')).write('key-1', bytesOf('one'));
    assert.deepEqual(Buffer.from((await folderStorage(() => inRoot('a', 'b')).read('key-1')) ?? []).toString(), 'one');
  });

  it('keeps nothing where nobody says where', async () => {
    const storage = folderStorage(() => undefined);
    await storage.write('key', bytesOf('one'));
    assert.equal(await storage.read('key'), undefined);
  });

  if (!isWindows) {
    it('lets nobody else read it', async () => {
      await folderStorage(() => inRoot('new')).write('key', bytesOf('one'));
      assert.equal(statSync(inRoot('new')).mode & 0o777, 0o700);
      assert.equal(statSync(inRoot('new', 'key')).mode & 0o777, 0o600);
    });

    it('replaces a link instead of writing through it', async () => {
      writeFileSync(inRoot('precious'), 'precious');
      mkdirSync(inRoot('kept'));
      symlinkSync(inRoot('precious'), inRoot('kept', 'key'));
      await folderStorage(() => inRoot('kept')).write('key', bytesOf('one'));
      assert.equal(readFileSync(inRoot('precious'), 'utf8'), 'precious');
      assert.equal(readFileSync(inRoot('kept', 'key'), 'utf8'), 'one');
    });
  }

  for (const key of ['', '.', '..', '../key', 'a/b', 'a\\b', '.hidden', 'A', 'a\0b', 'a'.repeat(200), 'a.unfinished']) {
    it(`keeps nothing under ${JSON.stringify(key.slice(0, 20))}`, async () => {
      const storage = folderStorage(() => inRoot('kept'));
      await storage.write(key, bytesOf('one'));
      assert.equal(await storage.read(key), undefined);
      assert.deepEqual(readdirSync(root), []);
    });
  }

  it('leaves what was there where it cannot write', async () => {
    mkdirSync(inRoot('kept'));
    mkdirSync(inRoot('kept', 'key'));
    writeFileSync(inRoot('file'), '');
    await folderStorage(() => inRoot('kept')).write('key', bytesOf('one'));
    await folderStorage(() => inRoot('file')).write('key', bytesOf('one'));
    assert.deepEqual(readdirSync(inRoot('kept')), ['key']);
    assert.equal(await folderStorage(() => inRoot('kept')).read('key'), undefined, 'a folder is no file');
  });

  it('gives a whole text to whoever reads while several write', async () => {
    const storage = folderStorage(() => root);
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(300_000));
    const writing = Promise.all(texts.map((text) => storage.write('key', bytesOf(text))));
    for (let read = 0; read < 50; read++) {
      const bytes = await storage.read('key');
      if (bytes !== undefined) assert.ok(texts.includes(Buffer.from(bytes).toString()), `${bytes.length} bytes`);
    }
    await writing;
    assert.deepEqual(readdirSync(root), ['key']);
  });

  it('lets the oldest go where there is too much', async () => {
    const storage = folderStorage(() => root, 1_000);
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      writeFileSync(inRoot(key), 'x'.repeat(400));
      utimesSync(inRoot(key), 1_000 + index, 1_000 + index);
    }
    await storage.write('d', bytesOf('y'.repeat(400)));
    assert.deepEqual(readdirSync(root).sort(), ['c', 'd']);
  });

  it('clears away what a process that ended did not finish', async () => {
    writeFileSync(inRoot('key.1-1.unfinished'), 'half');
    utimesSync(inRoot('key.1-1.unfinished'), 1_000, 1_000);
    writeFileSync(inRoot('key.2-1.unfinished'), 'another process is at it');
    await folderStorage(() => root).write('key', bytesOf('one'));
    assert.deepEqual(readdirSync(root).sort(), ['key', 'key.2-1.unfinished']);
  });
});

describe('the folder for copies', () => {
  for (const [what, environment, platform, expected] of [
    ['on Linux', {}, 'linux', '/home/me/.cache/glossary-lens/glossaries'],
    ['where the standard says', { XDG_CACHE_HOME: '/var/me' }, 'linux', '/var/me/glossary-lens/glossaries'],
    ['not where it says nothing of use', { XDG_CACHE_HOME: 'me' }, 'linux', '/home/me/.cache/glossary-lens/glossaries'],
    ['on Windows', { LOCALAPPDATA: 'C:\\Local' }, 'win32', 'C:\\Local/glossary-lens/glossaries'],
    ['on a Windows that does not say', {}, 'win32', '/home/me/AppData/Local/glossary-lens/glossaries'],
  ] as const) {
    it(`lies ${what}`, () => {
      const folder = cacheFolder(environment, platform, '/home/me');
      assert.equal(folder.split(path.sep).join('/'), expected);
    });
  }
});

describe('what the environment says of the web', () => {
  const defaults = webDefaults({
    GLOSSARY_LENS_ALLOWED_HOSTS: ' glossary.acme.com, localhost:8443 ',
    GLOSSARY_LENS_TOKEN: 'glossary.acme.com=abc Other.host:8443=d=e, bad =x empty=',
  });

  it('has hosts', () => assert.deepEqual(defaults.allowedHosts, ['glossary.acme.com', 'localhost:8443']));

  for (const [host, token] of [
    ['glossary.acme.com', 'abc'],
    ['other.host:8443', 'd=e'],
    ['other.host', undefined],
    ['acme.com', undefined],
    ['bad', undefined],
    ['empty', undefined],
    ['', undefined],
  ] as const) {
    it(`has ${token ?? 'no token'} for ${host}`, () => assert.equal(defaults.token(host), token));
  }

  it('may be nothing', () => {
    assert.deepEqual(webDefaults({}).allowedHosts, []);
    assert.equal(webDefaults({}).token('a'), undefined);
  });
});
