import { createHash } from 'node:crypto';
import type { Counted } from '../domain/overview.ts';
import { countersMoved, sumOf, type Counters, type Movement } from '../domain/run-statistics.ts';
import { slotsOf, slotsWithin, timeIn, type StatisticsWindow } from '../domain/statistics-window.ts';
import { STATISTICS_SHARDS } from '../domain/tenant.ts';
import { allPages } from './pages.ts';
import type { Item, Key, Store, Write } from './store.ts';

/** How often an item was changed: what is replaced must not have moved meanwhile. */
export const CHANGES = 'changes';
const NO_COUNTERS: readonly string[] = ['pk', 'sk', 'expiresAt', CHANGES];

export interface CountedRun { readonly tenantId: string; readonly type: string; readonly runId: string; readonly startedAt: string }

const shardOf = (runId: string): number => createHash('sha256').update(runId).digest().readUInt8(0) % STATISTICS_SHARDS;
const partitionOf = (tenantId: string, shard: number): string => `TENANT#${tenantId}#RUNSTATISTICS#${shard}`;

/** Where a run is counted: over all time, in the hour and in the five minutes of its start. */
export const placesOf = ({ tenantId, type, runId, startedAt }: CountedRun): readonly { readonly key: Key; readonly expiresAt?: number }[] =>
  slotsOf(startedAt).map(({ name, ...expiry }) => ({ key: { pk: partitionOf(tenantId, shardOf(runId)), sk: `${name}${type}` }, ...expiry }));

/**
 * A transition in the numbers; belongs into the transaction of the transition itself, so that the two never disagree. Also for
 * the tasks alone, with `from` and `to` the same.
 */
export function statisticsMoved({ run, ...movement }: Movement & { readonly run: CountedRun }): readonly Write[] {
  const counters = countersMoved(movement);
  if (Object.keys(counters).length === 0) return [];
  return placesOf(run).map(({ key, expiresAt }) => ({
    table: 'ledger', update: key, add: { ...counters, [CHANGES]: 1 }, ...(expiresAt !== undefined && { set: { expiresAt } }),
  }));
}

export const countersIn = (item: Item): Counters =>
  Object.fromEntries(Object.entries(item).flatMap(([name, value]) => (typeof value === 'number' && !NO_COUNTERS.includes(name) ? [[name, value]] : [])));

export const typeIn = ({ sk }: Key): string => sk.slice(sk.lastIndexOf('#') + 1);

/** Everything that is counted of the runs of a tenant which started within the window, shard by shard and slot by slot. */
export async function readStatisticsItems(store: Store, tenantId: string, window: StatisticsWindow, now: Date): Promise<readonly Item[]> {
  const { from, to } = slotsWithin(window, now);
  const shards = Array.from({ length: STATISTICS_SHARDS }, (_, shard) =>
    allPages((cursor) => store.query({ table: 'ledger', pk: partitionOf(tenantId, shard), skAtLeast: from, skAtMost: to, ...cursor })));
  return (await Promise.all(shards)).flat();
}

/** The same, slot by slot and type by type: for a course over time. */
export async function readCounted(store: Store, tenantId: string, window: Exclude<StatisticsWindow, 'all'>, now: Date): Promise<readonly Counted[]> {
  const items = await readStatisticsItems(store, tenantId, window, now);
  return items.map((item) => ({ at: timeIn(item.sk), type: typeIn(item), counters: countersIn(item) }));
}

/** The sums, type by type; what never ran is not in it. */
export async function readRunStatistics(
  store: Store, tenantId: string, { type, window }: { readonly type?: string | undefined; readonly window: StatisticsWindow }, now = new Date(),
): Promise<ReadonlyMap<string, Counters>> {
  const items = await readStatisticsItems(store, tenantId, window, now);
  const byType = Map.groupBy(items.filter((item) => type === undefined || typeIn(item) === type), typeIn);
  return new Map([...byType].map(([each, counted]) => [each, sumOf(counted.map(countersIn))]));
}
