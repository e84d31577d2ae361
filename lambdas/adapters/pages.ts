import type { Item, Page, Read, Store } from './store.ts';

/** So many pages are read for one answer at the most; whoever wants more goes on from the cursor. */
const PAGES = 50;

/** A filter acts on what was read, so a page may hold less than was asked for, or nothing, with more behind it: it is read on until it is full. */
export async function fullPage<Of = Item>(
  { limit, cursor: from }: { readonly limit: number; readonly cursor?: string | undefined },
  readPage: (limit: number, cursor: string | undefined) => Promise<Page<Of>>,
): Promise<Page<Of>> {
  const items: Of[] = [];
  let cursor = from;
  for (let page = 0; page < PAGES && (page === 0 || (cursor !== undefined && items.length < limit)); page += 1) {
    const found = await readPage(limit - items.length, cursor);
    items.push(...found.items);
    ({ cursor } = found);
  }
  return { items, ...(cursor !== undefined && { cursor }) };
}

/** Where to go on: nothing for the first page, so that it can be spread into a query as it is. */
export interface From { readonly cursor?: string }

/** Page by page to the end, or until whoever reads has enough. */
export async function* eachPage<Of = Item>(readPage: (from: From) => Promise<Page<Of>>): AsyncGenerator<readonly Of[]> {
  let from: From = {};
  do {
    const { items, cursor } = await readPage(from);
    yield items;
    from = cursor === undefined ? {} : { cursor };
  } while (from.cursor !== undefined);
}

/** For what is known to be little. */
export async function allPages<Of = Item>(readPage: (from: From) => Promise<Page<Of>>): Promise<readonly Of[]> {
  const all: Of[] = [];
  for await (const items of eachPage(readPage)) all.push(...items);
  return all;
}

const IN_ONE_BATCH = 100;
/** However many they are, as many at once as one request takes; in their order, nothing for what is not there. */
export async function readAll(store: Store, reads: readonly Read[]): Promise<readonly (Item | undefined)[]> {
  const batches = Array.from({ length: Math.ceil(reads.length / IN_ONE_BATCH) }, (_, nth) => reads.slice(nth * IN_ONE_BATCH, (nth + 1) * IN_ONE_BATCH));
  return (await Promise.all(batches.map((batch) => store.getMany(batch)))).flat();
}
