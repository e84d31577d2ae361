import { readBulkRetry, readQueuedRuns, type BulkRetry, type QueuedRun } from '../../adapters/bulk-retries.ts';
import { cursorFrom, cursorTo, MalformedCursor } from '../../adapters/cursor.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { bulkRetryResults, type BulkRetryResult } from '../../domain/bulk-retry.ts';
import type { Language } from '../../domain/language.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { detailOf } from './bulk-texts.ts';
import { getBulkRetry, type ResultView } from './routes.ts';

/** All are read for the totals, so the page is cut out of them. */
export const handler = endpoint(getBulkRetry, async ({ params: { id: batchId }, query: { limit = MAX_PAGE, cursor, ...query }, caller, origin }, { store }) => {
  const batch = await readBulkRetry(store, { tenantId: tenantOf(caller, query), batchId });
  if (!batch) throw new Problem('not-found');
  const runs = await readQueuedRuns(store, batch);
  const from = cursor === undefined ? 0 : positionIn(cursor);
  return { status: 200, body: {
    ...headOf(batch), totals: totalsOf(batch, runs), items: runs.slice(from, from + limit).map((run) => resultView(batch, run, origin.language)),
    ...(runs.length > from + limit && { cursor: cursorFrom({ from: String(from + limit) }) }),
  } };
}, () => ({ store: dynamodbStore() }));

function positionIn(cursor: string): number {
  const { from = '' } = cursorTo(cursor);
  if (!/^\d{1,4}$/.test(from)) throw new MalformedCursor();
  return Number(from);
}

const headOf = ({ batchId, status, count, perMinute, type, only, errorClass, reason, startedBy, startedAt, finishedAt, stoppedBy, stopReason, dueAt }: BulkRetry) => ({
  batchId, status, count, perMinute, reason, by: startedBy, startedAt, selected: { type, status: only, errorClass }, finishedAt, stoppedBy, stopReason, nextPortionAt: dueAt,
});

/** Whatever was not tried when all was stopped is tried no more. */
const resultOf = ({ status: ofBatch }: BulkRetry, { status }: QueuedRun): BulkRetryResult =>
  (ofBatch === 'STOPPED' && (status === 'QUEUED' || status === 'TAKEN') ? 'STOPPED' : status);

const totalsOf = (batch: BulkRetry, runs: readonly QueuedRun[]): Readonly<Record<string, number>> =>
  Object.fromEntries(bulkRetryResults.map((result) => [result, runs.filter((run) => resultOf(batch, run) === result).length]));

const resultView = (batch: BulkRetry, run: QueuedRun, language: Language): ResultView => ({
  runId: run.runId, type: run.type, result: resultOf(batch, run), at: run.settledAt ?? run.takenAt, detail: detailOf(run, language), errorClass: run.errorClass,
});
