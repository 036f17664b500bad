import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { nativeFormat } from '../../server/src/formats/native';
import { applyEdits, type GlossaryChange, glossaryEdits } from '../../server/src/formats/native/glossaryEdits';
import { updateGlossary } from '../../server/src/formats/native/updateGlossary';
import { jsonWriter, yamlWriter } from '../../server/src/formats/native/writer';
import { type ConceptField, PLAIN_USAGE, sharedUsage, writtenConcept } from '../../server/src/formats/native/written';
import type { Concept } from '../../server/src/terminology/concept';
import { anyConcepts, said } from './anyGlossary';

function conceptsOf(text: string): readonly Concept[] {
  return nativeFormat.read({ uri: 'file:///x', text, defaultName: '' }).glossary?.concepts ?? [];
}

function changed(text: string, change: GlossaryChange): string | undefined {
  const edits = glossaryEdits(text, change);
  return edits && applyEdits(text, edits);
}

/** How people lay a glossary out. */
const layouts: Readonly<Record<string, (concepts: readonly Concept[]) => string>> = {
  'our YAML': (concepts) => written(yamlWriter, concepts),
  'our YAML with line ends of Windows': (concepts) => written(yamlWriter, concepts).replaceAll('\n', '\r\n'),
  'our YAML with a byte order mark, and no line end': (concepts) => `\ufeff${written(yamlWriter, concepts).trimEnd()}`,
  'YAML with comments everywhere': (concepts) => commented(concepts, 2, true),
  'YAML with comments, further in': (concepts) => commented(concepts, 4, true),
  'YAML with comments, lists not indented': (concepts) => commented(concepts, 2, false),
  'YAML in brackets': (concepts) =>
    documentOf(concepts, /^\p{L}[ \p{L}.]*$/u).toString({ ...AS_JSON, collectionStyle: 'flow' }),
  'our JSON': (concepts) => written(jsonWriter, concepts),
  'JSON with tabs': (concepts) => JSON.stringify(plain(concepts), null, '\t'),
  'JSON with line ends of Windows': (concepts) => JSON.stringify(plain(concepts), null, 4).replaceAll('\n', '\r\n'),
  'JSON on one line': (concepts) => JSON.stringify(plain(concepts)),
  'a list alone': (concepts) => JSON.stringify(plain(concepts).concepts, null, 2),
};

type PlainRecord = Record<string, unknown>;

function written(writer: typeof yamlWriter, concepts: readonly Concept[]): string {
  return writer.write({ uri: '', name: 'x', language: 'en', concepts }).files[0]?.text ?? '';
}

function plain(concepts: readonly Concept[]): { name: string; concepts: PlainRecord[] } {
  return JSON.parse(written(jsonWriter, concepts));
}

const AS_JSON = { doubleQuotedAsJSON: true, lineWidth: 0 } as const;

/** What others write plain and read otherwise is put in quotes. */
function documentOf(concepts: readonly Concept[], harmless = /^\p{L}[ \p{L}.,\n]*$/u): Document {
  const document = new Document(plain(concepts));
  visit(document, {
    Scalar(_, scalar) {
      const isHarmless = harmless.test(String(scalar.value));
      if (!isHarmless && typeof scalar.value === 'string') scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document;
}

/** Put a comment of its own before and behind every name and value where YAML has room for one. */
function commented(concepts: readonly Concept[], indent: number, indentSeq: boolean): string {
  const document = documentOf(concepts);
  let number = 0;
  const comment = () => ` note ${number++};`;
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key)) key.commentBefore = comment();
      if (isScalar(value) && !String(value.value).includes('\n')) value.comment = comment();
    },
    Seq(_, list) {
      for (const item of list.items) if (isMap(item)) item.commentBefore = comment();
    },
  });
  const root = document.contents;
  const list = isMap(root) ? root.get('concepts', true) : undefined;
  if (isSeq(list)) list.spaceBefore = list.items.length > 0;
  return document.toString({ ...AS_JSON, indent, indentSeq });
}

/** What the records say when JavaScript changes them. */
function oracle(
  concepts: readonly Concept[],
  change: (records: PlainRecord[]) => void,
): readonly unknown[] | undefined {
  const file = plain(concepts);
  // Ids stay what they are.
  for (const [number, record] of file.concepts.entries()) record.id = concepts[number]?.id;
  change(file.concepts);
  const { glossary, problems } = nativeFormat.read({ uri: '', text: JSON.stringify(file), defaultName: '' });
  return problems.length === 0 ? said(glossary?.concepts) : undefined;
}

