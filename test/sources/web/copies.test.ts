import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileRead } from '../../../server/src/host';
import type { WebPlace } from '../../../server/src/sources/reference';
import { createWebAccess, type HostQuestion } from '../../../server/src/sources/web/access';
import { WebCopies } from '../../../server/src/sources/web/copies';
import { ManualClock, MemoryLog } from '../../support/memoryHost';
import { bytesOf, MemoryNetwork, MemoryStorage, sha256 } from '../../support/memoryWeb';

const URL_A = 'https://acme.com/glossary.yaml';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const offline = { fails: 'this machine is offline' };

interface Options {
  readonly allowedHosts?: readonly string[];
  readonly isTrusted?: boolean;
  readonly ask?: (question: HostQuestion) => Promise<boolean>;
  readonly tokens?: Readonly<Record<string, string>>;
  readonly storage?: MemoryStorage;
  readonly network?: MemoryNetwork;
  readonly stopwatch?: ManualClock;
}

/** One run of a program that follows glossaries on the web. */
class Run {
  readonly network: MemoryNetwork;
  readonly storage: MemoryStorage;
  readonly clock = new ManualClock();
  readonly log = new MemoryLog();
  readonly changes: string[] = [];
  allowedHosts: readonly string[];
  date = Date.UTC(2030, 0, 1);
  readonly copies: WebCopies;

  constructor(options: Options = {}) {
    const { isTrusted = true, ask, tokens = {} } = options;
    this.network = options.network ?? new MemoryNetwork();
    this.storage = options.storage ?? new MemoryStorage();
    this.allowedHosts = options.allowedHosts ?? ['acme.com'];
    this.copies = new WebCopies({
      network: this.network,
      storage: this.storage,
      clock: this.clock,
      stopwatch: options.stopwatch,
      log: this.log,
      digest: async (bytes) => sha256(bytes),
      date: () => this.date,
      onChange: (url) => this.changes.push(url),
      access: createWebAccess({
        allowedHosts: () => this.allowedHosts,
        isTrusted: () => isTrusted,
        ask,
        token: async (host) => tokens[host],
      }),
    });
  }

  /** Name the glossary, as a question about a document does, and wait until all is quiet. */
  async follow(place: Partial<WebPlace> = {}, namedBy?: string): Promise<void> {
    this.copies.follow({ kind: 'https', url: URL_A, ...place }, namedBy);
    await this.copies.settled();
  }

  /** The text, or why there is none. */
  async read(url = URL_A): Promise<string> {
    return textOf(await this.copies.read(url));
  }

  get failure(): string | undefined {
    return this.copies.stateOf(URL_A)?.failure;
  }

  pass(milliseconds: number): void {
    this.clock.advance(milliseconds);
    this.date += milliseconds;
  }
}

function textOf(read: FileRead): string {
  if (read.kind === 'text') return read.text;
  return read.kind === 'refused' ? `refused: ${read.reason}` : 'absent';
}

function yaml(text: string, headers: Readonly<Record<string, string>> = {}) {
  return { headers: new Map(Object.entries(headers)), body: bytesOf(text) };
}

