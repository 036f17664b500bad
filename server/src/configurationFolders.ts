import { configurationFileNames, isConfigurationFile } from './configuration/configurationFiles';
import { type FolderFiles, fileIn, foldersAbove } from './workspaceFolders';

/** Find the configuration file of a document: that of the nearest folder that has one, up to its workspace folder. */
export async function findConfigurationFile(
  files: Pick<FolderFiles, 'list'>,
  documentUri: string,
  workspaceFolders: readonly string[],
): Promise<string | undefined> {
  const folders = foldersAbove(documentUri, workspaceFolders);
  const listings = await Promise.all(folders.map((folder) => files.list(folder)));
  for (const [index, folder] of folders.entries()) {
    const [name] = (listings[index] ?? []).filter(isConfigurationFile).sort(byPrecedence);
    if (name !== undefined) return fileIn(folder, name);
  }
  return undefined;
}

function byPrecedence(one: string, other: string): number {
  return precedenceOf(one) - precedenceOf(other) || (one < other ? -1 : 1);
}

function precedenceOf(name: string): number {
  return configurationFileNames.indexOf(name.toLowerCase());
}
