/**
 * A glossary as the build leaves it: JSON that needs no checking and no YAML parser, read at the first hover. The shipped
 * glossary is the only one; its concepts say in which of the source files they stand.
 */
import { URI, Utils } from 'vscode-uri';
import type { Concept } from '../terminology/concept';
import type { Glossary } from '../terminology/glossary';

/** Write glossaries as one compiled glossary; `pathOf` names a source file relative to where the result will lie. */
export function writeCompiled(glossaries: readonly Glossary[], pathOf: (uri: string) => string): string {
  const [first] = glossaries;
  const files = glossaries.map(({ uri }) => pathOf(uri));
  const concepts = glossaries.flatMap((glossary, file) =>
    glossary.concepts.map(({ origin, ...concept }) => ({
      ...concept,
      origin: [file, origin.span.start, origin.span.end, origin.line],
    })),
  );
  return JSON.stringify({ name: first?.name ?? '', language: first?.language ?? 'en', files, concepts });
}

/** Read what `writeCompiled` wrote; `uri` is where it lies. Throws a SyntaxError where the text is no JSON. */
export function readCompiled(text: string, uri: string): Glossary {
  const compiled: CompiledGlossary = JSON.parse(text);
  const folder = Utils.dirname(URI.parse(uri));
  const files = compiled.files.map((path) => Utils.joinPath(folder, path).toString());
  return {
    uri,
    name: compiled.name,
    language: compiled.language,
    concepts: compiled.concepts.map(({ origin: [file, start, end, line], ...concept }) => ({
      ...concept,
      origin: { uri: files[file] ?? uri, span: { start, end }, line },
    })),
  };
}

interface CompiledGlossary {
  readonly name: string;
  readonly language: string;
  /** Paths of the source files. */
  readonly files: readonly string[];
  readonly concepts: readonly CompiledConcept[];
}

interface CompiledConcept extends Omit<Concept, 'origin'> {
  readonly origin: readonly [file: number, start: number, end: number, line: number];
}
