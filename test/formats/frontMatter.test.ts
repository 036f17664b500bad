import assert from 'node:assert/strict';
import { formatOf } from '../../server/src/formats';
import { definitionPlace, type ReadGlossary, type ReadOptions, termPlace } from '../../server/src/formats/format';
import { readConceptPage } from '../../server/src/formats/frontMatter/page';
import { type GlossaryLimits, glossaryLimits } from '../../server/src/formats/limits';
import type { Concept } from '../../server/src/terminology/concept';

const URI = 'file:///team/content/en/glossary/pod.md';

function read(text: string, uri = URI, options: ReadOptions = {}, limits: Partial<GlossaryLimits> = {}): ReadGlossary {
  return readConceptPage({ uri, text, defaultName: 'Team', options }, { ...glossaryLimits, ...limits });
}

function page(fields: string, body = 'A group of containers.'): string {
  return `---\n${fields}\n---\n${body}\n`;
}

function conceptOf(text: string, uri?: string, options?: ReadOptions): Concept {
  const { glossary, problems } = read(text, uri, options);
  assert.deepEqual(problems, []);
  const [concept, another] = glossary?.concepts ?? [];
  assert.ok(concept !== undefined && another === undefined, 'there is one concept');
  return concept;
}

const termsOf = ({ terms }: Concept) => terms.map(({ text }) => text);

describe('a page with front matter', () => {
  it('becomes a concept', () => {
    const text = page(
      'title: Pod\nid: pod\nfull_link: https://example.com/pods/\nshort_description: >\n  The smallest object.\naka:\n- Whale group\ncategory: core\n',
      'The smallest object.\n\n<!--more-->\n\nIt runs containers.',
    );
    assert.deepEqual(conceptOf(text), {
      id: 'pod',
      terms: [
        { text: 'Pod', status: 'preferred', kind: 'full', caseRule: 'auto' },
        { text: 'Whale group', status: 'admitted', kind: 'variant', caseRule: 'auto' },
      ],
      definition: 'The smallest object.',
      description: 'It runs containers.',
      category: 'core',
      examples: [],
      faq: [],
      links: [{ title: 'example.com/pods', url: 'https://example.com/pods/' }],
      related: [],
      origin: { uri: URI, span: { start: 0, end: text.trimEnd().length }, line: 0 },
    });
  });

  it('tells where its term and definition stand', () => {
    for (const start of ['', '\uFEFF', '\n']) {
      const text = `${start}${page('id: pod\ntitle: "A Pod"', '\nThe *smallest* object.\n\nMore.')}`;
      const { places } = read(text);
      assert.ok(places);
      const { start: termStart, end: termEnd } = termPlace(places, 0);
      const place = definitionPlace(places, 0);
      assert.equal(text.slice(termStart, termEnd), '"A Pod"');
      assert.equal(text.slice(place.start, place.end), 'The *smallest* object.');
    }
  });

  it('tells where the concepts that it leads to are named', () => {
    const shortcode = '{{< glossary_tooltip text="nodes" term_id="node" >}}';
    const text = page('title: Pod\nrelated:\n- cluster', `Runs on ${shortcode} and [volumes](/volume/).`);
    const { relatedNames } = read(text);
    assert.deepEqual(
      relatedNames.map(({ name, span }) => [name, text.slice(span.start, span.end)]),
      [
        ['cluster', 'cluster'],
        ['node', shortcode],
        ['volume', '[volumes](/volume/)'],
      ],
    );
  });
});

