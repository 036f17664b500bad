/** Run every layer of tests and say in the last line how many passed and failed: `node test/run.mjs [layer…]`. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** Each layer prints its own totals, from which these patterns read them. */
const layers = [
  {
    name: 'core',
    what: 'unit, feature, protocol, corpus and command-line tests',
    command: ['node_modules/mocha/bin/mocha.js', 'test/**/*.test.ts', '--ignore', 'test/extension/**', '--exit'],
    passed: /^\s*(\d+) passing/gm,
    failed: /^\s*(\d+) failing/gm,
  },
  {
    name: 'node-host',
    what: 'the extension in the Node extension host of VS Code',
    command: ['test/extension/run-node-host.mjs'],
    passed: /^(\d+) passed/gm,
    failed: /^\d+ passed, (\d+) failed/gm,
  },
  {
    name: 'web-host',
    what: 'the extension in the web extension host of VS Code',
    command: ['test/extension/run-web-host.mjs'],
    passed: /^(\d+) passed/gm,
    failed: /^\d+ passed, (\d+) failed/gm,
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !layers.some((layer) => layer.name === name));
if (unknown.length > 0) {
  console.error(`No layer is called ${unknown.join(', ')}; there are ${layers.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

/** A layer that takes longer, in milliseconds, hangs: the slowest one installs VS Code and needs a few minutes. */
const LONGEST_LAYER = 15 * 60_000;

let passed = 0;
let failed = 0;
for (const layer of layers.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${layer.name}: ${layer.what}`);
  const { status, output } = await run(layer.command);
  const passes = lastNumber(output, layer.passed);
  // A layer that ends badly without naming a failure has failed as a whole.
  const failures = Math.max(lastNumber(output, layer.failed), status === 0 ? 0 : 1);
  passed += passes;
  failed += failures;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Run a script of ours, show what it prints as it comes, and collect it. */
function run([script, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const limit = setTimeout(() => {
      console.error(`${script} is ended: it takes longer than ${LONGEST_LAYER / 60_000} minutes.`);
      child.kill('SIGKILL');
    }, LONGEST_LAYER);
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (status) => {
      clearTimeout(limit);
      resolve({ status, output });
    });
  });
}

function lastNumber(output, pattern) {
  return Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
}
