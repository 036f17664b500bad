import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { clientAccess } from '../server/src/clientAccess';
import { clientStorage } from '../server/src/clientStorage';
import { ManualClock } from './support/memoryHost';

const never = () => new Promise<unknown>(() => {});
const bytes = new Uint8Array([1, 2, 3]);

/** A client that gives one answer to every request, and what it was asked. */
function clientThat(answer: () => Promise<unknown>) {
  const asked: unknown[] = [];
  const sendRequest = (method: string, params: unknown) => {
    asked.push([method, params]);
    return answer();
  };
  const clock = new ManualClock();
  const connection = { sendRequest } as unknown as Connection;
  return { asked, clock, storage: clientStorage(connection, clock), access: clientAccess(connection, clock) };
}

describe('the storage of a client', () => {
  it('keeps bytes under their keys', async () => {
    const { asked, storage } = clientThat(async () => bytes);
    await storage.write('key', bytes);
    assert.equal(await storage.read('key'), bytes);
    assert.deepEqual(asked, [
      ['glossaryLens/writeStored', { key: 'key', bytes }],
      ['glossaryLens/readStored', { key: 'key' }],
    ]);
  });

  for (const [name, answer] of [
    ['null', async () => null],
    ['a text', async () => 'AQID'],
    ['a list', async () => [1, 2, 3]],
    ['a record', async () => ({ 0: 1, length: 1 })],
    ['an error', () => Promise.reject(new Error('Unknown'))],
  ] as const) {
    it(`has nothing where a client answers with ${name}`, async () => {
      const { storage } = clientThat(answer);
      await storage.write('key', bytes);
      assert.equal(await storage.read('key'), undefined);
    });
  }

  it('has nothing where a client never answers, and waits no longer than 5 seconds', async () => {
    const { clock, storage } = clientThat(never);
    const read = storage.read('key');
    const written = storage.write('key', bytes);
    clock.advance(5_000);
    assert.equal(await read, undefined);
    await written;
  });
});

describe('what a client says of the web', () => {
  const question = { host: 'acme.com', url: 'https://acme.com/a' };

  for (const [name, answer] of [
    ['null', null],
    ['an empty text', ''],
    ['a number', 1],
    ['a record', { allowed: true }],
  ] as const) {
    it(`allows no host and is no token where it is ${name}`, async () => {
      const { access } = clientThat(async () => answer);
      assert.equal(await access.ask(question), false);
      assert.equal(await access.token('acme.com'), undefined);
    });
  }

  it('allows no host where it is a text', async () => {
    assert.equal(await clientThat(async () => 'true').access.ask(question), false);
  });

  it('is no token where it is an error', async () => {
    const { access } = clientThat(() => Promise.reject(new Error('Unknown')));
    assert.equal(await access.token('acme.com'), undefined);
  });

  it('is no token where it never comes, and nobody waits longer than 10 seconds', async () => {
    const { access, clock } = clientThat(never);
    const token = access.token('acme.com');
    clock.advance(10_000);
    assert.equal(await token, undefined);
  });
});
