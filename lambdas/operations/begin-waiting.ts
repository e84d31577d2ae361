import { runResumed, runMoved } from '../adapters/run-transitions.ts';
import type { RunRecord } from '../adapters/run-ledger.ts';
import { ConditionFailed } from '../adapters/store.ts';
import { STARTED_WITHIN_MS, watchedFrom } from '../domain/reconciliation.ts';
import { workflowOf } from '../workflows/index.ts';
import { admissionOf, startedEvent } from './admission.ts';
import { resumeInput, type ResumePorts } from './resume-run.ts';

/**
 * A run that waited begins, if it may by now: its process is enabled again, or the deletion of its subject was cancelled. It is
 * pinned to what holds now. One that was superseded meanwhile ends.
 */
export async function beginWaiting(ports: ResumePorts, seen: RunRecord, now: Date): Promise<'begun' | 'superseded' | undefined> {
  const subject = { tenantId: seen.tenantId, userId: seen.subject };
  const admission = await admissionOf(ports.store, workflowOf(seen.type), { subject, eventVersion: seen.eventVersion, data: seen.data ?? {} });
  if (admission.status === 'WAITING') return undefined;
  const input = await resumeInput(ports.store, seen, seen.attempt + 1);
  const begun = admission.status === 'RUNNING' && input !== undefined;
  return ports.store.transact(begun
    ? [
      ...runResumed(seen, { ...admission.pinned, ...watchedFrom(now, STARTED_WITHIN_MS) }), ...admission.reserving,
      startedEvent({ ...seen, version: seen.version + 1 }, now),
    ]
    : runMoved(seen, 'FENCED', { finishedAt: now.toISOString(), reason: admission.status === 'FENCED' ? admission.reason : 'its event is no longer kept' }))
    .then(async () => {
      if (!begun) return 'superseded' as const;
      await ports.executions.startRun(seen.type, seen.runId, seen.attempt + 1, input);
      return 'begun' as const;
    }, (error: unknown) => {
      if (error instanceof ConditionFailed) return undefined;
      throw error;
    });
}
