// VS Code's server with its Node extension host; a browser shows its workbench.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { after, Failure } from './script.mjs';
import { installVSCode, nodeForServer, vscodeRoot } from './vscode.mjs';
import { makeTemporaryFolder } from './workspace.mjs';

/** Milliseconds until the server must listen, for which it and its processes may take leave, and between two looks. */
const startLimit = 60_000;
const stopLimit = 5_000;
const pollInterval = 100;

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Start the server on a free loopback port, with the .vsix files of `extensions` installed. `settings` are those of the machine,
 * `userSettings` the person's, and `env` comes to the environment of what it starts. An `unattended` server ends by itself some
 * minutes after its last workbench, should this process not live to end it. The result:
 *
 * - `address({ folder, development, tests, file })` is that of a workbench which opens a folder and, if given, a file in
 *   it, loads the extension in the folder `development` and runs the entry `tests` (a path without `.js`);
 * - `ended` resolves with the server's exit code;
 * - `stop()` ends the server and tells whether all that it started ended with it.
 */
export async function startNodeHost(
  defer,
  { settings = {}, userSettings = {}, extensions = [], env = {}, unattended = false } = {},
) {
  await installVSCode(defer);
  const node = nodeForServer();
  const data = makeTemporaryFolder(defer);
  for (const [kind, written] of [
    ['Machine', { ...quietSettings, ...settings }],
    ['User', userSettings],
  ]) {
    mkdirSync(path.join(data, 'data', kind), { recursive: true });
    writeFileSync(path.join(data, 'data', kind, 'settings.json'), JSON.stringify(written));
  }
  if (extensions.length > 0) await install(defer, node, data, extensions);
  const token = randomBytes(16).toString('hex');
  const args = [
    ...['--server-data-dir', data, '--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    '--enable-smoke-test-driver', // a built VS Code takes the folder of an extension from no other address
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    ...(unattended ? ['--enable-remote-auto-shutdown', '--reconnection-grace-time', '30'] : []),
  ];
  const server = startServer(defer, node, args, env);
  const port = await listeningPort(server);
  const ended = new Promise((resolve) => server.process.once('close', resolve));
  return { address: (what) => address(port, token, what), ended, stop: () => stop(server.process) };
}

async function install(defer, node, data, files) {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Failure(`There is no ${missing}.`);
  const wanted = files.flatMap((file) => ['--install-extension', path.resolve(file)]);
  const server = startServer(defer, node, ['--server-data-dir', data, ...wanted]);
  const code = await new Promise((resolve) => server.process.once('close', resolve));
  if (code !== 0) throw new Failure(`VS Code did not install ${files.join(', ')}:\n${server.log()}`);
}

function startServer(defer, node, args, env = {}) {
  const main = path.join(vscodeRoot, 'out/server-main.js');
  const common = ['--accept-server-license-terms', '--disable-telemetry', '--disable-update-check'];
  const server = spawn(node, [main, ...common, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32', // its own process group, which ends as one
  });
  defer(() => stop(server));
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    if (process.env.VERBOSE) stream.pipe(process.stderr, { end: false });
    stream.on('data', (chunk) => {
      log = `${log}${chunk}`.slice(-20_000);
    });
  }
  return { process: server, log: () => log };
}

function listeningPort(server) {
  const listening = new Promise((resolve, reject) => {
    server.process.stdout.on('data', () => {
      const [, port] = /Extension host agent listening on (\d+)/.exec(server.log()) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    server.process.once('error', reject);
    server.process.once('close', (code) =>
      reject(new Failure(`VS Code's server ended with ${code}:\n${server.log()}`)),
    );
  });
  const late = after(startLimit).then(() => {
    throw new Failure(`VS Code's server does not listen after ${startLimit / 1000} s:\n${server.log()}`);
  });
  return Promise.race([listening, late]);
}

/** End a server and tell whether all that it started ended with it; what did not is ended here. */
async function stop(server) {
  if (server.exitCode === null && server.signalCode === null) {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill();
    await Promise.race([closed, after(stopLimit)]);
  }
  if (process.platform === 'win32') return true;
  const deadline = Date.now() + stopLimit;
  while (signalGroup(server, 0)) {
    if (Date.now() > deadline) return !signalGroup(server, 'SIGKILL');
    await after(pollInterval);
  }
  return true;
}

/** Signal the process group of a server; false where no process of it is left. */
function signalGroup(server, signal) {
  try {
    return process.kill(-server.pid, signal);
  } catch {
    return false;
  }
}

function address(port, token, { folder, development, tests, file }) {
  const remote = (target) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(target).pathname}`;
  const payload = [
    ...(development === undefined ? [] : [['extensionDevelopmentPath', remote(development)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('tkn', token);
  url.searchParams.set('folder', pathToFileURL(folder).pathname);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
