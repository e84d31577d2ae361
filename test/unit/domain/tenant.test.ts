import * as fc from 'fast-check';
import { GATE_SHARDS, letsIn, quotaOver, quotaShares, registrationPolicy, tenantDefaults } from '../../../lambdas/domain/tenant.ts';

test('a quota is split without loss, evenly, what is left over to the first', () => {
  fc.assert(fc.property(fc.nat({ max: 10_000_000 }), (quota) => {
    const shares = quotaShares(quota);
    expect(shares).toHaveLength(GATE_SHARDS);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(quota);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    expect(shares.toSorted((a, b) => b - a)).toEqual(shares);
  }));
  expect(quotaShares(20)).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
});

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

test('a quota that changes counts what is taken: it adds up, and there is room for exactly what is left', () => {
  const used = fc.array(fc.nat({ max: 500 }), { minLength: GATE_SHARDS, maxLength: GATE_SHARDS });
  fc.assert(fc.property(used, fc.integer({ min: 1, max: 10_000 }), (taken, quota) => {
    const limits = quotaOver(quota, taken);
    expect(sum(limits)).toBe(quota);
    expect(Math.min(...limits)).toBeGreaterThanOrEqual(0);
    expect(sum(limits.map((limit, shard) => Math.max(0, limit - (taken[shard] ?? 0))))).toBe(Math.max(0, quota - sum(taken)));
  }));
});

test.each([['Europe/Berlin', true], ['Asia/Shanghai', true], ['UTC', true], ['Mars/Olympus', false], ['', false], ['x'.repeat(65), false], ['<b>', false]])('a tenant may keep the time of %s: %s', (timezone, may) => {
  expect(tenantDefaults.safeParse({ timezone }).success).toBe(may);
});

test.each<[unknown, string, boolean]>([
  ['open', 'anna@example.com', true], ['invitation', 'anna@example.com', false],
  [{ domains: ['Example.com'] }, 'anna@EXAMPLE.com', true], [{ domains: ['example.com'] }, 'anna@sub.example.com', false],
  [{ domains: ['bücher.example'] }, 'anna@xn--bcher-kva.example', true], [{ domains: ['xn--bcher-kva.example'] }, 'anna@BÜCHER.example', true],
  [{ domains: ['a.example', 'b.example'] }, 'anna@b.example', true], [{ domains: ['example.com'] }, '"anna@example.com"@evil.example', false],
])('the policy %j and the address %s: %s', (policy, address, expected) => {
  expect(letsIn(registrationPolicy.parse(policy), address)).toBe(expected);
});

test.each(['closed', '', { domains: [] }, { domains: ['no domain'] }, { domains: ['@example.com'] }, { domains: ['localhost'] }, { domains: ['example.com'], more: 1 }, null])('%j is no policy', (policy) => {
  expect(registrationPolicy.safeParse(policy).success).toBe(false);
});
