import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Write } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { userVerificationRequested } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { answerAlike, type Ports } from './mail-request.ts';
import { resendVerification } from './routes.ts';

type Request = RequestOf<typeof resendVerification>;

/** Only an account that waits for its address gets an event as well. */
export const handler = endpoint(resendVerification, (request: Request, ports: Ports) => answerAlike(request, ports, {
  what: 'VERIFICATION_REQUEST',
  count: (counted) => countTowards(resendVerification, 'verificationMailsPerAddress', ports, counted, request.now),
  begun: (subject, user) => (user?.status === 'pending_verification' && !user.emailVerified ? requested(subject, user, request) : []),
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

function requested(subject: Subject, user: User, { origin: { requestId }, now }: Request): readonly Write[] {
  const aggregate = { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 };
  return [
    versionTaken(subject, user),
    appended(occurrence(userVerificationRequested, aggregate, causedByRequest(requestId), { userId: subject.userId }, now)),
    audited(subject, { action: 'verification.requested', actor: 'system', correlationId: requestId, now }),
  ];
}
