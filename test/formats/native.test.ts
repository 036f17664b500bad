import assert from 'node:assert/strict';
import { definitionPlace, type ReadGlossary, termPlace } from '../../server/src/formats/format';
import { type GlossaryLimits, glossaryLimits } from '../../server/src/formats/limits';
import { nativeFormat, readNative } from '../../server/src/formats/native';
import type { Concept } from '../../server/src/terminology/concept';
import type { Owner } from '../../server/src/terminology/glossary';
import { unmark } from '../support/marked';

const URI = 'file:///team/glossary.yaml';

function read(text: string, limits: Partial<GlossaryLimits> = {}): ReadGlossary {
  return readNative({ uri: URI, text, defaultName: 'Team' }, { ...glossaryLimits, ...limits });
}

function conceptsOf(text: string): readonly Concept[] {
  return read(text).glossary?.concepts ?? [];
}

function onlyConcept(text: string): Concept {
  const { glossary, problems } = read(text);
  assert.deepEqual(problems, []);
  const [concept] = glossary?.concepts ?? [];
  assert.ok(concept, 'no concept was read');
  return concept;
}

/** Tell each problem as `code: text of its span`. */
function problemsOf(text: string, limits: Partial<GlossaryLimits> = {}): readonly string[] {
  return read(text, limits).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

/** Take the `⟦…⟧` out of a text and expect one problem with this code there. */
function checkProblem(marked: string, code: string, messagePart: string | RegExp = ''): ReadGlossary {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const found = read(text);
  assert.deepEqual(
    found.problems.map((problem) => ({ code: problem.code, span: problem.span })),
    [{ code, span: { start, end } }],
    text,
  );
  assert.match(found.problems[0]?.message ?? '', typeof messagePart === 'string' ? literal(messagePart) : messagePart);
  return found;
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

const FULL = `name: Acme platform
language: en-gb
category: Engineering
version: 1
concepts:
  - id: kubernetes
    term: Kubernetes
    abbreviations: [K8s]
    also: [kube]
    avoid:
      - kubernets
      - { term: kubernates, reason: misspelling }
    pronunciation: koo-ber-NET-eez
    category: Containers
    audience: [operators, developers, operators]
    plain: system that runs programs
    definition: A system that runs containers.
    description: |
      One paragraph.

      Another.
    examples:
      - { title: Big, text: A big one. }
      - A small one.
    faq: [{ question: When?, answer: Later. }]
    related: [docker, pod]
    links:
      - { title: Home, url: "https://kubernetes.io" }
      - https://example.org/docs/
    case: exact
  - term: Pod
    definition: The smallest unit.

`;

describe('a concept without a definition', () => {
  const rows: readonly (readonly [
    name: string,
    text: string,
    terms: readonly string[],
    problems: readonly string[],
  ])[] = [
    ['that has an abbreviation is one', '- term: Long Form\n  abbreviations: LF\n', ['Long Form', 'LF'], []],
    ['is one in JSON', '[{ "term": "Long Form", "abbreviations": ["LF"] }]', ['Long Form', 'LF'], []],
    [
      'whose term is an abbreviation is one with what it stands for',
      '- term: API\n  also: interface\n',
      ['API', 'interface'],
      [],
    ],
    ['whose term is an abbreviation is none alone', '- term: API\n', [], ['missing-definition: API']],
    ['with a term to avoid is one', '- term: allowlist\n  avoid: whitelist\n', ['allowlist', 'whitelist'], []],
    ['with another term is one', '- term: pod\n  also: kube pod\n', ['pod', 'kube pod'], []],
    ['with another term in JSON is one', '[{ "term": "pod", "also": "kube pod" }]', ['pod', 'kube pod'], []],
    ['with an empty list of terms is none', '- term: pod\n  also: []\n', [], ['missing-definition: pod']],
    [
      'with a term that is none is none',
      '- term: pod\n  avoid: "--"\n',
      [],
      ['missing-definition: pod', 'unusable-term: "--"'],
    ],
    ['with an example alone is none', '- term: pod\n  examples: A pod.\n', [], ['missing-definition: pod']],
    [
      'is still to be written where its field is there and empty',
      '- term: Long Form\n  abbreviations: LF\n  definition:\n',
      [],
      ['missing-definition: Long Form'],
    ],
    [
      'that cannot be read is left out',
      '- term: Long Form\n  abbreviations: LF\n  definition: 9\n',
      [],
      ['wrong-type: 9'],
    ],
  ];
  for (const [name, text, terms, problems] of rows) {
    it(name, () => {
      assert.deepEqual(problemsOf(text), problems);
      const concepts = conceptsOf(text);
      assert.deepEqual(
        concepts.flatMap((concept) => concept.terms.map((term) => term.text)),
        terms,
      );
      assert.ok(concepts.every(({ definition }) => definition === ''));
    });
  }

  it('has its place behind its term', () => {
    const text = '- term: Long Form\n  abbreviations: LF\n';
    const { places } = read(text);
    assert.ok(places);
    const end = text.indexOf('Long Form') + 'Long Form'.length;
    assert.deepEqual(definitionPlace(places, 0), { start: end, end });
    assert.deepEqual(termPlace(places, 0), { start: 8, end });
  });
});

describe('a concept that extends', () => {
  const rows: readonly (readonly [
    name: string,
    text: string,
    expected: Partial<Concept> | undefined,
    problems: readonly string[],
  ])[] = [
    [
      'needs an id alone, which stands for its term',
      '- id: pod\n  extends: true\n',
      { id: 'pod', extends: true, definition: '', terms: [preferred('pod')] },
      [],
    ],
    [
      'needs a term alone',
      '- term: Rolling update\n  extends: true\n',
      { id: 'rolling-update', extends: true, definition: '', terms: [preferred('Rolling update')] },
      [],
    ],
    [
      'keeps what it says',
      '- id: pod\n  extends: true\n  category: Ours\n  case: exact\n  definition: A thing.\n',
      {
        id: 'pod',
        extends: true,
        category: 'Ours',
        definition: 'A thing.',
        terms: [{ ...preferred('pod'), caseRule: 'exact' }],
      },
      [],
    ],
    [
      'may be written in JSON',
      '[{ "id": "pod", "extends": true, "links": "https://a.example" }]',
      { extends: true, links: [{ title: 'a.example', url: 'https://a.example' }] },
      [],
    ],
    [
      'may have an empty definition',
      '- id: pod\n  extends: true\n  definition:\n',
      { extends: true, definition: '' },
      [],
    ],
    [
      'does not where it says so',
      '- id: pod\n  term: Pod\n  extends: false\n  definition: d\n',
      { id: 'pod', definition: 'd' },
      [],
    ],
    ['needs a name', '- extends: true\n  category: c\n', undefined, ['missing-term: extends: true']],
    ['needs a name that can be found', '- id: "-"\n  extends: true\n', undefined, ['unusable-term: "-"']],
    [
      'says true or false',
      '- id: pod\n  term: x\n  definition: d\n  extends: base\n',
      { id: 'pod' },
      ['unknown-value: base'],
    ],
    [
      'needs a definition where it does not',
      '- id: pod\n  extends: false\n',
      undefined,
      ['missing-term: id: pod', 'missing-definition: id: pod'],
    ],
  ];
  for (const [name, text, expected, problems] of rows) {
    it(name, () => {
      assert.deepEqual(problemsOf(text), problems);
      const [concept] = conceptsOf(text);
      if (expected === undefined) assert.equal(concept, undefined);
      else assert.deepEqual({ ...concept, ...expected }, concept);
    });
  }
});

function preferred(text: string): Concept['terms'][0] {
  return { text, status: 'preferred', kind: 'full', caseRule: 'auto' };
}

describe('the owner of a glossary', () => {
  const rows: readonly (readonly [
    name: string,
    text: string,
    owner: Owner | undefined,
    problems: readonly string[],
  ])[] = [
    ['is a name', 'owner: Docs team', { name: 'Docs team' }, []],
    [
      'is a record',
      'owner: { name: Docs team, url: "https://a.example", contact: "ask #docs" }',
      { name: 'Docs team', url: 'https://a.example', contact: 'ask #docs' },
      [],
    ],
    ['may have a name alone in a record', 'owner:\n  name: 9', { name: '9' }, []],
    ['is nobody where nothing is said', 'owner:', undefined, []],
    ['has a name', 'owner: { url: "https://a.example" }', undefined, ['missing-field: { url: "https://a.example" }']],
    ['has a page on the web', 'owner: { name: a, url: "file:///x" }', { name: 'a' }, ['unusable-link: "file:///x"']],
    ['is one', 'owner: [a, b]', undefined, ['wrong-type: [a, b]']],
    ['has fields of its own', 'owner: { name: a, mail: b }', { name: 'a' }, ['misspelt-field: mail']],
  ];
  for (const [name, text, owner, problems] of rows) {
    it(name, () => {
      const whole = `${text}\nconcepts: [{ term: x, definition: d }]\n`;
      assert.deepEqual(problemsOf(whole), problems);
      assert.deepEqual(read(whole).glossary?.owner, owner);
    });
  }
});

describe('the native format', () => {
  for (const [said, isUnnamed] of [
    ['id: pod, extends: true, also: [capsule]', true],
    ['id: pod, term: pod, extends: true, also: [capsule]', undefined],
  ] as const) {
    it(`tells a term that is named from one that stands for the id: ${said}`, () => {
      const concept = onlyConcept(`concepts: [{ ${said} }]`);
      assert.deepEqual([concept.isUnnamed, concept.terms[0].text], [isUnnamed, 'pod']);
    });
  }

  it('reads every field', () => {
    const { glossary, problems, relatedNames } = read(FULL);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      { name: glossary?.name, language: glossary?.language, uri: glossary?.uri },
      { name: 'Acme platform', language: 'en-GB', uri: URI },
    );
    const start = FULL.indexOf('id: kubernetes');
    const pod = FULL.indexOf('term: Pod');
    assert.deepEqual(glossary?.concepts, [
      {
        id: 'kubernetes',
        terms: [
          { text: 'Kubernetes', status: 'preferred', kind: 'full', caseRule: 'exact' },
          { text: 'K8s', status: 'admitted', kind: 'abbreviation', caseRule: 'exact' },
          { text: 'kube', status: 'admitted', kind: 'variant', caseRule: 'exact' },
          { text: 'kubernets', status: 'deprecated', kind: 'variant', caseRule: 'exact' },
          { text: 'kubernates', status: 'deprecated', kind: 'variant', caseRule: 'exact', reason: 'misspelling' },
        ],
        definition: 'A system that runs containers.',
        description: 'One paragraph.\n\nAnother.',
        pronunciation: 'koo-ber-NET-eez',
        category: 'Containers',
        audience: ['operators', 'developers'],
        plain: 'system that runs programs',
        examples: [{ title: 'Big', text: 'A big one.' }, { text: 'A small one.' }],
        faq: [{ question: 'When?', answer: 'Later.' }],
        links: [
          { title: 'Home', url: 'https://kubernetes.io' },
          { title: 'example.org/docs', url: 'https://example.org/docs/' },
        ],
        related: ['docker', 'pod'],
        origin: { uri: URI, span: { start, end: FULL.indexOf('exact') + 'exact'.length }, line: 5 },
      },
      {
        id: 'pod',
        terms: [{ text: 'Pod', status: 'preferred', kind: 'full', caseRule: 'auto' }],
        definition: 'The smallest unit.',
        category: 'Engineering',
        examples: [],
        faq: [],
        links: [],
        related: [],
        origin: {
          uri: URI,
          span: { start: pod, end: FULL.trimEnd().length },
          line: FULL.slice(0, pod).split('\n').length - 1,
        },
      },
    ]);
    assert.deepEqual(
      relatedNames.map(({ name, span }) => [name, FULL.slice(span.start, span.end)]),
      [
        ['docker', 'docker'],
        ['pod', 'pod'],
      ],
    );
  });

  it('takes the name that the caller gives where the file has none', () => {
    assert.equal(read('concepts: []').glossary?.name, 'Team');
  });

  describe('reads texts as they are written', () => {
    for (const term of [
      '9',
      '0x1F',
      '1e3',
      'yes',
      'true',
      '2FA',
      '1U4N',
      '10-10 EZ',
      '2018-04-12',
      '.nan',
      '1_000',
      '007',
    ]) {
      it(`the term ${term}`, () => {
        const concept = onlyConcept(
          `- term: ${term}\n  definition: d\n  abbreviations: ${term}1\n  related: [${term}]`,
        );
        assert.deepEqual(
          concept.terms.map(({ text }) => text),
          [term, `${term}1`],
        );
        assert.deepEqual(concept.related, [term]);
      });
    }
    const rows: readonly (readonly [name: string, yaml: string, text: string])[] = [
      ['collapses white space', '"  rolling \\t\\n update "', 'rolling update'],
      ['joins lines', 'rolling\n    update', 'rolling update'],
      ['undoes escapes', '"\\u00e9t\\u00e9"', 'été'],
      ['keeps lone surrogates', '"a\\ud800"', 'a\ud800'],
      ['reads surrogate pairs', '"\\ud83d\\ude00"', '😀'],
      ['reads a block', '|\n    rolling\n    update\n', 'rolling update'],
      ['keeps NUL', 'a\0b', 'a\0b'],
      ['reads names of object members', '__proto__', '__proto__'],
      ['reads a tagged null as text', '!!str null', 'null'],
      ['reads symbols', '"=>"', '=>'],
      ['reads emoji', '🚀', '🚀'],
    ];
    for (const [name, yaml, text] of rows) {
      it(name, () => assert.equal(onlyConcept(`- definition: d\n  term: ${yaml}`).terms[0].text, text));
    }
  });

  describe('accepts a single value for a list', () => {
    const rows: readonly (readonly [string, (concept: Concept) => unknown, unknown])[] = [
      ['abbreviations: K8s', ({ terms }) => terms[1]?.text, 'K8s'],
      ['avoid: { term: k, reason: r }', ({ terms }) => [terms[1]?.text, terms[1]?.reason], ['k', 'r']],
      ['examples: Like this.', ({ examples }) => examples, [{ text: 'Like this.' }]],
      ['examples: { text: Like this. }', ({ examples }) => examples, [{ text: 'Like this.' }]],
      ['faq: { question: q, answer: a }', ({ faq }) => faq, [{ question: 'q', answer: 'a' }]],
      ['related: pod', ({ related }) => related, ['pod']],
      ['audience: developers', ({ audience }) => audience, ['developers']],
      ['links: http://a.b', ({ links }) => links, [{ title: 'a.b', url: 'http://a.b' }]],
    ];
    for (const [field, value, expected] of rows) {
      it(field, () => assert.deepEqual(value(onlyConcept(`- term: x\n  definition: d\n  ${field}`)), expected));
    }
  });

  describe('takes empty fields for absent', () => {
    for (const empty of ['', ' ~', ' null', ' []', ' [~]', ' ""', ' # nothing']) {
      it(`also:${empty}`, () => {
        const fields = ['also', 'examples', 'related', 'audience'].map((field) => `\n  ${field}:${empty}`);
        const { terms, examples, related, audience } = onlyConcept(`- term: x\n  definition: d${fields.join('')}`);
        assert.deepEqual([terms.length, examples, related, audience], [1, [], [], undefined]);
      });
    }
  });

  describe('gives each term its part of speech and its forms', () => {
    const rows: readonly (readonly [concept: string, terms: readonly object[]])[] = [
      ['term: evict', [{}]],
      ['term: evict\n  pos: verb', [{ pos: 'verb' }]],
      ['term: evict\n  also: eviction\n  pos: verb', [{ pos: 'verb' }, { pos: 'verb' }]],
      ['term: evict\n  also: { term: eviction, pos: noun }\n  pos: verb', [{ pos: 'verb' }, { pos: 'noun' }]],
      [
        'term: { term: Windows, pos: proper }\n  avoid: { term: big, pos: adjective }',
        [{ pos: 'proper' }, { pos: 'adjective' }],
      ],
      ['term: { term: cherub, forms: [cherubim, cherubim, " cherubs "] }', [{ forms: ['cherubim', 'cherubs'] }]],
      ['term: { term: cherub, forms: cherubim }\n  also: angel', [{ forms: ['cherubim'] }, {}]],
      ['term: { term: nine, forms: [9] }', [{ forms: ['9'] }]],
      ['term: { term: pod, forms: [] }', [{ forms: [] }]],
      ['term: { term: pod, forms: ~, pos: ~ }', [{}]],
    ];
    for (const [concept, expected] of rows) {
      it(JSON.stringify(concept), () => {
        const { terms } = onlyConcept(`- ${concept}\n  definition: d`);
        assert.deepEqual(
          terms.map(({ pos, forms }) => ({ ...(pos && { pos }), ...(forms && { forms }) })),
          expected,
        );
      });
    }
  });

  describe('gives each term its case rule', () => {
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ['term: a\n  also: b', ['auto', 'auto']],
      ['term: a\n  also: b\n  case: fold', ['fold', 'fold']],
      ['term: { term: a, case: exact }\n  also: b', ['exact', 'auto']],
      ['term: a\n  also: [b, { term: c, case: auto }]\n  case: exact', ['exact', 'exact', 'auto']],
    ];
    for (const [fields, rules] of rows) {
      it(fields.replaceAll('\n', ';'), () => {
        const { terms } = onlyConcept(`- definition: d\n  ${fields}`);
        assert.deepEqual(
          terms.map(({ caseRule }) => caseRule),
          rules,
        );
      });
    }
  });

  describe('makes ids of terms', () => {
    const rows: readonly (readonly [terms: readonly string[], ids: readonly string[]])[] = [
      [['Rolling update'], ['rolling-update']],
      [['CI/CD'], ['ci-cd']],
      [
        ["Moore's law", 'Größe', '部署', 'हिन्दी'],
        ['moores-law', 'größe', '部署', 'हिन्दी'],
      ],
      [
        ['=>', '  ++ '],
        ['u3d-u3e', 'u2b-u2b'],
      ],
      [
        ['C', 'C++', 'C#'],
        ['c', 'c-2', 'c-3'],
      ],
      [
        ['constructor', '__proto__', 'toString'],
        ['constructor', 'proto', 'tostring'],
      ],
    ];
    for (const [terms, ids] of rows) {
      it(terms.join(', '), () => {
        const concepts = conceptsOf(terms.map((term) => `- {term: ${JSON.stringify(term)}, definition: d}`).join('\n'));
        assert.deepEqual(
          concepts.map(({ id }) => id),
          ids,
        );
      });
    }

    it('never takes an id that is written further down', () => {
      const concepts = conceptsOf('- {term: pod, definition: d}\n- {term: whale, id: pod, definition: d}');
      assert.deepEqual(
        concepts.map(({ id }) => id),
        ['pod-2', 'pod'],
      );
    });
  });

  it('reads a list of concepts without the field around it', () => {
    assert.equal(onlyConcept('- term: x\n  definition: d').id, 'x');
  });

  it('counts lines of all kinds for the origin', () => {
    const text =
      '\ufeff# a\rb\r\nname: x\nconcepts:\n\n  - {term: a, definition: d}\r\n  - {term: b, definition: d}\n\n';
    const origins = conceptsOf(text).map(({ origin }) => origin);
    assert.deepEqual(
      origins.map(({ line, span }) => [line, text.slice(span.start, span.end)]),
      [
        [5, '{term: a, definition: d}'],
        [6, '{term: b, definition: d}'],
      ],
    );
  });

  describe('reads JSON', () => {
    const value = { name: 'J', concepts: [{ term: 'a "b"', definition: 'd', also: ['c/d', '\u2028'], links: [] }] };
    const rows: readonly (readonly [string, string])[] = [
      ['indented with tabs', JSON.stringify(value, null, '\t')],
      ['indented with spaces', JSON.stringify(value, null, 2)],
      ['on one line', JSON.stringify(value)],
      ['with CRLF and tabs', JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')],
      ['with a byte order mark', `\ufeff${JSON.stringify(value, null, '\t')}`],
      ['without any indentation', JSON.stringify(value, null, 1).replace(/\n +/g, '\n')],
      ['with escaped slashes', JSON.stringify(value).replaceAll('/', '\\/')],
      ['with commas behind the last values', JSON.stringify(value, null, 2).replace(/(?<=["\]}])(?=\n)/g, ',')],
      ['with comments', JSON.stringify(value, null, 2).replaceAll('\n', ' # YAML\n')],
      ['with names of YAML', JSON.stringify(value).replace('"name":', 'name: ')],
      ['with tabs between everything', JSON.stringify(value, null, '\t').replaceAll(':', '\t:\t')],
    ];
    for (const [name, text] of rows) {
      it(name, () => {
        const { terms } = onlyConcept(text);
        assert.deepEqual(
          terms.map((term) => term.text),
          ['a "b"', 'c/d'],
        );
      });
    }
  });

  it('resolves aliases', () => {
    const text = `concepts:
  - &first { term: a, definition: &d The definition., related: &r [x, y] }
  - { term: b, definition: *d, related: *r }
`;
    const { glossary, problems } = read(text);
    assert.deepEqual(problems, []);
    const b = glossary?.concepts[1];
    assert.deepEqual([b?.definition, b?.related], ['The definition.', ['x', 'y']]);
  });

  it('resolves an alias to the last anchor before it', () => {
    const concepts = conceptsOf('- {term: &x a, definition: *x}\n- {term: &x b, definition: *x}\n');
    assert.deepEqual(
      concepts.map(({ definition }) => definition),
      ['a', 'b'],
    );
  });
});

const CONCEPT = '- term: x\n  definition: d\n';

describe('problems of a glossary', () => {
  const rows: readonly (readonly [name: string, marked: string, code: string, message?: string | RegExp])[] = [
    ['a field with a wrong letter', `${CONCEPT}  ⟦exmaples⟧: [a]`, 'misspelt-field', 'did you mean `examples`?'],
    ['a field that begins alike', `${CONCEPT}  ⟦abbreviation⟧: a`, 'misspelt-field', 'did you mean `abbreviations`?'],
    ['a field by another name', `${CONCEPT}  ⟦synonyms⟧: [a]`, 'misspelt-field', 'did you mean `also`?'],
    ['a field of nowhere', `${CONCEPT}  ⟦colour⟧: red`, 'unknown-field', 'a concept has `id`, `term`'],
    ['a field named like a member', `${CONCEPT}  ⟦__proto__⟧: { a: 1 }`, 'unknown-field', 'a concept has'],
    ['a field of the file', `⟦lang⟧: de\nconcepts:\n${CONCEPT}`, 'misspelt-field', 'did you mean `language`?'],
    ['a reason where nothing is avoided', `${CONCEPT}  also: { term: a, ⟦reason⟧: b }`, 'unknown-field', 'a term has'],
    ['a merge', `- &a { term: x, definition: d }\n- { ⟦<<⟧: *a, term: y, definition: d }`, 'unknown-field', 'merges'],
    ['a field twice', `${CONCEPT}  ⟦term⟧: y`, 'duplicate-field', 'only the first counts'],
    ['a field without a word', `${CONCEPT}  ? ⟦[a]⟧\n  : b`, 'wrong-type', 'must be a word'],
    ['no term', `- ⟦definition: d⟧\n  category: c`, 'missing-term', 'no `term`'],
    ['an empty term', `- ⟦term: ''⟧\n  definition: d`, 'missing-term'],
    ['no definition', `- term: ⟦x⟧\n  category: c`, 'missing-definition', 'no `definition`'],
    ['an empty definition', `- term: ⟦"x"⟧\n  definition:`, 'missing-definition'],
    ['a term that is a list', `- term: ⟦[a, b]⟧\n  definition: d`, 'wrong-type', 'one term'],
    ['a definition that is a list', `- term: a\n  definition: ⟦[a, b]⟧`, 'wrong-type', 'must be text, not a list'],
    ['a definition that is a record', `- term: a\n  definition: ⟦{ text: b }⟧`, 'wrong-type', 'not a record'],
    ['a definition that is a number', `- term: a\n  definition: ⟦.nan⟧`, 'wrong-type', 'not a number'],
    ['a definition that is a boolean', `- term: a\n  definition: ⟦true⟧`, 'wrong-type', 'put it in quotes'],
    ['a definition that is a moment', `- term: a\n  definition: ⟦2018-04-12 10:30:00 +2⟧`, 'wrong-type', 'not a date'],
    ['a definition that is a date', `- term: a\n  definition: ⟦2018-04-12⟧`, 'wrong-type', 'not a date'],
    ['plain words in a list', `${CONCEPT}  plain: ⟦[a]⟧`, 'wrong-type', '`plain` must be text'],
    ['a record for an audience', `${CONCEPT}  audience: [⟦{ a: b }⟧]`, 'wrong-type', 'An audience must be text'],
    ['a category that is a list', `${CONCEPT}  category: ⟦[a]⟧`, 'wrong-type', '`category` must be text'],
    ['a list over several lines', `${CONCEPT}  description:\n    ⟦- a⟧\n    - b`, 'wrong-type', 'not a list'],
    ['a concept that is a word', `concepts:\n  - ⟦x⟧`, 'wrong-type', 'A concept must be a record'],
    ['a concept that is a list', `${CONCEPT}- ⟦[a]⟧`, 'wrong-type', 'not a list'],
    ['concepts that are no list', `concepts:\n  ⟦x: d⟧\n`, 'wrong-type', 'hyphen'],
    ['a question that is a word', `${CONCEPT}  faq: ⟦Why?⟧`, 'wrong-type', '`question` and `answer`'],
    [
      'a question without an answer',
      `${CONCEPT}  faq: ⟦{ question: Why? }⟧`,
      'missing-field',
      'A question needs `answer`',
    ],
    ['an example without a text', `${CONCEPT}  examples: [⟦{ title: T }⟧]`, 'missing-field', 'needs `text`'],
    ['a link without an address', `${CONCEPT}  links: [⟦{ title: T }⟧]`, 'missing-field', 'needs `url`'],
    ['a term record without a term', `${CONCEPT}  also: [⟦{ case: exact }⟧]`, 'missing-field', 'needs `term`'],
    ['a script for a link', `${CONCEPT}  links: [⟦"javascript:alert(1)"⟧]`, 'unusable-link', 'https://'],
    ['a command for a link', `${CONCEPT}  links: [{ title: a, url: ⟦"command:x"⟧ }]`, 'unusable-link'],
    ['a file for a link', `${CONCEPT}  links: ⟦file:///etc/passwd⟧`, 'unusable-link'],
    ['a link with a space', `${CONCEPT}  links: ⟦https://a b⟧`, 'unusable-link'],
    ['a link without a host', `${CONCEPT}  links: ⟦https:///a⟧`, 'unusable-link'],
    ['an unknown part of speech', `${CONCEPT}  pos: ⟦Verb⟧`, 'unknown-value', '`noun`, `verb`, `adjective`, `proper`'],
    ['that of a term', `${CONCEPT}  also: [{ term: b, pos: ⟦name⟧ }]`, 'unknown-value', '`proper`'],
    ['a part of speech in full', `${CONCEPT}  ⟦part-of-speech⟧: verb`, 'misspelt-field', 'did you mean `pos`?'],
    ['a plural', `${CONCEPT}  also: [{ term: b, ⟦plural⟧: bs }]`, 'misspelt-field', 'did you mean `forms`?'],
    [
      'a record for a form',
      `${CONCEPT}  also: [{ term: b, forms: [⟦{ term: c }⟧] }]`,
      'wrong-type',
      'A form of a term',
    ],
    ['a form of nothing', `${CONCEPT}  also: [{ term: b, forms: [⟦"--"⟧] }]`, 'unusable-term', 'no letter'],
    ['an unknown case', `${CONCEPT}  case: ⟦Exact⟧`, 'unknown-value', '`auto`, `exact`, `fold`'],
    ['an unknown language', `language: ⟦en_US⟧\nconcepts:\n${CONCEPT}`, 'unknown-value', 'BCP 47'],
    ['an unknown version', `version: ⟦2⟧\nconcepts:\n${CONCEPT}`, 'unknown-version', 'read as version 1'],
    ['a term that nobody sees', `${CONCEPT}  also: ["a", ⟦"\\u200b\\u2060"⟧]`, 'unusable-term'],
    ['a term of a Hangul filler', `${CONCEPT}  also: [⟦"\\u3164"⟧]`, 'unusable-term'],
    ['a term of a control character', `${CONCEPT}  also: [⟦"\\u0007"⟧]`, 'unusable-term'],
    ['a term of hyphens', `${CONCEPT}  also: [⟦"--"⟧]`, 'unusable-term'],
    ['a repeated term', `${CONCEPT}  also: [a, ⟦x⟧]`, 'repeated-term', 'already'],
    ['a term that differs in a hyphen', `${CONCEPT}  also: [e-mail, ⟦e mail⟧]`, 'repeated-term', 'reads like'],
    [
      'a term that differs in case',
      `- term: GitHub\n  definition: d\n  avoid: ⟦Github⟧`,
      'repeated-term',
      '`case: exact`',
    ],
    ['an unknown tag', `- term: ⟦!include⟧ /etc/passwd\n  definition: d`, 'unknown-tag', '`!include`'],
    ['a function tag', `- term: x\n  definition: ⟦!!js/function⟧ 'a'`, 'unknown-tag'],
    ['an alias of nothing', `${CONCEPT}  category: ⟦*Bold*⟧`, 'unknown-anchor', 'in quotes'],
    ['an alias of itself', `${CONCEPT}  also: &a [b, ⟦*a⟧]`, 'alias-cycle', 'contains the alias itself'],
    [
      'an alias of what is around it',
      `&a\nconcepts:\n- term: x\n  definition: d\n  related: { a: ⟦*a⟧ }`.replace(
        'related: { a: ⟦*a⟧ }',
        'related: [⟦*a⟧]',
      ),
      'alias-cycle',
    ],
    ['nothing', '⟦⟧', 'empty-glossary'],
    ['only a byte order mark', '⟦⟧\ufeff', 'empty-glossary'],
    ['only comments', '⟦⟧# a\n# b\n', 'empty-glossary'],
    ['null', '⟦null⟧', 'empty-glossary', 'begin with `concepts:`'],
    ['only a document start', '---⟦⟧\n', 'empty-glossary'],
    ['an empty list', '⟦[]⟧', 'empty-glossary'],
    ['a name alone', '⟦name: x⟧\n', 'empty-glossary', 'no concepts'],
    ['a number', '⟦42⟧', 'not-a-glossary'],
    ['a text', '⟦Kubernetes⟧', 'not-a-glossary', 'needs `concepts:`'],
    [
      'a merge conflict',
      `${CONCEPT}⟦<<<<<<< HEAD⟧\n- {term: a, definition: d}\n=======\n}\n>>>>>>> x\n`,
      'merge-conflict',
    ],
  ];
  for (const [name, marked, code, message] of rows) {
    it(name, () => {
      checkProblem(marked, code, message);
    });
  }

  it('a field of a record that nobody knows loses the field alone', () => {
    const { glossary } = read(
      `- term: x\n  definition: d\n  category: [a]\n  faq: [why, {question: q, answer: a}]\n- {term: y, definition: [d]}`,
    );
    const [concept, ...others] = glossary?.concepts ?? [];
    assert.deepEqual([concept?.category, concept?.faq, others], [undefined, [{ question: 'q', answer: 'a' }], []]);
  });

  it('a duplicate id keeps the first concept', () => {
    const text = '- {id: a, term: x, definition: d}\n- {id: "a", term: y, definition: d}';
    const { glossary, problems } = read(text);
    assert.deepEqual(
      glossary?.concepts.map(({ terms }) => terms[0].text),
      ['x'],
    );
    assert.deepEqual(problemsOf(text), ['duplicate-id: "a"']);
    assert.deepEqual(problems[0]?.related, [{ message: 'The concept with this id', span: { start: 7, end: 8 } }]);
  });

  describe('two concepts with one term both stay', () => {
    const sharing: readonly (readonly [string, string])[] = [
      ['Pod', 'pod'],
      ['auto-scaling', 'Auto Scaling'],
      ['auto_scaling', 'AutoScaling'],
      ['GO', 'go'],
      ['API', 'API'],
      ['\u212A', 'k'],
    ];
    for (const [one, other] of sharing) {
      it(`${one} and ${other}, with a warning`, () => {
        const text = `- {term: ${one}, definition: d}\n- {term: ${other}, definition: d}`;
        assert.deepEqual(problemsOf(text), [`duplicate-term: ${other}`]);
        assert.deepEqual(read(text).problems[0]?.related?.[0]?.span, { start: 9, end: 9 + one.length });
        assert.equal(conceptsOf(text).length, 2);
      });
    }
    it('without one where capitals tell them apart', () => {
      const text = '- {term: GO, case: exact, definition: d}\n- {term: Go, case: exact, definition: d}';
      assert.deepEqual(problemsOf(text), []);
    });
    it('as one warning where the second concept has it twice', () => {
      const text = '- {term: pod, definition: d}\n- {term: x, also: [pod, Pod], definition: d}';
      assert.deepEqual(problemsOf(text), ['duplicate-term: pod', 'repeated-term: Pod']);
    });
  });

  it('a term to avoid may differ in capitals alone where it is exact', () => {
    const { terms } = onlyConcept('- {term: GitHub, definition: d, avoid: [{term: Github, case: exact}]}');
    assert.equal(terms[1]?.text, 'Github');
  });

  describe('faults of YAML give their place and no glossary', () => {
    const faults: readonly (readonly [marked: string, message: string | RegExp])[] = [
      ['- term: a\n  definition: b⟦:⟧ c', /colon|quotes/],
      ['- term: a\n⟦\t⟧definition: b', /spaces/],
      ['- term: "a⟦⟧', 'closing quote'],
      ['- {term: a, definition: b⟦⟧', /closing brace/],
      ['a: 1\n⟦---⟧\nb: 1\n', 'second YAML document'],
      ['- term: ⟦@⟧scope', 'quotes'],
    ];
    for (const [marked, message] of faults) {
      it(JSON.stringify(marked), () => {
        const text = marked.replace(/[⟦⟧]/g, '');
        const { glossary, problems } = read(text);
        assert.equal(glossary, undefined);
        assert.ok(problems.length > 0);
        assert.ok(problems.every(({ code, severity }) => code === 'syntax' && severity === 'error'));
        assert.match(
          problems.map((problem) => problem.message).join('\n'),
          typeof message === 'string' ? literal(message) : message,
        );
        const line = marked.slice(0, marked.indexOf('⟦')).split('\n').length;
        assert.ok(problems.some(({ span }) => text.slice(0, span.start).split('\n').length === line));
      });
    }
    it('the first twenty and how many follow', () => {
      const { problems } = read('}\n'.repeat(1000));
      assert.equal(problems.length, 21);
      assert.match(problems.at(-1)?.message ?? '', /^980 more/);
    });
  });

  describe('merge conflicts', () => {
    const before = '- {term: a, definition: d}\n';
    const after = '- {term: z, definition: d}\n';
    const rows: readonly (readonly [string, string, readonly string[] | undefined])[] = [
      [
        'keep the first side',
        '<<<<<<< a\n- {term: b, definition: d}\n=======\n- {term: c, definition: d}\n>>>>>>> b\n',
        ['a', 'b', 'z'],
      ],
      [
        'leave the common ancestor out',
        '<<<<<<<\n||||||| x\n- {term: y, definition: d}\n=======\n- }\n>>>>>>>\n',
        ['a', 'z'],
      ],
      ['work with CRLF', '<<<<<<< a\r\n=======\r\n- }\r\n>>>>>>> b\r\n', ['a', 'z']],
      ['give nothing without an end', '<<<<<<< a\n- {term: b, definition: d}\n', undefined],
      ['give nothing where their first side is broken', '<<<<<<< a\n- {\n=======\n>>>>>>> b\n', undefined],
    ];
    for (const [name, conflict, terms] of rows) {
      it(name, () => {
        const text = before + conflict + after;
        const { glossary, problems } = read(text);
        assert.deepEqual(
          glossary?.concepts.map((concept) => concept.terms[0].text),
          terms,
        );
        assert.deepEqual(
          problems.map(({ code, span }) => [code, span.start]),
          [['merge-conflict', before.length]],
        );
      });
    }
    it('are found at every line of a glossary', () => {
      const lines = FULL.split('\n');
      for (let line = 0; line < lines.length - 1; line++) {
        const text = [...lines.slice(0, line), '<<<<<<< HEAD', '=======', 'x', '>>>>>>> b', ...lines.slice(line)].join(
          '\n',
        );
        const { problems, glossary } = read(text);
        assert.equal(problems[0]?.code, 'merge-conflict', text);
        assert.equal(glossary?.concepts.length, 2, `conflict before line ${line}`);
      }
    });
    it('are no conflicts inside a text', () => {
      const { description } = onlyConcept(
        '- term: x\n  definition: d\n  description: |\n    <<<<<<< HEAD\n    =======\n',
      );
      assert.equal(description, '<<<<<<< HEAD\n=======');
    });
  });

  describe('tells where terms and definitions stand', () => {
    const rows: readonly (readonly [name: string, marked: string])[] = [
      ['in YAML', "- term: ⟦pod⟧\n  also: p\n  definition: ⟦'A ''pod''.'⟧"],
      ['in JSON', '[{"definition":⟦"d"⟧,"term":{"term":⟦"pod"⟧}}]'],
      [
        'of concepts that stay',
        '- { id: a, term: ⟦x⟧, definition: ⟦d⟧ }\n- { id: a, term: y, definition: e }\n- { term: z }',
      ],
      ['in a block', '- term: ⟦pod⟧\n  definition: ⟦|\n    A pod.⟧'],
    ];
    for (const [name, marked] of rows) {
      it(name, () => {
        const { text, spans } = unmark(marked);
        const { glossary, places = new Int32Array(0) } = read(text);
        const found = (glossary?.concepts ?? []).flatMap((_, concept) => [
          termPlace(places, concept),
          definitionPlace(places, concept),
        ]);
        assert.deepEqual(
          found.sort((one, other) => one.start - other.start),
          spans,
        );
      });
    }
  });

  it('tells problems in the order of the text', () => {
    const text = '- {term: a, colour: b, definition: d}\n- {term: x}\n- {term: a, definition: d}\n';
    assert.deepEqual(problemsOf(text), ['unknown-field: colour', 'missing-definition: x', 'duplicate-term: a']);
  });

  it('keeps errors before warnings where there are too many', () => {
    const text = `${'- {term: a, definition: d}\n'.repeat(300)}- {term: b}\n`;
    const { problems } = read(text);
    assert.equal(problems.length, glossaryLimits.problems + 1);
    assert.equal(problems.filter(({ severity }) => severity === 'error').length, 1);
    assert.equal(problems.at(-1)?.message, '200 more problems in this file');
  });

  it('quotes words of users on one line and shortened', () => {
    const { problems } = read(`- {term: a, definition: d, "x\\n\\u202e${'y'.repeat(1000)}": 1}`);
    assert.match(problems[0]?.message ?? '', /^Unknown field `x {2}y{57}…`/);
  });
});

describe('limits of a glossary file', () => {
  const concept = (length: number) => `- {term: ${'t'.repeat(length)}, definition: d}`;
  const rows: readonly (readonly [name: string, limit: number, text: (size: number) => string, code: string])[] = [
    [
      'characters in a file',
      glossaryLimits.fileLength,
      (size) => `- {term: x, definition: d} #${'-'.repeat(size - 28)}`,
      'too-large',
    ],
    [
      'depth in brackets',
      100,
      (size) => `- {term: x, definition: d, also: ${'['.repeat(size - 2)}a${']'.repeat(size - 2)}}`,
      'too-deep',
    ],
    [
      'depth in JSON',
      100,
      (size) => `[{"term": "x", "definition": "d", "also": ${'['.repeat(size - 2)}1${']'.repeat(size - 2)}}]`,
      'too-deep',
    ],
    ['depth in indentation', 100, (size) => `- term: x\n  definition: d\n  also:\n${block(size - 2)}`, 'too-deep'],
    [
      'aliases',
      1_000,
      (size) => `- term: &a x\n  definition: d\n  related: [${'*a,'.repeat(size)}]`,
      'too-many-aliases',
    ],
    [
      'anchors',
      1_000,
      (size) => `- term: x\n  definition: d\n  related: [${'&a x,'.repeat(size)}]`,
      'too-many-aliases',
    ],
    ['characters in a term', 200, concept, 'too-long'],
    ['characters in an id', 200, (size) => `- {term: x, definition: d, id: ${'i'.repeat(size)}}`, 'too-long'],
    ['characters in a definition', 65_536, (size) => `- {term: x, definition: ${'d'.repeat(size)}}`, 'too-long'],
    [
      'characters in a description',
      65_536,
      (size) => `- {term: x, definition: d, description: ${'d'.repeat(size)}}`,
      'too-long',
    ],
  ];
  for (const [name, limit, text, code] of rows) {
    it(name, () => {
      const codes = (size: number) => read(text(size)).problems.map((problem) => problem.code);
      assert.ok(!codes(limit - 1).includes(code as never), 'below');
      assert.ok(!codes(limit).includes(code as never), 'at the limit');
      assert.ok(codes(limit + 1).includes(code as never), 'above');
    });
  }

  it('words and signs', () => {
    const text = '- {term: x, definition: d}';
    const parts = [20, 21, 22, 23, 24, 25].filter((limit) => read(text, { parts: limit }).glossary === undefined);
    assert.deepEqual(problemsOf(text, { parts: 5 }), ['too-many-parts: term']);
    assert.deepEqual(
      parts,
      parts.slice().sort((one, other) => one - other),
    );
  });

  it('words and signs of JSON', () => {
    const text = '[{"term":"x","definition":"d"}]';
    assert.deepEqual(problemsOf(text, { parts: 5 }), ['too-many-parts: "x"']);
    assert.deepEqual(problemsOf(text, { parts: 11 }), []);
  });

  it('concepts', () => {
    const text = '- {term: a, definition: d}\n- {term: b, definition: d}\n- {term: c, definition: d}';
    assert.deepEqual(problemsOf(text, { concepts: 3 }), []);
    assert.deepEqual(problemsOf(text, { concepts: 2 }), ['too-many-concepts: {term: c, definition: d}']);
    assert.equal(read(text, { concepts: 2 }).glossary?.concepts.length, 2);
  });

  it('characters that aliases stand for', () => {
    const text = '- {term: &a abc, definition: *a, category: *a}';
    assert.deepEqual(problemsOf(text, { aliasedLength: 6 }), []);
    assert.deepEqual(problemsOf(text, { aliasedLength: 5 }), ['too-much-aliased: *a']);
  });

  it('are told with the value found, the limit and what follows', () => {
    const [problem] = read(concept(201)).problems;
    assert.equal(problem?.message, 'A term of `term` has too many characters: 201, the limit is 200; it is left out');
  });
});

function block(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level + 4)}-\n`).join('');
}

describe('hostile glossaries', () => {
  const R = (text: string, count: number) => text.repeat(count);
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const refused: readonly (readonly [name: string, text: string, code: string])[] = [
    ['nested brackets', `${R('[', 1000)}1${R(']', 1000)}`, 'too-deep'],
    ['many nested brackets', `${R('[', 1_000_000)}${R(']', 1_000_000)}`, 'too-deep'],
    ['nested JSON records', R('{"a":', 1_000_000), 'too-deep'],
    ['nested hyphens', `${R('- ', 5000)}x`, 'too-deep'],
    ['nested explicit keys', `${R('? ', 5000)}x`, 'too-deep'],
    ['nested indentation', lines(3000, (index) => `${' '.repeat(index)}a:`), 'too-deep'],
    ['colons on one line', `${R('a: ', 5000)}x`, 'too-deep'],
    ['colons on each line', R(' b: c: d\n', 5000), 'too-deep'],
    ['keys over several lines', R('"\n": ', 5000), 'syntax'],
    [
      'a billion laughs',
      `a0: &a0 [x, x]\n${lines(9, (index) => `a${index + 1}: &a${index + 1} [${R(`*a${index},`, 9)}]`)}`,
      'unknown-field',
    ],
    ['an alias flood', `a: &a 1\nb: [${R('*a,', 100_000)}]`, 'too-many-aliases'],
    ['a flood of anchors', lines(20_000, (index) => `- &a${index} ${index}\n- *a${index}`), 'too-many-aliases'],
    ['a chain of merges', lines(10_000, (index) => `m${index}: &m${index} {<<: *m${index - 1}}`), 'too-many-aliases'],
    ['commas', `[${R(',', 100_000)}]`, 'syntax'],
    ['document starts', R('---\n', 100_000), 'syntax'],
    ['conflict markers', R('<<<<<<<\n', 100_000), 'merge-conflict'],
  ];
  for (const [name, text, code] of refused) {
    it(`${name} are told, also the second time`, () => {
      for (let time = 0; time < 2; time++) {
        const { problems } = read(text);
        assert.ok(
          problems.some((problem) => problem.code === code),
          JSON.stringify(problems[0]),
        );
        assert.ok(problems.length <= glossaryLimits.problems + 1);
      }
    });
  }

  it('names of object members are ordinary words', () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'];
    const text = words
      .map((word) => `- {id: ${word}, term: ${word}, definition: d, ${word}: {polluted: 1}}`)
      .join('\n');
    assert.deepEqual(
      conceptsOf(text).map(({ id, terms }) => [id, terms[0].text]),
      words.map((word) => [word, word]),
    );
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('a list that aliases repeat in every concept stays in proportion', () => {
    const example = '{text: an example},';
    const text = `- {term: t, definition: d, examples: &e [${R(example, 2_000)}]}\n${lines(400, (index) => `- {term: t${index}, definition: d, examples: *e}`)}`;
    const { glossary, problems } = read(text);
    const examples = glossary?.concepts.reduce((sum, concept) => sum + concept.examples.length, 0) ?? 0;
    assert.ok(examples <= (text.length + glossaryLimits.aliasedLength) / example.length, `${examples} examples`);
    assert.ok(problems.some(({ code }) => code === 'too-much-aliased'));
  });
});

describe('the native format takes linear time', () => {
  const repeated = (line: (index: number) => string) => (size: number) =>
    Array.from({ length: size }, (_, index) => line(index)).join('\n');
  const rows: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
    ['keys of one map', 2_500, repeated((index) => `k${index}: {definition: d}`)],
    ['one key again and again', 2_500, repeated(() => 'name: d')],
    ['concepts', 500, repeated((index) => `- {term: t${index}, definition: d}`)],
    ['concepts in JSON', 500, (size) => `[${repeated((index) => `{"term":"t${index}","definition":"d"},`)(size)}]`],
    ['concepts with one term', 500, repeated(() => '- {term: t, definition: d}')],
    ['concepts with one id', 500, repeated(() => '- {id: i, term: t, definition: d}')],
    [
      'terms of one concept',
      1_000,
      (size) => `- {term: t, definition: d, also: [${repeated((index) => ` a${index},`)(size)}]}`,
    ],
    [
      'related concepts',
      1_000,
      (size) => `- {term: t, definition: d, related: [${repeated((index) => ` a${index},`)(size)}]}`,
    ],
    ['unclosed things', 1_000, repeated(() => '- }')],
    [
      'a tagged ordered map of YAML 1.1',
      2_000,
      (size) => `%YAML 1.1\n---\na: !!omap [${repeated((index) => ` k${index}: 1,`)(size)}]`,
    ],
    [
      'lines of a description',
      20_000,
      (size) => `- term: t\n  definition: d\n  description: >\n${repeated(() => '    line')(size)}`,
    ],
  ];
  for (const [name, size, text] of rows) {
    it(name, () => {
      const small = text(size);
      const large = text(size * 4);
      read(small);
      assert.ok(
        medianTime(large) / medianTime(small) < 4 * 3,
        'four times the text took more than twelve times as long',
      );
    });
  }
});

/** In milliseconds, of five runs. */
function medianTime(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    nativeFormat.read({ uri: URI, text, defaultName: 'Team' });
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[2] ?? 0;
}
