import * as fc from 'fast-check';
import { commonPasswords } from '../../../lambdas/domain/common-passwords.ts';
import { passwordInput, passwordWeakness } from '../../../lambdas/domain/password.ts';

describe('what arrives as a password', () => {
  it.each(['a', 'ä', ' leading and trailing ', 'nul\0inside', '😀'.repeat(256), 'x'.repeat(1_024)])('%j is kept as typed', (password) => {
    expect(passwordInput.parse(password)).toBe(password);
  });

  it.each([['empty', ''], ['1,025 bytes', 'x'.repeat(1_025)], ['1,025 bytes in fewer characters', `${'😀'.repeat(256)}x`], ['half a character', 'password\uD83D'], ['no string', 12345678]])(
    '%s is refused', (_, password) => {
      expect(passwordInput.safeParse(password).success).toBe(false);
    });
});

describe('a password that would be guessed', () => {
  it.each(['', 'a', 'Xk7$w2q', '1234567', '😀😀😀😀😀😀😀'])('%j is too short', (password) => {
    expect(passwordWeakness(password, [])).toBe('too_short');
  });

  it.each(['password', 'PASSWORD', 'Password123', '12345678', 'qwertyuiop', 'iloveyou', '88888888', '1q2w3e4r', 'welcome1', 'admin123', 'p@ssw0rd', 'woaini1314', 'ｐａｓｓｗｏｒｄ'])(
    '%s is common', (password) => {
      expect(passwordWeakness(password, [])).toBe('common');
    });

  it.each([
    ['the local part and digits', 'anna.berg1', ['anna.berg']],
    ['a local part whose pieces are short', 'li.mei99', ['li.mei']],
    ['parts of the local part', 'annaberg99', ['anna.berg']],
    ['both names', 'WangXiaoming', ['Xiaoming', 'Wang']],
    ['a name in other letters', 'ALEXANDRA12', ['Alexandra']],
    ['a name twice', 'AnnaAnna1!', ['Anna']],
    ['the tenant', 'Acme-Corp-1', ['acme-corp']],
    ['a name of four ideographs', '欧阳娜娜123欧阳娜娜', ['欧阳娜娜']],
  ])('%s is no secret', (_, password, context) => {
    expect(passwordWeakness(password, context)).toBe('contains_context');
  });
});

describe('a password that is good', () => {
  it.each([
    ['lower case only', 'vbnqhtwzkd', []],
    ['digits only', '7390164852', []],
    ['eight characters', 'gk4rwmzt', []],
    ['eight emoji', '😀🐟🌵🎲🚲🧦🪁🍋', []],
    ['ideographs', '春眠不觉晓处处闻啼', []],
    ['a phrase of 128 characters', 'correct horse battery staple '.repeat(5).slice(0, 128), []],
    ['1,000 characters', 'correct horse battery staple '.repeat(40).slice(0, 1_000), []],
    ['a name within a phrase', 'anna walks seven dogs', ['Anna']],
    ['four characters beside the name', 'annaberg7x2q', ['anna.berg']],
    ['a context word of three characters', 'annxyz12q', ['ann']],
    ['empty context', 'vbnqhtwzkd', ['', ' ', '...']],
  ])('may be %s', (_, password, context) => {
    expect(passwordWeakness(password, context)).toBeUndefined();
  });

  it('needs no kind of character in particular', () => {
    const letters = fc.string({ unit: fc.constantFrom('b', 'c', 'd', 'f', 'g', 'h', 'j', 'k'), minLength: 16, maxLength: 200 });
    fc.assert(fc.property(letters, (password) => {
      expect(passwordWeakness(password, ['Xiaoming', 'tenant'])).toBeUndefined();
    }));
  });

  it('is judged for any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (password, context) => {
      expect([undefined, 'too_short', 'common', 'contains_context']).toContain(passwordWeakness(password, context));
    }));
  });
});

describe('the list of common passwords', () => {
  it('holds more than the 3,000 most common ones that would be long enough, in lower case', () => {
    expect(commonPasswords.size).toBeGreaterThanOrEqual(3_000);
    for (const password of commonPasswords) {
      expect(password).toBe(password.toLowerCase());
      expect(password.length).toBeGreaterThanOrEqual(8);
    }
  });
});
