import { dirname, extname, resolve } from 'node:path';
import { formatNamed } from '../../formats';
import { nativeFormat } from '../../formats/native';
import type { Glossary } from '../../terminology/glossary';
import { reasonOf } from '../check/reason';
import { readRegularFile, readTextFile } from '../check/regularFile';
import { UsageError } from '../check/usageError';
import { writeWhole } from '../check/wholeFile';
import { inertPath } from '../formats/inertText';
import { oneGlossary } from '../glossaries/oneGlossary';
import { tell } from '../glossaries/output';
import { type GlossaryFile, readFiles } from '../glossaries/readFiles';
import { counted, leftOutLines, summaryOf } from '../glossaries/summary';
import { type BundledGlossary, type Identity, LICENSE_FILE } from './bundled';
import { whyNoIcon } from './icon';
import { whyUnfit } from './identity';
import { npmPackage } from './npmPackage';
import type { BundleOptions } from './options';
import { readmeOf } from './readme';
import { vsix } from './vsix';

/** Exit code of a command that made nothing, as a glossary has errors or there is none. */
const NOTHING = 1;
/** Exit code of one that made nothing, as some file cannot be read. */
const UNUSABLE = 2;

/**
 * Make a package of glossaries. Gives the exit code, or in plain words why the command cannot be carried out: an error of a
 * class of ours would be another class to who calls, as this is a file of its own in what is built.
 */
export async function runBundle(options: BundleOptions): Promise<number | string> {
  try {
    return await bundle(options);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

async function bundle(options: BundleOptions): Promise<number> {
  const unfit = whyUnfit(options);
  if (unfit !== undefined) throw new UsageError(unfit);
  const { kind, folder, paths, output } = options;
  const found = await readFiles({ paths, folder, from: undefined, reading: {}, except: undefined });
  tell(summaryOf(found.files, found.unreadable));
  const glossaries = await bundledGlossaries(found.files);
  if (found.unreadable.length > 0) {
    tell(['glossary-lens: nothing was made: some file could not be read']);
    return UNUSABLE;
  }
  if (glossaries.length === 0 || found.files.some(isBroken)) {
    tell(['glossary-lens: nothing was made: a glossary has errors, or there is no concept']);
    return NOTHING;
  }
  const bytes =
    kind === 'vsix' ? makeExtension(options, glossaries) : npmPackage(identityOf(options, glossaries), glossaries);
  const name = output ?? `${options.name.replace('@', '').replace('/', '-')}-${options.version}${EXTENSIONS[kind]}`;
  write(resolve(folder, name), name, bytes);
  tell([`${inertPath(name)}: ${counted(glossaries.length, 'glossary', 'glossaries')}, ${bytes.length} bytes`]);
  return 0;
}

const EXTENSIONS = { vsix: '.vsix', npm: '.tgz' } as const;

function isBroken({ read: { glossary, problems } }: GlossaryFile): boolean {
  return glossary === undefined || problems.some(({ severity }) => severity === 'error');
}

/** Each file is a glossary of its own; those of one concept, in the same folder and language, are one together. */
async function bundledGlossaries(files: readonly GlossaryFile[]): Promise<readonly BundledGlossary[]> {
  const writer = await formatNamed('json')?.writer?.();
  if (writer === undefined) throw new Error('There is no writer of our own format');
  const groups = new Map<string, Glossary[]>();
  for (const { path, format, read } of files) {
    if (read.glossary === undefined || read.glossary.size === 0) continue;
    const key = format.id === 'front-matter' ? `${dirname(path)}\n${read.glossary.language}` : path;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [read.glossary]);
    else group.push(read.glossary);
  }
  const taken = new Set<string>();
  return Array.from(groups.values(), (group) => {
    const glossary = oneGlossary(group, group[0]?.name ?? '');
    const { name, language } = glossary;
    const written = writer.write(glossary);
    tell(leftOutLines(written.leftOut));
    const text = written.files.map((file) => file.text).join('');
    // Of what is written, something may be left out: a term alone says nothing.
    const concepts = nativeFormat.read({ uri: '', text, defaultName: name }).glossary?.size ?? 0;
    return { path: `glossaries/${freeName(name, taken)}.json`, name, language, concepts, text };
  }).filter(({ concepts }) => concepts > 0);
}

/** Any file system and any archive takes a name of letters, digits and hyphens. */
function freeName(name: string, taken: Set<string>): string {
  const plain = (
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ['glossary']
  )
    .join('-')
    .slice(0, 60);
  let free = plain;
  for (let number = 2; taken.has(free); number++) free = `${plain}-${number}`;
  taken.add(free);
  return free;
}

function makeExtension(options: BundleOptions, glossaries: readonly BundledGlossary[]): Uint8Array {
  const { publisher = '', icon, bringsGlossaryLens } = options;
  const identity = { ...identityOf(options, glossaries), publisher, bringsGlossaryLens };
  return vsix({ ...identity, icon: icon === undefined ? undefined : readIcon(icon, options) }, glossaries);
}

function identityOf(options: BundleOptions, glossaries: readonly BundledGlossary[]): Identity {
  const { kind, name, version, license, licenseFile, readme, repository } = options;
  const displayName = options.displayName ?? glossaries[0]?.name ?? name;
  return {
    name,
    displayName,
    description: options.description ?? `The terms of ${displayName}, for Glossary Lens.`,
    version,
    license: license ?? (licenseFile === undefined ? undefined : `SEE LICENSE IN ${LICENSE_FILE}`),
    licenseText: licenseFile === undefined ? undefined : readText(licenseFile, options),
    readme: readme === undefined ? readmeOf(displayName, glossaries, kind === 'vsix') : readText(readme, options),
    repository,
  };
}

function readText(name: string, { folder }: BundleOptions): string {
  const read = readTextFile(resolve(folder, name));
  if ('reason' in read) throw new UsageError(`${name} is not read: ${read.reason}`);
  return read.text;
}

function readIcon(name: string, { folder }: BundleOptions): Uint8Array {
  const read = readRegularFile(resolve(folder, name));
  if ('reason' in read) throw new UsageError(`${name} is not read: ${read.reason}`);
  const reason = extname(name).toLowerCase() === '.png' ? whyNoIcon(read.bytes) : 'it is no PNG file';
  if (reason !== undefined) throw new UsageError(`${name} cannot be the icon: ${reason}`);
  return read.bytes;
}

function write(file: string, name: string, bytes: Uint8Array): void {
  try {
    writeWhole(file, bytes);
  } catch (error) {
    throw new UsageError(`${name} could not be written: ${reasonOf(error)}`);
  }
}
