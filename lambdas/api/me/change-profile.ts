import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { personalKept, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { profileKept } from '../../adapters/profiles.ts';
import type { Write } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import { changedProfile } from '../../domain/profile.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { accountView, openAccount, type Account, type Ports } from './account.ts';
import { changeProfile } from './routes.ts';

type Request = RequestOf<typeof changeProfile>;

/** What is answered is personal, so it is read anew when a request comes again, and never kept with it. */
export const handler = endpoint(changeProfile, (request: Request, ports: Ports) => optimistically(async () =>
  request.commit(writesOf(request, await openAccount(ports, request.caller)), { status: 200 })), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
}, async ({ status }, { caller, now }, ports) => (
  { status, body: accountView(caller, await openAccount(ports, caller), now) }));

function writesOf({ body, caller: { tenantId, userId }, origin, now }: Request, { user, key, personal, profile, sealedProfile }: Account): readonly Write[] {
  const subject: Subject = { tenantId, userId };
  const { firstName = personal.firstName, lastName = personal.lastName, language = personal.language } = body;
  const changed = Object.keys(body).toSorted();
  return changed.length === 0 ? [] : [
    personalKept(subject, user, key.seal('personal', { ...personal, firstName, lastName, language })),
    profileKept(subject, sealedProfile, key.seal('profile', changedProfile(profile, body)), now),
    audited(subject, { action: 'profile.changed', actor: userId, correlationId: origin.requestId, now, after: { changed } }),
  ];
}
