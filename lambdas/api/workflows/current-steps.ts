import { readWork, type Work } from '../../adapters/run-work.ts';
import type { RunRecord, StepRecord } from '../../adapters/run-ledger.ts';
import type { Store } from '../../adapters/store.ts';
import type { RunStatus } from '../../domain/run.ts';
import { compensationOf, stepsOf } from '../../kit/workflow.ts';
import { workflowOf } from '../../workflows/index.ts';
import type { CurrentStep } from './run-schemas.ts';

const working: ReadonlySet<RunStatus> = new Set(['RUNNING', 'TIMED_OUT', 'COMPENSATING']);

/** The work of those among the runs that are worked on: of the others nothing is under way. */
export const readWorkOf = (store: Store, runs: readonly RunRecord[]): Promise<ReadonlyMap<string, Work>> =>
  readWork(store, runs.filter(({ status }) => working.has(status)).map(({ runId, type, status }) => (status === 'COMPENSATING'
    ? { runId, steps: [], undos: compensationOf(workflowOf(type)).map(({ step }) => step) }
    : { runId, steps: stepsOf(workflowOf(type)).map(({ step }) => step), undos: [] })));

/** Those that were begun and are not done: of a run its steps, of one that is being undone its undos. */
export function currentOf({ type, status }: RunRecord, work: Work | undefined): readonly CurrentStep[] {
  if (!work || !working.has(status)) return [];
  const records = status === 'COMPENSATING' ? work.undos : work.steps.filter((record) => record.void === undefined);
  return records.filter((record) => record.status === 'STARTED').map((record) => currentStep(record, workflowOf(type).config.retryAttempts + 1));
}

const currentStep = ({ step, attempts = 1, error }: StepRecord, of: number): CurrentStep =>
  ({ step, attempt: attempts, of: Math.max(of, attempts), retrying: error !== undefined, ...(error && { error }) });

/** For so long nothing may have happened before a run counts as one that does not come along. */
const STANDS_STILL_AFTER_MS = 60_000;

/** It waits, tries again, was given up by its machine, or nothing of it has moved for a while. */
export function isNotProgressing(run: RunRecord, work: Work | undefined, now: Date): boolean {
  if (run.status === 'WAITING' || run.status === 'TIMED_OUT') return true;
  if (currentOf(run, work).some(({ retrying }) => retrying)) return true;
  const times = [...(work?.steps ?? []), ...(work?.undos ?? [])].flatMap(({ startedAt, finishedAt, tries = [] }) => [startedAt ?? '', finishedAt ?? '', ...tries.map(({ at }) => at)]);
  const last = [run.changedAt ?? run.startedAt, ...times].toSorted().at(-1) ?? run.startedAt;
  return now.getTime() - Date.parse(last) > STANDS_STILL_AFTER_MS;
}
