import { createHash } from 'node:crypto';

import { searchFor, textsOf } from '../../../lambdas/erasure/value-search.ts';
import type { Item, Value } from '../../../lambdas/adapters/store.ts';

/** A person is found however she is written, and nobody is found who is not there. */
const index = createHash('sha256').update('keyed').digest('base64url');
const search = searchFor(['Jürgen.O\'Neil+x@müller.example', 'Jürgen', 'O\'Neil', '李雷', index]);
const holds = ({ matches }: typeof search, item: Item): boolean => [...textsOf(item)].some(({ text }) => matches(text));
const finds = (text: Value, name = 'note'): boolean => holds(search, { pk: 'p', sk: 's', [name]: text });

const EMAIL = 'Jürgen.O\'Neil+x@müller.example';
const entities = (text: string): string => Array.from(text, (each) => `&#${each.codePointAt(0)};`).join('');
const unicode = (text: string): string => text.split('').map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const sha = (text: string) => createHash('sha256').update(text);

test.each<readonly [string, Value]>([
  ['plain', EMAIL], ['lower case', EMAIL.toLowerCase()], ['upper case', EMAIL.toUpperCase()], ['decomposed', EMAIL.normalize('NFD')], ['full width', 'ｊürgen.o\'neil+x＠müller.example'],
  ['URL', encodeURIComponent(EMAIL)], ['URL in lower case', encodeURIComponent(EMAIL).toLowerCase()], ['URL twice', encodeURIComponent(encodeURIComponent(EMAIL))],
  ['base64', Buffer.from(EMAIL).toString('base64')], ['base64url', Buffer.from(EMAIL).toString('base64url')], ['base64 within other bytes', Buffer.from(`{"a":"${EMAIL}"}`).toString('base64')],
  ['base64 behind a byte that says nothing', Buffer.concat([Buffer.from([0xff, 0]), Buffer.from(EMAIL), Buffer.from([0xfe])]).toString('base64')],
  ['base64 of base64', Buffer.from(Buffer.from(EMAIL).toString('base64')).toString('base64')], ['hex', Buffer.from(EMAIL).toString('hex')], ['hex in upper case', Buffer.from(EMAIL).toString('hex').toUpperCase()],
  ['JSON in ASCII', unicode(EMAIL)], ['JSON within JSON', JSON.stringify(JSON.stringify({ to: EMAIL }))], ['HTML', entities(EMAIL)], ['HTML names', EMAIL.replace('\'', '&#39;')],
  ['SHA-256', sha(EMAIL).digest('hex')], ['SHA-256 of lower case', sha(EMAIL.toLowerCase()).digest('base64')], ['keyed hash', index], ['keyed hash in hex', Buffer.from(index, 'base64url').toString('hex')],
  ['deep within', { a: [{ b: `to ${EMAIL}.` }] }], ['name of a nested attribute', { [EMAIL]: 1 }],
  ['short name', 'seen Jürgen today'], ['short name in base64', Buffer.from('Jürgen').toString('base64')], ['two characters', '收件人李雷'], ['two characters as URL', encodeURIComponent('李雷')], ['two characters in base64', Buffer.from('李雷').toString('base64')],
])('finds it as %s', (_, text) => {
  expect(finds(text)).toBe(true);
});

test('finds it in a key, and in an attribute for codes where it is none', () => {
  expect([holds(search, { pk: `X#${EMAIL}`, sk: 's' }), finds(EMAIL, 'action')]).toEqual([true, true]);
});

test('does not take words of the platform, longer words or random ids for a name', () => {
  const common = searchFor(['Role', 'Li', 'Title', 'Done', 'Ann']);
  const clean = { pk: 'TENANT#t#USER#usr_1', sk: 'RECORD#2026', note: 'annual polish of applications'};
  expect(holds(common, clean)).toBe(false);
  let chance = 0;
  for (let nth = 0; nth < 20_000; nth += 1) if (holds(common, { pk: sha(`${nth}`).digest('base64url'), sk: sha(`s${nth}`).digest('hex') })) chance += 1;
  expect(chance).toBe(0);
});

test('takes a time per item that a large account can afford', () => {
  const items = Array.from({ length: 10_000 }, (_, nth) => ({ pk: 'TENANT#t#USER#usr_1', sk: `RECORD#2026-01-01#rec_${sha(`${nth}`).digest('base64url')}`, recordId: `rec_${sha(`${nth}`).digest('base64url')}`, kind: 'order', amount: nth, anonymous: true, createdAt: '2026-01-01T00:00:00.000Z' }));
  const before = process.cpuUsage();
  expect(items.filter((item) => holds(search, item))).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / items.length).toBeLessThan(400);
});
