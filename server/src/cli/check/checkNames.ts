import { checks } from '../../analysis/checks';
import { unusedSuppression } from '../../analysis/suppressions';
import { suggestionFor } from '../../formats/records/suggestion';

/** Say why no check has a name, with one that may have been meant; undefined where one has it. */
export function unknownCheck(name: string): string | undefined {
  const names = [...checks, unusedSuppression].map((check) => check.name);
  if (names.includes(name)) return undefined;
  const near = suggestionFor(name, names, new Map());
  return `there is no check '${name}'${near === undefined ? '' : `; did you mean ${near}?`}`;
}
