// Bundles the suite for both extension hosts: `node test/extension/build.mjs`, or `buildSuite` from another script.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { readWorkspace } from './host/workspace.mjs';

/** The folder of the extension that is tested unless a script is told otherwise. */
export const projectRoot = path.join(import.meta.dirname, '../..');

const folder = path.join(projectRoot, 'out/test-extension');

/**
 * Bundle the suite and give its two extensions: their `folder`, and the paths of their entries as VS Code wants them,
 * without `.js`. `tests` runs the suite; `visit` fills the workspace of the web host and opens its first page. The workspace of the
 * web host has `files` besides, pairs of a path and a text; `webGlossary` is the address of a glossary that may be fetched, and
 * `only` a text in the titles of the tests that are run.
 */
export async function buildSuite({ files = [], webGlossary, only } = {}) {
  const node = path.join(folder, 'node');
  const web = path.join(folder, 'web');
  const told = { WEB_GLOSSARY: JSON.stringify(webGlossary ?? null), ONLY: JSON.stringify(only ?? null) };
  await Promise.all([
    bundle(node, { tests: 'index.node.ts' }, { platform: 'node', target: 'node20', define: told }),
    bundle(
      web,
      { tests: 'index.web.ts', visit: 'visit.web.ts' },
      {
        platform: 'browser',
        target: 'es2022',
        define: { ...told, SAMPLE_WORKSPACE: JSON.stringify([...readWorkspace(), ...files]) },
      },
    ),
    writeManifest(node, 'main'),
    writeManifest(web, 'browser'),
  ]);
  return {
    node: { folder: node, tests: path.join(node, 'tests') },
    web: { folder: web, tests: path.join(web, 'tests'), visit: path.join(web, 'visit') },
  };
}

async function bundle(outdir, entries, options) {
  const entryPoints = Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [name, path.join(import.meta.dirname, 'suite', file)]),
  );
  const common = {
    bundle: true,
    external: ['vscode'],
    // Mocha's browser build puts itself into `module.exports`; what stands there in the end is the suite.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    logLevel: 'warning',
    sourcemap: 'inline',
  };
  await build({ ...common, ...options, entryPoints, outdir });
}

/** VS Code runs tests in the host of the extension that they lie in, so they lie in one of their own. */
async function writeManifest(outdir, entry) {
  await mkdir(outdir, { recursive: true });
  const manifest = {
    name: 'suite',
    publisher: 'glossary-lens',
    version: '0.0.0',
    engines: { vscode: '^1.101.0' },
    [entry]: './tests.js',
  };
  await writeFile(path.join(outdir, 'package.json'), JSON.stringify(manifest));
}

if (process.argv[1] === import.meta.filename) await buildSuite();
