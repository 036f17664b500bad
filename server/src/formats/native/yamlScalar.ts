import { stringify } from 'yaml';

/** Write a text on one line of YAML that readers of 1.1 and 1.2 take for just that: plain where it can be, else in quotes. */
export function yamlScalar(text: string, isInBrackets: boolean): string {
  if (isPlain(text, isInBrackets)) return text;
  const hasSigns = /["\\]/.test(text);
  return hasSigns && !UNSEEN.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** Write a text of several lines as those of a block, `|` before them; undefined where a block would change it. */
export function yamlBlock(text: string): readonly string[] | undefined {
  if (!text.includes('\n') || UNSEEN.test(text.replaceAll(/[\n\t]/g, ''))) return undefined;
  const isTrimmed = /^\S/.test(text) && !text.endsWith('\n');
  return isTrimmed ? text.split('\n') : undefined;
}

/** What one reader or another takes for a line end or leaves out, and what no editor shows. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|(?! )\p{Zs}/u;

function isPlain(text: string, isInBrackets: boolean): boolean {
  if (text === '' || UNSEEN.test(text) || /^\s|\s$|:(?:\s|$)|\s#/.test(text)) return false;
  if (isInBrackets && (/[,[\]{}]/.test(text) || !/^[\p{L}\p{N}]/u.test(text))) return false;
  if (/^\p{L}/u.test(text)) return !WORDS_OF_YAML.test(text);
  // Our own reader takes a text that begins with a date for one.
  return !/^\d{4}-/.test(text) && stringify(text, AS_OTHERS_READ) === `${text}\n`;
}

/** What YAML 1.1 and 1.2 take for true, false or nothing. */
const WORDS_OF_YAML = /^(?:y|yes|n|no|true|false|on|off|null|nan|inf)$/i;

const AS_OTHERS_READ = { compat: 'yaml-1.1', lineWidth: 0 } as const;

/** JSON writes lone surrogates and control characters as escapes that YAML knows too, but for those that it knows nothing of. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(LEFT_BY_JSON, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const LEFT_BY_JSON = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|(?! )\p{Zs}/gu;
