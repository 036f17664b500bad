/**
 * How long after an edit in a document of 1 MB its findings are those of the new text, as diagnostics ready to be sent, with
 * every check on that is on by default: the next key must not come before that. The floor is `TextDocument.update` alone.
 */
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { joinDocuments } from './corpora.mjs';
import { shippedGlossary } from './documents.mjs';
import { changeOf, randomEdits, warmUp } from './edit.mjs';
import { printTable, quantile, withUnit } from './figures.mjs';

const megabyte = 1_000_000;

/** Measure and print. */
export async function run() {
  const file = await bundle(
    'findings',
    `export { checks } from './server/src/analysis/checks';
     export { Findings } from './server/src/analysis/findings';
     export { Occurrences } from './server/src/analysis/occurrences';
     export { DocumentChanges } from './server/src/documentChanges';
     export { findingDiagnostics } from './server/src/findingDiagnostics';
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
    { language: core.yaml, text: joinDocuments(['k8s-examples', 'helm-kps'], ['.yaml'], megabyte) },
  ];
  const source = { uri: 'file:///own.glossary.json', text: shippedGlossary(), defaultName: 'Terms' };
  const terminology = core.createTerminology([core.nativeFormat.read(source).glossary]);
  const rows = documents.flatMap((document) => rowsOf(core, document, terminology));
  printTable(['one character typed in 1 MB', 'update alone', 'until findings are right', 'findings'], rows);
}

function rowsOf(core, { language, text }, terminology) {
  const sides = [updateAlone(core, language, text), updateFindings(core, language, text, terminology)];
  const samples = sides.map(() => []);
  let count = 0;
  for (const [turn, edit] of randomEdits(text).entries()) {
    const order = turn % 2 === 0 ? [0, 1] : [1, 0];
    for (const side of order) {
      const { milliseconds, findings } = sides[side](edit, turn + 1);
      samples[side].push(milliseconds);
      count = findings ?? count;
    }
  }
  const [floor, own] = samples.map((values) => values.slice(warmUp));
  return [
    ['median', 0.5],
    ['99th percentile', 0.99],
  ].map(([what, share]) => [
    `${language.id}: ${what}`,
    withUnit(quantile(floor, share), 'ms', 1),
    withUnit(quantile(own, share), 'ms', 1),
    String(count),
  ]);
}

function updateAlone({ TextDocument }, language, text) {
  const document = TextDocument.create('file:///bench/alone', language.id, 0, text);
  return (edit, version) => {
    const change = changeOf(document, edit);
    const start = performance.now();
    TextDocument.update(document, [change], version);
    document.getText().charCodeAt(edit.at);
    return { milliseconds: performance.now() - start };
  };
}

function updateFindings(core, language, text, terminology) {
  const { checks, TextDocument, DocumentChanges, Findings, Occurrences, SourceReader, parseDocument, updateDocument } =
    core;
  const document = TextDocument.create('file:///bench/all', language.id, 0, text);
  const changes = new DocumentChanges();
  const reader = new SourceReader((units, target) => Buffer.from(target.buffer).write(units, 'utf16le'));
  const findings = new Findings(checks, reader);
  const traits = { isPulling: true, relatedInformation: true, deprecatedTag: true, checkPages: 'file:///checks' };
  const severities = checks.flatMap(({ name, defaultSeverity }) =>
    defaultSeverity === 'off' ? [] : [[name, defaultSeverity]],
  );
  const policy = {
    severities: new Map(severities),
    acceptedAbbreviations: new Set(),
    audience: undefined,
    checksQuotations: false,
    checksShipped: false,
    languages: [],
  };
  let occurrences = new Occurrences(parseDocument(text, language, reader), terminology.vocabulary, reader);
  findings.in(occurrences, { terminology, policy });
  return (edit, version) => {
    const change = changeOf(document, edit);
    const start = performance.now();
    changes.update(document, [change], version);
    const parsed = updateDocument(occurrences.document, document.getText(), changes.take(document), reader);
    occurrences = new Occurrences(parsed, terminology.vocabulary, reader, {
      previous: occurrences,
      keepsRegions: true,
    });
    const found = findings.in(occurrences, { terminology, policy });
    JSON.stringify(core.findingDiagnostics(found, document, traits));
    return { milliseconds: performance.now() - start, findings: found.length };
  };
}

if (process.argv[1] === import.meta.filename) await run();