describe('a copy of a glossary on the web', () => {
  it('is asked for once, and kept for an hour', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'concepts: []');
    await run.follow();
    assert.equal(await run.read(), 'concepts: []');
    run.pass(HOUR - 1);
    await run.follow();
    assert.equal(run.network.asked.length, 1);
    run.pass(1);
    await run.follow();
    assert.equal(run.network.asked.length, 2);
  });

  it('keeps nobody waiting while the web is asked', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'new');
    const release = run.network.hold();
    run.copies.follow({ kind: 'https', url: URL_A });
    assert.equal(await run.read(), 'refused: it is being fetched');
    release();
    await run.copies.settled();
    assert.equal(await run.read(), 'new');
    assert.deepEqual(run.changes, [URL_A]);
  });

  it('is shared by all who name it', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'text');
    const release = run.network.hold();
    for (const namer of ['a', 'b', 'c']) run.copies.follow({ kind: 'https', url: URL_A }, namer);
    release();
    await run.copies.settled();
    assert.equal(run.network.asked.length, 1);
  });

  it('is not a file that nobody named', async () => {
    const run = new Run();
    assert.equal(run.copies.has(URL_A), false);
    assert.equal(await run.read(), 'absent');
    assert.equal(await run.copies.stamp(URL_A), undefined);
    assert.equal(run.copies.stateOf(URL_A), undefined);
  });

  it('is confirmed by 304, by its ETag and its date', async () => {
    const run = new Run();
    run.network.serve(URL_A, yaml('text', { etag: '"1"', 'last-modified': 'Tue, 01 Jan 2030 00:00:00 GMT' }));
    await run.follow();
    run.network.serve(URL_A, { status: 304 });
    run.pass(HOUR);
    await run.follow();
    assert.equal(run.network.asked[0]?.headers.get('if-none-match'), undefined);
    assert.equal(run.network.asked[1]?.headers.get('if-none-match'), '"1"');
    assert.equal(run.network.asked[1]?.headers.get('if-modified-since'), 'Tue, 01 Jan 2030 00:00:00 GMT');
    assert.equal(await run.read(), 'text');
    assert.deepEqual(run.copies.stateOf(URL_A), { confirmedAt: run.date, failure: undefined });
    assert.deepEqual(run.changes, [URL_A], 'what is the same is no news');
    await run.follow();
    assert.equal(run.network.asked.length, 2);
  });

  it('is another one when the web has another one', async () => {
    const run = new Run();
    run.network.serve(URL_A, yaml('old', { etag: '"1"' }));
    await run.follow();
    const stamp = await run.copies.stamp(URL_A);
    run.network.serve(URL_A, yaml('new', { etag: '"2"' }));
    run.pass(HOUR);
    await run.follow();
    assert.equal(await run.read(), 'new');
    assert.notEqual(await run.copies.stamp(URL_A), stamp);
    assert.deepEqual(run.changes, [URL_A, URL_A]);
  });

  for (const [what, headers, place, seconds] of [
    ['an hour where nobody says', {}, {}, 3_600],
    ['as long as the server says', { 'cache-control': 'public, max-age=300' }, {}, 300],
    ['a minute at least', { 'cache-control': 'max-age=0' }, {}, 60],
    ['a minute where it is not to be kept', { 'cache-control': 'no-store' }, {}, 60],
    ['a day at most', { 'cache-control': 'max-age=31536000' }, {}, 86_400],
    ['as long as a configuration says', { 'cache-control': 'max-age=300' }, { maxAge: 7_200 }, 7_200],
    ['a minute at least, whatever a configuration says', {}, { maxAge: 1 }, 60],
    ['an hour where the server says nonsense', { 'cache-control': 'max-age=soon,,=' }, {}, 3_600],
  ] as const) {
    it(`holds ${what}`, async () => {
      const run = new Run();
      run.network.serve(URL_A, yaml('text', headers));
      await run.follow(place);
      run.pass(seconds * 1000 - 1);
      await run.follow(place);
      assert.equal(run.network.asked.length, 1);
      run.pass(1);
      await run.follow(place);
      assert.equal(run.network.asked.length, 2);
    });
  }
});

