import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/languages/document';
import { markdown } from '../../server/src/languages/markdown';
import { SourceReader } from '../../server/src/text/source';

/** What takes time that grows with the square of a text shows long before this length. */
const LENGTH = 50_000;

/** Milliseconds for each, on a slow machine with other things to do: a quarter of them is rarely needed. */
const PATIENCE = 2000;

const REPEATED = [
  ...['> ', '- ', '1. ', '* ', '    ', '\t', '>- ', '- > ', '* - + ', ' - a\n  ', '> [a]: b\n', '> a\n> '],
  ...['`', '``', '`a``', '*', '**', '_', '*a_ ', '~~', '*a **', 'a**b', '*_', '**a *', '~a ~~'],
  ...[
    '[',
    ']',
    '![',
    '[a](',
    '[a](<b',
    '[a](b "c',
    '[a][',
    '[a]',
    '[a][b]',
    '[a]: b\n',
    '[a]: <b\n',
    '[a](b(',
    '[\\',
    '[[a|',
    '[^a]',
    '[^a]: ',
  ],
  ...[
    '<',
    '<a ',
    '<a b="',
    '<a b={',
    '<a b={{',
    '<!--',
    '<!-- A -->',
    '<!-- A\n',
    'a <!-- `A *b [c -->',
    '<?',
    '<!A',
    '<![CDATA[',
    '<pre>',
    '</pre>',
    '<div>\n',
    '<div><!--\n',
    '<td>&',
    '<a b=\'"',
  ],
  ...['http://', 'www.', 'w.', 'a@', '@b', 'a.b@c', 'a@b.', '_@', '&', '&a', '&#'],
  ...['\\', '\\(', '\\[', '\\(^', '$', '$$', '$a', '$$\na\n', '$$a'],
  ...['{', '{{', '{{<', '{%', '{#', '{{< comment >}}\n', '{% highlight %}\n', '{{< x text="', '[a]({{', 'http://a{{'],
  ...['|', '| a ', '|a\n-|-\n', 'a|b\n-|-\n', '|\\', '-|', ':-'],
  ...[
    ':::',
    '::: a\n',
    ': a\n',
    '!!! a\n',
    '> [!NOTE]\n',
    '- [ ] ',
    '*[a]: b\n',
    '```\n',
    '```yaml\n',
    '``` {note}\n',
    '---\n',
    '+++\n',
    '===\n',
  ],
  ...['import a from "b"\n', 'export {\n', 'export const a = 1\n\n{', '\r', '\n', '\0', '\ud800'],
];

describe('Markdown, whatever a text repeats', () => {
  it('is read in time that grows with the text alone', function () {
    this.timeout(120_000);
    const reader = new SourceReader();
    for (const repeated of REPEATED) {
      const text = repeated.repeat(LENGTH / repeated.length);
      const start = performance.now();
      const { sections, starts, defined } = parseDocument(text, markdown, reader);
      const source = reader.read(text);
      for (const [index, section] of sections.entries()) section.regions(source, starts[index] ?? 0, defined);
      const milliseconds = performance.now() - start;
      assert.ok(milliseconds < PATIENCE, `${JSON.stringify(repeated)}: ${milliseconds} ms`);
    }
  });
});