const fields: readonly ConceptField[] = [
  ...([
    'term',
    'abbreviations',
    'also',
    'avoid',
    'pronunciation',
    'category',
    'audience',
    'plain',
    'definition',
  ] as const),
  ...(['description', 'examples', 'faq', 'related', 'links'] as const),
];

/** Concepts, the number of one, and a field of another concept that it is to have. */
const anySetting = fc
  .tuple(anyConcepts, anyConcepts, fc.nat(), fc.constantFrom(...fields))
  .map(([concepts, others, number, field]) => {
    const place = number % concepts.length;
    const donor = others[0];
    const value = donor && writtenConcept(donor, PLAIN_USAGE).find(({ name }) => name === field)?.value;
    return { concepts, place, field, value };
  });

function jsonOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  const { fields } = value as { readonly fields: readonly { readonly name: string; readonly value: unknown }[] };
  return Object.fromEntries(fields.map((field) => [field.name, jsonOf(field.value)]));
}

function notesIn(text: string): readonly string[] {
  return text.match(/note \d+;/g) ?? [];
}

for (const [name, lay] of Object.entries(layouts)) {
  describe(`edits of ${name}`, () => {
    it('set a field, and set it back', () => {
      let made = 0;
      fc.assert(
        fc.property(anySetting, ({ concepts, place, field, value }) => {
          const concept = concepts[place];
          if (value === undefined || concept === undefined) return;
          const text = lay(concepts);
          assert.deepEqual(said(conceptsOf(text)), said(concepts), text);
          const expected = oracle(concepts, (records) => {
            const record = records[place];
            if (record !== undefined) record[field] = jsonOf(value);
          });
          // Terms may repeat each other now, which nobody wants.
          if (expected === undefined) return;
          const after = changed(text, { kind: 'set', id: concept.id, field, value });
          assert.ok(after !== undefined, text);
          made++;
          assert.deepEqual(said(conceptsOf(after)), expected, after);
          const old = writtenConcept(concept, sharedUsage(concept)).find((former) => former.name === field);
          const isInValue = old !== undefined && typeof old.value === 'object';
          if (!isInValue) assert.deepEqual(notesIn(after), notesIn(text));
          const back = changed(
            after,
            old === undefined
              ? { kind: 'unset', id: concept.id, field }
              : { kind: 'set', id: concept.id, field, value: old.value },
          );
          assert.ok(back !== undefined, after);
          assert.deepEqual(said(conceptsOf(back)), said(concepts), back);
        }),
        { numRuns: 60 },
      );
      assert.ok(made > 15, `${made} were made`);
    });

    it('take a field away', () => {
      fc.assert(
        fc.property(anySetting, ({ concepts, place, field }) => {
          const concept = concepts[place];
          if (concept === undefined || field === 'term') return;
          const text = lay(concepts);
          const expected = oracle(concepts, (records) => {
            delete records[place]?.[field];
          });
          if (expected === undefined) return;
          const after = changed(text, { kind: 'unset', id: concept.id, field });
          assert.ok(after !== undefined, text);
          assert.deepEqual(said(conceptsOf(after)), expected, after);
        }),
        { numRuns: 30 },
      );
    });

    it('add a concept, and take it away', () => {
      fc.assert(
        fc.property(anyConcepts, (concepts) => {
          const [last, others] = [concepts.at(-1), concepts.slice(0, -1)];
          if (last === undefined) return;
          const text = lay(others);
          const after = changed(text, { kind: 'add', concept: last });
          assert.ok(after !== undefined, text);
          assert.deepEqual(said(conceptsOf(after)), said(concepts), after);
          assert.deepEqual(notesIn(after), notesIn(text));
          const back = changed(after, { kind: 'remove', id: last.id });
          assert.ok(back !== undefined, after);
          assert.deepEqual(said(conceptsOf(back)), said(others), back);
        }),
        { numRuns: 30 },
      );
    });

    it('take a concept away from among others', () => {
      fc.assert(
        fc.property(anyConcepts, fc.nat(), (concepts, number) => {
          const concept = concepts[number % concepts.length];
          if (concept === undefined) return;
          const text = lay(concepts);
          const after = changed(text, { kind: 'remove', id: concept.id });
          assert.ok(after !== undefined, text);
          assert.deepEqual(said(conceptsOf(after)), said(concepts.filter((other) => other !== concept)), after);
        }),
        { numRuns: 30 },
      );
    });

    it('bring it up to date with concepts from elsewhere', () => {
      fc.assert(
        fc.property(anyConcepts, fc.nat(), (concepts, number) => {
          const text = lay(concepts.slice(0, number % (concepts.length + 1)));
          const updated = updateGlossary(text, concepts);
          assert.ok(updated !== undefined, text);
          assert.deepEqual(said(conceptsOf(updated.text)), said(concepts), updated.text);
          assert.deepEqual(updated.unplaced, []);
          assert.deepEqual(updated.changed, []);
          assert.equal(updateGlossary(updated.text, concepts)?.text, updated.text);
        }),
        { numRuns: 60 },
      );
    });
  });
}

