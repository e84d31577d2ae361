import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { readRegistration } from '../../adapters/registrations.ts';
import { verificationExpiry } from '../../domain/user.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { registrationStatus } from './routes.ts';

/** A decoy costs the same reads and answers as an account of the same age that nobody verified. */
export const handler = endpoint(registrationStatus, async ({ params: { userId }, now }, { store }) => {
  const registration = await readRegistration(store, userId);
  if (!registration) throw new Problem('not-found');
  const user = await readUser(store, { tenantId: registration.tenantId, userId });
  if (user?.status === 'active') return { status: 200, body: { status: 'active' } };
  const expired = !user?.emailVerified && verificationExpiry(new Date(registration.acceptedAt)) <= now;
  return { status: 200, body: { status: expired ? 'expired' : 'awaiting_verification' } };
}, () => ({ store: dynamodbStore() }));
