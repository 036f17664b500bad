/** Spell a language tag (BCP 47) as it should be: `pt-BR` for `pt-br`; undefined where it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
