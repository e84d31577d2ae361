import { sourceOf, windowAt } from '../../../lambdas/domain/rate-limit.ts';

test.each([
  ['203.0.113.9', '203.0.113.9'], ['::ffff:203.0.113.9', '203.0.113.9'], ['', ''], ['unknown', 'unknown'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:DB8:1:2::1', '2001:db8:1:2'], ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'], ['2001:db8::1', '2001:db8:0:0'], ['::1', '0:0:0:0'], ['fe80::1%eth0', 'fe80:0:0:0'],
])('a request from %s comes from %s', (address, source) => {
  expect(sourceOf(address)).toBe(source);
});

test('two windows never overlap, and one follows the other', () => {
  const limit = { times: 5, withinS: 900 };
  const begin = new Date('2026-03-02T08:00:00.000Z');
  expect(windowAt(limit, begin)).toMatchObject({ endsInS: 900, endsAt: begin.getTime() / 1000 + 900 });
  const last = windowAt(limit, new Date(begin.getTime() + 899_999));
  expect([last.window, last.endsInS]).toEqual([windowAt(limit, begin).window, 1]);
  expect(windowAt(limit, new Date(begin.getTime() + 900_000)).window).toBe(last.window + 1);
});
