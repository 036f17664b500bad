// The sample workspace: what the tests run in, what `npm start` opens, and where the screenshots are taken.
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const name = 'acme-payments';
const original = path.join(import.meta.dirname, '../workspace');

/** Copy the sample workspace to a folder of its own, so that no run changes the original. */
export function copyWorkspace(defer) {
  const folder = path.join(makeTemporaryFolder(defer), name);
  cpSync(original, folder, { recursive: true });
  return folder;
}

/** Copy it to a folder that stays, for an editor that outlives the script; the next copy replaces this one. */
export function keepWorkspace() {
  const folder = path.join(realpathSync(tmpdir()), 'glossary-lens-sample', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(original, folder, { recursive: true });
  return folder;
}

/** Make an empty folder that is gone when the script has ended. */
export function makeTemporaryFolder(defer) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'glossary-lens-')));
  defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Read the sample workspace as pairs of a relative path, with `/`, and the text there. */
export function readWorkspace() {
  return readdirSync(original, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(original, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]);
}
