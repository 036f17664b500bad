import { fingerprintOf } from '../text/fingerprint';
import type { Concept } from './concept';
import type { Glossary } from './glossary';

/** Give a short key for a glossary, fit for a path and the same in every run. */
export function glossaryKey(uri: string): string {
  return fingerprintOf(uri);
}

/** Find the concept that an address names; one that a nearer glossary replaces has an address still. */
export function conceptAt(address: AddressParts, { glossaries, given }: Addressed): Concept | undefined {
  return conceptIn(address, glossaries) ?? conceptIn(address, given);
}

interface AddressParts {
  readonly glossary: string;
  readonly id: string;
}

interface Addressed {
  readonly glossaries: readonly Glossary[];
  readonly given: readonly Glossary[];
}

function conceptIn(address: AddressParts, glossaries: readonly Glossary[]): Concept | undefined {
  const home = glossaries.find(({ uri }) => glossaryKey(uri) === address.glossary);
  const named = home?.find(address.id);
  return named?.id === address.id ? named : home?.concepts.find(({ id }) => id === address.id);
}
