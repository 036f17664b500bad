import { strict as assert } from 'node:assert';
import type { ConceptAddress, ConceptListItem, ConceptPage, Status } from '../../server/src/protocol';
import { type EditorSession, SHIPPED_GLOSSARY, startSession } from '../support/editorSession';
import { ale, codeMirror, type Editor, neovim, visualStudioCode } from '../support/editors';

const near = `name: Docs
concepts:
  - term: pod
    abbreviations: [PD]
    avoid: [podd]
    definition: Means *near*.
    related: [node, pod-two]
  - id: pod-two
    term: second pod
    definition: Means second.
`;
const far =
  'name: Acme\nconcepts:\n  - { term: node, definition: Means far. }\n  - { term: pod, id: acme-pod, definition: Means other. }\n';
const files = { '/repo/docs/glossary.yaml': near, '/repo/glossary.yaml': far };
const shipped = 'name: Shipped\nconcepts: [{ term: container, definition: Means shipped. }]';

describe('textDocument/definition', () => {
  const place = (uri: string, line: number) => {
    const position = { line, character: 0 };
    return { uri, range: { start: position, end: position } };
  };
  const places = [place('file:///repo/docs/glossary.yaml', 2), place('file:///repo/glossary.yaml', 3)];

  for (const [name, editor] of [
    ['ALE', ale],
    ['CodeMirror', codeMirror],
  ] as const) {
    it(`tells ${name} where the concepts are written`, async () => {
      assert.deepEqual(await definition(editor, 'one $0pods'), places);
    });
  }

  for (const [name, editor] of [
    ['VS Code', visualStudioCode],
    ['Neovim 0.7', neovim],
  ] as const) {
    it(`tells ${name} which words the link stands for`, async () => {
      assert.deepEqual(
        await definition(editor, 'one $0pods'),
        places.map(({ uri, range }) => ({
          originSelectionRange: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } },
          targetUri: uri,
          targetRange: range,
          targetSelectionRange: range,
        })),
      );
    });
  }

  it('leads to the source of the shipped glossary', async () => {
    assert.deepEqual(await definition(ale, 'one $0container'), [
      place('file:///opt/glossary-lens/glossary/shipped.yaml', 1),
    ]);
  });

  it('leads nowhere from other words', async () => {
    assert.equal(await definition(ale, '$0one pod'), null);
  });

  async function definition(editor: Editor, marked: string): Promise<unknown> {
    const session = await startSession({ editor, files, shipped });
    const position = session.show('/repo/docs/a.md', marked);
    return session.request('textDocument/definition', { textDocument: { uri: 'file:///repo/docs/a.md' }, position });
  }
});

describe('glossaryLens/concepts', () => {
  const terms = async (params: unknown) => {
    const session = await startSession({ files, shipped });
    return (await list(session, params)).map(({ term, glossary }) => `${term} (${glossary})`);
  };

  it('lists what applies to a document, the nearest first', async () => {
    assert.deepEqual(await terms({ uri: 'file:///repo/docs/a.md' }), [
      'pod (Docs)',
      'second pod (Docs)',
      'node (Acme)',
      'pod (Acme)',
      'container (Shipped)',
    ]);
  });

  it('lists what applies to the workspace', async () => {
    assert.deepEqual(await terms({}), ['node (Acme)', 'pod (Acme)', 'container (Shipped)']);
  });

  it('tells what to pick by', async () => {
    const session = await startSession({ files, shipped });
    const [pod] = await list(session, { uri: 'file:///repo/docs/a.md' });
    assert.deepEqual(
      { ...pod, address: undefined },
      { address: undefined, term: 'pod', otherTerms: ['PD'], definition: 'Means near.', glossary: 'Docs' },
    );
  });

  it('lists all workspace folders', async () => {
    const session = await startSession({ files, shipped: null, folders: ['/repo', '/repo/docs'] });
    const items = await list(session, {});
    assert.deepEqual(
      items.map(({ glossary }) => glossary),
      ['Acme', 'Acme', 'Docs', 'Docs'],
    );
  });
});

describe('glossaryLens/conceptPage', () => {
  it('shows the concept of an address', async () => {
    const { session, addresses } = await startWithAddresses();
    assert.deepEqual(await titles(session, addresses), ['pod', 'second pod', 'node', 'pod', 'container']);
    const page = await pageOf(session, addresses[0]);
    assert.match(page?.markdown ?? '', /Means \*near\*/);
  });

  it('links to the pages of related concepts, which are there', async () => {
    const { session, addresses } = await startWithAddresses();
    const page = await pageOf(session, addresses[0]);
    const links = [...(page?.markdown ?? '').matchAll(/\]\(\.\.\/([^/)]+)\/([^/)]+)\.md\)/g)];
    const linked = links.map(([, glossary = '', id = '']) => ({ glossary, id: decodeURIComponent(id) }));
    assert.deepEqual(await titles(session, linked), ['node', 'second pod']);
  });

  it('goes with its glossary', async () => {
    const { session, addresses } = await startWithAddresses();
    session.host.files.delete('/repo/docs/glossary.yaml');
    session.changeFiles(3, '/repo/docs/glossary.yaml');
    assert.equal(await pageOf(session, addresses[0]), null);
  });

  it('of the shipped glossary goes with the setting', async () => {
    const { session, addresses } = await startWithAddresses();
    session.settings = { shippedGlossary: false };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.settle();
    assert.equal(await pageOf(session, addresses[4]), null);
  });
});

