/** Tell whether a file is a page that lists the others, or a pattern for them. */
export function isIndex(uri: string): boolean {
  return nameOf(uri).startsWith('_');
}

/** Give the name of a file without its extension and language, or of its folder where it is an `index.md`. */
export function nameOf(uri: string): string {
  const [path = ''] = uri.split(/[?#]/, 1);
  const [name = '', folder = ''] = path.split('/').slice(-2).reverse();
  const stem = name.replace(/\.[a-z]+$/i, '').replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '');
  return decoded(/^index$/i.test(stem) ? folder : stem);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Name the page beside this one that a link leads to: `/pod/`, `/ja/pod/`, `pod.md`. */
export function siblingIn(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  return (
    /^(?:\.?\/)?([\p{L}\p{N}][\p{L}\p{N}_.-]{0,150})\.mdx?$/u.exec(path)?.[1] ??
    /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?([\p{L}\p{N}][\p{L}\p{N}_-]{2,150})\/?$/u.exec(path)?.[1]
  );
}
