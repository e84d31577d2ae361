import { isInFlight, transitions, type RunStatus } from '../domain/run.ts';
import { tallyDelta, type Tally } from '../domain/tally.ts';
import { runKey, runsOfSubject, stateRuns, tenantRuns, type RunRecord } from './run-ledger.ts';
import { statisticsMoved } from './run-statistics.ts';
import { allOf, asRead, equal, missing, whenAbsent, type Item, type Key, type Value, type Write } from './store.ts';
import { watchShardOf } from './watch.ts';

/**
 * Every change of a run's status: a compare-and-set, with the statistics and the reconciler's mark in the same transaction, so
 * that neither a sum nor the one who looks after the run can ever miss it.
 */

interface Mark { readonly set: Readonly<Record<string, Value>>; readonly remove: readonly string[] }
const markOf = (runId: string, status: RunStatus, dueAt: string): Mark => {
  if (!isInFlight(status)) return { set: {}, remove: ['watchShard', 'dueAt', 'deadlineAt'] };
  return { set: { watchShard: watchShardOf(status === 'WAITING' ? 'waiting' : 'in flight', runId), dueAt }, remove: [] };
};

const placeOf = ({ runId, tenantId }: Pick<RunRecord, 'runId' | 'tenantId'>, status: RunStatus, changedAt = new Date().toISOString()) =>
  ({ changedAt, stateRuns: stateRuns(tenantId, status), stateOrder: `${changedAt}#${runId}` });

/** A run's record and what makes it findable: in its tenant's list, and under the person it is about. */
export const runOpened = (run: RunRecord): readonly Write[] => [
  {
    table: 'ledger',
    put: {
      ...runKey(run.runId), ...run as unknown as Item, tenantRuns: tenantRuns(run.tenantId), startedOrder: `${run.startedAt}#${run.runId}`,
      ...markOf(run.runId, run.status, run.dueAt ?? run.startedAt).set, ...placeOf(run, run.status, run.finishedAt ?? run.startedAt),
    },
    if: whenAbsent,
  },
  {
    table: 'ledger',
    put: {
      pk: runsOfSubject(run.tenantId, run.subject), sk: `RUN#${run.startedAt}#${run.runId}`,
      runId: run.runId, type: run.type,
    },
  },
  ...statisticsMoved({ run, to: run.status }),
];

/** What is written with the new status. */
export interface About extends Pick<Partial<RunRecord>, 'finishedAt' | 'reason' | 'noted' | 'failedStep' | 'errorClass' | 'compensation' | 'stoppedBy' | 'completedIn' | 'deadlineAt' | 'dueAt' | 'tally'> {
  /** What came to the tally of its steps since the last time. */
  readonly tasks?: Tally;
  /** How many events tell of the change; each takes a version. */
  readonly events?: number;
}

const asSeen = ({ status, attempt, version }: RunRecord) => allOf(equal('status', status), equal('attempt', attempt), equal('version', version));

/** Where it is found by its state, for one that came to it before runs were found so. */
export const runPlaced = (seen: RunRecord): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: runKey(seen.runId), set: placeOf(seen, seen.status, seen.finishedAt ?? seen.startedAt), if: allOf(asSeen(seen), missing('stateRuns')),
});

/** Compare-and-set: from the status and attempt that were read, to one that may follow. */
export function runMoved(seen: RunRecord, to: RunStatus, { tasks, events = 1, dueAt, ...about }: About): readonly Write[] {
  if (!transitions[seen.status].includes(to)) throw new Error(`a run never goes from ${seen.status} to ${to}`);
  const { set, remove } = markOf(seen.runId, to, dueAt ?? new Date().toISOString());
  return [
    {
      table: 'ledger', update: runKey(seen.runId),
      set: { ...about as Readonly<Record<string, Value>>, ...set, ...placeOf(seen, to, about.finishedAt), status: to }, add: { version: events },
      remove: [...remove.filter((attribute) => !(attribute in about)), ...(about.compensation ? ['compensationArn', 'finishedAt'] : [])],
      // Whoever finds it late must find that nothing has moved on since.
      if: to === 'TIMED_OUT' ? allOf(asSeen(seen), asRead('deadlineAt', seen.deadlineAt)) : asSeen(seen),
    },
    ...statisticsMoved({ run: seen, from: seen.status, to, ...(about.completedIn !== undefined && { completedIn: about.completedIn }), ...(tasks && { tasks }) }),
  ];
}

