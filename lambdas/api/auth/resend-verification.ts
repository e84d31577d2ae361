import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { addressKey, readOwner, readTenant, readUser, versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { askedJustNow, requestNoted } from '../../adapters/verification-requests.ts';
import { userVerificationRequested } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { newUserId } from '../../domain/identifier.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { resendVerification } from './routes.ts';

type Request = RequestOf<typeof resendVerification>;
interface Ports { readonly store: Store; readonly vault: Vault }

const answer: Reply = { status: 202, body: {} };

/** Whether a tenant exists is no secret; whose addresses it knows is. */
export const handler = endpoint(resendVerification, async (request: Request, ports: Ports) => {
  const { tenantId, email } = request.body;
  if (!(await readTenant(ports.store, tenantId))) return answer;
  const blindIndex = await ports.vault.blindIndex(tenantId, email);
  return optimistically(() => ask(request, ports.store, blindIndex));
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** The same reads and one transaction, for whatever address; only an account that waits for its address gets an event as well. */
async function ask({ body: { tenantId }, origin, now, commit }: Request, store: Store, blindIndex: string): Promise<Reply> {
  const [heard, owner] = await Promise.all([askedJustNow(store, tenantId, blindIndex, now), readOwner(store, addressKey(tenantId, blindIndex))]);
  const subject = { tenantId, userId: owner ?? newUserId() };
  const user = await readUser(store, subject);
  if (heard) return commit([], answer);
  const waits = user?.status === 'pending_verification' && !user.emailVerified;
  return commit([requestNoted(tenantId, blindIndex, now), ...(waits ? requested(subject, user, origin.requestId, now) : [])], answer);
}

function requested(subject: Subject, user: User, requestId: string, now: Date): readonly Write[] {
  const aggregate = { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 };
  return [
    versionTaken(subject, user),
    appended(occurrence(userVerificationRequested, aggregate, causedByRequest(requestId), { userId: subject.userId }, now)),
    audited(subject, { action: 'verification.requested', actor: 'system', correlationId: requestId, now }),
  ];
}
