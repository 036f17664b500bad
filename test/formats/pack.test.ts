import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nativeFormat } from '../../server/src/formats/native';
import { readPack, writePack } from '../../server/src/formats/pack';
import { readParts, writeParts } from '../../server/src/formats/pack/file';
import { type CardContent, renderCard, renderPage } from '../../server/src/terminology/card';
import type { Concept } from '../../server/src/terminology/concept';
import { createGlossary, type Glossary } from '../../server/src/terminology/glossary';
import type { Part } from '../../server/src/terminology/parts';
import { links, related } from '../terminology/card/fixtures';

const encode = (text: string) => new TextEncoder().encode(text);

/** A file in memory, at an offset in its buffer that suits no array of numbers where `shift` says so. */
function fileOf(content: Uint8Array, shift = 0) {
  const buffer = new ArrayBuffer(content.length + shift);
  const bytes = new Uint8Array(buffer, shift);
  bytes.set(content);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return { bytes, text: (start: number, end: number) => decoder.decode(bytes.subarray(start, end)) };
}

const folder = path.join(import.meta.dirname, '../../glossary');
const glossaries = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const uri = `file:///opt/glossary/${name}`;
    return nativeFormat.read({ uri, text, defaultName: 'Shipped' }).glossary;
  })
  .filter((glossary) => glossary !== undefined);
const concepts = glossaries.flatMap((glossary) => glossary.concepts);
const bytes = writePack(glossaries, { pathOf: (uri) => uri.replace('file:///opt/', '../'), encode });
const pack = () => readPack(fileOf(bytes), 'file:///opt/dist/glossary.pack');
/** What a glossary of the same concepts does that is not packed. */
const loose = createGlossary({ uri: '', name: pack().name, language: 'en', concepts });

const withoutWritten = ({ written: _, ...rest }: Concept): Omit<Concept, 'written'> => rest;

describe('a pack', () => {
  it('holds every concept as it was', () => {
    assert.equal(pack().size, concepts.length);
    assert.deepEqual(pack().concepts.map(withoutWritten), concepts);
  });

  it('gives one concept alone, and the same each time', () => {
    const glossary = pack();
    const last = glossary.conceptAt(concepts.length - 1);
    assert.ok(last);
    assert.deepEqual(withoutWritten(last), concepts.at(-1));
    assert.equal(glossary.concepts.at(-1), last);
    assert.ok(glossary.holds(last));
    assert.ok(!glossary.holds(withoutWritten(last)));
    assert.equal(glossary.conceptAt(concepts.length), undefined);
  });

  it('finds by id and by term what a glossary in memory finds', () => {
    const glossary = pack();
    const names = concepts.flatMap(({ id, terms }) => [id, ...terms.map(({ text }) => text.toUpperCase())]);
    const idsOf = (from: Glossary) => [...names, '', 'no such term', '~'].map((name) => from.find(name)?.id);
    assert.deepEqual(idsOf(glossary), idsOf(loose));
  });

  it('lists the terms that a glossary in memory lists', () => {
    const listed = ({ terms }: Glossary) =>
      Array.from({ length: terms.count + 1 }, (_, number) => {
        const sense = terms.sense(number);
        return [terms.text(number), sense?.concept.id, sense?.term];
      });
    assert.deepEqual(listed(pack()), listed(loose));
  });

  it('shows the very cards and pages that are made without it', () => {
    const written = pack();
    for (const [number, concept] of concepts.entries()) {
      const packed = written.conceptAt(number);
      assert.ok(packed);
      assert.equal(pageOf(packed), pageOf(concept), concept.id);
      for (const detail of ['brief', 'standard', 'full'] as const) {
        for (const format of ['markdown', 'plaintext'] as const) {
          assert.equal(cardOf(packed, detail, format), cardOf(concept, detail, format), `${concept.id}, ${detail}`);
        }
      }
    }
  });

  it('takes an index along', () => {
    const parts = new Map<string, Part>([
      ['slots', Int32Array.of(-1, 2)],
      ['flags', Uint8Array.of(255)],
      ['forms', '𝒜é\0'],
      ['empty', new Uint16Array(0)],
    ]);
    const withIndex = writePack(glossaries, { pathOf: (uri) => uri, encode, indexOf: () => parts });
    for (const shift of [0, 1]) assert.deepEqual(readPack(fileOf(withIndex, shift), 'file:///a.pack').index, parts);
    assert.equal(pack().index, undefined);
  });

  it('may be empty', () => {
    const glossary = readPack(fileOf(writePack([], { pathOf: (uri) => uri, encode })), 'file:///a.pack');
    assert.deepEqual([glossary.size, glossary.terms.count, glossary.concepts], [0, 0, []]);
    assert.equal(glossary.find('a'), undefined);
  });

  const header = writeParts(new Map(), encode);
  const broken: readonly (readonly [name: string, file: Uint8Array])[] = [
    ['nothing', new Uint8Array(0)],
    ['a text', encode('concepts: [{ term: pod, definition: Means pod. }]')],
    ['another version', encode(`GLPACK99${'\0'.repeat(100)}`)],
    ['a header without an end', bytes.slice(0, 100)],
    ['a pack that is cut off', bytes.slice(0, -8)],
    ['a pack without concepts', header],
  ];
  for (const [name, file] of broken) {
    it(`is not read where the file is ${name}`, () => assert.throws(() => readPack(fileOf(file), 'file:///a.pack')));
  }

  it('reads back any parts', () => {
    const parts = new Map<string, Part>([
      ['', Uint32Array.of(2 ** 32 - 1)],
      ['é', 'é'],
    ]);
    assert.deepEqual(readParts(fileOf(writeParts(parts, encode), 3)), parts);
  });
});

function cardOf(concept: Concept, detail: CardContent['detail'], format: CardContent['format']): string {
  const senses: CardContent['senses'] = [{ concept, term: concept.terms[0], glossary: 'Shipped' }];
  return renderCard({ senses, related, links, format, detail });
}

function pageOf(concept: Concept): string {
  return renderPage(concept, { glossary: 'Shipped', related, links });
}
