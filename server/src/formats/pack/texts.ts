import type { Parts } from '../../terminology/parts';

/** A list of texts that lie in one: each is cut out when it is asked for. */
export interface TextList {
  readonly count: number;
  at(number: number): string;
}

/** Give a list of texts as two parts, the texts and where each ends. */
export function textParts(name: string, texts: readonly string[]): Parts {
  return new Map<string, string | Uint32Array>([
    [name, texts.join('')],
    [`${name}Ends`, endsOf(texts)],
  ]);
}

/** Take a list of texts from its parts. */
export function textList(name: string, parts: Parts): TextList {
  const joined = textPart(name, parts);
  const ends = numberPart(`${name}Ends`, parts);
  return { count: ends.length, at: (number) => joined.slice(ends[number - 1] ?? 0, ends[number]) };
}

/** Tell where each of some stretches ends that lie one behind the other. */
export function endsOf(stretches: readonly { readonly length: number }[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(stretches, ({ length }) => {
    end += length;
    return end;
  });
}

/** Take a text; throws where the part is none. */
export function textPart(name: string, parts: Parts): string {
  const part = parts.get(name);
  if (typeof part !== 'string') throw new Error(`the pack has no ${name}`);
  return part;
}

/** Take an array of numbers; throws where the part is none. */
export function numberPart(name: string, parts: Parts): Uint32Array {
  const part = parts.get(name);
  if (!(part instanceof Uint32Array)) throw new Error(`the pack has no ${name}`);
  return part;
}
