import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { glossaryOf, idsOf, type Mark, type MarkedCorpus, type MarkedDocument } from './corpus';

/** One line of `annotations.jsonl`, as far as it is read. */
interface Annotation {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly term_id: string;
  /** Whether the glossary of this language has the entry. */
  readonly known: boolean;
  /** Whether the marker left its text to the title of the entry: no author wrote it. */
  readonly implicit: boolean;
}

/** One line of `glossary.jsonl`, as far as it is read. */
interface Record {
  readonly id: string;
  readonly title: string;
  readonly aka: readonly string[];
  readonly lang: string;
}

/** Read the pages with marks in a folder of `corpora/groundtruth`; undefined where it is not there. */
export function readGroundTruth(folder: string): MarkedCorpus | undefined {
  if (!existsSync(folder)) return undefined;
  const name = path.basename(folder);
  const records = readLines<Record>(path.join(folder, 'glossary.jsonl'));
  const language = records[0]?.lang ?? 'en';
  const entries = records.map(({ id, title, aka }) => ({ id, title, aliases: aka }));
  const ids = idsOf(entries);
  const marksOf = new Map<string, Mark[]>();
  for (const { doc, start, end, term_id, known, implicit } of readLines<Annotation>(
    path.join(folder, 'annotations.jsonl'),
  )) {
    if (!known || implicit) continue;
    const marks = marksOf.get(doc) ?? [];
    marks.push({ span: { start, end }, conceptId: ids.get(term_id.toLowerCase()) ?? term_id });
    marksOf.set(doc, marks);
  }
  return {
    name,
    language,
    glossary: glossaryOf(name, language, entries),
    documents: [...marksOf].map(([doc, marks]) => ({
      path: doc,
      text: readFileSync(path.join(folder, 'docs', doc), 'utf8'),
      marks,
      ...ownEntry(doc),
    })),
  };
}

/** Some pages are those of the glossary itself. */
function ownEntry(doc: string): Pick<MarkedDocument, 'entryId'> {
  return doc.includes('/reference/glossary/') ? { entryId: path.basename(doc, '.md') } : {};
}

function readLines<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
