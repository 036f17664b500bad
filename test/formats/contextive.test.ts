import assert from 'node:assert/strict';
import { readGlob } from '../../server/src/configuration/glob';
import { formatOf } from '../../server/src/formats';
import { globsOf } from '../../server/src/formats/contextive/paths';
import { readContextive } from '../../server/src/formats/contextive/reader';
import { definitionPlace, type ReadGlossary, termPlace } from '../../server/src/formats/format';
import { type GlossaryLimits, glossaryLimits } from '../../server/src/formats/limits';
import type { Concept } from '../../server/src/terminology/concept';

const URI = 'file:///team/cargo.glossary.yml';

function read(text: string, limits: Partial<GlossaryLimits> = {}): ReadGlossary {
  return readContextive({ uri: URI, text, defaultName: 'Team' }, { ...glossaryLimits, ...limits });
}

function conceptsOf(text: string): readonly Concept[] {
  return read(text).glossary?.concepts ?? [];
}

/** Read one term, its fields written on lines of their own. */
function termOf(...fields: readonly string[]): Concept {
  const found = read(`contexts:\n  - terms:\n      - ${fields.join('\n        ')}\n`);
  assert.deepEqual(found.problems, []);
  const [concept] = found.glossary?.concepts ?? [];
  assert.ok(concept, 'no concept was read');
  return concept;
}

/** Tell terms as `text status kind`. */
function namesOf({ terms }: Concept): readonly string[] {
  return terms.map(({ text, status, kind }) => `${text} ${status} ${kind}`);
}

