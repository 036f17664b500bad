/** Which glossary files apply to a document: those in its folder and in the folders above it, up to its workspace folder. */
import ignore, { type Ignore } from 'ignore';
import { isGlossaryFile } from './formats/fileNames';
import { type FolderFiles, fileIn, foldersAbove, relativePath } from './workspaceFolders';

/** The longest `.gitignore` whose rules are followed, in UTF-16 units; real ones have a tenth of it. */
const LONGEST_RULES = 65_536;
/** Rules with more `**` are left out: each lets the regular expression that they become try every folder of a path anew. */
const MOST_DOUBLE_STARS = 2;

/** Find the glossary files of a document, the nearest folder first; files that git ignores are left out. */
export async function findGlossaryFiles(
  files: FolderFiles,
  documentUri: string,
  workspaceFolders: readonly string[],
): Promise<readonly string[]> {
  const folders = foldersAbove(documentUri, workspaceFolders);
  const listings = await Promise.all(folders.map((folder) => files.list(folder)));
  const rules = await Promise.all(
    folders.map((folder, index) => (listings[index]?.includes(GIT_IGNORE) ? readRules(files, folder) : undefined)),
  );
  return folders.flatMap((folder, index) =>
    (listings[index] ?? [])
      .filter(isGlossaryFile)
      .sort(byPlainNameFirst)
      .map((name) => fileIn(folder, name))
      .filter((uri) => !isIgnored(uri, folders.slice(index), rules.slice(index))),
  );
}

const GIT_IGNORE = '.gitignore';

/** `glossary.yaml` comes before `acme.glossary.yaml`, and the rest by their names: the order of precedence in a folder. */
function byPlainNameFirst(one: string, other: string): number {
  const plain = Number(isPlain(other)) - Number(isPlain(one));
  return plain !== 0 ? plain : one < other ? -1 : 1;
}

function isPlain(name: string): boolean {
  return name.toLowerCase().startsWith('glossary.');
}

async function readRules(files: FolderFiles, folder: string): Promise<Ignore | undefined> {
  const read = await files.read(fileIn(folder, GIT_IGNORE));
  if (read.kind !== 'text' || read.text.length > LONGEST_RULES) return undefined;
  const rules = read.text.split('\n').filter((rule) => rule.split('**').length - 1 <= MOST_DOUBLE_STARS);
  return ignore().add(rules.join('\n'));
}

/** As in git: inner rules go before outer ones, and what lies in an ignored folder is ignored whatever they say. */
function isIgnored(uri: string, folders: readonly string[], rules: readonly (Ignore | undefined)[]): boolean {
  return [uri, ...folders].some((target) => {
    for (const [index, folder] of folders.entries()) {
      const path = rules[index] === undefined ? undefined : relativePath(folder, target);
      const verdict = path ? rules[index]?.test(target === uri ? path : `${path}/`) : undefined;
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
    }
    return false;
  });
}
