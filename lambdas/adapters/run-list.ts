import * as z from 'zod/mini';
import type { RunStatus } from '../domain/run.ts';
import { fullPage } from './pages.ts';
import { parseRun, runKey, runsOfSubject, runsOfTenant, tenantRuns, type RunRecord } from './run-ledger.ts';
import { allOf, equal, type Item, type Page, type Store } from './store.ts';

export interface Wanted {
  readonly type?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly subject?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Runs of a tenant, newest first: all of them, or those of one person, which are found under the person however many came after. */
export const listRuns = (store: Store, tenantId: string, wanted: Wanted): Promise<Page> =>
  fullPage(wanted, (limit, cursor) => (wanted.subject === undefined
    ? ofTenant(store, tenantId, wanted, limit, cursor) : ofSubject(store, tenantId, wanted.subject, wanted, limit, cursor)));

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

const IN_ONE_BATCH = 100;

/** The runs of these ids, in their order; one that does not exist is left out. */
export async function readRuns(store: Store, runIds: readonly string[]): Promise<readonly RunRecord[]> {
  const ids = [...new Set(runIds)];
  const batches = Array.from({ length: Math.ceil(ids.length / IN_ONE_BATCH) }, (_, nth) => ids.slice(nth * IN_ONE_BATCH, (nth + 1) * IN_ONE_BATCH));
  const found = await Promise.all(batches.map((batch) => store.getMany(batch.map((runId) => ({ table: 'ledger', key: runKey(runId) })))));
  return found.flat().flatMap((item) => (item ? [parseRun(item)] : []));
}
