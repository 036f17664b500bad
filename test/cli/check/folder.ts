import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of files for one test. */
export interface TestFolder {
  readonly path: string;
  /** Give the path of a file in it. */
  file(name: string): string;
  /** Write a file, and the folders that it lies in. */
  write(name: string, text: string | Uint8Array): string;
  /** Run git in it, as somebody with a name and without settings. */
  git(...args: readonly string[]): string;
}

/** Make a folder with files before each test of a suite, and remove it after each. */
export function testFolder(files: Readonly<Record<string, string>> = {}): TestFolder {
  let root = '';
  const folder: TestFolder = {
    get path() {
      return root;
    },
    file: (name) => path.join(root, name),
    write: (name, text) => {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    git: (...args) => execFileSync('git', [...IDENTITY, ...args], { cwd: root, encoding: 'utf8', env: environment() }),
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'glossary-lens-check-'));
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  return folder;
}

const IDENTITY = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgSign=false'];

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
}
