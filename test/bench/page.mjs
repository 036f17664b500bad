/** docs/performance.md keeps what the benchmarks print, each between two comments: `<!-- bench: edit -->` and `<!-- end -->`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const page = path.join(import.meta.dirname, '../../docs/performance.md');
const end = '<!-- end -->';

/** Run a benchmark in a process of its own, print what it prints, and put that into the page. */
export function runIntoPage(name) {
  const command = [path.join(import.meta.dirname, 'run.mjs'), name];
  const { stdout, status } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The benchmark ${name} ended with ${status}`);
  console.log(stdout);
  const text = readFileSync(page, 'utf8');
  const start = `<!-- bench: ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${page} has no place for ${name}: it needs ${start} and ${end}`);
  writeFileSync(page, `${text.slice(0, from)}${start}\n\n${stdout.trim()}\n\n${text.slice(to)}`);
}
