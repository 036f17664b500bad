import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer as createTlsServer, type Server, type TLSSocket } from 'node:tls';

type CertificateName = 'localhost' | 'elsewhere' | 'expired';

const folder = path.join(__dirname, 'certificates');

/** The file of a certificate, for programs that are told to trust it. */
export function certificateFile(name: CertificateName): string {
  return path.join(folder, `${name}.pem`);
}

/** A certificate, for those that are told in the same program. */
export function certificate(name: CertificateName): string {
  return readFileSync(certificateFile(name), 'utf8');
}

/** A server on this machine, and what it was asked. */
export interface WebServer {
  readonly port: number;
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

/** Serve `https:` on this machine. */
export async function serveWeb(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  name: CertificateName = 'localhost',
): Promise<WebServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer(credentials(name), (request, response) => {
    asked.push(request);
    handle(request, response);
  });
  server.on('tlsClientError', () => {});
  return listening(server, asked);
}

/** Serve bytes over TLS, right or wrong, once the head of a request has come. */
export async function serveBytes(handle: (socket: TLSSocket) => void): Promise<WebServer> {
  const server = createTlsServer(credentials('localhost'), (socket) => {
    socket.on('error', () => {});
    socket.once('data', () => handle(socket));
  });
  server.on('tlsClientError', () => {});
  return listening(server, []);
}

function credentials(name: CertificateName) {
  return { cert: certificate(name), key: readFileSync(path.join(folder, `${name}.key.pem`), 'utf8') };
}

async function listening(server: Server, asked: IncomingMessage[]): Promise<WebServer> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
