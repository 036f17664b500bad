/**
 * `glossary-lens check` over real documents, cold and with a warm cache, against cspell over the same files and textlint with its
 * rule of terminology over the Markdown among them; in turns. All of a process counts: its start, the files, the report.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { corporaDocuments, hasCorpora, listDocuments, realGlossary } from './corpora.mjs';
import { median, medianRatio, printTable, withUnit } from './figures.mjs';

const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'out/bench');
const glossary = path.join(out, 'check.glossary.json');
const cache = path.join(out, 'check.cache.json');
const rounds = Number(process.env.ROUNDS ?? 5);
/** Milliseconds between two looks at the memory of a process. */
const LOOK_INTERVAL = 20;

const check = [path.join(root, 'dist/cli/main.js'), 'check', '--glossary', glossary];
const cached = [...check, '--cache', '--cache-location', cache];
const commands = {
  cold: check,
  keeping: cached,
  warm: cached,
  cspell: [binOf('cspell', 'cspell-esm'), 'lint', '--no-progress', '--no-gitignore', '**/*.{md,yaml,yml}'],
  // It looks for its rules where it is started.
  textlint: [binOf('textlint', 'textlint'), '--no-textlintrc', '--rule', 'terminology', textlintFiles()],
};

/** All of the Markdown but for what is malformed on purpose: textlint does not come to an end there. */
function textlintFiles() {
  const folders = hasCorpora ? readdirSync(corporaDocuments).filter((name) => name !== 'malformed-own') : [];
  return `${corporaDocuments}/{${folders.join(',')}}/**/*.md`;
}

/** Measure and print. */
export async function run() {
  if (!hasCorpora) {
    console.log('\nNo files were checked: ../shared/corpora is not there.');
    return;
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(glossary, realGlossary());
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    rmSync(cache, { force: true });
    for (const [name, command] of Object.entries(commands)) {
      // The first round brings the files into memory; the others need no cspell and no textlint for that.
      const sample =
        round === 0 && name in peers
          ? undefined
          : await measure(command, name === 'textlint' ? root : corporaDocuments);
      if (round > 0) samples[name].push(sample);
    }
  }
  const files = listDocuments([''], ['.md', '.yaml', '.yml']);
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  console.log(`\n${files.length} documents, ${(bytes / 1e6).toFixed(1)} MB, ${rounds} rounds`);
  const seconds = (name) => samples[name].map((sample) => sample.seconds);
  const row = (what, name) => [
    what,
    withUnit(median(seconds(name)), 's'),
    medianRatio(seconds(name), seconds('cold')).toFixed(2),
    withUnit(median(samples[name].map((sample) => sample.peakMegabytes)), 'MB', 0),
  ];
  printTable(
    ['what', 'wall time', 'against ours', 'peak resident memory'],
    [
      row('Glossary Lens', 'cold'),
      row('Glossary Lens, filling a cache', 'keeping'),
      row('Glossary Lens, from a cache', 'warm'),
      row('cspell, the same files', 'cspell'),
      row('textlint-rule-terminology, the Markdown among them', 'textlint'),
    ],
  );
}

const peers = { cspell: true, textlint: true };

/** Run Node in a folder; what it finds and says is of no interest, but that it comes to an end is. */
function measure(command, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, command, { cwd, stdio: 'ignore' });
    let peakMegabytes = 0;
    const look = setInterval(() => {
      peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid));
    }, LOOK_INTERVAL);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      // 1 is for findings, 2 for the documents that are no UTF-8, which are there on purpose.
      if (code === null || code > 2) reject(new Error(`${command.join(' ')} ended with ${code}`));
      else resolve({ seconds, peakMegabytes });
    });
  });
}

/** The most memory that a process has had, in megabytes, where the system keeps count of it. */
function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

function binOf(name, command) {
  const require = createRequire(import.meta.url);
  const file = path.join(root, 'node_modules', name, 'package.json');
  const { bin } = require(file);
  return path.join(path.dirname(file), typeof bin === 'string' ? bin : bin[command]);
}
