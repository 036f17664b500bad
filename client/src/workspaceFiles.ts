import { type CancellationToken, FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { documentFiles, isDocumentFile } from './documents';

/** Folders that hold what no team writes itself. */
const NOT_CHECKED = ['node_modules', '.git', 'dist', 'out', 'vendor'];
/** Where VS Code searches for files itself, and leaves out what people exclude; elsewhere that depends on other extensions. */
const SEARCHED_SCHEMES = ['file', 'vscode-remote'];
/** More files than these are not listed where folders are read one by one, each over a network. */
const MOST_FILES = 20_000;

/** List the documents of all workspace folders, sorted. */
export async function listDocuments(cancellation: CancellationToken): Promise<readonly string[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map((folder) =>
      SEARCHED_SCHEMES.includes(folder.uri.scheme)
        ? search(folder, cancellation)
        : filesBelow(folder.uri, isDocumentFile, cancellation),
    ),
  );
  return [...new Set(found.flat().map(String))].sort();
}

async function search(folder: WorkspaceFolder, cancellation: CancellationToken): Promise<readonly Uri[]> {
  const documents = new RelativePattern(folder, documentFiles);
  return workspace.findFiles(documents, `**/{${NOT_CHECKED.join(',')}}/**`, undefined, cancellation);
}

/** List the files of a folder and of those below it that have a name which is wanted. */
export async function filesBelow(
  folder: Uri,
  isWanted: (name: string) => boolean,
  cancellation?: CancellationToken,
): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (cancellation?.isCancellationRequested === true || files.length >= MOST_FILES) break;
    for (const [name, type] of await entriesOf(next)) {
      const uri = Uri.joinPath(next, name);
      // A link may lead back to a folder above.
      if (type === FileType.Directory && !NOT_CHECKED.includes(name)) waiting.push(uri);
      else if (type === FileType.File && isWanted(name)) files.push(uri);
    }
  }
  return files;
}

/** A folder that cannot be read has nothing to be checked. */
async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
