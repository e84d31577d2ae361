import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { sessionEnded } from '../../adapters/sessions.ts';
import { SESSION_COOKIE } from '../../kit/authentication.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { logout } from './routes.ts';

export const handler = endpoint(logout, async ({ caller, origin, now }, { store }) => {
  await store.transact([
    sessionEnded(caller, caller.sessionHash),
    audited(caller, { action: 'session.ended', actor: caller.userId, correlationId: origin.requestId, now }),
  ]);
  return { status: 204, cookies: [`${SESSION_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`] };
}, () => ({ store: dynamodbStore() }));
