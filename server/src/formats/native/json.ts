import type { GlossaryFormat } from '../format';
import { nativeFormat } from '.';

/** Our own format in JSON, for those who want it written so; it is read with the one in YAML. */
export const jsonFormat: GlossaryFormat = {
  id: 'json',
  name: 'Glossary Lens in JSON',
  extensions: ['.json'],
  recognises: () => false,
  reader: async () => nativeFormat,
  writer: async () => (await import('./writer')).jsonWriter,
};
