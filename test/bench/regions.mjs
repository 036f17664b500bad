/**
 * Measure how fast regions are found, against a bare loop over the same text, and what an edit costs, against the update of
 * the document alone; in turns, in one process. Prints rows of a table in Markdown.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { makeDocument } from './documents.mjs';

const root = path.join(import.meta.dirname, '../..');
const corpora = path.join(root, '../shared/corpora/documents');
const rounds = Number(process.env.ROUNDS ?? 31);
/** Rounds in which the engine warms up are left out. */
const warmUp = 10;
const editRounds = 400;
const megabyte = 1_000_000;

/** Print the rows; the sources are bundled first. */
export async function run() {
  const bundle = path.join(root, 'out/bench/regions.cjs');
  await build({
    stdin: {
      contents: `
        export { parseDocument, updateDocument } from './server/src/languages/document';
        export { markdown } from './server/src/languages/markdown';
        export { SourceReader } from './server/src/text/source';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    outfile: bundle,
  });
  const { default: core } = await import(pathToFileURL(bundle).href);
  const reader = new core.SourceReader(copyUnits);
  const files = documents();
  const whole = files.join('\n');
  console.log('\n| what | bare loop | regions | loop / regions |\n| --- | --- | --- | --- |');
  for (const [title, texts] of [
    [`${files.length} files as one text`, [whole]],
    [`${files.length} files, one after the other`, files],
  ]) {
    measureRegions(core, reader, title, texts);
  }
  measureEdits(core, reader, whole);
}

function measureRegions({ parseDocument, markdown }, reader, title, texts) {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const samples = { bare: [], regions: [] };
  let sink = 0;
  for (let round = -warmUp; round < rounds; round++) {
    let start = performance.now();
    for (const text of texts) sink += sumOf(text);
    samples.bare.push(performance.now() - start);
    start = performance.now();
    for (const text of texts) sink += regionsOf(parseDocument(text, markdown, reader), reader);
    samples.regions.push(performance.now() - start);
  }
  samples.bare.splice(0, warmUp);
  samples.regions.splice(0, warmUp);
  const [bare, regions] = [samples.bare, samples.regions].map((values) => (median(values) * 1e6) / length);
  const ratio = median(samples.bare.map((value, index) => value / samples.regions[index]));
  console.log(
    `| ${title}, ${(length / megabyte).toFixed(1)} M characters | ${bare.toFixed(2)} ns a character | ${regions.toFixed(2)} ns | ${ratio.toFixed(2)} |`,
  );
  return sink;
}

/** Read all sections, as a server does that is asked for all occurrences. */
function regionsOf({ text, sections, starts, defined }, reader) {
  const source = reader.read(text);
  let count = 0;
  for (let index = 0; index < sections.length; index++) {
    count += sections[index].regions(source, starts[index], defined).length;
  }
  return count;
}

/** Type one character in the middle of a document of 1 MB, and find the regions of the sections that changed. */
function measureEdits({ parseDocument, updateDocument, markdown }, reader, whole) {
  let text = whole;
  while (text.length < megabyte) text += `\n${whole}`;
  text = text.slice(0, megabyte);
  const document = TextDocument.create('file:///bench.md', 'markdown', 0, text);
  let parsed = parseDocument(text, markdown, reader);
  const offset = parsed.text.indexOf(' ', megabyte / 2);
  const samples = { update: [], regions: [] };
  for (let round = 0; round < editRounds; round++) {
    const at = offset + round;
    const position = document.positionAt(at);
    let start = performance.now();
    TextDocument.update(document, [{ range: { start: position, end: position }, text: 'a' }], round + 1);
    const edited = document.getText();
    samples.update.push(performance.now() - start);
    start = performance.now();
    const next = updateDocument(parsed, edited, { start: at, oldEnd: at, newEnd: at + 1 }, reader);
    const old = new Set(parsed.sections);
    for (let index = 0; index < next.sections.length; index++) {
      const section = next.sections[index];
      if (old.has(section)) continue;
      const sectionStart = next.starts[index];
      const source = reader.read(edited.slice(sectionStart, sectionStart + section.length));
      section.regions(source, 0, next.defined);
    }
    samples.regions.push(performance.now() - start);
    parsed = next;
  }
  const [update, regions] = [samples.update, samples.regions].map((values) => median(values.slice(editRounds / 4)));
  console.log(
    '\n| one character typed in 1 MB | TextDocument.update | regions again | both / update |\n| --- | --- | --- | --- |',
  );
  console.log(
    `| median | ${update.toFixed(3)} ms | ${regions.toFixed(3)} ms | ${((update + regions) / update).toFixed(2)} |`,
  );
}

/** The Markdown of the corpora, of the shipped glossary where they are absent. */
function documents() {
  const folder = path.join(corpora, 'k8s-en');
  if (!existsSync(folder)) return [makeDocument(megabyte).text];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** The bare loop. */
function sumOf(text) {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

function copyUnits(text, units) {
  Buffer.from(units.buffer).ucs2Write(text, 0);
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

if (process.argv[1] === import.meta.filename) await run();
