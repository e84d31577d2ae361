import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Write } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { userPasswordResetRequested } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { answerAlike, type Ports } from './mail-request.ts';
import { requestPasswordReset } from './routes.ts';

type Request = RequestOf<typeof requestPasswordReset>;

/** Only an account that can be logged in to gets an event as well, and so a mail. */
export const handler = endpoint(requestPasswordReset, (request: Request, ports: Ports) => answerAlike(request, ports, {
  what: 'PASSWORD_RESET_REQUEST',
  count: (counted) => countTowards(requestPasswordReset, 'passwordResetsPerAddress', ports, counted, request.now),
  begun: (subject, user) => (user?.status === 'active' ? requested(subject, user, request) : []),
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

function requested(subject: Subject, user: User, { origin: { requestId }, now }: Request): readonly Write[] {
  const aggregate = { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 };
  return [
    versionTaken(subject, user),
    appended(occurrence(userPasswordResetRequested, aggregate, causedByRequest(requestId), { userId: subject.userId }, now)),
    audited(subject, { action: 'password_reset.requested', actor: 'system', correlationId: requestId, now }),
  ];
}
