import { stepKey, tryBegan, tryFailed, undoKey, type StepRecord } from './run-ledger.ts';
import { allOf, anyOf, asRead, equal, missing, type Key, type Write } from './store.ts';

/** How a piece of work comes along on its own record, which is ledger row, done marker and fence in one. */

/** Where the ledger keeps a piece of work, and the attempt under which it is done: of the run for a step, of the compensation for an undo. */
export interface Place { readonly key: Key; readonly attempt: number }
export const stepPlace = ({ runId, attempt }: { readonly runId: string; readonly attempt: number }, step: string): Place =>
  ({ key: stepKey(runId, step), attempt });
export const undoPlace = (runId: string, undo: string, attempt: number): Place => ({ key: undoKey(runId, undo), attempt });

/** The right to act: of this attempt, while nothing has voided the work. */
const mine = (attempt: number) => allOf(equal('status', 'STARTED'), equal('attempt', attempt), missing('void'));

/**
 * Begun before the effect, so that what may have happened is known: never again once done or void, never by an older attempt,
 * and once given up only by a later one. Of work in chunks every call is a beginning, so there the tries are not kept one by one.
 */
export const workStarted = ({ key, attempt }: Place, step: string, now: Date, traced = true): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: key,
  set: { step, status: 'STARTED', attempt, ...(traced && { [tryBegan(now)]: true }) }, setIfAbsent: { startedAt: now.toISOString() }, add: { attempts: 1 }, remove: ['finishedAt'],
  if: allOf(missing('void'), anyOf(
    missing('status'),
    allOf(equal('status', 'STARTED'), { attribute: 'attempt', is: '<=', value: attempt }),
    allOf({ attribute: 'status', in: ['FAILED', 'PARKED'] }, { attribute: 'attempt', is: '<', value: attempt }),
  )),
});

/** Belongs into the transaction of the effect itself: both or neither. */
export const workDone = ({ key, attempt }: Place, now: Date, verdict?: string): Write => ({
  table: 'ledger', update: key,
  set: { status: 'DONE', finishedAt: now.toISOString(), ...(verdict !== undefined && { verdict }) }, remove: ['error', 'waitsFor', 'waitsSince'], if: mine(attempt),
});

/** One chunk further, from where it was read: of two who work at the same step at once one takes the chunk. */
export const workAdvanced = ({ key, attempt }: Place, from: string | undefined, to: string): Write => ({
  table: 'ledger', update: key, set: { checkpoint: to }, remove: ['error'], if: allOf(mine(attempt), asRead('checkpoint', from)),
});

/** To be asked for more is no new try: what it began counts once. */
export const askedForMore = ({ key, attempt }: Place): Extract<Write, { update: Key }> => ({ table: 'ledger', update: key, add: { attempts: -1 }, if: mine(attempt) });

/** Not done after all: it will be, from its beginning. */
export const stepReopened = (runId: string, step: string): Write => ({
  table: 'ledger', update: stepKey(runId, step), set: { reopened: true }, remove: ['status', 'finishedAt', 'checkpoint'], if: allOf(equal('status', 'DONE'), missing('void')),
});

/** It led back once more; the work stays begun, and begins anew. */
export const workLedBack = ({ key, attempt }: Place, { rounds }: Pick<StepRecord, 'rounds'>, round: number): Write => ({
  table: 'ledger', update: key, set: { rounds: round, roundsIn: attempt }, add: { attempts: -1 }, remove: ['checkpoint'], if: allOf(mine(attempt), asRead('rounds', rounds)),
});

/** Something else has to end first. */
export const workWaits = ({ key, attempt }: Place, { waitsFor, waitsSince }: Required<Pick<StepRecord, 'waitsFor' | 'waitsSince'>>): Write => ({
  table: 'ledger', update: key, set: { waitsFor, waitsSince }, add: { attempts: -1 }, remove: ['error'], if: mine(attempt),
});

/** Whoever takes it up again waits anew. */
export const patienceRenewed = (runId: string, { step, waitsSince }: StepRecord): Write => ({
  table: 'ledger', update: stepKey(runId, step), remove: ['waitsFor', 'waitsSince'], if: asRead('waitsSince', waitsSince),
});

/** What the last try died of; the work stays begun. */
export const workFailed = ({ key, attempt }: Place, error: { name: string; message?: string }, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: key, set: { error, [tryFailed(now)]: error.name }, if: mine(attempt),
});

export const stillMine = ({ key, attempt }: Place): Write => ({ table: 'ledger', check: key, if: mine(attempt) });
