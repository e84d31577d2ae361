import { apiKeyRevoked, apiKeySecret } from '../../adapters/api-keys.ts';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { deleteApiKey } from './routes.ts';

/** The id leads to the secret's hash only with the caller's own key, so somebody else's id leads nowhere. */
export const handler = endpoint(deleteApiKey, async ({ params: { id }, caller, origin, now, commit }, { vault: keys }) => {
  const key = await keys.personKey(caller);
  if (!key) throw new Problem('unauthenticated');
  return commit([
    apiKeyRevoked(caller, apiKeySecret(key, id)), audited(caller, { action: 'api_key.revoked', actor: caller.userId, correlationId: origin.requestId, now }),
  ], { status: 204 }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('not-found') : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
