import assert from 'node:assert/strict';
import { definitionPlace, type ReadGlossary, type ReadOptions, termPlace } from '../../server/src/formats/format';
import { type GlossaryLimits, glossaryLimits } from '../../server/src/formats/limits';
import { readPage } from '../../server/src/formats/markdown/page';
import type { Concept } from '../../server/src/terminology/concept';

function read(
  text: string,
  uri = 'file:///team/words.md',
  options: ReadOptions = {},
  limits: Partial<GlossaryLimits> = {},
): ReadGlossary {
  return readPage({ uri, text, defaultName: 'Team', options }, { ...glossaryLimits, ...limits });
}

/** A concept on a line: its terms, those to avoid with a minus, and its definition behind a colon. */
function shown({ terms, definition }: Concept): string {
  const names = terms.map(({ text, status }) => (status === 'deprecated' ? `-${text}` : text));
  return `${names.join(' | ')}: ${definition}`;
}

const shownIn = (text: string, uri?: string, options?: ReadOptions) =>
  read(text, uri, options).glossary?.concepts.map(shown);

describe('the terms of a page of Markdown', () => {
  const rows: readonly (readonly [name: string, text: string, concepts: readonly string[]])[] = [
    ['are headings', '# Words\n\n## Pod\n\nA group.\n\n## Node\n\nA machine.\n', ['Pod: A group.', 'Node: A machine.']],
    [
      'are headings that are underlined',
      'Pod\n---\n\nA group.\n\nNode\n---\n\nA machine.\n',
      ['Pod: A group.', 'Node: A machine.'],
    ],
    [
      'are not letters',
      '## N\n\n### Node\n\nA machine.\n\n## P\n\n### Pod\n\nA group.\n',
      ['Node: A machine.', 'Pod: A group.'],
    ],
    [
      'are not what the page has besides',
      '## Introduction\n\nRead it.\n\n## Pod\n\nA group.\n\n## Node\n\nA machine.\n\n## See also\n\nMore.\n',
      ['Pod: A group.', 'Node: A machine.'],
    ],
    [
      'are not headings that come again and again',
      '## Pod\n\nA.\n\n### Usage\n\nB.\n\n## Node\n\nC.\n\n### Usage\n\nD.\n\n## Job\n\nE.\n\n### Usage\n\nF.\n',
      ['Pod: A.', 'Node: C.', 'Job: E.'],
    ],
    [
      'are the deepest of headings that hold as many',
      '## Basics\n\nText.\n\n## Others\n\nText.\n\n### Pod\n\nA.\n\n### Node\n\nB.\n',
      ['Pod: A.', 'Node: B.'],
    ],
    ['are no headings without a text', '## Pod\n\nA.\n\n## Node\n\n## Job\n\nB.\n', ['Pod: A.', 'Job: B.']],
    [
      'are not in code',
      '## Pod\n\nA.\n\n```md\n## Node\n\nB.\n\n**Job**: C.\n```\n\n## Job\n\nD.\n',
      ['Pod: A.', 'Job: D.'],
    ],
    [
      'are not in code that nothing closes',
      '## Pod\n\nA.\n\n## Node\n\nB.\n\n~~~\n## Job\n\nC.\n',
      ['Pod: A.', 'Node: B.'],
    ],
    ['are not in comments', '## Pod\n\nA.\n\n<!--\n## Node\n\nB.\n-->\n\n## Job\n\nC.\n', ['Pod: A.', 'Job: C.']],
    [
      'may have an abbreviation',
      '## Application Programming Interface (API)\n\nA.\n\n## Pod\n\nB.\n',
      ['Application Programming Interface | API: A.', 'Pod: B.'],
    ],
    ['may be numbered', '## 1. Pod\n\nA.\n\n## 2. Node\n\nB.\n', ['Pod: A.', 'Node: B.']],
    [
      'may have markup',
      '## `kubectl`\n\nA.\n\n## The *Pod* [group](https://e.com) <a id="x"></a>\n\nB.\n',
      ['kubectl: A.', 'The Pod group: B.'],
    ],
    [
      'may have aliases in a comment',
      '## Pod\n<!-- aliases: whale, group -->\n\nA.\n\n## Node\n<!--{"aliases": "machine"}-->\n\nB.\n',
      ['Pod | whale | group: A.', 'Node | machine: B.'],
    ],
    [
      'may have other names on a line',
      '## Pod\n\nA.\n\nAlso: whale, pod (group)\n\n_Avoid_: box\n\n## Node\n\nB.\n\n- **Aliases**: machine\n- **Abbreviation**: ND\n',
      ['Pod | whale | pod (group) | -box: A.', 'Node | machine | ND: B.'],
    ],

    [
      'are in bold',
      '**Order**:\nA request.\n_Avoid_: Purchase, transaction\n\n**Invoice**:\nA bill.\n',
      ['Order | -Purchase | -transaction: A request.', 'Invoice: A bill.'],
    ],
    [
      'are in bold with the colon',
      '**Order:** A request.\n\n__Job__ – A task.\n',
      ['Order: A request.', 'Job: A task.'],
    ],
    ['are in bold with an abbreviation', '**Order Request** (OR): A request.\n', ['Order Request | OR: A request.']],
    ['are no remarks', '**Note**: Read it.\n\n**Order**: A request.\n', ['Order: A request.']],
    [
      'are in a list',
      '- **Pod** – a group\n- **Node**: a machine\n  with memory\n- [see](x)\n',
      ['Pod: a group', 'Node: a machine\nwith memory'],
    ],
    ['are not in a list of other things', '- **Pod** – a group\n- text\n- text\n- text\n', []],
    [
      'are in no example below a heading',
      '## Pod\n\nA.\n\n- **GET**: b\n- **PUT**: c\n\n## Node\n\nD.\n\n## Job\n\nE.\n',
      ['Pod: A.', 'Node: D.', 'Job: E.'],
    ],

    [
      'are in lists of definitions',
      'Pod\n: A group.\n\nNode\nMachine\n:   A machine\n    with memory.\n',
      ['Pod: A group.', 'Node | Machine: A machine\nwith memory.'],
    ],
    ['are in lists of definitions with a blank line', 'Pod\n\n: A group.\n', ['Pod: A group.']],
    ['are in lists of definitions with anchors', '$$$glossary-pod$$$ pod\n:   A group.\n', ['pod: A group.']],

    [
      'are in a table',
      '| Term | Definition |\n| --- | --- |\n| Pod | A group. |\n| Node | A machine. |\n',
      ['Pod: A group.', 'Node: A machine.'],
    ],
    [
      'are in a table of more columns',
      'Abbr | Term | Meaning | Aliases | Aliases to avoid\n:-|:-:|-:|-|-\nAPI | Application Programming Interface | A way. | interface, port | socket\n',
      ['Application Programming Interface | API | interface | port | -socket: A way.'],
    ],
    [
      'are in a table of abbreviations',
      '| Acronym | Meaning |\n|--|--|\n| CPS | Child Protective Services |\n| FOO | Some thing \\| other |\n',
      ['Child Protective Services | CPS: ', 'FOO: Some thing | other'],
    ],
    ['are in a table in Japanese', '| 用語 | 説明 |\n|--|--|\n| ノード | 機械。 |\n', ['ノード: 機械。']],
    [
      'are not in other tables',
      '| Name | Description |\n|--|--|\n| port | The port. |\n\n| Term | Count |\n|--|--|\n| Pod | 3 |\n',
      [],
    ],
    [
      'are behind a heading of their table',
      '## Acronyms\n\n| Acronym | Definition |\n|--|--|\n| API | A way. |\n\n## Pod\n\nA.\n\n## Node\n\nB.\n',
      ['API: A way.', 'Pod: A.', 'Node: B.'],
    ],

    [
      'are abbreviations',
      'Text.\n\n*[HTML]: Hyper Text Markup Language\n*[X]: What it is\n',
      ['Hyper Text Markup Language | HTML: ', 'X: What it is'],
    ],
    [
      'are abbreviations below other terms',
      '## Pod\n\nA.\n\n## Node\n\nB.\n\n*[API]: Application Programming Interface\n',
      ['Pod: A.', 'Node: B.', 'Application Programming Interface | API: '],
    ],
  ];
  for (const [name, text, concepts] of rows) it(name, () => assert.deepEqual(shownIn(text), concepts));

  it('are in a table of names, on a page that is a glossary', () => {
    const text = '| Name | Description |\n|--|--|\n| Pod | A group. |\n';
    assert.deepEqual(shownIn(text, 'file:///team/GLOSSARY.md'), ['Pod: A group.']);
  });

  it('are in a table whose columns somebody named', () => {
    const text = '| What | So |\n|--|--|\n| Pod | A group. |\n';
    const columns = new Map([
      ['What', 'term'],
      ['So', 'definition'],
    ]);
    assert.deepEqual(shownIn(text, undefined, { columns }), ['Pod: A group.']);
  });
});

