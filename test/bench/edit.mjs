/**
 * What an edit costs in a document of 1 MB, against `TextDocument.update` of the protocol library alone.
 *
 * Both sides apply the same edits, in turns, to documents of the same text, and read a character of the new text: strings that
 * were put together are laid out at the first look, and every server pays that. Ours then brings the parsed document and the
 * occurrences up to date, looks for the term at the edit, as a hover does, and counts all occurrences of the document.
 */
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { joinDocuments } from './corpora.mjs';
import { makeGlossary, randomNumbers, shippedGlossary } from './documents.mjs';
import { medianRatio, printTable, quantile, withUnit } from './figures.mjs';

const megabyte = 1_000_000;
const edits = 300;
/** The first edits of a document warm the engine up and are left out. */
export const warmUp = 100;

/** Measure and print. */
export async function run() {
  const file = await bundle(
    'edit',
    `export { Occurrences } from './server/src/analysis/occurrences';
     export { DocumentChanges } from './server/src/documentChanges';
     export { nativeFormat } from './server/src/formats/native';
     export { markdown } from './server/src/languages/markdown';
     export { yaml } from './server/src/languages/yaml';
     export { parseDocument, updateDocument } from './server/src/languages/document';
     export { createTerminology } from './server/src/terminology/terminology';
     export { SourceReader } from './server/src/text/source';
     export { TextDocument } from 'vscode-languageserver-textdocument';`,
  );
  const { default: core } = await import(pathToFileURL(file).href);
  const documents = [
    { language: core.markdown, text: joinDocuments(['k8s-en'], ['.md'], megabyte) },
    { language: core.yaml, text: joinDocuments(['huge-prometheus-operator', 'k8s-examples'], ['.yaml'], megabyte) },
  ];
  const [shipped, large] = [shippedGlossary(), makeGlossary(10_000).text].map((text, number) => {
    const file = { uri: `file:///${number}.glossary.json`, text, defaultName: 'Terms' };
    return core.nativeFormat.read(file).glossary;
  });
  const glossaries = [
    { title: 'the shipped glossary', terminology: core.createTerminology([shipped]) },
    { title: '10,000 terms more', terminology: core.createTerminology([large, shipped]) },
  ];
  const rows = glossaries.flatMap(({ title, terminology }) =>
    documents.flatMap((document) => rowsOf(core, title, document, terminology.vocabulary)),
  );
  printTable(['one character typed in 1 MB', 'update alone', 'until hover and occurrences are right', 'ratio'], rows);
}

function rowsOf(core, title, { language, text }, vocabulary) {
  const sides = [updateAlone(core, language, text), updateAll(core, language, text, vocabulary)];
  const samples = sides.map(() => []);
  for (const [turn, edit] of randomEdits(text).entries()) {
    const order = turn % 2 === 0 ? [0, 1] : [1, 0];
    for (const side of order) samples[side].push(sides[side](edit, turn + 1));
  }
  const [floor, own] = samples.map((values) => values.slice(warmUp));
  const row = (what, share) => {
    const [low, high] = [quantile(floor, share), quantile(own, share)];
    const ratio = share === 0.5 ? medianRatio(own, floor) : high / low;
    return [`${language.id}, ${title}: ${what}`, withUnit(low, 'ms', 3), withUnit(high, 'ms', 3), ratio.toFixed(2)];
  };
  return [row('median', 0.5), row('99th percentile', 0.99)];
}

/** Give a function that applies an edit and tells how many milliseconds it took. */
function updateAlone({ TextDocument }, language, text) {
  const document = TextDocument.create('file:///bench/alone', language.id, 0, text);
  return (edit, version) => {
    const change = changeOf(document, edit);
    const start = performance.now();
    TextDocument.update(document, [change], version);
    document.getText().charCodeAt(edit.at);
    return performance.now() - start;
  };
}

function updateAll(core, language, text, vocabulary) {
  const { TextDocument, DocumentChanges, Occurrences, SourceReader, parseDocument, updateDocument } = core;
  const document = TextDocument.create('file:///bench/all', language.id, 0, text);
  const changes = new DocumentChanges();
  const reader = new SourceReader((units, target) => Buffer.from(target.buffer).write(units, 'utf16le'));
  let occurrences = new Occurrences(parseDocument(text, language, reader), vocabulary, reader);
  let count = occurrences.count;
  return (edit, version) => {
    const change = changeOf(document, edit);
    const start = performance.now();
    changes.update(document, [change], version);
    document.getText().charCodeAt(edit.at);
    const parsed = updateDocument(occurrences.document, document.getText(), changes.take(document), reader);
    occurrences = new Occurrences(parsed, vocabulary, reader, { previous: occurrences });
    occurrences.at(edit.at);
    count = occurrences.count;
    const milliseconds = performance.now() - start;
    if (!(count > 0)) throw new Error('There are no occurrences left');
    return milliseconds;
  };
}

/** Give an edit as the protocol tells it. */
export function changeOf(document, { at, removed, text }) {
  return { range: { start: document.positionAt(at), end: document.positionAt(at + removed) }, text };
}

/** Somebody types at places all over the document: letters, spaces and new lines, and takes some back. */
export function randomEdits({ length }) {
  const next = randomNumbers(20_261_125);
  return Array.from({ length: warmUp + edits }, () => {
    const key = KEYS[next(KEYS.length)];
    return { at: next(length - warmUp - edits), removed: key === DELETE ? 1 : 0, text: key };
  });
}

const DELETE = '';
const KEYS = ['a', 'e', 'n', 's', 't', '0', '.', '-', '*', ' ', ' ', '\n', DELETE, DELETE];

if (process.argv[1] === import.meta.filename) await run();
