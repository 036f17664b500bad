/** Quote a user's word in a message: shortened, on one line, without characters that are not seen. */
export function quoted(text: string): string {
  const start = text.slice(0, LONGEST_QUOTATION);
  const visible = start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').replace(/`/g, "'");
  return `\`${visible}${text.length > LONGEST_QUOTATION ? '…' : ''}\``;
}

const LONGEST_QUOTATION = 60;
