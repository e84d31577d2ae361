import * as z from 'zod/mini';
import { runLeftLying } from '../adapters/dead-letters.ts';
import { appended } from '../adapters/event-store.ts';
import { readSteps, stepVoided, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import { runMoved, type About } from '../adapters/run-transitions.ts';
import type { Key, Store, Write } from '../adapters/store.ts';
import { workflowFailed, workflowTimedOut } from '../domain/events/catalogue.ts';
import { occurrence, type Aggregate } from '../domain/events/event.ts';
import { watchedFrom } from '../domain/reconciliation.ts';
import { folded, givenUp, notDoneAmong, settle } from '../kit/closing.ts';
import { countRunMoved } from '../kit/metrics.ts';
import { outcomes, type Outcome } from '../kit/outcome.ts';
import { causeOf, contextFrom, runContext, type RunContext } from '../kit/run-context.ts';
import { compensationLimitMs } from '../kit/time-limits.ts';
import { stepsOf, type WorkflowDeclaration } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';
import { deletionHalted } from './halted-deletion.ts';

/** What a machine tells when a required step failed for good, or when something else stopped it. */
export const failurePayload = z.object({ run: runContext, outcomes: z.optional(outcomes), error: z.optional(z.object({ Error: z.string() })) });
export type Failure = z.infer<typeof failurePayload>;

/** An operator wants it to end, and says why in the audit. */
export interface Stopping { readonly by: string; readonly noted: Key }

/**
 * Leaves RUNNING, or goes on from TIMED_OUT: the run's new status, the verdict on its steps and `workflow.failed` in one
 * transaction. On the way to compensation every step is voided in the same stroke, so that a late effect loses against the undo
 * that follows. The dead letter stands in either case, unless somebody wanted it undone: a person should see why.
 */
export async function leaveRunning(store: Store, seen: RunRecord, failure: Failure, to: 'PARKED' | 'COMPENSATING', stopping?: Stopping): Promise<void> {
  await store.transact(await leavingRunning(store, seen, failure, to, stopping));
  countRunMoved({ type: seen.type, to });
}

export async function leavingRunning(store: Store, seen: RunRecord, { run, outcomes: all = {}, error }: Failure, to: 'PARKED' | 'COMPENSATING', stopping?: Stopping): Promise<readonly Write[]> {
  const now = new Date();
  const failed = notDoneAmong(all);
  const records = await readSteps(store, run.runId);
  const told = seen.status === 'TIMED_OUT';
  const cause = told ? { failedStep: seen.failedStep ?? 'Machine', errorClass: seen.errorClass ?? 'Unknown' } : decisiveCause(run, failed, error?.Error);
  const voids = to === 'COMPENSATING' || stopping !== undefined;
  return [
    ...runMoved(seen, to, {
      ...cause, ...(stopping ? { stoppedBy: stopping.by, noted: stopping.noted } : { reason: 'a required step failed for good' }),
      ...(to === 'COMPENSATING' && compensationBegun(workflowOf(run.type), 1, now)), ...folded(seen, records, failed, 'FAILED'),
    }),
    ...(voids ? voided(run, failed, records, stopping ? 'stopped' : 'compensation', now) : givenUp(run, failed, records, 'FAILED', now)),
    ...(to === 'PARKED' ? await deletionHalted(store, seen, { failedStep: cause.failedStep, steps: records }, now) : []),
    ...(stopping && to === 'COMPENSATING' ? [] : [runLeftLying(seen, cause.failedStep, cause.errorClass, now)]),
    ...(told ? [] : [failedEvent(seen, run, cause, records, 1, now)]),
  ];
}

/** An attempt of the compensation, and how long it may take. */
export const compensationBegun = (workflow: WorkflowDeclaration, attempt: number, now: Date): Pick<About, 'compensation' | 'deadlineAt' | 'dueAt'> =>
  ({ compensation: attempt, ...watchedFrom(now, compensationLimitMs(workflow)) });

/** Why the reconciler ends a run: nobody else has. */
export type TimedOutBecause = 'DeadlinePassed' | 'ExecutionEnded';

/** From here on the run is the reconciler's: whoever still works for its execution finds it ended. */
export async function timeOut(store: Store, seen: RunRecord, errorClass: TimedOutBecause): Promise<void> {
  const now = new Date();
  const run = contextFrom(seen);
  const records = await readSteps(store, seen.runId);
  const cause = { failedStep: records.find(({ status }) => status === 'STARTED')?.step ?? 'Machine', errorClass };
  const ids = { runId: run.runId, type: run.type, userId: run.subject };
  await store.transact([
    ...runMoved(seen, 'TIMED_OUT', { ...cause, dueAt: now.toISOString(), events: 2, ...folded(seen, records) }),
    appended(occurrence(workflowTimedOut, aggregateOf(seen, 1), causeOf(run), { ...ids, ...cause }, now)),
    failedEvent(seen, run, cause, records, 2, now),
  ]);
  countRunMoved({ type: seen.type, to: 'TIMED_OUT' });
}

/** A run that was closed before is not undone because something that was parked failed again: what is not done is parked anew. */
export async function parkAnew(store: Store, seen: RunRecord, { run, error }: Failure): Promise<'COMPLETED' | 'COMPLETED_WITH_WARNINGS'> {
  const left = (await readSteps(store, run.runId)).filter(({ status }) => status !== 'DONE' && status !== 'SKIPPED');
  return settle(store, seen, run, left.map((record) => ({ step: record.step, status: 'PARKED', error: record.error ?? { name: error?.Error ?? 'Unknown' } })), { writes: [], events: [] });
}

interface DecisiveCause { readonly failedStep: string; readonly errorClass: string }

/** The first required step that failed; without one it was the machine itself, its closing included. */
function decisiveCause(run: RunContext, failed: readonly Outcome[], machineError: string | undefined): DecisiveCause {
  const required = new Set(stepsOf(workflowOf(run.type)).filter(({ criticality }) => criticality === 'required').map(({ step }) => step));
  const decisive = failed.find(({ step, status }) => status === 'FAILED' && required.has(step));
  return { failedStep: decisive?.step ?? 'Machine', errorClass: decisive?.error?.name ?? machineError ?? 'Unknown' };
}

const aggregateOf = (seen: RunRecord, further: number): Aggregate => ({ tenantId: seen.tenantId, aggregateId: seen.runId, aggregateVersion: seen.version + further });

const failedEvent = (seen: RunRecord, run: RunContext, cause: DecisiveCause, records: readonly StepRecord[], further: number, now: Date): Write =>
  appended(occurrence(workflowFailed, aggregateOf(seen, further), causeOf(run), {
    runId: run.runId, type: run.type, userId: run.subject, failureType: workflowOf(run.type).failureType, ...cause, stepsBegun: records.filter(({ attempts }) => attempts).map(({ step }) => step),
  }, now));

const voided = (run: RunContext, failed: readonly Outcome[], records: readonly StepRecord[], reason: string, now: Date): readonly Write[] => stepsOf(workflowOf(run.type)).map(({ step }) => {
  const record = records.find((each) => each.step === step);
  const outcome = record?.status === 'DONE' ? undefined : failed.find((each) => each.step === step);
  return stepVoided(run.runId, step, reason, record, outcome && (outcome.error ?? { name: 'Unknown' }), now);
});
