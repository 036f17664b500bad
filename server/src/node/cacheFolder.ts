import { homedir } from 'node:os';
import { join } from 'node:path';

/** Find the folder where programs keep what they can fetch again, as each system has it. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string = homedir(),
): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  const named = platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
  const usual = platform === 'win32' ? join(home, 'AppData', 'Local') : join(home, '.cache');
  // The standard has relative ones ignored.
  const isAbsolute =
    named !== undefined && (platform === 'win32' ? /^[a-z]:[\\/]/i.test(named) : named.startsWith('/'));
  return join(isAbsolute ? named : usual, 'glossary-lens', 'glossaries');
}
