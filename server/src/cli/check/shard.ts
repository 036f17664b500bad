import { hashOf } from './fingerprint';

/** One of several parts of the files: `3/16` is the third of sixteen. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** More parts than anybody has machines. */
const MOST_SHARDS = 10_000;

/** Read `3/16`; undefined where the text says something else. */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST_SHARDS ? shard : undefined;
}

/**
 * Take the part of `list` that falls to a shard, in the same order. Parts are disjoint, make up the whole, and differ by one
 * in their number; which path falls where hangs on the paths alone, and neighbours, which are alike, are spread.
 */
export function shardOf<T extends { readonly path: string }>(
  list: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  const ranked = list
    .map((element) => ({ element, hash: hashOf(element.path) }))
    .sort((one, other) => compare(one.hash, other.hash) || compare(one.element.path, other.element.path));
  const own = new Set(ranked.filter((_, rank) => rank % count === index - 1).map(({ element }) => element));
  return list.filter((element) => own.has(element));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
