/** Tell whether a text is the address of a web page: links open in a browser and nowhere else, no files, no commands. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#\\][^\s\p{Cc}]*$/iu.test(text);
}

/** Write an address as the title of a link that has none. */
export function shortAddress(url: string): string {
  const address = url.slice(url.indexOf('//') + 2);
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
