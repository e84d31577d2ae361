import type { Write } from '../../../lambdas/adapters/store.ts';
import { readTenantStatistics, registrationsCounted } from '../../../lambdas/adapters/tenant-statistics.ts';
import { STATISTICS_SHARDS } from '../../../lambdas/domain/tenant.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const runs = Array.from({ length: 200 }, (_, n) => `user_registration-${n}`);
const shard = (write: Write): string => ('update' in write ? write.update.pk : '');

test('registrations side by side meet at few items: they are spread over all shards', () => {
  expect(new Set(runs.map((run) => shard(registrationsCounted('demo', run, 1)))).size).toBe(STATISTICS_SHARDS);
});

test('what a run has counted, the same run takes back at the same place', () => {
  for (const run of runs) expect(shard(registrationsCounted('demo', run, -1))).toBe(shard(registrationsCounted('demo', run, 1)));
});

test('the sum is exact, tenant by tenant, and zero where nobody ever registered', async () => {
  const store = new MemoryTables().store();
  await Promise.all(runs.map((run) => store.transact([registrationsCounted('demo', run, 1)])));
  await store.transact([registrationsCounted('demo', 'user_registration-7', -1)]);
  expect(await readTenantStatistics(store, 'demo')).toEqual({ registrations: 199 });
  expect(await readTenantStatistics(store, 'other')).toEqual({ registrations: 0 });
});