describe('the terms of a page', () => {
  const rows: readonly (readonly [name: string, fields: string, terms: readonly string[]])[] = [
    ['an abbreviation in the title', 'title: Role-Based Access Control (RBAC)', ['Role-Based Access Control', 'RBAC']],
    ['the long form in the title', 'title: RBAC (Role-Based Access Control)', ['Role-Based Access Control', 'RBAC']],
    ['another word told apart in brackets', 'title: Property (CSS)', ['Property']],
    ['a list of aliases', 'title: Pod\naka: [Whale, "Group of containers"]', ['Pod', 'Whale', 'Group of containers']],
    ['one alias', 'title: Pod\naka: Whale', ['Pod', 'Whale']],
    ['no alias', 'title: Pod\naka:', ['Pod']],
    ['an alias that repeats the title', 'title: Kubectl\naka:\n- kubectl', ['Kubectl']],
    ['an alias that is an address', 'title: Pod\naliases: [/docs/pods, Whale]', ['Pod', 'Whale']],
    ['a number for a title', 'title: 404', ['404']],
    ['markup in the title', 'title: "`kubectl` *tool*"', ['kubectl tool']],
    ['a key with a capital', 'Title: Pod', ['Pod']],
    ['a key with a space before it', ' title: Pod', ['Pod']],
    ['a translated key', 'शीर्षक: Pod', ['Pod']],
  ];
  for (const [name, fields, terms] of rows) {
    it(name, () => assert.deepEqual(termsOf(conceptOf(page(fields))), terms));
  }

  it('has the name that translations share, where it is another one', () => {
    const text = page('title: ノード', 'コンテナを動かす。');
    assert.deepEqual(termsOf(conceptOf(text, 'file:///g/ja/node.md')), ['ノード', 'node']);
    assert.deepEqual(termsOf(conceptOf(text, 'file:///g/en/node.md')), ['ノード']);
    const both = page('title: 容器（Container）', '打包好的应用。');
    assert.deepEqual(termsOf(conceptOf(both, 'file:///g/zh-cn/container.md')), ['容器', 'Container']);
  });
});

describe('the definition of a page', () => {
  const rows: readonly (readonly [
    name: string,
    fields: string,
    body: string,
    definition: string,
    description?: string,
  ])[] = [
    ['is the first paragraph', '', 'One.\n\nTwo.', 'One.', 'Two.'],
    ['is a short description', 'short_description: Short.', 'Long.\n\nTwo.', 'Short.', 'Long.\n\nTwo.'],
    ['is one with a hyphen in its key', 'short-description: Short.', 'Long.', 'Short.', 'Long.'],
    ['is a description', 'description: Short.', 'Long.', 'Short.', 'Long.'],
    [
      'is a short description rather than a description',
      'description: D.\nshort_description: S.',
      'Long.',
      'S.',
      'Long.',
    ],
    ['is not said again', 'short_description: A  *group*.', ' A group.\n\n<!--more-->\n\nTwo.', 'A  *group*.', 'Two.'],
    [
      'is the paragraph behind a heading',
      '',
      '## What it is\n\nOne.\n\n## How it helps\n\nTwo.',
      'One.',
      '## How it helps\n\nTwo.',
    ],
    ['is no comment', '', '<!--\nEnglish\n\noriginal\n-->\n\nOne.', 'One.'],
    ['is all there is', 'short_description: Short.', '', 'Short.'],
    ['is a list where there is no paragraph', '', '- one\n- two', '- one\n- two'],
    [
      'keeps references to links',
      '',
      'See [it][x], [x] and [y].\n\n[x]: https://example.com/x\n',
      'See [it](https://example.com/x), [x](https://example.com/x) and [y].',
    ],
  ];
  for (const [name, fields, body, definition, description] of rows) {
    it(name, () => {
      const concept = conceptOf(page(`title: Pod\n${fields}`, body));
      assert.equal(concept.definition, definition);
      assert.equal(concept.description, description);
    });
  }

  it('is the body where its own text became a key', () => {
    const { glossary, problems } = read(
      page(
        'title: Kops\nshort_description: >\nA tool that makes clusters of machines in production: NOTE only here\n\naka:',
        'A tool.',
      ),
    );
    assert.equal(glossary?.concepts[0]?.definition, 'A tool.');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unclear-syntax'],
    );
  });
});

