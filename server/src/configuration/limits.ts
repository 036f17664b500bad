import type { FileLimits } from '../formats/limits';

/** How much of a configuration is read. */
export interface ConfigurationLimits extends FileLimits {
  /** Values of a list: overrides, paths, abbreviations. Each override is looked at for each document. */
  readonly values: number;
}

/** The limits of every configuration; docs/configuration.md lists them. Real ones have a hundredth of it. */
export const configurationLimits: ConfigurationLimits = {
  fileLength: 500_000,
  depth: 20,
  parts: 200_000,
  aliases: 100,
  aliasedLength: 100_000,
  termLength: 200,
  textLength: 1_000,
  values: 1_000,
  problems: 100,
  syntaxProblems: 20,
};
