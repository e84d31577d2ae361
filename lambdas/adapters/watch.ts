import { createHash } from 'node:crypto';
import { eachPage } from './pages.ts';
import type { Item, Store, TableName } from './store.ts';

/** What somebody comes to look at: a mark on runs, dead letters and accounts, sparse, in shards, in the order of when. */
export const WATCH_SHARDS = 16;
export const watchIndex = { name: 'watch', pk: 'watchShard', sk: 'dueAt' } as const;

/** Runs that go on by themselves, and runs that wait to begin; dead letters that wait for a person, and those that somebody has taken; accounts whose address nobody has proven; deletions that are open; what is sealed for them. */
export type Watched = 'in flight' | 'waiting' | 'open' | 'redriving' | 'unverified' | 'deletions' | 'seals';
const tableOf = (what: Watched): TableName => (what === 'unverified' ? 'identity' : 'ledger');

const watchShard = (what: Watched, shard: number): string => `${what}#${shard}`;
export const watchShardOf = (what: Watched, id: string): string => watchShard(what, createHash('sha256').update(id).digest().readUInt8(0) % WATCH_SHARDS);

const PER_SHARD = 100;

/** The marks that are due, oldest first in every shard; of those that moved on meanwhile some may be among them. */
export async function dueMarks(store: Store, what: Watched, now: Date): Promise<readonly Item[]> {
  const pages = await Promise.all(Array.from({ length: WATCH_SHARDS }, (_, shard) =>
    store.query({ table: tableOf(what), index: watchIndex, pk: watchShard(what, shard), skAtMost: now.toISOString(), limit: PER_SHARD })));
  return pages.flatMap(({ items }) => items).toSorted((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
}

const timeOf = ({ dueAt }: Item): string => (typeof dueAt === 'string' ? dueAt : '');

/** Goes through all marks of a kind, page by page and shard by shard, until it is told that it is enough; each minute another shard is first. */
export async function eachMark(store: Store, what: Watched, now: Date, visit: (marks: readonly Item[]) => Promise<'go on' | 'enough'>): Promise<void> {
  for (let n = 0; n < WATCH_SHARDS; n += 1) {
    const shard = (now.getUTCMinutes() + n) % WATCH_SHARDS;
    for await (const marks of eachPage((from) => store.query({ table: tableOf(what), index: watchIndex, pk: watchShard(what, shard), limit: PER_SHARD, ...from })))
      if (await visit(marks) === 'enough') return;
  }
}