describe('a web that fails', () => {
  it('leaves the last good copy, and says why', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'good');
    await run.follow();
    const confirmedAt = run.date;
    run.network.serve(URL_A, offline);
    run.pass(3 * HOUR);
    await run.follow();
    assert.equal(await run.read(), 'good');
    assert.deepEqual(run.copies.stateOf(URL_A), { confirmedAt, failure: 'this machine is offline' });
    run.network.serve(URL_A, 'better');
    run.pass(MINUTE);
    await run.follow();
    assert.equal(await run.read(), 'better');
    assert.equal(run.failure, undefined);
  });

  it('is asked less and less often: after 1, 2, 4 … 60 minutes', async () => {
    const run = new Run();
    run.network.serve(URL_A, offline);
    await run.follow();
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const { length } = run.network.asked;
      run.pass(minutes * MINUTE - 1);
      await run.follow();
      assert.equal(run.network.asked.length, length, `before ${minutes} minutes`);
      run.pass(1);
      await run.follow();
      assert.equal(run.network.asked.length, length + 1, `after ${minutes} minutes`);
    }
    assert.deepEqual(run.log.troubles.length, 1, 'the same failure is told once');
    assert.deepEqual(run.changes, [URL_A]);
  });

  it('may throw', async () => {
    const run = new Run();
    run.network.serve(URL_A, () => {
      throw new Error('broken');
    });
    await run.follow();
    assert.equal(await run.read(), 'refused: broken');
  });

  for (const [what, served, reason] of [
    [
      'a page',
      yaml('<p>', { 'content-type': 'text/html; charset=utf-8' }),
      /a page \(text\/html\), not a glossary: a login page\?/,
    ],
    ['a page that is called text', yaml(' <!DOCTYPE html><p>', { 'content-type': 'text/plain' }), /a page of HTML/],
    ['204', { status: 204 }, /it answers 204, which is no glossary/],
    ['206', { status: 206, body: bytesOf('a') }, /it answers 206/],
    ['304 without a copy', { status: 304 }, /it answers 304, as if/],
    ['nothing', { status: 200 }, /it answers with nothing/],
    [
      'UTF-16 by its name',
      yaml('a', { 'content-type': 'text/yaml; charset="UTF-16"' }),
      /in the encoding utf-16; serve it as UTF-8/,
    ],
    ['UTF-16 by its bytes', { body: new Uint8Array([0xff, 0xfe, 0x61, 0]) }, /not UTF-8 text/],
    ['401', { status: 401 }, /it answers 401: it wants an access token/],
    ['404', { status: 404 }, /there is nothing at that address/],
    ['500', { status: 500 }, /the server has a fault/],
    ['too much', { body: new Uint8Array(10_000_001).fill(97) }, /larger than 10000000 bytes/],
    ['a redirect to nowhere', { status: 302 }, /does not say where to/],
  ] as const) {
    it(`keeps the copy where it answers with ${what}`, async () => {
      const run = new Run();
      const first = new Run();
      first.network.serve(URL_A, served);
      await first.follow();
      assert.match(await first.read(), /^refused: /);
      assert.match(first.failure ?? '', reason);
      if (what.startsWith('304')) return;
      run.network.serve(URL_A, 'good');
      await run.follow();
      run.network.serve(URL_A, served);
      run.pass(HOUR);
      await run.follow();
      assert.equal(await run.read(), 'good');
      assert.match(run.failure ?? '', reason);
    });
  }

  it('shows nothing that a header says beyond plain words', async () => {
    const run = new Run();
    run.network.serve(URL_A, yaml('a', { 'content-type': 'text/yaml; charset=\u001b[31m](command:x)' }));
    await run.follow();
    assert.match(run.failure ?? '', /in the encoding 31mcommandx;/);
  });
});

