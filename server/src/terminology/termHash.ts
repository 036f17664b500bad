import { classOf, fold, isRead, wordCodes } from '../text/characters';

/**
 * The hash of a term or a text: a polynomial over its folded units without what joins words, modulo 2³². So `auto-scaling`,
 * `auto scaling`, `autoscaling` and `AutoScaling` have one hash; it grows by one unit at a time, and can be taken back.
 * Its high bits hang on all units: they are places in tables.
 */
export const EMPTY_HASH = 0;

/** Odd, so that it has an inverse, and without a pattern, so that it spreads what differs. */
export const HASH_FACTOR = 0x2c9277b5;
const INVERSE = inverseOf(HASH_FACTOR);

/** Hash the units of a text. */
export function hashOf(text: string): number {
  let hash = EMPTY_HASH;
  for (let index = 0; index < text.length; index++) hash = hashUnit(hash, text.charCodeAt(index));
  return hash;
}

/** Take the units between `start` and `end` into a hash. */
export function hashInto(hash: number, units: Uint16Array, start: number, end: number): number {
  let result = hash;
  for (let index = start; index < end; index++) result = hashUnit(result, units[index] as number);
  return result;
}

/** Take one unit into a hash; what joins words leaves it as it is. */
export function hashUnit(hash: number, unit: number): number {
  const code = wordCodes[unit] as number;
  if (code < 0) return Math.imul((hash + code) | 0, HASH_FACTOR);
  const unitClass = classOf(unit);
  if (!isRead(unitClass)) return hash;
  // The page of the unit may have been filled just now.
  const value = (wordCodes[unit] as number) < 0 ? (wordCodes[unit] as number) : fold(unit);
  return Math.imul((hash + value) | 0, HASH_FACTOR);
}

/** Take the last unit out of a hash again. */
export function unhashUnit(hash: number, unit: number): number {
  const code = wordCodes[unit] as number;
  return (Math.imul(hash, INVERSE) - (code < 0 ? code : fold(unit))) | 0;
}

/** Newton's iteration doubles the right bits each time, beginning with three. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let bits = 3; bits < 32; bits *= 2) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse;
}