describe('what a page of Markdown says of a term', () => {
  const PAGE = [
    '# Words',
    '',
    '## Pod {#the-pod}',
    '',
    'A group on a [machine](#node), a [thing](#nothing) or a [page](../x.md).',
    '',
    'More in the [book][].',
    '',
    '### Details',
    '',
    'Yes.',
    '',
    'See also: [Job](#a-job)',
    '',
    '## Node',
    '',
    'A machine for a [pod](#the-pod).',
    '',
    '<a id="a-job"></a>',
    '',
    '## Job',
    '',
    'A task.',
    '',
    'Category: Work',
    '',
    'Links: [The *book*](https://e.com/b), [Other](https://e.com/o)',
    '',
    '[book]: https://e.com/book',
    '',
  ].join('\r\n');

  it('is its definition, its description and what it leads to', () => {
    const { glossary, problems, leftOut = [] } = read(PAGE);
    assert.deepEqual(problems, []);
    assert.equal(glossary?.name, 'Words');
    const [pod, node, job] = glossary?.concepts ?? [];
    assert.deepEqual(
      [pod, node, job].map((concept) => [concept?.id, concept?.related]),
      [
        ['the-pod', ['node', 'a-job']],
        ['node', ['the-pod']],
        ['a-job', []],
      ],
    );
    assert.equal(pod?.definition, 'A group on a [machine](#node), a thing or a page.');
    assert.equal(pod?.description, 'More in the [book](https://e.com/book).\n\n### Details\n\nYes.');
    assert.equal(job?.category, 'Work');
    assert.deepEqual(job?.links, [
      { title: 'The book', url: 'https://e.com/b' },
      { title: 'Other', url: 'https://e.com/o' },
    ]);
    assert.deepEqual(
      leftOut.map(({ what, count, span }) => [what, count, PAGE.slice(span?.start, span?.end)]),
      [
        ['links within the page', 1, '[thing](#nothing)'],
        ['links within the site', 1, '[page](../x.md)'],
      ],
    );
  });

  it('has its place', () => {
    const { places, glossary, relatedNames } = read(PAGE);
    assert.ok(places);
    const termPlaces = [0, 1, 2]
      .map((number) => termPlace(places, number))
      .map(({ start, end }) => PAGE.slice(start, end));
    assert.deepEqual(termPlaces, ['Pod', 'Node', 'Job']);
    const { start, end } = definitionPlace(places, 1);
    assert.equal(PAGE.slice(start, end), 'A machine for a [pod](#the-pod).');
    const origins = glossary?.concepts.map(({ origin }) => origin) ?? [];
    assert.deepEqual(
      origins.map(({ line }) => line),
      [2, 14, 20],
    );
    assert.equal(
      PAGE.slice(origins[1]?.span.start, origins[1]?.span.end),
      '## Node\r\n\r\nA machine for a [pod](#the-pod).',
    );
    assert.deepEqual(
      relatedNames.map(({ span }) => PAGE.slice(span.start, span.end)),
      ['[machine](#node)', '[Job](#a-job)', '[pod](#the-pod)'],
    );
  });

  it('has its place in a table and in bold', () => {
    const text = '| Abbr | Term | Definition |\n|-|-|-|\n| P | The `Pod` | A group. |\n\n**Node**: A machine.\n';
    const { places } = read(text);
    assert.ok(places);
    const spans = [termPlace(places, 0), definitionPlace(places, 0), termPlace(places, 1), definitionPlace(places, 1)];
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['The `Pod`', 'A group.', 'Node', 'A machine.'],
    );
  });

  it('says why to avoid a term', () => {
    const [concept] =
      read('**Order**: A.\n_Avoid_: Purchase (it is paid), bill (old), none\n').glossary?.concepts ?? [];
    assert.deepEqual(
      concept?.terms.slice(1).map(({ text, reason }) => [text, reason]),
      [
        ['Purchase', 'it is paid'],
        ['bill', 'old'],
      ],
    );
  });

  it('is told where two concepts have one id', () => {
    const { problems } = read('## Pod {#x}\n\nA.\n\n## Node {#x}\n\nB.\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['duplicate-id'],
    );
  });

  it('is told where it goes beyond a limit', () => {
    const rows: readonly (readonly [text: string, limits: Partial<GlossaryLimits>, code: string])[] = [
      ['## Pod\n\nA.\n', { fileLength: 5 }, 'too-large'],
      ['## Pod\n\nA.\n\n## Node\n\nB.\n', { concepts: 1 }, 'too-many-concepts'],
      ['## Pod\n\nA text that is long.\n\n## Node\n\nB.\n', { textLength: 10 }, 'too-long'],
      ['| Term | Definition |\n|-|-|\n| A term that is long | B. |\n', { termLength: 5 }, 'too-long'],
      ['**Pod**: A.\nAlso: a name that is long\n', { termLength: 5 }, 'too-long'],
      ['Some text.\n', {}, 'empty-glossary'],
    ];
    for (const [text, limits, code] of rows) {
      const told = read(text, undefined, {}, limits).problems.map((problem) => problem.code);
      assert.ok(
        told.some((one) => one === code),
        `${code} in ${told}`,
      );
    }
  });
});

describe('the name and the language of a page', () => {
  const rows: readonly (readonly [uri: string, head: string, name: string, language: string])[] = [
    ['file:///g/ja/glossary.md', '---\ntitle: Glossary\n---\n', 'Team', 'ja'],
    ['file:///g/glossary.md', '---\ntitle: Words of Acme\n---\n# Glossary\n', 'Words of Acme', 'en'],
    ['file:///g/glossary.md', '# The platform\n', 'The platform', 'en'],
    ['file:///g/glossary.md', '', 'Team', 'en'],
  ];
  for (const [uri, head, name, language] of rows) {
    it(`${name}, ${language}`, () => {
      const { glossary } = read(`${head}\n## Pod\n\nA.\n\n## Node\n\nB.\n`, uri);
      assert.deepEqual([glossary?.name, glossary?.language, glossary?.size], [name, language, 2]);
    });
  }
});
