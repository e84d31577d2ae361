import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { userVerificationRequested } from '../../domain/events/catalogue.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { answerAlike, type Ports } from './mail-request.ts';
import { resendVerification } from './routes.ts';

type Request = RequestOf<typeof resendVerification>;

/** Only an account that waits for its address gets an event as well. */
export const handler = endpoint(resendVerification, (request: Request, ports: Ports) => answerAlike(request, ports, {
  what: 'VERIFICATION_REQUEST',
  count: (counted) => countTowards(resendVerification, 'verificationMailsPerAddress', ports, counted, request.now),
  isFor: ({ status, emailVerified }) => status === 'pending_verification' && !emailVerified,
  event: userVerificationRequested, action: 'verification.requested',
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
