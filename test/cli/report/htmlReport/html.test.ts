import assert from 'node:assert/strict';
import { html, lines, verbatim } from '../../../../server/src/cli/report/htmlReport/html';

describe('HTML', () => {
  const rows: readonly (readonly [name: string, text: string, written: string])[] = [
    ['plain text', 'a pod', 'a pod'],
    ['elements', '<script>', '&#60;script&#62;'],
    ['entities', '&lt;', '&#38;lt;'],
    ['quotes', `"'`, '&#34;&#39;'],
    ['what turns text around', 'a\u202eb', 'a\\u202Eb'],
    ['what steers a terminal', '\u001b[2J\u0000', '\\u001B[2J\\u0000'],
    ['line ends', ' a\r\nb\tc', ' a b c'],
    ['halves of pairs', '\ud800', '\\uD800'],
    ['other scripts', '容器 حاوية', '容器 حاوية'],
  ];
  for (const [name, text, written] of rows) {
    it(`escapes ${name}`, () =>
      assert.equal(html`<b title="${text}">${text}</b>`.source, `<b title="${written}">${written}</b>`));
  }

  it('takes numbers, HTML and lists of them, and nothing for undefined', () => {
    assert.equal(html`${1}${undefined}${html`<i>`}${['<', html`</i>`]}`.source, '1<i>&#60;</i>');
  });

  it('keeps the lines of a text of several', () => {
    assert.equal(html`<pre>${lines('a <b>\n  c\r')}</pre>`.source, '<pre>a &#60;b&#62;\n  c </pre>');
  });

  it('takes our own code as it stands', () =>
    assert.equal(html`<style>${verbatim('a > b {}')}</style>`.source, '<style>a > b {}</style>'));
});
