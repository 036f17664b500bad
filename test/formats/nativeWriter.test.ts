import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { formatNamed } from '../../server/src/formats';
import type { GlossaryWriter } from '../../server/src/formats/format';
import { nativeFormat } from '../../server/src/formats/native';
import { jsonWriter, yamlWriter } from '../../server/src/formats/native/writer';
import type { Concept, Term } from '../../server/src/terminology/concept';
import type { GlossaryContent } from '../../server/src/terminology/glossary';
import { anyConcepts, anyLine, said, withoutUndefined } from './anyGlossary';

function read(text: string) {
  return nativeFormat.read({ uri: 'file:///glossary.yaml', text, defaultName: 'Team' });
}

function textOf(writer: GlossaryWriter, glossary: GlossaryContent): string {
  const [file, ...others] = writer.write(glossary).files;
  assert.ok(file);
  assert.deepEqual(others, []);
  return file.text;
}

function contentOf(text: string): GlossaryContent {
  const { glossary } = read(text);
  assert.ok(glossary);
  return glossary;
}

const anyContent: fc.Arbitrary<GlossaryContent> = fc
  .record({
    uri: fc.constant('file:///glossary.yaml'),
    name: anyLine,
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    owner: fc.option(
      fc
        .record({
          name: anyLine,
          url: fc.option(fc.webUrl(), { nil: undefined }),
          contact: fc.option(anyLine, { nil: undefined }),
        })
        .map(withoutUndefined),
      { nil: undefined },
    ),
    concepts: anyConcepts,
  })
  .map(withoutUndefined) as fc.Arbitrary<GlossaryContent>;

describe('our format as it is written', () => {
  for (const [name, writer] of [
    ['in YAML', yamlWriter],
    ['in JSON', jsonWriter],
  ] as const) {
    it(`${name} reads as what was written, and is written alike again`, () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          const { files, leftOut } = writer.write(content);
          const text = files[0]?.text ?? '';
          const { glossary, problems } = read(text);
          assert.deepEqual(problems, [], text);
          assert.deepEqual(leftOut, [], text);
          assert.deepEqual(said(glossary?.concepts), said(content.concepts), text);
          const { name, language, owner } = content;
          assert.deepEqual(
            { name: glossary?.name, language: glossary?.language, owner: glossary?.owner },
            { name, language, owner },
          );
          assert.equal(textOf(writer, contentOf(text)), text);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('reads alike in YAML 1.1', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const text = textOf(yamlWriter, content);
        const [old, current] = (['1.1', '1.2'] as const).map((version) =>
          parseDocument(text, { version, merge: false }),
        );
        assert.deepEqual(old?.errors, []);
        assert.deepEqual(old?.toJS(), current?.toJS(), text);
      }),
      { numRuns: 300 },
    );
  });
});

const FULL = `name: Acme platform
language: de
owner:
  name: Docs team
  url: https://acme.example
concepts:
  - id: k8s
    term: Kubernetes
    abbreviations: [K8s]
    also: [kube, { term: cube, forms: [] }]
    avoid:
      - kubernets
      - { term: kubernates, case: fold, reason: a misspelling }
    pronunciation: koo-ber-NET-eez
    category: Containers
    audience: [developers, "9"]
    plain: system that runs programs
    definition: A system that keeps packaged programs running.
    description: |
      One paragraph.

      - Another: # 2
    examples:
      - A short one.
      - title: Big
        text: |
          A big one.
          It goes on.
    faq:
      - question: When?
        answer: "Later: in May."
    related: [docker, "yes"]
    links:
      - { title: Home, url: https://kubernetes.io }
      - https://kubernetes.io/docs/

  - term: { term: Go, forms: [golang] }
    definition: 'A "language": it is typed.'
    case: exact

  - term: evict
    also: [kick out]
    definition: To take away.
    pos: verb

  - id: pod
    extends: true
    avoid: [kube pod]
`;

