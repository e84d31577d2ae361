import { parseApiKey, readApiKeys } from '../../adapters/api-keys.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Item } from '../../adapters/store.ts';
import { vault, type PersonKey } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { MAX_PAGE } from '../fields.ts';
import { listApiKeys } from './routes.ts';

export const handler = endpoint(listApiKeys, async ({ caller, query: { limit = MAX_PAGE, cursor }, now }, { store, vault: keys }) => {
  const [page, key] = await Promise.all([readApiKeys(store, caller, { epoch: caller.accessEpoch ?? 0, now, limit, cursor }), keys.personKey(caller)]);
  if (!key) throw new Problem('unauthenticated');
  return { status: 200, body: { ...page, items: page.items.map((item) => apiKeyView(item, key)) } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

function apiKeyView(item: Item, key: PersonKey) {
  const { apiKeyId, label, permissions, createdAt, lastUsedAt, expiresAt } = parseApiKey(item);
  return {
    id: apiKeyId, name: key.open('label', label), permissions, createdAt, ...(lastUsedAt !== undefined && { lastUsedAt }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt * 1000).toISOString() }),
  };
}
