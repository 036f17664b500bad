import { type Disposable, extensions, Uri } from 'vscode';
import { ExtensionGlossariesNotification, type ExtensionGlossaryParams } from '../../server/src/protocol';
import { readContributed } from './contributedGlossaries';
import type { LanguageServer } from './languageServer';

/** List the glossaries that the extensions bring which are installed and switched on. */
export function extensionGlossaries(): readonly ExtensionGlossaryParams[] {
  return extensions.all.flatMap(({ id, extensionUri, packageJSON }) =>
    readContributed(packageJSON).map(({ path, ...named }) => ({
      uri: Uri.joinPath(extensionUri, path).toString(),
      ...named,
      extension: id,
    })),
  );
}

/** Tell the server when extensions come and go; one that starts is told with its introduction. */
export function followExtensions(server: LanguageServer): Disposable {
  let known = JSON.stringify(extensionGlossaries());
  return extensions.onDidChange(() => {
    const glossaries = extensionGlossaries();
    const now = JSON.stringify(glossaries);
    if (now === known) return;
    known = now;
    server.notify(ExtensionGlossariesNotification, { extensionGlossaries: glossaries });
  });
}
