/**
 * Measure finding terms alone, in turns in one run: a bare loop over the text, our search, one generated regular expression and
 * matchers from the registry, for real terms and for large lists. Prints tables in Markdown; ratios can be compared between machines.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const corpora = process.env.CORPORA ?? path.join(root, '../shared/corpora');
const rounds = Number(process.env.ROUNDS ?? 9);
/** Each figure is the sum over so many parts of the text, so that one disturbance of the machine spoils one part. */
const PARTS = 12;
/** The matchers from the registry read this share of the text. */
const SLICE = 1 / 8;

/** Print the tables. */
export async function run() {
  const parts = readParts();
  if (parts === undefined) {
    console.log(`The texts to measure with are not at ${corpora}.`);
    return;
  }
  const { indexOf, searchOf, unitsOf } = await bundle();
  const characters = parts.reduce((sum, { length }) => sum + length, 0);
  console.log(`${(characters / 1e6).toFixed(1)} million characters, ${rounds} rounds\n`);
  console.log(
    '| terms | matches | bare loop | our search | TypeScript alone | our ratio | its ratio | one regexp | its ratio |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const count of [0, 10_000, 100_000, 1_000_000]) {
    const names = termsOf(parts, count);
    const index = indexOf(names);
    const search = searchOf(index);
    const plain = searchOf(index, Number.POSITIVE_INFINITY);
    const regexp = count === 0 ? regexpOf(names) : undefined;
    const figures = measure(parts, {
      bare: bareLoop,
      ours: (text) => search(unitsOf(text), text.length),
      plain: (text) => plain(unitsOf(text), text.length),
      ...(regexp && { regexp: (text) => countMatches(regexp, text) }),
    });
    const { bare, ours, plain: typescript, regexp: expression } = figures;
    const cells = [
      names.length,
      ours.result,
      milliseconds(bare),
      milliseconds(ours),
      milliseconds(typescript),
      ratio(bare, ours),
      ratio(bare, typescript),
      expression ? milliseconds(expression) : '–',
      expression ? ratio(bare, expression) : '–',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }

  console.log('\n| 10,000 terms, matcher | against our search | against the bare loop |\n| --- | --- | --- |');
  const names = termsOf(parts, 10_000);
  const index = indexOf(names);
  const search = searchOf(index);
  // As where a nearer glossary replaces every tenth concept.
  const hidden = Uint8Array.from(names, (_, term) => (term % 10 === 0 ? 1 : 0));
  const searchWithHidden = searchOf(index, undefined, hidden);
  const slices = parts.map((text) => flat(text.slice(0, Math.floor(text.length * SLICE))));
  const figures = measure(slices, {
    'bare loop': bareLoop,
    'Glossary Lens': (text) => search(unitsOf(text), text.length),
    'Glossary Lens, a tenth hidden': (text) => searchWithHidden(unitsOf(text), text.length),
    ...(await matchersOf(names)),
  });
  for (const [name, figure] of Object.entries(figures)) {
    console.log(`| ${name} | ${ratio(figures['Glossary Lens'], figure)} | ${ratio(figures['bare loop'], figure)} |`);
  }

  console.log('\n| terms | build | bytes a term | peak memory of the process |\n| --- | --- | --- | --- |');
  for (const count of [10_000, 1_000_000]) {
    const child = [fileURLToPath(import.meta.url), 'build', String(count)];
    console.log(execFileSync(process.execPath, ['--expose-gc', ...child], { encoding: 'utf8' }).trim());
  }
}

/** In a process of its own: build the index of a list and tell what it costs. The list itself is not counted. */
async function measureBuild(count) {
  const { indexOf, searchOf, unitsOf } = await bundle();
  const parts = readParts() ?? [];
  const names = termsOf(parts, count);
  const small = names.slice(0, 2000);
  for (let round = 0; round < 5; round++) indexOf(small);
  globalThis.gc();
  const before = process.memoryUsage();
  const start = performance.now();
  const index = indexOf(names);
  const time = performance.now() - start;
  globalThis.gc();
  const after = process.memoryUsage();
  searchOf(index)(unitsOf(parts[0] ?? ''), parts[0]?.length ?? 0);
  globalThis.gc();
  const searched = process.memoryUsage();
  const bytes = (usage) => usage.heapUsed + usage.external - before.heapUsed - before.external;
  const each = [after, searched].map((usage) => (bytes(usage) / names.length).toFixed(1));
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const cells = [names.length, `${time.toFixed(0)} ms`, `${each[0]}, and ${each[1]} once searched`, `${peak} MiB`];
  console.log(`| ${cells.join(' | ')} |`);
}

async function bundle() {
  const outfile = path.join(root, 'out/bench/matcher.cjs');
  await build({
    stdin: {
      contents: `
        export { TermIndex } from './termIndex';
        export { Numbers, TermSearch } from './termSearch';
        export { listedForms } from './inflection';`,
      resolveDir: path.join(root, 'server/src/terminology'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    minify: true,
    outfile,
  });
  const { TermIndex, TermSearch, Numbers, listedForms } = (await import(pathToFileURL(outfile).href)).default;
  const isExact = (text) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  const units = new Uint16Array(1 << 20);
  const bytes = Buffer.from(units.buffer);
  return {
    indexOf(names) {
      const index = new TermIndex((term) => names[term], names.length);
      for (let term = names.length - 1; term >= 0; term--) {
        index.add(term, { isExact: isExact(names[term]), bends: true, listed: listedForms(names[term]) });
      }
      return index;
    },
    searchOf(index, scannedFrom, hidden) {
      const search = new TermSearch([index], scannedFrom, [hidden]);
      const matches = new Numbers();
      return (text, length) => {
        matches.length = 0;
        search.find(text, 0, length, matches);
        let count = 0;
        for (let cell = 0; cell < matches.length; cell += 3 + 2 * matches.cells[cell + 2]) count++;
        return count;
      };
    },
    unitsOf(text) {
      bytes.ucs2Write(text, 0);
      return units;
    },
  };
}

/** The pages in English, one after the other, in parts: strings of two bytes a character, as editors send most. */
function readParts() {
  const folder = path.join(corpora, 'documents/k8s-en');
  if (!existsSync(folder)) return undefined;
  const pages = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const text = pages.join('\n');
  const length = Math.ceil(text.length / PARTS);
  return Array.from({ length: PARTS }, (_, part) => flat(text.slice(part * length, (part + 1) * length)));
}

function flat(text) {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** The names in two real glossaries; then, up to `count`, runs of words of the texts and words put together at random. */
function termsOf(parts, count) {
  const glossary = readFileSync(path.join(corpora, 'groundtruth/k8s-en/glossary.jsonl'), 'utf8').trim().split('\n');
  const names = new Set(
    glossary
      .map((line) => JSON.parse(line))
      .flatMap(({ title, aka = [] }) => [title, ...aka.map((name) => name.name ?? name)]),
  );
  const folder = path.join(corpora, 'glossaries/cncf-hugo/content/en');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const title = /^title:\s*(.+)$/m
      .exec(readFileSync(path.join(folder, file), 'utf8'))?.[1]
      ?.replace(/["']/g, '')
      .trim();
    for (const name of title?.split(/\s*[()]\s*/) ?? []) if (name !== '' && name !== 'disambiguation') names.add(name);
  }
  if (count === 0) return [...names];
  const words = parts
    .join('\n')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word.length > 1);
  const distinct = [...new Set(words.map((word) => word.toLowerCase()))].sort();
  let seed = 1;
  function below(limit) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  }
  while (names.size < count) {
    const first = below(words.length);
    const length = 1 + below(4);
    if (length === 1) names.add(distinct[below(distinct.length)]);
    else if (below(2) === 0) names.add(words.slice(first, first + length).join(' '));
    else names.add(Array.from({ length: Math.min(length, 3) }, () => words[below(words.length)]).join(' '));
  }
  return [...names].map(flat);
}

function bareLoop(text) {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}

function regexpOf(names) {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return new RegExp(
    `\\b(?:${longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`,
    'gi',
  );
}

function countMatches(regexp, text) {
  regexp.lastIndex = 0;
  let count = 0;
  while (regexp.exec(text) !== null) count++;
  return count;
}

/** What a JavaScript program could use instead; none of them knows plurals, and only the first knows where words end. */
async function matchersOf(names) {
  const lower = [...new Set(names.map((name) => name.toLowerCase()))];
  const require = createRequire(import.meta.url);
  const { AhoCorasick } = await import('@monyone/aho-corasick');
  const { default: Modern } = await import('modern-ahocorasick');
  const Plain = require('ahocorasick');
  const monyone = new AhoCorasick(lower);
  const modern = new Modern(lower);
  const plain = new Plain(lower);
  return {
    'a Map of first words': tokenMap(lower),
    '@monyone/aho-corasick': (text) => monyone.matchInText(text.toLowerCase()).length,
    'modern-ahocorasick': (text) => modern.search(text.toLowerCase()).length,
    ahocorasick: (text) => plain.search(text.toLowerCase()).length,
  };
}

/** The longest term from each word on: terms by their first word, longest first. */
function tokenMap(names) {
  const byFirst = new Map();
  for (const name of names) {
    const words = name.match(/\w+/g) ?? [];
    const list = byFirst.get(words[0]) ?? [];
    list.push(words);
    byFirst.set(words[0], list);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.length - one.length);
  return (text) => {
    const words = text.toLowerCase().match(/\w+/g) ?? [];
    let count = 0;
    for (let at = 0; at < words.length; at++) {
      const found = byFirst.get(words[at])?.find((term) => term.every((word, offset) => words[at + offset] === word));
      if (found === undefined) continue;
      count++;
      at += found.length - 1;
    }
    return count;
  };
}

/** Run all in turns and give, for each, the median over the rounds of each part, in sum, and what it found. */
function measure(texts, subjects) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, texts.map(() => [])]));
  const results = {};
  for (let round = 0; round < rounds + 2; round++) {
    for (const [part, text] of texts.entries()) {
      for (const [name, subject] of Object.entries(subjects)) {
        const start = performance.now();
        const result = subject(text);
        const time = performance.now() - start;
        // Two rounds warm the engine up.
        if (round >= 2) times[name][part].push(time);
        if (round === 0) results[name] = (results[name] ?? 0) + result;
      }
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, parts]) => {
      return [name, { time: parts.reduce((sum, part) => sum + median(part), 0), result: results[name] }];
    }),
  );
}

function median(values) {
  return [...values].sort((one, other) => one - other)[values.length >> 1];
}

function milliseconds({ time }) {
  return `${time.toFixed(1)} ms`;
}

function ratio(floor, figure) {
  return (floor.time / figure.time).toFixed(3);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'build') await measureBuild(Number(process.argv[3]));
  else await run();
}
