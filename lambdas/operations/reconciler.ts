import middy from '@middy/core';
import { sqsDeadLetterQueues, type DeadLetterQueues } from '../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { stateMachines } from '../adapters/executions.ts';
import { parseRun, type RunRecord } from '../adapters/run-ledger.ts';
import type { Item } from '../adapters/store.ts';
import { dueMarks, eachMark } from '../adapters/watch.ts';
import { bindable } from '../kit/bindable.ts';
import { log, safeError } from '../kit/log.ts';
import { countReconciliation } from '../kit/metrics.ts';
import { workflowOf } from '../workflows/index.ts';
import { beginWaiting } from './begin-waiting.ts';
import { workOffBatches } from './bulk-retries.ts';
import { collectDeadLetters } from './collect-dead-letters.ts';
import { reconcileRun, type ReconcilingPorts } from './reconcile-run.ts';
import { settleTakenLetters } from './taken-letters.ts';

export interface ReconcilerPorts extends ReconcilingPorts { readonly queues: DeadLetterQueues }

/** What one pass saw and mended. */
export interface Pass {
  /** How long the run that was due first has been waiting for a look, in seconds. */
  readonly lagSeconds: number;
  readonly looked: number;
  /** Runs of bulk retries. */
  readonly retried: number;
  readonly repairs: Readonly<Record<string, number>>;
  readonly openDeadLetters: number;
  readonly oldestDeadLetterSeconds: number;
}

/** A pass ends in time for its report; what it did not come to is first in the next one. */
const BUDGET_MS = 40_000;
const AT_ONCE = 8;

/**
 * Every minute, and whenever somebody calls it: runs past their deadline, executions that ended without telling, starts that were
 * lost, runs that waited and may begin, dead letters in queues and in hands. It reads only what is due and acts by compare-and-set,
 * so two passes at once do no harm.
 */
export const handler = bindable(
  (): ReconcilerPorts => ({ store: dynamodbStore(), executions: stateMachines(), queues: sqsDeadLetterQueues() }),
  (ports: ReconcilerPorts) => middy<unknown, Pass>({ timeoutEarlyInMillis: 0 }).handler(() => pass(ports, new Date())));

async function pass(ports: ReconcilerPorts, now: Date): Promise<Pass> {
  const over = Date.now() + BUDGET_MS;
  const marks = await dueMarks(ports.store, 'in flight', now);
  const repairs = [
    ...await eachRun(ports, marks, over, (run) => reconcileRun(ports, run, now)),
    ...await waitingRuns(ports, over, now),
    ...await settleTakenLetters(ports.store, now),
    ...await collectDeadLetters(ports, now),
  ];
  const counted = Object.fromEntries(Object.entries(Object.groupBy(repairs, (repair) => repair)).map(([repair, each = []]) => [repair, each.length]));
  const retried = await workOffBatches(ports, now);
  const seen: Pass = { lagSeconds: secondsSince(marks[0]?.['dueAt'], now), looked: marks.length, retried, repairs: counted, ...await openLetters(ports, now) };
  countReconciliation(seen);
  return seen;
}

const secondsSince = (time: unknown, now: Date): number => (typeof time === 'string' ? Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / 1000)) : 0);

const urgency = { high: 0, medium: 1, low: 2 } as const;
const byPriority = (one: RunRecord, other: RunRecord): number => urgency[workflowOf(one.type).config.priority] - urgency[workflowOf(other.type).config.priority];

/** One run that cannot be dealt with does not keep the others waiting. */
async function eachRun<Repair extends string>(
  { store }: ReconcilerPorts, marks: readonly Item[], over: number, deal: (run: RunRecord) => Promise<Repair | undefined>,
): Promise<readonly (Repair | 'trouble')[]> {
  const repairs: (Repair | 'trouble')[] = [];
  for (let from = 0; from < marks.length && Date.now() < over; from += AT_ONCE * 10) {
    const items = await store.getMany(marks.slice(from, from + AT_ONCE * 10).map((key) => ({ table: 'ledger', key })));
    const runs = items.flatMap((item) => (item ? [parseRun(item)] : [])).toSorted(byPriority);
    for (let at = 0; at < runs.length; at += AT_ONCE) {
      const dealt = await Promise.all(runs.slice(at, at + AT_ONCE).map((run) => deal(run).catch((error: unknown) => {
        log.error('a run could not be reconciled', { runId: run.runId, type: run.type, error: safeError(error) });
        return 'trouble' as const;
      })));
      repairs.push(...dealt.filter((each) => each !== undefined));
    }
  }
  return repairs;
}

async function waitingRuns(ports: ReconcilerPorts, over: number, now: Date): Promise<readonly string[]> {
  const repairs: string[] = [];
  await eachMark(ports.store, 'waiting', async (marks) => {
    repairs.push(...await eachRun(ports, marks, over, (run) => beginWaiting(ports, run, now)));
    return Date.now() < over ? 'go on' : 'enough';
  });
  return repairs;
}

async function openLetters({ store }: ReconcilerPorts, now: Date): Promise<Pick<Pass, 'openDeadLetters' | 'oldestDeadLetterSeconds'>> {
  const letters = await dueMarks(store, 'open', now);
  return { openDeadLetters: letters.length, oldestDeadLetterSeconds: secondsSince(letters[0]?.['dueAt'], now) };
}
