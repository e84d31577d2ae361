import * as z from 'zod/mini';
import { appended } from '../adapters/event-store.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readRun, readSteps, runMoved, type RunRecord } from '../adapters/run-ledger.ts';
import type { Store } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import { workflowFailed } from '../domain/events/catalogue.ts';
import { occurrence, type DomainEvent } from '../domain/events/event.ts';
import { failedAmong, givenUp, outcomes } from '../kit/closing.ts';
import { optimistically } from '../kit/optimistic.ts';
import { causeOf, runContext, type RunContext } from '../kit/run-context.ts';
import { bindable } from '../kit/bindable.ts';
import { task } from '../kit/task.ts';
import { stepsOf } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';

const payload = z.object({ run: runContext, outcomes: z.optional(outcomes), error: z.optional(z.object({ Error: z.string() })) });

/** A required step failed for good: the run waits for a person, and `workflow.failed` says so. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) =>
  task((event) => optimistically(() => park(store, payload.parse(event)))));

async function park(store: Store, { run, outcomes: all = {}, error }: z.infer<typeof payload>): Promise<{ status: 'PARKED' }> {
  const seen = await readRun(store, run.runId);
  const required = new Set(stepsOf(workflowOf(run.type)).filter(({ criticality }) => criticality === 'required').map(({ step }) => step));
  const failed = failedAmong(all);
  const decisive = failed.find(({ step }) => required.has(step));
  const cause = { failedStep: decisive?.step ?? 'Machine', errorClass: decisive?.error?.name ?? error?.Error ?? 'Unknown' };
  if (seen?.status === 'PARKED') return { status: 'PARKED' };
  if (seen?.status !== 'RUNNING' || seen.attempt !== run.attempt) throw new Fenced('the run was ended or is owned by a later attempt');

  const now = new Date();
  const [writes, steps] = await Promise.all([givenUp(store, run, failed, 'FAILED', now), readSteps(store, run.runId)]);
  await store.transact([
    runMoved(seen, 'PARKED', { ...cause, reason: 'a required step failed for good' }), ...writes,
    appended(failureEvent(seen, run, { ...cause, stepsBegun: steps.map(({ step }) => step) }, now)),
  ]);
  return { status: 'PARKED' };
}

const failureEvent = (seen: RunRecord, run: RunContext, about: { failedStep: string; errorClass: string; stepsBegun: string[] }, now: Date): DomainEvent =>
  occurrence(workflowFailed, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run),
    { runId: run.runId, type: run.type, userId: run.subject, failureType: workflowOf(run.type).failureType, ...about }, now);
