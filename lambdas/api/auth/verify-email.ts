import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { gateClosed, gatesOf, readUser, type Subject, type User } from '../../adapters/identity.ts';
import type { Store } from '../../adapters/store.ts';
import { readToken, tokenUsed } from '../../adapters/tokens.ts';
import { parseToken, sameHash, type BearerToken } from '../../domain/bearer-token.ts';
import { userEmailVerified, userReadyToActivate } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence, type DomainEvent } from '../../domain/events/event.ts';
import { becomesReady } from '../../domain/user.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { verifyEmail } from './routes.ts';

/** Closes the second of the two gates; whichever transaction closes the last one makes the account ready, once. */
export const handler = endpoint(verifyEmail, async ({ body, origin, now }, { store }) => {
  const token = parseToken(body.token);
  if (!token) throw new Problem('token-unknown');
  return { status: 200, body: { status: await optimistically(() => verify(store, token, origin.requestId, now)) } };
}, () => ({ store: dynamodbStore() }));

async function verify(store: Store, token: BearerToken, requestId: string, now: Date): Promise<'verified' | 'active'> {
  const subject = { tenantId: token.tenantId, userId: token.userId };
  const user = await verifiableUser(store, subject, token, now);
  const ready = becomesReady(gatesOf(user), 'emailVerified');
  await store.transact([
    tokenUsed(subject, 'verify-email', token.hash, now),
    gateClosed(subject, user, 'emailVerified', ready),
    ...eventsOf(subject, user, ready, requestId, now).map(appended),
    audited(subject, { action: 'email.verified', actor: subject.userId, correlationId: requestId, now }),
  ]);
  return user.status === 'active' ? 'active' : 'verified';
}

async function verifiableUser(store: Store, subject: Subject, { hash }: BearerToken, now: Date): Promise<User> {
  const [token, user] = await Promise.all([readToken(store, subject, 'verify-email'), readUser(store, subject)]);
  if (!token || !user || !sameHash(token.hash, hash)) throw new Problem('token-unknown');
  if (token.usedAt) throw new Problem('already-verified');
  if (token.validUntil * 1000 <= now.getTime()) throw new Problem('token-expired');
  if (user.status !== 'pending_verification' && user.status !== 'active') throw new Problem('token-unknown');
  return user;
}

function eventsOf({ tenantId, userId }: Subject, { version }: User, ready: boolean, requestId: string, now: Date): readonly DomainEvent[] {
  const aggregate = (step: number) => ({ tenantId, aggregateId: userId, aggregateVersion: version + step });
  const cause = causedByRequest(requestId);
  return [
    occurrence(userEmailVerified, aggregate(1), cause, { userId }, now),
    ...(ready ? [occurrence(userReadyToActivate, aggregate(2), cause, { userId }, now)] : []),
  ];
}
