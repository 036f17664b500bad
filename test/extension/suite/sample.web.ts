import { workspace } from 'vscode';
import { fileUri } from './workbench';

/** The files of the sample workspace, put in when the suite is bundled. */
declare const SAMPLE_WORKSPACE: readonly (readonly [path: string, text: string])[];

/** Write the sample workspace into the folder of the web host, which lives in memory and starts empty. */
export async function fillWorkspace(): Promise<void> {
  for (const [path, text] of SAMPLE_WORKSPACE) {
    await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  }
}
