import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { parseAllDocuments } from 'yaml';
import { ignoreOnLine } from '../../server/src/analysis/suppressions';
import { languageOf } from '../../server/src/languages';
import { parseDocument, regionsOf } from '../../server/src/languages/document';
import { SourceReader } from '../../server/src/text/source';
import { applyEdits } from '../analysis/suppressions/suppressed';

const folder = path.join(import.meta.dirname, '../../../shared/corpora/documents');

/** Every so many files, and so many regions of each: as many as take a few seconds. */
const EACH_FILE = 25;
const REGIONS_OF_FILE = 4;
/** Characters of a file: the longest ones are checked no better. */
const LONGEST_FILE = 50_000;

describe('comments that switch checks off in real documents', function () {
  this.timeout(60_000);

  it('leave them as they are for other readers', function () {
    if (!existsSync(folder)) return this.skip();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:md|ya?ml)$/.test(name),
    );
    let count = 0;
    for (const name of files.sort().filter((_, place) => place % EACH_FILE === 0)) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      if (text.length > LONGEST_FILE || name.startsWith('malformed')) continue;
      const read = name.endsWith('.md') ? rendered : valuesIn;
      for (const after of withComments(name, text)) {
        assert.equal(read(after), read(text), name);
        count++;
      }
    }
    assert.ok(count > 100, `${count} comments`);
  });
});

/** A document with a comment for one of its regions, for some of them. */
function* withComments(name: string, text: string): Generator<string> {
  const language = languageOf({ uri: `file:///${name}`, languageId: '' });
  assert.ok(language);
  const reader = new SourceReader();
  const document = parseDocument(text, language, reader);
  const regions = regionsOf(text, language, reader).filter(({ kind }) =>
    ['prose', 'heading', 'comment'].includes(kind),
  );
  const step = Math.ceil(regions.length / REGIONS_OF_FILE);
  for (const { spans } of regions.filter((_, place) => place % step === step - 1)) {
    const edits = ignoreOnLine({ document, reader, check: 'jargon', offset: spans[0].start });
    assert.ok(edits, `${name}: no comment for ${text.slice(spans[0].start, spans[0].end)}`);
    yield applyEdits(text, edits);
  }
}

/** What a reader sees of a page, by a parser that is not ours: its elements and their text, without comments and front matter. */
function rendered(text: string): string {
  const page = text.replace(/^---\r?\n[\s\S]*?\n---(?:\r?\n|$)/, '');
  const html = new MarkdownIt({ html: true }).render(page).replace(/<!--[\s\S]*?-->/g, '');
  return html
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .trim();
}

function valuesIn(text: string): string {
  return JSON.stringify(parseAllDocuments(text, { logLevel: 'silent' }).map((document) => document.toJSON()));
}
