/** A text as a report in XML gives it back: an escape stands for each character that XML has no way to write. */
export function writable(text: string): string {
  return text.replace(
    /(?![\t\n\r])[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
