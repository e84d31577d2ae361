import * as z from 'zod/mini';
import { runLeftLying } from '../adapters/dead-letters.ts';
import { appended } from '../adapters/event-store.ts';
import { readSteps, runMoved, stepVoided, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import type { Store, Write } from '../adapters/store.ts';
import { workflowFailed } from '../domain/events/catalogue.ts';
import { occurrence } from '../domain/events/event.ts';
import { givenUp, notDoneAmong, outcomes, settle, type Outcome } from '../kit/closing.ts';
import { causeOf, runContext, type RunContext } from '../kit/run-context.ts';
import { stepsOf } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';

/** What a machine tells when a required step failed for good, or when something else stopped it. */
export const failurePayload = z.object({ run: runContext, outcomes: z.optional(outcomes), error: z.optional(z.object({ Error: z.string() })) });
export type Failure = z.infer<typeof failurePayload>;

/**
 * Leaves RUNNING: the run's new status, the verdict on its steps and `workflow.failed` in one transaction. On the way to
 * compensation every step is voided in the same stroke, so that a late effect loses against the undo that follows. The dead
 * letter stands in either case: a person should see why, also where nothing is left to do.
 */
export async function leaveRunning(store: Store, seen: RunRecord, { run, outcomes: all = {}, error }: Failure, to: 'PARKED' | 'COMPENSATING'): Promise<void> {
  const now = new Date();
  const failed = notDoneAmong(all);
  const records = await readSteps(store, run.runId);
  const cause = decisiveCause(run, failed, error?.Error);
  await store.transact([
    runMoved(seen, to, { ...cause, reason: 'a required step failed for good', ...(to === 'COMPENSATING' && { compensation: 1 }) }),
    ...(to === 'COMPENSATING' ? voided(run, failed, records, now) : givenUp(run, failed, records, 'FAILED', now)),
    runLeftLying(seen, cause.failedStep, cause.errorClass, now),
    appended(occurrence(workflowFailed, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run), {
      runId: run.runId, type: run.type, userId: run.subject, failureType: workflowOf(run.type).failureType, ...cause, stepsBegun: records.map(({ step }) => step),
    }, now)),
  ]);
}

/** A run that was closed before is not undone because something that was parked failed again: what is not done is parked anew. */
export async function parkAnew(store: Store, seen: RunRecord, { run, error }: Failure): Promise<'COMPLETED' | 'COMPLETED_WITH_WARNINGS'> {
  const left = (await readSteps(store, run.runId)).filter(({ status }) => status !== 'DONE' && status !== 'SKIPPED');
  return settle(store, seen, run, left.map((record) => ({ step: record.step, status: 'PARKED', error: record.error ?? { name: error?.Error ?? 'Unknown' } })), { writes: [], events: [] });
}

/** The first required step that failed; without one it was the machine itself, its closing included. */
function decisiveCause(run: RunContext, failed: readonly Outcome[], machineError: string | undefined): { failedStep: string; errorClass: string } {
  const required = new Set(stepsOf(workflowOf(run.type)).filter(({ criticality }) => criticality === 'required').map(({ step }) => step));
  const decisive = failed.find(({ step, status }) => status === 'FAILED' && required.has(step));
  return { failedStep: decisive?.step ?? 'Machine', errorClass: decisive?.error?.name ?? machineError ?? 'Unknown' };
}

const voided = (run: RunContext, failed: readonly Outcome[], records: readonly StepRecord[], now: Date): readonly Write[] => stepsOf(workflowOf(run.type)).map(({ step }) => {
  const record = records.find((each) => each.step === step);
  const outcome = record?.status === 'DONE' ? undefined : failed.find((each) => each.step === step);
  return stepVoided(run.runId, step, 'compensation', record, outcome && (outcome.error ?? { name: 'Unknown' }), now);
});
