import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256 } from '../support/memoryWeb';
import { COMMAND_LINE, TestProcess } from '../support/serverProcess';
import { certificateFile, serveWeb, type WebServer } from '../support/webServer';

const GLOSSARY = `name: Acme
concepts:
  - term: zorp
    definition: Means one.
    avoid: [zarp]
`;

describe('a command and a glossary on the web', function () {
  this.timeout(30_000);
  let root: string;
  let web: WebServer;
  let url: string;
  let isDown: boolean;
  let body: string;
  let type: string;
  let token: string | undefined;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'glossary-lens-'));
    isDown = false;
    body = GLOSSARY;
    type = 'text/yaml';
    token = undefined;
    web = await serveWeb((request, response) => {
      if (isDown) {
        response.destroy();
        return;
      }
      const isKnown = token === undefined || request.headers.authorization === `Bearer ${token}`;
      response.writeHead(isKnown ? 200 : 401, { 'content-type': type });
      response.end(body);
    });
    url = `https://localhost:${web.port}/glossary.yaml`;
  });
  afterEach(async () => {
    await TestProcess.endAll();
    await web.close();
    rmSync(root, { recursive: true });
  });

  async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const environment = {
      NODE_EXTRA_CA_CERTS: certificateFile('localhost'),
      GLOSSARY_LENS_ALLOWED_HOSTS: '',
      XDG_CACHE_HOME: path.join(root, 'cache'),
      LOCALAPPDATA: path.join(root, 'cache'),
      HTTPS_PROXY: '',
      https_proxy: '',
      ...more,
    };
    const command = new TestProcess([COMMAND_LINE, ...args], environment);
    let output = '';
    command.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const { code } = await command.ended;
    return { code, output, errors: command.errors };
  }

  const host = () => `localhost:${web.port}`;

  it('define waits for it', async () => {
    const { code, output, errors } = await run(['define', 'zorp', '--glossary', url, '--allow-host', host()]);
    assert.match(output, /Means one/);
    assert.deepEqual([code, errors], [0, '']);
  });

  it('define says that its host is not allowed, and asks it for nothing', async () => {
    const { errors } = await run(['define', 'zorp', '--glossary', url]);
    assert.match(errors, new RegExp(`${url}:1:1: This glossary is not read: the host ${host()} is not allowed`));
    assert.equal(web.asked.length, 0);
  });

  it('does without the web in the next run', async () => {
    const allowed = { GLOSSARY_LENS_ALLOWED_HOSTS: host() };
    await run(['define', 'zorp', '--glossary', url], allowed);
    isDown = true;
    const { output } = await run(['define', 'zorp', '--glossary', url], allowed);
    assert.match(output, /Means one/);
  });

  it('sends the token of the environment, and prints it nowhere', async () => {
    token = 'secret';
    const environment = { GLOSSARY_LENS_TOKEN: `${host()}=wrong` };
    const refused = await run(['define', 'zorp', '--glossary', url, '--allow-host', host()], environment);
    assert.match(refused.errors, /it answers 401: it wants an access token, or another one/);
    assert.doesNotMatch(refused.errors + refused.output, /wrong/);
    environment.GLOSSARY_LENS_TOKEN = `${host()}=secret`;
    const { output } = await run(['define', 'zorp', '--glossary', url, '--allow-host', host()], environment);
    assert.match(output, /Means one/);
  });

  it('check waits for it, and checks with it in each run, whatever is cached', async () => {
    const document = path.join(root, 'a.md');
    writeFileSync(document, 'A zarp.\n');
    const cache = path.join(root, 'check.json');
    const args = ['check', document, '--glossary', url, '--allow-host', host(), '--cache-location', cache];
    const first = await run(args);
    assert.match(first.output, /zarp/);
    assert.match(first.output, /deprecated-term/);
    const second = await run(args);
    assert.match(second.output, /deprecated-term/);
    assert.equal(first.errors, '');
  });

  it('check says what it could not fetch, and fails', async () => {
    const document = path.join(root, 'a.md');
    writeFileSync(document, 'A zarp.\n');
    const { code, output, errors } = await run(['check', document, '--glossary', url]);
    assert.equal(code, 2);
    assert.match(output + errors, /the host localhost:\d+ is not allowed/);
  });

  it('report waits for it', async () => {
    const document = path.join(root, 'a.md');
    writeFileSync(document, 'A zorp and a zarp.\n');
    const { output, errors } = await run(['report', document, '--glossary', url, '--allow-host', host()]);
    assert.match(output, /zorp/);
    assert.equal(errors, '');
  });

  for (const source of ['npm:@acme/none', '*.csv', 'http://acme.com/a.yaml']) {
    it(`check fails where ${source} stands for nothing`, async () => {
      const document = path.join(root, 'a.md');
      writeFileSync(document, 'A zarp.\n');
      const { code, output, errors } = await run(['check', document, '--glossary', source]);
      assert.match(output + errors, /there is no glossary there/);
      assert.equal(code, 2);
    });

    it(`report says where ${source} stands for nothing`, async () => {
      const document = path.join(root, 'a.md');
      writeFileSync(document, 'A zarp.\n');
      const { errors } = await run(['report', document, '--glossary', source]);
      assert.match(errors, /There is no glossary there/);
    });
  }

  describe('that a configuration names', () => {
    let document: string;

    /** Check a document whose configuration says this. */
    async function checkWith(configuration: string) {
      document = path.join(root, 'a.md');
      writeFileSync(document, 'A zarp.\n');
      writeFileSync(path.join(root, 'glossary-lens.yaml'), configuration);
      return run(['check', document, '--allow-host', host()]);
    }
    const pinned = (digest: string) => `glossaries: [{ source: "${url}", sha256: ${digest} }]\n`;

    it('serves where it is what it is pinned to', async () => {
      const { code, output } = await checkWith(pinned(sha256(GLOSSARY)));
      assert.match(output, /deprecated-term/);
      assert.equal(code, 1);
    });

    it('serves neither now nor later where it is something else', async () => {
      await checkWith(`glossaries: "${url}"\n`);
      for (const _ of [1, 2]) {
        const { code, output, errors } = await checkWith(pinned(sha256('other')));
        assert.doesNotMatch(output, /deprecated-term/);
        assert.match(output + errors, /it is pinned to/);
        assert.equal(code, 2);
      }
    });

    it('serves as an old copy where its host is down', async () => {
      await checkWith(pinned(sha256(GLOSSARY)));
      isDown = true;
      const { code, output } = await checkWith(`glossaries: [{ source: "${url}", maxAge: 0 }]\n`);
      assert.match(output, /deprecated-term/);
      assert.equal(code, 1);
    });

    it('fails where it is a page', async () => {
      type = 'text/html';
      body = '<!doctype html><title>Sign in</title>';
      const { code, output, errors } = await checkWith(`glossaries: "${url}"\n`);
      assert.match(output + errors, /a page \(text\/html\), not a glossary/);
      assert.equal(code, 2);
    });
  });

  for (const bad of ['https://acme.com', 'acme.com/path', '']) {
    it(`takes no host that is ${JSON.stringify(bad)}`, async () => {
      const { code, errors } = await run(['check', '--allow-host', bad]);
      assert.equal(code, 2);
      assert.match(errors, /It must be a host/);
    });
  }

  it('names its option in the help', async () => {
    const { child } = new TestProcess([COMMAND_LINE, 'check', '--help']);
    const [text] = await once(child.stdout.setEncoding('utf8'), 'data');
    assert.match(text, /--allow-host <host>/);
  });
});
