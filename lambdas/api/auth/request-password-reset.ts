import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { userPasswordResetRequested } from '../../domain/events/catalogue.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { answerAlike, type Ports } from './mail-request.ts';
import { requestPasswordReset } from './routes.ts';

type Request = RequestOf<typeof requestPasswordReset>;

/** Only an account that can be logged in to gets an event as well, and so a mail. */
export const handler = endpoint(requestPasswordReset, (request: Request, ports: Ports) => answerAlike(request, ports, {
  what: 'PASSWORD_RESET_REQUEST',
  count: (counted) => countTowards(requestPasswordReset, 'passwordResetsPerAddress', ports, counted, request.now),
  isFor: ({ status }) => status === 'active',
  event: userPasswordResetRequested, action: 'password_reset.requested',
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
