import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { listRecords as readRecords } from '../../adapters/records.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { listRecords, type RecordView } from './routes.ts';

export const handler = endpoint(listRecords, async ({ query: { limit = MAX_PAGE, cursor: from }, caller }, { store, vault: keys }: { store: Store; vault: Vault }) => {
  const [{ records, cursor }, key] = await Promise.all([readRecords(store, caller, { limit, cursor: from }), keys.personKey(caller)]);
  const items = records.map((record): RecordView => ({ ...record, title: key?.open('record', record.title).title ?? null }));
  return { status: 200, body: { items, ...(cursor !== undefined && { cursor }) } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
