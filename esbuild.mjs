/**
 * Build everything into dist/: the desktop and the web client, the server as a process and as a Web Worker, the command
 * line, the shipped glossary and the pages of checks. `--watch` builds again on every change, `--production` minifies.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const isWatching = process.argv.includes('--watch');
const isProduction = process.argv.includes('--production');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  define: { GLOSSARY_LENS_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
  plugins: isWatching ? [problemMatcherMessages()] : [],
};

/**
 * On Node a file that is imported while the program runs is required: `import()` would start the loader of modules first,
 * which takes longer than most files do.
 * @type {esbuild.BuildOptions}
 */
const onNode = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  supported: { 'dynamic-import': false },
  // The files of yaml for a browser do the same in less: modules without what nobody calls, and no look at the environment
  // of the process for every word.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
};
/** @type {esbuild.BuildOptions} */
const inBrowser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/**
 * A server answers `initialize` with little more than the protocol library: what works on documents, and the parsers that
 * it may never need, are files of their own beside it, loaded when something of them is first used.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const apart = {
  'session.js': [
    './server/src/session',
    './server/src/refresher',
    './server/src/analysis/documentLanguage',
    './server/src/analysis/occurrences',
    './server/src/languages',
    './server/src/languages/document',
    './server/src/languages/markdown',
    './server/src/languages/regions',
    './server/src/terminology/card',
    './server/src/terminology/inflection',
    './server/src/terminology/inflection/plurals',
    './server/src/terminology/inflection/verbForms',
    './server/src/terminology/initialism',
    './server/src/terminology/vocabulary',
    './server/src/text/characters',
    './server/src/text/source',
    'vscode-uri',
  ],
  'formats.js': [
    './server/src/formats/concepts/readGlossary',
    './server/src/formats/records/fields',
    './server/src/formats/records/fileText',
    './server/src/formats',
    './server/src/formats/native/newConcept',
    './server/src/configuration/listedGlossary',
    './server/src/importPreview',
    './server/src/configuration/readConfiguration',
    './server/src/configuration/configurationEdits',
    './server/src/sources/packages',
    './server/src/sources/readReferences',
  ],
  'otherFormats.js': [
    './server/src/formats/contextive/reader',
    './server/src/formats/contextive/writer',
    './server/src/formats/csv/reader',
    './server/src/formats/csv/writer',
    './server/src/formats/docusaurus/reader',
    './server/src/formats/docusaurus/writer',
    './server/src/formats/frontMatter/page',
    './server/src/formats/jsonList/reader',
    './server/src/formats/jsonList/writer',
    './server/src/formats/markdown/page',
    './server/src/formats/markdown/writer',
    './server/src/formats/native/writer',
    './server/src/formats/tbx/reader',
    './server/src/formats/cspell/writer',
    './server/src/formats/tbx/writer',
    './server/src/formats/textlint/writer',
    './server/src/formats/vale/writer',
  ],
  'checks.js': [
    './server/src/analysis/checkList',
    './server/src/analysis/checks',
    './server/src/analysis/findings',
    './server/src/analysis/suppressions',
    './server/src/glossaryDiagnostics',
    './server/src/glossaryFindings',
  ],
  'markdownTree.js': ['./server/src/terminology/card/markdownTree'],
  'web.js': ['./server/src/sources/web/access', './server/src/sources/web/copies'],
  'network.js': ['./server/src/node/cacheFolder', './server/src/node/network', './server/src/node/storage'],
  'stemmers.js': ['./server/src/terminology/inflection/stemmers'],
};
/**
 * A command starts with the options of all, and loads what it needs: what looks terms up, what reads and writes glossaries, what
 * serves an editor, and what checks documents, which threads load, too, and nobody who has all results in a cache.
 */
const apartInCli = {
  './lookup': ['cli/lookup', 'server/src/cli/lookup.ts'],
  './glossaries': ['cli/glossaries', 'server/src/cli/glossaries/index.ts'],
  './bundle/run': ['cli/bundle/run', 'server/src/cli/bundle/run.ts'],
  './report/run': ['cli/report/run', 'server/src/cli/report/run.ts'],
  './targetChecker': ['cli/targetChecker', 'server/src/cli/check/targetChecker.ts'],
  '../node/serve': ['node/serve', 'server/src/node/serve.ts'],
};
/**
 * In a Web Worker most is one file, since each more is a request: only what most sessions do without is apart.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const apartInWorker = Object.fromEntries(
  ['formats.js', 'otherFormats.js', 'stemmers.js'].map((file) => [file, apart[file] ?? []]),
);
/** Parts of Node that the libraries import for the few who need them: loading them takes longer than loading ours. */
const partsOfNode = ['child_process', 'crypto', 'worker_threads'];

