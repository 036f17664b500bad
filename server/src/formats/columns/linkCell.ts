import type { Link } from '../../terminology/concept';
import { isWebAddress, shortAddress } from '../concepts/webAddress';

/** What a text of links holds: the links, and whether there is other text that belongs to none. */
export interface FoundLinks {
  readonly links: readonly Link[];
  readonly hasOtherText: boolean;
}

/**
 * Read the links of a text: web addresses between white space, each with the title that stands before it on its line, or as
 * Markdown writes links. An address in angle brackets is whole, whatever is in it.
 */
export function linksIn(text: string): FoundLinks {
  const links: Link[] = [];
  let hasOtherText = false;
  for (const line of text.split(/[\n\r]/)) {
    let title: string[] = [];
    const words = line.split(/\s+/u).filter((word) => word !== '');
    for (const [index, word] of words.entries()) {
      for (const part of partsOf(word)) {
        const found = addressIn(part, index === words.length - 1);
        if (found === undefined) {
          if (!/^[;,|]+$/.test(part)) title.push(part);
          continue;
        }
        const name = titleOf([...title, found.before]);
        links.push({ title: name === '' ? shortAddress(found.url) : name, url: found.url });
        title = [];
      }
    }
    if (title.length > 0) hasOtherText = true;
  }
  return { links, hasOtherText };
}

/** Write a link so that `linksIn` reads it; the title is left out where it would not read back, which `keepsTitle` tells. */
export function writtenLink(link: Link): string {
  const { title, url } = link;
  const address = /[;|](?=https?:)|[>)]$|[;,|]$/iu.test(url) ? `<${url}>` : url;
  return title === shortAddress(url) || !keepsTitle(link) ? address : `${title} ${address}`;
}

/** Tell whether the title of a link reads back. */
export function keepsTitle({ title, url }: Link): boolean {
  if (title === shortAddress(url)) return true;
  const words = title.split(/\s+/u);
  const isPlain = words.every((word) => !/https?:/iu.test(word) && !/^[;,|]+$/.test(word) && word !== '');
  return isPlain && words.join(' ') === title && titleOf(words) === title;
}

/** Semicolons and bars may stand between addresses without a space. */
function partsOf(word: string): readonly string[] {
  return word.startsWith('<') ? [word] : word.split(/[;|](?=https?:)/iu);
}

function addressIn(word: string, isLast: boolean): { readonly before: string; readonly url: string } | undefined {
  const markdown = /\]\(<?(?=https?:)/iu.exec(word);
  if (markdown !== null) {
    const url = word.slice(markdown.index + markdown[0].length).replace(/>?\)[;,.|]?$/u, '');
    return isWebAddress(url) ? { before: `${word.slice(0, markdown.index)}]`, url } : undefined;
  }
  const whole = /^<(.+)>[;,|]?$/u.exec(word)?.[1];
  const url = whole ?? (isLast ? word : word.replace(/[;,|]$/u, ''));
  return isWebAddress(url) ? { before: '', url } : undefined;
}

function titleOf(words: readonly string[]): string {
  const title = words.filter((word) => word !== '').join(' ');
  return title.startsWith('[') && title.endsWith(']') ? title.slice(1, -1) : title.replace(/\s?:$/u, '');
}
