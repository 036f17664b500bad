/**
 * Measure the server against its floor, an echo server on the same library, in turns in one run: `npm run bench`.
 * Prints tables in Markdown; docs/performance.md keeps them. Ratios can be compared between machines, milliseconds cannot.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { measure } from './client.mjs';
import { hoverPositions, makeDocument } from './documents.mjs';

const root = path.join(import.meta.dirname, '../..');
const rounds = Number(process.env.ROUNDS ?? 9);
const hoversPerRound = 400;
/** The first hovers of a run warm the engine up and are left out. */
const warmUp = 50;

const echo = path.join(root, 'out/bench/echo.js');
await build({
  entryPoints: [path.join(import.meta.dirname, 'echoServer.ts')],
  bundle: true,
  platform: 'node',
  minify: true,
  outfile: echo,
});
const servers = [
  { name: 'echo', command: [echo, '--stdio'] },
  { name: 'ours', command: [path.join(root, 'dist/server/node.js'), '--stdio'] },
];

console.log(`Node ${process.version}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores; ${rounds} rounds\n`);
console.log('| what | echo server | Glossary Lens | ratio |\n| --- | --- | --- | --- |');
for (const [title, length] of [
  ['5 kB', 5_000],
  ['1 MB', 1_000_000],
]) {
  const document = makeDocument(length);
  const positions = hoverPositions(document, hoversPerRound + warmUp);
  const samples = { echo: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    for (const { name, command } of servers) samples[name].push(await measure({ command, document, positions }));
  }
  const row = (what, unit, figure) => {
    const [floor, own] = servers.map(({ name }) => samples[name].map(figure));
    const ratios = own.map((value, index) => value / floor[index]);
    const cells = [floor, own].map((values) => `${median(values).toFixed(2)} ${unit}`);
    console.log(`| ${title}: ${what} | ${cells.join(' | ')} | ${median(ratios).toFixed(2)} |`);
  };
  row('start to `initialize`', 'ms', ({ initialize }) => initialize);
  row('start to the first hover', 'ms', ({ firstHover }) => firstHover);
  row('hover, median', 'ms', ({ hovers }) => quantile(hovers.slice(warmUp), 0.5));
  row('hover, 99th percentile', 'ms', ({ hovers }) => quantile(hovers.slice(warmUp), 0.99));
  row('resident memory', 'MB', ({ residentMegabytes }) => residentMegabytes);
}

console.log('\n| file | bytes |\n| --- | --- |');
for (const name of [
  'client/node.js',
  'client/languageClient.js',
  'client/browser.js',
  'server/node.js',
  'server/browser.js',
  'glossary.json',
]) {
  console.log(`| dist/${name} | ${statSync(path.join(root, 'dist', name)).size} |`);
}
for (const name of readdirSync(root).filter((file) => file.endsWith('.vsix'))) {
  if (existsSync(path.join(root, name))) console.log(`| ${name} | ${statSync(path.join(root, name)).size} |`);
}

function median(values) {
  return quantile(values, 0.5);
}

function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
