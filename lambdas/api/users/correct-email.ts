import { addressCorrected } from '../../adapters/addresses.ts';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { readAuthorization, readUser, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { userVerificationRequested } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { effectiveAt } from '../../domain/role.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { correctEmail } from './routes.ts';

type Request = RequestOf<typeof correctEmail>;
interface Ports { readonly store: Store; readonly vault: Vault }

/**
 * Whoever holds an address can let himself in by it, so nobody corrects that of somebody who may more than he himself may, and
 * whoever had the old one has nothing of it any more.
 */
export const handler = endpoint(correctEmail, (request: Request, ports: Ports) => optimistically(() => correct(request, ports)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function correct(request: Request, { store, vault: keys }: Ports): Promise<Reply> {
  const { params: { id: userId }, body: { email, reason }, caller, origin: { requestId }, now, commit } = request;
  const subject = { tenantId: caller.tenantId, userId };
  const user = await correctable(store, subject, request);
  const [key, blindIndex] = await Promise.all([keys.personKey(subject), keys.blindIndex(subject.tenantId, email)]);
  if (!key) throw new Problem('not-found');
  const personal = key.seal('personal', { ...key.open('personal', user.personal), email });
  const { taken, writes } = addressCorrected(subject, user, { personal, blindIndex, now });
  const asked = occurrence(userVerificationRequested, { tenantId: subject.tenantId, aggregateId: userId, aggregateVersion: user.version + 1 }, causedByRequest(requestId), { userId }, now);
  const all = [...writes, appended(asked), audited(subject, { action: 'email.corrected', actor: caller.userId, correlationId: requestId, now, ...(reason && { reason }) })];
  return commit(all, { status: 202, body: { userId, status: 'pending_verification', eventId: asked.detail.eventId } }).catch((error: unknown) => {
    throw error instanceof ConditionFailed && taken && error.concerns(all, taken) ? new Problem('address-taken', [{ pointer: '/email', code: 'taken' }]) : error;
  });
}

/** @throws Problem 404 for nobody of this tenant, 409 for oneself and while the account is being activated or deleted, 403 for whoever may more */
async function correctable(store: Store, subject: Subject, { caller, now }: Request): Promise<User> {
  const [user, authorization] = await Promise.all([readUser(store, subject), readAuthorization(store, subject)]);
  if (!user || !authorization) throw new Problem('not-found');
  if (subject.userId === caller.userId) throw new Problem('own-account');
  if (!effectiveAt(authorization, now).every((permission) => caller.permissions.includes(permission))) throw new Problem('forbidden');
  const waits = user.status === 'pending_verification' && !user.activationRequested;
  if (!waits && user.status !== 'active') throw new Problem('not-possible-now');
  return user;
}
