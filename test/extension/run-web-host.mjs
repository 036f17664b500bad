// Runs the suite in the web extension host of VS Code: `node test/extension/run-web-host.mjs [--extension <folder>]`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuite, glossaryExtension, projectRoot } from './build.mjs';
import { installAndSuiteLimit, runScript } from './host/script.mjs';
import { runSuite } from './host/suiteRun.mjs';
import { startWebHost } from './host/webHost.mjs';

const { values } = parseArgs({ options: { extension: { type: 'string', default: projectRoot } } });

await runScript({ name: 'The extension suite in the web host', limit: installAndSuiteLimit }, async (defer) => {
  const { web: suite } = await buildSuite();
  const address = await startWebHost(defer, {
    extension: path.resolve(values.extension),
    suite: suite.folder,
    other: glossaryExtension,
    tests: 'tests',
  });
  return runSuite(defer, address);
});
