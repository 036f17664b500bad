/** Tell how many columns of a terminal a visible text takes: two for each wide character, none for a mark on another. */
export function columnsOf(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** Fill a text with spaces up to a number of columns, in front of it or behind. */
export function pad(text: string, columns: number, side: 'front' | 'behind'): string {
  const spaces = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return side === 'front' ? spaces + text : text + spaces;
}

/** Cut a text that takes more than a number of columns, with `…` in the place of what goes: its end, or its start. */
export function cut(text: string, columns: number, side: 'end' | 'start'): string {
  if (columnsOf(text) <= columns) return text;
  const characters = [...text];
  if (side === 'start') characters.reverse();
  const kept: string[] = [];
  let taken = 1;
  for (const character of characters) {
    taken += columnsOfCharacter(character);
    if (taken > columns) break;
    kept.push(character);
  }
  return side === 'start' ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}

function columnsOfCharacter(character: string): number {
  if (UNSEEN.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

const UNSEEN = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
/** Katakana and Hangul are narrow in their forms of half width. */
const WIDE =
  /(?![\uFF61-\uFFDC])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