/** Tell each problem as `code: text of its span`. */
function problemsOf(text: string, limits: Partial<GlossaryLimits> = {}): readonly string[] {
  return read(text, limits).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

const FULL = `imports:
  - ../billing/billing.glossary.yml
  - "https://example.org/shared.yml"
contexts:
  - name: Cargo
    domainVisionStatement: To route cargo
    paths: [src/cargo]
    meta:
      "👥 Owner:": "[Team A](https://example.org/a)"
      "🌐 Ref:": a page
    terms:
      - name: Bill of Lading (BoL)
        definition: |
          A receipt for cargo.

          It is signed.
        examples:
          - Sign the bill of lading.
        aliases: [_waybill_]
        meta:
          "🌐 Ref:": "[Wiki](https://example.org/bol)"
          ✅: Approved
          "Related:": "Leg, Vessel"
      - name: Vessel
`;

describe('the format of Contextive', () => {
  it('reads every field', () => {
    const { glossary, problems, relatedNames, imports, parts, leftOut } = read(FULL);
    assert.deepEqual(problems, []);
    const { name, language, owner } = glossary ?? {};
    assert.deepEqual(
      { name, language, owner },
      { name: 'Cargo', language: 'en', owner: { name: 'Team A', url: 'https://example.org/a' } },
    );
    const start = FULL.indexOf('name: Bill');
    const vessel = FULL.indexOf('name: Vessel');
    assert.deepEqual(glossary?.concepts, [
      {
        id: 'bill-of-lading',
        terms: [
          { text: 'Bill of Lading', status: 'preferred', kind: 'full', caseRule: 'auto' },
          { text: 'BoL', status: 'admitted', kind: 'abbreviation', caseRule: 'auto' },
          { text: 'waybill', status: 'admitted', kind: 'variant', caseRule: 'auto' },
        ],
        definition: 'A receipt for cargo.',
        description: 'It is signed.\n\n**✅** Approved',
        category: 'Cargo',
        examples: [{ text: 'Sign the bill of lading.' }],
        faq: [],
        links: [{ title: 'Wiki', url: 'https://example.org/bol' }],
        related: ['Leg', 'Vessel'],
        origin: { uri: URI, span: { start, end: FULL.indexOf('Vessel"') + 'Vessel"'.length }, line: 11 },
      },
      {
        id: 'vessel',
        terms: [{ text: 'Vessel', status: 'preferred', kind: 'full', caseRule: 'auto' }],
        definition: '',
        category: 'Cargo',
        examples: [],
        faq: [],
        links: [],
        related: [],
        origin: { uri: URI, span: { start: vessel, end: vessel + 'name: Vessel'.length }, line: 23 },
      },
    ]);
    assert.deepEqual(
      relatedNames.map(({ span }) => FULL.slice(span.start, span.end)),
      ['Leg', 'Vessel'],
    );
    assert.deepEqual(
      imports?.map(({ source, span }) => [source, FULL.slice(span.start, span.end)]),
      [
        ['../billing/billing.glossary.yml', '../billing/billing.glossary.yml'],
        ['https://example.org/shared.yml', '"https://example.org/shared.yml"'],
      ],
    );
    assert.deepEqual(parts, [{ paths: ['**/*src/cargo*', '**/*src/cargo*/**'], concepts: { start: 0, end: 2 } }]);
    assert.deepEqual(
      leftOut?.map(({ what, count, span }) => [what, count, FULL.slice(span?.start, span?.end)]),
      [
        ['`domainVisionStatement` of a context', 1, 'To route cargo'],
        ['the meta `🌐 Ref:` of a context', 1, 'a page'],
      ],
    );
  });

  it('tells where names and definitions stand', () => {
    const { places } = read(FULL);
    assert.ok(places);
    const texts = [0, 1].flatMap((number) =>
      [termPlace(places, number), definitionPlace(places, number)].map(({ start, end }) => FULL.slice(start, end)),
    );
    const [bill, definition, vessel, none] = texts;
    assert.deepEqual([bill, vessel, none], ['Bill of Lading (BoL)', 'Vessel', '']);
    assert.match(definition ?? '', /^\|\n\s+A receipt/);
  });

  it('takes its language from what names the file', () => {
    const options = { language: 'de' };
    const text = 'contexts: [{ terms: [{ name: Maße }, { name: Masse }] }]';
    const { glossary, problems } = readContextive({ uri: URI, text, defaultName: '', options }, glossaryLimits);
    assert.deepEqual([glossary?.language, glossary?.size, problems], ['de', 2, []]);
  });
});

describe('a file of Contextive', () => {
  const rows: readonly (readonly [behaviour: string, uri: string, text: string, format: string])[] = [
    ['has contexts', URI, 'contexts:\n  - terms:\n', 'contextive'],
    ['has contexts below a comment', URI, '# Cargo\r\n\r\ncontexts:\r\n', 'contextive'],
    ['has contexts behind a byte order mark', URI, '\ufeffcontexts:\n', 'contextive'],
    ['has contexts in quotes', URI, '"contexts" : []', 'contextive'],
    ['has imports alone', URI, 'imports:\n  - ../a.yml\n', 'contextive'],
    ['has imports before contexts', URI, 'imports: []\ncontexts:\n', 'contextive'],
    ['is anything in its folder', 'file:///a/.contextive/definitions.yml', '', 'contextive'],
    ['is anything in its folder, whatever the query', 'vscode-vfs://a/.contextive/d.yaml?x/y', 'a', 'contextive'],
    ['is none with concepts', URI, 'concepts: []\ncontexts:\n', 'yaml'],
    ['is none with concepts behind imports', URI, 'imports: []\nconcepts:\n', 'yaml'],
    ['is none where contexts are deeper', URI, 'concepts:\n  contexts:\n', 'yaml'],
    ['is none where the name only begins so', URI, 'contextsOf: 1\nimportsOf: 2\n', 'yaml'],
    ['is none where the folder is further up', 'file:///.contextive/a/b.yml', '', 'yaml'],
    ['is none in JSON', 'file:///a/.contextive/a.json', '{}', 'yaml'],
    ['is none when empty elsewhere', URI, '', 'yaml'],
    ['is none where a list comes first', URI, '# a\n\n- term: a\ncontexts:\n', 'yaml'],
    ['has contexts behind the mark of a document', URI, '---\ncontexts:\n', 'contextive'],
    ['has contexts behind a list that is not indented', URI, 'imports:\n- a.yml\ncontexts:\n', 'contextive'],
    ['has imports as a list that is not indented', URI, 'imports:\n- a.yml\n', 'contextive'],
  ];
  for (const [behaviour, uri, text, format] of rows)
    it(behaviour, () => assert.equal(formatOf({ uri, text }).id, format));
});

describe('the terms of Contextive', () => {
  const names: readonly (readonly [behaviour: string, fields: readonly string[], names: readonly string[]])[] = [
    ['a name alone', ['name: Policy'], ['Policy preferred full']],
    [
      'aliases, some of which abbreviate the name',
      ['name: Estimated Time of Arrival', 'aliases: [ETA, arrival estimate]'],
      ['Estimated Time of Arrival preferred full', 'ETA admitted abbreviation', 'arrival estimate admitted variant'],
    ],
    [
      'words of the name are another name, and no abbreviation',
      ['name: Order Line', 'aliases: [order]'],
      ['Order Line preferred full', 'order admitted variant'],
    ],
    ['one alias without a list', ['name: Cargo', 'aliases: unit'], ['Cargo preferred full', 'unit admitted variant']],
    [
      'aliases in emphasis',
      ['name: Todo', 'aliases: [_TodoItem_, "*task to do*"]'],
      ['Todo preferred full', 'TodoItem admitted variant', 'task to do admitted variant'],
    ],
    [
      'underscores that are part of a name',
      ['name: Start', 'aliases: [__init__, _private, a_b_]'],
      ['Start preferred full', '__init__ admitted variant', '_private admitted variant', 'a_b_ admitted variant'],
    ],
    ['numbers and words that YAML takes for others', ['name: 404'], ['404 preferred full']],
    [
      'terms to avoid, with a reason',
      ['name: Vessel', 'meta: { "🚫 Avoid:": "ship (too wide), boat" }'],
      ['Vessel preferred full', 'ship deprecated variant', 'boat deprecated variant'],
    ],
  ];
  for (const [behaviour, fields, expected] of names)
    it(behaviour, () => assert.deepEqual(namesOf(termOf(...fields)), expected));

  it('keep ss and ß apart', () => {
    const text = 'contexts:\n  - terms:\n      - name: Masse\n      - name: Maße\n';
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(
      conceptsOf(text).map(({ id }) => id),
      ['masse', 'maße'],
    );
  });

  it('are told apart by their contexts, and reported within one', () => {
    const text = `contexts:
  - { name: Billing, terms: [{ name: Policy }, { name: Rule, aliases: [policy] }] }
  - { name: Cargo, terms: [{ name: Policy }] }
`;
    assert.deepEqual(problemsOf(text), ['duplicate-term: policy']);
    assert.deepEqual(
      conceptsOf(text).map(({ id, category }) => `${category}: ${id}`),
      ['Billing: policy', 'Billing: rule', 'Cargo: policy-2'],
    );
  });
});

describe('a definition of Contextive', () => {
  const rows: readonly (readonly [behaviour: string, text: string, definition: string, description?: string])[] = [
    ['is its first paragraph', 'One.\n\nTwo.\n\nThree.', 'One.', 'Two.\n\nThree.'],
    ['keeps its line breaks', 'One  \nline.', 'One  \nline.'],
    ['ends at a line of white space', 'One.\n \t\nTwo.', 'One.', 'Two.'],
    ['keeps a fence together', 'As in\n```\na\n\nb\n```\n\nTwo.', 'As in\n```\na\n\nb\n```', 'Two.'],
    ['keeps a list together', '- a\n\n  more\n\nTwo.', '- a\n\n  more', 'Two.'],
    ['ends nowhere in a fence that is never closed', '~~~\na\n\nb', '~~~\na\n\nb'],
  ];
  for (const [behaviour, text, definition, description] of rows) {
    it(behaviour, () => {
      const concept = termOf('name: a', `definition: ${JSON.stringify(text)}`);
      assert.deepEqual([concept.definition, concept.description], [definition, description]);
    });
  }
});

describe('the meta of a term', () => {
  const rows: readonly (readonly [behaviour: string, meta: string, expected: Partial<Concept>])[] = [
    ['is a line of the description', '"👥 Owner:": Team A', { description: '**👥 Owner:** Team A' }],
    ['keeps its own marks', '"_Owner_": Team A', { description: '_Owner_ Team A' }],
    ['may be a number', 'Since: 2024', { description: '**Since** 2024' }],
    [
      'links',
      'Docs: "[A](https://a.org), [B](http://b.org/c_(d))"',
      {
        links: [
          { title: 'A', url: 'https://a.org' },
          { title: 'B', url: 'http://b.org/c_(d)' },
        ],
      },
    ],
    ['links to the web alone', 'Docs: "[A](file:///a)"', { description: '**Docs** [A](file:///a)' }],
    [
      'is text where it links among words',
      'Ref: "see [A](https://a.org)"',
      {
        description: '**Ref** see [A](https://a.org)',
      },
    ],
    ['names related concepts', '"See also": "Leg, Policy"', { related: ['Leg', 'Policy'] }],
    [
      'is text where related concepts are links',
      'Related: "[Leg](https://a.org)"',
      {
        description: '**Related** [Leg](https://a.org)',
      },
    ],
    [
      'asks and answers',
      '"Who signs it?": The carrier.',
      {
        faq: [{ question: 'Who signs it?', answer: 'The carrier.' }],
      },
    ],
    ['says how it sounds', 'Pronunciation: LAY-ding', { pronunciation: 'LAY-ding' }],
    ['says whom it is for', 'Audience: "clerks, carriers"', { audience: ['clerks', 'carriers'] }],
    ['is nothing when empty', 'Status:', {}],
  ];
  for (const [behaviour, meta, expected] of rows) {
    it(behaviour, () => {
      const { id, terms, definition, examples, origin, ...rest } = termOf('name: a', 'meta:', `  ${meta}`);
      assert.deepEqual(rest, { faq: [], links: [], related: [], ...expected });
    });
  }
});

describe('the owner of a glossary of Contextive', () => {
  const context = (meta: string) => `  - { terms: [{ name: a }], meta: { ${meta} } }\n`;
  const rows: readonly (readonly [behaviour: string, text: string, owner: unknown, leftOut: readonly string[]])[] = [
    ['is a team without a page', context('Team: Blue'), { name: 'Blue' }, []],
    ['is no text with marks in it', context('Owner: "[A] and [B]"'), undefined, ['the meta `Owner` of a context']],
    ['is named by all contexts', context('Owner: Blue') + context('"Owner:": Blue'), { name: 'Blue' }, []],
    [
      'is none where contexts differ',
      context('Owner: Blue') + context('Owner: Red'),
      undefined,
      ['the meta `Owner` of a context'],
    ],
    [
      'is none where a context names none',
      `${context('Owner: Blue')}  - terms: [{ name: b }]\n`,
      undefined,
      ['the meta `Owner` of a context'],
    ],
  ];
  for (const [behaviour, contexts, owner, leftOut] of rows) {
    it(behaviour, () => {
      const found = read(`contexts:\n${contexts}`);
      assert.deepEqual(found.glossary?.owner, owner);
      assert.deepEqual(
        found.leftOut?.map(({ what }) => what),
        leftOut,
      );
    });
  }
});

describe('problems of a glossary of Contextive', () => {
  const rows: readonly (readonly [behaviour: string, text: string, problems: readonly string[], size?: number])[] = [
    ['an empty file', '', ['empty-glossary: '], 0],
    ['a comment alone', '# soon\n', ['empty-glossary: '], 0],
    ['no contexts', 'contexts:\n', ['empty-glossary: contexts:'], 0],
    ['an empty list of contexts', 'contexts: []\n', ['empty-glossary: []'], 0],
    ['no terms', 'contexts:\n  - name: a\n    terms:\n', ['empty-glossary: name: a'], 0],
    ['an empty list of terms', 'contexts:\n  - terms: []\n', ['empty-glossary: []'], 0],
    ['imports alone are none', 'imports: a.yml\n', [], 0],
    ['an empty context is none', 'contexts:\n  -\n  - terms: [{ name: a }]\n', [], 1],
    ['a text', 'Cargo', ['not-a-glossary: Cargo']],
    ['a list', '- name: a\n- name: b\n', ['not-a-glossary: - name: a']],
    ['terms outside of a context', 'terms:\n  - name: a\n', ['unknown-field: terms'], 1],
    ['terms named by `term`', 'contexts:\n  - terms:\n      - term: a\n', ['misspelt-field: term'], 1],
    ['terms with both names', 'contexts:\n  - terms:\n      - term: a\n        name: b\n', ['misspelt-field: term'], 1],
    [
      'a misspelt field',
      'contexts:\n  - terms:\n      - name: a\n        example: b\n',
      ['misspelt-field: example'],
      1,
    ],
    ['a field of ours', 'contexts:\n  - terms: [{ name: a, pos: noun }]\n', ['unknown-field: pos'], 1],
    ['a term without a name', 'contexts:\n  - terms: [{ definition: a }]\n', ['missing-term: { definition: a }'], 0],
    ['a name of nothing but space', 'contexts:\n  - terms: [{ name: " " }]\n', ['missing-term: { name: " " }'], 0],
    ['a name of a mark alone', 'contexts:\n  - terms: [{ name: "\u200b" }]\n', ['unusable-term: "\u200b"'], 0],
    ['a term that is a text', 'contexts:\n  - terms: [a]\n', ['wrong-type: a'], 0],
    ['contexts that are a text', 'contexts: a\n', ['wrong-type: a'], 0],
    ['a context that is a text', 'contexts: [a]\n', ['wrong-type: a'], 0],
    ['terms that are a record', 'contexts: [{ terms: { name: a } }]\n', ['wrong-type: { name: a }'], 0],
    [
      'an example with a colon in it',
      'contexts:\n  - terms:\n      - name: a\n        examples:\n          - He said: so\n',
      ['wrong-type: He said: so'],
      1,
    ],
    ['meta that is a list', 'contexts: [{ terms: [{ name: a, meta: [b] }] }]', ['wrong-type: [b]'], 1],
    ['meta in meta', 'contexts: [{ terms: [{ name: a, meta: { b: { c: d } } }] }]', ['wrong-type: { c: d }'], 1],
    ['a name of meta twice', 'contexts: [{ terms: [{ name: a, meta: { b: c, b: d } }] }]', ['duplicate-field: b'], 1],
    ['a path up', 'contexts: [{ paths: [../a], terms: [{ name: a }] }]', ['unusable-glob: ../a'], 1],
    ['a colon too many', 'contexts:\n  - terms:\n      - name: a\n        definition: : b\n', ['syntax: :']],
    [
      'a merge conflict',
      'contexts:\n  - terms:\n<<<<<<< a\n      - name: a\n=======\n      - name: b\n>>>>>>> b\n',
      ['merge-conflict: <<<<<<< a'],
      1,
    ],
  ];
  for (const [behaviour, text, problems, size] of rows) {
    it(behaviour, () => {
      assert.deepEqual(problemsOf(text), problems);
      assert.equal(read(text).glossary?.size, size);
    });
  }

  it('renames `term` without asking', () => {
    const [problem] = read('contexts: [{ terms: [{ "term": a }] }]').problems;
    assert.deepEqual(problem?.replacement, { text: '"name"', isSafe: true });
  });

  const limits: readonly (readonly [string, Partial<GlossaryLimits>, string, readonly string[], number | undefined])[] =
    [
      [
        'too many terms',
        { concepts: 1 },
        'contexts: [{ terms: [{ name: a }, { name: b }] }]',
        ['too-many-concepts: { name: b }'],
        1,
      ],
      ['a name that is too long', { termLength: 3 }, 'contexts: [{ terms: [{ name: abcd }] }]', ['too-long: abc'], 0],
      [
        'a text that is too long',
        { textLength: 3 },
        'contexts: [{ terms: [{ name: a, definition: abcd }] }]',
        ['too-long: abc'],
        1,
      ],
      ['a file that is too long', { fileLength: 3 }, 'contexts: []', ['too-large: '], undefined],
    ];
  for (const [behaviour, limit, text, problems, size] of limits) {
    it(behaviour, () => {
      assert.deepEqual(problemsOf(text, limit), problems);
      assert.equal(read(text, limit).glossary?.size, size);
    });
  }
});

describe('the parts of a glossary of Contextive', () => {
  it('are its contexts with paths, but not those that hold everywhere', () => {
    const text = `contexts:
  - terms: [{ name: a }]
  - { paths: [x/], terms: [{ name: b }, { name: c }] }
  - { paths: ["**"], terms: [{ name: d }] }
  - { paths: y/**, terms: [{ name: e }, {}] }
  - { paths: [z/], terms: [] }
`;
    assert.deepEqual(read(text).parts, [
      { paths: ['**/*x/**'], concepts: { start: 1, end: 3 } },
      { paths: ['**/*y/**'], concepts: { start: 4, end: 5 } },
    ]);
  });

  const rows: readonly (readonly [path: string, found: readonly string[], notFound: readonly string[]])[] = [
    ['primary', ['primary/a.cs', 'src/primary/b/a.cs', 'primary.md', 'my-primary-x/a.cs'], ['prim/ary.cs']],
    ['test.js', ['test.js', 'src/test.js', 'src/my.test.jsx'], ['src/test-js']],
    ['/src/cargo/', ['src/cargo/a.cs', 'x/src/cargo/b/a.cs'], ['main-src/cargo/a.cs', 'src/cargos/a.cs']],
    ['**/cargo/**', ['cargo/a.cs', 'x/y/cargo/z/a.cs'], ['my-cargo/a.cs', 'cargo.cs']],
    ['./src', ['src/a.cs'], ['lib/a.cs']],
    ['src\\cargo', ['src/cargo/a.cs'], ['src/a.cs']],
    ['src/**/*.cs', ['src/a/b/c.cs', 'src/c.cs'], ['src/c.ts']],
    ['*.md', ['a.md', 'x/a.md'], ['a.txt']],
    ['file[0-9].ts', ['file1.ts', 'x/file2.ts'], ['file.ts']],
    ['**', ['a', 'a/b.cs'], []],
    ['/', ['a', 'a/b.cs'], []],
    ['*', ['a', 'a/b.cs'], []],
    ['!a', ['!a', 'x/!ab'], ['b']],
    ['{a,b}', ['?a,b?'], ['a', 'b']],
  ];
  for (const [path, found, notFound] of rows) {
    it(`hold for what has ${path} in its path`, () => {
      const globs = (globsOf(path) ?? []).map(readGlob);
      const matches = (document: string) => globs.some((glob) => typeof glob === 'object' && glob.matches(document));
      assert.ok(globs.every((glob) => typeof glob === 'object'));
      assert.deepEqual(found.filter(matches), found);
      assert.deepEqual(notFound.filter(matches), []);
    });
  }
});
