/** Print a hash of what the build reads: the same where it would build the same. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const hash = createHash('sha256');
for (const name of [
  'package-lock.json',
  'package.json',
  'esbuild.mjs',
  'tsconfig.json',
  'client',
  'docs/checks',
  'glossary',
  'server',
]) {
  const found = path.join(root, name);
  if (statSync(found).isDirectory()) for (const file of filesBelow(found)) add(file);
  else add(found);
}
console.log(hash.digest('hex'));

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function add(file) {
  const name = path.relative(root, file).split(path.sep).join('/');
  const text = readFileSync(file);
  hash.update(`${name}\n${text.length}\n`).update(text);
}
