/** The Markdown parser, in a module of its own: the build leaves it to be loaded with the first field that needs it. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Parse Markdown with tables and strikethrough; `isBounded` tells beforehand whether that takes linear time. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, EXTENSIONS);
}

const EXTENSIONS = {
  extensions: [gfmTable(), gfmStrikethrough()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
};
