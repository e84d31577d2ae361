import middy from '@middy/core';
import { sqsDeadLetterQueues, type DeadLetterQueues } from '../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { stateMachines } from '../adapters/executions.ts';
import { pulseBeaten } from '../adapters/reconciler-pulse.ts';
import { parseRun, type RunRecord } from '../adapters/run-ledger.ts';
import type { Item } from '../adapters/store.ts';
import { dueMarks, eachMark } from '../adapters/watch.ts';
import { bindable } from '../kit/bindable.ts';
import { log, safeError } from '../kit/log.ts';
import { countReconciliation } from '../kit/metrics.ts';
import { configFor } from '../kit/process-config.ts';
import { workflowOf, workflowsHere } from '../workflows/index.ts';
import { beginWaiting } from './begin-waiting.ts';
import { workOffBatches } from './bulk-retries.ts';
import { collectDeadLetters } from './collect-dead-letters.ts';
import { listAnew } from './listed-anew.ts';
import { reconcileRun, type ReconcilingPorts } from './reconcile-run.ts';
import { countsOf } from './round.ts';
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
const PER_READ = 80;

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
  const mended = [
    ...await eachRun(ports, marks, over, (run) => reconcileRun(ports, run, now)),
    ...await waitingRuns(ports, over, now),
    ...await settleTakenLetters(ports.store, now),
    ...await collectDeadLetters(ports, now),
  ];
  const retried = await workOffBatches(ports, now);
  const letters = await dueMarks(ports.store, 'open', now);
  const repairs = [...mended, ...await listAnew(ports.store, letters)];
  const seen: Pass = { lagSeconds: secondsSince(marks[0]?.['dueAt'], now), looked: marks.length, retried, repairs: countsOf(repairs), openDeadLetters: letters.length, oldestDeadLetterSeconds: secondsSince(letters[0]?.['dueAt'], now) };
  countReconciliation(seen);
  await ports.store.transact([pulseBeaten({ at: now.toISOString(), looked: seen.looked, repaired: repairs.length, lagSeconds: seen.lagSeconds })]);
  return seen;
}

const secondsSince = (time: unknown, now: Date): number => (typeof time === 'string' ? Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / 1000)) : 0);

const urgency = { high: 0, medium: 1, low: 2 } as const;
/** A run of a process that is not declared any more comes last; it is trouble, and says so. */
const urgencyOf = ({ type }: Item): number => urgency[workflowsHere().find((each) => each.type === type)?.config.priority ?? 'low'];

/** One run that cannot be dealt with does not keep the others waiting. */
async function eachRun<Repair extends string>(
  { store }: ReconcilerPorts, marks: readonly Item[], over: number, deal: (run: RunRecord) => Promise<Repair | undefined>,
): Promise<readonly (Repair | 'trouble')[]> {
  const repairs: (Repair | 'trouble')[] = [];
  for (let from = 0; from < marks.length && Date.now() < over; from += PER_READ) {
    const items = await store.getMany(marks.slice(from, from + PER_READ).map((key) => ({ table: 'ledger', key })));
    const runs = items.filter((item) => item !== undefined).toSorted((one, other) => urgencyOf(one) - urgencyOf(other));
    for (let at = 0; at < runs.length; at += AT_ONCE)
      repairs.push(...(await Promise.all(runs.slice(at, at + AT_ONCE).map((item) => dealt(item, deal)))).filter((each) => each !== undefined));
  }
  return repairs;
}

async function dealt<Repair>(item: Item, deal: (run: RunRecord) => Promise<Repair | undefined>): Promise<Repair | 'trouble' | undefined> {
  try {
    return await deal(parseRun(item));
  } catch (error) {
    log.error('a run could not be reconciled', { ...(typeof item['runId'] === 'string' && { runId: item['runId'] }), error: safeError(error) });
    return 'trouble';
  }
}

/** Of a process that is paused many may wait, and each process is asked once in a pass. */
async function waitingRuns(ports: ReconcilerPorts, over: number, now: Date): Promise<readonly string[]> {
  const repairs: string[] = [];
  const asked = new Map<string, Promise<boolean>>();
  const isPaused = ({ type, tenantId }: RunRecord): Promise<boolean> => {
    const known = asked.get(`${tenantId} ${type}`) ?? configFor(ports.store, workflowOf(type), tenantId).then(({ values }) => !values.enabled);
    asked.set(`${tenantId} ${type}`, known);
    return known;
  };
  await eachMark(ports.store, 'waiting', now, async (marks) => {
    repairs.push(...await eachRun(ports, marks, over, async (run) => (run.waitsFor === 'enabling' && await isPaused(run) ? undefined : beginWaiting(ports, run, now))));
    return Date.now() < over ? 'go on' : 'enough';
  });
  return repairs;
}
