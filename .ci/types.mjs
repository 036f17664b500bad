/** Check types once for each environment: what a project may name is what its own `types` and `lib` hold. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const projects = [
  'server',
  'server/src/node',
  'server/src/browser',
  'server/src/cli',
  'client',
  'client/src/node',
  'client/src/browser',
  'test',
];

for (const project of projects) {
  const { status } = spawnSync(process.execPath, [tsc, '--project', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
