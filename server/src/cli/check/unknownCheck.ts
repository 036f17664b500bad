import { checkNames } from '../../analysis/checkList';
import { suggestionFor } from '../../text/suggestion';

/** Say why no check has a name, with one that may have been meant; undefined where one has it. */
export function unknownCheck(name: string): string | undefined {
  if (checkNames.includes(name)) return undefined;
  const near = suggestionFor(name, checkNames, new Map());
  return `there is no check '${name}'${near === undefined ? '' : `; did you mean ${near}?`}`;
}
