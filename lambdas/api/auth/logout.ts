import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { sessionEnded } from '../../adapters/sessions.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { noSessionCookie } from '../../kit/session-cookie.ts';
import { logout } from './routes.ts';

export const handler = endpoint(logout, async ({ caller, origin, now }, { store }) => {
  await store.transact([
    sessionEnded(caller, caller.credentialHash),
    audited(caller, { action: 'session.ended', actor: caller.userId, correlationId: origin.requestId, now }),
  ]);
  return { status: 204, cookies: [noSessionCookie()] };
}, () => ({ store: dynamodbStore() }));
