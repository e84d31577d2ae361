import {
  bulkRetryEnded, dueBulkRetries, portionClaimed, readQueuedRuns, runSettled, runTaken, stillGoingOn, type BulkRetry, type QueuedRun, type Settled,
} from '../adapters/bulk-retries.ts';
import type { DeadLetterQueues } from '../adapters/dead-letter-queues.ts';
import { readRun } from '../adapters/run-ledger.ts';
import { ConditionFailed, won } from '../adapters/store.ts';
import { TAKEN_AT_MOST_MS } from '../domain/bulk-retry.ts';
import { Fenced } from '../domain/errors.ts';
import { log, safeError } from '../kit/log.ts';
import { workflowOf } from '../workflows/index.ts';
import { takeUpAgain, type ResumePorts } from './resume-run.ts';

export interface BulkRetryPorts extends ResumePorts { readonly queues: Pick<DeadLetterQueues, 'silence'> }

/** Whoever calls has other things to do; what is left comes with the next portion. */
const WORKED_FOR_MS = 5_000;

/**
 * Every minute: the next portion of each bulk retry that is due. A run is taken first; then its retry and what is noted of it are
 * one transaction, which names the run as it was selected and that nobody has stopped the whole. So a run that is still taken
 * was not retried, and whoever finds it taken too long ago takes it again.
 * @returns how many runs were dealt with
 */
export async function workOffBatches(ports: BulkRetryPorts, now: Date, withinMs = WORKED_FOR_MS): Promise<number> {
  const until = Date.now() + withinMs;
  let dealtWith = 0;
  for (const batch of await dueBulkRetries(ports.store, now))
    if (Date.now() < until && await won(ports.store.update(portionClaimed(batch, now)))) dealtWith += await nextPortion(ports, batch, now, until);
  return dealtWith;
}

async function nextPortion(ports: BulkRetryPorts, batch: BulkRetry, now: Date, until: number): Promise<number> {
  const open = (await readQueuedRuns(ports.store, batch)).filter(({ status }) => status === 'QUEUED' || status === 'TAKEN');
  const takenUp: QueuedRun[] = [];
  let settled = 0;
  for (const run of open.filter((each) => mayBeTaken(each, now)).slice(0, batch.perMinute)) {
    if (settled > 0 && Date.now() >= until) break;
    const result = await deal(ports, batch, run);
    if (result) settled += 1;
    if (result?.status === 'RETRIED') takenUp.push(run);
  }
  await silenced(ports.queues, takenUp);
  if (settled === open.length) await won(ports.store.update(bulkRetryEnded(batch, new Date())));
  return settled;
}

const mayBeTaken = ({ status, takenAt = '' }: QueuedRun, now: Date): boolean =>
  status === 'QUEUED' || Date.parse(takenAt) <= now.getTime() - TAKEN_AT_MOST_MS;

/** Undefined where somebody else has it, or all was stopped. */
async function deal(ports: BulkRetryPorts, batch: BulkRetry, seen: QueuedRun): Promise<Settled | undefined> {
  const takenAt = new Date();
  if (!(await won(ports.store.update(runTaken(batch, seen, takenAt))))) return undefined;
  const taken: QueuedRun = { ...seen, status: 'TAKEN', takenAt: takenAt.toISOString() };
  const result = await retried(ports, batch, taken).catch((error: unknown): Settled | undefined => {
    if (error instanceof Fenced) return undefined;
    if (error instanceof ConditionFailed) return { status: 'NOT_POSSIBLE', obstacle: 'changed' };
    log.error('a run of a bulk retry could not be taken up', { runId: seen.runId, type: seen.type, error: safeError(error) });
    return { status: 'FAILED', errorClass: safeError(error).name };
  });
  const noted = result?.status === 'RETRIED' || (result && await won(ports.store.update(runSettled(batch, taken, result, new Date()))));
  return noted ? result : undefined;
}

async function retried({ store, executions }: BulkRetryPorts, batch: BulkRetry, taken: QueuedRun): Promise<Settled> {
  const run = await readRun(store, taken.runId);
  if (run?.version !== taken.version) return { status: 'NOT_POSSIBLE', obstacle: run ? 'changed' : 'gone' };
  const now = new Date();
  const own = [runSettled(batch, taken, { status: 'RETRIED' }, now), stillGoingOn(batch)];
  const taking = { resolution: 'retried', by: batch.startedBy, now, correlationId: batch.batchId, reason: batch.reason } as const;
  let committed = false;
  const done = await takeUpAgain({ store, executions }, run, taking, async (_, writes) => {
    const all = [...writes, ...own];
    await store.transact(all).catch((error: unknown) => {
      throw error instanceof ConditionFailed && error.concerns(all, ...own) ? new Fenced('stopped, or taken by another') : error;
    });
    committed = true;
    return true;
  }).catch((error: unknown) => {
    if (!committed) throw error;
    // Decided and noted: the reconciler starts the machine.
    log.warn('a run of a bulk retry was taken up and not started', { runId: run.runId, type: run.type, error: safeError(error) });
    return true;
  });
  return done ? { status: 'RETRIED' } : { status: 'NOT_POSSIBLE', obstacle: 'nothing left' };
}

/** What was taken up should not go on ringing; it stands whether or not its message can be found. */
async function silenced(queues: BulkRetryPorts['queues'], runs: readonly QueuedRun[]): Promise<void> {
  for (const [queue, ofQueue] of Map.groupBy(runs, ({ type }) => workflowOf(type).config.deadLetterQueue))
    await queues.silence(queue, ...ofQueue.map(({ runId }) => runId)).catch((error: unknown) =>
      log.warn('dead letters of a bulk retry stay in their queue', { count: ofQueue.length, error: safeError(error) }));
}
