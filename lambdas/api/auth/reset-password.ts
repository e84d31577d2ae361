import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { accessEnded, credentialKey, readAuthorization, readUser, versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { hashPassword } from '../../adapters/password-hash.ts';
import { equal, whenPresent, type Store } from '../../adapters/store.ts';
import { readToken, tokenUsed } from '../../adapters/tokens.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { parseToken, sameHash, type BearerToken } from '../../domain/bearer-token.ts';
import { userPasswordChanged } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { refuseWeakness } from '../weak-password.ts';
import { resetPassword } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }
type Request = RequestOf<typeof resetPassword>;

/** The new password, the end of the link and the end of all sessions and API keys are one transaction: of any number of uses at once, one wins. */
export const handler = endpoint(resetPassword, async ({ body, origin, now }: Request, ports: Ports) => {
  const token = parseToken(body.token);
  if (!token) throw new Problem('reset-unknown');
  const subject: Subject = { tenantId: token.tenantId, userId: token.userId };
  await refuseWeaknessOf(body.password, ports.vault, subject, await refuseUnlessUsable(ports.store, subject, token, now));
  const passwordHash = await hashPassword(body.password);
  return optimistically(async () => {
    const user = await refuseUnlessUsable(ports.store, subject, token, now);
    await ports.store.transact([
      versionTaken(subject, user),
      tokenUsed(subject, 'reset-password', token.hash, now),
      { table: 'identity', update: credentialKey(subject), set: { passwordHash }, if: whenPresent },
      { ...accessEnded(subject), if: equal('status', 'active') },
      appended(occurrence(userPasswordChanged, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 }, causedByRequest(origin.requestId), { userId: subject.userId }, now)),
      audited(subject, { action: 'password.reset', actor: subject.userId, correlationId: origin.requestId, now }),
    ]);
    return { status: 200, body: {} };
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** @throws Problem 400 with what to do about it; also for who is not active any more, or has another address than the link went to */
async function refuseUnlessUsable(store: Store, subject: Subject, { hash }: BearerToken, now: Date): Promise<User> {
  const [token, authorization, user] = await Promise.all([readToken(store, subject, 'reset-password'), readAuthorization(store, subject), readUser(store, subject)]);
  if (!token || !user || authorization?.status !== 'active' || !sameHash(token.hash, hash) || token.address !== user.blindIndex) throw new Problem('reset-unknown');
  if (token.usedAt) throw new Problem('reset-used');
  if (token.validUntil * 1000 <= now.getTime()) throw new Problem('reset-expired');
  return user;
}

async function refuseWeaknessOf(password: string, keys: Vault, subject: Subject, user: User): Promise<void> {
  const key = await keys.personKey(subject);
  if (!key) throw new Problem('reset-unknown');
  refuseWeakness(password, { ...key.open('personal', user.personal), tenantId: subject.tenantId });
}
