import { deadLetterResolved, deadLetterTaken, failedRunLetterId, parkedStepLetterId, type Resolving } from '../adapters/dead-letters.ts';
import { eventKey, storedEvent } from '../adapters/event-store.ts';
import type { Starting } from '../adapters/executions.ts';
import { readSteps, readUndos, stepReadmitted, type RunRecord, type StepRecord } from '../adapters/run-ledger.ts';
import { runResumed } from '../adapters/run-transitions.ts';
import { won, type Store, type Write } from '../adapters/store.ts';
import { patienceRenewed } from '../adapters/work-records.ts';
import { STARTED_WITHIN_MS, watchedFrom } from '../domain/reconciliation.ts';
import type { RunStatus } from '../domain/run.ts';
import { subjectOf } from '../kit/run-context.ts';
import { compensateAgain } from './begin-compensation.ts';
import { deletionGoesOn } from './halted-deletion.ts';
import { notedAct } from './noted-act.ts';

export interface ResumePorts { readonly store: Store; readonly executions: Starting }

/**
 * Takes a run up again from where it was left, whole: the same machine starts with the same event, skips what is done and tries
 * what is not. One compare-and-set decides who does it; its dead letters are taken in the same stroke and resolved once the
 * machine was started, so whoever finds them taken and nobody at work may start the very same again.
 * @returns undefined where nothing is parked, or the event is no longer kept
 * @throws ConditionFailed when somebody else was faster
 */
async function resumeRun<Answer>(ports: ResumePorts, seen: RunRecord, { taking, along, commit }: Resuming<Answer>): Promise<Answer | undefined> {
  const { store } = ports;
  const [input, steps, undos] = await Promise.all([resumeInput(store, seen, seen.attempt + 1), readSteps(store, seen.runId), readUndos(store, seen.runId)]);
  const letters = seen.status === 'PARKED' ? [failedRunLetterId(seen)] : steps.filter(isParked).map(({ step }) => parkedStepLetterId(seen, step));
  if (!input || letters.length === 0) return undefined;
  const readmitted = undos.length > 0 ? [] : steps.filter((each) => each.void !== undefined);
  const answer = await commit('RUNNING', [
    ...runResumed(seen, { ...watchedFrom(taking.now, STARTED_WITHIN_MS), ...(taking.input && { input: taking.input }) }), ...readmitted.map((each) => stepReadmitted(seen.runId, each)),
    ...steps.filter((each) => (each.waitsSince ?? each.rounds) !== undefined && each.void === undefined && each.status !== 'DONE').map((each) => patienceRenewed(seen.runId, each)),
    ...letters.map((id) => deadLetterTaken(seen.tenantId, id, taking.now)), ...await deletionGoesOn(store, seen, steps, taking.now), ...along,
  ]);
  await ports.executions.startRun(seen.type, seen.runId, seen.attempt + 1, input);
  await settleLetters(store, seen.tenantId, letters, taking);
  return answer;
}

interface Resuming<Answer> { readonly taking: Resolving & Pick<TakingUp, 'input'>; readonly along: readonly Write[]; readonly commit: Commit<Answer> }
/** Commits what is decided, and answers with the status that the run has then. */
export type Commit<Answer> = (status: RunStatus, writes: readonly Write[]) => Promise<Answer>;

/** Resumed, and then nobody came: the machine of that attempt is started by the same name, which starts it once. */
export const resumedAndNotStarted = ({ status, attempt, executionArn }: RunRecord): boolean => status === 'RUNNING' && attempt > 1 && executionArn === undefined;

export async function startResumed({ store, executions }: ResumePorts, seen: RunRecord, resolving: Resolving): Promise<boolean> {
  const input = await resumeInput(store, seen, seen.attempt);
  if (!input) return false;
  await executions.startRun(seen.type, seen.runId, seen.attempt, input);
  const steps = seen.closed ? await readSteps(store, seen.runId) : [];
  await settleLetters(store, seen.tenantId, seen.closed ? steps.filter(isParked).map(({ step }) => parkedStepLetterId(seen, step)) : [failedRunLetterId(seen)], resolving);
  return true;
}

const isParked = ({ status }: StepRecord): boolean => status === 'PARKED';

export async function resumeInput(store: Store, { tenantId, eventAggregate: aggregateId, eventVersion: aggregateVersion }: RunRecord, attempt: number): Promise<object | undefined> {
  const item = await store.get('events', eventKey({ tenantId, aggregateId, aggregateVersion }));
  const event = item && storedEvent(item);
  return event && { 'detail-type': event.type, detail: event.detail, attempt };
}

/** One that was opened anew meanwhile stays open: the run has already failed again. */
async function settleLetters(store: Store, tenantId: string, ids: readonly string[], resolving: Resolving): Promise<void> {
  await Promise.all(ids.map((id) => won(store.update(deadLetterResolved(tenantId, id, 'REDRIVING', resolving)))));
}

export interface TakingUp extends Omit<Resolving, 'noted'> {
  readonly correlationId: string;
  /** Why, in the operator's words. */
  readonly reason?: string;
  /** Data of the event that the operator corrected; for what goes forward. */
  readonly input?: RunRecord['input'];
}

/**
 * Whatever an operator may try again of a run, by the state it is in: its compensation, the run itself, or what it parked.
 * @returns what the commit answers; undefined where nothing of it is left to be tried
 */
export async function takeUpAgain<Answer>(ports: ResumePorts, run: RunRecord, taking: TakingUp, commit: Commit<Answer>): Promise<Answer | undefined> {
  const { correlationId, reason, input, ...resolving } = taking;
  const act = (action: 'run.resumed' | 'run.compensation_retried') =>
    notedAct(ports.store, subjectOf(run), { action, actor: resolving.by, correlationId, runId: run.runId, ...(reason && { reason }), now: resolving.now });
  if (run.status === 'COMPENSATION_FAILED') {
    const { noted, writes: along } = await act('run.compensation_retried');
    const resolved = deadLetterResolved(run.tenantId, failedRunLetterId(run), 'OPEN', { ...resolving, noted });
    return compensateAgain(ports, run, [resolved, ...along], (writes) => commit('COMPENSATING', writes));
  }
  if (run.status === 'PARKED' || run.status === 'COMPLETED_WITH_WARNINGS') {
    const { noted, writes: along } = await act('run.resumed');
    return resumeRun(ports, run, { taking: { ...resolving, noted, ...(input && { input }) }, along, commit });
  }
  return resumedAndNotStarted(run) && await startResumed(ports, run, taking) ? commit('RUNNING', []) : undefined;
}
