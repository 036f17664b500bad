import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import { IMPORT_SCHEME } from './documents';

/** Shows what an import would bring, as read-only pages of Markdown. */
export interface ImportPages extends Disposable {
  /** Show a page, or make the one anew that shows the same file. */
  show(source: Uri, markdown: string): Promise<void>;
}

/** More pages than anybody looks at. */
const PAGES_KEPT = 20;

/** Serve the pages of imports. */
export function serveImportPages(): ImportPages {
  const changed = new EventEmitter<Uri>();
  /** By their paths. */
  const pages = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(IMPORT_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => pages.get(path) ?? 'This import is over.',
  });

  async function show(source: Uri, markdown: string): Promise<void> {
    // The path of the file tells pages apart; its last part is the title of the tab.
    const uri = Uri.from({ scheme: IMPORT_SCHEME, path: `${source.path}.md` });
    const isShown = pages.delete(uri.path);
    pages.set(uri.path, markdown);
    const [oldest] = pages.keys();
    if (pages.size > PAGES_KEPT && oldest !== undefined) pages.delete(oldest);
    if (isShown) changed.fire(uri);
    try {
      await commands.executeCommand('markdown.showPreview', uri, undefined, { locked: true });
    } catch {
      // The built-in Markdown extension is switched off.
      await window.showTextDocument(uri);
    }
  }

  return Object.assign(Disposable.from(changed, provider), { show });
}