describe('redirects', () => {
  const redirect = (location: string, status = 302) => ({ status, headers: new Map([['location', location]]) });

  it('are followed where each host is allowed', async () => {
    const run = new Run({ allowedHosts: ['acme.com', 'cdn.acme.com'] });
    run.network.serve(URL_A, redirect('//cdn.acme.com/g', 307));
    run.network.serve('https://cdn.acme.com/g', redirect('/h', 308));
    run.network.serve('https://cdn.acme.com/h', yaml('text', { etag: '"1"' }));
    await run.follow();
    assert.equal(await run.read(), 'text');
    run.pass(HOUR);
    await run.follow();
    const conditional = run.network.asked.filter(({ headers }) => headers.has('if-none-match'));
    assert.deepEqual(
      conditional.map(({ url }) => url),
      ['https://cdn.acme.com/h'],
      'an ETag goes to whose it is',
    );
  });

  for (const [what, location, reason] of [
    ['a loop', URL_A, /more than 3 times/],
    ['http:', 'http://acme.com/g', /it leads elsewhere: only addresses with https:/],
    ['a file', 'file:///etc/passwd', /only addresses with https:/],
    ['another host', 'https://evil.com/g', /it leads to https:\/\/evil\.com\/g: the host evil\.com is not allowed/],
    ['another port', 'https://acme.com:8443/g', /the host acme\.com:8443 is not allowed/],
    ['this machine', 'https://127.0.0.1/g', /the host 127\.0\.0\.1 is not allowed/],
    ['this machine, oddly spelt', 'https://2130706433/g', /the host 127\.0\.0\.1 is not allowed/],
    ['the machine beneath', 'https://169.254.169.254/latest', /not allowed/],
    ['a password', 'https://a:b@acme.com/g', /a user name or a password/],
  ] as const) {
    it(`do not lead to ${what}`, async () => {
      const run = new Run();
      run.network.serve(URL_A, redirect(location));
      await run.follow();
      assert.match(run.failure ?? '', reason);
      assert.ok(run.network.urls.every((url) => url === URL_A));
      assert.ok(run.network.urls.length <= 4);
    });
  }

  for (const [name, stopwatch] of [
    ['', undefined],
    [' of a command, whose clock stands still', new ManualClock()],
  ] as const)
    it(`share the time of one question${name}`, async () => {
      const run = new Run({ allowedHosts: ['acme.com'], ...(stopwatch === undefined ? {} : { stopwatch }) });
      const slow = (location: string) => () => {
        (stopwatch ?? run.clock).advance(6_000);
        return redirect(location);
      };
      run.network.serve(URL_A, slow('/1'));
      run.network.serve('https://acme.com/1', slow('/2'));
      await run.follow();
      assert.deepEqual(
        run.network.asked.map(({ timeout }) => timeout),
        [10_000, 4_000],
      );
      assert.match(run.failure ?? '', /longer than 10 seconds/);
    });

  it('that a browser follows by itself are looked at afterwards', async () => {
    const run = new Run();
    run.network.serve(URL_A, { body: bytesOf('evil'), url: 'https://evil.com/g' });
    await run.follow();
    assert.match(run.failure ?? '', /the host evil\.com is not allowed/);
    assert.match(await run.read(), /^refused/);
  });
});

describe('tokens', () => {
  it('go to their very host alone, and into no message', async () => {
    const tokens = { 'acme.com': 'secret-a', 'other.com': 'secret-b', 'acme.com:8443': 'secret-c' };
    const run = new Run({ tokens, allowedHosts: ['acme.com', 'other.com'] });
    run.network.serve(URL_A, { status: 302, headers: new Map([['location', 'https://other.com/g']]) });
    run.network.serve('https://other.com/g', 'text');
    await run.follow();
    const sent = run.network.asked.map(({ headers }) => headers.get('authorization'));
    assert.deepEqual(sent, ['Bearer secret-a', undefined]);
    const stored = [...run.storage.kept.values()].map((bytes) => new TextDecoder().decode(bytes));
    assert.equal(stored.length, 1);
    const told = JSON.stringify([run.log.lines, run.failure, stored]);
    assert.doesNotMatch(told, /secret/);
  });

  it('that do not fit into a header are not sent', async () => {
    const run = new Run({ tokens: { 'acme.com': 'a\r\nX: b' } });
    run.network.serve(URL_A, 'text');
    await run.follow();
    assert.equal(run.network.asked[0]?.headers.has('authorization'), false);
  });

  it('are not in what is logged of an address', async () => {
    const run = new Run();
    const url = `${URL_A}?key=secret`;
    run.copies.follow({ kind: 'https', url });
    await run.copies.settled();
    assert.doesNotMatch(run.log.lines.join('\n'), /secret/);
    assert.match(run.log.lines.join('\n'), /offline/);
  });
});

