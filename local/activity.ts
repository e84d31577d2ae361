import { setTimeout as sleep } from 'node:timers/promises';
import { readSteps, type RunRecord } from '../lambdas/adapters/run-ledger.ts';
import { listRuns } from '../lambdas/adapters/run-list.ts';
import type { Store } from '../lambdas/adapters/store.ts';
import type { RunStatus } from '../lambdas/domain/run.ts';

const EVERY_MS = 1_000;
const LATEST = 50;

const glyphs: Readonly<Record<RunStatus, string>> = {
  RUNNING: '◐', WAITING: '◷', COMPLETED: '✓', COMPLETED_WITH_WARNINGS: '⚠', COMPENSATING: '↶', COMPENSATED: '↶',
  COMPENSATION_FAILED: '✕', TIMED_OUT: '✕', PARKED: '‖', FENCED: '⇥', CANCELLED: '⊘',
};

/** Says a line whenever a run of the tenant begins or changes its status, until it is told to stop. */
export async function showActivity(store: Store, tenantId: string, say: (line: string) => void, until: AbortSignal): Promise<void> {
  const seen = new Map<string, RunStatus>();
  while (!until.aborted) {
    const { items } = await listRuns(store, tenantId, { limit: LATEST });
    for (const run of items.toReversed()) {
      if (seen.get(run.runId) === run.status) continue;
      seen.set(run.runId, run.status);
      say(await lineOf(store, run));
    }
    await sleep(EVERY_MS, undefined, { signal: until }).catch(() => 'stopped');
  }
}

async function lineOf(store: Store, run: RunRecord): Promise<string> {
  const time = (run.finishedAt ?? run.startedAt).slice(11, 19);
  const head = `${time}  ${glyphs[run.status]} ${run.type.padEnd(20)} ${run.status.padEnd(24)}`;
  if (!run.finishedAt && !run.failedStep) return `${head} ${run.runId}`;
  const steps = await readSteps(store, run.runId);
  const done = steps.filter(({ status }) => status === 'DONE').length;
  const took = run.finishedAt ? `${((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000).toFixed(1)} s` : `${run.failedStep}: ${run.errorClass}`;
  return `${head} ${done}/${steps.length} steps  ${took}  ${run.runId}`;
}
