import type { Clock, Network, WebAnswer } from '../../host';
import type { WebAccess } from './access';
import { readWebAddress, type WebAddress } from './address';
import { contentOf, headerToKeep, maxAgeOf, statusFailure } from './answer';

/** What came of asking for a glossary. Reasons read after a colon. */
export type Exchange =
  | {
      readonly kind: 'copy';
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly answeredBy: string;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
      readonly maxAge: number | undefined;
    }
  /** The copy that was asked about is still what the web has. */
  | { readonly kind: 'unchanged'; readonly maxAge: number | undefined }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The person has not allowed it, and nothing was asked of the web. */
  | { readonly kind: 'forbidden'; readonly reason: string };

/** The copy that is there already: `answeredBy` is asked whether it has changed. */
export interface KnownCopy {
  readonly answeredBy: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** What an exchange goes through. */
export interface ExchangePorts {
  readonly network: Network;
  readonly access: WebAccess;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is asked. */
export interface ExchangeQuestion {
  readonly url: string;
  /** The URI of what names the glossary. */
  readonly namedBy: string | undefined;
  readonly known: KnownCopy | undefined;
}

/** The bytes of a glossary, decoded: 10 MB hold 50,000 concepts of the length that people write. */
export const MOST_BYTES = 10_000_000;
/** For the whole exchange, redirects included, in milliseconds. */
export const LONGEST_EXCHANGE = 10_000;
export const MOST_REDIRECTS = 3;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Ask for a glossary, through redirects, each of which is held to the same rules. Never throws. */
export async function exchange(question: ExchangeQuestion, ports: ExchangePorts): Promise<Exchange> {
  const read = readWebAddress(question.url);
  if (read.kind === 'refused') return { kind: 'forbidden', reason: read.reason };
  const first = read.address;
  let address = first;
  let left = LONGEST_EXCHANGE;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!(await isAllowed(address, question, ports))) {
      const reason = notAllowed(address.host);
      return hop === 0 ? { kind: 'forbidden', reason } : failed(`it leads to ${address.shown}: ${reason}`);
    }
    const headers = await headersFor(address, first, question, ports);
    const start = ports.clock.now();
    const answer = await ask(address, headers, left, ports);
    left -= ports.clock.now() - start;
    if (answer.kind === 'failed') return failed(answer.reason);
    // A browser follows redirects by itself, and tells only where it came out.
    const came = answer.url === undefined ? undefined : readWebAddress(answer.url);
    if (came?.kind === 'refused') return failed(`it leads elsewhere: ${came.reason}`);
    if (came !== undefined && came.address.host !== address.host && !ports.access.isAllowed(came.address)) {
      return failed(`it leads to ${came.address.shown}: ${notAllowed(came.address.host)}`);
    }
    if (!REDIRECTS.has(answer.status)) return outcome(came?.address ?? address, headers, answer);
    const next = readWebAddress(answer.headers.get('location') ?? '', address.url);
    if (!answer.headers.has('location')) return failed(`it answers ${answer.status} and does not say where to`);
    if (next.kind === 'refused') return failed(`it leads elsewhere: ${next.reason}`);
    if (left <= 0) return failed(TOO_SLOW);
    address = next.address;
  }
  return failed(`it leads from one address to the next, more than ${MOST_REDIRECTS} times`);
}

/** Say that a host is not allowed, and what to do. */
export function notAllowed(host: string): string {
  return `the host ${host} is not allowed; add it to the setting glossaryLens.allowedHosts to fetch from it`;
}

const TOO_SLOW = `it took longer than ${LONGEST_EXCHANGE / 1000} seconds`;

async function isAllowed(address: WebAddress, { namedBy }: ExchangeQuestion, ports: ExchangePorts): Promise<boolean> {
  return ports.access.isAllowed(address) || (await ports.access.mayAllow(address, namedBy));
}

/** The token of a host goes to that very host, and only where it is the one that was named: not where it leads to. */
async function headersFor(
  address: WebAddress,
  first: WebAddress,
  { known }: ExchangeQuestion,
  { access }: ExchangePorts,
): Promise<ReadonlyMap<string, string>> {
  const headers = new Map([['accept', '*/*']]);
  const token = address.host === first.host ? await access.token(address.host) : undefined;
  if (token !== undefined && TOKEN.test(token)) headers.set('authorization', `Bearer ${token}`);
  if (known?.answeredBy !== address.url) return headers;
  if (known.etag !== undefined) headers.set('if-none-match', known.etag);
  if (known.lastModified !== undefined) headers.set('if-modified-since', known.lastModified);
  return headers;
}

/** What fits into one header. */
const TOKEN = /^[\x21-\x7e]{1,4096}$/;

async function ask(
  { url }: WebAddress,
  headers: ReadonlyMap<string, string>,
  timeout: number,
  { network }: ExchangePorts,
): Promise<WebAnswer> {
  try {
    return await network.get({ url, headers, timeout, mostBytes: MOST_BYTES });
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : 'it could not be asked' };
  }
}

function outcome(
  address: WebAddress,
  asked: ReadonlyMap<string, string>,
  { status, headers, body }: Extract<WebAnswer, { kind: 'answer' }>,
): Exchange {
  const maxAge = maxAgeOf(headers);
  if (status === 304) {
    const wasAsked = asked.has('if-none-match') || asked.has('if-modified-since');
    return wasAsked ? { kind: 'unchanged', maxAge } : failed('it answers 304, as if there were a copy already');
  }
  if (status !== 200) return failed(statusFailure(status));
  if (body.length > MOST_BYTES) return failed(`it is larger than ${MOST_BYTES} bytes`);
  const content = contentOf(headers, body);
  if (content.kind === 'failed') return content;
  return {
    kind: 'copy',
    bytes: body,
    text: content.text,
    answeredBy: address.url,
    etag: headerToKeep(headers.get('etag')),
    lastModified: headerToKeep(headers.get('last-modified')),
    maxAge,
  };
}

function failed(reason: string): Exchange & { readonly kind: 'failed' } {
  return { kind: 'failed', reason };
}
