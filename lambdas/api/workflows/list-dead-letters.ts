import { readReasons } from '../../adapters/audit.ts';
import { listDeadLetters as list, parseDeadLetter } from '../../adapters/dead-letters.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { userItem, userKey } from '../../adapters/identity.ts';
import { readRuns } from '../../adapters/run-list.ts';
import type { Store } from '../../adapters/store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { deadLetterViewOf } from './dead-letter-view.ts';
import type { Behind } from './locked-run.ts';
import { listDeadLetters } from './routes.ts';

/** What a redrive would do depends on where the run and its account are now, so they are read along. */
export const handler = endpoint(listDeadLetters, async ({ query, caller, origin }, { store }) => {
  const { items, cursor } = await list(store, tenantOf(caller, query), { ...query, limit: query.limit ?? MAX_PAGE });
  const letters = items.map(parseDeadLetter);
  const [behind, reasons] = await Promise.all([behindOf(store, letters.flatMap(({ runId }) => runId ?? [])), readReasons(store, letters.map(({ noted }) => noted))]);
  return { status: 200, body: { items: letters.map((letter) => deadLetterViewOf(letter, { behind: behind.get(letter.runId ?? ''), reasons }, origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));

async function behindOf(store: Store, runIds: readonly string[]): Promise<ReadonlyMap<string, Behind>> {
  const runs = await readRuns(store, runIds);
  const subjects = [...new Map(runs.map(({ tenantId, subject: userId }) => [userId, { tenantId, userId }])).values()];
  const items = await store.getMany(subjects.map((subject) => ({ table: 'identity', key: userKey(subject) })));
  const users = new Map(subjects.map(({ userId }, at) => [userId, items[at] && userItem.parse(items[at])]));
  return new Map(runs.map((run) => [run.runId, { run, user: users.get(run.subject) }]));
}
