/** Globs of the files that `isGlossaryPath` accepts, for those who watch files. */
export const glossaryFilePatterns: readonly string[] = [
  'glossary.{yaml,yml,json}',
  '*.glossary.{yaml,yml,json}',
  '.contextive/definitions.{yml,yaml}',
];

/** The folder in which Contextive keeps the glossaries of the folder that holds it. */
export const CONTEXTIVE_FOLDER = '.contextive';

/** Tell whether a file of this name in `CONTEXTIVE_FOLDER` is a glossary. */
export function isContextiveFile(name: string): boolean {
  return DEFINITIONS.includes(name.toLowerCase()) || isGlossaryFile(name);
}

/** Tell whether a file at this path, with `/` between folders, is a glossary by its name and the folder that it lies in. */
export function isGlossaryPath(path: string): boolean {
  const [name = '', folder] = path.split('/').slice(-2).reverse();
  return isGlossaryFile(name) || (folder === CONTEXTIVE_FOLDER && isContextiveFile(name));
}

/** Tell whether a file of this name (without its folder) is a glossary: `glossary.yaml`, `team.glossary.json` and the like. */
export function isGlossaryFile(name: string): boolean {
  const lowerCase = name.toLowerCase();
  return GLOSSARY_FILES.some((file) => lowerCase === file || lowerCase.endsWith(`.${file}`));
}

const GLOSSARY_FILES = ['glossary.yaml', 'glossary.yml', 'glossary.json'] as const;
const DEFINITIONS: readonly string[] = ['definitions.yml', 'definitions.yaml'];
