import type { GlossaryFormat, NamedText } from '../format';
import { glossaryLimits } from '../limits';
import { isGlossaryTitle, openFrontMatter } from '../markdown/frontMatter';

/** A page of Markdown about one concept, which its front matter names: one file of a folder that is a glossary. */
export const frontMatterFormat: GlossaryFormat = {
  id: 'front-matter',
  name: 'Markdown with front matter',
  extensions: ['.md', '.markdown', '.mdx'],
  recognises,
  async reader() {
    const { readConceptPage } = await import('./page');
    return { read: (source) => readConceptPage(source, glossaryLimits) };
  },
};

/** A page with a title is about what the title says, unless it says that it is a glossary. */
function recognises({ uri, text }: NamedText): boolean {
  const { title } = openFrontMatter(text);
  if (title === undefined) return false;
  const isIndex = /\/_?index\.[a-z]+$/i.test(uri);
  return isIndex || !isGlossaryTitle(uri, title);
}