describe('what sites write into a page', () => {
  const rows: readonly (readonly [name: string, body: string, text: string, related?: readonly string[]])[] = [
    [
      'a tooltip',
      'A set of {{< glossary_tooltip text="Nodes" term_id="node" >}}.',
      'A set of [Nodes](#node).',
      ['node'],
    ],
    ['a tooltip without spaces', 'A {{<glossary_tooltip term_id="node" text="Node">}}.', 'A [Node](#node).', ['node']],
    [
      'a tooltip without a text',
      'A {{< glossary_tooltip term_id="control-plane" >}}.',
      'A [control plane](#control-plane).',
      ['control-plane'],
    ],
    ['a tooltip to itself', 'A {{< glossary_tooltip text="Pod" term_id="pod" >}}.', 'A Pod.', []],
    ['a definition', 'A. {{< glossary_definition term_id="node" length="short" >}}', 'A.', ['node']],
    ['a link in a shortcode', 'A {{< link text="page" url="/docs/x" >}}.', 'A page.'],
    [
      'a link to the web in a shortcode',
      'A {{< link text="page" url="https://e.com/x" >}}.',
      'A [page](https://e.com/x).',
    ],
    ['a pair around text', '{{< note >}}\nA note.\n{{< /note >}}', 'A note.'],
    ['a pair that Hugo renders', 'A {{% note %}}note{{% /note %}}.', 'A note.'],
    ['a shortcode with a text', 'A {{< unknown text="word" >}}.', 'A word.'],
    ['a shortcode without one', 'A {{< param "version" >}} word.', 'A  word.'],
    ['a shortcode in a link', '[API](/docs/{{< param "version" >}}/#x) docs.', 'API docs.'],
    ['a macro', 'The {{domxref("Element.click()")}} way.', 'The Element.click() way.'],
    ['a macro with other words', "The {{CSSxRef('display', 'display property')}}.", 'The display property.'],
    ['a macro to a concept', 'A {{Glossary("Main thread", "thread")}}.', 'A [thread](#main_thread).', ['main_thread']],
    ['a macro of a page', '{{GlossarySidebar}}A thing.', 'A thing.'],
    ['a tag of Liquid', 'A {% data variables.x %}thing.', 'A thing.'],
    ['an entity', 'A &mdash; B.', 'A &mdash; B.'],
    ['a link within the site', 'A [page](/docs/concepts/x).', 'A page.'],
    [
      'a link to a page beside it',
      'A [node](/ja/node/) or [vm](virtual-machine.md).',
      'A [node](#node) or [vm](#virtual-machine).',
      ['node', 'virtual-machine'],
    ],
    ['a link to the web', 'A [page](https://e.com/a_(b) "title").', 'A [page](https://e.com/a_(b)).'],
    ['a picture of the site', 'A ![whale](/images/x.png)thing.', 'A thing.'],
    [
      'a link of a vault',
      'A [[node|worker]] or [[cluster]].',
      'A [worker](#node) or [cluster](#cluster).',
      ['node', 'cluster'],
    ],
    ['a break in HTML', 'A.<br>\nB.<br/>', 'A.\\\nB.'],
    ['code', 'A `{{< x text="y" >}}` and `[a](b)`.', 'A `{{< x text="y" >}}` and `[a](b)`.'],
    ['a comment', 'A <!-- hidden --> thing.', 'A  thing.'],
    ['what is escaped', 'A \\[a](b) thing.', 'A \\[a](b) thing.'],
  ];
  for (const [name, body, text, related = []] of rows) {
    it(name, () => {
      const concept = conceptOf(page('title: Pod', body));
      assert.equal(concept.definition, text);
      assert.deepEqual(concept.related, related);
    });
  }
});

describe('what a page holds and a concept cannot keep', () => {
  const rows: readonly (readonly [fields: string, body: string, what: string, count: number])[] = [
    ['status: Feedback Appreciated', 'A.', 'the field `status`', 1],
    ['weight: 9', 'A.', 'the field `weight`', 1],
    ['tags: ["", "one", "two", three]', 'A.', 'further tags', 2],
    ['full_link: /docs/pods', 'A [page](/a/b/).', 'links within the site', 2],
    ['description: Long.\nshort_description: Short.', 'A.', 'the field `description`', 1],
    ['aka: Whale\naliases: [Box]', 'A.', 'the field `aliases`', 1],
    ['', 'A {{< param "x" >}} and {{< param "y" >}}.', 'the shortcode `param`', 2],
  ];
  for (const [fields, body, what, count] of rows) {
    it(`${what} is counted`, () => {
      const { leftOut = [] } = read(page(`title: Pod\n${fields}`, body));
      assert.deepEqual(
        leftOut.map((kind) => [kind.what, kind.count]),
        [[what, count]],
      );
    });
  }
  it('is nothing where a field is empty', () =>
    assert.equal(read(page('title: Pod\nweight:\ncategory: []')).leftOut, undefined));
});

