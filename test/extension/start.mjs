// Opens the sample workspace with the built extension: `npm start`. In desktop VS Code where there is a `code` command,
// else in the browser: `node test/extension/start.mjs [--extension <folder>] [--browser | --web]`.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildSuite, projectRoot } from './build.mjs';
import { startNodeHost } from './host/nodeHost.mjs';
import { Failure, runScript, Unavailable } from './host/script.mjs';
import { startWebHost } from './host/webHost.mjs';
import { copyWorkspace, keepWorkspace } from './host/workspace.mjs';

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: projectRoot },
    browser: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
  },
});
const extension = path.resolve(values.extension);

const whatToTry = `
  Rest the mouse on K8s in README.md, then on pods in a comment of deployment.yaml.
  Open glossary.yaml, change a definition and save: the next card has it.
`;

await runScript({ name: 'The sample workspace' }, async (defer) => {
  if (!values.browser && !values.web && hasDesktop()) return openDesktop();
  const { address, ended } = await serve(defer);
  const door = await openDoor(defer, address);
  console.log(`\nGlossary Lens runs at\n\n  ${door}\n${whatToTry}\nCtrl-C ends it.`);
  openBrowser(door);
  throw new Failure(`VS Code's server ended with ${await ended}.`);
});

/** In a terminal inside a remote window, or of Linux on Windows, `code` speaks to another machine than this one. */
function hasDesktop() {
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined || process.env.WSL_DISTRO_NAME !== undefined) return false;
  return code(['--version'], 'ignore').status === 0;
}

function openDesktop() {
  const folder = keepWorkspace();
  const { status } = code(
    ['--new-window', `--extensionDevelopmentPath=${extension}`, folder, path.join(folder, 'README.md')],
    'inherit',
  );
  if (status === 0) console.log(`\nThe sample workspace is open in VS Code, a copy in ${folder}.\n${whatToTry}`);
  return status ?? 1;
}

/** On Windows the command is a batch file, which only a shell starts. */
function code(args, stdio) {
  if (process.platform !== 'win32') return spawnSync('code', args, { stdio });
  return spawnSync(`code ${args.map((arg) => `"${arg}"`).join(' ')}`, { stdio, shell: true });
}

async function serve(defer) {
  if (values.web) return serveWeb(defer);
  try {
    const folder = copyWorkspace(defer);
    const host = await startNodeHost(defer);
    const address = host.address({ folder, development: extension, file: path.join(folder, 'README.md') });
    return { address, ended: host.ended };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`${error.message} So the extension runs in the browser alone, as on the web.`);
    return serveWeb(defer);
  }
}

/** Serve what runs in the browser alone, the workspace in its memory too; a reload brings that back as it was. */
async function serveWeb(defer) {
  const { web } = await buildSuite();
  const address = await startWebHost(defer, { extension, suite: web.folder, tests: 'visit' });
  return { address, ended: new Promise(() => {}) };
}

/** Give a short address that leads to the workbench's, which fills several lines; its path is as hard to guess. */
async function openDoor(defer, address) {
  const secret = `/${randomBytes(9).toString('base64url')}`;
  const server = createServer(({ url }, response) => {
    if (url === secret) response.writeHead(302, { location: address }).end();
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  defer(() => server.close());
  return `http://127.0.0.1:${server.address().port}${secret}`;
}

function openBrowser(address) {
  const opener = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[process.platform] ?? ['xdg-open', address];
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  if (opener[0] === 'xdg-open' && !display) return;
  const [command, ...args] = opener;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {}) // The address is on the terminal.
    .unref();
}
