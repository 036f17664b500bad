import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import type { WebAnswer } from '../../server/src/host';
import { askWeb, type NetworkParts } from '../../server/src/node/network';
import { certificate, serveBytes, serveWeb, type WebServer } from '../support/webServer';

const open: WebServer[] = [];

async function serve(
  handle: Parameters<typeof serveWeb>[0],
  name?: Parameters<typeof serveWeb>[1],
): Promise<WebServer> {
  const server = await serveWeb(handle, name);
  open.push(server);
  return server;
}

async function serveRaw(handle: (socket: TLSSocket) => void): Promise<WebServer> {
  const server = await serveBytes(handle);
  open.push(server);
  return server;
}

interface Asking {
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly mostBytes?: number;
  readonly parts?: Partial<NetworkParts>;
}

function ask({ port }: WebServer, asking: Asking = {}): Promise<WebAnswer> {
  const { host = 'localhost', headers = {}, timeout = 5_000, mostBytes = 100_000, parts = {} } = asking;
  return askWeb(
    { url: `https://${host}:${port}/glossary.yaml`, headers: new Map(Object.entries(headers)), timeout, mostBytes },
    {
      environment: {},
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      authority: certificate('localhost'),
      ...parts,
    },
  );
}

/** The text of an answer, or why there is none. */
async function outcome(answer: Promise<WebAnswer>): Promise<string> {
  const given = await answer;
  return given.kind === 'failed'
    ? `failed: ${given.reason}`
    : `${given.status} ${new TextDecoder().decode(given.body)}`;
}

const text =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  (_: unknown, response: ServerResponse) => {
    response.writeHead(200, headers);
    response.end(body);
  };

