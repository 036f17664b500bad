import { commands, ProgressLocation, window } from 'vscode';
import { CheckFilesRequest } from '../../server/src/protocol';
import type { LanguageServer } from './languageServer';
import { listDocuments } from './workspaceFiles';

/** Files in one question: few enough that progress shows and that one can cancel. */
const FILES_AT_ONCE = 50;

/** Check all files of the workspace and show what is found in the Problems view. */
export async function checkWorkspace(server: LanguageServer): Promise<void> {
  const options = {
    location: ProgressLocation.Notification,
    title: 'Glossary Lens: checking the workspace',
    cancellable: true,
  };
  const result = await window.withProgress(options, async (progress, cancellation) => {
    const uris = await listDocuments(cancellation);
    let checked = 0;
    let findings = 0;
    for (let start = 0; start < uris.length && !cancellation.isCancellationRequested; start += FILES_AT_ONCE) {
      const part = uris.slice(start, start + FILES_AT_ONCE);
      const answer = await server.request(CheckFilesRequest, { uris: part });
      checked += answer.checked;
      findings += answer.findings;
      progress.report({
        increment: (100 * part.length) / uris.length,
        message: `${start + part.length} of ${uris.length} files`,
      });
    }
    return { checked, findings, isWhole: !cancellation.isCancellationRequested };
  });
  // Not awaited: the command is over, whether the message is answered or not.
  void report(result);
}

async function report({
  checked,
  findings,
  isWhole,
}: {
  checked: number;
  findings: number;
  isWhole: boolean;
}): Promise<void> {
  const files = checked === 1 ? '1 file' : `${checked} files`;
  const found = findings === 0 ? 'no findings' : findings === 1 ? '1 finding' : `${findings} findings`;
  const message = `Glossary Lens: ${found} in ${files}${isWhole ? '' : ', then cancelled'}.`;
  if (findings === 0) {
    await window.showInformationMessage(message);
    return;
  }
  const choice = await window.showInformationMessage(message, 'Show Problems');
  if (choice !== undefined) await commands.executeCommand('workbench.actions.view.problems');
}
