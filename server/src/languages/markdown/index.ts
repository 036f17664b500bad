import type { Language } from '../language';
import { packRegions, type Region } from '../regions';
import { yamlRegions } from '../yaml';
import { scanBlocks } from './blocks';
import { frontMatterOf } from './frontMatter';
import { scanInlines } from './inlines';

/**
 * Markdown: CommonMark 0.31 with GFM's tables, task lists, strikethrough, footnotes and bare URLs, front matter, and what
 * sites add that is no text (templates of Hugo and Liquid, directives, admonitions, attributes, formulas, modules of MDX).
 *
 * Two passes, both linear: blocks by line, then the text inside of each block.
 */
export const markdown: Language = {
  id: 'markdown',
  languageIds: ['markdown', 'mdx', 'quarto', 'rmd'],
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.mdx', '.qmd', '.rmd'],
  scan({ length }, from, state, take) {
    if (from === length) return;
    take({
      length: length - from,
      reach: Number.POSITIVE_INFINITY,
      state,
      defines: [],
      regions: (source, start) => packRegions(regionsIn(source.text.slice(start, start + length - from))),
    });
  },
};

function regionsIn(text: string): readonly Region[] {
  const { format, body, contentStart } = frontMatterOf(text);
  const regions = scanInlines(text, scanBlocks(text, contentStart));
  if (format !== 'yaml') return regions;
  // The keys of front matter belong to the site's software.
  return yamlRegions(text, body)
    .filter(({ kind }) => kind !== 'key')
    .concat(regions);
}