describe('the YAML that we write', () => {
  it('is laid out as people do', () => {
    const text = FULL.replace(
      'also: [kube, { term: cube, forms: [] }]',
      'also:\n      - kube\n      - { term: cube, forms: [] }',
    );
    assert.deepEqual(read(text).problems, []);
    assert.equal(textOf(yamlWriter, contentOf(text)), text);
  });

  it('has no empty lines between short concepts', () => {
    const text = 'name: a\nconcepts:\n  - term: b\n    definition: c\n  - term: d\n    definition: e\n';
    assert.equal(textOf(yamlWriter, contentOf(text)), text);
  });

  it('holds no concepts where there are none', () => {
    const text = textOf(yamlWriter, { uri: '', name: 'a', language: 'en', concepts: [] });
    assert.equal(text, 'name: a\nconcepts: []\n');
  });

  const scalars: readonly (readonly [text: string, written: string])[] = [
    ['A pod.', 'A pod.'],
    ['yes', '"yes"'],
    ['2FA', '2FA'],
    ['9', '"9"'],
    ['0x1', '"0x1"'],
    ['1:30', '"1:30"'],
    ['2018-04-12 is a day', '"2018-04-12 is a day"'],
    ['~', '"~"'],
    ['__proto__', '__proto__'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['- a', '"- a"'],
    ['%a', '"%a"'],
    ["it's", "it's"],
    ['say "a"', 'say "a"'],
    ['"a": b', `'"a": b'`],
    ['a\tb', '"a\\tb"'],
    ['a\u0000\u0085\u2028\ufeffb', '"a\\u0000\\u0085\\u2028\\ufeffb"'],
    ['a\ud800b', '"a\\ud800b"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['部分', '部分'],
    ['(a)', '(a)'],
    ['---', '"---"'],
  ];
  for (const [text, written] of scalars) {
    it(`writes ${JSON.stringify(text)} as ${written}`, () => {
      const content = { uri: '', name: 'a', language: 'en', concepts: [concept({ definition: text })] };
      assert.equal(textOf(yamlWriter, content), `name: a\nconcepts:\n  - term: pod\n    definition: ${written}\n`);
    });
  }
});

describe('ids of concepts as they are written', () => {
  const rows: readonly (readonly [
    name: string,
    ids: readonly (readonly [id: string, term: string])[],
    written: readonly string[],
  ])[] = [
    [
      'are left out where they follow from the term',
      [
        ['pod', 'Pod'],
        ['a-b', 'A b'],
      ],
      [],
    ],
    ['are written where they do not', [['x', 'Pod']], ['x']],
    [
      'are left out where terms of one name are numbered',
      [
        ['pod', 'Pod'],
        ['pod-2', 'pod!'],
      ],
      [],
    ],
    [
      'are written where the numbers are others',
      [
        ['pod', 'Pod'],
        ['pod-3', 'pod!'],
      ],
      ['pod-3'],
    ],
    [
      'are written where another concept has taken the name',
      [
        ['x', 'Pod'],
        ['pod', 'pod!'],
      ],
      ['x'],
    ],
    [
      'are written in another order',
      [
        ['pod-2', 'Pod'],
        ['pod', 'pod!'],
      ],
      ['pod-2'],
    ],
    [
      'are written where an id has a number that would follow',
      [
        ['pod-2', 'x'],
        ['pod', 'Pod'],
        ['pod-3', 'pod!'],
      ],
      ['pod-2'],
    ],
  ];
  for (const [name, ids, written] of rows) {
    it(name, () => {
      const concepts = ids.map(([id, text]) => concept({ id, terms: [term(text)] }));
      const text = textOf(yamlWriter, { uri: '', name: 'a', language: 'en', concepts });
      assert.deepEqual(
        [...text.matchAll(/ id: (.*)/g)].map(([, id]) => id),
        written,
      );
      assert.deepEqual(
        contentOf(text).concepts.map(({ id }) => id),
        ids.map(([id]) => id),
      );
    });
  }
});

describe('what our format cannot keep', () => {
  const rows: readonly (readonly [
    name: string,
    given: Partial<Concept>,
    what: string,
    kept: Partial<Concept> | undefined,
  ])[] = [
    [
      'is the end of a text of 100,000 characters',
      { definition: 'a'.repeat(100_000) },
      'the end of texts longer than 65536 characters',
      { definition: 'a'.repeat(65_536) },
    ],
    [
      'is half a character at the end of one that is cut',
      { definition: `a${'\u{1f600}'.repeat(50_000)}` },
      'the end of texts longer than 65536 characters',
      { definition: `a${'\u{1f600}'.repeat(32_767)}` },
    ],
    [
      'is a name of 300 characters',
      { terms: [term('pod'), term('b'.repeat(300), 'admitted', 'variant')] },
      'names longer than 200 characters',
      { terms: [term('pod')] },
    ],
    [
      'is a concept without a term that can be kept',
      { terms: [term('-')] },
      'concepts without a term that can be kept',
      undefined,
    ],
    [
      'is that the preferred term is an abbreviation',
      { terms: [term('API', 'preferred', 'abbreviation')] },
      'whether a term is a full form, an abbreviation or a variant',
      { terms: [term('API')] },
    ],
    ['is a term alone', { definition: '' }, 'concepts of a term alone', undefined],
    [
      'is a question without an answer',
      { faq: [{ question: 'Why?', answer: ' ' }] },
      'questions without an answer',
      { faq: [] },
    ],
    [
      'is a link that opens no page',
      { links: [{ title: 'a', url: 'file:///x' }] },
      'links that are no web addresses',
      { links: [] },
    ],
  ];
  for (const [name, given, what, kept] of rows) {
    it(name, () => {
      const content = { uri: '', name: 'a', language: 'en', concepts: [concept(given)] };
      for (const writer of [yamlWriter, jsonWriter]) {
        const { files, leftOut } = writer.write(content);
        assert.ok(
          leftOut.some((kind) => kind.what === what),
          JSON.stringify(leftOut),
        );
        const { glossary } = read(files[0]?.text ?? '');
        const [found] = glossary?.concepts ?? [];
        if (kept === undefined) assert.equal(found, undefined);
        else assert.deepEqual({ ...found, ...kept }, found);
      }
    });
  }
});

describe('a concept without a definition', () => {
  const rows: readonly (readonly [name: string, given: Partial<Concept>, expected: Partial<Concept>])[] = [
    [
      'is kept with a term to avoid',
      { definition: '', terms: [term('pod'), term('kube pod', 'deprecated', 'variant')] },
      { definition: '' },
    ],
    ['is kept where it adds to another', { definition: '', extends: true }, { definition: '' }],
    ['is defined by what describes it', { definition: '', description: 'A group.' }, { definition: 'A group.' }],
    [
      'has its description where another term is there',
      { definition: '', description: 'A group.', terms: [term('pod'), term('kube pod', 'admitted', 'variant')] },
      { definition: '', description: 'A group.' },
    ],
  ];
  for (const [name, given, expected] of rows) {
    it(name, () => {
      const content = { uri: '', name: 'a', language: 'en', concepts: [concept(given)] };
      for (const writer of [yamlWriter, jsonWriter]) {
        const { files, leftOut } = writer.write(content);
        const { glossary, problems } = read(files[0]?.text ?? '');
        assert.deepEqual([leftOut, problems], [[], []]);
        const [found] = glossary?.concepts ?? [];
        assert.deepEqual({ ...found, ...expected }, found);
      }
    });
  }
});

describe('the format in JSON', () => {
  it('is written by name and recognised by nobody', async () => {
    const format = formatNamed('json');
    assert.equal(format?.recognises({ uri: 'a.json', text: '[]' }), false);
    const writer = await format?.writer?.();
    const written = writer?.write({ uri: '', name: 'a', language: 'en', concepts: [concept({})] });
    assert.deepEqual(written, {
      files: [
        {
          path: 'glossary.json',
          text: `${JSON.stringify({ name: 'a', concepts: [{ term: 'pod', definition: 'A thing.' }] }, null, 2)}\n`,
        },
      ],
      leftOut: [],
    });
    const reader = await format?.reader?.();
    assert.equal(reader, nativeFormat);
  });
});

function term(text: string, status: Term['status'] = 'preferred', kind: Term['kind'] = 'full'): Term {
  return { text, status, kind, caseRule: 'auto' };
}

function concept(given: Partial<Concept>): Concept {
  return {
    id: 'pod',
    terms: [term('pod')],
    definition: 'A thing.',
    examples: [],
    faq: [],
    links: [],
    related: [],
    origin: { uri: '', span: { start: 0, end: 0 }, line: 0 },
    ...given,
  };
}
