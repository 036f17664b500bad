import picomatch from 'picomatch';
import { UsageError } from './usageError';

/** A glob, taken apart. */
export interface Glob {
  /** The folder in front of the first part with a wildcard; empty for the current one. */
  readonly base: string;
  /** Tell whether a path, relative to `base` and with `/` between folders, matches. */
  isMatch(path: string): boolean;
}

/** Characters of a glob; the longest in use have a tenth of it. */
const LONGEST_GLOB = 1000;
/** `**` in a glob, and `*` between two slashes: each lets the regular expression that it becomes try a path anew. */
const MOST_DOUBLE_STARS = 3;
const MOST_STARS = 4;

/** Read a glob; undefined where the text is a plain path. Throws a `UsageError` for one that would take long to match. */
export function matcherOf(text: string): Glob | undefined {
  const { base, glob, isGlob, negated } = picomatch.scan(text);
  if (!isGlob || negated) return undefined;
  const segments = glob.split('/');
  const doubleStars = segments.filter((segment) => segment.includes('**')).length;
  const stars = Math.max(...segments.map((segment) => segment.replaceAll('**', '').split('*').length - 1));
  if (text.length > LONGEST_GLOB || doubleStars > MOST_DOUBLE_STARS || stars > MOST_STARS) {
    throw new UsageError(`the pattern '${text.slice(0, LONGEST_SHOWN)}' has too many wildcards`);
  }
  return { base, isMatch: picomatch(glob, OPTIONS) };
}

const LONGEST_SHOWN = 100;

/** Quantifiers of `extglob`s may be nested, so there are none; files whose names begin with a dot are files, too. */
const OPTIONS = { dot: true, noextglob: true } as const;
