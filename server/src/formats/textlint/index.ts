import type { GlossaryFormat } from '../format';

/** Terms for the rule `terminology` of textlint; written only. */
export const textlintFormat: GlossaryFormat = {
  id: 'textlint',
  name: 'textlint-rule-terminology',
  extensions: [],
  recognises: () => false,
  writer: async () => (await import('./writer')).textlintWriter,
};
