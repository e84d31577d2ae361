import * as z from 'zod/mini';
import type { RunStatus } from '../domain/run.ts';
import { runKey, runsOfSubject, runsOfTenant, tenantRuns } from './run-ledger.ts';
import { allOf, equal, type Item, type Page, type Store } from './store.ts';

export interface Wanted {
  readonly type?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly subject?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** So many pages are read for one answer at the most; whoever wants more goes on from the cursor. */
const PAGES = 50;

/** Runs of a tenant, newest first: all of them, or those of one person, which are found under the person however many came after. */
export const listRuns = (store: Store, tenantId: string, wanted: Wanted): Promise<Page> =>
  gathered(wanted, (limit, cursor) => (wanted.subject === undefined
    ? ofTenant(store, tenantId, wanted, limit, cursor) : ofSubject(store, tenantId, wanted.subject, wanted, limit, cursor)));

/** A filter acts on what was read, so a page may hold less than was asked for, or nothing, with more behind it. */
async function gathered({ limit, cursor: from }: Wanted, readPage: (limit: number, cursor: string | undefined) => Promise<Page>): Promise<Page> {
  const items: Item[] = [];
  let cursor = from;
  for (let page = 0; page < PAGES && (page === 0 || (cursor !== undefined && items.length < limit)); page += 1) {
    const found = await readPage(limit - items.length, cursor);
    items.push(...found.items);
    ({ cursor } = found);
  }
  return { items, ...(cursor !== undefined && { cursor }) };
}

function ofTenant(store: Store, tenantId: string, { type, status }: Wanted, limit: number, cursor: string | undefined): Promise<Page> {
  const conditions = Object.entries({ type, status }).flatMap(([attribute, value]) => (value === undefined ? [] : [equal(attribute, value)]));
  return store.query({
    table: 'ledger', index: runsOfTenant, pk: tenantRuns(tenantId), descending: true, limit,
    ...(cursor !== undefined && { cursor }), ...(conditions.length > 0 && { filter: allOf(...conditions) }),
  });
}

async function ofSubject(store: Store, tenantId: string, subject: string, { type, status }: Wanted, limit: number, cursor: string | undefined): Promise<Page> {
  const { items: entries, cursor: next } = await store.query({
    table: 'ledger', pk: runsOfSubject(tenantId, subject), skBeginsWith: 'RUN#', descending: true, limit, ...(cursor !== undefined && { cursor }),
  });
  const runs = await store.getMany(entries.map(({ runId }) => ({ table: 'ledger', key: runKey(z.string().parse(runId)) })));
  const items = runs.filter((run): run is Item => run !== undefined && (type === undefined || run['type'] === type) && (status === undefined || run['status'] === status));
  return { items, ...(next !== undefined && { cursor: next }) };
}
