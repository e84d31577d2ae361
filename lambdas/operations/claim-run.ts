import * as z from 'zod/mini';
import { claimed, UNCLAIMED_TOO_LONG_MS } from '../adapters/event-store.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readUser } from '../adapters/identity.ts';
import { readRun, type RunRecord } from '../adapters/run-ledger.ts';
import { runMoved, runOpened, runTaken } from '../adapters/run-transitions.ts';
import type { Store } from '../adapters/store.ts';
import { DuplicateRun, Fenced, RunWaiting } from '../domain/errors.ts';
import { envelope, type EventDetail } from '../domain/events/event.ts';
import { watchedFrom } from '../domain/reconciliation.ts';
import { runIdOf } from '../domain/run.ts';
import { optimistically } from '../kit/optimistic.ts';
import { contextFrom, type RunContext } from '../kit/run-context.ts';
import { bindable } from '../kit/bindable.ts';
import { task } from '../kit/task.ts';
import type { WorkflowDeclaration } from '../kit/workflow.ts';
import { workflowOn } from '../workflows/index.ts';
import { admissionOf, isSuperseded, mayGoOn, startedEvent, SUPERSEDED, type Admission } from './admission.ts';
import { deliveredAfterAll } from './delivered-after-all.ts';

/** The whole event as the rule hands it over, or the same with the attempt when a run is resumed. */
const payload = z.object({
  event: z.object({ 'detail-type': z.string(), detail: envelope, attempt: z.optional(z.number()) }),
  executionArn: z.string(),
});

interface Claim { readonly workflow: WorkflowDeclaration; readonly event: EventDetail; readonly executionArn: string; readonly attempt: number }

/** First state of every machine: this execution owns the run, or it ends without having done anything. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) => task(async (input) => {
  const { event: { 'detail-type': type, detail, attempt = 1 }, executionArn } = payload.parse(input);
  return optimistically(() => claim(store, { workflow: workflowOn(type), event: detail, executionArn, attempt }));
}));

async function claim(store: Store, claiming: Claim): Promise<RunContext> {
  const { workflow, event, executionArn, attempt } = claiming;
  const seen = await readRun(store, runIdOf(workflow.type, event.eventId));
  if (!seen) return open(store, claiming);
  if (seen.attempt !== attempt || seen.status !== 'RUNNING') throw new DuplicateRun('this event has had its run');
  if (seen.executionArn === executionArn) return contextOf(seen, event);
  if (seen.executionArn !== undefined) throw new DuplicateRun('another execution owns this run');
  const subject = { tenantId: seen.tenantId, userId: seen.subject };
  if (!mayGoOn(workflow, event.data, workflow.admits === 'any subject' ? undefined : await readUser(store, subject))) return giveWay(store, seen, 'the account is gone or about to go');
  if (!seen.closed && await isSuperseded(store, workflow, { subject, data: event.data })) return giveWay(store, seen, SUPERSEDED);
  await store.transact([runTaken(seen, executionArn, watchedFrom(new Date(), seen.config?.deadline ?? workflow.config.timeout))]);
  return contextOf(seen, event);
}

async function giveWay(store: Store, seen: RunRecord, reason: string): Promise<never> {
  await store.transact(runMoved(seen, seen.closed ? 'COMPLETED_WITH_WARNINGS' : 'FENCED', { finishedAt: new Date().toISOString(), reason }));
  throw new Fenced(reason);
}

async function open(store: Store, { workflow, event, executionArn, attempt }: Claim): Promise<RunContext> {
  const subject = { tenantId: event.tenantId, userId: String(event.data['userId']) };
  const admission = await admissionOf(store, workflow, { subject, eventVersion: event.aggregateVersion, data: event.data });
  const now = new Date();
  const run: RunRecord = {
    runId: runIdOf(workflow.type, event.eventId), type: workflow.type, status: admission.status, tenantId: event.tenantId,
    subject: subject.userId, eventId: event.eventId, correlationId: event.correlationId, configVersion: 0, attempt, version: 1, data: event.data,
    eventAggregate: event.aggregateId, eventVersion: event.aggregateVersion, versionBase: 0, depth: event.depth,
    startedAt: now.toISOString(), executionArn, ...openedAs(admission, now),
  };
  await store.transact([
    ...runOpened(run), claimed(event), ...(admission.status === 'RUNNING' ? [...admission.reserving, startedEvent(run, now)] : []),
  ]);
  if (now.getTime() - Date.parse(event.occurredAt) >= UNCLAIMED_TOO_LONG_MS) await deliveredAfterAll(store, event, now);
  if (admission.status === 'WAITING') throw new RunWaiting('the run waits to begin');
  if (admission.status === 'FENCED') throw new Fenced(admission.reason);
  return contextOf(run, event);
}

function openedAs(admission: Admission, now: Date): Partial<RunRecord> {
  switch (admission.status) {
    case 'RUNNING': return { ...admission.pinned, ...watchedFrom(now, admission.pinned.config.deadline) };
    case 'WAITING': return { waitsFor: admission.waitsFor, reason: admission.reason };
    case 'FENCED': return { reason: admission.reason, finishedAt: now.toISOString() };
  }
}

/** Also of a run that was opened before the ledger kept what its event said. */
const contextOf = (run: RunRecord, event: EventDetail): RunContext => contextFrom({ ...run, data: event.data });
