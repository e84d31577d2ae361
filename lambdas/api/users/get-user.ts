import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readPeople } from '../../adapters/people.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { personView } from './person-view.ts';
import { getUser } from './routes.ts';

/** Looked for in the caller's tenant only, so somebody of another answers as nobody does. */
export const handler = endpoint(getUser, async ({ params: { id: userId }, caller: { tenantId } }, ports: { store: Store; vault: Vault }) => {
  const [person] = await readPeople(ports.store, [{ tenantId, userId }]);
  if (!person) throw new Problem('not-found');
  return { status: 200, body: await personView(ports.vault, person) };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
