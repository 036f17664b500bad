import assert from 'node:assert/strict';
import { LOOK_AGAIN } from '../../../server/src/keptFiles';
import { ScopeLoader } from '../../../server/src/scopes';
import { readSettings } from '../../../server/src/settings';
import { createWebFiles } from '../../../server/src/sources/web/files';
import { findInWords } from '../../../server/src/terminology/vocabulary';
import { createMemoryHost, uriOf } from '../../support/memoryHost';
import { MemoryNetwork, MemoryStorage, sha256 } from '../../support/memoryWeb';
import { pod } from '../../support/sourceWorkspace';

const URL_A = 'https://acme.com/a.yaml';
const ONE = pod('one');
const TWO = pod('two');

/** Workspace folders with configurations, over a web in memory and the copies that are made of it. */
class World {
  readonly network = new MemoryNetwork();
  readonly host = createMemoryHost({});
  readonly #web = createWebFiles(
    { ...this.host, network: this.network, storage: new MemoryStorage(), digest: async (bytes) => sha256(bytes) },
    {
      allowedHosts: () => ['acme.com'],
      isTrusted: () => true,
      ask: undefined,
      onChange: (url) => this.#scopes.invalidate(url),
    },
  );
  readonly #scopes: ScopeLoader = new ScopeLoader(this.host, { web: this.#web });

  constructor(text: string) {
    this.network.serve(URL_A, text);
  }

  write(path: string, text: string): void {
    this.host.files.write(path, text);
    this.#scopes.invalidate(uriOf(path));
  }

  /** What `pod` means in a document, once all that is under way has come. */
  async meanings(path: string, settings: unknown = {}): Promise<readonly string[]> {
    await this.#scope(path, settings);
    await this.#web?.settled();
    const { terminology } = await this.#scope(path, settings);
    const found = findInWords('pod', terminology.vocabulary);
    return found.flatMap(({ senses }) =>
      senses.map(({ concept }) => concept.definition.replace(/^Means (.*)\.$/, '$1')),
    );
  }

  async problems(path: string): Promise<readonly string[]> {
    return (await this.#scope(path, {})).referenceProblems.map(({ code }) => code);
  }

  #scope(path: string, settings: unknown) {
    this.host.clock.advance(LOOK_AGAIN);
    return this.#scopes.scopeOf(uriOf(path), {
      settings: { ...readSettings(settings, () => {}), shippedGlossary: false },
      workspaceFolders: [uriOf('/a'), uriOf('/b')],
      shippedGlossary: 'file:///opt/glossary.pack',
      isTrusted: true,
      isWatched: () => false,
      openText: () => undefined,
      openNames: () => [],
    });
  }
}

function named(pin?: string): string {
  return `glossaries: [{ source: "${URL_A}"${pin === undefined ? '' : `, sha256: ${pin}`} }]`;
}

describe('a pin of a glossary on the web', () => {
  it('that is written where another text served before keeps that from serving on', async () => {
    const world = new World(ONE);
    world.write('/a/glossary-lens.yaml', named());
    assert.deepEqual(await world.meanings('/a/x.md'), ['one']);
    world.write('/a/glossary-lens.yaml', named(sha256(TWO)));
    assert.deepEqual(await world.meanings('/a/x.md'), []);
    assert.deepEqual(await world.problems('/a/x.md'), ['waiting-source']);
  });

  it('holds where another configuration has none', async () => {
    const world = new World(ONE);
    world.write('/a/glossary-lens.yaml', named(sha256(TWO)));
    world.write('/b/glossary-lens.yaml', named());
    assert.deepEqual(await world.meanings('/b/x.md'), ['one']);
    assert.deepEqual(await world.meanings('/a/x.md'), []);
  });

  it('is not served by an earlier text where the pinned one cannot be read', async () => {
    const world = new World(ONE);
    world.write('/a/glossary-lens.yaml', named());
    assert.deepEqual(await world.meanings('/a/x.md'), ['one']);
    const broken = 'concepts: [';
    world.network.serve(URL_A, broken);
    world.write('/a/glossary-lens.yaml', named(sha256(broken)));
    assert.deepEqual(await world.meanings('/a/x.md'), []);
  });

  it('in the settings is not undone by a file that imports the same address', async () => {
    const world = new World(ONE);
    const settings = { glossaries: [{ source: URL_A, sha256: sha256(TWO) }] };
    assert.deepEqual(await world.meanings('/a/x.md', settings), []);
    world.write('/a/.contextive/definitions.yml', `imports: ["${URL_A}"]\ncontexts: [{ terms: [{ name: cat }] }]\n`);
    for (const _ of [1, 2, 3]) assert.deepEqual(await world.meanings('/a/x.md', settings), []);
    assert.equal(world.network.asked.length, 1, 'and nothing has changed that would be worth another question');
  });

  for (const [name, references] of [
    ['behind', `{ source: "${URL_A}", sha256: ${sha256(TWO)} }, "${URL_A}"`],
    ['before', `"${URL_A}", { source: "${URL_A}", sha256: ${sha256(TWO)} }`],
  ] as const) {
    it(`is not undone by a reference without one ${name} it`, async () => {
      const world = new World(ONE);
      world.write('/a/glossary-lens.yaml', `glossaries: [${references}]`);
      assert.deepEqual(await world.meanings('/a/x.md'), []);
    });

    it(`in the settings is not undone by one without it ${name} it`, async () => {
      const world = new World(ONE);
      const pinned = { source: URL_A, sha256: sha256(TWO) };
      const glossaries = name === 'behind' ? [pinned, URL_A] : [URL_A, pinned];
      assert.deepEqual(await world.meanings('/a/x.md', { glossaries }), []);
    });
  }

  it('lets nothing serve beside another one of the same list', async () => {
    const world = new World(ONE);
    const pinned = [ONE, TWO].map((text) => `{ source: "${URL_A}", sha256: ${sha256(text)} }`);
    world.write('/a/glossary-lens.yaml', `glossaries: [${pinned.join(', ')}]`);
    assert.deepEqual(await world.meanings('/a/x.md'), []);
  });

  it('that the text matches lets it serve, however often it is named', async () => {
    const world = new World(ONE);
    world.write('/a/glossary-lens.yaml', `glossaries: [{ source: "${URL_A}", sha256: ${sha256(ONE)} }, "${URL_A}"]`);
    assert.deepEqual(await world.meanings('/a/x.md'), ['one']);
  });
});
