/** Real documents and glossaries, from the folder beside the repository where they lie; without them, our own words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { makeDocument } from './documents.mjs';

const corpora = path.join(import.meta.dirname, '../../../shared/corpora');

/** The folder of the real documents. */
export const corporaDocuments = path.join(corpora, 'documents');

/** Whether there are real documents. */
export const hasCorpora = existsSync(corpora);

/** List the files below folders of `documents` whose names end in one of `extensions`, in an order that is always the same. */
export function listDocuments(folders, extensions) {
  return folders.flatMap((folder) => {
    const root = path.join(corpora, 'documents', folder);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => extensions.some((extension) => name.endsWith(extension)))
      .sort()
      .map((name) => path.join(root, name));
  });
}

/** Join real documents until the text has `length` UTF-16 units, and cut it there. */
export function joinDocuments(folders, extensions, length) {
  if (!hasCorpora) return makeDocument(length).text.slice(0, length);
  const files = listDocuments(folders, extensions).map((file) => readFileSync(file, 'utf8'));
  const parts = [];
  for (let size = 0, index = 0; size < length; index++) {
    const text = `${files[index % files.length]}\n`;
    parts.push(text);
    size += text.length;
  }
  return parts.join('').slice(0, length);
}

/** Write the glossaries of Kubernetes and the CNCF as one file of ours: about 300 terms, as their authors list them. */
export function realGlossary() {
  const concepts = ['kubernetes-hugo', 'cncf-hugo'].flatMap((name) =>
    recordsOf(path.join(corpora, 'glossaries', name)),
  );
  return JSON.stringify({ name: 'Kubernetes and CNCF', concepts });
}

function recordsOf(root) {
  const folder = path.join(root, 'content/en');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/^(?:_|index\.)/.test(path.basename(name)))
    .sort()
    .flatMap((name) => {
      const frontMatter = /^---\n(.*?)\n---\n/s.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1];
      const { title, aka } = frontMatter === undefined ? {} : parse(frontMatter);
      if (title === undefined) return [];
      const also = (aka ?? []).filter((text) => typeof text === 'string' && text.trim() !== '');
      return [{ term: title.trim(), also, definition: `What the glossary says of ${title.trim()}.` }];
    });
}
