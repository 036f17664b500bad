import { type ClientCapabilities, type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { errorText } from './errorText';
import type { Host } from './host';
import type { Session } from './session';

/** Has the client tell of changes in the folders that glossaries are named in. */
export interface FolderWatch {
  /** Ask for what is named now, where that is something else than before. */
  follow(): void;
}

/** Make the watch of a server at work. */
export function createFolderWatch({
  connection,
  host,
  session,
  params: { capabilities },
}: {
  readonly connection: Connection;
  readonly host: Host;
  readonly session: Session;
  readonly params: { readonly capabilities: ClientCapabilities };
}): FolderWatch {
  const canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  let asked = NOTHING;
  let stop = () => {};

  async function ask(folders: readonly string[]): Promise<void> {
    const before = stop;
    const watchers = folders.map((folder) => ({ globPattern: globOf(session.pathInWorkspace(folder) ?? '') }));
    const registered =
      watchers.length === 0
        ? undefined
        : await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    stop = () => registered?.dispose();
    session.follow(folders);
    before();
  }

  return {
    follow() {
      const folders = canWatch ? session.foldersToFollow().toSorted() : [];
      const wanted = JSON.stringify(folders);
      if (wanted === asked) return;
      asked = wanted;
      ask(folders).catch((error) => host.log.warn(`The client does not watch folders: ${errorText(error)}`));
    },
  };
}

const NOTHING = '[]';

/** What has a meaning in a glob may be any character: too much is told of then. */
function globOf(path: string): string {
  return path === '' ? '**' : `**/${path.replace(/[*?[\]{}!]/g, '?')}/**`;
}
