import * as z from 'zod/mini';
import { runStatuses, type RunStatus } from '../domain/run.ts';
import { cursorFrom, cursorTo, MalformedCursor } from './cursor.ts';
import { allPages, fullPage, readAll } from './pages.ts';
import { parseRun, runKey, runsInState, runsOfSubject, runsOfTenant, stateRuns, tenantRuns, type RunRecord } from './run-ledger.ts';
import { equal, type Page, type Query, type Store } from './store.ts';

export interface Wanted {
  readonly type?: string | undefined;
  /** In any of these. */
  readonly statuses?: readonly RunStatus[] | undefined;
  readonly subject?: string | undefined;
  readonly step?: string | undefined;
  readonly errorClass?: string | undefined;
  /** When it came to where it is: of one that has ended, that is when it did. Both ends are in. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order?: 'newest' | 'oldest' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export type RunPage = Page<RunRecord>;

/**
 * Runs of a tenant. All of them come in the order of their beginnings; as soon as something particular is wanted they come in the
 * order in which they came to where they are, and are found there however many others there are.
 */
export async function listRuns(store: Store, tenantId: string, wanted: Wanted): Promise<RunPage> {
  if (wanted.subject !== undefined) return ofSubject(store, tenantId, wanted.subject, wanted);
  const { type, statuses, step, errorClass, from, to } = wanted;
  if ([type, statuses, step, errorClass, from, to].every((each) => each === undefined)) return ofTenant(store, tenantId, wanted);
  return inStates(store, tenantId, wanted);
}

const ofTenant = (store: Store, tenantId: string, { order, ...page }: Wanted): Promise<RunPage> => fullPage(page, async (limit, from) => {
  const { items, ...more } = await store.query({
    table: 'ledger', index: runsOfTenant, pk: tenantRuns(tenantId), descending: order !== 'oldest', limit, ...(from !== undefined && { cursor: from }),
  });
  return { items: items.map(parseRun), ...more };
});

/** Under the person they are found however many came after. */
const ofSubject = (store: Store, tenantId: string, subject: string, wanted: Wanted): Promise<RunPage> => fullPage(wanted, async (limit, from) => {
  const { items: entries, ...more } = await store.query({
    table: 'ledger', pk: runsOfSubject(tenantId, subject), skBeginsWith: 'RUN#', descending: wanted.order !== 'oldest', limit, ...(from !== undefined && { cursor: from }),
  });
  const runs = await readRuns(store, entries.map(({ runId }) => z.string().parse(runId)));
  return { items: runs.filter((run) => isWanted(run, wanted)), ...more };
});

/** Whether somebody ever was the subject of such a process. */
export const everRan = async (store: Store, { tenantId, userId }: { readonly tenantId: string; readonly userId: string }, type: string): Promise<boolean> =>
  (await allPages((from) => store.query({ table: 'ledger', pk: runsOfSubject(tenantId, userId), skBeginsWith: 'RUN#', filter: equal('type', type), ...from }))).length > 0;

function isWanted({ type, status, changedAt = '', failedStep, errorClass }: RunRecord, { statuses, from = '', to, ...wanted }: Wanted): boolean {
  return (wanted.type ?? type) === type && (statuses ?? [status]).includes(status) && (wanted.step ?? failedStep) === failedStep
    && (wanted.errorClass ?? errorClass) === errorClass && changedAt >= from && (to === undefined || changedAt <= to);
}

/** Where a page ended: the place of its last run. */
const position = z.strictObject({ place: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]{1,200}$/)) });
function placeIn(cursor: string): string {
  const { success, data } = position.safeParse(cursorTo(cursor));
  if (!success) throw new MalformedCursor();
  return data.place;
}

/** So many places are looked at for one answer at the most; whoever wants more goes on from the cursor. */
const MOST_LOOKED_AT = 5_000;
const AT_ONCE = 100;

/** The states side by side, in one order: so many places at a time, and of each the run as it is now. */
async function inStates(store: Store, tenantId: string, wanted: Wanted): Promise<RunPage> {
  const items: RunRecord[] = [];
  let after = wanted.cursor === undefined ? undefined : placeIn(wanted.cursor);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
    // Most of what is looked at first is wanted; where it is not, more is looked at in one go.
    const atOnce = looked === 0 ? Math.min(wanted.limit, AT_ONCE) : AT_ONCE;
    const places = await nextPlaces(store, tenantId, wanted, after, atOnce);
    const ofType = places.filter(({ runId }) => wanted.type === undefined || runId.startsWith(`${wanted.type}-`));
    const found = new Map((await readRuns(store, ofType.map(({ runId }) => runId))).map((run) => [run.runId, run]));
    for (const { place, runId } of places) {
      const run = found.get(runId);
      after = place;
      if (run && isWanted(run, wanted)) items.push(run);
      if (items.length === wanted.limit) return { items, cursor: cursorFrom({ place }) };
    }
    if (places.length < atOnce) return { items };
  }
  return { items, ...(after !== undefined && { cursor: cursorFrom({ place: after }) }) };
}

interface Place { readonly place: string; readonly runId: string }
/** Sorts behind every run of a time. */
const BEHIND = '~';

async function nextPlaces(store: Store, tenantId: string, { statuses = runStatuses, from, to, order }: Wanted, after: string | undefined, atOnce: number): Promise<readonly Place[]> {
  const descending = order !== 'oldest';
  const bounds: Pick<Query, 'skAtLeast' | 'skAtMost'> = {
    ...(!descending && after !== undefined ? { skAtLeast: after } : from !== undefined && { skAtLeast: from }),
    ...(descending && after !== undefined ? { skAtMost: after } : to !== undefined && { skAtMost: `${to}${BEHIND}` }),
  };
  const pages = await Promise.all(statuses.map((status) => store.query({
    table: 'ledger', index: runsInState, pk: stateRuns(tenantId, status), descending, limit: atOnce + 1, ...bounds,
  })));
  const places = pages.flatMap(({ items }) => items.map((item): Place => ({ place: z.string().parse(item[runsInState.sk]), runId: item.pk.slice(runKey('').pk.length) })));
  const sorted = places.filter(({ place }) => place !== after).toSorted((one, other) => (one.place < other.place ? -1 : 1));
  return (descending ? sorted.toReversed() : sorted).slice(0, atOnce);
}

/** The runs of these ids, in their order; one that does not exist is left out. */
export async function readRuns(store: Store, runIds: readonly string[]): Promise<readonly RunRecord[]> {
  const items = await readAll(store, [...new Set(runIds)].map((runId) => ({ table: 'ledger', key: runKey(runId) })));
  return items.flatMap((item) => (item ? [parseRun(item)] : []));
}
