import * as z from 'zod/mini';
import type { RevocationLatency } from '../domain/revocation-probe.ts';
import { PLATFORM } from '../domain/tenant.ts';
import type { Key, Store, Write } from './store.ts';

/** The latest probe alone: it says how things are, and the log of the commands says how they were. */
const probeKey: Key = { pk: `TENANT#${PLATFORM}#PROBES`, sk: 'REVOCATION' };
const probeItem = z.object({ revocations: z.number(), p50: z.number(), p99: z.number(), allowedAfterwards: z.number(), measuredAt: z.string() });
export type LatestProbe = z.infer<typeof probeItem>;

export const probeKept = (latency: RevocationLatency, now: Date): Write => ({ table: 'ledger', put: { ...probeKey, ...latency, measuredAt: now.toISOString() } });

export async function readLatestProbe(store: Store): Promise<LatestProbe | undefined> {
  const item = await store.get('ledger', probeKey);
  return item && probeItem.parse(item);
}
