import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { deletionPhases, monthsLater, type DeletionRequest } from '../domain/deletion-request.ts';
import { dataCategories, type DataCategory } from '../domain/legal-hold.ts';
import { eachPage } from './pages.ts';
import { whenPresent, type Key, type Store, type Write } from './store.ts';

/**
 * Who is being erased and who was: random ids, codes, dates and counts, and nothing else. Without it nobody could know after a restore
 * whom to erase once more. What has begun lies apart from what is done, by the month of its end: whoever knows to when the other
 * tables were restored reads exactly what they have forgotten.
 */
const entry = z.object({
  tenantId: z.string(), userId: z.string(), requestId: z.string(), begunAt: z.string(), completedAt: z.optional(z.string()),
  held: z.optional(z.array(z.enum(dataCategories))), replayedAt: z.optional(z.string()),
  phases: z._default(z.array(z.object({ name: z.enum(deletionPhases), counts: z.record(z.string(), z.number()) })), []),
});
export type Erasure = z.infer<typeof entry>;
type Named = Pick<DeletionRequest, 'tenantId' | 'userId'>;

const SHARDS = 16;
const shards = Array.from({ length: SHARDS }, (_, shard) => String(shard));
const shardOf = (userId: string): string => String((createHash('sha256').update(userId).digest()[0] ?? 0) % SHARDS);
const YEAR_AND_MONTH = 7;
const openPartition = (shard: string): string => `ERASURES#OPEN#${shard}`;
const donePartition = (month: string, shard: string): string => `ERASURES#${month}#${shard}`;
const openKey = ({ tenantId, userId }: Named): Key => ({ pk: openPartition(shardOf(userId)), sk: `${tenantId}#${userId}` });
const doneKey = ({ tenantId, userId }: Named, completedAt: string): Key => ({ pk: donePartition(completedAt.slice(0, YEAR_AND_MONTH), shardOf(userId)), sk: `${completedAt}#${tenantId}#${userId}` });

/** Once, however often it is begun. `held`: what is kept back, and so stays also when it is done once more. */
export const erasureOpened = ({ tenantId, userId, requestId }: DeletionRequest, held: readonly DataCategory[], now: Date): Write => ({
  table: 'erasures', update: openKey({ tenantId, userId }), setIfAbsent: { tenantId, userId, requestId, begunAt: now.toISOString() },
  ...(held.length > 0 ? { set: { held: [...held] } } : { remove: ['held'] }),
});

export interface Ending { readonly phases: Erasure['phases']; readonly held: readonly DataCategory[] | undefined; readonly now: Date }
/** It moves to what is done, with what was counted. */
export function erasureEnded({ tenantId, userId, requestId, begunAt }: Erasure, { phases, held, now }: Ending): readonly Write[] {
  const completedAt = now.toISOString();
  return [
    { table: 'erasures', delete: openKey({ tenantId, userId }) },
    { table: 'erasures', put: { ...doneKey({ tenantId, userId }, completedAt), tenantId, userId, requestId, begunAt, completedAt, phases, ...(held && { held: [...held] }) } },
  ];
}

export async function readOpenErasure(store: Store, named: Named): Promise<Erasure | undefined> {
  const item = await store.get('erasures', openKey(named));
  return item && entry.parse(item);
}

/** Those that were not done at that time, or are not yet: whatever a restore to it has brought back. */
export async function* erasuresSince(store: Store, since: Date, now: Date): AsyncGenerator<Erasure> {
  for (const shard of shards) yield* each(store, { pk: openPartition(shard) });
  for (const month of monthsFrom(since, now))
    for (const shard of shards) yield* each(store, { pk: donePartition(month, shard), skAtLeast: since.toISOString() });
}

async function* each(store: Store, where: { readonly pk: string; readonly skAtLeast?: string }): AsyncGenerator<Erasure> {
  for await (const items of eachPage((from) => store.query({ table: 'erasures', ...where, ...from }))) for (const item of items) yield entry.parse(item);
}

function monthsFrom(since: Date, now: Date): readonly string[] {
  const months: string[] = [];
  const last = now.toISOString().slice(0, YEAR_AND_MONTH);
  for (let at = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth())); at.toISOString().slice(0, YEAR_AND_MONTH) <= last; at = monthsLater(at, 1)) months.push(at.toISOString().slice(0, YEAR_AND_MONTH));
  return months;
}

/** That it was done once more, after a restore. */
export const erasureReplayed = (erasure: Erasure, now: Date): Write => ({
  table: 'erasures', update: erasure.completedAt === undefined ? openKey(erasure) : doneKey(erasure, erasure.completedAt), set: { replayedAt: now.toISOString() }, add: { replays: 1 }, if: whenPresent,
});
