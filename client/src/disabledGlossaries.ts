/** What the setting `glossaryLens.disabledGlossaries` says of glossaries. Knows no VS Code. */
import type { GlossaryStatus } from '../../server/src/protocol';

/** Read the setting; anything but a list of strings switches nothing off. */
export function readDisabled(setting: unknown): readonly string[] {
  return Array.isArray(setting) ? setting.filter((item) => typeof item === 'string') : [];
}

/**
 * Give the setting that leaves those of `glossaries` on that `isOn` tells, and the others off. A glossary is named by its name,
 * which is the same on every machine, or by its URI where one that stays on has that name, too. What the setting says of
 * glossaries that are not among them stays.
 */
export function disabledWith(
  disabled: readonly string[],
  glossaries: readonly GlossaryStatus[],
  isOn: (glossary: GlossaryStatus) => boolean,
): readonly string[] {
  const others = disabled.filter((text) => glossaries.every(({ name, uri }) => text !== name && text !== uri));
  const namesOn = new Set(glossaries.filter(isOn).map(({ name }) => name));
  const off = glossaries
    .filter((glossary) => !isOn(glossary))
    .map(({ name, uri }) => (namesOn.has(name) || (disabled.includes(uri) && !disabled.includes(name)) ? uri : name));
  return [...new Set([...others, ...off])];
}

/** Say how much is in a glossary and how it is doing, in few words. */
export function describeGlossary({ concepts, errors, isOff, failure }: GlossaryStatus): string {
  const parts = [counted(concepts, 'concept')];
  if (isOff === true) parts.push('switched off');
  if (failure !== undefined) parts.push(failure);
  else if (errors > 0) parts.push(counted(errors, 'error'));
  return parts.join(' · ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
