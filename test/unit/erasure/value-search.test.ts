import { createHash } from 'node:crypto';
import { searchFor, textsOf } from '../../../lambdas/erasure/value-search.ts';

const email = 'Anna.Ø+x"y@Example.com';
const forms: readonly [string, (value: string) => string][] = [
  ['plain', (value) => value], ['lower case', (value) => value.toLowerCase()], ['upper case', (value) => value.toUpperCase()], ['decomposed', (value) => value.normalize('NFD')],
  ['full width', (value) => Array.from(value, (each) => (each >= '!' && each <= '~' ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each)).join('')],
  ['for a URL', encodeURIComponent], ['for a URL, lower case', (value) => encodeURIComponent(value).toLowerCase()], ['of a form', (value) => new URLSearchParams({ v: value }).toString()],
  ['base64', (value) => Buffer.from(value).toString('base64')], ['base64 for URLs', (value) => Buffer.from(value.toLowerCase()).toString('base64url')],
  ...[1, 2, 3].map((before): [string, (value: string) => string] => [`within base64, ${before} after its begin`, (value) => Buffer.from(`${'x'.repeat(before)}${value} and more`).toString('base64')]),
  ['hex', (value) => Buffer.from(value).toString('hex')], ['hex, upper case', (value) => Buffer.from(value).toString('hex').toUpperCase()],
  ['JSON', (value) => JSON.stringify({ value })], ['JSON in ASCII', (value) => JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['HTML', (value) => value.replaceAll('"', '&quot;')], ['HTML by numbers', (value) => value.replaceAll('"', '&#34;')],
  ['SHA-256 in hex', (value) => createHash('sha256').update(value).digest('hex')], ['SHA-256 of lower case', (value) => createHash('sha256').update(value.toLowerCase()).digest('hex')],
  ['SHA-256 in base64', (value) => createHash('sha256').update(value).digest('base64')], ['SHA-256 in base64 for URLs', (value) => createHash('sha256').update(value).digest('base64url')],
];

describe('what a person is recognised by is found', () => {
  test.each(forms)('%s', (_, form) => {
    const search = searchFor([email]);
    expect(search.matches(form(email))).toBe(true);
    expect(search.matches(`left here: ${form(email)}, by mistake`)).toBe(true);
    expect(search.matches(form('Anna.Ø+z"y@Example.org'))).toBe(false);
  });

  test('a name as a word, in any case and script', () => {
    const search = searchFor(['Eva', '王芳', 'O’Hara']);
    for (const text of ['Eva', 'for EVA, with love', '{"firstName":"eva"}', 'eva.berg', '客户 王芳', 'mrs-o’hara', Buffer.from('Eva').toString('base64'), createHash('sha256').update('eva').digest('hex')]) expect([text, search.matches(text)]).toEqual([text, true]);
    for (const text of ['evaluated', 'medieval', 'rec_xEvaQ7', 'Devan']) expect([text, search.matches(text)]).toEqual([text, false]);
  });

  test('by chance nothing is: a short name among a hundred thousand random ids', () => {
    const search = searchFor(['Eva', 'Bo', 'anna@example.com']);
    const found = Array.from({ length: 100_000 }, (_, nth) => `rec_${createHash('sha256').update(String(nth)).digest('base64url').replaceAll('-', 'x').replaceAll('_', 'y').slice(0, 22)}`).filter((each) => search.matches(each));
    expect(found).toEqual([]);
  });
});

test('nothing is looked for by what says nothing', () => expect(searchFor(['', 'a']).matches('a')).toBe(false));

test('an item is read to its ground', () => {
  const texts = [...textsOf({ pk: 'p', sk: 's', a: { b: [{ c: 'deep', n: null, t: true }], eva: 7 } })].map(({ attribute, text }) => `${attribute} ${text}`);
  expect(texts).toEqual(['pk p', 'sk s', 'a b', 'a c', 'a deep', 'a n', 'a t', 'a eva', 'a 7']);
});
