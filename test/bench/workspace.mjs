/**
 * Regions and occurrences in all documents of a workspace, in one process, against `find … | xargs cat`, which does nothing but
 * read them; in turns. All of a process counts: its start, listing folders, reading files.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { hasCorpora, listDocuments, realGlossary } from './corpora.mjs';
import { median, medianRatio, printTable, withUnit } from './figures.mjs';

const workspace = path.join(os.tmpdir(), 'glossary-lens-workspace');
const out = path.join(import.meta.dirname, '../../out/bench');
const pairs = Number(process.env.PAIRS ?? 5);
/** In the proportion of Kubernetes, OpenTelemetry and Helm's charts: see docs/performance.md. */
const counts = { '.md': 5200, '.yaml': 6800 };

/**
 * Megabytes. A heap begins with room for new objects that a scan never needs: what it makes of one document is of no use for
 * the next.
 */
const smallHeap = ['--max-semi-space-size=2', '--initial-heap-size=8'];

/** Measure and print. */
export async function run() {
  if (!hasCorpora) {
    console.log('\nNo workspace was read: ../shared/corpora is not there.');
    return;
  }
  const megabytes = makeWorkspace() / 1e6;
  const glossary = await packGlossary();
  const program = await bundle('workspace', `import './test/bench/workspaceProgram';`);
  const samples = { cat: [], own: [] };
  let told;
  for (let pair = 0; pair <= pairs; pair++) {
    const cat = time('sh', ['-c', 'find "$0" -type f -print0 | xargs -0 cat | wc -c', workspace]);
    const own = time(process.execPath, [...smallHeap, program, workspace, glossary]);
    told = JSON.parse(own.output);
    // The first pair brings the files into memory.
    if (pair === 0) continue;
    samples.cat.push(cat.seconds);
    samples.own.push(own.seconds);
  }
  const { files, occurrences, peakBytes } = told;
  console.log(`\n${files} documents, ${megabytes.toFixed(1)} MB, ${occurrences} occurrences, ${pairs} pairs`);
  printTable(
    ['what', 'find … \\| xargs cat', 'Glossary Lens', 'ratio'],
    [
      [
        'wall time',
        withUnit(median(samples.cat), 's'),
        withUnit(median(samples.own), 's'),
        medianRatio(samples.own, samples.cat).toFixed(2),
      ],
      ['peak resident memory', '', withUnit(peakBytes / 2 ** 20, 'MiB', 0), ''],
    ],
  );
}

function time(command, args) {
  const start = performance.now();
  const { stdout, status, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
  return { seconds, output: stdout };
}

/** Copy the documents of the corpora, again and again, until there are enough; once. Gives their size in bytes. */
function makeWorkspace() {
  const documents = Object.entries(counts).flatMap(([extension, count]) => {
    const files = listDocuments([''], [extension]);
    return Array.from({ length: count }, (_, number) => {
      const copy = Math.floor(number / files.length);
      const file = files[number % files.length];
      const [, name] = file.split('/corpora/documents/');
      return { file, target: path.join(workspace, `copy-${copy}`, name) };
    });
  });
  const complete = `${workspace}.complete`;
  if (!existsSync(complete)) {
    rmSync(workspace, { recursive: true, force: true });
    for (const { file, target } of documents) {
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(file, target);
    }
    writeFileSync(complete, '');
  }
  return documents.reduce((bytes, { file }) => bytes + statSync(file).size, 0);
}

/** Write the glossaries of Kubernetes and the CNCF as the build writes the shipped one. */
async function packGlossary() {
  const formats = await bundle(
    'formats',
    `export { nativeFormat } from './server/src/formats/native';
     export { writePack } from './server/src/formats/pack';
     export { indexParts } from './server/src/terminology/vocabulary';`,
  );
  const { nativeFormat, writePack, indexParts } = (await import(pathToFileURL(formats).href)).default;
  const { glossary } = nativeFormat.read({ uri: 'terms.glossary.json', text: realGlossary(), defaultName: 'Terms' });
  const file = path.join(out, 'workspace.pack');
  writeFileSync(
    file,
    writePack([glossary], { pathOf: (uri) => uri, encode: (text) => Buffer.from(text), indexOf: indexParts }),
  );
  return file;
}

if (process.argv[1] === import.meta.filename) await run();
