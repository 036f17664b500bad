import assert from 'node:assert/strict';
import { tests } from 'commonmark-spec';
import { regionsOf } from '../../server/src/languages/document';
import { markdown } from '../../server/src/languages/markdown';
import { SourceReader } from '../../server/src/text/source';

const ENTITY = 'letters that entities stand for, which are no part of the source';
const NO_ENTITY = 'names of entities that HTML does not know, which look like entities';
const URL = 'URLs, which are no words to a reader';

/** Where we read other words on purpose. */
const EXCEPTIONS: ReadonlyMap<number, string> = new Map([
  [25, ENTITY],
  [26, ENTITY],
  [27, ENTITY],
  [28, NO_ENTITY],
  [30, NO_ENTITY],
  [148, 'the end of <pre> at a blank line, behind which Markdown goes on'],
  [602, URL],
  [608, URL],
  [611, URL],
  [612, URL],
]);

/** Every example of the specification of CommonMark: the words we read are those that its HTML shows, code blocks and comments left out. */
describe('Markdown regions, against the specification of CommonMark', () => {
  for (const { number, section, markdown: source, html } of tests) {
    const text = source.replaceAll('→', '\t');
    const exception = EXCEPTIONS.get(number);
    it(`${section}: ${number}${exception === undefined ? '' : `, but for ${exception}`}`, () => {
      const shown = shownWords(html.replaceAll('→', '\t'));
      if (exception === undefined) assert.deepEqual(ourWords(text), shown, JSON.stringify(text));
      else assert.notDeepEqual(ourWords(text), shown, 'no exception any more');
    });
  }
});

const WORD = /[\p{L}\p{N}]+/gu;

function ourWords(source: string): string[] {
  return regionsOf(source, markdown, new SourceReader()).flatMap(({ kind, spans }) => {
    if (kind === 'comment') return [];
    const text = spans.map(({ start, end }) => (start === end ? ' ' : source.slice(start, end))).join('');
    return text.match(WORD) ?? [];
  });
}

/** The words that a reader of HTML sees, and those of images' descriptions. */
function shownWords(html: string): string[] {
  const text = html
    .replace(/<(pre|script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gu, ' ')
    .replace(/<!--(?:-?>|[\s\S]*?-->)/gu, ' ')
    .replace(/<img[^>]*alt="([^"]*)"[^>]*>/gu, ' $1 ')
    .replace(/<a href="(?:mailto:)?[^"]*">[a-z][a-z\d.+-]*:[^<]*<\/a>|<a href="mailto:[^"]*">[^<]*<\/a>/giu, ' ')
    .replace(/<\/?(?:em|strong|a|del|span|b|i)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gu, '')
    .replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/gu, ' ')
    .replace(/&(?:quot|lt|gt);/gu, ' ')
    .replaceAll('&amp;', '&');
  return text.match(WORD) ?? [];
}
