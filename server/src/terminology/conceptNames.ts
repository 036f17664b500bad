import type { Concept } from './concept';

/** Give the numbers of concepts by the keys of their names: ids win over terms, and of two concepts the one written first. */
export function nameConcepts(concepts: readonly Concept[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const claim = (name: string, number: number) => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, number);
  };
  for (const [number, { id }] of concepts.entries()) claim(id, number);
  for (const [number, { terms }] of concepts.entries()) {
    for (const { text } of terms) claim(text, number);
  }
  return names;
}

/** Names are compared without regard to case, white space, hyphens and underscores. */
export function nameKey(name: string): string {
  return name.replace(/[\s_-]/gu, '').toLowerCase();
}
