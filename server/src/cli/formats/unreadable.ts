import type { UnreadableFile } from '../checkRun';

/** What reports call it that a file could not be read, where findings have the name of their check. */
export const UNREADABLE = 'unreadable-file';

/** Say that a file could not be read, and why. */
export function unreadableMessage({ reason }: UnreadableFile): string {
  return `This file is not checked: ${reason}`;
}
