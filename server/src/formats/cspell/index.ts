import type { GlossaryFormat } from '../format';

/** Words for the spell checker CSpell; written only. */
export const cspellFormat: GlossaryFormat = {
  id: 'cspell',
  name: 'CSpell',
  extensions: [],
  recognises: () => false,
  writer: async () => (await import('./writer')).cspellWriter,
};
