import { createHash } from 'node:crypto';

/** Hash the content of a file: two with the same hash are the same file, whoever wrote them. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
