import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What a Markdown reader made of a text: everything in it that a click, a request or a browser could act on. */
export interface Reading {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly html: readonly string[];
}

/** A Markdown reader that judges our output; none of them is the code under test. */
export interface Reader {
  readonly name: string;
  read(markdown: string): Reading;
}

/**
 * The readers at hand: micromark always; markdown-it (the built-in preview) and marked (the hover of VS Code) where they
 * are installed.
 */
export async function readers(): Promise<{ readonly present: readonly Reader[]; readonly missing: readonly string[] }> {
  const found = await Promise.all([markdownIt(), marked()]);
  const optional = ['markdown-it', 'marked'];
  return {
    present: [micromark, ...found.filter((reader) => reader !== undefined)],
    missing: optional.filter((_, index) => found[index] === undefined),
  };
}

const micromark: Reader = {
  name: 'micromark',
  read(markdown) {
    const reading = { links: [] as string[], images: [] as string[], html: [] as string[] };
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: MDAST_EXTENSIONS });
    const queue: Nodes[] = [tree];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (node.type === 'link' || node.type === 'definition') {
        reading.links.push(node.url);
      } else if (node.type === 'image') {
        reading.images.push(node.url);
      } else if (node.type === 'html') {
        reading.html.push(node.value);
      }
      if ('children' in node) {
        queue.push(...node.children);
      }
    }
    return reading;
  },
};

/** Without the pass over decoded text: it links addresses whatever was escaped, always to what the text says. */
const MDAST_EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

interface MarkdownItToken {
  readonly type: string;
  readonly content: string;
  readonly children: readonly MarkdownItToken[] | null;
  attrGet(name: string): string | null;
}

async function markdownIt(): Promise<Reader | undefined> {
  const module = await installed('markdown-it');
  if (module === undefined) {
    return undefined;
  }
  const create = module.default as (options: object) => {
    parse(text: string, environment: object): MarkdownItToken[];
    validateLink: (url: string) => boolean;
    linkify: { set(options: object): void };
  };
  const parser = create({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false });
  parser.validateLink = () => true;
  return {
    name: 'markdown-it',
    read(markdown) {
      const reading = { links: [] as string[], images: [] as string[], html: [] as string[] };
      const queue = parser.parse(markdown, {});
      for (let token = queue.pop(); token !== undefined; token = queue.pop()) {
        if (token.type === 'link_open') {
          reading.links.push(token.attrGet('href') ?? '');
        } else if (token.type === 'image') {
          reading.images.push(token.attrGet('src') ?? '');
        } else if (token.type.startsWith('html_')) {
          reading.html.push(token.content);
        }
        queue.push(...(token.children ?? []));
      }
      return reading;
    },
  };
}

async function marked(): Promise<Reader | undefined> {
  const module = await installed('marked');
  if (module === undefined) {
    return undefined;
  }
  const Marked = module.Marked as new () => {
    lexer(text: string): object[];
    walkTokens(tokens: object[], visit: (token: { type: string; href: string; raw: string }) => void): void;
  };
  const parser = new Marked();
  return {
    name: 'marked',
    read(markdown) {
      const reading = { links: [] as string[], images: [] as string[], html: [] as string[] };
      parser.walkTokens(parser.lexer(markdown), (token) => {
        if (token.type === 'link' || token.type === 'def') {
          reading.links.push(token.href);
        } else if (token.type === 'image') {
          reading.images.push(token.href);
        } else if (token.type === 'html') {
          reading.html.push(token.raw);
        }
      });
      return reading;
    },
  };
}

async function installed(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(name)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
