import { canonicalTag } from './records/languageTag';

/**
 * Tell the language that a path says its file is in, BCP 47, canonical: by the nearest folder (`content/pt-br/pod.md`) or the
 * end of the name (`glossary.ja.md`). Undefined where it says none: a folder `it` or `id` alone may be anything.
 */
export function languageOfPath(uri: string): string | undefined {
  const [path = ''] = uri.split(/[?#]/, 1);
  const folders = path.split('/').slice(-MOST_FOLDERS);
  const name = folders.pop() ?? '';
  const ending = /\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\.[A-Za-z]+$/.exec(name)?.[1];
  if (ending !== undefined && isLanguage(ending)) return tagOf(ending);
  for (let index = folders.length - 1; index >= 0; index--) {
    const folder = (folders[index] ?? '').toLowerCase();
    const isSaid = PARENTS.has((folders[index - 1] ?? '').toLowerCase());
    if (isLanguage(folder) && (isSaid || !isWord(folder))) return tagOf(folder);
  }
  return undefined;
}

/** How deep below a folder of its language a file may be: farther folders are those of a disk. */
const MOST_FOLDERS = 9;

/** Folders with a folder for each language. */
const PARENTS = new Set([
  'content',
  'docs',
  'glossaries',
  'glossary',
  'i18n',
  'l10n',
  'lang',
  'languages',
  'locale',
  'locales',
  'translations',
]);

/** Languages that sites are translated into; every word of two letters is the code of some language. */
const LANGUAGES = new Set(
  (
    'af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv ' +
    'mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi yue zh'
  ).split(' '),
);

/** Codes that folders are called for other reasons. */
const WORDS = new Set(['be', 'bs', 'et', 'fil', 'he', 'id', 'is', 'it', 'ms', 'my', 'no', 'pa', 'si', 'sk', 'tl']);

function isLanguage(name: string): boolean {
  const [language = '', region, rest] = name.toLowerCase().split(/[-_]/);
  const isRegion = region === undefined || /^(?:[a-z]{2}|[a-z]{4}|419)$/.test(region);
  return LANGUAGES.has(language) && isRegion && rest === undefined;
}

function isWord(name: string): boolean {
  return WORDS.has(name);
}

function tagOf(name: string): string | undefined {
  return canonicalTag(name.replace('_', '-'));
}
