import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Occurrence, Occurrences } from '../../server/src/analysis/occurrences';
import { nativeFormat } from '../../server/src/formats/native';
import { languageOf } from '../../server/src/languages';
import { parseDocument } from '../../server/src/languages/document';
import { renderCard } from '../../server/src/terminology/card';
import type { Concept } from '../../server/src/terminology/concept';
import { createTerminology } from '../../server/src/terminology/terminology';
import { SourceReader } from '../../server/src/text/source';
import { assertSpans } from '../../server/src/text/span';

const root = path.join(import.meta.dirname, '../..');
const documents = path.join(root, '../shared/corpora/documents');

const terminology = createTerminology(
  readdirSync(path.join(root, 'glossary'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(path.join(root, 'glossary', name), 'utf8');
      return nativeFormat.read({ uri: name, text, defaultName: name }).glossary;
    })
    .filter((glossary) => glossary !== undefined),
);

const reader = new SourceReader();

/** A document is read in this much time, in milliseconds and milliseconds for each 1,000 characters: a hang, not a race. */
const PATIENCE = { start: 1000, perThousand: 20 };

describe('real documents', function () {
  this.timeout(120_000);

  before(function () {
    if (existsSync(documents)) return;
    console.log('      skipped: ../shared/corpora/documents is not there');
    this.skip();
  });

  it('can all be hovered, whatever is in them', () => {
    const files = readdirSync(documents, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(documents, name))
      .filter((file) => statSync(file).isFile() && languageOf({ uri: `file://${file}`, languageId: '' }) !== undefined);
    assert.ok(files.length > 1500, `${files.length} documents`);
    for (const file of files) assertHoverable(file);
  });
});

function assertHoverable(file: string): void {
  const text = readFileSync(file, 'utf8');
  const language = languageOf({ uri: `file://${file}`, languageId: '' });
  assert.ok(language);
  const start = performance.now();
  const found = new Occurrences(parseDocument(text, language, reader), terminology.vocabulary, reader);
  const occurrences = [...found];
  const milliseconds = performance.now() - start;
  assert.ok(milliseconds < PATIENCE.start + (PATIENCE.perThousand * text.length) / 1000, `${file}: ${milliseconds} ms`);
  assertSpans(
    occurrences.map(({ span }) => span),
    text.length,
  );
  for (const occurrence of occurrences) {
    assert.deepEqual(found.at(occurrence.span.start)?.span, occurrence.span, file);
    const [{ concept }] = occurrence.senses;
    if (rendered.has(concept)) continue;
    rendered.add(concept);
    assert.ok(cardOf(occurrence).includes(concept.terms[0].text.split(' ')[0] ?? ''), file);
  }
}

/** A card depends on the concept, not on the document: one of each is enough. */
const rendered = new Set<Concept>();

function cardOf({ senses }: Occurrence): string {
  return renderCard({
    senses,
    related: (name) => terminology.find(name),
    links: { concept: () => undefined, page: () => undefined, source: () => undefined },
    format: 'plaintext',
    detail: 'full',
  });
}
