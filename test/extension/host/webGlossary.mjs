// A glossary on the web, which is this machine: its certificate is trusted where `certificate` is named.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';

const certificates = path.join(import.meta.dirname, '../../support/certificates');

/** The file of the certificate, for NODE_EXTRA_CA_CERTS. */
export const certificate = path.join(certificates, 'localhost.pem');

const glossary = `name: Acme on the web
concepts:
  - term: chargeback window
    definition: The days in which a customer may take a payment back.
`;

/** Serve the glossary and give its host, with the port; any path but that of `glossary.yaml` is not there. */
export async function serveGlossary(defer) {
  const key = readFileSync(path.join(certificates, 'localhost.key.pem'));
  const server = createServer({ cert: readFileSync(certificate), key }, ({ url }, response) => {
    if (url !== '/glossary.yaml') return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': 'text/yaml' }).end(glossary);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return `localhost:${server.address().port}`;
}
