/**
 * The server against its floor, an echo server on the same library: start, first hover, later hovers and memory. Servers
 * start one after the other, in turns; then each hover is asked of one and of the other, so that both meet the same noise.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { startServer } from './client.mjs';
import { hoverPositions, makeDocument, makeGlossary } from './documents.mjs';
import { median, medianRatio, printTable, quantile, withUnit } from './figures.mjs';

const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'out/bench');
const echo = path.join(out, 'echo.js');
const commands = [
  [echo, '--stdio'],
  [path.join(root, 'dist/server/node.js'), '--stdio'],
];
const rounds = Number(process.env.ROUNDS ?? 9);
const hoversPerRound = 400;
/** The first hovers of a run warm the engine up and are left out. */
const warmUp = 50;

/** Measure and print. */
export async function run() {
  await buildEchoServer();
  const glossary = makeGlossary(10_000);
  const file = path.join(out, 'terms.glossary.json');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, glossary.text);
  const rows = [
    ...(await rowsOf('5 kB', makeDocument(5_000))),
    ...(await rowsOf('1 MB', makeDocument(1_000_000))),
    ...(await rowsOf('1 MB, 10,000 terms', makeDocument(1_000_000, glossary.terms), { glossaries: [file] })),
  ];
  console.log(`\n${rounds} rounds, ${hoversPerRound} hovers each`);
  printTable(['what', 'echo server', 'Glossary Lens', 'difference', 'ratio'], rows);
}

async function rowsOf(title, document, settings) {
  const positions = hoverPositions(document, hoversPerRound + warmUp + 1);
  const samples = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, sample] of (await runRound(document, settings, positions, round)).entries()) {
      samples[index].push(sample);
    }
  }
  const row = (what, unit, figure) => {
    const [floor, own] = samples.map((list) => list.map(figure));
    const difference = median(own.map((value, index) => value - floor[index]));
    return [
      `${title}: ${what}`,
      withUnit(median(floor), unit),
      withUnit(median(own), unit),
      `${difference < 0 ? '−' : '+'}${withUnit(Math.abs(difference), unit)}`,
      medianRatio(own, floor).toFixed(2),
    ];
  };
  return [
    row('start to `initialize`', 'ms', ({ initialize }) => initialize),
    row('start to the first hover', 'ms', ({ firstHover }) => firstHover),
    row('hover, median', 'ms', ({ hovers }) => quantile(hovers, 0.5)),
    row('hover, 99th percentile', 'ms', ({ hovers }) => quantile(hovers, 0.99)),
    row('resident memory', 'MB', ({ residentMegabytes }) => residentMegabytes),
  ];
}

/** Start each server and hover in turns; who comes first changes with the round. */
async function runRound(document, settings, [first, ...positions], round) {
  const servers = [];
  for (const index of inTurn(round)) {
    servers[index] = await startServer(commands[index], { document, settings, position: first });
  }
  const hovers = commands.map(() => []);
  for (const [turn, position] of positions.entries()) {
    for (const index of inTurn(turn)) hovers[index].push(await servers[index].hover(position));
  }
  const samples = servers.map(({ initialize, firstHover, residentMegabytes }, index) => ({
    initialize,
    firstHover,
    hovers: hovers[index].slice(warmUp),
    residentMegabytes: residentMegabytes(),
  }));
  for (const server of servers) await server.stop();
  return samples;
}

function inTurn(turn) {
  const indexes = [...commands.keys()];
  return turn % 2 === 0 ? indexes : indexes.reverse();
}

async function buildEchoServer() {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'echoServer.ts')],
    bundle: true,
    platform: 'node',
    minify: true,
    outfile: echo,
  });
}
