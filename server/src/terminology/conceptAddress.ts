import type { Concept } from './concept';
import type { Glossary } from './glossary';

/** Give a short key for a glossary, fit for a path and the same in every run: a hash of its URI (FNV-1a, 32 bits). */
export function glossaryKey(uri: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < uri.length; index++) {
    hash = Math.imul(hash ^ uri.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Find the concept that an address names among `glossaries`. */
export function conceptAt(
  address: { readonly glossary: string; readonly id: string },
  glossaries: readonly Glossary[],
): Concept | undefined {
  const home = glossaries.find(({ uri }) => glossaryKey(uri) === address.glossary);
  const named = home?.find(address.id);
  return named?.id === address.id ? named : home?.concepts.find(({ id }) => id === address.id);
}
