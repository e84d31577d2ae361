import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { listPeople } from '../../adapters/people.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import type { Store } from '../../adapters/store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { personView } from './person-view.ts';
import { listUsers } from './routes.ts';

export const handler = endpoint(listUsers, async ({ query: { limit = MAX_PAGE, cursor: from }, caller }, ports: { store: Store; vault: Vault }) => {
  const { people, cursor } = await listPeople(ports.store, caller.tenantId, { limit, cursor: from });
  const items = await Promise.all(people.map((person) => personView(ports.vault, person)));
  return { status: 200, body: { items, ...(cursor !== undefined && { cursor }) } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
