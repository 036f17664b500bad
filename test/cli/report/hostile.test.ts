import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { htmlReport } from '../../../server/src/cli/report/htmlReport';
import { jsonReport } from '../../../server/src/cli/report/jsonReport';
import { markdownReport } from '../../../server/src/cli/report/markdownReport';
import { columnsOf } from '../../../server/src/cli/report/textColumns';
import { textReport } from '../../../server/src/cli/report/textReport';
import type { UsageReport } from '../../../server/src/cli/report/usageReport';
import { oneLine, visible } from '../../../server/src/terminology/card/escape';
import { reportWith } from './reports';

/** Names of files, terms and texts of documents that would be more than text in some format. */
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></script></pre><svg onload=alert(1)>',
  '<!-- --><!DOCTYPE html>',
  '&lt;b&gt; &amp; &#60;',
  ']]>',
  '| a | b',
  'a\\| b',
  '`code` ``` fence',
  '\n```\n# heading\n',
  '[link](javascript:alert(1)) ![picture](https://evil.example/p.png)',
  'https://evil.example/x www.evil.example someone@evil.example',
  '*bold* _it_ ~~gone~~ $math$',
  '- item',
  '# heading #',
  '@somebody #1',
  'ends a line\r\nand\u2028another\u0085one',
  '\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u009b31m',
  'turned \u202e around \u2066',
  'unseen \u200b \u{e0041}',
  '\ud800 half',
  '::error file=x::pwned',
  '\n::stop-commands::x',
  '##[error]pwned ##vso[task.setvariable]x',
  '=HYPERLINK("https://evil.example")',
  '$(rm -rf ~) `id` %PATH%',
  '__proto__',
  '{{constructor}}',
  '   ',
];

/** A report in which a text stands in every place that documents, glossaries and file names can reach. */
function reportOf(text: string): UsageReport {
  const place = { path: text, line: 1 };
  return reportWith({
    title: text,
    documents: [{ path: text, words: 100, uses: 2, concepts: 1, avoided: [text], unexplained: [text] }],
    unreadable: [{ path: text, reason: text }],
    glossaries: [{ name: text, path: text, concepts: 2, usedConcepts: 1, uses: 2 }],
    concepts: [
      {
        term: text,
        category: text,
        glossary: text,
        uses: 2,
        usesInCode: 1,
        documents: 1,
        first: place,
        terms: [{ text, status: 'deprecated', uses: 2, first: place }],
      },
    ],
    unused: [{ term: text, category: text, glossary: text, place }],
    categories: [{ name: text, concepts: 1, uses: 2 }],
    abbreviations: [
      { abbreviation: text, uses: 2, documents: 1, first: place, sentence: text, expansion: { text, place } },
    ],
  });
}

describe('a report with hostile names', () => {
  for (const text of HOSTILE) {
    const shown = visible(oneLine(text));
    describe(JSON.stringify(text), () => {
      it('is data in JSON', () => {
        const content = JSON.parse(jsonReport.write(reportOf(text), 10, { isStyled: false, width: 80 }));
        assert.equal(content.title, text);
        assert.equal(content.concepts.items[0].term, text);
        assert.equal(content.documents.items[0].path, text);
        assert.equal(content.abbreviations.items[0].sentence, text);
      });

      it('steers no terminal and no machine that runs builds', () => {
        const written = textReport.write(reportOf(text), 10, { isStyled: false, width: 80 });
        assert.doesNotMatch(written, /[^\P{C}\n]|[\u2028\u2029]/u);
        for (const line of written.split('\n')) {
          assert.ok(!line.trimStart().startsWith('::'), line);
          assert.doesNotMatch(line, /##(?:\[|vso\[)/);
        }
      });

      it('keeps to 80 columns in its tables', () => {
        const written = textReport.write(reportOf(text), 10, { isStyled: false, width: 80 });
        const tables = written.split('\n').filter((line) => !/^ {4}#|term:|abbreviations:|^Terminology|^=/.test(line));
        for (const line of tables) assert.ok(columnsOf(line) <= 80, line);
      });

      it('is text in Markdown', () => {
        const tree = fromMarkdown(markdownReport.write(reportOf(text), 10, { isStyled: false, width: 80 }), {
          extensions: [gfm()],
          mdastExtensions: MDAST_EXTENSIONS,
        });
        const nodes = [...nodesIn(tree)];
        const kinds = new Set(nodes.map(({ type }) => type));
        for (const kind of kinds) assert.ok(MARKDOWN_NODES.has(kind), kind);
        assert.deepEqual(
          nodes.filter(({ type }) => type === 'html').map((node) => textOf(node, { includeHtml: true })),
          ['<!-- A report of Glossary Lens -->'],
        );
        assert.deepEqual(
          nodes.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : [])),
          [oneLine(`Terminology of ${shown}`), ...SECTIONS],
        );
        const firstCells = nodes.flatMap((node) => (node.type === 'tableRow' ? [textOf(node.children[0])] : []));
        assert.equal(firstCells.filter((cell) => cell === shown).length, SECTIONS.length);
        assert.equal(nodes.filter(({ type }) => type === 'code').length, 1);
      });

      it('is text in HTML', () => {
        const written = htmlReport.write(reportOf(text), 10, { isStyled: false, width: 80 });
        const elements = [...elementsIn(parse(written))];
        for (const { tagName, attrs } of elements) {
          assert.ok(HTML_ELEMENTS.has(tagName), tagName);
          for (const { name, value } of attrs) {
            assert.ok(HTML_ATTRIBUTES.has(name), `${tagName} ${name}`);
            if (name === 'href') assert.equal(value, '#concepts');
          }
        }
        assert.doesNotMatch(written, /[^\P{C}\n]|[\u2028\u2029]/u);
        const content = (name: string) => elements.filter(({ tagName }) => tagName === name).map(lineOf);
        const title = oneLine(`Terminology of ${shown}`);
        assert.deepEqual(content('title').slice(0, 1), [title]);
        assert.deepEqual(content('h1'), [title]);
        const rowNames = elements.filter(({ attrs }) => attrs.some(({ value }) => value === 'row')).map(lineOf);
        assert.ok(rowNames.filter((name) => name === shown).length >= 4, String(rowNames));
        assert.equal(content('li').join(), shown);
      });
    });
  }
});

