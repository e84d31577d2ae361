import * as z from 'zod/mini';
import { stepLeftLying } from '../adapters/dead-letters.ts';
import { appended } from '../adapters/event-store.ts';
import { readRun, readSteps, stepGivenUp, stepLeftOut, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import { runMoved, type About } from '../adapters/run-transitions.ts';
import type { Store, Write } from '../adapters/store.ts';
import type { Subject } from '../adapters/identity.ts';
import { Fenced } from '../domain/errors.ts';
import { workflowCompleted } from '../domain/events/catalogue.ts';
import { occurrence, type DomainEvent } from '../domain/events/event.ts';
import type { RunStatus } from '../domain/run.ts';
import { tallyDelta, tallyOf } from '../domain/tally.ts';
import { countRunMoved, countStepsParked } from './metrics.ts';
import { optimistically } from './optimistic.ts';
import { causeOf, runContext, subjectEvent, subjectOf, type RunContext } from './run-context.ts';
import { bindable } from './bindable.ts';
import { outcomes, type Outcome } from './outcome.ts';
import { task } from './task.ts';
import { reservedVersions, type WorkflowDeclaration } from './workflow.ts';

const outcomesAmong = (all: z.infer<typeof outcomes>): readonly Outcome[] => Object.values(all).flatMap((stage) => Object.values(stage));
export const notDoneAmong = (all: z.infer<typeof outcomes>): readonly Outcome[] => outcomesAmong(all).filter(isNotDone);
const isNotDone = ({ status }: Outcome): boolean => status === 'FAILED' || status === 'PARKED';

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
  const declared = workflow(run.type);
  const now = new Date();
  const own = seen.closed ? {} : await body({ run, subject: subjectOf(run), now }, ports);
  const told = seen.closed ? [] : [...(isToldByStep(declared) ? [] : [completionEvent(declared, run, now)]), ...(own.events ?? [])];
  return { status: await settle(ports.store, seen, run, outcomesAmong(all), { writes: own.writes ?? [], events: told }) };
}

/** Ends the run with whatever it has: what it gave up is parked, and each parked step is a dead letter. */
export async function settle(store: Store, seen: RunRecord, run: RunContext, ended: readonly Outcome[], own: Required<ClosingEffect>): Promise<'COMPLETED' | 'COMPLETED_WITH_WARNINGS'> {
  const now = new Date();
  const records = await readSteps(store, run.runId);
  const parked = ended.filter((each) => isNotDone(each) && statusOf(each.step, records) !== 'DONE');
  const leftOut = ended.filter(({ step, status: as }) => as === 'SKIPPED' && statusOf(step, records) === undefined);
  const status = parked.length > 0 ? 'COMPLETED_WITH_WARNINGS' : 'COMPLETED';
  const completedIn = seen.completedIn === undefined ? now.getTime() - Date.parse(seen.startedAt) : undefined;
  await store.transact([
    ...runMoved(seen, status, {
      finishedAt: now.toISOString(), ...folded(seen, records, parked, 'PARKED'), ...(completedIn !== undefined && { completedIn }), ...causeOfWarnings(parked),
    }),
    ...givenUp(run, parked, records, 'PARKED', now), ...leftOut.map(({ step }) => stepLeftOut(run.runId, step, now)),
    ...parked.map(({ step, error }) => stepLeftLying(seen, step, error?.name ?? 'Unknown', now)),
    ...own.writes, ...[...own.events, endEvent(seen, run, status, now)].map(appended),
  ]);
  countRunMoved({ type: run.type, to: status, ...(completedIn !== undefined && { durationMs: completedIn }) });
  if (parked.length > 0) countStepsParked(run.type, parked.length);
  return status;
}

/** For which step, of several the first, the run has warnings. */
const causeOfWarnings = ([first]: readonly Outcome[]): Pick<About, 'failedStep' | 'errorClass'> =>
  (first ? { failedStep: first.step, errorClass: first.error?.name ?? 'Unknown' } : {});

const statusOf = (name: string, records: readonly StepRecord[]): StepRecord['status'] => records.find(({ step }) => step === name)?.status;

/** What the statistics get of the steps: what came since they were last told, with the verdict of this moment, also on a step whose function never ran. */
export function folded(seen: RunRecord, records: readonly StepRecord[], judged: readonly Outcome[] = [], as: 'PARKED' | 'FAILED' = 'FAILED'): Required<Pick<About, 'tally' | 'tasks'>> {
  const neverRan = judged.flatMap(({ step }) => (records.some((record) => record.step === step) ? [] : [{ step, status: as }]));
  const tally = tallyOf([...records.map((record) => (record.status !== 'DONE' && judged.some(({ step }) => step === record.step) ? { ...record, status: as } : record)), ...neverRan]);
  return { tally, tasks: tallyDelta(tally, seen.tally) };
}

/** The machine's verdict on the steps it gave up; what turned out to be done after all stays done. */
export const givenUp = (run: RunContext, failed: readonly Outcome[], records: readonly StepRecord[], to: 'PARKED' | 'FAILED', now: Date): readonly Write[] =>
  failed.flatMap(({ step, error = { name: 'Unknown' } }) => {
    const record = records.find((each) => each.step === step);
    return record?.status === 'DONE' ? [] : [stepGivenUp(run, record, step, to, error, now)];
  });

/** The step that really ends it tells of it, in the transaction of what it does. */
const isToldByStep = ({ publishes: { completed }, ...workflow }: WorkflowDeclaration): boolean => workflow.stages.some(({ steps }) => steps.some(({ publishes }) => publishes?.name === completed.name));

const completionEvent = (workflow: WorkflowDeclaration, run: RunContext, now: Date): DomainEvent =>
  subjectEvent(workflow.publishes.completed, run, reservedVersions(workflow).end, { userId: run.subject }, now);

const endEvent = (seen: RunRecord, run: RunContext, status: 'COMPLETED' | 'COMPLETED_WITH_WARNINGS', now: Date): DomainEvent =>
  occurrence(workflowCompleted, { tenantId: run.tenantId, aggregateId: run.runId, aggregateVersion: seen.version + 1 }, causeOf(run),
    { runId: run.runId, type: run.type, userId: run.subject, status }, now);