describe('an edit', () => {
  const POD =
    'concepts: # ours\n  # the small one\n  - term: Pod # why\n    # said by all\n    also: [pods]\n\n    definition: d # short\n  # the end\n  - term: Node\n    definition: e\n';
  const rows: readonly (readonly [name: string, text: string, change: GlossaryChange, expected: string | undefined])[] =
    [
      [
        'sets a value in its place, and the comment behind it stays',
        POD,
        { kind: 'set', id: 'pod', field: 'definition', value: 'new: it' },
        POD.replace('definition: d', 'definition: "new: it"'),
      ],
      [
        'writes several lines on one where a comment is behind it',
        POD,
        { kind: 'set', id: 'pod', field: 'definition', value: 'a\n\nb' },
        POD.replace('definition: d', 'definition: "a\\n\\nb"'),
      ],
      [
        'writes several lines as a block elsewhere',
        POD,
        { kind: 'set', id: 'node', field: 'definition', value: 'a\n\nb' },
        POD.replace('definition: e', 'definition: |\n      a\n\n      b'),
      ],
      [
        'puts a new field where it belongs',
        POD,
        { kind: 'set', id: 'pod', field: 'category', value: 'Ours' },
        POD.replace('also: [pods]\n', 'also: [pods]\n    category: Ours\n'),
      ],
      [
        'puts an id first',
        POD,
        { kind: 'set', id: 'pod', field: 'id', value: 'p' },
        POD.replace('- term: Pod', '- id: p\n    term: Pod'),
      ],
      [
        'keeps the id when the term changes',
        POD,
        { kind: 'set', id: 'pod', field: 'term', value: 'Capsule' },
        POD.replace('- term: Pod', '- id: pod\n    term: Capsule'),
      ],
      [
        'needs no id where the term still gives it',
        POD,
        { kind: 'set', id: 'pod', field: 'term', value: 'POD' },
        POD.replace('term: Pod', 'term: POD'),
      ],
      [
        'takes a field away with its line',
        POD,
        { kind: 'unset', id: 'pod', field: 'also' },
        POD.replace('    also: [pods]\n', ''),
      ],
      ['takes no definition away that is needed', POD, { kind: 'unset', id: 'node', field: 'definition' }, undefined],
      [
        'takes a definition away where another term is there',
        POD,
        { kind: 'unset', id: 'pod', field: 'definition' },
        POD.replace('\n    definition: d # short\n', '\n'),
      ],
      ['changes nothing of a concept that is not there', POD, { kind: 'unset', id: 'x', field: 'also' }, undefined],
      ['adds no concept twice', POD, { kind: 'add', concept: concept('pod') }, undefined],
      [
        'sets nothing that is too long to be read',
        POD,
        { kind: 'set', id: 'pod', field: 'plain', value: 'a'.repeat(70_000) },
        undefined,
      ],
      ['sets no text for a list of questions', POD, { kind: 'set', id: 'pod', field: 'faq', value: 'a' }, undefined],
      [
        'takes a concept away, and leaves the comments of others',
        POD,
        { kind: 'remove', id: 'node' },
        POD.replace('  - term: Node\n    definition: e\n', ''),
      ],
      [
        'takes the empty line in front of a concept with it',
        '- term: a\n  definition: b\n\n- term: c\n  definition: d\n\n- term: e\n  definition: f',
        { kind: 'remove', id: 'e' },
        '- term: a\n  definition: b\n\n- term: c\n  definition: d',
      ],
      [
        'leaves the ids of others what they are',
        '- { term: Pod, definition: a }\n- { term: pod, definition: b }\n',
        { kind: 'remove', id: 'pod' },
        '- { id: pod-2, term: pod, definition: b }\n',
      ],
      [
        'fills a field that is empty',
        '- term: a\n  definition: # to do\n',
        { kind: 'set', id: 'x', field: 'definition', value: 'b' },
        undefined,
      ],
      [
        'fills a field that is empty, of a concept that is read',
        '- term: a b\n  abbreviations: ab\n  category: # to do\n',
        { kind: 'set', id: 'a-b', field: 'category', value: 'c' },
        '- term: a b\n  abbreviations: ab\n  category: c # to do\n',
      ],
      [
        'leaves a comment between a name and its value',
        '- term: a\n  also: # others\n    - b\n    - c\n  definition: d\n',
        { kind: 'set', id: 'a', field: 'also', value: ['e'] },
        '- term: a\n  also: [e] # others\n  definition: d\n',
      ],
      [
        'keeps a comment further in out of a text in front of it',
        '- term: a\n  definition: d\n      # deep\n',
        { kind: 'set', id: 'a', field: 'definition', value: 'e\nf' },
        '- term: a\n  definition: "e\\nf"\n      # deep\n',
      ],
      [
        'leaves a value with a tag alone',
        '- term: a\n  definition: !x d\n',
        { kind: 'set', id: 'a', field: 'definition', value: 'e' },
        undefined,
      ],
      [
        'leaves a text with aliases alone',
        '- term: &a a\n  definition: d\n  also: [*a]\n',
        { kind: 'remove', id: 'a' },
        undefined,
      ],
      [
        'leaves a text with a conflict alone',
        '- term: a\n  definition: d\n<<<<<<< x\n=======\n>>>>>>> y\n',
        { kind: 'remove', id: 'a' },
        undefined,
      ],
      ['leaves a text that does not parse alone', '- term: [', { kind: 'remove', id: 'a' }, undefined],
      [
        'keeps tabs and the comma behind the last value of JSON',
        '[\n\t{\n\t\t"term": "a",\n\t\t"definition": "b",\n\t},\n]\n',
        { kind: 'add', concept: concept('c') },
        '[\n\t{\n\t\t"term": "a",\n\t\t"definition": "b",\n\t},\n\t{\n\t\t"term": "c",\n\t\t"definition": "A thing."\n\t}\n]\n',
      ],
    ];
  for (const [name, text, change, expected] of rows) it(name, () => assert.equal(changed(text, change), expected));
});

