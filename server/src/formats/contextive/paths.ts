/**
 * Give the globs that say for us what a path of a context says for Contextive, which finds it anywhere in the path of a
 * document: `src/cargo` is in `my-src/cargo-routes/a.cs`, too. A slash or `**` at an end binds that end to a whole name.
 * Undefined for a path that no document has.
 */
export function globsOf(path: string): readonly string[] | undefined {
  const segments = withoutChoices(path.trim().replaceAll('\\', '/').replace(/^\.\//, '')).split('/');
  if (segments.includes('..')) return undefined;
  const isBoundBefore = isAny(segments[0]);
  const isBoundBehind = isAny(segments.at(-1));
  const from = segments.findIndex((segment) => !isAny(segment));
  if (from === -1 || segments.every((segment) => /^\**$/.test(segment))) return [EVERYTHING];
  const names = segments.slice(from, segments.findLastIndex((segment) => !isAny(segment)) + 1);
  const [first = '', ...rest] = names;
  const written = `**/${[isBoundBefore ? first : withStarBefore(first), ...rest].join('/')}`;
  return isBoundBehind ? [`${written}/**`] : [withStarBehind(written), `${withStarBehind(written)}/**`];
}

/** The glob that every document matches. */
export const EVERYTHING = '**';

/** One character of several, and braces, which stand for themselves in Contextive, are one character here. */
function withoutChoices(path: string): string {
  return path.replace(/\[[^[\]/]*\]/g, '?').replace(/[[\]{}]/g, '?');
}

/** Whether a part of a path stands for any folders, or for nothing before or behind a slash at an end. */
function isAny(segment: string | undefined): boolean {
  return segment === '' || segment === '**';
}

function withStarBefore(name: string): string {
  return name.startsWith('*') ? name : `*${name}`;
}

function withStarBehind(path: string): string {
  return path.endsWith('*') ? path : `${path}*`;
}
