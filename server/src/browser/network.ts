import type { WebAnswer, WebRequest } from '../host';

/** As much of `fetch` as is used. */
export type Fetch = (
  url: string,
  options: {
    readonly headers: [string, string][];
    readonly signal: AbortSignal;
    readonly cache: 'no-cache';
    readonly credentials: 'omit';
    readonly redirect: 'follow' | 'error';
    readonly referrerPolicy: 'no-referrer';
  },
) => Promise<Response>;

/**
 * Ask for what is at an address with what the browser has. It follows redirects by itself, tells only where it came out, and keeps
 * copies of its own: it asks with them whether something has changed, which pages themselves may seldom do.
 */
export async function fetchFromWeb(request: WebRequest, fetchWith: Fetch = fetch): Promise<WebAnswer> {
  const abort = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abort.abort();
  }, request.timeout);
  try {
    const hasToken = request.headers.has('authorization');
    const headers = [...request.headers].filter(([name]) => !LEFT_TO_BROWSER.has(name));
    const response = await fetchWith(request.url, {
      headers,
      signal: abort.signal,
      cache: 'no-cache',
      credentials: 'omit',
      // Older browsers send a token along to wherever a redirect leads.
      redirect: hasToken ? 'error' : 'follow',
      referrerPolicy: 'no-referrer',
    });
    const body = response.status === 200 ? await readBody(response, request.mostBytes) : new Uint8Array();
    if (body === undefined) return failed(`it is larger than ${request.mostBytes} bytes`);
    const url = response.url === '' ? request.url : response.url;
    return { kind: 'answer', status: response.status, headers: new Map([...response.headers]), body, url };
  } catch (error) {
    if (isLate) return failed(`it took longer than ${Math.round(request.timeout / 1000)} seconds`);
    // The browser tells nobody which of these it was.
    if (error instanceof TypeError)
      return failed(request.headers.has('authorization') ? `${NOT_FETCHED}${NOT_FOLLOWED}` : NOT_FETCHED);
    return failed(error instanceof Error ? error.message : 'it could not be asked');
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

const NOT_FETCHED =
  'the browser could not fetch it: this machine is offline, or the host lets no web page read it (CORS)';

const NOT_FOLLOWED = ', or it leads elsewhere, where an access token is not sent';

/** A header that says which copy is known makes the browser ask first whether it may be sent, which most hosts refuse. */
const LEFT_TO_BROWSER: ReadonlySet<string> = new Set(['if-none-match', 'if-modified-since']);

/** Read a body as it comes; undefined where it is larger than it may be. */
async function readBody({ body }: Response, mostBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    length += value.length;
    if (length > mostBytes) return undefined;
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function failed(reason: string): WebAnswer {
  return { kind: 'failed', reason };
}
