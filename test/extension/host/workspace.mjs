// The sample workspace: what the tests run in, what `npm start` opens, and where the screenshots are taken.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const name = 'acme-payments';
const original = path.join(import.meta.dirname, '../workspace');

/** Copy the sample workspace to a folder of its own, so that no run changes the original; with `files`, pairs of a path and a text. */
export function copyWorkspace(defer, files = []) {
  const folder = path.join(makeTemporaryFolder(defer), name);
  cpSync(original, folder, { recursive: true });
  for (const [file, text] of [[largeFile, largePage()], ...files]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
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
    .map((file) => [path.relative(original, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')])
    .concat([[largeFile, largePage()]]);
}

const largeFile = 'docs/every-release.md';
const largeLength = 1_000_000;

/** A page of one million characters: what happened at every release, week by week. */
function largePage() {
  const weeks = ['# Every release\n'];
  for (let week = 1, length = 0; length < largeLength; week++) {
    const text = `
## Week ${week}

The release captain of week ${week} started a **rolling\nupdate** in Launchpad. Each cell replaced its pods one after
the other, and the [load balancer](#week-${week}) kept ${week} requests in flight. See \`kubectl get pods\`.

| cell | pods | verdict |
| ---- | ---- | ------- |
| blue | ${week % 7} | no incident |
`;
    weeks.push(text);
    length += text.length;
  }
  return weeks.join('');
}
