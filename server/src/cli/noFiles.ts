import type { Files } from '../host';

/** What a command finds of places that are not on the disk of this machine: nothing. */
export const noFiles: Files = {
  read: async () => ({ kind: 'absent' }),
  readBytes: async () => ({ kind: 'absent' }),
  list: async () => [],
  stamp: async () => undefined,
};
