import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMAND_LINE, NODE_SERVER, TestProcess } from '../support/serverProcess';
import { certificateFile, serveWeb, type WebServer } from '../support/webServer';
import { Wire } from '../support/wire';

const textDocument = { uri: 'file:///repo/a.md', languageId: 'markdown', version: 0, text: 'A zorp.' };
const position = { line: 0, character: 3 };

/** A web server with one glossary, as a test writes it. */
interface Site {
  text: string;
  isDown: boolean;
}

/** A server process, and a client that waits for what it tells. */
class Session {
  readonly #process: TestProcess;
  readonly #wire: Wire;
  #changed: (() => void)[] = [];

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#process = new TestProcess(args, environment);
    const { stdout, stdin } = this.#process.child;
    this.#wire = new Wire(stdout, stdin, ({ id, method }) => {
      if (id !== undefined) this.#wire.send({ id, result: null });
      if (method !== 'glossaryLens/glossariesChanged') return;
      for (const resolve of this.#changed.splice(0)) resolve();
    });
  }

  async start(glossary: unknown, client: object = {}): Promise<void> {
    const initializationOptions = {
      glossaryLens: { glossaries: [glossary], shippedGlossary: false },
      client: { commandLinks: true, ...client },
    };
    await this.#wire.request('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions });
    this.#wire.notify('initialized', {});
    this.#wire.notify('textDocument/didOpen', { textDocument });
  }

  /** Hover until the card says what it should: after each change that the server tells of. */
  async hoverSays(expected: RegExp): Promise<string> {
    for (;;) {
      const changed = new Promise<void>((resolve) => this.#changed.push(resolve));
      const hover = await this.#wire.request('textDocument/hover', { textDocument, position });
      const card = JSON.stringify(hover);
      // Where the card leads to is where its glossary lies.
      if (expected.test(card)) return card.replace(/\(command:[^)]*\)/g, '');
      await changed;
    }
  }

  async failure(): Promise<string> {
    for (;;) {
      const changed = new Promise<void>((resolve) => this.#changed.push(resolve));
      const status = (await this.#wire.request('glossaryLens/status', { uri: textDocument.uri })) as {
        glossaries: { failure?: string }[];
      };
      const failure = status.glossaries[0]?.failure;
      // Until it has come to something, it only says that it is on its way.
      if (failure !== undefined && failure !== 'it is being fetched') return failure;
      await changed;
    }
  }

  async askAgain(): Promise<void> {
    await this.#wire.request('glossaryLens/askAgain');
  }

  async stop(): Promise<string> {
    await this.#wire.request('shutdown');
    this.#wire.notify('exit');
    await this.#process.ended;
    return this.#process.errors;
  }
}

