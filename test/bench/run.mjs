/**
 * Run the benchmarks, or those named: `npm run bench -- server`. Each prints tables of Markdown; with `--write` they go into
 * docs/performance.md, too. Ratios can be compared between machines, milliseconds cannot.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { runIntoPage } from './page.mjs';

const parts = [
  { name: 'server', load: () => import('./server.mjs') },
  { name: 'matcher', load: () => import('./matcher.mjs') },
  { name: 'loading', load: () => import('./loading.mjs') },
  { name: 'regions', load: () => import('./regions.mjs') },
  { name: 'edit', load: () => import('./edit.mjs') },
  { name: 'findings', load: () => import('./findings.mjs') },
  { name: 'workspace', load: () => import('./workspace.mjs') },
  { name: 'sources', load: () => import('./sources.mjs') },
  { name: 'check', load: () => import('./check.mjs') },
  { name: 'sizes', load: () => import('./sizes.mjs') },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } });
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const wanted = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (values.write) {
  for (const { name } of wanted) runIntoPage(name);
} else {
  console.log(`Node ${process.version}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores`);
  for (const { load } of wanted) await (await load()).run();
}
