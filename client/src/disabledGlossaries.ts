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
export function describeGlossary({ concepts, replaced = 0, errors, isOff, failure }: GlossaryStatus): string {
  const parts = [counted(concepts, 'concept')];
  if (replaced > 0) parts.push(`${replaced} replaced by nearer glossaries`);
  if (isOff === true) parts.push('switched off');
  if (failure === undefined && errors > 0) parts.push(counted(errors, 'error'));
  return parts.join(' · ');
}

/** Say where a glossary is kept, and why it is not read where it is not: the line below its name has room for that. */
export function describePlace({ name, failure }: GlossaryStatus, place: string): string {
  // One that was never fetched is called by its address.
  const parts = place === name && failure !== undefined ? [] : [place];
  return [...parts, ...(failure === undefined ? [] : [failure])].join(' · ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
