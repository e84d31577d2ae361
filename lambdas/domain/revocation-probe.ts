import * as z from 'zod/mini';

/** What a probe of revocations saw from outside: milliseconds from the acknowledgement of each to the first request that was denied. */
export const probed = z.strictObject({
  denials: z.array(z.number().check(z.minimum(0), z.maximum(3_600_000))).check(z.minLength(1), z.maxLength(500), z.describe('Of each revocation: milliseconds from its answer to the first request that was denied')),
  /** Requests that began after the acknowledgement and were allowed all the same: there must be none. */
  allowedAfterwards: z.int().check(z.minimum(0), z.describe('How many requests began after the answer to a revocation and were allowed all the same: there must be none')),
});
export type Probed = z.infer<typeof probed>;

export interface RevocationLatency { readonly revocations: number; readonly p50: number; readonly p99: number; readonly allowedAfterwards: number }

const percentile = (ordered: readonly number[], share: number): number => ordered[Math.min(Math.ceil(ordered.length * share), ordered.length) - 1] ?? 0;

/** The sample is small, so the percentiles are values that were seen. */
export function latencyOf({ denials, allowedAfterwards }: Probed): RevocationLatency {
  const ordered = denials.toSorted((one, other) => one - other);
  return { revocations: ordered.length, p50: percentile(ordered, 0.5), p99: percentile(ordered, 0.99), allowedAfterwards };
}
