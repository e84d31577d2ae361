/**
 * Durations, counted in buckets that widen with what they hold: each reaches a tenth further than it begins, so the middle of one is
 * within 5 % of everything in it, from milliseconds to months. Counts of buckets add up where percentiles do not.
 */
const GROWTH = 1.1;

/** Bucket 0 holds what took no time; bucket n holds from 1.1^(n-1) ms to below 1.1^n ms. */
export const bucketOf = (milliseconds: number): number => (milliseconds < 1 ? 0 : 1 + Math.floor(Math.log(milliseconds) / Math.log(GROWTH)));

/** The geometric middle of the bucket. */
export const durationIn = (bucket: number): number => (bucket === 0 ? 0 : GROWTH ** (bucket - 0.5));

/** The smallest duration that this share of all does not exceed (nearest rank), in whole milliseconds; null where nothing was counted. */
export function percentile(buckets: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...buckets.values()].reduce((sum, count) => sum + count, 0);
  let rank = Math.ceil(total * share);
  for (const [bucket, count] of [...buckets].toSorted(([one], [other]) => one - other)) {
    rank -= count;
    if (rank <= 0 && count > 0) return Math.round(durationIn(bucket));
  }
  return null;
}
