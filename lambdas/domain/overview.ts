import { statisticsOf, sumOf, type Counters, type Statistics } from './run-statistics.ts';

/** What was counted in one slot of time of one process. */
export interface Counted { readonly at: string; readonly type: string; readonly counters: Counters }

/** By column, a value for every slot of time: how many of those that began in it are where by now, and how long they took. */
export interface Series {
  readonly started: number[]; readonly completed: number[]; readonly completedWithWarnings: number[]; readonly compensated: number[]; readonly failed: number[]; readonly inFlight: number[];
  readonly p50: (number | null)[]; readonly p95: (number | null)[];
}

export function seriesOf(slots: readonly string[], counted: readonly Counted[]): Series {
  const bySlot = Map.groupBy(counted, ({ at }) => at);
  const all = slots.map((at) => statisticsOf(sumOf((bySlot.get(at) ?? []).map(({ counters }) => counters)), []));
  return {
    started: all.map(({ totalWorkflows }) => totalWorkflows), completed: all.map(({ completedWorkflows }) => completedWorkflows),
    completedWithWarnings: all.map((each) => each.completedWithWarnings), compensated: all.map(({ compensatedWorkflows }) => compensatedWorkflows),
    failed: all.map(waitingForSomebody), inFlight: all.map(({ runningWorkflows }) => runningWorkflows), p50: all.map(({ p50 }) => p50), p95: all.map(({ p95 }) => p95),
  };
}

/** What failed and waits for a person; what gave way or was called off is over. */
export const waitingForSomebody = ({ byStatus }: Pick<Statistics, 'byStatus'>): number => byStatus.PARKED + byStatus.COMPENSATION_FAILED;
export const calledOff = ({ byStatus }: Pick<Statistics, 'byStatus'>): number => byStatus.FENCED + byStatus.CANCELLED;

/** What was accepted is what has ended and what is in flight: each is counted by itself, so a gap would show. */
export function conservationOf(all: Statistics): { readonly accepted: number; readonly ended: number; readonly inFlight: number; readonly gap: number } {
  const [accepted, inFlight] = [all.totalWorkflows, all.runningWorkflows];
  const ended = all.completedWorkflows + all.completedWithWarnings + all.compensatedWorkflows + all.failedWorkflows;
  return { accepted, ended, inFlight, gap: accepted - ended - inFlight };
}
