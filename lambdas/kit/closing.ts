import * as z from 'zod/mini';
import { appended } from '../adapters/event-store.ts';
import { readRun, readSteps, runMoved, stepGivenUp, type RunRecord } from '../adapters/run-ledger.ts';
import type { Store, Write } from '../adapters/store.ts';
import type { Subject } from '../adapters/identity.ts';
import { Fenced } from '../domain/errors.ts';
import { workflowCompleted } from '../domain/events/catalogue.ts';
import { occurrence, type DomainEvent } from '../domain/events/event.ts';
import type { RunStatus } from '../domain/run.ts';
import { optimistically } from './optimistic.ts';
import { causeOf, runContext, subjectEvent, subjectOf, type RunContext } from './run-context.ts';
import { bindable } from './bindable.ts';
import { task } from './task.ts';
import { reservedVersions, type WorkflowDeclaration } from './workflow.ts';

/** How a step ended, as the machine saw it. */
export const outcome = z.object({
  step: z.string(),
  status: z.enum(['DONE', 'FAILED']),
  error: z.optional(z.object({ name: z.string() })),
});
export type Outcome = z.infer<typeof outcome>;
/** Per stage, per step; a step that was never reached is absent. */
export const outcomes = z.record(z.string(), z.record(z.string(), outcome));
export const failedAmong = (all: z.infer<typeof outcomes>): readonly Outcome[] =>
  Object.values(all).flatMap((stage) => Object.values(stage)).filter(({ status }) => status === 'FAILED');

const payload = z.object({ run: runContext, outcomes });

export interface ClosingInput { readonly run: RunContext; readonly subject: Subject; readonly now: Date }
export interface ClosingEffect { readonly writes?: readonly Write[]; readonly events?: readonly DomainEvent[] }
export type ClosingBody<Ports> = (input: ClosingInput, ports: Ports) => Promise<ClosingEffect>;

/**
 * The closing transaction of a run: its final status, the process's own last writes, and the events that tell of both.
 * Best-effort steps that failed are parked in it, and the run has warnings.
 */
export function closing<Ports extends { readonly store: Store }>(workflow: (type: string) => WorkflowDeclaration, body: ClosingBody<Ports>, ports: () => Ports) {
  return bindable(ports, (bound) => task((event) => optimistically(() => close(workflow, body, bound, payload.parse(event)))));
}

async function close<Ports extends { readonly store: Store }>(
  workflow: (type: string) => WorkflowDeclaration, body: ClosingBody<Ports>, ports: Ports, { run, outcomes: all }: z.infer<typeof payload>,
): Promise<{ status: RunStatus }> {
  const seen = await readRun(ports.store, run.runId);
  if (seen?.status === 'COMPLETED' || seen?.status === 'COMPLETED_WITH_WARNINGS') return { status: seen.status };
  if (seen?.status !== 'RUNNING' || seen.attempt !== run.attempt) throw new Fenced('the run was ended or is owned by a later attempt');
  const failed = failedAmong(all);
  const now = new Date();
  const [own, parked] = await Promise.all([body({ run, subject: subjectOf(run), now }, ports), givenUp(ports.store, run, failed, 'PARKED', now)]);
  const status = parked.length > 0 ? 'COMPLETED_WITH_WARNINGS' : 'COMPLETED';
  const events = [completionEvent(workflow(run.type), run, now), ...(own.events ?? []), endEvent(seen, run, status, now)];
  await ports.store.transact([runMoved(seen, status, { finishedAt: now.toISOString() }), ...parked, ...(own.writes ?? []), ...events.map(appended)]);
  return { status };
}

/** The machine's verdict on the steps it gave up; what turned out to be done after all stays done. */
export async function givenUp(store: Store, run: RunContext, failed: readonly Outcome[], to: 'PARKED' | 'FAILED', now: Date): Promise<readonly Write[]> {
  if (failed.length === 0) return [];
  const records = await readSteps(store, run.runId);
  return failed.flatMap(({ step, error = { name: 'Unknown' } }) => {
    const record = records.find((each) => each.step === step);
    return record?.status === 'DONE' ? [] : [stepGivenUp(run, record, step, to, error, now)];
  });
}

const completionEvent = (workflow: WorkflowDeclaration, run: RunContext, now: Date): DomainEvent =>
  subjectEvent(workflow.publishes.completed, run, reservedVersions(workflow).end, { userId: run.subject }, now);

const endEvent = (seen: RunRecord, run: RunContext, status: 'COMPLETED' | 'COMPLETED_WITH_WARNINGS', now: Date): DomainEvent =>
  occurrence(workflowCompleted, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run),
    { runId: run.runId, type: run.type, userId: run.subject, status }, now);
