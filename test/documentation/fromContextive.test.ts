import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import { formatOf, readerOf } from '../../server/src/formats';
import { META_NAMES, metaField, readMetas } from '../../server/src/formats/contextive/meta';
import { globsOf } from '../../server/src/formats/contextive/paths';
import type { ReadGlossary } from '../../server/src/formats/format';
import { languageOf } from '../../server/src/languages';
import { createVocabulary, indexTerms } from '../../server/src/terminology/vocabulary';
import { codeBlocks } from '../support/checkPages';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/from-contextive.md'), 'utf8');
const blocks = codeBlocks(page);

/** List the rows of the table below a heading whose first column is called so: what stands in backticks, and the other cells. */
function rowsOf(firstColumn: string): readonly (readonly string[])[] {
  const [, table = ''] = page.split(`| ${firstColumn} |`);
  const lines = table.split('\n').slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function unquoted(cell: string): string {
  return cell.replace(/^`|`$/g, '');
}

async function read(file: string): Promise<ReadGlossary> {
  const text = blocks.find((block) => block.file === file)?.text ?? '';
  const uri = `file:///repo/${file}`;
  assert.equal(formatOf({ uri, text }).id, 'contextive');
  const found = (await readerOf({ uri, text })).read({ uri, text, defaultName: '' });
  assert.deepEqual(found.problems, []);
  return found;
}

describe('coming from Contextive', () => {
  it('has a term with each of its fields', async () => {
    const { glossary, leftOut } = await read('cargo.glossary.yml');
    assert.deepEqual(leftOut, []);
    assert.deepEqual(glossary?.owner, { name: 'Team A', url: 'https://wiki.example.org/team-a' });
    const [concept] = glossary?.concepts ?? [];
    const { id, origin, terms, ...fields } = concept ?? { terms: [] };
    assert.deepEqual(
      terms.map(({ text, kind }) => `${text}: ${kind}`),
      ['Estimated Time of Arrival: full', 'ETA: abbreviation', 'arrival estimate: variant'],
    );
    assert.deepEqual(fields, {
      category: 'Cargo',
      definition: 'When the carrier expects to be in port.',
      description: 'It is sent each morning.\n\n**✅ State:** Approved',
      examples: [{ text: 'The ETA of the next leg is Monday.' }],
      faq: [],
      links: [{ title: 'Wiki', url: 'https://wiki.example.org/eta' }],
      related: [],
    });
  });

  it('names the metas that are fields', () => {
    const metas = rowsOf('`meta`').map(([cell = '']) => {
      const [, name = '', text = ''] = /^`"(.+)": (.+)`$/.exec(cell) ?? [];
      return { name, text };
    });
    const { avoided, lines, links, faq, ...read } = readMetas(metas, 200);
    assert.deepEqual(lines, []);
    assert.deepEqual(
      avoided.map(({ text, reason }) => [text, reason]),
      [
        ['ship', 'too wide'],
        ['boat', undefined],
      ],
    );
    assert.deepEqual(faq, [{ question: 'Who signs it?', answer: 'The carrier.' }]);
    const { related, ...others } = read;
    assert.deepEqual(
      related.map(({ text }) => text),
      ['Leg', 'Vessel'],
    );
    assert.deepEqual(others, { pronunciation: 'LAY-ding', audience: ['clerks', 'carriers'], plain: 'receipt' });
    const written = new Set<string>(metas.map(({ name }) => name));
    const { links: linksName, ...names } = META_NAMES;
    assert.deepEqual(
      Object.values(names).filter((name) => !written.has(name)),
      [],
    );
    assert.equal(metaField(linksName), 'links');
  });

  it('names the globs that paths stand for', () => {
    const rows = rowsOf('`paths`');
    assert.ok(rows.length > 4);
    for (const [cell = '', globs = ''] of rows)
      assert.deepEqual(globsOf(unquoted(cell)), globs.split(' and ').map(unquoted), cell);
  });

  for (const [cell = '', term, , expected] of rowsOf('In a document')) {
    it(`finds ${term} in ${cell}: ${expected}`, async () => {
      const { glossary } = await read('terms.glossary.yml');
      const language = languageOf({ uri: 'file:///repo/page.md', languageId: 'markdown' });
      assert.ok(glossary && language);
      const vocabulary = createVocabulary([indexTerms(glossary)]);
      const found = [...findOccurrences(unquoted(cell), language, vocabulary)];
      assert.deepEqual(
        found.map(({ senses }) => senses.map((sense) => sense.term.text)),
        expected === 'yes' ? [[term]] : [],
      );
    });
  }

  it('has rows of both kinds', () => {
    const answers = rowsOf('In a document').map(([, , , answer]) => answer);
    assert.deepEqual([answers.includes('yes'), answers.includes('no')], [true, true]);
  });
});
