import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The title of a concept in a glossary of the corpora, and the name that its translations share. */
export interface CorpusTitle {
  readonly id: string;
  readonly title: string;
}

/** Glossaries with a file for each term, in many languages. */
export type HugoGlossary = 'kubernetes-hugo' | 'cncf-hugo';

const folder = path.join(import.meta.dirname, '../../../shared/corpora/glossaries');

/** Whether the corpora are there at all. */
export const hasCorpora = existsSync(folder);

/** List the titles of a glossary in a language, none where it has none. */
export function hugoTitles(glossary: HugoGlossary, language: string): readonly CorpusTitle[] {
  const root = path.join(folder, glossary, 'content', language);
  if (!existsSync(root)) return [];
  const titles: CorpusTitle[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const id = path.basename(file, '.md');
    if (!file.endsWith('.md') || id === 'index' || id.startsWith('_')) continue;
    const title = /^(?:title|शीर्षक):[ \t]*(.+)$/imu.exec(readFileSync(path.join(root, file), 'utf8'))?.[1];
    if (title !== undefined) titles.push({ id, title: title.trim().replace(/^(["'])(.*)\1$/, '$2') });
  }
  return titles;
}

/** List the titles of a glossary in JSON, which puts other names into them in many ways. */
export function jsonTitles(): readonly CorpusTitle[] {
  const root = path.join(folder, 'json-solana/packages/glossary/data/terms');
  return readdirSync(root).flatMap((file) => {
    const terms: readonly { readonly id: string; readonly term: string }[] = JSON.parse(
      readFileSync(path.join(root, file), 'utf8'),
    );
    return terms.map(({ id, term }) => ({ id, title: term }));
  });
}
