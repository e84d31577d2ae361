import * as z from 'zod/mini';
import { eachPage } from '../adapters/pages.ts';
import { MOST_IN_A_BATCH, type BatchedWrite, type Item, type Query, type Store, type TableName } from '../adapters/store.ts';
import type { Place } from './place.ts';

/** Items of one kind that lie in one partition. */
export interface Area extends Place {
  /** What its count is called. */
  readonly name: string;
  /** What is to stay of an item, in its place; undefined where it already is as it is to be. Without it the item goes. */
  readonly rewritten?: (item: Item, now: Date) => Item | undefined;
}

/** A page of an area that is being dealt with: everything between the two sort keys. */
const page = z.object({ area: z.string(), from: z.string(), upTo: z.string() });
type SweptPage = z.infer<typeof page>;
/** What the chunk before has found, so that it need not be read twice. */
export type Found = readonly BatchedWrite[];

export interface SweptChunk {
  readonly more?: { readonly checkpoint: string; readonly carried: Found };
  /** What was found now, by area: counted in the transaction of the checkpoint, before it goes, and so exactly once. */
  readonly counts: Readonly<Record<string, number>>;
}
export interface SweepAt { readonly checkpoint: string | undefined; readonly carried: Found | undefined; readonly now: Date }

/** Large pages keep the requests per item few; as many batches are on their way at once. */
const PAGE = 2_000;
const AT_ONCE = 8;

export const rangeOf = ({ table, pk, from, upTo }: Place): Pick<Query, 'table' | 'pk' | 'skAtLeast' | 'skAtMost'> => ({ table, pk, skAtLeast: from, skAtMost: upTo });

/**
 * One chunk of a sweep over areas, in their order. The checkpoint names the page that was found and counted; the next chunk deals with
 * it and finds another. Whoever goes on after a crash deals with the whole page once more, which changes nothing where it was done.
 * An area that is no longer among these, since a hold was placed on it, is left as it is from here on.
 */
export async function sweepChunk(store: Store, areas: readonly Area[], { checkpoint, carried, now }: SweepAt): Promise<SweptChunk> {
  const pending = checkpoint === undefined ? undefined : page.parse(JSON.parse(checkpoint));
  if (pending) await dealtWith(store, areas.find(({ name }) => name === pending.area), pending, carried, now);
  const found = await nextPage(store, areas, pending, now);
  if (!found) return { counts: {} };
  const { at, area, writes } = found;
  return { more: { checkpoint: JSON.stringify(at), carried: writes }, counts: { [area.name]: writes.length } };
}

async function dealtWith(store: Store, area: Area | undefined, { from, upTo }: SweptPage, carried: Found | undefined, now: Date): Promise<void> {
  if (!area) return;
  if (carried) return written(store, area.table, carried);
  for await (const items of eachPage((cursor) => store.query({ ...rangeOf({ ...area, from, upTo }), limit: PAGE, ...cursor })))
    await written(store, area.table, writesOf(area, items, now));
}

interface Next { readonly at: SweptPage; readonly area: Area; readonly writes: Found }
async function nextPage(store: Store, areas: readonly Area[], before: SweptPage | undefined, now: Date): Promise<Next | undefined> {
  const begin = Math.max(0, areas.findIndex(({ name }) => name === before?.area));
  for (const area of areas.slice(begin)) {
    const left = before?.area === area.name ? { ...area, from: before.upTo } : area;
    for await (const items of eachPage((cursor) => store.query({ ...rangeOf(left), limit: PAGE, ...cursor }))) {
      const writes = writesOf(area, items, now);
      const [from, upTo] = [items[0]?.sk, items.at(-1)?.sk];
      if (writes.length > 0 && from !== undefined && upTo !== undefined) return { at: { area: area.name, from, upTo }, area, writes };
    }
  }
  return undefined;
}

const writesOf = ({ rewritten }: Area, items: readonly Item[], now: Date): Found => items.flatMap((item): Found => {
  if (!rewritten) return [{ delete: { pk: item.pk, sk: item.sk } }];
  const after = rewritten(item, now);
  return after ? [{ put: after }] : [];
});

async function written(store: Store, table: TableName, writes: Found): Promise<void> {
  const batches = Array.from({ length: Math.ceil(writes.length / MOST_IN_A_BATCH) }, (_, nth) => writes.slice(nth * MOST_IN_A_BATCH, (nth + 1) * MOST_IN_A_BATCH));
  for (let from = 0; from < batches.length; from += AT_ONCE)
    await Promise.all(batches.slice(from, from + AT_ONCE).map((batch) => store.batch(table, batch)));
}
