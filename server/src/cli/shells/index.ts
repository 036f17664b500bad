import { bashScript } from './bash';
import type { CommandLine } from './commandLine';
import { fishScript } from './fish';
import { powershellScript } from './powershell';
import { zshScript } from './zsh';

/** The shells that can complete a command line, with what writes their scripts. A new one is a file here and a line in this list. */
export const shells: ReadonlyMap<string, (commandLine: CommandLine) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
  ['powershell', powershellScript],
]);
