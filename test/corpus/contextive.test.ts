import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { contextiveReader } from '../../server/src/formats/contextive/reader';
import { contextiveWriter } from '../../server/src/formats/contextive/writer';
import type { ReadGlossary } from '../../server/src/formats/format';

const corpus = path.join(import.meta.dirname, '../../../shared/corpora/glossaries');
const golden = path.join(import.meta.dirname, 'contextive.golden.txt');

/** What the parser of YAML alone gives of a file. */
interface WrittenContext {
  readonly terms: readonly { readonly aliases?: readonly string[]; readonly examples?: readonly string[] }[] | null;
}

/** What a file gave, in one line: counts alone, since the texts belong to others. */
function countsOf({ glossary, problems, imports = [], parts = [], leftOut = [] }: ReadGlossary): string {
  const concepts = glossary?.concepts ?? [];
  const terms = concepts.flatMap((concept) => concept.terms.slice(1));
  const counts = {
    concepts: concepts.length,
    categories: new Set(concepts.flatMap(({ category }) => category ?? [])).size,
    defined: concepts.filter(({ definition }) => definition !== '').length,
    described: concepts.filter(({ description }) => description !== undefined).length,
    ...countBy(terms.map(({ kind }) => `${kind}s`)),
    examples: concepts.flatMap(({ examples }) => examples).length,
    links: concepts.flatMap(({ links }) => links).length,
    owner: glossary?.owner === undefined ? 0 : 1,
    imports: imports.length,
    parts: parts.length,
    'left out': leftOut.reduce((sum, { count }) => sum + count, 0),
    ...countBy(problems.map(({ code }) => code)),
  };
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  return [glossary === undefined ? ['unread'] : [], ...said]
    .map((pair) => pair.join(' '))
    .filter(Boolean)
    .join(', ');
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(path.join(corpus, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

function readFile(file: string, text: string): ReadGlossary {
  return contextiveReader.read({ uri: `file:///${file}`, text, defaultName: 'glossary' });
}

describe('the glossaries of Contextive and of those who use it', () => {
  before(function () {
    if (['contextive-upstream', 'contextive-sharpino'].every((folder) => existsSync(path.join(corpus, folder)))) return;
    console.log('      skipped: ../shared/corpora/glossaries/contextive-* is not there');
    this.skip();
  });

  it('give what is in them', () => {
    const lines = ['contextive-upstream', 'contextive-sharpino'].flatMap(filesOf).map((file) => {
      const counts = countsOf(readFile(file, readFileSync(path.join(corpus, file), 'utf8')));
      return `${file.replace(/^contextive-|src\/|Contextive\.LanguageServer\.Tests\/|fixtures\//g, '')}: ${counts || 'nothing'}`;
    });
    assert.equal(`${lines.join('\n')}\n`, readFileSync(golden, 'utf8'));
  });

  it('give a concept for each term, an alias for each alias and an example for each example', () => {
    for (const file of ['contextive-upstream', 'contextive-sharpino'].flatMap(filesOf)) {
      const text = readFileSync(path.join(corpus, file), 'utf8');
      const { glossary } = readFile(file, text);
      if (glossary === undefined) continue;
      const contexts: readonly WrittenContext[] = parse(text)?.contexts ?? [];
      const written = contexts.flatMap(({ terms }) => terms ?? []);
      assert.deepEqual(
        glossary.concepts.map(({ terms, examples }) => [terms.length - 1, examples.length]),
        written.map(({ aliases = [], examples = [] }) => [aliases.length, examples.length]),
        file,
      );
    }
  });

  it('are the same when they are written and read again', () => {
    for (const file of ['contextive-upstream', 'contextive-sharpino'].flatMap(filesOf)) {
      const { glossary } = readFile(file, readFileSync(path.join(corpus, file), 'utf8'));
      if (glossary === undefined || glossary.size === 0) continue;
      const { uri, name, language, concepts, owner } = glossary;
      const written = contextiveWriter.write({
        uri,
        name,
        language,
        concepts,
        ...(owner === undefined ? {} : { owner }),
      });
      const again = readFile(file, written.files[0]?.text ?? '').glossary;
      const withoutPlaces = concepts.map((concept) => ({ category: name, ...concept, origin: undefined }));
      assert.deepEqual(again?.owner, owner, file);
      assert.deepEqual(
        again?.concepts.map((concept) => ({ ...concept, origin: undefined })),
        withoutPlaces,
        file,
      );
    }
  });
});
