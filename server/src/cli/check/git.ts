import { execFile } from 'node:child_process';
import { UsageError } from './usageError';

/** Bytes of output that are taken from git: the changes of the largest merges stay below. */
const MOST_OUTPUT = 1 << 30;

/** Of what somebody set for git, some would change how it reads our patterns or writes its patches: files would be lost. */
const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  GIT_DIFF_OPTS: '',
  GIT_LITERAL_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
};

/** Run git in a folder and give what it prints; undefined where it ends with another code than 0. No shell is involved. */
export async function runGit(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    // A monitor of files is a program that the repository's own settings name: it is not started for a question.
    const all = ['-c', 'core.fsmonitor=false', '--no-optional-locks', ...args];
    // Windows would look for a program in the current folder first, unless it is told not to.
    process.env.NoDefaultCurrentDirectoryInExePath ??= '1';
    const env = { ...process.env, ...ENVIRONMENT };
    const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: MOST_OUTPUT } as const;
    const child = execFile('git', all, options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.code === 'ENOENT')
        reject(new UsageError('git is not installed, and --changed asks it what changed'));
      else if (typeof error.code === 'number') resolve(undefined);
      else reject(error);
    });
    child.stdin?.end();
  });
}
