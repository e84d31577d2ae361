import * as fc from 'fast-check';
import { hashPassword, passwordHashing, verifyAgainstDummy, verifyPassword } from '../../../lambdas/adapters/password-hash.ts';

const elsewhere = {
  argon2id: '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  weakArgon2id: '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc',
  scrypt: '$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E',
};

describe('a stored password', () => {
  it('is an argon2id hash at the recommended cost, with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('same password'), hashPassword('same password')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(other).not.toBe(one);
  });

  it('is found again for any Unicode text, and for that text only', async () => {
    const passwords = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.constantFrom('nul\0inside', '😀'.repeat(256), ' ', `${'a'.repeat(72)}b`));
    await fc.assert(fc.asyncProperty(passwords, async (password) => {
      const stored = await hashPassword(password);
      expect(await verifyPassword(password, stored)).toEqual({ matches: true, outdated: false });
      expect((await verifyPassword(`${password}x`, stored)).matches).toBe(false);
    }), { numRuns: 12 });
  });

  it('is neither cut nor changed before it is hashed', async () => {
    const stored = await hashPassword(`${'a'.repeat(1_023)}B`);
    for (const near of [`${'a'.repeat(1_023)}b`, 'a'.repeat(1_023), ` ${'a'.repeat(1_023)}B`])
      expect((await verifyPassword(near, stored)).matches).toBe(false);
  });

  it.each(Object.entries(elsewhere))('is verified when another program made it (%s), and is to be renewed when it is weaker or shorter salted', async (_, stored) => {
    expect(await verifyPassword('password', stored)).toEqual({ matches: true, outdated: true });
    expect((await verifyPassword('Password', stored)).matches).toBe(false);
  });

  it.each([
    ['higher', 'm=19457,t=3', false],
    ['lower (memory)', 'm=19455,t=2', true],
    ['lower (passes)', 'm=19456,t=1', true],
  ])('whose cost is %s than today is renewed only when that makes it weaker', async (_, cost, outdated) => {
    const stored = `$argon2id$v=19$${cost},p=1$MDEyMzQ1Njc4OWFiY2RlZg$KvXUYrTchb570urYv/lpkFRlvEh1BY515uBiVLeE9F4`;
    expect(await verifyPassword('another one', stored)).toEqual({ matches: false, outdated });
  });

  it.each([
    ['nothing', ''], ['plain text', 'password'], ['another algorithm', elsewhere.argon2id.replace('argon2id', 'argon2i')],
    ['another version', elsewhere.argon2id.replace('v=19', 'v=16')], ['text behind it', `${elsewhere.argon2id}\n`],
    ['gigabytes of memory', elsewhere.argon2id.replace('65536', '999999')], ['no memory', elsewhere.argon2id.replace('65536', '7')],
    ['99 passes', elsewhere.argon2id.replace('t=2', 't=99')], ['no pass', elsewhere.argon2id.replace('t=2', 't=0')],
    ['no lane', elsewhere.argon2id.replace('p=1', 'p=0')], ['no lane of scrypt', elsewhere.scrypt.replace('p=1', 'p=0')],
    ['a terabyte of scrypt', elsewhere.scrypt.replace('ln=16', 'ln=40')], ['wide blocks', elsewhere.scrypt.replace('r=8', 'r=99')],
    ['a short tag', elsewhere.argon2id.slice(0, -25)], ['no salt', elsewhere.argon2id.replace('c29tZXNhbHQ', '')],
  ])('that cannot be one (%s) is refused before any work', async (_, stored) => {
    await expect(verifyPassword('password', stored)).rejects.toMatchObject({ name: 'UnreadablePasswordHash' });
    await expect(verifyPassword('password', stored)).rejects.not.toThrow(/password\$|c29tZXNhbHQ/);
  });
});

describe('where argon2 is missing', () => {
  const { hashPassword: hashByScrypt, verifyPassword: verifyByScrypt } = passwordHashing('scrypt');

  it('passwords are kept by scrypt, and renewed where argon2 is there', async () => {
    const stored = await hashByScrypt('pässwörd 😀');
    expect(stored).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyByScrypt('pässwörd 😀', stored)).toEqual({ matches: true, outdated: false });
    expect(await verifyPassword('pässwörd 😀', stored)).toEqual({ matches: true, outdated: true });
  }, 20_000);
});

const time = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

describe('a login to an account that does not exist', () => {
  it('takes the time of one that does', async () => {
    const stored = await hashPassword('correct horse');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      known.push(await time(() => verifyPassword('a wrong one', stored)));
      unknown.push(await time(() => verifyAgainstDummy('a wrong one')));
    }
    const [fastest, fastestUnknown] = [Math.min(...known), Math.min(...unknown)];
    expect(fastestUnknown).toBeGreaterThan(fastest / 3);
    expect(fastestUnknown).toBeLessThan(fastest * 3);
  });
});
