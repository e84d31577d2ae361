import * as z from 'zod/mini';
import { eachPage } from '../adapters/pages.ts';
import { MOST_IN_A_BATCH, type BatchedWrite, type Item, type Store, type TableName, type Write } from '../adapters/store.ts';
import { areaOf, isSame, pageOf, partitionsOf, type Partition } from './partitions.ts';
import type { Place } from './place.ts';

/** Items of one kind that lie in one partition. */
export interface Area extends Place {
  /** What its count is called. */
  readonly name: string;
  /** What is to stay of an item, in its place; undefined where it already is as it is to be. Without it the item goes. */
  readonly rewritten?: (item: Item, now: Date) => Item | undefined;
}

/** A stretch of a partition that is being dealt with, both ends included; and whether there may be more behind it. */
const stretch = z.object({ table: z.string(), pk: z.string(), from: z.string(), upTo: z.string(), more: z.boolean() });
type Stretch = Place & { readonly more: boolean };
/** What the chunk before has found, so that it need not be read twice. */
export type Found = readonly BatchedWrite[];

export interface SweptChunk {
  readonly more?: { readonly checkpoint: string; readonly carried: Found };
  /** What was found now, by area: counted in the transaction of the checkpoint or of the end, and so exactly once. */
  readonly counts: Readonly<Record<string, number>>;
  /** As much of it as has room in that transaction; the rest goes after it. */
  readonly writes: readonly Write[];
}
export interface SweepAt { readonly checkpoint: string | undefined; readonly carried: Found | undefined; readonly now: Date }

/** A page of this size costs 19 requests: to read it, to count it with what has room there, and 17 batches for the rest; and it is gone within seconds. */
const PAGE = 500;
/** Where the one before held nothing, there may be much that only lies between. */
const WIDER_PAGE = 10 * PAGE;
/** As many batches are on their way at once. */
const AT_ONCE = 8;
/** So many pages in which nothing is to be done are read before that is noted. */
const PAGES_AT_ONCE = 25;
/** Of the hundred writes of a transaction, and of what it may weigh, enough is left for those it is made for. */
const ROOM = { writes: 75, bytes: 1_000_000 };

/**
 * One chunk of a sweep over areas. The checkpoint names the stretch that was found and counted; the next chunk deals with it and finds
 * another; what is little is found, counted and gone in one transaction. Whoever goes on after a crash deals with the whole stretch
 * once more, which changes nothing where it was done. An area that is no longer among these, since a hold was placed on it, is left as
 * it is from here on.
 */
export async function sweepChunk(store: Store, areas: readonly Area[], { checkpoint, carried, now }: SweepAt): Promise<SweptChunk> {
  const partitions = partitionsOf(areas);
  const pending = checkpoint === undefined ? undefined : stretch.parse(JSON.parse(checkpoint)) as Stretch;
  const there = pending && partitions.find(isSame(pending));
  if (there && pending) await dealtWith(store, there, { pending, carried, now });
  const next = pending?.more === false ? undefined : await nextStretch(store, partitions, pending, now);
  if (!next) return { counts: {}, writes: [] };
  const { at, found, counts } = next;
  const room = roomFor(found);
  const writes = found.slice(0, room).map((write): Write => ({ table: at.table, ...write }));
  return at.more || found.length > room ? { more: { checkpoint: JSON.stringify(at), carried: found.slice(room) }, counts, writes } : { counts, writes };
}

/** How many of them, from the first on, have room beside what belongs into the transaction. */
function roomFor(found: Found): number {
  let bytes = 0;
  const beyond = found.findIndex((write, position) => {
    bytes += 'put' in write ? JSON.stringify(write.put).length : 0;
    return position >= ROOM.writes || bytes > ROOM.bytes;
  });
  return beyond < 0 ? found.length : beyond;
}

interface Dealing { readonly pending: Stretch; readonly carried: Found | undefined; readonly now: Date }
async function dealtWith(store: Store, partition: Partition, { pending, carried, now }: Dealing): Promise<void> {
  if (carried) return written(store, partition.table, carried);
  for await (const items of eachPage((cursor) => pageOf(store, pending, { limit: PAGE, ...keysOf(partition), ...cursor })))
    await written(store, partition.table, items.flatMap((item) => writesOf(partition, item, now).found));
}

interface Next { readonly at: Stretch; readonly found: Found; readonly counts: Readonly<Record<string, number>> }
async function nextStretch(store: Store, partitions: readonly Partition[], before: Stretch | undefined, now: Date): Promise<Next | undefined> {
  const begin = before ? Math.max(0, partitions.findIndex(isSame(before))) : 0;
  for (const [nth, partition] of partitions.entries()) {
    if (nth < begin) continue;
    const next = await stretchOf(store, before && isSame(before)(partition) ? { ...partition, from: before.upTo } : partition, now);
    if (next.found.length > 0 || next.at.more) return { ...next, at: { ...next.at, more: next.at.more || nth < partitions.length - 1 } };
  }
  return undefined;
}

async function stretchOf(store: Store, partition: Partition, now: Date): Promise<Next> {
  const { table, pk } = partition;
  let cursor: string | undefined;
  for (let page = 1; ; page += 1) {
    const read = await pageOf(store, partition, { limit: page === 1 ? PAGE : WIDER_PAGE, ...keysOf(partition), ...(cursor !== undefined && { cursor }) });
    const all = read.items.map((item) => writesOf(partition, item, now));
    const found = all.flatMap((each) => each.found);
    ({ cursor } = read);
    if (found.length > 0 || cursor === undefined || page === PAGES_AT_ONCE) {
      const [from = partition.from, upTo = partition.upTo] = [read.items[0]?.sk, read.items.at(-1)?.sk];
      return { at: { table, pk, from, upTo, more: cursor !== undefined }, found, counts: countedIn(all.flatMap(({ area }) => area ?? [])) };
    }
  }
}

/** Of what only goes the keys are enough. */
const keysOf = ({ areas }: Partition): { readonly keysOnly?: true } => (areas.some(({ rewritten }) => rewritten) ? {} : { keysOnly: true });

export function countedIn(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** What is to be written of an item, and where that counts. */
function writesOf(partition: Partition, item: Item, now: Date): { readonly found: Found; readonly area?: string } {
  const area = areaOf(partition, item);
  if (!area) return { found: [] };
  if (!area.rewritten) return { found: [{ delete: { pk: item.pk, sk: item.sk } }], area: area.name };
  const after = area.rewritten(item, now);
  return after ? { found: [{ put: after }], area: area.name } : { found: [] };
}

async function written(store: Store, table: TableName, writes: Found): Promise<void> {
  const batches = Array.from({ length: Math.ceil(writes.length / MOST_IN_A_BATCH) }, (_, nth) => writes.slice(nth * MOST_IN_A_BATCH, (nth + 1) * MOST_IN_A_BATCH));
  for (let from = 0; from < batches.length; from += AT_ONCE)
    await Promise.all(batches.slice(from, from + AT_ONCE).map((batch) => store.batch(table, batch)));
}
