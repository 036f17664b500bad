import { oneLine, visible } from '../../terminology/card/escape';

/**
 * Write a text on one line so that it speaks to nobody but its reader: what is not seen shows as an escape, and runners of
 * continuous integration find no command in it.
 */
export function inertMessage(text: string): string {
  return withoutCommands(oneLine(visible(text)));
}

/** Write the name of a file on one line as `inertMessage` does, but so that different names stay different. */
export function inertPath(path: string): string {
  return withoutCommands(visible(path).replace(LINE_BREAKS, codeOf));
}

/** Write a text on as many lines as it has, each as `inertMessage` does, and all but the first behind a bar. */
export function inertLines(text: string): string {
  return text.split('\n').map(inertMessage).join('\n  | ');
}

/** Write another text for the `#` at which a runner would find a command anywhere in a line: `##[…]`, `##vso[…]`. */
export function withoutCommands(text: string, hash = '\\u0023'): string {
  return text.replace(COMMAND_STARTS, hash);
}

/** Tell whether `withoutCommands` would write another text for the character at an offset. */
export function startsCommand(text: string, offset: number): boolean {
  COMMAND_START.lastIndex = offset;
  return COMMAND_START.test(text);
}

/** Write a UTF-16 unit as `visible` shows what is not seen: `\u001B`. */
export function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The second hash of a command; between it and the bracket stands a short name, or none: `##[`, `##vso[`, `##teamcity[`. */
const COMMAND_STARTS = /(?<=#)#(?=[a-z]{0,12}\[)/gi;
const COMMAND_START = new RegExp(COMMAND_STARTS.source, 'iy');
const LINE_BREAKS = /[\t\n\r]/g;
