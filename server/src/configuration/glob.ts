/** A pattern of paths: `*` is any text without a slash, `?` one character, and `**` as a whole segment any folders. */
export interface Glob {
  /** As it was written. */
  readonly pattern: string;
  /** Tell whether a path matches that has `/` between folders and none at its start. Takes the length of both, multiplied, at most. */
  matches(path: string): boolean;
}

/**
 * Read a pattern in the manner of `.gitignore`: one without a slash is for a file of that name in any folder, one whose only
 * slash is its last for all that lies in such a folder. A string says why there is no such pattern, in plain words.
 */
export function readGlob(pattern: string): Glob | string {
  const fault = faultOf(pattern);
  if (fault !== undefined) return fault;
  const isAnchored = pattern.slice(0, -1).includes('/');
  const path = pattern.replace(/^\.?\//, '');
  const below = path === '' || path.endsWith('/') ? `${path}${DOUBLE_STAR}` : path;
  const segments = (isAnchored ? below : `${DOUBLE_STAR}/${below}`).split('/');
  // What lies in a folder has a name, in the folder or further down.
  if (segments.at(-1) === DOUBLE_STAR) segments.push('*');
  return { pattern, matches: (path) => matchesSegments(segments, path.split('/')) };
}

const DOUBLE_STAR = '**';

function faultOf(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return 'there are no exceptions with `!`: of the overrides that apply, the last wins';
  if (pattern.includes('\\')) return 'there is a `/` between folders';
  if (/\{[^{}]*,[^{}]*\}/.test(pattern)) return 'there are no choices in braces: write a glob for each';
  const segments = pattern.split('/');
  if (segments.includes('..')) return 'it is for paths in the folder of this file and below';
  return undefined;
}

/** Match segment by segment; `**` takes as few as will do, and only the last one may have to take more. */
function matchesSegments(patterns: readonly string[], segments: readonly string[]): boolean {
  return matches(patterns.length, segments.length, (pattern, segment) => {
    const written = patterns[pattern] ?? '';
    if (written === DOUBLE_STAR) return 'any';
    return segment < segments.length && matchesSegment(written, segments[segment] ?? '') ? 'one' : 'none';
  });
}

function matchesSegment(pattern: string, segment: string): boolean {
  return matches(pattern.length, segment.length, (at, index) => {
    const written = pattern[at];
    if (written === '*') return 'any';
    return index < segment.length && (written === '?' || written === segment[index]) ? 'one' : 'none';
  });
}

/**
 * Match a pattern of `patternLength` parts with a text of `length` parts, where a part of the pattern stands for one part of
 * the text or for any number of them. Goes back to the last that stands for any number alone: what one before it could give
 * up, that one can take. So it takes one length times the other at most.
 */
function matches(
  patternLength: number,
  length: number,
  take: (part: number, index: number) => 'one' | 'any' | 'none',
): boolean {
  let part = 0;
  let index = 0;
  let lastAny = -1;
  let lastIndex = 0;
  while (index < length || part < patternLength) {
    const taken = part < patternLength ? take(part, index) : 'none';
    if (taken === 'any') {
      lastAny = part++;
      lastIndex = index;
    } else if (taken === 'one') {
      part++;
      index++;
    } else {
      if (lastAny < 0 || lastIndex >= length) return false;
      index = ++lastIndex;
      part = lastAny + 1;
    }
  }
  return true;
}
