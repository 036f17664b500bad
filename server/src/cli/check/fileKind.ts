import { basename, sep } from 'node:path';
import { isConfigurationFile } from '../../configuration/configurationFiles';
import { isGlossaryPath } from '../../formats/fileNames';
import { languageOf } from '../../languages';

/** What a file is checked as: prose, or a file of ours that has problems of its own. */
export type FileKind = 'document' | 'glossary' | 'configuration';

/** Tell what a file is checked as, by its name and the folder that it lies in; undefined where it is not checked. */
export function fileKindOf(path: string): FileKind | undefined {
  const name = basename(path);
  if (isGlossaryPath(path.split(sep).join('/'))) return 'glossary';
  if (isConfigurationFile(name)) return 'configuration';
  return languageOf({ uri: name, languageId: '' }) === undefined ? undefined : 'document';
}