describe('glossaryLens/conceptLocation', () => {
  it('tells where a concept is written', async () => {
    const { session, addresses } = await startWithAddresses();
    const places = await Promise.all(
      addresses.map((address) => session.request('glossaryLens/conceptLocation', address)),
    );
    assert.deepEqual(places.map(lineOf), [
      'file:///repo/docs/glossary.yaml:2',
      'file:///repo/docs/glossary.yaml:7',
      'file:///repo/glossary.yaml:2',
      'file:///repo/glossary.yaml:3',
      'file:///opt/glossary-lens/glossary/shipped.yaml:1',
    ]);
  });

  function lineOf(location: unknown): string {
    const { uri, range } = location as { uri: string; range: { start: { line: number } } };
    return `${uri}:${range.start.line}`;
  }
});

describe('an address that names no concept', () => {
  const addresses = [
    { glossary: '', id: '' },
    { glossary: '0', id: 'pod' },
    { glossary: '__proto__', id: 'constructor' },
    { glossary: 'x'.repeat(100_000), id: '../../../etc/passwd' },
    { glossary: 7, id: null },
    {},
  ];
  for (const method of ['glossaryLens/conceptPage', 'glossaryLens/conceptLocation']) {
    for (const address of addresses) {
      it(`${method} ${JSON.stringify(address).slice(0, 50)}`, async () => {
        const session = await startSession({ files });
        assert.equal(await session.request(method, address), null);
      });
    }
  }

  it('but a glossary', async () => {
    const { session, addresses } = await startWithAddresses();
    assert.equal(await pageOf(session, { glossary: addresses[0]?.glossary ?? '', id: 'toString' }), null);
  });
});

describe('glossaryLens/status', () => {
  it('tells how the glossaries of a document are doing', async () => {
    const broken = `${near}  - term: third\n`;
    const session = await startSession({ files: { ...files, '/repo/docs/glossary.yaml': broken }, shipped });
    const { glossaries, ...rest } = await status(session, { uri: 'file:///repo/docs/a.md' });
    assert.deepEqual(rest, { terms: 7 });
    assert.deepEqual(
      glossaries.map(({ key: _, ...glossary }) => glossary),
      [
        { uri: 'file:///repo/docs/glossary.yaml', name: 'Docs', concepts: 2, errors: 1, isShipped: false },
        { uri: 'file:///repo/glossary.yaml', name: 'Acme', concepts: 2, errors: 0, isShipped: false },
        { uri: SHIPPED_GLOSSARY, name: 'Shipped', concepts: 1, errors: 0, isShipped: true },
      ],
    );
  });

  it('gives the keys that addresses have', async () => {
    const { session, addresses } = await startWithAddresses();
    const { glossaries } = await status(session, { uri: 'file:///repo/docs/a.md' });
    assert.deepEqual(
      glossaries.map(({ key }) => key),
      [...new Set(addresses.map(({ glossary }) => glossary))],
    );
  });

  it('counts no concept that a nearer glossary replaces', async () => {
    const same = far.replace('id: acme-pod', 'id: pod');
    const session = await startSession({ files: { ...files, '/repo/glossary.yaml': same }, shipped: null });
    const { terms, glossaries } = await status(session, { uri: 'file:///repo/docs/a.md' });
    assert.deepEqual([terms, glossaries.map(({ concepts }) => concepts)], [5, [2, 1]]);
    assert.deepEqual(
      glossaries.map(({ replaced }) => replaced),
      [undefined, 1],
    );
  });

  it('tells of the workspace', async () => {
    const session = await startSession({ files, shipped: null });
    assert.deepEqual((await status(session, {})).terms, 2);
  });

  for (const uri of ['file:///repo', 'file:///repo/', 'file:///']) {
    it(`takes a folder: ${uri}`, async () => {
      const session = await startSession({ files, shipped });
      assert.equal((await status(session, { uri })).glossaries.at(-1)?.name, 'Shipped');
    });
  }

  const names: readonly (readonly [file: string, name: string])[] = [
    ['glossary.yaml', 'docs'],
    ['Glossary.json', 'docs'],
    ['.glossary.yaml', 'docs'],
    ['team.glossary.yml', 'team'],
    ['terms', 'terms'],
  ];
  for (const [file, expected] of names) {
    it(`names ${file}, which does not name itself, ${expected}`, async () => {
      const session = await startSession({
        files: { [`/repo/docs/${file}`]: 'concepts: []' },
        settings: { glossaries: [`docs/${file}`] },
        shipped: null,
      });
      const { glossaries } = await status(session, { uri: 'file:///repo/docs/a.md' });
      assert.deepEqual(
        glossaries.map(({ name }) => name),
        [expected],
      );
    });
  }

  async function status(session: EditorSession, params: unknown): Promise<Status> {
    return (await session.request('glossaryLens/status', params)) as Status;
  }
});

async function list(session: EditorSession, params: unknown): Promise<readonly ConceptListItem[]> {
  return (await session.request('glossaryLens/concepts', params)) as readonly ConceptListItem[];
}

async function startWithAddresses(): Promise<{
  readonly session: EditorSession;
  readonly addresses: readonly ConceptAddress[];
}> {
  const session = await startSession({ files, shipped });
  const items = await list(session, { uri: 'file:///repo/docs/a.md' });
  return { session, addresses: items.map(({ address }) => address) };
}

async function pageOf(session: EditorSession, address: ConceptAddress | undefined): Promise<ConceptPage | null> {
  return (await session.request('glossaryLens/conceptPage', address)) as ConceptPage | null;
}

async function titles(session: EditorSession, addresses: readonly ConceptAddress[]): Promise<(string | undefined)[]> {
  const pages = await Promise.all(addresses.map((address) => pageOf(session, address)));
  return pages.map((page) => page?.title);
}
