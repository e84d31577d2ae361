import { readReasons } from '../../adapters/audit.ts';
import { listDeadLetters, parseDeadLetter } from '../../adapters/dead-letters.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import type { RunRecord } from '../../adapters/run-ledger.ts';
import { listRuns as list, readRuns, type RunPage, type Wanted } from '../../adapters/run-list.ts';
import { fullPage } from '../../adapters/pages.ts';
import type { Store } from '../../adapters/store.ts';
import { isInFlight, runStatuses, type RunStatus } from '../../domain/run.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { isNotProgressing, readWorkOf } from './current-steps.ts';
import { listRuns, runListViews } from './routes.ts';
import { summaryOf } from './run-view.ts';

type View = (typeof runListViews)[number];
type Query = RequestOf<typeof listRuns>['query'];

export const handler = endpoint(listRuns, async ({ query, caller, origin, now }, { store }) => {
  const { items, cursor } = await found(store, tenantOf(caller, query), query, now);
  const [work, reasons] = await Promise.all([readWorkOf(store, items), readReasons(store, items.map(({ noted }) => noted))]);
  return { status: 200, body: { items: items.map((run) => summaryOf(run, { work: work.get(run.runId), reasons }, origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));

function found(store: Store, tenantId: string, query: Query, now: Date): Promise<RunPage> {
  const wanted = wantedBy(query);
  if (query.view === 'needs_a_person') return waitingForSomebody(store, tenantId, wanted);
  if (query.view !== 'not_progressing') return list(store, tenantId, wanted);
  return fullPage(wanted, async (limit, cursor) => {
    const { items, ...more } = await list(store, tenantId, { ...wanted, limit, cursor });
    const work = await readWorkOf(store, items);
    return { items: items.filter((run) => isNotProgressing(run, work.get(run.runId), now)), ...more };
  });
}

const failed: readonly RunStatus[] = ['COMPENSATED', 'COMPENSATION_FAILED', 'PARKED', 'TIMED_OUT'];
const statusesOf: Readonly<Record<View, readonly RunStatus[]>> = {
  needs_a_person: ['PARKED', 'COMPENSATION_FAILED', 'COMPLETED_WITH_WARNINGS'], failed,
  in_flight: runStatuses.filter(isInFlight), not_progressing: runStatuses.filter(isInFlight),
};

/** Of the others none has failed at a step: they need not be looked through for a cause. */
const haveCause = runStatuses.filter((status) => !['WAITING', 'COMPLETED', 'FENCED'].includes(status));

/** A view and statuses together narrow down: what is in both. */
function wantedBy({ status, view, from, to, limit = MAX_PAGE, ...rest }: Query): Wanted {
  const named = status === undefined ? undefined : runStatuses.filter((each) => status.split(',').includes(each));
  const seen = view === undefined ? undefined : statusesOf[view];
  const causedBy = rest.step === undefined && rest.errorClass === undefined ? undefined : haveCause;
  const statuses = named && seen ? named.filter((each) => seen.includes(each)) : named ?? seen ?? causedBy;
  return { ...rest, limit, ...(statuses && { statuses }), ...(from && { from: new Date(from).toISOString() }), ...(to && { to: new Date(to).toISOString() }) };
}

/** By their dead letters: whatever waits for somebody has one, and a run that completed with nothing left to do has none. */
const waitingForSomebody = (store: Store, tenantId: string, { statuses = [], subject, from = '', to, type, step, errorClass, order, ...page }: Wanted): Promise<RunPage> =>
  fullPage(page, async (limit, cursor) => {
    const { items, ...more } = await listDeadLetters(store, tenantId, { type, step, errorClass, order, limit, cursor });
    const letters = items.map(parseDeadLetter).filter(({ since }) => since >= from && (to === undefined || since <= to));
    const runs: readonly RunRecord[] = await readRuns(store, letters.flatMap(({ runId }) => runId ?? []));
    return { items: runs.filter((run) => statuses.includes(run.status) && (subject ?? run.subject) === run.subject), ...more };
  });
