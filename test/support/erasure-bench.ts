import v8 from 'node:v8';
import { CrowdedTables } from './crowded-tables.ts';
import { historyOf, largestState } from './erasure-history.ts';
import { beginErasure, erasureOf, readyToErase } from './erasures.ts';
import type { World } from './world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';

export interface Row {
  readonly items: number;
  readonly requestsPerItem: number;
  readonly cpuMicrosPerItem: number;
  /** What the heap grew by at the most, with what was not collected yet. */
  readonly peakMb: number;
  readonly executions: number;
  readonly mostEvents: number;
  readonly largestStateBytes: number;
  readonly erased: boolean;
}

/** One partition takes a thousand small writes a second, and eight batches are on their way at once. */
const BATCHES_TAKE_MS = 200;
const WARMING_UP = 20_000;

/** One person with so many items is erased: by the real handlers in the compiled machine, on tables that take as long to write as one partition of DynamoDB. */
export async function measured(items: number): Promise<Row> {
  const { world, subject, other } = await readyToErase(1);
  const crowded = new CrowdedTables(world.tables);
  await erase(world, crowded, other, WARMING_UP);
  const row = await erase(world, crowded, subject, items);
  world.end();
  return row;
}

/** Before anything is measured another person was erased: what runs is warm. */
async function erase(world: World, crowded: CrowdedTables, subject: Subject, items: number): Promise<Row> {
  crowded.give(subject, items);
  let underWay: Promise<void> | undefined;
  crowded.beforeBatch = () => underWay ??= world.time.pause(BATCHES_TAKE_MS).finally(() => {
    underWay = undefined;
  });
  let peak = 0;
  const executions = world.machines.executions.length;
  const requestId = await beginErasure(world, subject);
  const requests = world.tables.requests;
  globalThis.gc?.();
  const heap = v8.getHeapStatistics().used_heap_size;
  crowded.onRequest = () => {
    peak = Math.max(peak, v8.getHeapStatistics().used_heap_size - heap);
  };
  const begun = process.cpuUsage();
  await world.settle();
  const { user, system } = process.cpuUsage(begun);
  const own = world.machines.executions.slice(executions).filter(({ type }) => type === 'user_deletion');
  const { request } = await erasureOf(world, subject, requestId);
  return {
    items, requestsPerItem: (world.tables.requests - requests) / items, cpuMicrosPerItem: (user + system) / items, peakMb: peak / 2 ** 20, executions: own.length,
    mostEvents: Math.max(...own.map(historyOf)), largestStateBytes: Math.max(...own.map(largestState)), erased: request === 'COMPLETED' && crowded.left === 0,
  };
}
