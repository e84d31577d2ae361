import { bucketOf, percentile } from './duration-histogram.ts';
import { runStatuses, type RunStatus } from './run.ts';
import { taskCounts, type Tally, type TaskCounts } from './tally.ts';

/** Numbers by name, flat, so that runs side by side can add to them and sums of sums are sums. */
export type Counters = Readonly<Record<string, number>>;

const TOTAL = 'total';
const COMPLETIONS = 'completions';
const COMPLETION_TIME = 'completionTime';
const BUCKET = /^bucket:(\d+)$/;
const TASK = /^task:([^:]+):/;
const statusCounter = (status: RunStatus): string => `status:${status}`;
const taskCounter = (step: string, count: keyof TaskCounts): string => `task:${step}:${count}`;

/** What a transition of a run changes. Without `from` the run is new; `completedIn` comes once, with its first completion. */
export interface Movement {
  readonly from?: RunStatus | undefined;
  readonly to: RunStatus;
  /** Milliseconds. */
  readonly completedIn?: number | undefined;
  /** What came to the tally of its steps. */
  readonly tasks?: Tally | undefined;
}

/** Only what is not zero. The total is counted on its own, so that it can contradict the sum of the statuses. */
export function countersMoved({ from, to, completedIn, tasks = {} }: Movement): Counters {
  return sumOf([
    from === undefined ? { [TOTAL]: 1 } : { [statusCounter(from)]: -1 },
    { [statusCounter(to)]: 1 },
    completedIn === undefined ? {} : { [COMPLETIONS]: 1, [COMPLETION_TIME]: completedIn, [`bucket:${bucketOf(completedIn)}`]: 1 },
    ...Object.entries(tasks).map(([step, counts]) => Object.fromEntries(taskCounts.map((count) => [taskCounter(step, count), counts[count]]))),
  ]);
}

export function sumOf(all: readonly Counters[]): Counters {
  const sum = new Map<string, number>();
  for (const counters of all) for (const [name, by] of Object.entries(counters)) sum.set(name, (sum.get(name) ?? 0) + by);
  return Object.fromEntries([...sum].filter(([, value]) => value !== 0));
}

/** Five parts that add up to the total. What is under way includes what waits and what is being undone; what failed waits for somebody or never got through. */
const parts = {
  runningWorkflows: ['RUNNING', 'WAITING', 'COMPENSATING', 'TIMED_OUT'], completedWorkflows: ['COMPLETED'], completedWithWarnings: ['COMPLETED_WITH_WARNINGS'],
  compensatedWorkflows: ['COMPENSATED'], failedWorkflows: ['COMPENSATION_FAILED', 'PARKED', 'FENCED', 'CANCELLED'],
} as const satisfies Readonly<Record<string, readonly RunStatus[]>>;

export interface TaskStatistics extends Omit<TaskCounts, 'duration'> {
  /** Of what was started, 0 to 1; null where nothing was. */
  readonly successRate: number | null;
  readonly averageDuration: number | null;
}

/** Durations in milliseconds; null where there is nothing to measure. */
export interface Statistics extends Readonly<Record<keyof typeof parts, number>> {
  readonly totalWorkflows: number;
  readonly averageExecutionTime: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly byStatus: Readonly<Record<RunStatus, number>>;
  readonly taskSuccessRates: Readonly<Record<string, TaskStatistics>>;
}

/** The numbers as a person reads them; of these steps also when nothing was ever counted. */
export function statisticsOf(counters: Counters, steps: readonly string[]): Statistics {
  const count = (name: string): number => counters[name] ?? 0;
  const ofStatus = (status: RunStatus): number => count(statusCounter(status));
  const part = (name: keyof typeof parts): number => parts[name].reduce((sum, status) => sum + ofStatus(status), 0);
  const buckets = bucketsIn(counters);
  return {
    totalWorkflows: count(TOTAL), runningWorkflows: part('runningWorkflows'), completedWorkflows: part('completedWorkflows'),
    completedWithWarnings: part('completedWithWarnings'), compensatedWorkflows: part('compensatedWorkflows'), failedWorkflows: part('failedWorkflows'),
    averageExecutionTime: average(count(COMPLETION_TIME), count(COMPLETIONS)),
    p50: percentile(buckets, 0.5), p95: percentile(buckets, 0.95), p99: percentile(buckets, 0.99),
    byStatus: Object.fromEntries(runStatuses.map((status) => [status, ofStatus(status)])) as Record<RunStatus, number>,
    taskSuccessRates: Object.fromEntries([...new Set([...steps, ...stepsIn(counters)])].map((step) => [step, taskStatistics((name) => count(taskCounter(step, name)))])),
  };
}

function taskStatistics(count: (name: keyof TaskCounts) => number): TaskStatistics {
  const [started, succeeded] = [count('started'), count('succeeded')];
  return {
    started, succeeded, failed: count('failed'), retried: count('retried'),
    successRate: started > 0 ? succeeded / started : null, averageDuration: average(count('duration'), succeeded),
  };
}

const average = (sum: number, count: number): number | null => (count > 0 ? Math.round(sum / count) : null);

const bucketsIn = (counters: Counters): ReadonlyMap<number, number> =>
  new Map(Object.entries(counters).flatMap(([name, count]) => (BUCKET.test(name) ? [[Number(BUCKET.exec(name)?.[1]), count] as const] : [])));

const stepsIn = (counters: Counters): readonly string[] => Object.keys(counters).flatMap((name) => TASK.exec(name)?.[1] ?? []);
