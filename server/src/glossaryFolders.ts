/** Which glossary files apply to a document: those in its folder and in the folders above it, up to its workspace folder. */
import { CONTEXTIVE_FOLDER, isContextiveFile, isGlossaryFile } from './formats/fileNames';
import { addRules, GIT_IGNORE, type IgnoreRules, isIgnored, rulesInside } from './ignoreRules';
import { type FolderFiles, fileIn, foldersAbove, relativePath } from './workspaceFolders';

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
  const contextive = await Promise.all(
    folders.map((folder, index) =>
      mayHoldFolders(folder, listings[index]) ? files.list(fileIn(folder, CONTEXTIVE_FOLDER)) : [],
    ),
  );
  return glossariesIn(
    folders.map((folder, index) => ({
      folder,
      names: listings[index] ?? [],
      contextiveNames: contextive[index] ?? [],
      rules: rules[index],
    })),
  );
}

/** A disk lists folders among the names of a folder, an editor files alone. */
function mayHoldFolders(folder: string, names: readonly string[] = []): boolean {
  return names.includes(CONTEXTIVE_FOLDER) || (!folder.startsWith('file:') && names.length > 0);
}

interface Listing {
  readonly folder: string;
  readonly names: readonly string[];
  /** Those of what Contextive keeps for it. */
  readonly contextiveNames: readonly string[];
  /** The text of its rules for git; undefined where it has none. */
  readonly rules: string | undefined;
}

/** As in git: inner rules go before outer ones, and what lies in an ignored folder is ignored whatever they say. */
function glossariesIn(listings: readonly Listing[]): readonly string[] {
  const found: (readonly string[])[] = [];
  let root: string | undefined;
  let ignored: string | undefined;
  let rules: IgnoreRules | undefined;
  for (const { folder, names, contextiveNames, rules: own } of listings.toReversed()) {
    if (ignored !== undefined && relativePath(ignored, folder) !== undefined) continue;
    // The folders of a workspace may lie anywhere: each that lies in none before it begins anew.
    const below: string | undefined = root === undefined ? undefined : relativePath(root, folder);
    if (below === undefined) root = folder;
    const place = below ?? '';
    const outer = below === undefined ? undefined : rules;
    if (place !== '' && isIgnored(outer, place, true)) {
      ignored = folder;
      continue;
    }
    const entered = place === '' ? outer : rulesInside(outer, place);
    rules = own === undefined ? entered : addRules(entered, place, own, { isCaseBlind: true });
    const glossaries = names.filter(isGlossaryFile).sort(byPlainNameFirst);
    const kept = contextiveNames.filter(isContextiveFile).sort(byPlainNameFirst);
    const inside = [...glossaries, ...kept.map((name) => `${CONTEXTIVE_FOLDER}/${name}`)];
    const all = inside.filter((name) => !isIgnored(rules, place === '' ? name : `${place}/${name}`, false));
    found.unshift(all.map((name) => fileIn(folder, name)));
  }
  return found.flat();
}

/** `glossary.yaml` comes before `acme.glossary.yaml`, and the rest by their names: the order of precedence in a folder. */
function byPlainNameFirst(one: string, other: string): number {
  const plain = Number(isPlain(other)) - Number(isPlain(one));
  return plain !== 0 ? plain : one < other ? -1 : 1;
}

function isPlain(name: string): boolean {
  return name.toLowerCase().startsWith('glossary.');
}

async function readRules(files: FolderFiles, folder: string): Promise<string | undefined> {
  const read = await files.read(fileIn(folder, GIT_IGNORE));
  return read.kind === 'text' ? read.text : undefined;
}
