import type { Place } from '../checkRun';

/** Write where something starts: `3:10`. */
export function placeOf({ start }: { readonly start: Place }): string {
  return `${start.line}:${start.column}`;
}
