import { type ClientCapabilities, type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { errorText } from './errorText';
import type { Host } from './host';
import type { Session } from './session';

/** Has the client tell of changes to the files and in the folders that glossaries are named in. */
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

  async function ask({ folders, files }: Places): Promise<void> {
    const before = stop;
    const globs = [
      ...folders.map((folder) => `${globOf(session.pathInWorkspace(folder))}**`),
      ...files.map((file) => globOf(session.pathInWorkspace(file)).slice(0, -1)),
    ];
    const watchers = globs.map((globPattern) => ({ globPattern }));
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
      if (!canWatch) return;
      const { folders, files } = session.placesToFollow();
      const places = { folders: folders.toSorted(), files: files.toSorted() };
      const wanted = JSON.stringify(places);
      if (wanted === asked) return;
      asked = wanted;
      ask(places).catch((error) => host.log.warn(`The client does not watch folders: ${errorText(error)}`));
    },
  };
}

type Places = ReturnType<Session['placesToFollow']>;

const NOTHING = JSON.stringify({ folders: [], files: [] } satisfies Places);

/** Give a glob for a path, with a slash behind it. What has a meaning in a glob may be any character: too much is told of then. */
function globOf(path = ''): string {
  return path === '' ? '' : `**/${path.replace(/[*?[\]{}!]/g, '?')}/`;
}
