import { runKey, runsOfTenant, tenantRuns } from '../../lambdas/adapters/run-ledger.ts';
import { statisticsMoved } from '../../lambdas/adapters/run-statistics.ts';
import type { Store, Write } from '../../lambdas/adapters/store.ts';
import { transitions, type RunStatus } from '../../lambdas/domain/run.ts';
import { tallyDelta, type Tally } from '../../lambdas/domain/tally.ts';

export interface CountedRun {
  readonly runId: string; readonly type: string; readonly tenantId: string; readonly startedAt: string; readonly status: RunStatus;
  readonly completedIn?: number; readonly tally?: Tally;
}

/** Runs as the ledger and the statistics have them, and nothing else of a run: each move with its numbers in one transaction. */
export async function begun(store: Store, run: CountedRun): Promise<CountedRun> {
  await store.transact([
    { table: 'ledger', put: { ...runKey(run.runId), ...recordOf(run), [runsOfTenant.pk]: tenantRuns(run.tenantId), [runsOfTenant.sk]: `${run.startedAt}#${run.runId}` } },
    ...statisticsMoved({ run, to: run.status, completedIn: run.completedIn, tasks: run.tally }),
  ]);
  return run;
}

export async function moved(store: Store, run: CountedRun, to: RunStatus, { completedIn, tally = run.tally }: Pick<CountedRun, 'completedIn' | 'tally'> = {}): Promise<CountedRun> {
  if (!transitions[run.status].includes(to)) throw new Error(`a run never goes from ${run.status} to ${to}`);
  const firstTime = run.completedIn === undefined ? completedIn : undefined;
  const after: CountedRun = { ...run, status: to, ...(tally && { tally }), ...(firstTime !== undefined && { completedIn: firstTime }) };
  await store.transact([
    { table: 'ledger', update: runKey(run.runId), set: recordOf(after) },
    ...statisticsMoved({ run, from: run.status, to, completedIn: firstTime, tasks: tallyDelta(after.tally ?? {}, run.tally) }),
  ]);
  return after;
}

const recordOf = ({ runId, type, tenantId, startedAt, status, completedIn, tally }: CountedRun): NonNullable<Extract<Write, { update: unknown }>['set']> => ({
  runId, type, tenantId, startedAt, status, ...(completedIn !== undefined && { completedIn }),
  ...(tally && { tally: Object.fromEntries(Object.entries(tally).map(([step, counts]) => [step, { ...counts }])) }),
});
