import type { GlossaryFormat } from '../format';

/** Rules and a vocabulary for the prose checker Vale; written only. */
export const valeFormat: GlossaryFormat = {
  id: 'vale',
  name: 'Vale',
  extensions: [],
  recognises: () => false,
  writer: async () => (await import('./writer')).valeWriter,
};
