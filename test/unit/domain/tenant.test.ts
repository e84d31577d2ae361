import * as fc from 'fast-check';
import { GATE_SHARDS, letsIn, quotaShares, registrationPolicy } from '../../../lambdas/domain/tenant.ts';

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
