import type { Item, Page } from './store.ts';

/** So many pages are read for one answer at the most; whoever wants more goes on from the cursor. */
const PAGES = 50;

/** A filter acts on what was read, so a page may hold less than was asked for, or nothing, with more behind it: it is read on until it is full. */
export async function fullPage(
  { limit, cursor: from }: { readonly limit: number; readonly cursor?: string | undefined },
  readPage: (limit: number, cursor: string | undefined) => Promise<Page>,
): Promise<Page> {
  const items: Item[] = [];
  let cursor = from;
  for (let page = 0; page < PAGES && (page === 0 || (cursor !== undefined && items.length < limit)); page += 1) {
    const found = await readPage(limit - items.length, cursor);
    items.push(...found.items);
    ({ cursor } = found);
  }
  return { items, ...(cursor !== undefined && { cursor }) };
}
