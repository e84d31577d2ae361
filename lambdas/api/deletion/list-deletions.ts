import { listDeletions as readDeletions } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { deletionSummary } from './deletion-view.ts';
import { maskedPeople } from './masked-people.ts';
import { listDeletions } from './routes.ts';

export const handler = endpoint(listDeletions, async ({ query: { status, limit = MAX_PAGE, cursor: from }, caller: { tenantId } }, ports: { readonly store: Store; readonly vault: Vault }) => {
  const { requests, cursor } = await readDeletions(ports.store, tenantId, { status, limit, cursor: from });
  const people = await maskedPeople(ports, requests);
  return { status: 200, body: { items: requests.map((request) => ({ ...deletionSummary(request), person: people.get(request.userId) ?? null })), ...(cursor !== undefined && { cursor }) } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
