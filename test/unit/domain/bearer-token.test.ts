import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { hashOf, parseToken, sameHash, tokenOf } from '../../../lambdas/domain/bearer-token.ts';

const owner = { tenantId: 'demo', userId: 'usr_pQ3v6aZs0m1Yx2Wc4Lr7Tg' };
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);

test('a token names its owner and the hash of its secret, whatever the ids and the secret are', () => {
  fc.assert(fc.property(id, id, fc.uint8Array({ minLength: 32, maxLength: 32 }), (tenantId, userId, bytes) => {
    const secret = Buffer.from(bytes);
    expect(parseToken(tokenOf({ tenantId, userId }, secret))).toEqual({ tenantId, userId, hash: hashOf(secret) });
  }));
});

test('a token is one word that a link can carry', () => {
  expect(tokenOf(owner, randomBytes(32))).toMatch(/^[A-Za-z0-9_-]+$/);
});

test('what is stored of a token does not contain its secret', () => {
  const secret = randomBytes(32);
  expect(hashOf(secret)).not.toContain(secret.toString('base64url').slice(0, 8));
});

test('what cannot be a token is none, and never an error', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{0,600}$/)), (text) => {
    const parsed = parseToken(text);
    expect(parsed === undefined || (parsed.tenantId !== '' && parsed.userId !== '')).toBe(true);
  }));
});

test.each([
  ['nothing', ''], ['a secret alone', randomBytes(32).toString('base64url')], ['a foreign alphabet', 'a+b/c=='],
  ['an owner who could leave his keys', tokenOf({ tenantId: 'demo#USER', userId: 'x' }, randomBytes(32))],
  ['too many parts', tokenOf({ tenantId: 'demo', userId: 'a.b' }, randomBytes(32))], ['too much of it', 'A'.repeat(513)],
])('%s is no token', (_, text) => {
  expect(parseToken(text)).toBeUndefined();
});

test('hashes are compared whole', () => {
  expect(sameHash('abc', 'abc')).toBe(true);
  expect(sameHash('abc', 'abd')).toBe(false);
  expect(sameHash('abc', 'ab')).toBe(false);
});
