import type { Language } from '../language';
import { BlockScanner } from './blocks/scanner';

/** One for all scans: it is done with one before the next starts. */
const blocks = new BlockScanner();

/**
 * Markdown: CommonMark 0.31 with GFM's tables, task lists, strikethrough, footnotes, alerts and bare URLs, front matter, and
 * what sites add that is no text (templates of Hugo and Liquid, directives, admonitions, attributes, formulas, modules of MDX).
 *
 * Two passes, both linear. The first looks at every character once, for line ends and for what may be syntax, and tells
 * blocks from where lines start; the second, section by section, goes through what may be syntax alone.
 */
export const markdown: Language = {
  id: 'markdown',
  languageIds: ['markdown', 'mdx', 'quarto', 'rmd'],
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.mdx', '.qmd', '.rmd'],
  commentStyle: 'angle',
  scan: (source, from, state, take) => blocks.scan(source, from, state, take),
};
