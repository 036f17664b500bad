import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { testFolder } from './folder';

const cli = path.join(__dirname, '../../../dist/cli/main.js');
const original = 'A gizmo, and another gizmo.\n'.repeat(400);
const mended = original.replaceAll('gizmo', 'widget');
/** More than are mended before anybody can stop it. */
const FILES = 400;

describe('a run that is interrupted', function () {
  this.timeout(60_000);
  const folder = testFolder({
    '.git/HEAD': '',
    'glossary.yaml': 'concepts: [{ term: widget, definition: A thing., avoid: [gizmo] }]',
  });
  const names = Array.from({ length: FILES }, (_, index) => `docs/${index}.md`);

  before(() => assert.ok(existsSync(cli), 'The command is not built: run `npm run build`'));
  beforeEach(() => {
    for (const name of names) folder.write(name, original);
  });

  const runs: readonly (readonly [NodeJS.Signals, readonly string[]])[] = [
    ['SIGTERM', ['--jobs', '1']],
    ['SIGINT', ['--jobs', '2']],
    ['SIGKILL', ['--jobs', '2']],
  ];
  for (const [signal, options] of runs) {
    it(`by ${signal} leaves no half file`, async () => {
      const child = spawn(process.execPath, [cli, 'check', '--fix', ...options], { cwd: folder.path, stdio: 'ignore' });
      const ended = once(child, 'exit');
      while (child.exitCode === null && names.every((name) => readFileSync(folder.file(name), 'utf8') === original)) {
        await setTimeout(1);
      }
      child.kill(signal);
      const [, received] = await ended;
      assert.equal(received, signal, 'it ends as if nobody had listened, before its work is done');
      const texts = names.map((name) => readFileSync(folder.file(name), 'utf8'));
      assert.ok(texts.some((text) => text === mended));
      assert.ok(texts.every((text) => text === original || text === mended));
      // What nobody can catch may leave a new file that has not taken the place of the old one.
      const others = readdirSync(folder.file('docs')).filter((name) => !name.endsWith('.md'));
      assert.ok(signal === 'SIGKILL' ? others.length <= 2 : others.length === 0, others.join());
    });
  }
});
