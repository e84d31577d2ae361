import * as z from 'zod/mini';
import { runStatuses } from '../domain/run.ts';
import { countersMoved, sumOf, type Counters } from '../domain/run-statistics.ts';
import { slotsWithin } from '../domain/statistics-window.ts';
import { eachPage } from './pages.ts';
import { runKey, runsOfTenant, tenantRuns } from './run-ledger.ts';
import { CHANGES, countersIn, placesOf, readStatisticsItems } from './run-statistics.ts';
import { asRead, won, type Item, type Key, type Store, type Write } from './store.ts';

/** What the statistics must be, counted from the records of the runs; what they are, and how the one becomes the other. */

const task = z.object({ started: z.number(), succeeded: z.number(), failed: z.number(), retried: z.number(), duration: z.number() });
const countedRun = z.object({
  runId: z.string(), tenantId: z.string(), type: z.string(), status: z.enum(runStatuses), startedAt: z.string(),
  completedIn: z.optional(z.number()), tally: z.optional(z.record(z.string(), task)),
});
type CountedRun = z.infer<typeof countedRun>;

export interface Recounting {
  readonly now?: Date;
  /** Waits until the index of runs shows what has been written by now; it lags behind the table by moments. */
  readonly indexCaughtUp?: () => Promise<void>;
}

/** How often what moves meanwhile is counted again. */
const ROUNDS = 5;
/** Every slot that a window looks at lies in one of these. */
const heldWindows = ['all', '7d', '1h'] as const;

export interface StatisticsItem { readonly key: Key; readonly expiresAt?: number; readonly counters: Counters }
export type StatisticsItems = ReadonlyMap<string, StatisticsItem>;

const addressOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

/** Counts all runs of the tenant. The index says which there are, their records (read consistently) what they are. */
export async function recount(store: Store, tenantId: string, now = new Date()): Promise<StatisticsItems> {
  const counted = new Map<string, StatisticsItem>();
  for await (const items of eachPage((cursor) => store.query({ table: 'ledger', index: runsOfTenant, pk: tenantRuns(tenantId), limit: 100, ...cursor }))) {
    const runs = items.length > 0 ? await store.getMany(items.map(({ runId }) => ({ table: 'ledger', key: runKey(z.string().parse(runId)) }))) : [];
    for (const run of runs) if (run) countIn(counted, countedRun.parse(run), now);
  }
  return counted;
}

/** A run that is where it is looks in the numbers as if it had come there in one step. */
function countIn(counted: Map<string, StatisticsItem>, run: CountedRun, now: Date): void {
  const counters = countersMoved({ to: run.status, completedIn: run.completedIn, tasks: run.tally });
  for (const place of placesOf(run).filter(({ key }) => isHeld(key, now))) {
    const before = counted.get(addressOf(place.key))?.counters ?? {};
    counted.set(addressOf(place.key), { ...place, counters: sumOf([before, counters]) });
  }
}

const isHeld = ({ sk }: Key, now: Date): boolean => heldWindows.some((window) => {
  const { from, to } = slotsWithin(window, now);
  return sk >= from && sk <= to;
});

interface Difference extends StatisticsItem { readonly stored: Counters; readonly changes: number | undefined }
interface Comparison { readonly differences: readonly Difference[]; /** Addresses of what kept moving. */ readonly undecided: readonly string[] }

type StoredItems = ReadonlyMap<string, Item>;
const changesOf = (item: Item | undefined): number | undefined => (item === undefined ? undefined : z.number().parse(item[CHANGES]));

async function storedItems(store: Store, tenantId: string, now: Date): Promise<StoredItems> {
  const items = await Promise.all(heldWindows.map((window) => readStatisticsItems(store, tenantId, window, now)));
  return new Map(items.flat().map((item) => [addressOf(item), item]));
}

/**
 * An item that is the same before and after the count was the same all through it, and so were the runs that it counts, since
 * every transition changes both in one transaction. What moved is counted again.
 */
async function compared(store: Store, tenantId: string, { now = new Date(), indexCaughtUp }: Recounting): Promise<Comparison> {
  const verdicts = new Map<string, Difference | undefined>();
  let undecided: readonly string[] = [];
  for (let round = 0; round < ROUNDS && (round === 0 || undecided.length > 0); round += 1) {
    const before = await storedItems(store, tenantId, now);
    await indexCaughtUp?.();
    const counted = await recount(store, tenantId, now);
    const after = await storedItems(store, tenantId, now);
    const addresses = [...new Set([...before.keys(), ...counted.keys(), ...after.keys()])];
    for (const address of addresses)
      if (changesOf(before.get(address)) === changesOf(after.get(address))) verdicts.set(address, differenceOf(after.get(address), counted.get(address)));
    undecided = addresses.filter((address) => !verdicts.has(address));
  }
  return { differences: [...verdicts.values()].filter((each) => each !== undefined), undecided };
}

function differenceOf(item: Item | undefined, counted: StatisticsItem | undefined): Difference | undefined {
  const known = counted ?? (item && { key: { pk: item.pk, sk: item.sk }, ...(typeof item['expiresAt'] === 'number' && { expiresAt: item['expiresAt'] }), counters: {} });
  const stored = item ? countersIn(item) : {};
  return known && differing(stored, known.counters).length > 0 ? { ...known, stored, changes: changesOf(item) } : undefined;
}

const differing = (one: Counters, other: Counters): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => (one[name] ?? 0) !== (other[name] ?? 0)).toSorted();

const sentence = ({ key, stored, counters }: Difference): string =>
  `${key.sk} of ${key.pk}: ${differing(stored, counters).map((name) => `${name} is ${stored[name] ?? 0}, counted ${counters[name] ?? 0}`).join('; ')}`;

const sentences = ({ differences, undecided }: Comparison): readonly string[] => [
  ...differences.map(sentence), ...undecided.map((address) => `${address} changed whenever it was counted; count again when there is less traffic`)];

/** Where statistics and ledger disagree, a sentence each; empty when they agree. */
export const statisticsDiffer = async (store: Store, tenantId: string, recounting: Recounting = {}): Promise<readonly string[]> =>
  sentences(await compared(store, tenantId, recounting));

const replaced = ({ key, expiresAt, counters, changes }: Difference): Write => ({
  table: 'ledger', put: { ...key, ...(expiresAt !== undefined && { expiresAt }), ...counters, [CHANGES]: (changes ?? 0) + 1 }, if: asRead(CHANGES, changes),
});

/** Replaces what differs, unless it has moved since; that is counted again. Answers what differed, and what still does. */
export async function rebuildStatistics(store: Store, tenantId: string, recounting: Recounting = {}): Promise<{ readonly replaced: readonly string[]; readonly left: readonly string[] }> {
  const done: string[] = [];
  let found = await compared(store, tenantId, recounting);
  for (let round = 0; round < ROUNDS && found.differences.length > 0; round += 1) {
    for (const difference of found.differences)
      if (await won(store.transact([replaced(difference)]))) done.push(sentence(difference));
    found = await compared(store, tenantId, recounting);
  }
  return { replaced: done, left: sentences(found) };
}