export type Resumed = Required<Pick<RunRecord, 'deadlineAt' | 'dueAt'>> & Pick<Partial<RunRecord>, 'config' | 'configVersion' | 'versionBase' | 'input'>;

/** Taken up again from where it was left, or begun after waiting: the next attempt, which the first execution to come may claim. */
export function runResumed(seen: RunRecord, resumed: Resumed): readonly Write[] {
  if (!transitions[seen.status].includes('RUNNING')) throw new Error(`a run that is ${seen.status} is not resumed`);
  return [
    {
      table: 'ledger', update: runKey(seen.runId),
      set: {
        ...resumed as Readonly<Record<string, Value>>, ...markOf(seen.runId, 'RUNNING', resumed.dueAt).set, ...placeOf(seen, 'RUNNING'), status: 'RUNNING',
        ...(seen.status === 'COMPLETED_WITH_WARNINGS' && { closed: true }),
      },
      add: { version: 1, attempt: 1 }, remove: ['executionArn', 'finishedAt', 'failedStep', 'errorClass', 'reason', 'noted', 'stoppedBy', 'waitsFor'], if: asSeen(seen),
    },
    ...statisticsMoved({ run: seen, from: seen.status, to: 'RUNNING' }),
  ];
}

/** It stays where it is, and what is counted of its steps changes: a change like any other, so that of two at once one loses. */
export const runRetallied = (seen: RunRecord, tally: Tally): readonly Write[] => [
  { table: 'ledger', update: runKey(seen.runId), set: { tally: tally as unknown as Value }, add: { version: 1 }, if: asSeen(seen) },
  ...statisticsMoved({ run: seen, from: seen.status, to: seen.status, tasks: tallyDelta(tally, seen.tally) }),
];

/** The first execution to come takes the attempt that was begun for it, and has its time from now on. */
export const runTaken = (seen: RunRecord, executionArn: string, watched: Required<Pick<RunRecord, 'deadlineAt' | 'dueAt'>>): Write => ({
  table: 'ledger', update: runKey(seen.runId), set: { executionArn, ...watched },
  if: allOf(missing('executionArn'), equal('attempt', seen.attempt), equal('status', seen.status)),
});

/** It moves on: the time without progress begins anew. */
export const runProgressed = ({ runId, attempt }: Pick<RunRecord, 'runId' | 'attempt'>, deadlineAt: string): Write => ({
  table: 'ledger', update: runKey(runId), set: { deadlineAt }, if: allOf(equal('status', 'RUNNING'), equal('attempt', attempt)),
});

/** This execution leaves the rest to the next one, which has an attempt of its own. */
export const runContinued = (seen: RunRecord, watched: Required<Pick<RunRecord, 'deadlineAt' | 'dueAt'>>): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: runKey(seen.runId), set: { ...watched }, add: { version: 1, attempt: 1 }, remove: ['executionArn'], if: asSeen(seen),
});

/** One execution owns one attempt of a compensation. */
export const compensationTaken = ({ runId, compensation = 1 }: RunRecord, compensationArn: string): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: runKey(runId), set: { compensationArn },
  if: allOf(equal('status', 'COMPENSATING'), equal('compensation', compensation), missing('compensationArn')),
});

/** Looked at, and all is well: nothing but the time of the next look changes, and only where nobody else was here. */
export const lookedAt = (seen: RunRecord, dueAt: string): Extract<Write, { update: Key }> => ({ table: 'ledger', update: runKey(seen.runId), set: { dueAt }, if: asSeen(seen) });
