// Runs the suite in the Node extension host of VS Code: `node test/extension/run-node-host.mjs [--vsix <file>]`.
// With --vsix the packaged extension is installed as a user would, else the one in --extension <folder> (the root) runs.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuite, glossaryExtension, projectRoot } from './build.mjs';
import { startNodeHost } from './host/nodeHost.mjs';
import { Failure, installAndSuiteLimit, runScript } from './host/script.mjs';
import { runSuite } from './host/suiteRun.mjs';
import { copyWorkspace } from './host/workspace.mjs';

const { values } = parseArgs({
  options: { extension: { type: 'string', default: projectRoot }, vsix: { type: 'string' } },
});

await runScript({ name: 'The extension suite in the Node host', limit: installAndSuiteLimit }, async (defer) => {
  const { node: suite } = await buildSuite();
  const host = await startNodeHost(defer, { vsix: values.vsix, other: glossaryExtension, unattended: true });
  // VS Code runs tests only where some extension is under development: beside an installed one it is the suite itself.
  const development = values.vsix === undefined ? path.resolve(values.extension) : suite.folder;
  const address = host.address({ folder: copyWorkspace(defer), development, tests: suite.tests });
  const code = await runSuite(defer, address);
  if (!(await host.stop())) throw new Failure('A process that the extension started outlived VS Code.');
  return code;
});
