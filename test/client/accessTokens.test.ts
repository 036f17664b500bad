import assert from 'node:assert/strict';
import { AccessTokens, tokenProblem } from '../../client/src/accessTokens';

function create(isTrusted = true) {
  const kept = new Map<string, string>();
  let hosts: readonly string[] = [];
  const tokens = new AccessTokens({
    isTrusted: () => isTrusted,
    secrets: {
      get: async (key) => kept.get(key),
      store: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    },
    hosts: () => hosts,
    async keepHosts(given) {
      hosts = given;
    },
  });
  return { tokens, kept };
}

describe('access tokens', () => {
  it('are kept for one host each, and for no other', async () => {
    const { tokens } = create();
    await tokens.set('acme.com', 'abc');
    assert.equal(await tokens.tokenFor({ host: 'acme.com' }), 'abc');
    for (const host of ['acme.com:8443', 'a.acme.com', 'acme.com.evil.com', '', 7]) {
      assert.equal(await tokens.tokenFor({ host }), null, String(host));
    }
    assert.equal(await tokens.tokenFor(null), null);
  });

  it('are listed by their hosts, and can be taken away', async () => {
    const { tokens, kept } = create();
    await tokens.set('b.com', '1');
    await tokens.set('a.com', '2');
    await tokens.set('b.com', '3');
    assert.deepEqual(tokens.hosts, ['a.com', 'b.com']);
    await tokens.remove('b.com');
    assert.deepEqual(tokens.hosts, ['a.com']);
    assert.deepEqual([...kept.values()], ['2']);
  });

  it('are not given in a workspace that nobody trusts', async () => {
    const { tokens } = create(false);
    await tokens.set('acme.com', 'abc');
    assert.equal(await tokens.tokenFor({ host: 'acme.com' }), null);
  });

  for (const [token, isGood] of [
    ['glpat-abc_123=', true],
    ['', false],
    ['a b', false],
    ['a\r\nX: b', false],
    ['é', false],
    ['a'.repeat(5_000), false],
  ] as const) {
    it(`${JSON.stringify(token.slice(0, 20))} is ${isGood ? 'one' : 'none'}`, () => {
      assert.equal(tokenProblem(token) === undefined, isGood);
    });
  }
});
