// Runs the suite in the web extension host of VS Code: `node test/extension/run-web-host.mjs [--extension <folder>]`;
// --only <text> runs the tests that have it in their titles.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuite, projectRoot } from './build.mjs';
import { installPackage, unpackExtension } from './bundledGlossary.mjs';
import { installAndSuiteLimit, runScript } from './host/script.mjs';
import { runSuite } from './host/suiteRun.mjs';
import { startWebHost } from './host/webHost.mjs';

const { values } = parseArgs({
  options: { extension: { type: 'string', default: projectRoot }, only: { type: 'string' } },
});

await runScript({ name: 'The extension suite in the web host', limit: installAndSuiteLimit }, async (defer) => {
  const [other, files] = await Promise.all([unpackExtension(defer), installPackage(defer)]);
  const { web: suite } = await buildSuite({ files, only: values.only });
  const address = await startWebHost(defer, {
    extension: path.resolve(values.extension),
    suite: suite.folder,
    other,
    tests: 'tests',
  });
  return runSuite(defer, address);
});
