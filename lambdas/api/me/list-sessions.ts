import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { parseSession, readSessions, sessionHash, sessionIdOf } from '../../adapters/sessions.ts';
import type { Item } from '../../adapters/store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { listSessions } from './routes.ts';

export const handler = endpoint(listSessions, async ({ caller, query: { limit = MAX_PAGE, cursor }, now }, { store }) => {
  const page = await readSessions(store, caller, { epoch: caller.accessEpoch ?? 0, now, limit, cursor });
  return { status: 200, body: { ...page, items: page.items.map((item) => sessionView(item, caller.credentialHash)) } };
}, () => ({ store: dynamodbStore() }));

function sessionView(item: Item, currentHash: string) {
  const { createdAt, lastSeenAt, expiresAt } = parseSession(item);
  const hash = sessionHash(item);
  return { id: sessionIdOf(hash), createdAt, lastSeenAt, expiresAt: new Date(expiresAt * 1000).toISOString(), current: hash === currentHash };
}