describe('the network of Node', () => {
  afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

  it('asks for what is at an address, with the headers it is told and no others that matter', async () => {
    const server = await serve(text('concepts', { etag: '"1"', 'Cache-Control': 'max-age=9' }));
    const answer = await ask(server, { headers: { 'if-none-match': '"0"' } });
    assert.equal(answer.kind === 'answer' && answer.headers.get('etag'), '"1"');
    assert.equal(answer.kind === 'answer' && answer.headers.get('cache-control'), 'max-age=9');
    const { method, headers, url } = server.asked[0] ?? {};
    assert.deepEqual([method, url], ['GET', '/glossary.yaml']);
    assert.deepEqual(headers, {
      'user-agent': 'glossary-lens',
      'accept-encoding': 'gzip, br',
      'if-none-match': '"0"',
      host: `localhost:${server.port}`,
      connection: 'close',
    });
  });

  for (const [encoding, bytes] of [
    ['identity', Buffer.from('concepts: é')],
    ['gzip', gzipSync('concepts: é')],
    ['br', brotliCompressSync('concepts: é')],
  ] as const) {
    it(`reads what is encoded as ${encoding}`, async () => {
      const server = await serve(text(bytes, { 'content-encoding': encoding }));
      assert.equal(await outcome(ask(server)), '200 concepts: é');
    });
  }

  for (const status of [204, 301, 304, 404, 500]) {
    it(`gives the status ${status} without what it says`, async () => {
      const server = await serve((_, response) => {
        response.writeHead(status, { location: '/elsewhere' });
        response.end(status === 204 || status === 304 ? undefined : 'long '.repeat(100_000));
      });
      assert.equal(await outcome(ask(server)), `${status} `);
    });
  }

  describe('is bounded', () => {
    it('where a host never answers', async () => {
      const server = await serve(() => {});
      assert.equal(await outcome(ask(server, { timeout: 300 })), 'failed: it took longer than 1 second');
    });

    it('where headers come one byte at a time', async () => {
      const server = await serveRaw((socket) => trickle(socket, 'HTTP/1.1 200 OK\r\nA: b'));
      assert.match(await outcome(ask(server, { timeout: 300 })), /it took longer/);
    });

    it('where a body comes one byte at a time', async () => {
      const server = await serve((_, response) => trickle(response, 'concepts: []'));
      assert.match(await outcome(ask(server, { timeout: 300 })), /it took longer/);
    });

    it('where a host does not even speak TLS', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const answer = await outcome(ask({ port, asked: [], close: async () => {} }));
      server.close();
      assert.match(answer, /^failed: /);
    });

    it('where a body has no end', async () => {
      const server = await serve((_, response) => pour(response, Buffer.alloc(65_536, 'a')));
      assert.equal(await outcome(ask(server)), 'failed: it is larger than 100000 bytes');
    });

    it('where little becomes much', async () => {
      const server = await serve((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        const bomb = createGzip();
        bomb.pipe(response);
        pour(bomb, Buffer.alloc(1_000_000));
      });
      assert.equal(await outcome(ask(server)), 'failed: it is larger than 100000 bytes');
    });

    it('where headers have no end', async () => {
      const server = await serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        pour(socket, Buffer.from(`A: ${'a'.repeat(1_000)}\r\n`));
      });
      assert.match(await outcome(ask(server)), /in a way that cannot be read \(HPE_HEADER_OVERFLOW\)/);
    });
  });

  describe('takes nothing that is not whole', () => {
    for (const [what, answer, expected] of [
      [
        'a shorter body than it says',
        'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nconcepts',
        /the connection broke off/,
      ],
      [
        'a part of a chunk',
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nconcepts',
        /the connection broke off/,
      ],
      [
        'a chunk without a length',
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n',
        /the connection broke off/,
      ],
      ['nothing at all', '', /the connection broke off/],
      ['something else than HTTP', 'concepts: []\r\n\r\n', /in a way that cannot be read/],
    ] as const) {
      it(what, async () => {
        const server = await serveRaw((socket) => socket.end(answer));
        assert.match(await outcome(ask(server)), expected);
      });
    }

    it('a body cut short that was compressed', async () => {
      const bytes = gzipSync('concepts: '.repeat(1_000));
      const server = await serve(text(bytes.subarray(0, bytes.length - 9), { 'content-encoding': 'gzip' }));
      assert.match(await outcome(ask(server)), /^failed: /);
    });

    it('a body that is said to be compressed and is not', async () => {
      const server = await serve(text('concepts', { 'content-encoding': 'gzip' }));
      assert.match(await outcome(ask(server)), /cannot be read \(Z_DATA_ERROR\)/);
    });

    it('a body that is compressed in another way', async () => {
      const server = await serve(text('concepts', { 'content-encoding': 'zstd' }));
      assert.match(await outcome(ask(server)), /compressed in a way that was not asked for/);
    });

    it('a connection that is reset', async () => {
      const server = await serve((request) => request.socket.destroy());
      assert.match(await outcome(ask(server)), /the connection broke off/);
    });

    it('no more than the length that it says', async () => {
      const server = await serveRaw((socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nconcepts: evil'),
      );
      assert.equal(await outcome(ask(server)), '200 concepts');
    });
  });

  describe('trusts nobody without a good certificate', () => {
    it('who vouches for itself', async () => {
      const server = await serve(text('evil'));
      assert.match(
        await outcome(ask(server, { parts: { authority: undefined } })),
        /certificate is not trusted \(.*SELF_SIGNED/,
      );
    });

    it('whose time is over', async () => {
      const server = await serve(text('evil'), 'expired');
      const parts = { authority: certificate('expired') };
      assert.match(await outcome(ask(server, { parts })), /certificate is not trusted \(CERT_HAS_EXPIRED\)/);
    });

    it('who is somebody else', async () => {
      const server = await serve(text('evil'), 'elsewhere');
      const parts = { authority: certificate('elsewhere') };
      assert.match(
        await outcome(ask(server, { parts })),
        /certificate is not trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
      );
    });

    it('whatever the environment says', async () => {
      const server = await serve(text('evil'));
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        assert.match(await outcome(ask(server, { parts: { authority: undefined } })), /certificate is not trusted/);
      } finally {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      }
    });
  });

  describe('looks a name up once, and goes where that leads (U2, U3)', () => {
    for (const [address, family] of [
      ['127.0.0.1', 4],
      ['169.254.169.254', 4],
      ['100.64.0.1', 4],
      ['0.0.0.0', 4],
      ['::1', 6],
      ['::ffff:127.0.0.1', 6],
      ['fe80::1', 6],
    ] as const) {
      it(`but not where it leads to ${address}`, async () => {
        const server = await serve(text('evil'));
        const lookup = async () => [
          { address: '93.184.216.34', family: 4 },
          { address, family },
        ];
        const answer = await outcome(ask(server, { host: 'glossary.test', parts: { lookup } }));
        assert.match(
          answer,
          new RegExp(`failed: glossary.test leads to ${address}, which is this machine or its surroundings`),
        );
        assert.equal(server.asked.length, 0);
      });
    }

    it('and asks no second time, when it would lead elsewhere', async () => {
      const server = await serve(text('evil'));
      const answers: readonly LookupAddress[][] = [
        [{ address: '198.51.100.1', family: 4 }],
        [{ address: '127.0.0.1', family: 4 }],
      ];
      let lookups = 0;
      const lookup = async () => answers[lookups++] ?? [];
      const answer = await outcome(ask(server, { host: 'glossary.test', timeout: 300, parts: { lookup } }));
      assert.match(answer, /^failed: /);
      assert.deepEqual([lookups, server.asked.length], [1, 0]);
    });

    it('and says that a name is not known', async () => {
      const server = await serve(text('evil'));
      const lookup = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
      const answer = await outcome(ask(server, { host: 'glossary.test', parts: { lookup } }));
      assert.equal(answer, 'failed: its host is not known, or this machine is offline');
    });

    it('and not at all where it has an address, which the person wrote down', async () => {
      const server = await serve(text('concepts'));
      const lookup = () => Promise.reject(new Error('no name'));
      assert.equal(await outcome(ask(server, { host: '127.0.0.1', parts: { lookup } })), '200 concepts');
    });
  });

  describe('goes through the proxy of the environment', () => {
    it('without telling it what is said', async () => {
      const server = await serve(text('concepts'));
      const proxy = await startProxy(server.port);
      const environment = { HTTPS_PROXY: `http://me:secret@127.0.0.1:${proxy.port}` };
      const lookup = () => Promise.reject(new Error('the proxy looks names up'));
      const answer = await outcome(ask(server, { host: 'glossary.test', parts: { environment, lookup } }));
      proxy.close();
      assert.equal(answer, '200 concepts');
      assert.deepEqual(proxy.asked, [
        `glossary.test:${server.port} Basic ${Buffer.from('me:secret').toString('base64')}`,
      ]);
    });

    it('trusts nobody there without a certificate either', async () => {
      const server = await serve(text('evil'), 'elsewhere');
      const proxy = await startProxy(server.port);
      const parts = { environment: { https_proxy: `127.0.0.1:${proxy.port}` }, authority: certificate('elsewhere') };
      const answer = await outcome(ask(server, { host: 'glossary.test', parts }));
      proxy.close();
      assert.match(answer, /certificate is not trusted/);
    });

    for (const list of ['localhost', '.localhost', '*', 'a, localhost']) {
      it(`but not where NO_PROXY is ${list}`, async () => {
        const server = await serve(text('concepts'));
        const environment = { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: list };
        assert.equal(await outcome(ask(server, { parts: { environment } })), '200 concepts');
      });
    }

    it('and says that it is down', async () => {
      const server = await serve(text('concepts'));
      const environment = { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'host' };
      assert.match(await outcome(ask(server, { parts: { environment } })), /failed: the proxy cannot be reached/);
    });

    it('and says that it refuses', async () => {
      const server = await serve(text('concepts'));
      const proxy = await startProxy(undefined);
      const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
      const answer = await outcome(ask(server, { parts: { environment } }));
      proxy.close();
      assert.equal(answer, 'failed: the proxy answers 407');
    });
  });
});

/** Write without end, as fast as somebody reads. */
function pour(stream: NodeJS.WritableStream, bytes: Uint8Array): void {
  stream.on('error', () => {});
  const write = () => {
    while ((stream as { destroyed?: boolean }).destroyed !== true && stream.write(bytes));
  };
  stream.on('drain', write);
  write();
}

/** Write a letter now and then, without end. */
function trickle(stream: NodeJS.WritableStream, start: string): void {
  stream.on('error', () => {});
  stream.write(start);
  const timer = setInterval(() => stream.write('a'), 50);
  stream.on('close', () => clearInterval(timer));
}

/** A proxy that leads everywhere to one port of this machine; it refuses where there is none. */
async function startProxy(target: number | undefined) {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket, head) => {
    socket.on('error', () => {});
    asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    if (target === undefined) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, asked, close: () => server.close() };
}
