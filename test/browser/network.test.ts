import assert from 'node:assert/strict';
import { type Fetch, fetchFromWeb } from '../../server/src/browser/network';

const request = {
  url: 'https://acme.com/g',
  headers: new Map([
    ['authorization', 'Bearer a'],
    ['if-none-match', '"1"'],
  ]),
  timeout: 1_000,
  mostBytes: 10,
};

describe('the network of a browser', () => {
  it('sends no cookies, keeps to itself where it is, and leaves it to the browser whether there is something new', async () => {
    let asked: Parameters<Fetch>[1] | undefined;
    const answer = await fetchFromWeb(request, async (_, init) => {
      asked = init;
      return new Response('concepts', { headers: { ETag: '"2"' } });
    });
    const { signal: _, ...rest } = asked ?? {};
    assert.deepEqual(rest, {
      headers: [['authorization', 'Bearer a']],
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    assert.equal(answer.kind === 'answer' && new TextDecoder().decode(answer.body), 'concepts');
    assert.equal(answer.kind === 'answer' && answer.headers.get('etag'), '"2"');
  });

  it('follows redirects where it sends no token', async () => {
    let redirect: string | undefined;
    await fetchFromWeb({ ...request, headers: new Map() }, async (_, init) => {
      redirect = init.redirect;
      return new Response('concepts');
    });
    assert.equal(redirect, 'follow');
  });

  it('reads no more than it may', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read++;
        controller.enqueue(new Uint8Array(4));
      },
    });
    const answer = await fetchFromWeb(request, async () => new Response(endless));
    assert.deepEqual(answer, { kind: 'failed', reason: 'it is larger than 10 bytes' });
    assert.ok(read < 10);
  });

  it('says what a browser does not tell', async () => {
    const answer = await fetchFromWeb(request, () => Promise.reject(new TypeError('Failed to fetch')));
    assert.match(
      answer.kind === 'failed' ? answer.reason : '',
      /offline, or the host lets no web page read it \(CORS\), or it leads elsewhere, where an access token is not sent$/,
    );
  });

  it('waits no longer than it may', async () => {
    const never: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    const answer = await fetchFromWeb({ ...request, timeout: 50 }, never);
    assert.match(answer.kind === 'failed' ? answer.reason : '', /it took longer/);
  });
});
