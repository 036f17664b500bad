/** How large the built files are, and the package where one lies there. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { printTable } from './figures.mjs';

const root = path.join(import.meta.dirname, '../..');

const built = [
  'client/node.js',
  'client/languageClient.js',
  'client/browser.js',
  'server/node.js',
  'server/session.js',
  'server/formats.js',
  'server/markdownTree.js',
  'server/browser.js',
  'glossary.pack',
];

/** Print the sizes. */
export async function run() {
  const packages = readdirSync(root).filter((file) => file.endsWith('.vsix'));
  const files = [...built.map((name) => `dist/${name}`), ...packages];
  printTable(
    ['file', 'bytes'],
    files.map((name) => [name, statSync(path.join(root, name)).size]),
  );
}
