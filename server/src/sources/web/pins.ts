import type { GlossaryReference } from '../reference';

/** Let a pin hold for all references of a list to one address: one of them without it would undo it for the others. */
export function withAllPins<T extends { readonly reference: GlossaryReference }>(
  references: readonly T[],
): readonly T[] {
  const pins = new Map<string, Set<string>>();
  for (const { reference } of references) {
    const { place } = reference;
    if (place.kind !== 'https' || place.sha256 === undefined) continue;
    const known = pins.get(place.url) ?? new Set();
    // Two that differ are enough for nothing to match.
    if (known.size < 2) pins.set(place.url, known.add(place.sha256));
  }
  if (pins.size === 0) return references;
  return references.map((named) => {
    const { reference } = named;
    const { place } = reference;
    const others = place.kind === 'https' ? [...(pins.get(place.url) ?? [])].filter((pin) => pin !== place.sha256) : [];
    return others.length === 0
      ? named
      : { ...named, reference: { ...reference, place: { ...place, alsoPinned: others } } };
  });
}

/** Read a SHA-256 in hexadecimal digits, with or without `sha256-` or `sha256:` before it; undefined where it is none. */
export function sha256Of(text: string): string | undefined {
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/^sha256[-:]/, '');
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}

/** Read an age as people write it: seconds, or a number with `s`, `m`, `h` or `d`; undefined where it is none. */
export function maxAgeOf(text: string): number | undefined {
  const [, digits = '', unit = 's'] = /^(\d{1,9})\s*([smhd])?$/.exec(text.trim().toLowerCase()) ?? [];
  const seconds = Number(digits) * (SECONDS.get(unit) ?? 1);
  return digits === '' || seconds > LONGEST_AGE ? undefined : seconds;
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
  ['d', 86_400],
]);
/** Ten years, in seconds: whoever wants more pins the glossary. */
const LONGEST_AGE = 315_360_000;
