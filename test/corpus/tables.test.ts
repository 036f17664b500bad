import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatOf, readerOf } from '../../server/src/formats';
import type { ReadGlossary } from '../../server/src/formats/format';

const corpora = path.join(import.meta.dirname, '../../../shared/corpora/glossaries');
const solana = 'json-solana/packages/glossary/data';

async function read(file: string): Promise<ReadGlossary> {
  const uri = pathToFileURL(path.join(corpora, file)).toString();
  const text = readFileSync(path.join(corpora, file), 'utf8');
  return (await readerOf({ uri, text })).read({ uri, text, defaultName: 'corpus' });
}

/** What a reading is made of, in numbers. */
function countsOf({ glossary, problems, relatedNames, leftOut = [], columns = [] }: ReadGlossary) {
  const concepts = glossary?.concepts ?? [];
  const terms = concepts.flatMap((concept) => concept.terms);
  return {
    concepts: concepts.length,
    abbreviations: terms.filter(({ kind }) => kind === 'abbreviation').length,
    variants: terms.filter(({ kind }) => kind === 'variant').length,
    definitions: concepts.filter(({ definition }) => definition !== '').length,
    descriptions: concepts.filter(({ description }) => description !== undefined).length,
    links: concepts.flatMap(({ links }) => links).length,
    related: relatedNames.length,
    problems: tally(problems.map(({ code }) => code)),
    leftOut: leftOut.map(({ what, count }) => `${count} × ${what}`),
    columns: columns.map(({ heading, field }) => `${heading}: ${field ?? '-'}`),
  };
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

describe('real tables and lists', () => {
  before(function () {
    if (existsSync(path.join(corpora, solana))) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  it('has a concept for each row of the acronyms of an authority, homographs apart', async () => {
    const reading = await read('csv-va-acronyms/acronyms.csv');
    assert.deepEqual(countsOf(reading), VA);
    const meanings = tally(
      (reading.glossary?.concepts ?? []).flatMap(({ terms: [preferred, ...others] }) => {
        const short = others.filter(({ kind }) => kind === 'abbreviation').at(-1) ?? preferred;
        return [short.text];
      }),
    );
    // 655 titles stand there more than once, and another one with a remark in brackets behind it.
    assert.equal(Object.values(meanings).filter((count) => count > 1).length, 656);
  });

  it('has what acronyms of computing stand for, from a column of definitions', async () => {
    assert.deepEqual(countsOf(await read('csv-it-acronyms/static/data/acronyms.csv')), IT);
  });

  it('has the records of a list in JSON, with their aliases and relations', async () => {
    const files = readdirSync(path.join(corpora, solana, 'terms')).sort();
    const readings = await Promise.all(files.map((file) => read(`${solana}/terms/${file}`)));
    const counts = readings.map(countsOf);
    const sum = (count: (counts: ReturnType<typeof countsOf>) => number) =>
      counts.reduce((total, one) => total + count(one), 0);
    assert.deepEqual(
      {
        files: files.length,
        formats: [
          ...new Set(
            files.map(
              (file) =>
                formatOf({
                  uri: `file:///${file}`,
                  text: readFileSync(path.join(corpora, solana, 'terms', file), 'utf8'),
                }).id,
            ),
          ),
        ],
        concepts: sum(({ concepts }) => concepts),
        definitions: sum(({ definitions }) => definitions),
        abbreviations: sum(({ abbreviations }) => abbreviations),
        variants: sum(({ variants }) => variants),
        related: sum(({ related }) => related),
        problems: tally(readings.flatMap(({ problems }) => problems.map(({ code }) => code))),
        leftOut: tally(
          readings.flatMap(({ leftOut = [] }) => leftOut.flatMap(({ what, count }) => Array(count).fill(what))),
        ),
      },
      SOLANA,
    );
  });

  it('has the records of a list by their ids, in another language', async () => {
    assert.deepEqual(countsOf(await read(`${solana}/i18n/es.json`)), SPANISH);
  });
});

const VA = {
  concepts: 5793,
  abbreviations: 5671,
  variants: 2,
  definitions: 466,
  descriptions: 12,
  links: 0,
  related: 0,
  problems: { 'duplicate-term': 100, 'more-problems': 1 },
  leftOut: [],
  columns: ['Title: term', 'Meaning: meaning', 'Context: description', 'Notes: description'],
};

const IT = {
  concepts: 430,
  abbreviations: 365,
  variants: 1,
  definitions: 177,
  descriptions: 55,
  links: 89,
  related: 0,
  problems: { 'duplicate-term': 14 },
  leftOut: [
    '430 × the column `CreatedAt`',
    '430 × the column `CreatedBy`',
    '430 × the column `UpdatedAt`',
    '430 × the column `UpdatedBy`',
  ],
  columns: [
    'Acronym: abbreviations',
    'Definition: definition',
    'Comment: description',
    'Link: links',
    'CreatedAt: -',
    'CreatedBy: -',
    'UpdatedAt: -',
    'UpdatedBy: -',
  ],
};

const SOLANA = {
  files: 14,
  formats: ['json-list'],
  concepts: 1059,
  definitions: 1059,
  abbreviations: 144,
  variants: 344,
  related: 3005,
  problems: { 'duplicate-term': 4, 'repeated-term': 9 },
  leftOut: { 'the field `depth`': 1059, 'a remark in brackets behind a term': 98, 'the field `tags`': 199 },
};

const SPANISH = {
  concepts: 1059,
  abbreviations: 97,
  variants: 32,
  definitions: 1059,
  descriptions: 0,
  links: 0,
  related: 0,
  problems: { 'duplicate-term': 9 },
  leftOut: [],
  columns: ['term: term', 'definition: definition', 'key: id'],
};
