import { CLOSE_BRACE, DASH, DOT, OPEN_BRACE } from '../../../text/ascii';
import { isLetter, startsWith, textOf } from '../characters';

/** Directives of MyST, ```` ```{note} ````, whose content is Markdown. */
const PROSE_DIRECTIVES = new Set(
  (
    'admonition attention card caution danger details div dropdown epigraph error figure grid grid-item grid-item-card hint ' +
    'important margin note prf-proof proof pull-quote seealso sidebar solution exercise tab-item tab-set tip topic warning'
  ).split(' '),
);

const MAX_DIRECTIVE_LENGTH = 20;

/** Tell whether the info string at the `{` at `at` names a directive whose content is Markdown. */
export function isProseDirective(units: Uint16Array, at: number, end: number): boolean {
  let nameEnd = at + 1;
  while (nameEnd < end && (isLetter(units[nameEnd] as number) || units[nameEnd] === DASH)) nameEnd++;
  if (nameEnd === end || units[nameEnd] !== CLOSE_BRACE || nameEnd - at > MAX_DIRECTIVE_LENGTH) return false;
  return PROSE_DIRECTIVES.has(textOf(units, at + 1, nameEnd));
}

/** Tell whether an info string says that the code is YAML: `yaml`, `yml title="a.yml"`, `{.yaml .numberLines}`, `{code-block} yaml`. */
export function isYaml(units: Uint16Array, at: number, end: number): boolean {
  let start = at;
  if (units[start] === OPEN_BRACE) start++;
  if (startsWith(units, start, end, 'code-block} ')) start += 'code-block} '.length;
  if (units[start] === DOT) start++;
  for (const name of NAMES) {
    if (!startsWith(units, start, end, name)) continue;
    const behind = start + name.length;
    return behind === end || !isNameUnit(units[behind] as number);
  }
  return false;
}

const NAMES = ['yaml', 'yml', 'YAML'];

function isNameUnit(unit: number): boolean {
  return isLetter(unit) || unit === DASH;
}
