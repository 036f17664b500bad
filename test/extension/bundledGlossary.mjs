// A glossary of somebody else, as `glossary-lens bundle` hands it on: as an extension, and as a package for npm.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { unzipSync } from 'fflate';
import { parseTarGzip } from 'nanotar';
import { projectRoot } from './build.mjs';
import { Failure } from './host/script.mjs';
import { makeTemporaryFolder } from './host/workspace.mjs';

const glossary = path.join(import.meta.dirname, 'glossary/partners.yaml');
const icon = path.join(projectRoot, 'docs/images/icon.png');

/** The name of the package for npm. */
const packageName = '@partners/glossary';

/** Make the extension and give its .vsix file. */
export function bundleExtension(defer) {
  return bundle(defer, ['--vsix', '--publisher', 'partners', '--name', 'partners-glossary', '--icon', icon], '.vsix');
}

/** Make the extension and give the folder that it is unpacked in, for a VS Code that installs nothing. */
export async function unpackExtension(defer) {
  const folder = makeTemporaryFolder(defer);
  const inside = 'extension/';
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(await bundleExtension(defer))))) {
    if (!name.startsWith(inside)) continue;
    const file = path.join(folder, name.slice(inside.length));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** Make the package and give its files as npm would install them: pairs of a path in the workspace and the text there. */
export async function installPackage(defer) {
  const archive = await bundle(defer, ['--npm', '--name', packageName], '.tgz');
  const files = await parseTarGzip(readFileSync(archive));
  return files
    .filter(({ type }) => type === 'file')
    .map(({ name, text }) => [name.replace(/^package\//, `node_modules/${packageName}/`), text]);
}

async function bundle(defer, options, extension) {
  const file = path.join(makeTemporaryFolder(defer), `glossary${extension}`);
  const program = path.join(projectRoot, 'dist/cli/main.js');
  const child = spawn(process.execPath, [program, 'bundle', ...options, '--output', file, glossary], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Failure(`\`glossary-lens bundle\` ended with ${code}:\n${said}`);
  return file;
}
