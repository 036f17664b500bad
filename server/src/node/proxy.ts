import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestOverTls } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

type Environment = Readonly<Record<string, string | undefined>>;

/** Find the proxy that the environment names for an address: `HTTPS_PROXY`, unless `NO_PROXY` has its host. */
export function proxyFor(target: URL, environment: Environment): URL | undefined {
  const named = variable('https_proxy', environment);
  if (named === undefined || isExempt(target, variable('no_proxy', environment) ?? '')) return undefined;
  try {
    const proxy = new URL(named.includes('://') ? named : `http://${named}`);
    return proxy.protocol === 'http:' || proxy.protocol === 'https:' ? proxy : undefined;
  } catch {
    return undefined;
  }
}

/** Ask a proxy for a way to a host, and give what makes the connection over it: what is said there, the proxy cannot read. */
export async function tunnel(
  proxy: URL,
  target: URL,
  { signal, authority }: { readonly signal: AbortSignal; readonly authority: string | undefined },
): Promise<NonNullable<RequestOptions['createConnection']>> {
  const socket = await connected(proxy, `${target.hostname}:${target.port || '443'}`, signal);
  const servername = target.hostname.replace(/^\[|\]$/g, '');
  const trusted = authority === undefined ? {} : { ca: authority };
  return () => connect({ socket, servername, rejectUnauthorized: true, ...trusted });
}

function connected(proxy: URL, authority: string, signal: AbortSignal): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestOverTls : requestPlain;
  const { username, password } = proxy;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers: Record<string, string> = { host: authority };
  if (username !== '') headers['proxy-authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return new Promise((resolve, reject) => {
    const asked = request(proxy, { method: 'CONNECT', path: authority, headers, agent: false, signal });
    asked.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new Error(`the proxy answers ${statusCode}`));
    });
    asked.on('response', ({ statusCode }) => reject(new Error(`the proxy answers ${statusCode}`)));
    asked.on('error', (error) => reject(new Error(`the proxy cannot be reached (${error.message})`)));
    asked.end();
  });
}

function variable(name: string, environment: Environment): string | undefined {
  return environment[name] || environment[name.toUpperCase()] || undefined;
}

/** `acme.com` and `.acme.com` stand for all below as well, `*` for everything; a port may follow. */
function isExempt({ hostname, port }: URL, list: string): boolean {
  const host = hostname.toLowerCase();
  return list.split(/[\s,]+/).some((written) => {
    const [name = '', onlyPort] = written.toLowerCase().split(/:(?=\d+$)/);
    if (name === '' || (onlyPort !== undefined && onlyPort !== (port || '443'))) return false;
    const domain = name.replace(/^\*?\./, '');
    return name === '*' || host === domain || host.endsWith(`.${domain}`);
  });
}
