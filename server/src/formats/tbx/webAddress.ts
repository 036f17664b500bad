/** Tell whether a text is an address that a browser opens: no files, no commands. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#\\][^\s\p{Cc}]*$/iu.test(text);
}

/** Shorten an address for people to read. */
export function shortAddress(url: string): string {
  const address = url.slice(url.indexOf('//') + 2);
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