/** The name that a part has while it is run in a worker. */
const PART = 'glossaryLensPart';

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    // The language client is the largest part: a file of its own, loaded when the extension is already active.
    ...onNode,
    entryPoints: { 'client/node': 'client/src/node/main.ts' },
    external: ['vscode', './languageClient'],
    outdir: dist,
  },
  {
    ...onNode,
    entryPoints: { 'client/languageClient': 'client/src/node/languageClient.ts' },
    external: ['vscode'],
    outdir: dist,
  },
  {
    ...inBrowser,
    entryPoints: { 'client/browser': 'client/src/browser/main.ts' },
    external: ['vscode'],
    outdir: dist,
  },
  {
    ...onNode,
    entryPoints: { 'server/node': 'server/src/node/main.ts' },
    plugins: [...shared.plugins, atFirstUse({ files: apart, loads: loadsOnNode })],
    outdir: dist,
  },
  {
    ...onNode,
    entryPoints: { 'server/watchdog': 'server/src/node/watchdog.ts' },
    outdir: dist,
  },
  ...Object.entries(apart).map(([file, modules]) => ({
    ...onNode,
    stdin: { contents: modules.map((name) => `export * from '${name}';`).join('\n'), resolveDir: root },
    plugins: [...shared.plugins, atFirstUse({ self: file, files: apart, loads: loadsOnNode })],
    outfile: path.join(dist, 'server', file),
  })),
  {
    // The condition picks the files of packages that need no document, which a worker does not have.
    ...inBrowser,
    conditions: ['worker', 'module'],
    format: 'iife',
    entryPoints: { 'server/browser': 'server/src/browser/main.ts' },
    plugins: [...shared.plugins, atFirstUse({ files: apartInWorker, loads: loadsInWorker })],
    outdir: dist,
  },
  ...Object.entries(apartInWorker).map(([file, modules]) => ({
    ...inBrowser,
    conditions: ['worker', 'module'],
    format: 'iife',
    globalName: PART,
    stdin: { contents: modules.map((name) => `export * from '${name}';`).join('\n'), resolveDir: root },
    plugins: [...shared.plugins, atFirstUse({ self: file, files: apartInWorker, loads: loadsInWorker })],
    outfile: path.join(dist, 'server/browser', file),
  })),
  ...Object.entries({
    'cli/main': 'server/src/cli/main.ts',
    'cli/worker': 'server/src/cli/check/worker.ts',
    ...Object.fromEntries(Object.values(apartInCli)),
  }).map(([file, module]) => ({
    ...onNode,
    entryPoints: { [file]: module },
    external: Object.keys(apartInCli),
    banner: file === 'cli/main' ? { js: '#!/usr/bin/env node' } : {},
    outdir: dist,
  })),
];

rmSync(dist, { recursive: true, force: true });
await compileShippedGlossary();
// The command line explains checks with their pages, and findings in an editor link to them.
cpSync(path.join(root, 'docs/checks'), path.join(dist, 'checks'), { recursive: true });
if (isWatching) {
  const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(bundles.map((options) => esbuild.build(options)));
}

/**
 * Load a file beside those of the server.
 * @param {string} file
 */
function loadsOnNode(file) {
  return `require('${file}')`;
}

/**
 * Load a file in a worker once, which waits for it: the client has told where they lie. What a script declares belongs to the
 * whole worker.
 * @param {string} file
 */
function loadsInWorker(file) {
  const script = `self.glossaryLensFolder + '/server/browser/${file.slice(2)}'`;
  return `((self.glossaryLensParts ??= {})['${file}'] ??= (importScripts(${script}), self.${PART}))`;
}

/**
 * Load what is in files apart, and some parts of Node, when something of them is first used and not when it is imported.
 * @param {object} options
 * @param {string} [options.self] the file that the bundle becomes, where it is one of those apart
 * @param {Readonly<Record<string, readonly string[]>>} options.files the modules in each file apart
 * @param {(file: string) => string} options.loads write what loads a file
 */
