import * as z from 'zod/mini';
import { deadLetterResolved, undeliveredLetterId } from '../adapters/dead-letters.ts';
import { appended, claimed, UNCLAIMED_TOO_LONG_MS } from '../adapters/event-store.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readUser, userKey } from '../adapters/identity.ts';
import { readRun, runKey, runMoved, runOpened, type RunRecord } from '../adapters/run-ledger.ts';
import { ConditionFailed, equal, missing, allOf, whenPresent, type Store, type Write } from '../adapters/store.ts';
import { DuplicateRun, Fenced, RunWaiting } from '../domain/errors.ts';
import { workflowStarted } from '../domain/events/catalogue.ts';
import { causedBy, envelope, occurrence, type EventDetail } from '../domain/events/event.ts';
import { runIdOf } from '../domain/run.ts';
import type { Subject, User } from '../adapters/identity.ts';
import type { UserStatus } from '../domain/user.ts';
import { optimistically } from '../kit/optimistic.ts';
import type { RunContext } from '../kit/run-context.ts';
import { bindable } from '../kit/bindable.ts';
import { task } from '../kit/task.ts';
import { reservedVersions, type WorkflowDeclaration } from '../kit/workflow.ts';
import { workflowOn } from '../workflows/index.ts';

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
  if (workflow.admits !== 'any subject' && !stands(await readUser(store, { tenantId: seen.tenantId, userId: seen.subject }))) return giveWay(store, seen);
  await store.transact([taken(seen, executionArn)]);
  return contextOf(seen, event);
}

/** It took long, and somebody may have been told. */
async function delivered(store: Store, event: EventDetail, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(event.occurredAt) < UNCLAIMED_TOO_LONG_MS) return;
  const resolved = deadLetterResolved(event.tenantId, undeliveredLetterId(event), 'OPEN', { resolution: 'delivered', by: 'system', now });
  await store.update(resolved).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error;
  });
}

/** What happened to the account since the run was left lying wins over the run. */
const stands = (user: User | undefined): boolean => user?.status === 'pending_verification' || user?.status === 'active';

async function giveWay(store: Store, seen: RunRecord): Promise<never> {
  await store.transact([runMoved(seen, seen.closed ? 'COMPLETED_WITH_WARNINGS' : 'FENCED', { finishedAt: new Date().toISOString(), reason: 'the account is gone or about to go' })]);
  throw new Fenced('the account is gone or about to go');
}

/** A resumed run: its attempt was raised and its execution cleared; the first execution to come takes it. */
const taken = (seen: RunRecord, executionArn: string): Write => ({
  table: 'ledger', update: runKey(seen.runId), set: { executionArn },
  if: allOf(whenPresent, missing('executionArn'), equal('attempt', seen.attempt), equal('status', seen.status)),
});

async function open(store: Store, { workflow, event, executionArn, attempt }: Claim): Promise<RunContext> {
  const subject = { tenantId: event.tenantId, userId: String(event.data['userId']) };
  const admission = await admissionOf(store, workflow, subject, event);
  const now = new Date();
  const run: RunRecord = {
    runId: runIdOf(workflow.type, event.eventId), type: workflow.type, status: admission.status, tenantId: event.tenantId,
    subject: subject.userId, eventId: event.eventId, correlationId: event.correlationId, configVersion: 1, attempt, version: 1,
    eventAggregate: event.aggregateId, eventVersion: event.aggregateVersion,
    versionBase: admission.versionBase, depth: event.depth, startedAt: now.toISOString(), executionArn,
    ...(admission.reason && { reason: admission.reason }), ...(admission.status === 'FENCED' && { finishedAt: now.toISOString() }),
  };
  const ids = { runId: run.runId, type: run.type, userId: run.subject };
  const started = occurrence(workflowStarted, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: 1 }, causedBy(event), ids, now);
  await store.transact([
    ...runOpened(run), claimed(event),
    ...(admission.status === 'RUNNING' ? [...admission.reserving, appended(started)] : []),
  ]);
  await delivered(store, event, now);
  if (admission.status === 'WAITING') throw new RunWaiting('the account is about to be deleted');
  if (admission.status === 'FENCED') throw new Fenced('the account does not admit this process');
  return contextOf(run, event);
}

interface Verdict { readonly status: 'RUNNING' | 'WAITING' | 'FENCED'; readonly reason?: string }
interface Admission extends Verdict { readonly versionBase: number; readonly reserving: readonly Write[] }

async function admissionOf(store: Store, workflow: WorkflowDeclaration, subject: Subject, event: EventDetail): Promise<Admission> {
  const { admits } = workflow;
  if (admits === 'any subject') return { status: 'RUNNING', versionBase: event.aggregateVersion, reserving: [] };
  const user = await readUser(store, subject);
  return { ...admit(admits, user), versionBase: user?.version ?? 0, reserving: user ? [versionsReserved(workflow, subject, user)] : [] };
}

/** Which states of an account admit the process, each declares; a pending deletion makes it wait, anything else supersedes it. */
function admit(admits: readonly UserStatus[], user: User | undefined): Verdict {
  if (!user) return { status: 'FENCED', reason: 'the account is gone' };
  if (admits.includes(user.status)) return { status: 'RUNNING' };
  if (user.status === 'deletion_pending') return { status: 'WAITING', reason: 'a deletion of the account is pending' };
  return { status: 'FENCED', reason: `the account is ${user.status}` };
}

/** Versions for every event that the run may publish about its subject, taken at once and conditional on the status that was read. */
const versionsReserved = (workflow: WorkflowDeclaration, subject: Subject, user: User): Write => ({
  table: 'identity', update: userKey(subject), add: { version: reservedVersions(workflow).end },
  if: allOf(equal('version', user.version), equal('status', user.status)),
});

const contextOf = (run: RunRecord, event: EventDetail): RunContext => ({
  runId: run.runId, type: run.type, attempt: run.attempt, tenantId: run.tenantId, subject: run.subject, eventId: run.eventId,
  correlationId: run.correlationId, depth: event.depth, versionBase: run.versionBase, data: event.data,
});
