import { window } from 'vscode';
import { fillWorkspace } from './sample.web';
import { fileUri } from './workbench';

/** Open the sample workspace for a visitor and never end: the window is theirs. */
export async function run(): Promise<void> {
  await fillWorkspace();
  await window.showTextDocument(fileUri('README.md'));
  await new Promise<never>(() => {});
}
