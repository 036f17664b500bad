import assert from 'node:assert/strict';
import { renderCard } from '../../server/src/terminology/card';
import { findInWords } from '../../server/src/terminology/vocabulary';
import { SourceWorkspace, type SourceWorkspaceOptions } from '../support/sourceWorkspace';

const TEXT = `name: Acme
concepts:
  - term: rolling update
    abbreviations: [RU]
    definition: A change of one replica after the other.
    related: [replica]
  - term: replica
    definition: One of several copies.
`;
const PACKAGE = '{ "name": "@acme/glossary", "glossaryLens": { "glossaries": "./acme.glossary.yaml" } }';
const ADDRESS = 'https://acme.com/acme.glossary.yaml';

const kinds: readonly (SourceWorkspaceOptions & { readonly name: string })[] = [
  {
    name: 'a file that is named',
    files: { '/terms/acme.yaml': TEXT },
    configuration: 'glossaries: ../terms/acme.yaml',
  },
  {
    name: 'a file that is named in settings',
    files: { '/terms/acme.yaml': TEXT },
    settings: { glossaries: [{ source: '../terms/acme.yaml' }] },
  },
  {
    name: 'a folder',
    files: { '/terms/deep/acme.glossary.yaml': TEXT, '/terms/other.yaml': 'a: b' },
    configuration: 'glossaries: [{ source: ../terms/, name: Acme }]',
  },
  {
    name: 'a folder without a slash behind it',
    files: { '/terms/acme.glossary.yaml': TEXT },
    configuration: 'glossaries: [{ source: ../terms, name: Acme }]',
  },
  { name: 'a glob', files: { '/terms/deep/acme.yaml': TEXT }, configuration: 'glossaries: "../terms/**/*.yaml"' },
  {
    name: 'a package',
    files: {
      '/node_modules/%40acme/glossary/package.json': PACKAGE,
      '/node_modules/%40acme/glossary/acme.glossary.yaml': TEXT,
    },
    configuration: 'glossaries: npm:@acme/glossary',
  },
  { name: 'an address', configuration: `glossaries: ${ADDRESS}` },
  {
    name: 'an extension',
    files: { 'ext:/acme/acme.yaml': TEXT },
    extensionGlossaries: [{ uri: 'ext:/acme/acme.yaml', extension: 'acme.glossary' }],
  },
];

describe('the card of a term is the same, whether its glossary comes from', () => {
  let card = '';
  before(async () => {
    card = await cardOf(new SourceWorkspace({ files: { '/repo/docs/acme.glossary.yaml': TEXT } }));
    assert.match(card, /A change of one replica after the other\..*replica.*Acme/s);
  });

  for (const { name, ...options } of kinds) {
    it(name, async () => {
      const workspace = new SourceWorkspace(options);
      workspace.web.answer(ADDRESS, TEXT);
      assert.equal(await cardOf(workspace), card);
    });
  }
});

async function cardOf(workspace: SourceWorkspace): Promise<string> {
  const { terminology } = await workspace.scope();
  const [found] = findInWords('rolling updates', terminology.vocabulary);
  if (found === undefined) return '';
  return renderCard({
    senses: found.senses,
    related: (name, from) => terminology.find(name, terminology.glossaryOf(from)?.uri),
    links: { concept: () => undefined, page: () => undefined, source: () => undefined },
    format: 'plaintext',
    detail: 'standard',
  });
}
