/** The names of configuration files; where a folder has several, the first counts. */
export const configurationFileNames: readonly string[] = ['glossary-lens.yaml', 'glossary-lens.yml'];

/** Globs of the names that `isConfigurationFile` accepts, for those who watch files. */
export const configurationFilePatterns: readonly string[] = ['glossary-lens.{yaml,yml}'];

/** Tell whether a file of this name (without its folder) is a configuration. */
export function isConfigurationFile(name: string): boolean {
  return configurationFileNames.includes(name.toLowerCase());
}
