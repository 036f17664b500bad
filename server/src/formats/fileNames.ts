/** Globs of the names that `isGlossaryFile` accepts, for those who watch files. */
export const glossaryFilePatterns: readonly string[] = ['glossary.{yaml,yml,json}', '*.glossary.{yaml,yml,json}'];

/** Tell whether a file of this name (without its folder) is a glossary: `glossary.yaml`, `team.glossary.json` and the like. */
export function isGlossaryFile(name: string): boolean {
  const lowerCase = name.toLowerCase();
  return GLOSSARY_FILES.some((file) => lowerCase === file || lowerCase.endsWith(`.${file}`));
}

const GLOSSARY_FILES = ['glossary.yaml', 'glossary.yml', 'glossary.json'] as const;
