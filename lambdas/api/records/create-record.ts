import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { recordMade } from '../../adapters/records.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { newRecordId } from '../../domain/business-record.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { createRecord } from './routes.ts';

export const handler = endpoint(createRecord, async ({ body: { kind, title, amount }, caller, now, commit }, { vault: keys }: { store: Store; vault: Vault }) => {
  const key = await keys.personKey(caller);
  if (!key) throw new Problem('unauthenticated');
  const record = { recordId: newRecordId(), kind, ...(amount !== undefined && { amount }), createdAt: now.toISOString() };
  return commit([recordMade(caller, { ...record, title: key.seal('record', { title }) })], { status: 201, body: { ...record, title } });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
