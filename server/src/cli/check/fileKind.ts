import { isConfigurationFile } from '../../configuration/configurationFiles';
import { isGlossaryFile } from '../../formats/fileNames';
import { languageOf } from '../../languages';

/** What a file is checked as: prose, or a file of ours that has problems of its own. */
export type FileKind = 'document' | 'glossary' | 'configuration';

/** Tell what a file of this name (without its folder) is checked as; undefined where it is not checked. */
export function fileKindOf(name: string): FileKind | undefined {
  if (isGlossaryFile(name)) return 'glossary';
  if (isConfigurationFile(name)) return 'configuration';
  return languageOf({ uri: name, languageId: '' }) === undefined ? undefined : 'document';
}
