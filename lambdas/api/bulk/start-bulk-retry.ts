import { audited } from '../../adapters/audit.ts';
import { bulkRetryPrepared, bulkRetryStarted, runQueued, type BulkRetry } from '../../adapters/bulk-retries.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { retryableRuns, type RetryableRun } from '../../adapters/retryable-runs.ts';
import type { Store } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { MOST_IN_A_BULK, newBulkRetryId } from '../../domain/bulk-retry.ts';
import type { Language } from '../../domain/language.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { consoleUrl } from '../../kit/mail-settings.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { workflowOf } from '../../workflows/index.ts';
import { MAX_PAGE } from '../fields.ts';
import { causeOf } from '../workflows/run-texts.ts';
import { startBulkRetry } from './routes.ts';

type Request = RequestOf<typeof startBulkRetry>;

export const handler = endpoint(startBulkRetry, async (request, { store }) => {
  const { body, query, caller, origin } = request;
  const tenantId = tenantOf(caller, query);
  const { found, more } = await retryableRuns(store, tenantId, body, MOST_IN_A_BULK);
  const inOrder = found.toSorted((one, other) => urgencyOf(one) - urgencyOf(other));
  return body.dryRun
    ? { status: 200, body: { count: found.length, more, items: inOrder.slice(0, MAX_PAGE).map((each) => previewOf(each, origin.language)) } }
    : begin(store, request, { tenantId, found: inOrder, more });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

const urgency = { high: 0, medium: 1, low: 2 } as const;
const urgencyOf = ({ run }: RetryableRun): number => urgency[workflowOf(run.type).config.priority];

const previewOf = ({ run, letter: { step, errorClass } }: RetryableRun, language: Language) => ({
  runId: run.runId, type: run.type, status: run.status, subject: run.subject, startedAt: run.startedAt,
  cause: causeOf({ ...run, failedStep: step, errorClass }, language), ...(step && { step }), ...(errorClass && { errorClass }),
});

const IN_ONE_TRANSACTION = 100;

/** Piece by piece, and begun with the last: whoever dies in between has begun nothing, and what he wrote is forgotten in time. */
async function begin(store: Store, { body: { perMinute, reason, type, status, errorClass }, query, caller, origin, now, commit }: Request, { tenantId, found, more }: { readonly tenantId: string; readonly found: readonly RetryableRun[]; readonly more: boolean }) {
  const batch: Omit<BulkRetry, 'status'> = {
    batchId: newBulkRetryId(), tenantId, count: found.length, perMinute, reason, startedBy: caller.userId, startedAt: now.toISOString(),
    ...(type && { type }), ...(status && { only: status }), ...(errorClass && { errorClass }),
  };
  await store.transact([bulkRetryPrepared(batch)]);
  const queued = found.map(({ run }, position) => runQueued(batch, { position, runId: run.runId, type: run.type, version: run.version }));
  for (let from = 0; from < queued.length; from += IN_ONE_TRANSACTION) await store.transact(queued.slice(from, from + IN_ONE_TRANSACTION));
  const named = query.tenant === undefined ? '' : `?tenant=${query.tenant}`;
  return commit([
    bulkRetryStarted(batch, now),
    audited({ tenantId, userId: batch.batchId }, { action: 'runs.bulk_retry_started', actor: caller.userId, correlationId: origin.requestId, reason, now }),
  ], { status: 202, body: { batchId: batch.batchId, count: batch.count, more, statusUrl: `${consoleUrl()}api/workflows/bulk-retries/${batch.batchId}${named}` } });
}
