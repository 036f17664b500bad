import type { Concept, Term } from './concept';

/**
 * Find names of concepts that their glossary does not list but uses: the text of a link by which one concept leads to another,
 * `[worker node](#node)`. They are weak: one that a concept lists, that leads to two concepts or holds a bracket is left out.
 */
export function linkedNames(concepts: readonly Concept[]): readonly (readonly [Concept, Term])[] {
  const targets = new Map<string, { readonly text: string; readonly concepts: Set<Concept> }>();
  /** Made with the first link: most glossaries have none. */
  let byId: ReadonlyMap<string, Concept> | undefined;
  for (const concept of concepts) {
    for (const { text, id } of linksOf(concept)) {
      byId ??= new Map(concepts.map((target) => [target.id.toLowerCase(), target]));
      const target = byId.get(id.toLowerCase());
      if (target === undefined || target === concept || !isName(text)) continue;
      const key = keyOf(text);
      const known = targets.get(key) ?? { text, concepts: new Set() };
      known.concepts.add(target);
      targets.set(key, known);
    }
  }
  if (targets.size === 0) return [];
  for (const { terms } of concepts) for (const { text } of terms) targets.delete(keyOf(text));
  return [...targets.values()].flatMap(({ text, concepts: [concept, another] }) =>
    concept === undefined || another !== undefined ? [] : [[concept, linkedTerm(text)] as const],
  );
}

/** A longer text of a link, in UTF-16 units, is a sentence and no name. */
const LONGEST_NAME = 60;
const LONGEST_ID = 200;

function linkedTerm(text: string): Term {
  return { text, status: 'admitted', kind: 'variant', caseRule: 'auto', derived: 'link' };
}

function* linksOf({ definition, description }: Concept): Iterable<{ readonly text: string; readonly id: string }> {
  for (const prose of [definition, description ?? '']) {
    for (let middle = prose.indexOf('](#'); middle >= 0; middle = prose.indexOf('](#', middle + 1)) {
      const before = prose.slice(Math.max(0, middle - LONGEST_NAME - 1), middle);
      const behind = prose.slice(middle + 3, middle + 3 + LONGEST_ID + 1);
      const start = before.lastIndexOf('[');
      const end = behind.indexOf(')');
      if (start < 0 || end < 0) continue;
      const text = before
        .slice(start + 1)
        .replace(/[*_`]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      yield { text, id: behind.slice(0, end) };
    }
  }
}

function isName(text: string): boolean {
  return text.length > 1 && /\p{L}/u.test(text) && !/[()（）[\]]/u.test(text);
}

function keyOf(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase();
}
