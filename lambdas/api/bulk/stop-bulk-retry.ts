import { audited } from '../../adapters/audit.ts';
import { bulkRetryStopped, readBulkRetry } from '../../adapters/bulk-retries.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { refuseIfChanged } from '../workflows/operated-run.ts';
import { stopBulkRetry } from './routes.ts';

export const handler = endpoint(stopBulkRetry, async ({ params: { id: batchId }, query, body: { reason }, caller, origin, now, commit }, { store }) => {
  const batch = await readBulkRetry(store, { tenantId: tenantOf(caller, query), batchId });
  if (!batch) throw new Problem('not-found');
  return commit([
    bulkRetryStopped(batch, { by: caller.userId, reason, now }),
    audited({ tenantId: batch.tenantId, userId: batchId }, { action: 'runs.bulk_retry_stopped', actor: caller.userId, correlationId: origin.requestId, reason, now }),
  ], { status: 202, body: { batchId, status: 'STOPPED' } }).catch(refuseIfChanged);
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
