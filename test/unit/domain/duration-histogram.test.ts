import * as fc from 'fast-check';
import { bucketOf, durationIn, percentile } from '../../../lambdas/domain/duration-histogram.ts';

const MONTH_MS = 30 * 86_400_000;
const durations = fc.array(fc.oneof(fc.nat(50), fc.nat(60_000), fc.nat(MONTH_MS)), { minLength: 1, maxLength: 200 });
const shares = fc.constantFrom(0.5, 0.95, 0.99, 1);

const counted = (all: readonly number[]): ReadonlyMap<number, number> =>
  all.reduce((buckets, each) => buckets.set(bucketOf(each), (buckets.get(bucketOf(each)) ?? 0) + 1), new Map<number, number>());
const exactly = (all: readonly number[], share: number): number => all.toSorted((one, other) => one - other)[Math.ceil(all.length * share) - 1] ?? NaN;

test('a percentile is within 5 % of the true one, and within half a millisecond of what is shorter than a few', () => {
  fc.assert(fc.property(durations, shares, (all, share) => {
    const truth = exactly(all, share);
    expect(Math.abs((percentile(counted(all), share) ?? NaN) - truth)).toBeLessThanOrEqual(truth * 0.05 + 0.5);
  }));
});

test('the middle of its bucket is within 5 % of every duration', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: MONTH_MS }), (duration) => {
    expect(Math.abs(durationIn(bucketOf(duration)) - duration)).toBeLessThanOrEqual(duration * 0.05);
  }));
});

test('what takes longer is never in an earlier bucket, and months need few buckets', () => {
  fc.assert(fc.property(fc.nat(MONTH_MS), fc.nat(MONTH_MS), (one, other) => {
    expect(Math.sign(bucketOf(one) - bucketOf(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
  }));
  expect(bucketOf(12 * MONTH_MS)).toBeLessThan(260);
});

test('of nothing there is no percentile', () => {
  expect(percentile(new Map(), 0.5)).toBeNull();
  expect(percentile(new Map([[7, 0]]), 0.99)).toBeNull();
});

test('of one duration all percentiles are the same', () => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(counted([1_000]), share));
  expect([p95, p99]).toEqual([p50, p50]);
  expect(Math.abs((p50 ?? NaN) - 1_000)).toBeLessThanOrEqual(50);
});

test('what took no time took no time', () => {
  expect(percentile(counted([0, 0, 0]), 0.99)).toBe(0);
});

test('one slow run in a hundred shows in the 99.9th and not in the 95th', () => {
  const buckets = counted([...Array.from({ length: 99 }, () => 100), 60_000]);
  expect(percentile(buckets, 0.95)).toBeLessThan(106);
  expect(percentile(buckets, 0.999)).toBeGreaterThan(57_000);
});
