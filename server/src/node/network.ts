import { type LookupAddress, lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request as requestOverTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { WebAnswer, WebRequest } from '../host';
import { isLocalHost, reachOf } from '../sources/web/internetAddress';
import { proxyFor, tunnel } from './proxy';

/** What the network of this machine is made of; tests put their own in. */
export interface NetworkParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ask for all addresses of a name. */
  lookup(name: string): Promise<readonly LookupAddress[]>;
  /** A certificate that is trusted in the place of those of this machine. */
  readonly authority?: string | undefined;
}

/** Ask for what is at an address, one hop. See `Network` in host.ts. */
export function askWeb(request: WebRequest, parts: NetworkParts = thisMachine): Promise<WebAnswer> {
  const { timeout } = request;
  return new Promise((resolve) => {
    const abort = new AbortController();
    const finish = (answer: WebAnswer) => {
      clearTimeout(timer);
      // Whatever is left of the connection is of no use.
      abort.abort();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(failed(`it took longer than ${seconds(timeout)}`)), timeout);
    answerTo(request, parts, abort.signal).then(finish, (error) => finish(failed(reasonOf(error))));
  });
}

function seconds(milliseconds: number): string {
  const count = Math.max(1, Math.round(milliseconds / 1000));
  return `${count} second${count === 1 ? '' : 's'}`;
}

async function answerTo(request: WebRequest, parts: NetworkParts, signal: AbortSignal): Promise<WebAnswer> {
  const message = await send(request, parts, signal);
  const status = message.statusCode ?? 0;
  const headers = headersOf(message);
  // Of other answers nobody needs what they say.
  if (status !== 200) return { kind: 'answer', status, headers, body: new Uint8Array() };
  const body = await readBody(message, request.mostBytes);
  return body === undefined
    ? failed(`it is larger than ${request.mostBytes} bytes`)
    : { kind: 'answer', status, headers, body };
}

async function send({ url, headers }: WebRequest, parts: NetworkParts, signal: AbortSignal): Promise<IncomingMessage> {
  const target = new URL(url);
  const proxy = proxyFor(target, parts.environment);
  // A connection of its own in either case, so that what was checked is what is used.
  const through: RequestOptions =
    proxy === undefined
      ? { agent: false, lookup: checkedLookup(parts) }
      : { createConnection: await tunnel(proxy, target, { signal, authority: parts.authority }) };
  const options: RequestOptions = {
    ...through,
    headers: { 'user-agent': 'glossary-lens', 'accept-encoding': 'gzip, br', ...Object.fromEntries(headers) },
    // Whatever the environment says: a certificate that nobody vouches for is none.
    rejectUnauthorized: true,
    ...(parts.authority === undefined ? {} : { ca: parts.authority }),
    signal,
  };
  return new Promise((resolve, reject) => {
    const asked = requestOverTls(target, options, resolve);
    asked.on('error', reject);
    // The socket may break after the answer has begun: the body hears of it.
    asked.end();
  });
}

/** One name at a time: each takes a thread that files are read with, for seconds where no server of names answers. */
let lookups: Promise<unknown> = Promise.resolve();

/**
 * Find the addresses of a name once: they are checked, and the connection is made to one of them. A name that leads to this
 * machine or its surroundings is refused, whatever else it leads to; whoever means `localhost` asks for it by that name.
 */
function checkedLookup(parts: NetworkParts): LookupFunction {
  return (name, options, callback) => {
    const found = lookups.then(() => parts.lookup(name));
    lookups = found.catch(() => {});
    found.then(
      (addresses) => {
        const local = addresses.find(({ address }) => (reachOf(address) ?? 'local') === 'local');
        const [first] = addresses;
        if (local !== undefined && !isLocalHost(name)) callback(new LocalAddress(name, local.address), '', 4);
        else if (first === undefined) callback(new Error(`there is no address of ${name}`), '', 4);
        else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, '', 4),
    );
  };
}

class LocalAddress extends Error {
  constructor(name: string, address: string) {
    super(`${name} leads to ${address}, which is this machine or its surroundings`);
  }
}

/** Read a body, decoded; undefined where it is larger than it may be. */
async function readBody(message: IncomingMessage, mostBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded(message) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  if (!message.complete) throw new Error('the connection broke off');
  return Buffer.concat(chunks);
}

function decoded(message: IncomingMessage): Readable {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return message;
  const decoder = encoding === 'gzip' || encoding === 'x-gzip' ? createGunzip() : undefined;
  const decompress = decoder ?? (encoding === 'br' ? createBrotliDecompress() : undefined);
  if (decompress === undefined) throw new Error('it is compressed in a way that was not asked for');
  message.on('error', (error) => decompress.destroy(error));
  message.on('aborted', () => decompress.destroy(new Error('the connection broke off')));
  return message.pipe(decompress);
}

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) read.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return read;
}

function failed(reason: string): WebAnswer {
  return { kind: 'failed', reason };
}

/** Say what an error of Node means, in plain words where it is one of the usual ones. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be asked';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = reasons.get(code);
  if (known !== undefined) return known;
  if (code.includes('CERT') || code.startsWith('ERR_TLS') || code.includes('SIGNATURE')) {
    return `its certificate is not trusted (${code})`;
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('HPE_')) {
    return `it answers in a way that cannot be read (${code})`;
  }
  return error.message;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'its host is not known, or this machine is offline'],
  ['EAI_AGAIN', 'its host cannot be looked up: this machine is offline'],
  ['ENETUNREACH', 'this machine is offline'],
  ['EHOSTUNREACH', 'its host cannot be reached'],
  ['ECONNREFUSED', 'its host refuses the connection'],
  ['ECONNRESET', 'the connection broke off'],
  ['EPIPE', 'the connection broke off'],
  ['ETIMEDOUT', 'its host does not answer'],
]);

const thisMachine: NetworkParts = {
  environment: process.env,
  lookup: (name) =>
    new Promise((resolve, reject) => {
      if (isIP(name) !== 0) resolve([{ address: name, family: isIP(name) }]);
      else lookup(name, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
    }),
};
