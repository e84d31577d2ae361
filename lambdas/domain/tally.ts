import type { StepStatus } from './run.ts';

/** What became of the steps of a run, step by step. `duration` in milliseconds, over those that succeeded. */
export interface TaskCounts { readonly started: number; readonly succeeded: number; readonly failed: number; readonly retried: number; readonly duration: number }
export type Tally = Readonly<Record<string, TaskCounts>>;

export const taskCounts = ['started', 'succeeded', 'failed', 'retried', 'duration'] as const satisfies readonly (keyof TaskCounts)[];
export const noTask: TaskCounts = { started: 0, succeeded: 0, failed: 0, retried: 0, duration: 0 };

/** Of a step's record in the ledger, what is counted. */
export interface CountedStep {
  readonly step: string;
  readonly status?: StepStatus | undefined;
  readonly attempts?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
}

/** What was skipped or never begun counts nothing. What was given up before its function ever ran was begun by the machine. */
export const tallyOf = (steps: readonly CountedStep[]): Tally =>
  Object.fromEntries(steps.flatMap((each) => (each.status === undefined || each.status === 'SKIPPED' ? [] : [[each.step, countsOf(each)]])));

const countsOf = ({ status, attempts = 1, startedAt, finishedAt }: CountedStep): TaskCounts => ({
  started: 1, succeeded: status === 'DONE' ? 1 : 0, failed: status === 'FAILED' || status === 'PARKED' ? 1 : 0, retried: Math.max(attempts - 1, 0),
  duration: status === 'DONE' && startedAt !== undefined && finishedAt !== undefined ? Date.parse(finishedAt) - Date.parse(startedAt) : 0,
});

/** What has come since it was counted before: only of the steps that changed. */
export const tallyDelta = (now: Tally, before: Tally = {}): Tally =>
  Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((step) => {
    const counts = minus(now[step] ?? noTask, before[step] ?? noTask);
    return taskCounts.some((count) => counts[count] !== 0) ? [[step, counts]] : [];
  }));

/** What an operator no longer wants counts nothing, as if it had never begun. */
export const tallyWithout = (tally: Tally, step: string): Tally => Object.fromEntries(Object.entries(tally).filter(([each]) => each !== step));

const minus = (one: TaskCounts, other: TaskCounts): TaskCounts => ({
  started: one.started - other.started, succeeded: one.succeeded - other.succeeded, failed: one.failed - other.failed,
  retried: one.retried - other.retried, duration: one.duration - other.duration,
});
