/**
 * Glossaries that a glob finds: 200 of them among the 20,000 files of a workspace. How long hovers wait while they are looked
 * for and read, how long that takes, and what an edit in one of them costs, over the protocol.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { median, printTable, quantile, withUnit } from './figures.mjs';

const root = path.join(import.meta.dirname, '../..');
const workspace = path.join(os.tmpdir(), 'glossary-lens-sources');
const server = path.join(root, 'dist/server/node.js');
const rounds = Number(process.env.ROUNDS ?? 5);
const files = 20_000;
const glossaries = 200;
const conceptsOfEach = 50;
/** Milliseconds from one hover to the next, as a pointer moves. */
const pause = 5;
/** A hover that waits longer than this, in milliseconds, is one too many. */
const longestWait = 50;

/** Measure and print. */
export async function run() {
  makeWorkspace();
  const samples = [];
  for (let round = 0; round < rounds; round++) samples.push(await measure(round));
  const waits = samples.flatMap((sample) => sample.waits);
  const worst = Math.max(...waits);
  console.log(`\n${glossaries} glossaries of ${conceptsOfEach} concepts among ${files} files, ${rounds} rounds`);
  printTable(
    ['what', 'time'],
    [
      ['first hover, a glossary beside the document', withUnit(median(samples.map(({ first }) => first)), 'ms')],
      ['hovers while the others are found and read, median', withUnit(quantile(waits, 0.5), 'ms')],
      ['the same, the longest', withUnit(worst, 'ms')],
      ['all glossaries found and read', withUnit(median(samples.map(({ loaded }) => loaded)), 'ms')],
      ['an edit in one of them, to the card that has it', withUnit(median(samples.map(({ edit }) => edit)), 'ms')],
      ['files read again for the edit', String(Math.max(...samples.map(({ readAgain }) => readAgain)))],
    ],
  );
  if (worst > longestWait) console.log(`A hover waited longer than ${longestWait} ms.`);
}

async function measure(round) {
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
    rootUri: pathToFileURL(workspace).href,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { glossaryLens: { shippedGlossary: false } },
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(path.join(workspace, 'docs', 'page.md')).href;
  const text = `A near term.\n${termOf(glossaries - 1, 0)}\nfreshly written\n`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });

  async function hover(line, character) {
    const asked = performance.now();
    const answer = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
    return { milliseconds: performance.now() - asked, answer };
  }

  const started = performance.now();
  const first = (await hover(0, 3)).milliseconds;
  const waits = [];
  for (;;) {
    const { milliseconds, answer } = await hover(1, 1);
    waits.push(milliseconds);
    if (answer !== null) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const loaded = performance.now() - started;
  const before = readings;
  const edited = fileOf(round % glossaries);
  writeFileSync(edited, `${glossaryText(round % glossaries)}  - term: freshly written\n    definition: New.\n`);
  const writtenAt = performance.now();
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(edited).href, type: 2 }],
  });
  while ((await hover(2, 1)).answer === null) await new Promise((resolve) => setTimeout(resolve, pause));
  const edit = performance.now() - writtenAt;
  const readAgain = readings - before;
  writeFileSync(edited, glossaryText(round % glossaries));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await new Promise((resolve) => child.once('exit', resolve));
  connection.dispose();
  return { first, waits, loaded, edit, readAgain };
}

/** Make the workspace once: folders of 50 files each, a glossary in some of them. */
function makeWorkspace() {
  const complete = `${workspace}.complete`;
  if (existsSync(complete)) return;
  rmSync(workspace, { recursive: true, force: true });
  for (let number = 0; number < files - glossaries; number++) {
    const folder = path.join(workspace, `area-${number % 20}`, `part-${Math.floor(number / 20) % 20}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `page-${number}.md`), `# Page ${number}\n`);
  }
  for (let number = 0; number < glossaries; number++) writeFileSync(fileOf(number), glossaryText(number));
  mkdirSync(path.join(workspace, 'docs'), { recursive: true });
  writeFileSync(
    path.join(workspace, 'docs', 'glossary.yaml'),
    'concepts:\n  - term: near term\n    definition: Is beside the document.\n',
  );
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
