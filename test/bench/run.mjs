/**
 * Run the benchmarks, or those named: `npm run bench -- server`. Each prints tables of Markdown; docs/performance.md keeps
 * them. Ratios can be compared between machines, milliseconds cannot.
 */
import os from 'node:os';

const parts = [
  { name: 'server', load: () => import('./server.mjs') },
  { name: 'regions', load: () => import('./regions.mjs') },
  { name: 'edit', load: () => import('./edit.mjs') },
  { name: 'workspace', load: () => import('./workspace.mjs') },
  { name: 'sizes', load: () => import('./sizes.mjs') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

console.log(`Node ${process.version}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores`);
for (const { name, load } of parts) {
  if (wanted.length === 0 || wanted.includes(name)) await (await load()).run();
}
