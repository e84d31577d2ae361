import type { RunStatus } from './run.ts';

/**
 * What is to be done with a run that is in flight: the reconciler's whole judgement. Time-outs of the machine come first; this is
 * for what they miss, and it never touches a run whose execution works and whose deadline is ahead.
 */
export type Verdict =
  | 'leave' | 'look later'
  /** Past its deadline, or its execution is gone and left no ending. */
  | 'time out'
  /** Timed out, and then nobody went on. */
  | 'go on failing'
  /** Decided and committed; the machine behind it was never started. */
  | 'start the run' | 'start the compensation'
  | 'give the compensation up';

export interface Looked {
  readonly status: RunStatus;
  readonly deadlineAt?: string | undefined;
  readonly executionArn?: string | undefined;
  readonly compensationArn?: string | undefined;
}
/** Of the execution that owns the run, or its compensation; undefined where none does. */
export type ExecutionState = 'RUNNING' | 'ENDED' | undefined;

export function verdictOn(run: Looked, execution: ExecutionState, now: Date): Verdict {
  switch (run.status) {
    case 'RUNNING': return isOver(run, now) || execution === 'ENDED' ? 'time out' : run.executionArn === undefined ? 'start the run' : 'look later';
    case 'TIMED_OUT': return 'go on failing';
    case 'COMPENSATING': return isOver(run, now) || execution === 'ENDED' ? 'give the compensation up' : run.compensationArn === undefined ? 'start the compensation' : 'look later';
    case 'WAITING': case 'COMPLETED': case 'COMPLETED_WITH_WARNINGS': case 'COMPENSATED': case 'COMPENSATION_FAILED': case 'PARKED': case 'FENCED': case 'CANCELLED': return 'leave';
  }
}

export const isOver = ({ deadlineAt }: Pick<Looked, 'deadlineAt'>, now: Date): boolean => deadlineAt !== undefined && deadlineAt <= now.toISOString();

/** A run that takes no longer is never looked at. */
export const LOOK_AFTER_MS = 60_000;
/** The longest time in which a run can stand still without anybody looking. */
const LONGEST_BETWEEN_LOOKS_MS = 15 * 60_000;

/** The next look: as long from now as it has been going on, so that a slow run costs few looks; at its deadline at the latest. */
export function nextLook(since: Date, now: Date, deadlineAt: string): string {
  const pause = Math.min(Math.max(now.getTime() - since.getTime(), LOOK_AFTER_MS), LONGEST_BETWEEN_LOOKS_MS);
  const look = new Date(now.getTime() + pause).toISOString();
  return look < deadlineAt ? look : deadlineAt;
}

/** An attempt is over if nothing has claimed it for so long; its own time begins with the claim. */
export const STARTED_WITHIN_MS = 5 * 60_000;

/** A new attempt: when it is looked at first, and when it is over. */
export function watchedFrom(now: Date, withinMs: number): { readonly deadlineAt: string; readonly dueAt: string } {
  const deadlineAt = new Date(now.getTime() + withinMs).toISOString();
  return { deadlineAt, dueAt: nextLook(now, now, deadlineAt) };
}
