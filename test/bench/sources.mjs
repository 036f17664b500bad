/**
 * Glossaries that a glob finds: 200 of them among the 20,000 files of a workspace. How long hovers wait while they are looked
 * for and read, how long that takes, and what an edit in one of them costs, over the protocol.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { median, printTable, quantile, withUnit } from './figures.mjs';

const root = path.join(import.meta.dirname, '../..');
const workspace = path.join(os.tmpdir(), 'glossary-lens-sources');
/** With the glossary beside the document alone: what a hover costs there is the floor. */
const bareWorkspace = path.join(os.tmpdir(), 'glossary-lens-sources-bare');
const server = path.join(root, 'dist/server/node.js');
const rounds = Number(process.env.ROUNDS ?? 5);
const files = 20_000;
const glossaries = 200;
const conceptsOfEach = 50;
/** Milliseconds from one hover to the next, as a pointer moves. */
const pause = 5;
/** A hover that waits so much longer than its floor, in milliseconds, is one too many. */
const longestWait = 50;
/** Hovers that a floor is taken of. */
const floorHovers = 100;

/** Measure and print. */
export async function run() {
  makeWorkspace();
  const samples = [];
  const floors = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await measureFloor());
    samples.push(await measure(round));
  }
  const waits = samples.flatMap((sample) => sample.waits);
  const bareWaits = floors.flatMap((floor) => floor.waits);
  const works = samples.flatMap((sample) => sample.works);
  const bareWorks = floors.flatMap((floor) => floor.works);
  const worst = Math.max(...waits);
  const first = samples.map((sample) => sample.first);
  const bareFirst = floors.map((floor) => floor.first);
  const pair = (what, ours, floor) => [
    what,
    withUnit(ours, 'ms'),
    withUnit(floor, 'ms'),
    withUnit(ours - floor, 'ms'),
    (ours / floor).toFixed(2),
  ];
  console.log(`\n${glossaries} glossaries of ${conceptsOfEach} concepts among ${files} files, ${rounds} rounds`);
  printTable(
    ['what', 'time', 'the one beside the document alone', 'difference', 'ratio'],
    [
      pair('first hover, a glossary beside the document', median(first), median(bareFirst)),
      pair('hovers while the others are found and read, median', median(waits), median(bareWaits)),
      pair('the same, 95th percentile', quantile(waits, 0.95), quantile(bareWaits, 0.95)),
      pair('the same, the longest', worst, Math.max(...bareWaits)),
      pair('processor time of the server meanwhile, median', median(works), median(bareWorks)),
      pair('the same, 95th percentile', quantile(works, 0.95), quantile(bareWorks, 0.95)),
      pair('the same, the most', Math.max(...works), Math.max(...bareWorks)),
    ],
  );
  printTable(
    ['what', 'time'],
    [
      ['all glossaries found and read', withUnit(median(samples.map(({ loaded }) => loaded)), 'ms')],
      ['an edit in one of them, to the card that has it', withUnit(median(samples.map(({ edit }) => edit)), 'ms')],
      ['files read again for the edit', String(Math.max(...samples.map(({ readAgain }) => readAgain)))],
    ],
  );
  const late = waits.filter((wait) => wait - median(bareWaits) > longestWait).length;
  console.log(`\n${late} of ${waits.length} hovers waited more than ${longestWait} ms longer than their floor.`);
}

/** How long hovers take where there is one glossary, beside the document. */
async function measureFloor() {
  const server = await startIn(bareWorkspace);
  const first = (await server.hover(0, 3)).milliseconds;
  const waits = [];
  const works = [];
  for (let hover = 0; hover < floorHovers; hover++) {
    const { milliseconds, worked } = await server.hover(1, 1);
    waits.push(milliseconds);
    works.push(worked);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await server.stop();
  return { first, waits, works };
}

async function measure(round) {
  const { hover, connection, stop, readings } = await startIn(workspace);
  const started = performance.now();
  const first = (await hover(0, 3)).milliseconds;
  const waits = [];
  const works = [];
  for (;;) {
    const { milliseconds, worked, answer } = await hover(1, 1);
    waits.push(milliseconds);
    works.push(worked);
    if (answer !== null) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const loaded = performance.now() - started;
  const before = readings();
  const edited = fileOf(round % glossaries);
  writeFileSync(edited, `${glossaryText(round % glossaries)}  - term: freshly written\n    definition: New.\n`);
  const writtenAt = performance.now();
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(edited).href, type: 2 }],
  });
  while ((await hover(2, 1)).answer === null) await new Promise((resolve) => setTimeout(resolve, pause));
  const edit = performance.now() - writtenAt;
  const readAgain = readings() - before;
  writeFileSync(edited, glossaryText(round % glossaries));
  await stop();
  return { first, waits, works, loaded, edit, readAgain };
}

/** Start a server in a workspace, up to its answer to `initialize`, with a page open. */
async function startIn(folder) {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let readings = 0;
  connection.onNotification('window/logMessage', ({ message }) => {
    if (/ concepts, \d+ problems/.test(message)) readings++;
  });
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { glossaryLens: { shippedGlossary: false } },
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(path.join(folder, 'docs', 'page.md')).href;
  const text = `A near term.\n${termOf(glossaries - 1, 0)}\nfreshly written\n`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });

  async function hover(line, character) {
    const asked = performance.now();
    const workedBefore = processorTime(child.pid);
    const answer = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
    const worked = processorTime(child.pid) - workedBefore;
    return { milliseconds: performance.now() - asked, worked, answer };
  }

  async function stop() {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await new Promise((resolve) => child.once('exit', resolve));
    connection.dispose();
  }

  return { hover, connection, stop, readings: () => readings };
}

/** What the main thread of a process has used, in milliseconds: on a machine with other work it says more. Linux tells alone. */
function processorTime(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Make the workspace once: folders of 50 files each, a glossary in some of them. */
function makeWorkspace() {
  const complete = `${workspace}.made`;
  if (existsSync(complete)) return;
  rmSync(workspace, { recursive: true, force: true });
  for (let number = 0; number < files - glossaries; number++) {
    const folder = path.join(workspace, `area-${number % 20}`, `part-${Math.floor(number / 20) % 20}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `page-${number}.md`), `# Page ${number}\n`);
  }
  for (let number = 0; number < glossaries; number++) writeFileSync(fileOf(number), glossaryText(number));
  for (const folder of [workspace, bareWorkspace]) {
    mkdirSync(path.join(folder, 'docs'), { recursive: true });
    writeFileSync(
      path.join(folder, 'docs', 'glossary.yaml'),
      'concepts:\n  - term: near term\n    definition: Is beside the document.\n',
    );
  }
  writeFileSync(
    path.join(workspace, 'glossary-lens.yaml'),
    'glossaries: ["area-*/**/*.terms.yaml", "**/none/*.yaml"]\n',
  );
  writeFileSync(complete, '');
}

function fileOf(number) {
  return path.join(workspace, `area-${number % 20}`, `part-${Math.floor(number / 20)}`, `team-${number}.terms.yaml`);
}

function glossaryText(number) {
  const concepts = Array.from(
    { length: conceptsOfEach },
    (_, concept) => `  - term: ${termOf(number, concept)}\n    definition: Is number ${concept} of team ${number}.\n`,
  );
  return `name: Team ${number}\nconcepts:\n${concepts.join('')}`;
}

function termOf(number, concept) {
  return `widget${number}x${concept}`;
}

if (process.argv[1] === import.meta.filename) await run();
