import { placesOf, type CountedRun } from '../../lambdas/adapters/run-statistics.ts';
import { runOpened } from '../../lambdas/adapters/run-transitions.ts';
import { MOST_IN_A_BATCH, type BatchedWrite, type Store } from '../../lambdas/adapters/store.ts';
import type { RunRecord } from '../../lambdas/adapters/run-ledger.ts';
import type { RunStatus } from '../../lambdas/domain/run.ts';
import { countersMoved, sumOf, type Counters } from '../../lambdas/domain/run-statistics.ts';
import { userRegistration } from '../../lambdas/workflows/user-registration/workflow.ts';

const day = 86_400_000;
const AT_ONCE = 8;

/** Of a hundred runs, how many are where. */
const shares: readonly (readonly [RunStatus, number])[] = [
  ['COMPLETED', 88], ['COMPLETED_WITH_WARNINGS', 4], ['COMPENSATED', 4], ['COMPENSATION_FAILED', 1], ['PARKED', 1], ['RUNNING', 1], ['CANCELLED', 1],
];
const statuses = shares.flatMap(([status, share]) => Array.from({ length: share }, () => status));
const moving: ReadonlySet<RunStatus> = new Set(['RUNNING']);
const failing: ReadonlySet<RunStatus> = new Set(['COMPENSATED', 'COMPENSATION_FAILED', 'PARKED']);

const runOf = (tenantId: string, number: number, count: number, now: number): RunRecord => {
  const status = statuses[(number * 37) % statuses.length] ?? 'COMPLETED';
  const began = now - Math.round((day * number) / count);
  const eventId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    runId: `${userRegistration.type}-${eventId}`, type: userRegistration.type, status, tenantId, subject: `usr_crowd${number % 500}`, eventId, correlationId: eventId,
    configVersion: 0, attempt: 1, version: 4, versionBase: 2, depth: 0, eventAggregate: `usr_crowd${number % 500}`, eventVersion: 1, startedAt: new Date(began).toISOString(),
    ...(!moving.has(status) && { finishedAt: new Date(began + 1_500 + (number % 900)).toISOString() }),
    ...(failing.has(status) && { failedStep: 'CreateUserProfile', errorClass: 'BusinessRefusal' }),
  };
};

/** What each run adds, summed per counter: one write for each instead of one transaction for each run. */
const counted = (runs: readonly RunRecord[]): readonly BatchedWrite[] => {
  const sums = new Map<string, { place: ReturnType<typeof placesOf>[number]; counters: Counters }>();
  for (const run of runs) {
    const completedIn = run.finishedAt && run.status.startsWith('COMPLETED') ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : undefined;
    const more = countersMoved({ to: run.status, completedIn });
    for (const place of placesOf(run satisfies CountedRun)) {
      const name = `${place.key.pk} ${place.key.sk}`;
      sums.set(name, { place, counters: sumOf([sums.get(name)?.counters ?? {}, more]) });
    }
  }
  return [...sums.values()].map(({ place: { key, expiresAt }, counters }) => ({ put: { ...key, ...counters, ...(expiresAt !== undefined && { expiresAt }) } }));
};

/** So many runs of a tenant straight into the ledger, spread over one day, with the numbers that belong to them. */
export async function crowd(store: Store, tenantId: string, count: number, now = Date.now()): Promise<void> {
  const runs = Array.from({ length: count }, (_, number) => runOf(tenantId, number, count, now));
  const writes: readonly BatchedWrite[] = [...runs.flatMap((run) => runOpened(run).flatMap((write) => ('put' in write ? [{ put: write.put }] : []))), ...counted(runs)];
  const batches = Array.from({ length: Math.ceil(writes.length / MOST_IN_A_BATCH) }, (_, at) => writes.slice(at * MOST_IN_A_BATCH, (at + 1) * MOST_IN_A_BATCH));
  for (let at = 0; at < batches.length; at += AT_ONCE) await Promise.all(batches.slice(at, at + AT_ONCE).map((batch) => store.batch('ledger', batch)));
}
