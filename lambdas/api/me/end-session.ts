import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { findSession, sessionRevoked } from '../../adapters/sessions.ts';
import { ConditionFailed } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { endSession } from './routes.ts';

/** Looked for among the caller's own, so somebody else's answers as one that does not exist. */
export const handler = endpoint(endSession, async ({ params: { id }, caller, origin, now, commit }, { store }) => {
  const hash = await findSession(store, caller, id);
  if (hash === undefined) throw new Problem('not-found');
  return commit([
    sessionRevoked(caller, hash), audited(caller, { action: 'session.revoked', actor: caller.userId, correlationId: origin.requestId, now }),
  ], { status: 204 }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('not-found') : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
