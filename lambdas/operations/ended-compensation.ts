import * as z from 'zod/mini';
import { audited } from '../adapters/audit.ts';
import { runLeftLying } from '../adapters/dead-letters.ts';
import { appended } from '../adapters/event-store.ts';
import { readSteps, readUndos, undoGivenUp, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import { runMoved } from '../adapters/run-transitions.ts';
import type { Store } from '../adapters/store.ts';
import { workflowCompensated, workflowCompensationFailed } from '../domain/events/catalogue.ts';
import { occurrence, type DomainEvent } from '../domain/events/event.ts';
import { countRunMoved } from '../kit/metrics.ts';
import { causeOf, contextFrom, subjectEvent, subjectOf } from '../kit/run-context.ts';
import { compensationOf, reservedVersions, stepsOf, type WorkflowDeclaration } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';

export const undoOutcome = z.object({ step: z.string(), status: z.enum(['DONE', 'SKIPPED', 'FAILED']), error: z.optional(z.object({ name: z.string() })) });
export type UndoOutcome = z.infer<typeof undoOutcome>;
type Ending = 'COMPENSATED' | 'COMPENSATION_FAILED' | 'CANCELLED';

/**
 * The end of an attempt of a compensation, in the ledger, in the audit and in the event: how each undo really ended; and with
 * everything undone, the process's own word for its failure. What an operator had stopped is cancelled.
 */
export async function compensationEnded(store: Store, seen: RunRecord, records: readonly StepRecord[], outcomes: readonly UndoOutcome[]): Promise<Ending> {
  const now = new Date();
  const run = contextFrom(seen);
  const { compensation: attempt = 1 } = seen;
  const failed = outcomes.filter(({ status }) => status === 'FAILED');
  const status: Ending = failed.length > 0 ? 'COMPENSATION_FAILED' : seen.stoppedBy === undefined ? 'COMPENSATED' : 'CANCELLED';
  const told = outcomes.map(({ step, status: how }) => ({ step, status: how }));
  await store.transact([
    ...runMoved(seen, status, { finishedAt: now.toISOString() }),
    ...failed.map(({ step, error = { name: 'Unknown' } }) => undoGivenUp(run.runId, step, attempt, records.find((each) => each.step === step), error, now)),
    audited(subjectOf(run), {
      action: failed.length > 0 ? 'run.compensation_failed' : 'run.compensated', actor: 'system', correlationId: run.correlationId, runId: run.runId, outcomes: told, now,
    }),
    ...failed.slice(0, 1).map(({ step, error }) => runLeftLying(seen, step, error?.name ?? 'Unknown', now)),
    ...eventsOf(seen, { failed: failed.length > 0, attempt, outcomes: told }, now).map(appended),
  ]);
  countRunMoved({ type: seen.type, to: status });
  return status;
}

/**
 * Its execution is gone and told nothing. What is not known to be done counts as failed, so that a person may try it again or
 * answer for it; where everything is known to be done, only the telling was missing.
 */
export async function compensationGivenUp(store: Store, seen: RunRecord): Promise<Ending> {
  const [steps, undos] = await Promise.all([readSteps(store, seen.runId), readUndos(store, seen.runId)]);
  const workflow = workflowOf(seen.type);
  const outcomes = compensationOf(workflow).map(({ step }): UndoOutcome => {
    const status = undos.find((each) => each.step === step)?.status;
    if (status === 'DONE' || status === 'SKIPPED') return { step, status };
    return needsUndoing(step, workflow, steps) ? { step, status: 'FAILED', error: { name: 'CompensationDied' } } : { step, status: 'SKIPPED' };
  });
  return compensationEnded(store, seen, undos, outcomes);
}

/** What follows the undos always is; an undo where its step was begun. */
function needsUndoing(undo: string, workflow: WorkflowDeclaration, steps: readonly StepRecord[]): boolean {
  const undone = stepsOf(workflow).find(({ compensation }) => 'step' in compensation && compensation.step === undo);
  return undone === undefined || steps.some(({ step, attempts }) => step === undone.step && attempts !== undefined);
}

interface Ended { readonly failed: boolean; readonly attempt: number; readonly outcomes: { readonly step: string; readonly status: UndoOutcome['status'] }[] }

function eventsOf(seen: RunRecord, { failed, attempt, outcomes }: Ended, now: Date): readonly DomainEvent[] {
  const run = contextFrom(seen);
  const ended = occurrence(failed ? workflowCompensationFailed : workflowCompensated, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run),
    { runId: run.runId, type: run.type, userId: run.subject, attempt, outcomes }, now);
  const workflow = workflowOf(run.type);
  const { failed: word } = workflow.publishes;
  return [ended, ...(word && !failed ? [subjectEvent(word, run, reservedVersions(workflow).end, { userId: run.subject }, now)] : [])];
}
