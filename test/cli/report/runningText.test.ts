import assert from 'node:assert/strict';
import { readRunningText, sentenceAt } from '../../../server/src/cli/report/runningText';
import { languages } from '../../../server/src/languages';
import { parseDocument } from '../../../server/src/languages/document';
import type { Language } from '../../../server/src/languages/language';
import { SourceReader } from '../../../server/src/text/source';
import { unmark } from '../../support/marked';

const reader = new SourceReader();

describe('words of running text', () => {
  const rows: readonly (readonly [name: string, language: string, source: string, words: number])[] = [
    ['paragraphs, headings and lists', 'markdown', '# One two\n\nthree *four*\n\n- five\n', 5],
    ['tables and quotations', 'markdown', '| a | b |\n| - | - |\n| c | d e |\n\n> f g\n', 7],
    ['a word in two colours is one', 'markdown', '**re**start', 1],
    ['white space that is written otherwise', 'markdown', 'a&nbsp;b', 2],
    ['no code', 'markdown', 'one `two`\n\n```sh\nthree four\n```\n', 1],
    ['no addresses of links', 'markdown', '[one](two/three.md)', 1],
    ['comments of Markdown', 'markdown', '<!--\nNobody reads this but writers.\n-->\n', 5],
    ['comments and values of YAML, and no keys', 'yaml', '# one two\nkey: three four\n', 4],
    ['no values of one word', 'yaml', 'kind: Deployment\n', 0],
    ['nothing', 'markdown', '', 0],
  ];
  for (const [name, language, source, words] of rows) {
    it(name, () => {
      const document = parseDocument(source, languageCalled(language), reader);
      assert.equal(readRunningText(document, reader).words, words);
    });
  }
});

describe('the sentence around a place', () => {
  const before = 'words '.repeat(30);
  const rows: readonly (readonly [name: string, marked: string, sentence: string])[] = [
    ['the whole of one', 'Not this. The $0API is old. Nor this.', 'The API is old.'],
    ['the first and only', 'The $0API', 'The API'],
    ['no dot inside of a word ends it', 'Read v1.2 of $0API docs! Then go.', 'Read v1.2 of API docs!'],
    ['without markup', 'Use the **$0API** of [ours](https://example.org/a.b).', 'Use the API of ours.'],
    ['on one line', 'The\n$0API is\nold.', 'The API is old.'],
    ['of a table, its cell', '| x | the $0API |\n| - | - |\n| a | b |\n', 'the API'],
    ['behind one in another script', '这是一。$0API很旧。那是二。', 'API很旧。'],
    [
      'cut between words in front and behind',
      `${before}$0API ${before}`,
      `… ${'words '.repeat(13)}API ${'words '.repeat(16)}…`,
    ],
    [
      'cut where there is no word',
      `${'x'.repeat(200)}$0API${'x'.repeat(200)}`,
      `… ${'x'.repeat(80)}API${'x'.repeat(97)} …`,
    ],
    ['in code there is none', '```\nthe $0API\n```\n', ''],
  ];
  for (const [name, marked, sentence] of rows) {
    it(name, () => {
      const { text, cursor = 0 } = unmark(marked);
      assert.equal(sentenceAt(parseDocument(text, languageCalled('markdown'), reader), cursor, reader), sentence);
    });
  }

  it('is found for any place of any document, without a throw', () => {
    const text = '# A\n\n> b *c* `d`\n\n| e | f |\n| - | - |\n| g&nbsp;h | i |\n';
    const document = parseDocument(text, languageCalled('markdown'), reader);
    const found = [...Array(text.length + 2).keys()].map((offset) => sentenceAt(document, offset - 1, reader));
    assert.ok(found.includes('b c'));
    assert.ok(found.includes('g h'));
  });
});

function languageCalled(name: string): Language {
  const language = languages.find(({ id }) => id === name);
  assert.ok(language, name);
  return language;
}
