import { slugOf } from '../formats/concepts/slug';
import type { GlossaryProblem } from '../formats/format';
import { glossaryLimits, limitMessage } from '../formats/limits';
import { emptyReading, type LoadedGlossary } from '../loadedGlossary';
import type { Concept } from '../terminology/concept';
import { createDistinctIds, type DistinctConcepts } from '../terminology/distinctIds';
import { createGlossary } from '../terminology/glossary';
import { foldedLetters } from '../text/likeness';
import { quoted } from '../text/quotation';
import { relativePath } from '../workspaceFolders';

/** What a glossary of several files is called. */
export interface MergedHead {
  /** Of the folder that holds the files. */
  readonly uri: string;
  readonly name: string;
  /** BCP 47; that of the first file where nobody says so. */
  readonly language: string | undefined;
}

/**
 * Put the glossaries of several files together into one, in their order. A concept whose id an earlier file has gets a number
 * behind it; so it is told in its file.
 */
export function mergeGlossaries(head: MergedHead, files: readonly LoadedGlossary[]): LoadedGlossary {
  const distinct = createDistinctIds();
  /** The first concept of each id, as its file has it. */
  const firsts = new Map<string, Concept>();
  const concepts: Concept[] = [];
  const merged: LoadedGlossary[] = [];
  for (const file of files) {
    const { glossary } = file;
    const given = (glossary?.concepts ?? []).slice(0, glossaryLimits.concepts - concepts.length);
    const own = distinct(given);
    const problems: GlossaryProblem[] = [];
    for (const concept of given) {
      const first = firsts.get(concept.id);
      const renamed = own.renamed.get(concept.id);
      if (first === undefined) firsts.set(concept.id, concept);
      else if (renamed !== undefined) problems.push(duplicateOf(concept, first, renamed, head.uri));
    }
    for (const concept of own.concepts) concepts.push(concept);
    const beyond = glossary?.concepts[given.length];
    if (beyond !== undefined) problems.push(tooMany(beyond, glossaryLimits.concepts));
    // The same file gives the same value, so that what was found in it need not be looked for again.
    merged.push(problems.length === 0 ? file : withProblems(withConcepts(file, own), problems));
  }
  const language = head.language ?? merged.find(({ glossary }) => glossary !== undefined)?.glossary?.language ?? 'en';
  const owner = merged.find(({ glossary }) => glossary?.owner !== undefined)?.glossary?.owner;
  return {
    ...emptyReading(head.uri),
    glossary: createGlossary({
      uri: head.uri,
      name: head.name,
      language,
      concepts,
      ...(owner === undefined ? {} : { owner }),
    }),
    files: merged,
  };
}

/** Add problems to those of a file, in the order of its text. Of too many, the first are told. */
export function withProblems(file: LoadedGlossary, problems: readonly GlossaryProblem[]): LoadedGlossary {
  const told = problems.slice(0, glossaryLimits.problems);
  const all = [...file.problems, ...told].sort((one, other) => one.span.start - other.span.start);
  return { ...file, problems: all };
}

/** What is said of a concept of a file, such as that nobody uses it, goes by its id. */
function withConcepts(file: LoadedGlossary, { concepts, renamed }: DistinctConcepts): LoadedGlossary {
  if (file.glossary === undefined || renamed.size === 0) return file;
  const { uri, name, language, owner } = file.glossary;
  const head = { uri, name, language, ...(owner === undefined ? {} : { owner }) };
  return { ...file, glossary: createGlossary({ ...head, concepts }) };
}

/** Nobody knows whether an id was written or made of a term; where it may be made of it, the term is what they share. */
function duplicateOf({ id, terms, origin }: Concept, first: Concept, renamed: string, folder: string): GlossaryProblem {
  const path = quoted(relativePath(folder, first.origin.uri) ?? first.origin.uri);
  const term = terms[0].text;
  const isHomonym = foldedLetters(term) === foldedLetters(first.terms[0].text) && slugOf(term) === id;
  const [code, message] = isHomonym
    ? (['duplicate-term', `${quoted(term)} is a term of a concept in ${path} too: both will show`] as const)
    : ([
        'duplicate-id',
        `The id ${quoted(id)} belongs to a concept in ${path} too, so this one is called ${quoted(renamed)}: give it an id of its own`,
      ] as const);
  return { code, severity: 'warning', message, span: headOf(origin.span) };
}

function tooMany({ origin }: Concept, most: number): GlossaryProblem {
  const message = limitMessage('Too many concepts in one glossary', most + 1, most, 'the rest is left out');
  return { code: 'too-many-concepts', severity: 'error', message, span: headOf(origin.span) };
}

/** A record may be a page long: its beginning is enough to find it. */
function headOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end: Math.min(end, start + LONGEST_MARK) };
}

/** In UTF-16 units. */
const LONGEST_MARK = 80;
