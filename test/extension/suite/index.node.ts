import process from 'node:process';
import { version } from 'vscode';
import { runMocha } from './mochaRun';
import { loadTests } from './tests';

/** Run the suite: VS Code calls this in its Node extension host, of the desktop or of a server. */
export function run(): Promise<void> {
  return runMocha(`VS Code ${version}, extension host on Node ${process.versions.node}`, loadTests);
}
