import * as z from 'zod/mini';
import { audited } from '../adapters/audit.ts';
import { runLeftLying } from '../adapters/dead-letters.ts';
import { appended } from '../adapters/event-store.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readRun, readUndos, runMoved, undoGivenUp, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import type { Store } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import { workflowCompensated, workflowCompensationFailed } from '../domain/events/catalogue.ts';
import { occurrence, type DomainEvent } from '../domain/events/event.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { causeOf, subjectEvent, subjectOf, type RunContext } from '../kit/run-context.ts';
import { task } from '../kit/task.ts';
import { compensating } from '../kit/undo.ts';
import { reservedVersions } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';

const outcome = z.object({ step: z.string(), status: z.enum(['DONE', 'SKIPPED', 'FAILED']), error: z.optional(z.object({ name: z.string() })) });
type Outcome = z.infer<typeof outcome>;
const payload = z.object({ ...compensating.shape, undone: z.record(z.string(), outcome) });
type Recording = z.infer<typeof payload>;
type Ending = 'COMPENSATED' | 'COMPENSATION_FAILED';

/**
 * Last state of every compensation machine: how each undo really ended, in the ledger, in the audit and in the event; and with
 * everything undone, the process's own word for its failure.
 */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) =>
  task((event) => optimistically(() => record(store, payload.parse(event)))));

async function record(store: Store, recording: Recording): Promise<{ status: Ending }> {
  const { run, compensation: { attempt }, undone } = recording;
  const seen = await readRun(store, run.runId);
  if ((seen?.status === 'COMPENSATED' || seen?.status === 'COMPENSATION_FAILED') && seen.compensation === attempt) return { status: seen.status };
  if (seen?.status !== 'COMPENSATING' || seen.compensation !== attempt) throw new Fenced('this attempt of the compensation is over');
  const now = new Date();
  const records = await readUndos(store, run.runId);
  const outcomes = Object.values(undone).map((each) => trueOutcome(each, records));
  const failed = outcomes.filter(({ status }) => status === 'FAILED');
  const status: Ending = failed.length > 0 ? 'COMPENSATION_FAILED' : 'COMPENSATED';
  await store.transact([
    runMoved(seen, status, { finishedAt: now.toISOString() }),
    ...failed.map(({ step, error = { name: 'Unknown' } }) => undoGivenUp(run.runId, step, attempt, records.find((each) => each.step === step), error, now)),
    audited(subjectOf(run), {
      action: status === 'COMPENSATED' ? 'run.compensated' : 'run.compensation_failed', actor: 'system', correlationId: run.correlationId, runId: run.runId,
      outcomes: told(outcomes), now,
    }),
    ...failed.slice(0, 1).map(({ step, error }) => runLeftLying(seen, step, error?.name ?? 'Unknown', now)),
    ...eventsOf(seen, run, { status, attempt, outcomes: told(outcomes) }, now).map(appended),
  ]);
  return { status };
}

/** What turned out to be done after the machine gave it up stays done. */
const trueOutcome = (seen: Outcome, records: readonly StepRecord[]): Outcome =>
  (seen.status === 'FAILED' && records.some(({ step, status }) => step === seen.step && status === 'DONE') ? { step: seen.step, status: 'DONE' } : seen);

const told = (outcomes: readonly Outcome[]): Ended['outcomes'] => outcomes.map(({ step, status }) => ({ step, status }));

interface Ended { readonly status: Ending; readonly attempt: number; readonly outcomes: { readonly step: string; readonly status: Outcome['status'] }[] }

function eventsOf(seen: RunRecord, run: RunContext, { status, attempt, outcomes }: Ended, now: Date): readonly DomainEvent[] {
  const definition = status === 'COMPENSATED' ? workflowCompensated : workflowCompensationFailed;
  const ended = occurrence(definition, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run),
    { runId: run.runId, type: run.type, userId: run.subject, attempt, outcomes }, now);
  return [ended, ...(status === 'COMPENSATED' ? failureOf(run, now) : [])];
}

function failureOf(run: RunContext, now: Date): readonly DomainEvent[] {
  const workflow = workflowOf(run.type);
  const { failed } = workflow.publishes;
  return failed ? [subjectEvent(failed, run, reservedVersions(workflow).end, { userId: run.subject }, now)] : [];
}
