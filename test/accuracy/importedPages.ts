import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConceptPage } from '../../server/src/formats/frontMatter/page';
import { glossaryLimits } from '../../server/src/formats/limits';
import { createGlossary, type Glossary } from '../../server/src/terminology/glossary';

/** Read a folder of pages with front matter as a team's glossary is read; undefined where the folder is not there. */
export function importPages(folder: string, name: string, language: string): Glossary | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const concepts = files.flatMap((file) => {
    const uri = pathToFileURL(path.join(folder, file)).href;
    const text = readFileSync(path.join(folder, file), 'utf8');
    const read = readConceptPage({ uri, text, defaultName: name, options: { language } }, glossaryLimits);
    // Marks name the file, whatever id the page gives its concept.
    return (read.glossary?.concepts ?? []).map((concept) => ({ ...concept, id: path.basename(file, '.md') }));
  });
  return createGlossary({ uri: pathToFileURL(folder).href, name, language, concepts });
}
