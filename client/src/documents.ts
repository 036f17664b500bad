import { PAGE_SCHEME } from './conceptAddress';

/** The ids that editors and other extensions give to YAML files. */
const yamlLanguages = [
  'yaml',
  'ansible',
  'azure-pipelines',
  'bitbucket-pipelines',
  'cloudformation-yaml',
  'dockercompose',
  'esphome',
  'github-actions-workflow',
  'gitlab-ci',
  'helm',
  'helm-template',
  'home-assistant',
  'openapi-yaml',
  'spring-boot-properties-yaml',
];

/** The documents that the server hears of, wherever they are kept; glossaries in JSON are there for their problems. */
export const documentSelector: ({ language: string } | { pattern: string })[] = [
  ...['markdown', ...yamlLanguages].map((language) => ({ language })),
  { pattern: '**/{glossary.json,*.glossary.json}' },
];

/** Tell whether a document is one of our own pages, which the server wrote and need not read. */
export function isPage({ uri }: { readonly uri: { readonly scheme: string } }): boolean {
  return uri.scheme === PAGE_SCHEME;
}