describe('a server process and a glossary on the web', function () {
  this.timeout(30_000);
  let root: string;
  let site: Site;
  let web: WebServer;
  let url: string;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'glossary-lens-'));
    site = { text: glossaryOf('one'), isDown: false };
    web = await serveWeb((request, response) => answer(site, request.headers['if-none-match'], response));
    url = `https://localhost:${web.port}/glossary.yaml`;
  });
  afterEach(async () => {
    await TestProcess.endAll();
    await web.close();
    rmSync(root, { recursive: true });
  });

  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    NODE_EXTRA_CA_CERTS: certificateFile('localhost'),
    GLOSSARY_LENS_ALLOWED_HOSTS: `localhost:${web.port}`,
    XDG_CACHE_HOME: root,
    LOCALAPPDATA: root,
    HTTPS_PROXY: '',
    https_proxy: '',
    ...more,
  });

  for (const [name, args] of [
    ['server/node.js --stdio', [NODE_SERVER, '--stdio']],
    ['glossary-lens lsp --stdio', [COMMAND_LINE, 'lsp', '--stdio']],
  ] as const) {
    it(`${name} fetches it, follows its changes, and does without the web after a restart`, async () => {
      const first = new Session(args, environment());
      await first.start(url);
      await first.hoverSays(/Means one/);
      site.text = glossaryOf('two');
      await first.askAgain();
      await first.hoverSays(/Means two/);
      await first.askAgain();
      assert.equal(await first.stop(), '');
      assert.deepEqual(
        web.asked.slice(0, 2).map(({ headers }) => headers['if-none-match']),
        [undefined, etagOf(glossaryOf('one'))],
      );

      site.isDown = true;
      const second = new Session(args, environment());
      await second.start(url);
      await second.hoverSays(/Means two/);
      await second.askAgain();
      assert.match(await second.failure(), /the connection broke off/);
      await second.hoverSays(/Means two/);
      assert.equal(await second.stop(), '');
    });
  }

  it('gives the card that the same glossary gives as a file, a folder, a glob and of an extension', async () => {
    const folder = path.join(root, 'terms');
    const file = path.join(folder, 'acme.glossary.yaml');
    mkdirSync(folder);
    writeFileSync(file, site.text);
    const extensionGlossaries = [{ uri: pathToFileURL(file).href, extension: 'acme.terms' }];
    const cards: unknown[] = [];
    for (const [glossary, client] of [
      [url, {}],
      [file, {}],
      [{ source: `${folder}/`, name: 'Acme' }, {}],
      [`${folder}/*.yaml`, {}],
      [path.join(root, 'none.yaml'), { extensionGlossaries }],
    ] as const) {
      const session = new Session([NODE_SERVER, '--stdio'], environment());
      await session.start(glossary, { ...client, commandLinks: true });
      cards.push(await session.hoverSays(/Means one/));
      await session.stop();
    }
    for (const card of cards) assert.equal(card, cards[0]);
  });

  it('keeps its copy where the client says, and no token in it', async () => {
    const storage = path.join(root, 'editor', 'glossaries');
    const token = { GLOSSARY_LENS_TOKEN: `localhost:${web.port}=secret other.host=other` };
    const session = new Session([NODE_SERVER, '--stdio'], environment(token));
    await session.start(url, { storage: pathToFileURL(storage).href });
    await session.hoverSays(/Means one/);
    await session.stop();
    assert.equal(web.asked[0]?.headers.authorization, 'Bearer secret');
    const [file = '', ...others] = readdirSync(storage);
    assert.deepEqual(others, []);
    const kept = readFileSync(path.join(storage, file), 'utf8');
    assert.ok(kept.endsWith(glossaryOf('one')));
    assert.doesNotMatch(kept, /secret/);
  });

  it('says that a certificate is not trusted', async () => {
    const session = new Session([NODE_SERVER, '--stdio'], environment({ NODE_EXTRA_CA_CERTS: '' }));
    await session.start(url);
    assert.match(await session.failure(), /its certificate is not trusted/);
  });

  it('says that a host is not allowed, and asks it for nothing', async () => {
    const session = new Session([NODE_SERVER, '--stdio'], environment({ GLOSSARY_LENS_ALLOWED_HOSTS: 'localhost' }));
    await session.start(url);
    assert.match(await session.failure(), new RegExp(`the host localhost:${web.port} is not allowed`));
    assert.equal(web.asked.length, 0);
  });

  for (const [what, glossary, isLoaded] of [
    ['nothing where no glossary is from there', () => path.join(root, 'glossary.yaml'), false],
    ['what asks it with the first glossary from there', () => url, true],
  ] as const) {
    it(`loads ${what}`, async () => {
      const tell = `process.on('exit', () => process.stderr.write(Object.keys(require.cache).join(' ')));`;
      const script = `${tell} require(${JSON.stringify(NODE_SERVER)})`;
      const session = new Session(['--eval', script, '--', '--stdio'], environment());
      await session.start(glossary());
      await session.hoverSays(isLoaded ? /Means one/ : /null/);
      const loaded = await session.stop();
      assert.match(loaded, /session\.js/);
      for (const file of ['web.js', 'network.js']) {
        assert.equal(loaded.includes(path.join('server', file)), isLoaded, file);
      }
    });
  }

  it('waits for nobody who does not answer', async () => {
    const silent = await serveWeb(() => {});
    try {
      const host = `localhost:${silent.port}`;
      const session = new Session([NODE_SERVER, '--stdio'], environment({ GLOSSARY_LENS_ALLOWED_HOSTS: host }));
      await session.start(`https://${host}/g.yaml`);
      const start = process.hrtime.bigint();
      await session.hoverSays(/null/);
      await session.stop();
      assert.ok(process.hrtime.bigint() - start < 8_000_000_000n, 'a hover and a farewell take less than the time-out');
    } finally {
      await silent.close();
    }
  });
});

function glossaryOf(meaning: string): string {
  return `name: Acme\nconcepts:\n  - term: zorp\n    definition: Means ${meaning}.\n`;
}

function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('hex')}"`;
}

function answer({ text, isDown }: Site, known: string | undefined, response: ServerResponse): void {
  if (isDown) {
    response.destroy();
    return;
  }
  const etag = etagOf(text);
  if (known === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  response.writeHead(200, { etag, 'content-type': 'text/yaml; charset=utf-8' });
  response.end(text);
}
