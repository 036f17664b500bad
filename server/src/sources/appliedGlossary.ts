/** A glossary as it applies to one document: by another name, without the parts that are for others, or without files that apply by themselves. */
import type { GlossaryPart } from '../formats/format';
import { filesOf, type LoadedGlossary } from '../loadedGlossary';
import type { Concept } from '../terminology/concept';
import { createGlossary, type Glossary, type GlossaryContent, renameGlossary } from '../terminology/glossary';
import { matchesLoosely } from './looseGlob';
import { mergeGlossaries } from './mergedGlossary';

/** Call a glossary by another name; the same one by the same name is the same value. */
export function renamed(loaded: LoadedGlossary, name: string): LoadedGlossary {
  const { glossary } = loaded;
  if (glossary === undefined || glossary.name === name) return loaded;
  return changed(loaded, `name ${name}`, () => renameGlossary(glossary, name));
}

/**
 * Leave out the parts of a glossary that are not for a document, by its path below the folder that the glossary applies to;
 * undefined for one that lies elsewhere. For the same parts it is the same value.
 */
export function narrowed(loaded: LoadedGlossary, path: string | undefined): LoadedGlossary {
  const { glossary, parts = [] } = loaded;
  if (glossary === undefined || parts.every(({ paths }) => paths.length === 0)) return loaded;
  const isLeftOut = parts.map(({ paths }) => paths.length > 0 && !paths.some((glob) => isFor(glob, path)));
  if (!isLeftOut.includes(true)) return loaded;
  const left = isLeftOut.map(Number).join('');
  return changed(loaded, `parts ${left}`, () =>
    createGlossary({ ...contentOf(glossary), concepts: conceptsOf(glossary, parts, isLeftOut) }),
  );
}

/**
 * Leave the files out of a glossary of several that apply by themselves already, read in the same way; undefined where none is
 * left.
 */
export function withoutFiles(loaded: LoadedGlossary, others: ReadonlySet<string>): LoadedGlossary | undefined {
  const { files = [], glossary } = loaded;
  const left = files.filter(({ uri, way }) => way !== undefined || uri === loaded.uri || !others.has(uri));
  if (left.length === files.length || glossary === undefined) return loaded;
  if (left.length === 0) return undefined;
  const gone = files.filter((file) => !left.includes(file)).map(({ uri }) => uri);
  return variantOf(loaded, `without ${JSON.stringify(gone)}`, () => {
    const { uri, name, language } = glossary;
    const merged = mergeGlossaries({ uri, name, language }, left);
    return loaded.way === undefined ? merged : { ...merged, way: loaded.way };
  });
}

function isFor(glob: string, path: string | undefined): boolean {
  return path !== undefined && matchesLoosely(glob, `/${path}`);
}

/** A concept in several parts is for the documents of each. */
function conceptsOf(
  { concepts }: Glossary,
  parts: readonly GlossaryPart[],
  isLeftOut: readonly boolean[],
): readonly Concept[] {
  const isKept = new Uint8Array(concepts.length).fill(1);
  for (const [number, part] of parts.entries()) {
    if (isLeftOut[number] === true) isKept.fill(0, part.concepts.start, part.concepts.end);
  }
  for (const [number, part] of parts.entries()) {
    if (isLeftOut[number] !== true) isKept.fill(1, part.concepts.start, part.concepts.end);
  }
  return concepts.filter((_, number) => isKept[number] === 1);
}

function changed(loaded: LoadedGlossary, key: string, change: () => Glossary): LoadedGlossary {
  return variantOf(loaded, key, () => ({ ...loaded, glossary: change(), files: filesOf(loaded) }));
}

function variantOf(loaded: LoadedGlossary, key: string, make: () => LoadedGlossary): LoadedGlossary {
  const variants = made.get(loaded) ?? new Map<string, LoadedGlossary>();
  made.set(loaded, variants);
  const known = variants.get(key);
  if (known !== undefined) return known;
  const variant = make();
  const [oldest] = variants.keys();
  if (variants.size >= MOST_VARIANTS && oldest !== undefined) variants.delete(oldest);
  variants.set(key, variant);
  return variant;
}

function contentOf({ uri, name, language, owner }: Glossary): Omit<GlossaryContent, 'concepts'> {
  return { uri, name, language, ...(owner === undefined ? {} : { owner }) };
}

/** Terms are indexed for each variant of a glossary, so that the same must be the same value; they go with the reading. */
const made = new WeakMap<LoadedGlossary, Map<string, LoadedGlossary>>();
/** Variants of one glossary that are kept: one for each group of documents that its parts tell apart. */
const MOST_VARIANTS = 32;
