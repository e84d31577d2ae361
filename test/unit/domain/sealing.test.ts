import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { derivedKey, KEY_BYTES, keyedHash, seal, unseal } from '../../../lambdas/domain/sealing.ts';

const key = randomBytes(KEY_BYTES);
const about = ['demo', 'usr_1', 'personal'];
/** How Node and we say that a text is not what it should be. */
const REFUSED = /authenticate|unknown format|Invalid/;
const plain = Buffer.from('王小明, anna@example.com');

test('what was sealed is unsealed as it was, whatever it is', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.array(fc.string(), { maxLength: 4 }), (bytes, context) => {
    expect(unseal(key, context, seal(key, context, Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
  }));
});

test('the same text is never sealed alike twice', () => {
  expect(seal(key, about, plain)).not.toBe(seal(key, about, plain));
});

test('whatever is altered by a single bit does not open', () => {
  const sealed = seal(key, about, plain);
  const [format, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  for (let position = 0; position < bytes.length; position += 1) {
    const altered = Buffer.from(bytes);
    altered[position] = (altered[position] ?? 0) ^ 1;
    expect(() => unseal(key, about, `${format}.${altered.toString('base64url')}`)).toThrow(REFUSED);
  }
});

test.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'nonsense'])('what is no sealed text does not open: %j', (sealed) => {
  expect(() => unseal(key, about, sealed)).toThrow(REFUSED);
});

test('a truncated tag does not open', () => {
  const sealed = seal(key, about, plain);
  expect(() => unseal(key, about, sealed.slice(0, -4))).toThrow(REFUSED);
});

test.each([['of another tenant', ['other', 'usr_1', 'personal']], ['of another person', ['demo', 'usr_2', 'personal']], ['of another kind', ['demo', 'usr_1', 'profile']],
  ['divided otherwise', ['demo', 'usr_1personal']]])('a text that is said to be %s does not open', (_, context) => {
  expect(() => unseal(key, context, seal(key, about, plain))).toThrow(REFUSED);
});

test('another key does not open it', () => {
  expect(() => unseal(randomBytes(KEY_BYTES), about, seal(key, about, plain))).toThrow(REFUSED);
});

test('a derived key is the same for one purpose, and another for every other', () => {
  expect(derivedKey(key, 'a')).toEqual(derivedKey(key, 'a'));
  expect(derivedKey(key, 'a')).toHaveLength(KEY_BYTES);
  expect(derivedKey(key, 'a')).not.toEqual(derivedKey(key, 'b'));
  expect(derivedKey(key, 'a')).not.toEqual(key);
});

test('a keyed hash tells nothing without its key', () => {
  expect(keyedHash(key, 'anna@example.com')).toBe(keyedHash(key, 'anna@example.com'));
  expect(keyedHash(key, 'anna@example.com')).not.toBe(keyedHash(randomBytes(KEY_BYTES), 'anna@example.com'));
});
