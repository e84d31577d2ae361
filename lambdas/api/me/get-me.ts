import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { accountView, openAccount } from './account.ts';
import { getMe } from './routes.ts';

export const handler = endpoint(getMe, async ({ caller, now }, ports) => (
  { status: 200, body: accountView(caller, await openAccount(ports, caller), now) }
), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
