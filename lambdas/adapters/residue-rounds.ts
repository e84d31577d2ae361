import * as z from 'zod/mini';
import { equal, whenAbsent, type Key, type Store, type Write } from './store.ts';

/** How far the search through whole tables is: a round goes on from call to call. */
const round = z.object({
  version: z.number(), startedAt: z.string(), finishedAt: z.optional(z.string()),
  /** The table by its place in the list, and where each of its segments goes on; null for one that is through. */
  table: z.number(), cursors: z.array(z.nullable(z.string())), looked: z.number(), found: z.record(z.string(), z.number()),
});
export type ResidueRound = z.infer<typeof round>;

const key: Key = { pk: 'RESIDUE', sk: 'ROUND' };

export async function readRound(store: Store): Promise<ResidueRound | undefined> {
  const item = await store.get('ledger', key);
  return item && round.parse(item);
}

/** In place of what was read: of two who search at once one goes on. */
export const roundMoved = (seen: ResidueRound | undefined, next: ResidueRound): Write => ({
  table: 'ledger', put: { ...key, ...next, cursors: [...next.cursors], found: { ...next.found }, version: (seen?.version ?? 0) + 1 }, if: seen ? equal('version', seen.version) : whenAbsent,
});