function atFirstUse({ self, files: modulesOfFiles, loads }) {
  const namespace = 'at-first-use';
  return {
    name: namespace,
    /** @param {esbuild.PluginBuild} build */
    setup(build) {
      const isResolving = Symbol('is resolving');
      /** @type {Promise<ReadonlyMap<string, string>>} */
      let files;

      /** Find the file that each module apart is in. */
      async function locate() {
        const located = new Map();
        for (const [file, modules] of Object.entries(modulesOfFiles)) {
          for (const name of modules) {
            const options = { kind: 'import-statement', resolveDir: root, pluginData: isResolving };
            located.set((await build.resolve(name, options)).path, file);
          }
        }
        return located;
      }

      build.onResolve({ filter: /./ }, async ({ path: name, pluginData, ...options }) => {
        if (options.namespace === namespace) return { path: name, external: true };
        if (pluginData === isResolving || options.kind === 'entry-point') return undefined;
        const part = name.replace(/^node:/, '');
        if (partsOfNode.includes(part))
          return { path: part, namespace, pluginData: { file: part, names: namesIn(part) } };
        files ??= locate();
        const resolved = await build.resolve(name, { ...options, pluginData: isResolving });
        const file = (await files).get(resolved.path);
        if (file === undefined || file === self) return undefined;
        return {
          path: `${resolved.path} at first use`,
          namespace,
          pluginData: { file: `./${file}`, names: await exportsOf(resolved.path) },
        };
      });
      build.onLoad({ filter: /./, namespace }, ({ pluginData: { file, names } }) => {
        const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
        return {
          contents: `let loaded;\nconst load = () => (loaded ??= ${loads(file)});\nmodule.exports = { ${getters.join(', ')} };`,
        };
      });
    },
  };
}

function namesIn(partOfNode) {
  return Object.keys(createRequire(import.meta.url)(partOfNode));
}

async function exportsOf(file) {
  const options = {
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    format: 'esm',
    metafile: true,
    write: false,
  };
  const { metafile } = await esbuild.build({ ...options, outdir: dist, logLevel: 'error' });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** Read glossary/*.yaml with the product's own reader and write dist/glossary.pack; a problem in it fails the build. */
async function compileShippedGlossary() {
  const formats = path.join(dist, 'build', 'formats.cjs');
  const contents = `export { nativeFormat } from './native'; export { writePack } from './pack';
    export { indexParts } from '../terminology/vocabulary';`;
  const resolveDir = path.join(root, 'server/src/formats');
  await esbuild.build({
    ...onNode,
    sourcemap: false,
    plugins: [],
    stdin: { contents, resolveDir, loader: 'ts' },
    outfile: formats,
  });
  const { nativeFormat, writePack, indexParts } = (await import(pathToFileURL(formats).href)).default;
  const folder = path.join(root, 'glossary');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const glossaries = files.map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const { glossary, problems } = nativeFormat.read({ uri: `glossary/${name}`, text, defaultName: 'Glossary Lens' });
    const [problem] = problems.filter(({ severity }) => severity !== 'information');
    if (glossary === undefined || problem !== undefined) throw new Error(`glossary/${name}: ${problem?.message}`);
    return glossary;
  });
  writeFileSync(
    path.join(dist, 'glossary.pack'),
    writePack(glossaries, { pathOf: (uri) => `../${uri}`, encode: (text) => Buffer.from(text), indexOf: indexParts }),
  );
  rmSync(path.join(dist, 'build'), { recursive: true });
}

/**
 * Print what VS Code's background task listens for: where a build begins, its errors, and where it ends. All bundles share
 * this plugin: a debugger that waits for the end must find every one of them.
 */
function problemMatcherMessages() {
  let unfinished = 0;
  return {
    name: 'problem-matcher-messages',
    /** @param {esbuild.PluginBuild} build */
    setup(build) {
      // The first build of each bundle counts from here on, as some would else be done before others begin.
      if (unfinished++ === 0) console.log('[watch] build started');
      let isFirst = true;
      build.onStart(() => {
        if (!isFirst && unfinished++ === 0) console.log('[watch] build started');
        isFirst = false;
      });
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        if (--unfinished === 0) console.log('[watch] build finished');
      });
    },
  };
}
