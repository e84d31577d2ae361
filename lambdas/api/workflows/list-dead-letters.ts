import { listDeadLetters as list, parseDeadLetter } from '../../adapters/dead-letters.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readRuns } from '../../adapters/run-list.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { deadLetterViewOf } from './dead-letter-view.ts';
import { listDeadLetters } from './routes.ts';

/** What a redrive would do depends on where the run is now, so the runs are read along. */
export const handler = endpoint(listDeadLetters, async ({ query, caller, origin }, { store }) => {
  const { items, cursor } = await list(store, tenantOf(caller, query), { ...query, limit: query.limit ?? MAX_PAGE });
  const letters = items.map(parseDeadLetter);
  const runs = new Map((await readRuns(store, letters.flatMap(({ runId }) => runId ?? []))).map((run) => [run.runId, run]));
  return { status: 200, body: { items: letters.map((letter) => deadLetterViewOf(letter, runs.get(letter.runId ?? ''), origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
