import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, glossaryOf, idsOf, type MarkedCorpus } from './corpus';
import { readPage, textsOf } from './frontMatter';
import { type Marker, replaceMarkers } from './markers';

/**
 * Read the glossary of the Kubernetes site in each of its languages: its entries mark each other with a shortcode. The
 * English original that Chinese pages keep in comments counts too, which is half of their marks.
 */
export function readKubernetes(folder: string): readonly MarkedCorpus[] {
  if (!existsSync(folder)) return [];
  return readdirSync(path.join(folder, 'content')).map((language) =>
    readLanguage(path.join(folder, 'content', language, 'docs/reference/glossary'), language),
  );
}

function readLanguage(folder: string, language: string): MarkedCorpus {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, source: readFileSync(path.join(folder, name), 'utf8') }));
  const entries = pages.flatMap(({ name, source }) => entryOf(name, source));
  const ids = idsOf(entries);
  const name = `kubernetes-hugo ${language}`;
  const documents = pages.map(({ name: file, source }) => {
    const entryId = path.basename(file, '.md');
    const { text, marks } = replaceMarkers(source, markersOf(source, ids));
    const shown = marks.filter(({ conceptId }) => conceptId !== entryId);
    return { path: `${language}/${file}`, text, marks: shown, entryId };
  });
  return { name, language, glossary: glossaryOf(name, language, entries), documents };
}

function entryOf(file: string, source: string): readonly Entry[] {
  const { fields } = readPage(source);
  const [title] = textsOf(fields.get('title'));
  if (title === undefined || file.startsWith('_')) return [];
  return [{ id: path.basename(file, '.md'), title, aliases: textsOf(fields.get('aka')) }];
}

/** A shortcode without a text shows the title of its entry, which no author wrote: it is replaced, but is no mark. */
function markersOf(source: string, ids: ReadonlyMap<string, string>): readonly Marker[] {
  return [...source.matchAll(/\{\{[<%]\s*glossary_tooltip\s([^{}]*?)[>%]\}\}/gu)].map((match) => {
    const fields = new Map(
      [...(match[1] ?? '').matchAll(/(\w+)\s*=\s*"([^"]*)"/gu)].map(([, key, value]) => [key, value]),
    );
    const target = fields.get('term_id') ?? '';
    const shown = fields.get('text');
    const conceptId = shown === undefined ? undefined : ids.get(target.toLowerCase());
    return { start: match.index, end: match.index + match[0].length, shown: shown ?? target, conceptId };
  });
}
