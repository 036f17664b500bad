/** Say why the system refused something, in plain words that read after a colon. */
export function reasonOf(error: unknown): string {
  const known = REASONS.get(codeOf(error) ?? '');
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

/** Give the system's own name of what went wrong: `ENOENT`; undefined where it was not the system. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EACCES', 'it may not be read: permission denied'],
  ['EPERM', 'the system does not allow it'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'it is a link that leads back to itself'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EROFS', 'it lies on a file system that is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENXIO', 'it is not a regular file'],
]);