describe('bringing a glossary up to date', () => {
  const OLD =
    '# ours\nname: x\ncategory: Ours\nconcepts:\n  - term: Pod # small\n    definition: d\n    also: [pods]\n  - { term: Node, definition: e }\n';

  it('sets what differs, adds what is new, and leaves all else', () => {
    const incoming = [
      { ...concept('pod'), category: 'Ours' },
      { ...concept('node'), definition: 'e', terms: [{ ...plainTerm('Node'), caseRule: 'exact' }] },
      concept('Host'),
    ] as const;
    assert.deepEqual(updateGlossary(OLD, incoming), {
      text: '# ours\nname: x\ncategory: Ours\nconcepts:\n  - term: pod # small\n    definition: A thing.\n    also: [pods]\n  - { term: { term: Node, case: exact }, definition: e }\n  - term: Host\n    definition: A thing.\n',
      added: ['host'],
      changed: ['pod', 'node'],
      unplaced: [],
    });
  });

  it('tells of what has no place', () => {
    const text = '- { term: Pod, definition: !x d }\n- term: Node\n  definition: !x d\n';
    const updated = updateGlossary(text, [concept('pod'), concept('node')]);
    assert.deepEqual(updated?.unplaced, ['node']);
    assert.deepEqual(updated?.changed, ['pod']);
  });

  it('adds no term alone, and leaves one that is there as it is', () => {
    const text = '- term: Pod\n  definition: d\n';
    const alone = (name: string): Concept => ({ ...concept(name), definition: '' });
    assert.deepEqual(updateGlossary(text, [alone('Pod'), alone('Node')]), {
      text,
      added: [],
      changed: [],
      unplaced: ['node'],
    });
  });

  it('is not done in a text that does not parse, or has aliases', () => {
    assert.equal(updateGlossary('- term: [', [concept('pod')]), undefined);
    assert.equal(updateGlossary('- term: &a a\n  definition: *a\n', [concept('pod')]), undefined);
  });
});

function plainTerm(text: string): Concept['terms'][0] {
  return { text, status: 'preferred', kind: 'full', caseRule: 'auto' };
}

function concept(text: string): Concept {
  return {
    id: text.toLowerCase(),
    terms: [plainTerm(text)],
    definition: 'A thing.',
    examples: [],
    faq: [],
    links: [],
    related: [],
    origin: { uri: '', span: { start: 0, end: 0 }, line: 0 },
  };
}