describe('a page without a concept', () => {
  const rows: readonly (readonly [name: string, text: string, uri: string, problems: readonly string[]])[] = [
    ['a list of pages', page('title: Glossary', 'All our terms.'), 'file:///g/_index.md', []],
    ['a pattern for pages', page('title: Term', 'Write here.'), 'file:///g/_TEMPLATE.md', []],
    ['a page without a title', page('layout: search'), URI, []],
    ['a page of the layout', page('title: Search\nlayout: search', ''), URI, []],
    ['a page without front matter', 'Some text.\n', URI, []],
    ['an empty file', '', URI, []],
    ['a draft', page('title: Pod\ndraft: true'), URI, ['empty-glossary: information']],
    ['a page without a text', page('title: Pod', ''), URI, ['missing-definition: error']],
    ['a title of no letters', page('title: "\u200B"'), URI, ['unusable-term: error']],
  ];
  for (const [name, text, uri, expected] of rows) {
    it(name, () => {
      const { glossary, problems } = read(text, uri);
      assert.equal(glossary?.size, 0);
      const told = problems.map(({ code, severity }) => `${code}: ${severity}`);
      assert.deepEqual(told, expected);
    });
  }

  it('keeps the last good state where its front matter does not parse, and tells the place', () => {
    const text = page('title: "Pod');
    const { glossary, problems } = read(text);
    assert.equal(glossary, undefined);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['syntax', '"Pod']],
    );
  });
});

describe('the id and the language of a page', () => {
  it('has the id that it says, else that of its file', () => {
    const rows: readonly (readonly [fields: string, uri: string, id: string])[] = [
      ['id: the-pod', URI, 'the-pod'],
      ['', URI, 'pod'],
      ['', 'file:///glossary/main_thread/index.md', 'main_thread'],
      ['', 'file:///glossary/pod.ja.md', 'pod'],
      ['', 'file:///glossary/c%23.md?x#y', 'c#'],
    ];
    for (const [fields, uri, id] of rows) assert.equal(conceptOf(page(`title: Pod\n${fields}`), uri).id, id);
  });

  it('has the language that it says, else the one said of it, else that of its folder', () => {
    const rows: readonly (readonly [fields: string, uri: string, options: ReadOptions, language: string])[] = [
      ['lang: pt-br', 'file:///g/ja/pod.md', { language: 'de' }, 'pt-BR'],
      ['', 'file:///g/ja/pod.md', { language: 'de' }, 'de'],
      ['', 'file:///g/ja/pod.md', {}, 'ja'],
      ['', 'file:///g/pod.md', {}, 'en'],
    ];
    for (const [fields, uri, options, language] of rows) {
      assert.equal(read(page(`title: Pod\n${fields}`), uri, options).glossary?.language, language);
    }
  });
});

describe('the limits of a page', () => {
  it('reads no file that is too long', () => {
    const { glossary, problems } = read(page('title: Pod'), URI, {}, { fileLength: 20 });
    assert.equal(glossary, undefined);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-large'],
    );
  });

  it('cuts a description where a paragraph ends', () => {
    const { glossary, problems } = read(
      page('title: Pod', 'A.\n\nTwo.\n\nThree is long.'),
      URI,
      {},
      { textLength: 15 },
    );
    assert.equal(glossary?.concepts[0]?.description, 'Two.');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-long'],
    );
  });
});

describe('the format of a Markdown file', () => {
  const rows: readonly (readonly [name: string, uri: string, text: string, format: string])[] = [
    ['a page with a title', 'file:///g/pod.md', page('title: Pod'), 'front-matter'],
    ['a page of MDX', 'file:///g/pod.mdx', page('title: Pod'), 'front-matter'],
    ['a page without front matter', 'file:///g/pod.markdown', '# Pod\n', 'markdown'],
    ['front matter without a title', 'file:///g/pod.md', page('weight: 1'), 'markdown'],
    ['a whole glossary by its name', 'file:///g/glossary.md', page('title: Words'), 'markdown'],
    ['a whole glossary by its title', 'file:///g/words.md', page('title: Glossary'), 'markdown'],
    ['a list of pages', 'file:///g/_index.md', page('title: Glossary'), 'front-matter'],
    ['a rule that begins a page', 'file:///g/pod.md', '---\nA\n\n---\nB\n', 'markdown'],
  ];
  for (const [name, uri, text, format] of rows) {
    it(`${name} is ${format}`, () => assert.equal(formatOf({ uri, text }).id, format));
  }
});
