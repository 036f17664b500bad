import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, glossaryOf, idsOf, type MarkedCorpus } from './corpus';
import { readPage, textsOf } from './frontMatter';
import { linkMarks } from './links';

/** Read the glossary of the CNCF in each of its languages: its entries link to each other. */
export function readCncf(folder: string): readonly MarkedCorpus[] {
  if (!existsSync(folder)) return [];
  return readdirSync(path.join(folder, 'content')).map((language) =>
    readLanguage(path.join(folder, 'content', language), language),
  );
}

function readLanguage(folder: string, language: string): MarkedCorpus {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !name.startsWith('_'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const entries = pages.flatMap(({ name, text }) => entryOf(name, text));
  const ids = idsOf(entries);
  const name = `cncf-hugo ${language}`;
  const documents = pages.map(({ name: file, text }) => {
    const entryId = path.basename(file, '.md');
    const marks = linkMarks(text, (address) => ids.get(slugOf(address, language)));
    return {
      path: `${language}/${file}`,
      text,
      marks: marks.filter(({ conceptId }) => conceptId !== entryId),
      entryId,
    };
  });
  return { name, language, glossary: glossaryOf(name, language, entries), documents };
}

function entryOf(file: string, text: string): readonly Entry[] {
  const [title] = textsOf(readPage(text).fields.get('title'));
  return title === undefined ? [] : [{ id: path.basename(file, '.md'), title }];
}

/** The entry in `/ja/container/`, `/container/`, `https://glossary.cncf.io/ja/container/`. */
function slugOf(address: string, language: string): string {
  const parts = address
    .replace(/^https?:\/\/glossary\.cncf\.io/u, '')
    .replace(/[?#].*$/u, '')
    .split('/')
    .filter((part) => part !== '');
  if (!address.startsWith('/') && !address.startsWith('http')) return '';
  const [first = '', second] = parts;
  if (parts.length === 1) return first.toLowerCase();
  return parts.length === 2 && first === language ? (second ?? '').toLowerCase() : '';
}
