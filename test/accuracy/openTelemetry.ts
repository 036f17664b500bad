import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, glossaryOf, idsOf, type MarkedCorpus } from './corpus';
import { linkMarks } from './links';
import { documentsOf, type Section } from './sections';

/** Read the glossary page of OpenTelemetry in each of its languages: a heading each entry, which link to each other. */
export function readOpenTelemetry(folder: string): readonly MarkedCorpus[] {
  if (!existsSync(folder)) return [];
  return readdirSync(path.join(folder, 'content')).map((language) =>
    readLanguage(path.join(folder, 'content', language, 'docs/concepts/glossary.md'), language),
  );
}

function readLanguage(file: string, language: string): MarkedCorpus {
  const text = readFileSync(file, 'utf8');
  const sections = sectionsOf(text);
  const ids = idsOf(sections);
  const idOf = (address: string) => (address.startsWith('#') ? ids.get(address.slice(1).toLowerCase()) : undefined);
  const name = `opentelemetry-headings ${language}`;
  return {
    name,
    language,
    glossary: glossaryOf(name, language, sections),
    documents: documentsOf({ path: `${language}/glossary.md`, text, marks: linkMarks(text, idOf) }, sections),
  };
}

function sectionsOf(text: string): readonly (Entry & Section)[] {
  return [...text.matchAll(/^### +(.+?)(?: *\{#([^}]+)\})? *$/gmu)].map(({ 1: heading = '', 2: anchor, index }) => {
    const title = heading.replace(/[*_`]/gu, '');
    return { id: anchor ?? anchorOf(title), title, start: index };
  });
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
