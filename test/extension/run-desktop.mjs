// Runs the suite in desktop VS Code, which it downloads: `node test/extension/run-desktop.mjs [--extension <folder>]`.
// VSCODE_VERSION chooses another version than the newest stable one.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildSuite, projectRoot } from './build.mjs';
import { installPackage, unpackExtension } from './bundledGlossary.mjs';
import { installAndSuiteLimit, runScript, Unavailable } from './host/script.mjs';
import { copyWorkspace, makeTemporaryFolder } from './host/workspace.mjs';

const { values } = parseArgs({ options: { extension: { type: 'string', default: projectRoot } } });

await runScript({ name: 'The extension suite in desktop VS Code', limit: installAndSuiteLimit }, async (defer) => {
  const { node: suite } = await buildSuite();
  const vscodeExecutablePath = await downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? 'stable',
    cachePath: path.join(projectRoot, '.vscode-test'),
  }).catch((error) => {
    throw new Unavailable(`VS Code could not be downloaded (${error.message}).`);
  });
  const profile = makeTemporaryFolder(defer);
  const [other, files] = await Promise.all([unpackExtension(defer), installPackage(defer)]);
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: [path.resolve(values.extension), suite.folder, other],
    extensionTestsPath: suite.tests,
    launchArgs: [
      copyWorkspace(defer, files),
      ...['--user-data-dir', path.join(profile, 'user'), '--extensions-dir', path.join(profile, 'extensions')],
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-gpu'],
    ],
  });
});
