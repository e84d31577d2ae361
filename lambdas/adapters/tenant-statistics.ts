import { createHash } from 'node:crypto';
import { STATISTICS_SHARDS } from '../domain/tenant.ts';
import { statisticsKey } from './identity.ts';
import type { Store, Write } from './store.ts';

const shardOf = (runId: string) => createHash('sha256').update(runId).digest().readUInt8(0) % STATISTICS_SHARDS;

/** How many users registered: added at the shard of this run, so that registrations side by side rarely meet. */
export const registrationsCounted = (tenantId: string, runId: string, by: 1 | -1): Write =>
  ({ table: 'identity', update: statisticsKey(tenantId, shardOf(runId)), add: { registrations: by } });

/** The sum over the shards. */
export async function readTenantStatistics(store: Store, tenantId: string): Promise<{ registrations: number }> {
  const shards = Array.from({ length: STATISTICS_SHARDS }, (_, shard) => ({ table: 'identity' as const, key: statisticsKey(tenantId, shard) }));
  const items = await store.getMany(shards);
  return { registrations: items.reduce((sum, item) => sum + Number(item?.['registrations'] ?? 0), 0) };
}
