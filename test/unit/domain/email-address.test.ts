import * as fc from 'fast-check';
import { emailAddress, emailDomain, normaliseEmail, withAsciiDomain } from '../../../lambdas/domain/email-address.ts';

const accepts = (input: unknown) => emailAddress.safeParse(input).success;

describe('an address that can be registered', () => {
  it.each([
    'anna@example.com',
    'Anna.Berg+news@mail.example.co.uk',
    "o'hara@example.com",
    '{x}!#$%&*=?^_`|~-/@example.com',
    '1@2.cn',
    '用户@例子.中国',
    'jörg@müller.de',
    'δοκιμή@παράδειγμα.δοκιμή',
    `${'a'.repeat(64)}@example.com`,
    'a@xn--fsq.xn--0zwm56d',
  ])('%s', (address) => {
    expect(emailAddress.parse(address)).toBe(address);
  });

  it('is taken without the blanks around it, and otherwise as given', () => {
    expect(emailAddress.parse('  Anna@Example.com ')).toBe('Anna@Example.com');
  });

  it.each([
    ['nothing', ''], ['blanks', '   '], ['no domain', 'anna'], ['an empty domain', 'anna@'], ['no local part', '@example.com'],
    ['one label', 'anna@localhost'], ['a dot at the end', 'anna@example.com.'], ['a dot at the beginning', 'anna@.example.com'],
    ['an empty label', 'anna@example..com'], ['an IP address', 'anna@127.0.0.1'], ['a number that is one', 'anna@0x7f.1'],
    ['a domain literal', 'anna@[127.0.0.1]'], ['a percent escape', 'anna@ex%61mple.com'], ['a port', 'anna@example.com:25'],
    ['a hyphen at the end of a label', 'anna@example-.com'], ['a label that is too long', `anna@${'a'.repeat(64)}.com`],
    ['two recipients', 'anna@example.com,eve@example.com'], ['two with a semicolon', 'anna@example.com;eve@example.com'],
    ['a display name', 'Anna <anna@example.com>'], ['two signs', 'anna@eve@example.com'], ['a full-width sign', 'anna＠eve@example.com'],
    ['a quoted local part', '"anna berg"@example.com'], ['a comment', 'anna(x)@example.com'], ['a blank within', 'anna berg@example.com'],
    ['two dots', 'anna..berg@example.com'], ['a dot before', '.anna@example.com'], ['a dot behind', 'anna.@example.com'],
    ['an invisible character', 'an\u200Bna@example.com'], ['a turned direction', 'an\u202Ena@example.com'], ['half a character', 'an\uD800na@example.com'],
    ['a tabulator', 'an\tna@example.com'], ['65 bytes before the sign', `${'a'.repeat(65)}@example.com`],
    ['65 bytes in 33 characters', `${'ä'.repeat(33)}@example.com`],
    ['255 bytes', `anna@${'abcdefghi.'.repeat(24)}abcdefg.com`],
  ])('is not one with %s', (_, address) => {
    expect(accepts(address)).toBe(false);
  });

  it('may be 254 bytes long', () => {
    const longest = `anna@${'abcdefghi.'.repeat(24)}abcde.com`;
    expect(Buffer.byteLength(longest)).toBe(254);
    expect(accepts(longest)).toBe(true);
    expect(accepts(`b${longest}`)).toBe(false);
  });

  it.each([undefined, null, 1, {}, ['anna@example.com']])('is a string, not %j', (input) => {
    expect(accepts(input)).toBe(false);
  });

  it('never holds a line break or NUL, not even at its end where trimming would remove it', () => {
    fc.assert(fc.property(fc.constantFrom('\r', '\n', '\r\n', '\0'), fc.nat({ max: 16 }), (breaker, at) => {
      const address = 'anna@example.com';
      expect(accepts(address.slice(0, at) + breaker + address.slice(at))).toBe(false);
    }));
  });

  it('is told to the person in one sentence', () => {
    expect(emailAddress.safeParse('anna@example.com\r\nBcc: eve@example.com').error?.issues).toHaveLength(1);
    expect(emailAddress.safeParse('x'.repeat(300)).error?.issues).toHaveLength(1);
  });

  it('is judged quickly however long the input is', () => {
    const begun = performance.now();
    for (const part of ['a.', '@', 'a@', 'a-', '用', '.'] ) accepts(part.repeat(200_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('two spellings of one address', () => {
  it.each([
    ['Anna@Example.COM', 'anna@example.com'],
    ['ANNA+News@example.com', 'anna+news@example.com'],
    ['ａｎｎａ@example.com', 'anna@example.com'],
    ['JÖRG@MÜLLER.de', 'jörg@xn--mller-kva.de'],
    ['jo\u0308rg@mu\u0308ller.de', 'jörg@xn--mller-kva.de'],
    ['ΝΙΚΟΣ@example.com', 'νικοσ@example.com'],
    ['νικος@example.com', 'νικοσ@example.com'],
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
    ['用户@xn--fsqu00a.xn--fiqs8s', '用户@xn--fsqu00a.xn--fiqs8s'],
  ])('%s is %s', (address, normal) => {
    expect(normaliseEmail(emailAddress.parse(address))).toBe(normal);
  });

  it('dots and plus tags tell accounts apart', () => {
    expect(normaliseEmail('a.b@gmail.com')).not.toBe(normaliseEmail('ab@gmail.com'));
    expect(normaliseEmail('a+1@gmail.com')).not.toBe(normaliseEmail('a@gmail.com'));
  });

  it('a normal form is its own normal form', () => {
    const local = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 });
    fc.assert(fc.property(local, fc.domain(), (name, domain) => {
      const address = `${name}@${domain}`;
      fc.pre(accepts(address));
      const normal = normaliseEmail(emailAddress.parse(address));
      expect(normaliseEmail(normal)).toBe(normal);
      expect(normaliseEmail(address.toUpperCase())).toBe(normaliseEmail(address.toUpperCase().toLowerCase()));
    }), { numRuns: 500 });
  });
});

describe('the domain of an address', () => {
  it('is compared in lower case and punycode', () => {
    expect(emailDomain('Anna@Mail.EXAMPLE.com')).toBe('mail.example.com');
    expect(emailDomain('anna@例子.中国')).toBe('xn--fsqu00a.xn--fiqs8s');
  });

  it('is empty where there is none', () => {
    expect(emailDomain('anna')).toBe('');
  });

  it('goes to the mail provider in ASCII, the local part as given', () => {
    expect(withAsciiDomain('Jörg.X@Müller.de')).toBe('Jörg.X@xn--mller-kva.de');
  });
});
