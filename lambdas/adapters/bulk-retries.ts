import * as z from 'zod/mini';
import { bulkRetryResults, bulkRetryStatuses, nextPortionAt, obstacles, retryable, type BulkRetryResult, type Obstacle } from '../domain/bulk-retry.ts';
import { allPages } from './pages.ts';
import { allOf, asRead, equal, whenAbsent, type Item, type Key, type Store, type Write } from './store.ts';
import { watchIndex } from './watch.ts';

/**
 * Runs that are taken up again in bulk: one header, and one item for every run, written before anything is tried. The header
 * carries a mark, by which whoever works it off finds it while it is under way and no longer.
 */
const bulkRetry = z.object({
  batchId: z.string(), tenantId: z.string(), status: z.enum(bulkRetryStatuses), count: z.number(), perMinute: z.number(),
  type: z.optional(z.string()), only: z.optional(z.enum(retryable)), errorClass: z.optional(z.string()),
  reason: z.string(), startedBy: z.string(), startedAt: z.string(), finishedAt: z.optional(z.string()),
  stoppedBy: z.optional(z.string()), stopReason: z.optional(z.string()), dueAt: z.optional(z.string()),
});
export type BulkRetry = z.infer<typeof bulkRetry>;

const queuedRun = z.object({
  position: z.number(), runId: z.string(), type: z.string(),
  /** As it was selected: a run that has moved since is another matter. */
  version: z.number(),
  status: z.enum(bulkRetryResults), takenAt: z.optional(z.string()), settledAt: z.optional(z.string()),
  obstacle: z.optional(z.enum(obstacles)), errorClass: z.optional(z.string()),
});
export type QueuedRun = z.infer<typeof queuedRun>;
type Named = Pick<BulkRetry, 'tenantId' | 'batchId'>;

const KEPT_DAYS = 90;
const WATCHED = 'batches';
const AT_ONCE = 10;

const partition = ({ tenantId, batchId }: Named): string => `TENANT#${tenantId}#BATCH#${batchId}`;
const headerKey = (batch: Named): Key => ({ pk: partition(batch), sk: 'BATCH' });
const runKeyOf = (batch: Named, position: number): Key => ({ pk: partition(batch), sk: `ITEM#${String(position).padStart(4, '0')}` });
const forgotten = ({ startedAt }: Pick<BulkRetry, 'startedAt'>): number => Math.floor(Date.parse(startedAt) / 1000) + KEPT_DAYS * 86_400;

export const bulkRetryPrepared = (batch: Omit<BulkRetry, 'status'>): Write => ({
  table: 'ledger', put: { ...headerKey(batch), ...batch, status: 'PREPARING', expiresAt: forgotten(batch) }, if: whenAbsent,
});

export const runQueued = (batch: Named & Pick<BulkRetry, 'startedAt'>, run: Pick<QueuedRun, 'position' | 'runId' | 'type' | 'version'>): Write => ({
  table: 'ledger', put: { ...runKeyOf(batch, run.position), ...run, status: 'QUEUED', expiresAt: forgotten(batch) },
});

/** All of it is written: from here on it is worked off. */
export const bulkRetryStarted = (batch: Named, now: Date): Write => ({
  table: 'ledger', update: headerKey(batch), set: { status: 'RUNNING', watchShard: WATCHED, dueAt: now.toISOString() }, if: equal('status', 'PREPARING'),
});

/** Whoever wins this works off one portion; nobody else comes for the next before it is due. */
export const portionClaimed = (seen: BulkRetry, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: headerKey(seen), set: { dueAt: nextPortionAt(now) }, if: allOf(equal('status', 'RUNNING'), asRead('dueAt', seen.dueAt)),
});

export const bulkRetryEnded = (batch: Named, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: headerKey(batch), set: { status: 'DONE', finishedAt: now.toISOString() }, remove: ['watchShard', 'dueAt'], if: equal('status', 'RUNNING'),
});

export const bulkRetryStopped = (batch: Named, { by, reason, now }: { readonly by: string; readonly reason: string; readonly now: Date }): Write => ({
  table: 'ledger', update: headerKey(batch),
  set: { status: 'STOPPED', stoppedBy: by, stopReason: reason, finishedAt: now.toISOString() }, remove: ['watchShard', 'dueAt'], if: equal('status', 'RUNNING'),
});

/** Part of every retry: once it was answered that all is stopped, nothing is tried any more. */
export const stillGoingOn = (batch: Named): Write => ({ table: 'ledger', check: headerKey(batch), if: equal('status', 'RUNNING') });

export const runTaken = (batch: Named, seen: QueuedRun, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: runKeyOf(batch, seen.position), set: { status: 'TAKEN', takenAt: now.toISOString() },
  if: allOf(equal('status', seen.status), asRead('takenAt', seen.takenAt)),
});

export interface Settled { readonly status: Extract<BulkRetryResult, 'RETRIED' | 'NOT_POSSIBLE' | 'FAILED'>; readonly obstacle?: Obstacle; readonly errorClass?: string }
/** By whoever has taken it, and nobody after him. */
export const runSettled = (batch: Named, taken: QueuedRun, result: Settled, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: runKeyOf(batch, taken.position), set: { ...result, settledAt: now.toISOString() },
  if: allOf(equal('status', 'TAKEN'), asRead('takenAt', taken.takenAt)),
});

export async function readBulkRetry(store: Store, batch: Named): Promise<BulkRetry | undefined> {
  const item = await store.get('ledger', headerKey(batch));
  return item && bulkRetry.parse(item);
}

export const parseQueuedRun = (item: Item): QueuedRun => queuedRun.parse(item);

/** All of them, in their order. */
export const readQueuedRuns = async (store: Store, batch: Named): Promise<readonly QueuedRun[]> =>
  (await allPages((from) => store.query({ table: 'ledger', pk: partition(batch), skBeginsWith: 'ITEM#', ...from }))).map(parseQueuedRun);

/** Those whose next portion is due, longest first. */
export async function dueBulkRetries(store: Store, now: Date): Promise<readonly BulkRetry[]> {
  const { items } = await store.query({ table: 'ledger', index: watchIndex, pk: WATCHED, skAtMost: now.toISOString(), limit: AT_ONCE });
  const headers = await Promise.all(items.map(({ pk, sk }) => store.get('ledger', { pk, sk })));
  return headers.flatMap((item) => (item ? [bulkRetry.parse(item)] : []));
}
