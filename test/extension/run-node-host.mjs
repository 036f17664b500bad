// Runs the suite in the Node extension host of VS Code: `node test/extension/run-node-host.mjs [--vsix <file>]`.
// With --vsix the packaged extension is installed as a user would, else the one in --extension <folder> (the root) runs;
// --only <text> runs the tests that have it in their titles.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuite, projectRoot } from './build.mjs';
import { bundleExtension, installPackage } from './bundledGlossary.mjs';
import { startNodeHost } from './host/nodeHost.mjs';
import { Failure, installAndSuiteLimit, runScript } from './host/script.mjs';
import { runSuite } from './host/suiteRun.mjs';
import { certificate, serveGlossary } from './host/webGlossary.mjs';
import { copyWorkspace } from './host/workspace.mjs';

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: projectRoot },
    vsix: { type: 'string' },
    only: { type: 'string' },
  },
});

await runScript({ name: 'The extension suite in the Node host', limit: installAndSuiteLimit }, async (defer) => {
  const [other, files, web] = await Promise.all([bundleExtension(defer), installPackage(defer), serveGlossary(defer)]);
  const { node: suite } = await buildSuite({ webGlossary: `https://${web}/glossary.yaml`, only: values.only });
  const host = await startNodeHost(defer, {
    extensions: values.vsix === undefined ? [other] : [values.vsix, other],
    userSettings: { 'glossaryLens.allowedHosts': [web] },
    env: { NODE_EXTRA_CA_CERTS: certificate },
    unattended: true,
  });
  // VS Code runs tests only where some extension is under development: beside an installed one it is the suite itself.
  const development = values.vsix === undefined ? path.resolve(values.extension) : suite.folder;
  const address = host.address({ folder: copyWorkspace(defer, files), development, tests: suite.tests });
  const code = await runSuite(defer, address);
  if (!(await host.stop())) throw new Failure('A process that the extension started outlived VS Code.');
  return code;
});
