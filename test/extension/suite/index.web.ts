import { version } from 'vscode';
import { runMocha } from './mochaRun';
import { fillWorkspace } from './sample.web';
import { loadTests } from './tests';

/** Run the suite: VS Code calls this in its web extension host, with an empty workspace in memory. */
export async function run(): Promise<void> {
  await fillWorkspace();
  await runMocha(`VS Code ${version}, extension host in a Web Worker`, loadTests);
}
