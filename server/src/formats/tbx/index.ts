import type { GlossaryFormat } from '../format';
import { prologOf } from './prolog';

/** TermBase eXchange (ISO 30042), versions 2 and 3, the exchange format of term bases. */
export const tbxFormat: GlossaryFormat = {
  id: 'tbx',
  name: 'TBX',
  extensions: ['.tbx', '.xml'],
  // What is called TBX is to be told why it is none.
  recognises: ({ uri, text }) => isCalledTbx(uri) || isTbx(text),
  reader: async () => (await import('./reader')).tbxReader,
  writer: async () => (await import('./writer')).tbxWriter,
};

function isCalledTbx(uri: string): boolean {
  const end = uri.search(/[?#]/);
  return (end === -1 ? uri : uri.slice(0, end)).toLowerCase().endsWith('.tbx');
}

function isTbx(text: string): boolean {
  const name = prologOf(text).root?.name;
  return name === 'tbx' || name === 'martif';
}
