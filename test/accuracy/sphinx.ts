import { existsSync, readFileSync } from 'node:fs';
import { type Entry, glossaryOf, type MarkedCorpus } from './corpus';
import { type Marker, replaceMarkers } from './markers';
import { documentsOf } from './sections';

/** Read a Sphinx glossary in English: its entries mark each other with the role `term`. */
export function readSphinx(file: string, name: string): MarkedCorpus | undefined {
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  const entries = headwordsOf(source);
  const ids = new Map<string, string>();
  for (const { id, title, aliases = [] } of entries) {
    for (const word of [title, ...aliases]) ids.set(word.toLowerCase(), id);
  }
  const { text, marks } = replaceMarkers(source, rolesOf(source, ids));
  const documents = documentsOf({ path: 'glossary', text, marks }, headwordsOf(text));
  return { name, language: 'en', glossary: glossaryOf(name, 'en', entries), documents };
}

/** List the names in a Sphinx glossary. */
export function sphinxNames(file: string): readonly string[] {
  return headwordsOf(readFileSync(file, 'utf8')).flatMap(({ title, aliases = [] }) => [title, ...aliases]);
}

/** Lines indented by three spaces inside the directive are headwords; several in a row share a definition. */
function headwordsOf(source: string): readonly (Entry & { readonly start: number })[] {
  const entries: (Entry & { readonly start: number })[] = [];
  let words: string[] = [];
  let wordsStart = 0;
  let offset = source.indexOf('\n', source.indexOf('.. glossary::')) + 1;
  for (const line of source.slice(offset).split('\n')) {
    const word = /^ {3}(\S.*)$/u.exec(line)?.[1];
    if (word !== undefined && !word.startsWith('.. ') && !word.startsWith(':')) {
      if (words.length === 0) wordsStart = offset;
      words.push(word.replaceAll('`', '').trim());
    } else if (words.length > 0) {
      const [title = '', ...aliases] = words;
      entries.push({ id: title.toLowerCase().replaceAll(' ', '-'), title, aliases, start: wordsStart });
      words = [];
    }
    offset += line.length + 1;
  }
  return entries;
}

function rolesOf(source: string, ids: ReadonlyMap<string, string>): readonly Marker[] {
  return [...source.matchAll(/:([a-z:]+):`([^`]+)`/gu)].map((match) => {
    const [, role, content = ''] = match;
    const parts = /^(.*?)\s*<([^<>]+)>$/su.exec(content);
    const shown = (parts?.[1] ?? content).replace(/^[!~]/u, '');
    const target = (parts?.[2] ?? content).replace(/\s+/gu, ' ').toLowerCase();
    const conceptId = role === 'term' ? ids.get(target) : undefined;
    return { start: match.index, end: match.index + match[0].length, shown, conceptId };
  });
}
