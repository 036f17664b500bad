import { PAGE_SCHEME } from './conceptAddress';

/** The ids that editors and other extensions give to the languages that the server reads. */
const languageIds = [
  ...['markdown', 'mdx', 'quarto', 'rmd'],
  ...[
    'yaml',
    'yml',
    'ansible',
    'ansible-jinja',
    'azure-pipelines',
    'cloudformation',
    'docker-compose',
    'dockercompose',
  ],
  ...['esphome', 'github-actions-workflow', 'gitlab-ci', 'helm', 'home-assistant', 'jinja-yaml'],
];

/** Files of those languages under whatever id, such as prompts in Markdown. */
const extensions = [
  ...['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx', 'qmd', 'rmd'],
  ...['yaml', 'yml', 'eyaml', 'eyml', 'yaml.gotmpl', 'yaml.j2', 'yaml.tmpl', 'yaml.tpl'],
  ...['yml.gotmpl', 'yml.j2', 'yml.tmpl', 'yml.tpl'],
];

/** The files of those languages, as a glob. */
export const documentFiles = `**/*.{${extensions.join(',')}}`;

/** Tell whether a file of this name (without its folder) is one of them. */
export function isDocumentFile(name: string): boolean {
  const lowerCase = name.toLowerCase();
  return extensions.some((extension) => lowerCase.endsWith(`.${extension}`));
}

/** The documents that the server hears of, wherever they are kept; glossaries in JSON are there for their problems. */
export const documentSelector: ({ language: string } | { pattern: string })[] = [
  ...languageIds.map((language) => ({ language })),
  { pattern: documentFiles },
  { pattern: '**/{glossary.json,*.glossary.json}' },
];

/** The scheme of the pages that show what an import would bring. */
export const IMPORT_SCHEME = 'glossary-lens-import';

/** Tell whether a document is one of our own pages, which the server wrote and need not read. */
export function isPage({ uri }: { readonly uri: { readonly scheme: string } }): boolean {
  return uri.scheme === PAGE_SCHEME || uri.scheme === IMPORT_SCHEME;
}
