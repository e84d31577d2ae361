import { listDeadLetters as list, parseDeadLetter } from '../../adapters/dead-letters.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { parseRun, runKey, type RunRecord } from '../../adapters/run-ledger.ts';
import type { Store } from '../../adapters/store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { deadLetterViewOf } from './dead-letter-view.ts';
import { listDeadLetters, MAX_PAGE } from './routes.ts';

/** What a redrive would do depends on where the run is now, so the runs are read along. */
export const handler = endpoint(listDeadLetters, async ({ query, caller, origin }, { store }) => {
  const { items, cursor } = await list(store, caller.tenantId, { ...query, limit: query.limit ?? MAX_PAGE });
  const letters = items.map(parseDeadLetter);
  const runs = await runsById(store, letters.flatMap(({ runId }) => runId ?? []));
  return { status: 200, body: { items: letters.map((letter) => deadLetterViewOf(letter, runs.get(letter.runId ?? ''), origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));

async function runsById(store: Store, runIds: readonly string[]): Promise<ReadonlyMap<string, RunRecord>> {
  const ids = [...new Set(runIds)];
  const items = ids.length > 0 ? await store.getMany(ids.map((runId) => ({ table: 'ledger', key: runKey(runId) }))) : [];
  return new Map(items.flatMap((item) => (item ? [parseRun(item)] : [])).map((run) => [run.runId, run]));
}
