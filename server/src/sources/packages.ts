import { URI, Utils } from 'vscode-uri';
import { configurationLimits } from '../configuration/limits';
import { createProblems } from '../formats/problems';
import type { Reading } from '../formats/records/fields';
import { openText } from '../formats/records/fileText';
import type { Value } from '../formats/records/values';
import type { Files } from '../host';
import { fileIn } from '../workspaceFolders';
import { isInFolder } from './place';
import { readReferences } from './readReferences';
import type { GlossaryReference, PackagePlace } from './reference';

/** A package that is there, and the glossaries that it names. */
export interface FoundPackage {
  readonly folder: string;
  readonly references: readonly GlossaryReference[];
  /** What is wrong with how it names them, in plain words. */
  readonly faults: readonly string[];
}

/** Finds packages as Node does, in folders `node_modules` from a folder upwards. Nothing of theirs is run. */
export class Packages {
  readonly #files: Pick<Files, 'stamp' | 'read'>;
  readonly #read = new Map<string, { readonly text: string; readonly found: FoundPackage }>();

  constructor(files: Pick<Files, 'stamp' | 'read'>) {
    this.#files = files;
  }

  /** Find a package; undefined where there is none of its name. A string says why its manifest is not read. */
  async find({ package: name, from }: PackagePlace): Promise<FoundPackage | string | undefined> {
    for (const folder of foldersFrom(from)) {
      const home = fileIn(folder, `node_modules/${name}`);
      const manifest = fileIn(home, 'package.json');
      if ((await this.#files.stamp(manifest)) === undefined) continue;
      const read = await this.#files.read(manifest);
      if (read.kind === 'absent') continue;
      return read.kind === 'refused' ? read.reason : this.#open(manifest, home, read.text);
    }
    return undefined;
  }

  #open(manifest: string, folder: string, text: string): FoundPackage {
    const known = this.#read.get(manifest);
    if (known?.text === text) return known.found;
    const found = readManifest(text, folder);
    this.#read.set(manifest, { text, found });
    return found;
  }
}

/** Folders inside each other that are looked in: paths of systems are shorter. */
const DEEPEST_FOLDER = 64;

/** As Node does, a folder that is called `node_modules` is not looked for in itself. */
function foldersFrom(from: string): readonly string[] {
  const folders: string[] = [];
  let current = URI.parse(from);
  for (let depth = 0; depth < DEEPEST_FOLDER; depth++) {
    if (Utils.basename(current) !== 'node_modules') folders.push(current.toString());
    const above = Utils.dirname(current);
    if (above.path === current.path) break;
    current = above;
  }
  return folders;
}

/** Read `glossaryLens.glossaries` of a `package.json`: a source, or a list of sources and records. */
function readManifest(text: string, folder: string): FoundPackage {
  const problems = createProblems(configurationLimits.problems);
  const opened = openText(text, configurationLimits, problems, 'It is too large to be read');
  const value = opened && fieldOf(opened[1], fieldOf(opened[1], opened[0], 'glossaryLens'), 'glossaries');
  const values = opened === undefined || value === undefined ? [] : listed(opened[1], value);
  const located = opened === undefined ? [] : readReferences(opened[1], values, { folder, isPersonal: false });
  const inside = located.map(({ reference }) => reference).filter((reference) => isInFolder(reference.place, folder));
  const faults = problems.list().map(({ message }) => message);
  if (inside.length < located.length) faults.push('it may only name files of its own');
  return { folder, references: inside.map(({ when: _, ...reference }) => reference), faults };
}

function fieldOf({ values }: Reading, record: Value | undefined, name: string): Value | undefined {
  if (record?.kind !== 'record') return undefined;
  for (const pair of record.pairs) {
    const key = values.open(pair.key, record.span);
    if (key.kind === 'text' && key.text === name) return values.open(pair.value, key.span);
  }
  return undefined;
}

function listed({ values }: Reading, value: Value): readonly Value[] {
  if (value.kind !== 'list') return value.kind === 'empty' ? [] : [value];
  return value.nodes.slice(0, configurationLimits.values).map((node) => values.open(node, value.span));
}
