import { URI, Utils } from 'vscode-uri';
import { type GlossaryProblem, type Import, problemSeverities } from '../formats/format';
import type { LoadedGlossary } from '../loadedGlossary';
import { quoted } from '../text/quotation';
import { withProblems } from './mergedGlossary';
import { isInFolder, type ReadPlace, readPlace } from './place';
import type { SourcePlace } from './reference';
import type { LoadedSource } from './sourceLoader';
import { readWebAddress } from './web/address';

/** A glossary with what was said of it where it was named, which holds for what it imports as well. */
export interface Importing {
  readonly loaded: LoadedGlossary;
  /** What it is called there. */
  readonly name: string | undefined;
  /** The folder that its imports may not lead out of, as a URI: that of its package. */
  readonly within?: string | undefined;
}

/** How what is imported is loaded. */
export interface ImportRules {
  isAllowed(place: SourcePlace): boolean;
  /** `importer` is the URI of the file that names it. */
  load(place: SourcePlace, importer: string): Promise<LoadedSource>;
}

/** Imports of imports are followed so far. */
const DEEPEST_IMPORT = 8;
/** Glossaries that are imported for one document: each is another to be searched. */
const MOST_IMPORTS = 200;

/**
 * Load what glossaries import, each behind the one that names it. What leads in a circle, too far or nowhere is told in the file
 * that names it.
 */
export async function importsOf<T extends Importing>(
  glossaries: readonly T[],
  rules: ImportRules,
): Promise<readonly T[]> {
  if (glossaries.every(({ loaded }) => importsIn(loaded).length === 0)) return glossaries;
  const known = new Set(glossaries.map(({ loaded }) => loaded.uri));
  let level: readonly Branch<T>[] = glossaries.map((glossary) => ({ glossary, above: new Set<string>(), depth: 0 }));
  const below = new Map<T, readonly T[]>();
  const told = new Map<T, T>();
  while (level.length > 0) {
    const next: Branch<T>[] = [];
    for (const branch of level) {
      const found = await follow(branch, rules, known);
      const { glossary } = branch;
      if (found.problems.length > 0) told.set(glossary, withTold(glossary, found.problems));
      if (found.imported.length === 0) continue;
      below.set(
        glossary,
        found.imported.map(({ glossary: imported }) => imported),
      );
      next.push(...found.imported);
    }
    level = next;
  }
  return inOrder(glossaries, below).map((glossary) => told.get(glossary) ?? glossary);
}

/** A glossary, and the files that lead to it. */
interface Branch<T> {
  readonly glossary: T;
  readonly above: ReadonlySet<string>;
  readonly depth: number;
}

/** Of a glossary of several files no file imports others: they lie in one folder. */
function importsIn({ imports = [], files, isMissing }: LoadedGlossary): readonly Import[] {
  return files === undefined && isMissing !== true ? imports : [];
}

async function follow<T extends Importing>(
  { glossary, above, depth }: Branch<T>,
  rules: ImportRules,
  known: Set<string>,
): Promise<{ readonly imported: readonly Branch<T>[]; readonly problems: readonly GlossaryProblem[] }> {
  const { loaded } = glossary;
  const imported: Branch<T>[] = [];
  const problems: GlossaryProblem[] = [];
  const report = (code: GlossaryProblem['code'], { span, source }: Import, why: string) =>
    problems.push({ code, severity: problemSeverities[code], message: `${quoted(source)}: ${why}`, span });
  const lineage = new Set([...above, loaded.uri]);
  for (const named of importsIn(loaded)) {
    const found = importedPlace(named.source, loaded.uri);
    if ('reason' in found) report('unusable-path', named, `it is not imported, since ${found.reason}`);
    else if (!isWithin(glossary.within, found.place)) report('unusable-path', named, OUTSIDE);
    else if (!rules.isAllowed(found.place)) continue;
    else if (lineage.has(uriOf(found.place)))
      report('circular-import', named, 'this leads back to a file that imports it');
    else if (depth >= DEEPEST_IMPORT) report('too-deep', named, `imports are followed ${DEEPEST_IMPORT} files deep`);
    else if (known.size >= MOST_IMPORTS) report('too-many-values', named, `${MOST_IMPORTS} glossaries apply already`);
    else {
      const source = await rules.load(found.place, loaded.uri);
      for (const { code, message } of source.problems) report(code, named, message);
      for (const file of source.glossaries) {
        if (file.isMissing === true || known.has(file.uri)) continue;
        known.add(file.uri);
        imported.push({ glossary: { ...glossary, loaded: file, name: undefined }, above: lineage, depth: depth + 1 });
      }
    }
  }
  return { imported, problems };
}

/** A file on the web names others there. */
function importedPlace(source: string, importer: string): ReadPlace {
  if (!importer.startsWith('https:')) {
    const folder = Utils.dirname(URI.parse(importer)).toString();
    return readPlace(source, { folder, isPersonal: false });
  }
  const read = readWebAddress(source, importer);
  return read.kind === 'refused' ? { reason: read.reason } : { place: { kind: 'https', url: read.address.url } };
}

/** Of a package, nothing outside of it is read. */
function isWithin(folder: string | undefined, place: SourcePlace): boolean {
  return folder === undefined || isInFolder(place, folder);
}

const OUTSIDE = 'it is not imported, since a package may only name files of its own';

function uriOf(place: SourcePlace): string {
  return place.kind === 'file' ? place.uri : place.kind === 'https' ? place.url : place.package;
}

/** The same problems of the same reading are the same value: what was found in it need not be looked for again. */
function withTold<T extends Importing>(glossary: T, problems: readonly GlossaryProblem[]): T {
  const key = JSON.stringify(problems);
  const known = toldOf.get(glossary.loaded);
  if (known?.key === key) return { ...glossary, loaded: known.loaded };
  const loaded = withProblems(glossary.loaded, problems);
  toldOf.set(glossary.loaded, { key, loaded });
  return { ...glossary, loaded };
}

const toldOf = new WeakMap<LoadedGlossary, { readonly key: string; readonly loaded: LoadedGlossary }>();

/** Put what is imported behind what names it. */
function inOrder<T>(first: readonly T[], below: ReadonlyMap<T, readonly T[]>): readonly T[] {
  const ordered: T[] = [];
  const stack = first.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    ordered.push(next);
    for (const imported of (below.get(next) ?? []).toReversed()) stack.push(imported);
  }
  return ordered;
}
