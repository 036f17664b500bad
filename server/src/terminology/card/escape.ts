/** Longest link address in characters; several fit on one card. */
const URL_LIMIT = 1500;

/** Characters that show nothing, or that turn the text around them (CVE-2021-42574); a tab and line ends stay. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** Marks without a picture of their own that writing needs, each only where it does its work. */
const WRITING = new RegExp(
  [
    // Emoji: joined into one picture, or shown as a picture rather than as a letter.
    '(?<=[\\p{Extended_Pictographic}\\uFE0F\\u{1F3FB}-\\u{1F3FF}])\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=[\\p{Extended_Pictographic}0-9#*])[\\uFE0E\\uFE0F]',
    // Persian, Hindi and their kin choose the forms of letters with joiners.
    '(?<=[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Sinhala}\\p{Script=Malayalam}])' +
      '[\\u200C\\u200D](?=[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Sinhala}\\p{Script=Malayalam}])',
  ].join('|'),
  'uy',
);

/** Show every invisible, reordering or control character but tabs and line ends as an escape such as `\u202E`. */
export function visible(text: string): string {
  if (!/[^\x20-\x7E\t\n\r]/.test(text) || text.search(INVISIBLE) < 0) {
    return text;
  }
  return text.replace(INVISIBLE, (character, offset: number) => {
    WRITING.lastIndex = offset;
    return WRITING.test(text) ? character : codeOf(character);
  });
}

/** Write a plain text, such as a term or a category, so that any Markdown reader shows these very characters on one line. */
export function escapeMarkdown(text: string): string {
  return escapeText(oneLine(visible(text)), { lineStart: true, beforeLink: true });
}

/** Put a text on one line: every run of spaces, tabs and line ends becomes one space, none at the ends. */
export function oneLine(text: string): string {
  // Most texts are on one line already, and to see that is quicker than to write them anew.
  if (!/[\t\n\r]| {2}|^ | $/.test(text)) return text;
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * Escape visible text on one line for its place: at the start of a line, or right before a link. Nothing in it becomes
 * markup, an automatic link, a formula or an icon of VS Code (`$`), or ends a table cell.
 */
export function escapeText(text: string, place: { readonly lineStart: boolean; readonly beforeLink: boolean }): string {
  const escaped = text.replace(MARKS, (character, at: number) =>
    marksUp(text, character, at) ? `\\${character}` : character,
  );
  const closed = place.beforeLink && escaped.endsWith('!') ? `${escaped.slice(0, -1)}\\!` : escaped;
  return place.lineStart ? escapeLineStart(closed) : closed;
}

/** Characters that may mark something up; `:`, `/` and `.` only where an address may begin, since texts are full of them. */
const MARKS = /[\\`*[\]~|$_&<@#^]|:(?=\/)|:(?<=(?:mailto|xmpp):)|\/(?=\/)|\.(?<=www\.)/gi;

/** Tell whether the character at `at` could mark something up, alone or with the characters around it. */
function marksUp(text: string, character: string, at: number): boolean {
  const next = text.charAt(at + 1);
  switch (character) {
    case '_':
      return !(isWordCharacter(text.charAt(at - 1)) && isWordCharacter(next));
    case '&':
      return next === '' || next === '#' || isWordCharacter(next);
    case '<':
      return !/[\s\d=]/.test(next);
    case '@':
      return isWordCharacter(next) && /[\p{L}\p{N}._+-]$/u.test(text.slice(Math.max(0, at - 2), at));
    case '#':
      // Hashes at the end would close a heading.
      return /\s/.test(text.charAt(at - 1)) && /^#*$/.test(text.slice(at, at + 20));
    case '^':
      return at === 0;
    default:
      return true;
  }
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function escapeLineStart(text: string): string {
  if (/^[A-Za-z]/.test(text)) return text;
  return text
    .replace(/^(?:[-+](?=[\s-]|$)|[>=:]|#(?=#*(?:\s|$)))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * Accept an address that a glossary may link to: `https:`, `http:` with a plain host, or `mailto:`. Everything else, with
 * user names before the host, spaces, control characters or backslashes, gives `undefined`.
 */
export function safeUrl(url: string): string | undefined {
  if (url.length > URL_LIMIT || /[\s\\\p{Cc}\p{Cs}]/u.test(url)) {
    return undefined;
  }
  const scheme = /^(?:https?:\/\/[^/?#@]+(?=[/?#]|$)|mailto:(?=[^/]))/i.exec(url)?.[0];
  return scheme === undefined ? undefined : scheme.toLowerCase() + url.slice(scheme.length);
}

/** Write an address as a Markdown link destination that nothing in it can end; `undefined` for one too long to show. */
export function linkDestination(url: string): string | undefined {
  if (url.length > URL_LIMIT) {
    return undefined;
  }
  const encoded = url.replace(/[\s<>()[\]\\"'`|{}^]|[^\x20-\x7E]/gu, percentEncoded);
  const destination = encoded.includes('&') ? encoded.replace(/(?<=&#?[A-Za-z0-9]{1,32});/g, '%3B') : encoded;
  return destination.length > URL_LIMIT ? undefined : destination;
}

function percentEncoded(character: string): string {
  const whole = /\p{Cs}/u.test(character) ? '\uFFFD' : character;
  return encodeURIComponent(whole).replace(/['()]/g, (ascii) => `%${ascii.charCodeAt(0).toString(16).toUpperCase()}`);
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
