import { languages, window } from 'vscode';
import type { RequestMethod } from '../../server/src/protocol';
import { documentSelector } from './documents';
import type { LanguageServer } from './languageServer';

/** Ask about the document in front, or about the workspace where no document of ours is. */
export function askAboutFront<Result>(
  server: LanguageServer,
  request: RequestMethod<{ readonly uri?: string }, Result>,
): Promise<Result> {
  const document = window.activeTextEditor?.document;
  const isOurs = document !== undefined && languages.match(documentSelector, document) > 0;
  return server.request(request, isOurs ? { uri: document.uri.toString() } : {});
}