describe('the page', () => {
  const written = htmlReport.write(reportOf('x'), 10, { isStyled: false, width: 80 });
  const elements = [...elementsIn(parse(written))];

  it('allows only its own script and its own look', () => {
    const [policy] = elements.filter(({ attrs }) => attrs.some(({ value }) => value === 'Content-Security-Policy'));
    const hash = (name: string) => {
      const [element, another] = elements.filter(({ tagName }) => tagName === name);
      assert.ok(element !== undefined && another === undefined, name);
      return `sha256-${createHash('sha256').update(contentOf(element)).digest('base64')}`;
    };
    assert.equal(
      policy?.attrs.find(({ name }) => name === 'content')?.value,
      `default-src 'none'; style-src '${hash('style')}'; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('needs nothing beside it', () => {
    assert.doesNotMatch(written, /\b(?:src|srcset|action|background|poster)\s*=|url\(|@import|https?:/i);
  });

  it('has a script that can be read', () => {
    const script = elements.find(({ tagName }) => tagName === 'script');
    assert.ok(script);
    assert.doesNotThrow(() => new Function(contentOf(script)));
  });

  it('names every picture and every table', () => {
    const pictures = elements.filter(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'role' && value === 'img'),
    );
    assert.equal(pictures.length, 3);
    for (const { attrs } of pictures) assert.ok(attrs.some(({ name, value }) => name === 'aria-label' && value !== ''));
    const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length;
    assert.ok(count('table') > 5);
    assert.equal(count('caption'), count('table'));
  });
});

const SECTIONS = [
  'Most used terms',
  'Documents most in need',
  'Densest documents',
  'Categories',
  'Terms to avoid',
  'Abbreviations without an explanation',
  'Never used',
  'Not read',
];

/** Without the pass over decoded text: it links addresses whatever was escaped, always to what the text says. */
const MDAST_EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

const MARKDOWN_NODES = new Set(
  'root html heading text list listItem paragraph strong table tableRow tableCell code'.split(' '),
);

const HTML_ELEMENTS = new Set(
  (
    'html head meta title style body header h1 h2 h3 p main dl div dt dd section svg text rect line g a s details summary ' +
    'table caption thead tbody tr th td span wbr ul li pre footer script'
  ).split(' '),
);

const HTML_ATTRIBUTES = new Set(
  (
    'lang charset http-equiv content name class role aria-label aria-hidden width height x y x1 x2 y1 y2 dx dy rx ' +
    'text-anchor href id scope data-value tabindex title'
  ).split(' '),
);

function* nodesIn(tree: Nodes): Generator<Nodes> {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ('children' in node) open.push(...node.children.toReversed());
  }
}

type Element = DefaultTreeAdapterMap['element'];

function* elementsIn(tree: DefaultTreeAdapterMap['document']): Generator<Element> {
  const open: DefaultTreeAdapterMap['node'][] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
}

function lineOf(element: Element): string {
  return oneLine(contentOf(element));
}

function contentOf(element: Element): string {
  const open: DefaultTreeAdapterMap['node'][] = [element];
  let text = '';
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return text;
}