describe('a pin', () => {
  const good = sha256('good');

  it('lets what matches it pass', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'good');
    await run.follow({ sha256: good.toUpperCase() });
    assert.equal(await run.read(), 'good');
  });

  it('keeps out what does not, and names both digests', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'evil');
    await run.follow({ sha256: good });
    assert.match(
      await run.read(),
      new RegExp(`^refused: its SHA-256 is ${sha256('evil')}, and it is pinned to ${good}`),
    );
    assert.equal(run.storage.kept.size, 0);
  });

  it('keeps the copy that matches it', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'good');
    await run.follow({ sha256: good });
    run.network.serve(URL_A, 'evil');
    run.pass(HOUR);
    await run.follow({ sha256: good });
    assert.equal(await run.read(), 'good');
    assert.match(run.failure ?? '', /pinned to/);
  });

  it('counts at once when it is written, and the web is asked again', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'old');
    await run.follow({}, 'file:///a');
    run.network.serve(URL_A, 'good');
    await run.follow({ sha256: good }, 'file:///a');
    assert.equal(await run.read(), 'good');
  });

  it('of one configuration holds for all', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'evil');
    await run.follow({}, 'file:///a');
    await run.follow({ sha256: good }, 'file:///b');
    await run.follow({}, 'file:///a');
    assert.match(await run.read(), /^refused/);
  });

  it('that contradicts another one lets nothing pass until one is mended', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'good');
    await run.follow({ sha256: good }, 'file:///a');
    await run.follow({ sha256: sha256('other') }, 'file:///b');
    assert.match(await run.read(), /^refused: it is pinned to one digest here and to another there/);
    await run.follow({ sha256: good }, 'file:///b');
    assert.equal(await run.read(), 'good');
    assert.equal(run.failure, undefined);
  });
});

describe('the storage of copies', () => {
  it('serves them offline in the next run, with their age', async () => {
    const before = new Run();
    before.network.serve(URL_A, yaml('text', { etag: '"1"' }));
    await before.follow();
    const run = new Run({ storage: before.storage });
    run.date = before.date + 3 * HOUR;
    run.network.serve(URL_A, offline);
    await run.follow();
    assert.equal(await run.read(), 'text');
    assert.deepEqual(run.copies.stateOf(URL_A), { confirmedAt: before.date, failure: 'this machine is offline' });
    assert.equal(run.network.asked[0]?.headers.get('if-none-match'), '"1"');
  });

  it('spares a question in the next run while the copy holds', async () => {
    const before = new Run();
    before.network.serve(URL_A, 'text');
    await before.follow();
    const run = new Run({ storage: before.storage });
    run.date = before.date + HOUR / 2;
    await run.follow();
    assert.equal(run.network.asked.length, 0);
    run.pass(HOUR / 2);
    await run.follow();
    assert.equal(run.network.asked.length, 1);
  });

  for (const [what, jump] of [
    ['an hour back', -HOUR],
    ['to 1970', -Date.UTC(2030, 0, 1)],
    ['ten years ahead', 87_600 * HOUR],
  ] as const) {
    it(`is asked about again after the clock jumped ${what} between two runs`, async () => {
      const before = new Run();
      before.network.serve(URL_A, 'text');
      await before.follow();
      const run = new Run({ storage: before.storage });
      run.date = before.date + jump;
      await run.follow();
      assert.equal(run.network.asked.length, 1);
      assert.equal(await run.read(), 'text');
    });

    it(`is not asked about more often when the clock jumps ${what} in a run`, async () => {
      const run = new Run();
      run.network.serve(URL_A, 'text');
      await run.follow();
      run.date += jump;
      await run.follow();
      assert.equal(run.network.asked.length, 1);
      run.pass(HOUR);
      await run.follow();
      assert.equal(run.network.asked.length, 2);
    });
  }

  for (const [what, spoil] of [
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['changed', (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte + 1 : byte))],
    ['empty', () => new Uint8Array()],
    ['without an end of its head', (bytes: Uint8Array) => bytes.slice(0, 40)],
    ['something else', () => bytesOf('concepts: []')],
  ] as const) {
    it(`is not believed where a file is ${what}`, async () => {
      const before = new Run();
      before.network.serve(URL_A, 'text');
      await before.follow();
      for (const [key, bytes] of before.storage.kept) before.storage.kept.set(key, spoil(bytes));
      const run = new Run({ storage: before.storage });
      run.network.serve(URL_A, offline);
      await run.follow();
      assert.equal(await run.read(), 'refused: this machine is offline');
      assert.equal(run.network.asked[0]?.headers.has('if-none-match'), false);
    });
  }

  it('keeps what 304 confirms, a byte order mark included', async () => {
    const before = new Run();
    before.network.serve(URL_A, yaml('\uFEFFtext', { etag: '"1"' }));
    await before.follow();
    assert.equal(await before.read(), 'text');
    before.network.serve(URL_A, { status: 304 });
    before.pass(HOUR);
    await before.follow();
    const run = new Run({ storage: before.storage });
    run.date = before.date;
    await run.follow();
    assert.equal(await run.read(), 'text');
    assert.equal(run.network.asked.length, 0);
  });

  it('may fail', async () => {
    const storage = new MemoryStorage();
    storage.read = () => Promise.reject(new Error('EIO'));
    storage.write = () => Promise.reject(new Error('ENOSPC'));
    const run = new Run({ storage });
    run.network.serve(URL_A, 'text');
    await run.follow();
    assert.equal(await run.read(), 'text');
  });

  it('keeps copies under keys of letters and digits', async () => {
    const run = new Run();
    run.network.serve(URL_A, 'text');
    await run.follow();
    assert.deepEqual([...run.storage.kept.keys()], [sha256(URL_A)]);
  });
});

