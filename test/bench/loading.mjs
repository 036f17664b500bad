/**
 * Measure how fast a glossary of 10,000 concepts in YAML is read, against the YAML parser alone with the options that we use,
 * in turns in one process, in processor time; and of 20,000 and 40,000, whether the time grows with the length alone. Prints
 * tables in Markdown.
 */
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundle } from './bundle.mjs';
import { median, medianRatio, printTable, withUnit } from './figures.mjs';

/** How often each size is read; the larger ones only say whether the time grows with the length alone. */
const rounds = new Map([
  [10_000, Number(process.env.ROUNDS ?? 7)],
  [20_000, 2],
  [40_000, 2],
]);
/** Rounds of the first size in which the engine warms up are left out. */
const warmUp = 2;
setFlagsFromString('--expose-gc');
/** What one side leaves behind is not collected in the time of the other. */
const collect = runInNewContext('gc');
/** As formats/records/yamlText.ts has them. */
const options = {
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  keepSourceTokens: false,
};

/** Print the table. */
export async function run() {
  const file = await bundle(
    'loading',
    `export { nativeFormat } from './server/src/formats/native';
     export { parseDocument } from 'yaml';`,
  );
  const { default: core } = await import(pathToFileURL(file).href);
  const rows = [];
  let first;
  for (const [size, count] of rounds) {
    const text = glossaryOf(size);
    const { floor, ours } = measure(core, text, size, first === undefined ? -warmUp : 0, count);
    first ??= median(ours) / size;
    rows.push([
      size.toLocaleString('en'),
      withUnit(text.length / 1e6, 'MB', 1),
      withUnit(median(floor), 'ms', 0),
      withUnit(median(ours), 'ms', 0),
      medianRatio(floor, ours).toFixed(3),
      (median(ours) / size / first).toFixed(2),
    ]);
  }
  printTable(
    ['concepts', 'text', 'YAML parser alone', 'our reader', 'parser / reader', 'time a concept, against 10,000'],
    rows,
  );
}

function measure({ nativeFormat, parseDocument }, text, size, firstRound, rounds) {
  const samples = { floor: [], ours: [] };
  for (let round = firstRound; round < rounds; round++) {
    const source = { uri: `file:///${round}.yaml`, text, defaultName: 'bench' };
    collect();
    const [errors, floor] = timed(() => parseDocument(text, options).errors);
    collect();
    const [read, ours] = timed(() => {
      const { glossary, problems } = nativeFormat.read(source);
      return { size: glossary?.size, problem: problems[0]?.message };
    });
    if (errors.length > 0 || read.problem !== undefined || read.size !== size) {
      throw new Error(`The glossary is not read: ${errors[0] ?? read.problem}`);
    }
    if (round < 0) continue;
    samples.floor.push(floor);
    samples.ours.push(ours);
  }
  return samples;
}

/** Milliseconds of processor time, in which others on the machine do not count; of what was read nothing is held. */
function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

/** A glossary of ordinary concepts: all have a definition, most something more. */
function glossaryOf(size) {
  const lines = ['name: Bench', 'language: en', 'concepts:'];
  for (let number = 0; number < size; number++) {
    lines.push(
      `  - term: ${WORDS[number % 7]} update ${number}`,
      `    definition: A ${WORDS[(number + 3) % 7]} release that replaces the running copies of program ${number} one by one.`,
    );
    if (number % 2 === 0) lines.push(`    abbreviations: [RU${number}]`);
    if (number % 3 === 0) lines.push(`    avoid:`, `      - { term: gradual change ${number}, reason: too vague }`);
    if (number % 3 === 1) lines.push(`    category: ${WORDS[number % 5]}`, `    also: [other update ${number}]`);
    if (number % 4 === 0) {
      lines.push(
        '    description: |',
        '      One paragraph, in **Markdown**.',
        '',
        '      And another one, which is a bit longer.',
      );
    }
    if (number % 5 === 0 && number > 0) lines.push(`    related: [${WORDS[(number - 1) % 7]} update ${number - 1}]`);
    if (number % 10 === 0) lines.push('    links:', `      - { title: Page, url: "https://example.org/${number}" }`);
  }
  return `${lines.join('\n')}\n`;
}

const WORDS = ['rolling', 'gradual', 'blue', 'green', 'sudden', 'careful', 'staged'];

if (process.argv[1] === import.meta.filename) await run();
