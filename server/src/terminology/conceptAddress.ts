import { fingerprintOf } from '../text/fingerprint';
import type { Concept } from './concept';
import type { Glossary } from './glossary';

/** Give a short key for a glossary, fit for a path and the same in every run. */
export function glossaryKey(uri: string): string {
  return fingerprintOf(uri);
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