describe('consent', () => {
  it('is needed: nothing is asked of a host that is not allowed', async () => {
    const run = new Run({ allowedHosts: [] });
    await run.follow();
    assert.match(
      await run.read(),
      /the host acme\.com is not allowed; add it to the setting glossaryLens\.allowedHosts/,
    );
    assert.equal(run.network.asked.length, 0);
    run.allowedHosts = ['ACME.com'];
    run.network.serve(URL_A, 'text');
    await run.follow();
    assert.equal(await run.read(), 'text');
  });

  it('is asked for once, and counts', async () => {
    const questions: HostQuestion[] = [];
    const ask = async (question: HostQuestion) => questions.push(question) > 0;
    const run = new Run({ allowedHosts: [], ask });
    run.network.serve(URL_A, 'text');
    await run.follow({}, 'file:///repo/glossary-lens.yaml');
    assert.equal(await run.read(), 'text');
    run.pass(HOUR);
    await run.follow();
    const namedBy = 'file:///repo/glossary-lens.yaml';
    assert.deepEqual(questions, [{ host: 'acme.com', url: URL_A, namedBy }]);
    assert.equal(run.network.asked.length, 2);
  });

  for (const [what, ask] of [
    ['no', async () => false],
    ['something odd', async () => 'yes' as unknown as boolean],
    ['a failure', () => Promise.reject(new Error('closed'))],
  ] as const) {
    it(`is not given by ${what}, and not asked for again`, async () => {
      let questions = 0;
      const run = new Run({
        allowedHosts: [],
        ask: () => {
          questions++;
          return ask();
        },
      });
      await run.follow();
      run.pass(2 * HOUR);
      await run.follow();
      assert.match(run.failure ?? '', /not allowed/);
      assert.deepEqual([questions, run.network.asked.length], [1, 0]);
    });
  }

  it('may be left open, and be given by the setting meanwhile', async () => {
    const run = new Run({ allowedHosts: [], ask: () => new Promise(() => {}) });
    run.network.serve(URL_A, 'text');
    run.copies.follow({ kind: 'https', url: URL_A });
    assert.match(await run.read(), /not allowed/);
    run.allowedHosts = ['acme.com'];
    run.copies.forgetFailures();
    await run.copies.settled();
    assert.equal(await run.read(), 'text');
  });

  it('is withdrawn with the setting', async () => {
    const run = new Run({ allowedHosts: [], ask: async () => true });
    run.network.serve(URL_A, 'text');
    await run.follow();
    run.allowedHosts = ['acme.com'];
    run.pass(HOUR);
    await run.follow();
    run.allowedHosts = [];
    run.pass(HOUR);
    await run.follow();
    assert.equal(run.network.asked.length, 2);
  });

  it('is not asked for where nobody trusts the workspace, and nothing is fetched', async () => {
    const run = new Run({ isTrusted: false, ask: () => assert.fail('nobody is to be asked') });
    await run.follow();
    assert.equal(run.network.asked.length, 0);
    assert.match(run.failure ?? '', /not allowed/);
  });

  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '169.254.169.254', '100.64.0.1']) {
    it(`is not asked for ${host}, which only the setting allows`, async () => {
      const url = new URL(`https://${host}/g`).href;
      const run = new Run({ ask: () => assert.fail('nobody is to be asked') });
      await run.follow({ url });
      assert.equal(run.network.asked.length, 0);
      run.allowedHosts = [host];
      run.network.serve(url, 'text');
      await run.follow({ url });
      assert.equal(await run.read(url), 'text');
    });
  }

  it('is asked for a number of hosts that somebody can answer', async () => {
    let questions = 0;
    const run = new Run({ ask: async () => ++questions < 0 });
    for (let host = 0; host < 100; host++) await run.follow({ url: `https://h${host}.com/g` });
    assert.equal(questions, 16);
  });
});

