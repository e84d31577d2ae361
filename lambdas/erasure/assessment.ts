import * as z from 'zod/mini';
import type { Store, TableName } from '../adapters/store.ts';
import { areaOf, isSame, pageOf, partitionsOf } from './partitions.ts';
import type { Area } from './sweep.ts';

/** The partition that is being counted, where in it one goes on, and what was counted so far. */
const position = z.object({ table: z.string(), pk: z.string(), cursor: z.optional(z.string()), counts: z.record(z.string(), z.number()) });

export interface Counted {
  readonly checkpoint?: string;
  /** By area, from the beginning on. */
  readonly counts: Readonly<Record<string, number>>;
}

const PAGE = 10_000;
/** So many pages are counted before that is noted. */
const PAGES_AT_ONCE = 25;

/** One chunk of a count over areas, from where the checkpoint says: each item once, however often somebody is killed meanwhile. */
export async function countChunk(store: Store, areas: readonly Area[], checkpoint: string | undefined): Promise<Counted> {
  const partitions = partitionsOf(areas);
  const begin = checkpoint === undefined ? undefined : position.parse(JSON.parse(checkpoint));
  const first = begin ? partitions.findIndex(isSame({ table: begin.table as TableName, pk: begin.pk })) : 0;
  const counts: Record<string, number> = { ...begin?.counts };
  let cursor = begin?.cursor;
  let pages = 0;
  for (const partition of partitions.slice(first)) {
    const { table, pk } = partition;
    do {
      if (pages === PAGES_AT_ONCE) return { checkpoint: JSON.stringify({ table, pk, cursor, counts }), counts };
      const page = await pageOf(store, partition, { limit: PAGE, keysOnly: true, ...(cursor !== undefined && { cursor }) });
      for (const item of page.items) {
        const name = areaOf(partition, item)?.name;
        if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
      }
      ({ cursor } = page);
      pages += 1;
    } while (cursor !== undefined);
  }
  return { counts };
}
