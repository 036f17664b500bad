import type { GlossaryProblem } from '../formats/format';
import { glossaryLimits, limitMessage } from '../formats/limits';
import { emptyReading, type LoadedGlossary } from '../loadedGlossary';
import type { Concept } from '../terminology/concept';
import { createGlossary } from '../terminology/glossary';
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
 * Put the glossaries of several files together into one, in their order. Of concepts with one id the first counts; the others
 * are told of in their files.
 */
export function mergeGlossaries(head: MergedHead, files: readonly LoadedGlossary[]): LoadedGlossary {
  const firsts = new Map<string, Concept>();
  const merged: LoadedGlossary[] = [];
  for (const file of files) {
    const problems: GlossaryProblem[] = [];
    for (const concept of file.glossary?.concepts ?? []) {
      const first = firsts.get(concept.id);
      if (first !== undefined) problems.push(duplicateOf(concept, first, head.uri));
      else if (firsts.size < glossaryLimits.concepts) firsts.set(concept.id, concept);
      else {
        problems.push(tooMany(concept, glossaryLimits.concepts));
        break;
      }
    }
    // The same file gives the same value, so that what was found in it need not be looked for again.
    merged.push(problems.length === 0 ? file : withProblems(file, problems));
  }
  const language = head.language ?? merged.find(({ glossary }) => glossary !== undefined)?.glossary?.language ?? 'en';
  const owner = merged.find(({ glossary }) => glossary?.owner !== undefined)?.glossary?.owner;
  return {
    ...emptyReading(head.uri),
    glossary: createGlossary({
      uri: head.uri,
      name: head.name,
      language,
      concepts: [...firsts.values()],
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

function duplicateOf({ id, origin }: Concept, first: Concept, folder: string): GlossaryProblem {
  const path = relativePath(folder, first.origin.uri) ?? first.origin.uri;
  const message = `The id ${quoted(id)} belongs to a concept in ${quoted(path)} too, so this one is left out`;
  return { code: 'duplicate-id', severity: 'error', message, span: headOf(origin.span) };
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