describe('whatever the web does', () => {
  it('what is read was received whole and matches its pin', async () => {
    const texts = ['one', 'two', 'three'];
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('serve' as const),
        text: fc.constantFrom(...texts),
        etag: fc.constantFrom('"1"', '"2"', ''),
      }),
      fc.record({ kind: fc.constant('answer' as const), status: fc.constantFrom(204, 206, 301, 304, 401, 404, 500) }),
      fc.record({ kind: fc.constant('offline' as const) }),
      fc.record({ kind: fc.constant('page' as const) }),
      fc.record({ kind: fc.constant('pin' as const), text: fc.constantFrom(...texts, undefined) }),
      fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
      fc.record({ kind: fc.constant('jump' as const), hours: fc.integer({ min: -100, max: 100 }) }),
      fc.record({ kind: fc.constant('restart' as const) }),
      fc.record({ kind: fc.constant('spoil' as const), at: fc.nat(400) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const network = new MemoryNetwork();
        const storage = new MemoryStorage();
        let run = new Run({ network, storage });
        let pin: string | undefined;
        for (const taken of steps) {
          if (taken.kind === 'serve') network.serve(URL_A, yaml(taken.text, { etag: taken.etag }));
          if (taken.kind === 'answer') network.serve(URL_A, { status: taken.status, body: bytesOf('part') });
          if (taken.kind === 'offline') network.serve(URL_A, offline);
          if (taken.kind === 'page') network.serve(URL_A, yaml('<html>', { 'content-type': 'text/html' }));
          if (taken.kind === 'pin') pin = taken.text;
          if (taken.kind === 'pass') run.pass(taken.minutes * MINUTE);
          if (taken.kind === 'jump') run.date = Math.max(0, run.date + taken.hours * HOUR);
          if (taken.kind === 'restart') {
            const { date } = run;
            run = new Run({ network, storage });
            run.date = date;
          }
          if (taken.kind === 'spoil') {
            for (const [key, bytes] of storage.kept) {
              storage.kept.set(
                key,
                bytes.map((byte, index) => (index === taken.at % bytes.length ? byte ^ 1 : byte)),
              );
            }
          }
          await run.follow(pin === undefined ? {} : { sha256: sha256(pin) });
          const read = await run.copies.read(URL_A);
          if (read.kind !== 'text') continue;
          assert.ok(texts.includes(read.text), read.text);
          assert.ok(pin === undefined || read.text === pin);
        }
      }),
      { numRuns: 200 },
    );
  });
});
