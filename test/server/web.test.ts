import assert from 'node:assert/strict';
import type { Status } from '../../server/src/protocol';
import { type EditorSession, type SessionOptions, startSession } from '../support/editorSession';
import { MemoryNetwork, MemoryStorage, sha256 } from '../support/memoryWeb';

const URL_A = 'https://acme.com/glossary.yaml';
const OURS = { commandLinks: true, webAccess: true };

function glossaryOf(meaning: string): string {
  return `name: Acme\nconcepts:\n  - term: pod\n    definition: Means ${meaning}.\n`;
}

interface World {
  readonly network: MemoryNetwork;
  readonly session: EditorSession;
}

async function start(
  settings: object,
  { client = {}, ...options }: SessionOptions & { readonly client?: object; readonly network?: MemoryNetwork } = {},
): Promise<World> {
  const network = options.network ?? new MemoryNetwork();
  const given = { glossaries: [URL_A], ...settings };
  const session = await startSession({
    initializationOptions: { glossaryLens: given, client: { ...OURS, ...client } },
    settings: given,
    ports: { network, storage: new MemoryStorage(), digest: async (bytes) => sha256(bytes) },
    ...options,
  });
  return { network, session };
}

async function statusOf(session: EditorSession): Promise<Status> {
  return (await session.request('glossaryLens/status', { uri: 'file:///repo/a.md' })) as Status;
}

describe('a glossary on the web', () => {
  it('explains terms once it has been fetched', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'] });
    network.serve(URL_A, glossaryOf('one'));
    const release = network.hold();
    assert.equal(await session.hover('/repo/a.md', 'A $0pod.'), null, 'nobody waits for the web');
    const changed = session.next('glossaryLens/glossariesChanged');
    release();
    await session.settle();
    await changed;
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['one']);
    const [glossary] = (await statusOf(session)).glossaries;
    assert.equal(glossary?.name, 'Acme');
    assert.equal(glossary?.age, 0);
    assert.equal(glossary?.failure, undefined);
  });

  it('explains them in another way when it has changed, without a restart', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'] });
    network.serve(URL_A, glossaryOf('one'));
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    network.serve(URL_A, glossaryOf('two'));
    session.host.clock.advance(3_600_000);
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['two']);
  });

  it('goes on explaining them offline, and the status says so', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'] });
    network.serve(URL_A, glossaryOf('one'));
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    network.serve(URL_A, { fails: 'this machine is offline' });
    session.host.clock.advance(3_600_000);
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['one']);
    assert.equal((await statusOf(session)).glossaries[0]?.failure, 'this machine is offline');
  });

  it('is asked for again where the client says so, however fresh it is', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'] });
    network.serve(URL_A, glossaryOf('one'));
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    network.serve(URL_A, glossaryOf('two'));
    await session.request('glossaryLens/askAgain');
    await session.settle();
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['two']);
  });

  it('is fetched where the person allows its host when asked', async () => {
    const network = new MemoryNetwork();
    network.serve(URL_A, glossaryOf('one'));
    const answers = new Map<string, unknown>([
      ['glossaryLens/allowHost', true],
      ['glossaryLens/token', 'abc'],
    ]);
    const { session } = await start({}, { answers, network });
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['one']);
    assert.equal(session.asked('glossaryLens/allowHost'), 1);
    assert.equal(network.asked[0]?.headers.get('authorization'), 'Bearer abc');
  });

  it('is fetched where the setting comes to allow its host', async () => {
    const { network, session } = await start({});
    network.serve(URL_A, glossaryOf('one'));
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.match((await statusOf(session)).glossaries[0]?.failure ?? '', /the host acme\.com is not allowed/);
    const glossaryLens = { glossaries: [URL_A], allowedHosts: ['acme.com'] };
    session.settings = glossaryLens;
    session.notify('workspace/didChangeConfiguration', { settings: { glossaryLens } });
    await session.settle();
    assert.deepEqual(await session.meanings('/repo/a.md', 'A $0pod.'), ['one']);
  });

  for (const [what, client] of [
    ['of a client that does not know the question', { webAccess: false }],
    ['in a workspace that nobody trusts', { isTrusted: false }],
  ] as const) {
    it(`is not asked for ${what}`, async () => {
      const answers = new Map<string, unknown>([['glossaryLens/allowHost', true]]);
      const { network, session } = await start({}, { client, answers });
      await session.meanings('/repo/a.md', 'A $0pod.');
      await session.settle();
      assert.equal(session.asked('glossaryLens/allowHost'), 0);
      assert.deepEqual(network.asked, []);
    });
  }

  it('is not fetched in a workspace that nobody trusts, though its host is allowed', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'] }, { client: { isTrusted: false } });
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.deepEqual(network.asked, []);
  });

  it('is refused where it is not one of these', async () => {
    const { network, session } = await start({ allowedHosts: ['acme.com'], glossaries: ['https://a:b@acme.com/g'] });
    await session.meanings('/repo/a.md', 'A $0pod.');
    await session.settle();
    assert.deepEqual(network.asked, []);
    assert.match((await statusOf(session)).glossaries[0]?.failure ?? '', /a user name or a password/);
  });
});
