import assert from 'node:assert/strict';
import { emptyReading, type LoadedGlossary, missingGlossary } from '../../server/src/loadedGlossary';
import { type ImportRules, importsOf } from '../../server/src/sources/imports';
import type { SourcePlace } from '../../server/src/sources/reference';

/** Files by name in `/repo`, each with what it imports. */
type Files = Readonly<Record<string, readonly string[]>>;

const rows: readonly {
  readonly name: string;
  readonly files: Files;
  readonly first?: readonly string[];
  readonly isTrusted?: boolean;
  /** The folder of the package that the first are of. */
  readonly within?: string;
  /** The files that apply, in their order. */
  readonly applied: readonly string[];
  /** `file code import`. */
  readonly problems?: readonly string[];
}[] = [
  {
    name: 'come behind what names them',
    files: { a: ['b', 'c'], b: ['d'], c: [], d: [] },
    applied: ['a', 'b', 'd', 'c'],
  },
  { name: 'come once', files: { a: ['c'], b: ['c'], c: [] }, first: ['a', 'b'], applied: ['a', 'c', 'b'] },
  {
    name: 'in a circle are told once, where they lead back',
    files: { a: ['b'], b: ['c'], c: ['a'] },
    applied: ['a', 'b', 'c'],
    problems: ['c circular-import a'],
  },
  { name: 'of themselves are a circle', files: { a: ['a'] }, applied: ['a'], problems: ['a circular-import a'] },
  { name: 'that are not there are told', files: { a: ['x'] }, applied: ['a'], problems: ['a missing-source x'] },
  {
    name: 'over a scheme that is not read are told',
    files: { a: ['http://acme.com/a'] },
    applied: ['a'],
    problems: ['a unusable-path http://acme.com/a'],
  },
  {
    name: 'are followed eight files deep',
    files: Object.fromEntries(Array.from({ length: 10 }, (_, number) => [`f${number}`, [`f${number + 1}`]])),
    first: ['f0'],
    applied: ['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8'],
    problems: ['f8 too-deep f9'],
  },
  {
    name: 'that nobody trusts are passed over',
    files: { a: ['b', 'https://acme.com/b'], b: [] },
    isTrusted: false,
    applied: ['a'],
  },
  {
    name: 'of a package stay inside of it, at any depth',
    files: {
      'p/a': ['b', '../d', 'https://acme.com/b', 'npm:acme'],
      'p/b': ['c', '/etc/e', '../p2/a'],
      'p/c': [],
      d: [],
      'p2/a': [],
      'file:///etc/e': [],
      'https://acme.com/b': [],
    },
    within: 'file:///repo/p',
    applied: ['p/a', 'p/b', 'p/c'],
    problems: [
      'p/a unusable-path ../d',
      'p/a unusable-path https://acme.com/b',
      'p/a unusable-path npm:acme',
      'p/b unusable-path /etc/e',
      'p/b unusable-path ../p2/a',
    ],
  },
  {
    name: 'of a file on the web are relative to its address',
    files: {
      a: ['https://acme.com/x/b'],
      'https://acme.com/x/b': ['../c'],
      'https://acme.com/c': ['file:///repo/d'],
      d: [],
    },
    first: ['a'],
    applied: ['a', 'https://acme.com/x/b', 'https://acme.com/c'],
    problems: ['https://acme.com/c unusable-path file:///repo/d'],
  },
];

describe('imports', () => {
  for (const { name, files, first, isTrusted = true, within, applied, problems = [] } of rows) {
    it(name, async () => {
      const loaded = loadAll(files);
      const named = (first ?? Object.keys(files).slice(0, 1)).flatMap((file) => loaded.get(uriOf(file)) ?? []);
      const rules: ImportRules = {
        isAllowed: () => isTrusted,
        load: async (place) => sourceAt(place, loaded),
      };
      const glossaries = named.map((glossary) => ({ loaded: glossary, name: undefined, within }));
      const found = await importsOf(glossaries, rules);
      assert.deepEqual(
        found.map((glossary) => nameOf(glossary.loaded.uri)),
        applied,
      );
      const told = found.flatMap(({ loaded: { uri, problems: own, imports = [] } }) =>
        own.map(({ code, span }) => `${nameOf(uri)} ${code} ${imports[span.start]?.source}`),
      );
      assert.deepEqual(told, problems);
      const again = await importsOf(glossaries, rules);
      for (const [index, glossary] of found.entries()) assert.equal(glossary.loaded, again[index]?.loaded);
    });
  }
});

function loadAll(files: Files): ReadonlyMap<string, LoadedGlossary> {
  return new Map(
    Object.entries(files).map(([file, imports]) => {
      const spans = imports.map((source, start) => ({ source, span: { start, end: start } }));
      return [uriOf(file), { ...emptyReading(uriOf(file)), imports: spans }];
    }),
  );
}

function sourceAt(place: SourcePlace, loaded: ReadonlyMap<string, LoadedGlossary>) {
  const uri = place.kind === 'file' ? place.uri : place.kind === 'https' ? place.url : '';
  const found = loaded.get(uri);
  if (found !== undefined) return { glossaries: [found], problems: [] };
  return {
    glossaries: [missingGlossary(uri, 'none')],
    problems: [{ code: 'missing-source' as const, message: 'none' }],
  };
}

function uriOf(file: string): string {
  return file.includes(':') ? file : `file:///repo/${file}`;
}

function nameOf(uri: string): string {
  return uri.replace('file:///repo/', '');
}
