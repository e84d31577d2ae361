import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { readTenant, type Subject } from '../../adapters/identity.ts';
import { invitationMade } from '../../adapters/invitations.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { hashOf } from '../../domain/bearer-token.ts';
import { invitationCreated } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { INVITATION_SECRET, invitationExpiry, newInvitationId } from '../../domain/invitation.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { createInvitation } from './routes.ts';

type Request = RequestOf<typeof createInvitation>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** Whether the address has an account is not asked: the inviter learns nothing of it, and a registration with it is answered like any other. */
export const handler = endpoint(createInvitation, async (request: Request, ports: Ports) => {
  const subject = { tenantId: request.caller.tenantId, userId: newInvitationId() };
  const expires = invitationExpiry(request.now);
  return request.commit([...await sealedInvitation(request, ports, subject, expires), ...begun(request, subject)],
    { status: 202, body: { invitationId: subject.userId, expiresAt: expires.toISOString() } });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** Under a key of its own, which ends with it: the person who is invited has none yet. */
async function sealedInvitation({ body: { email }, caller, origin }: Request, ports: Ports, subject: Subject, expires: Date): Promise<readonly Write[]> {
  const [{ key, write }, blindIndex, tenant] = await Promise.all([
    ports.vault.newPersonKey(subject, expires), ports.vault.blindIndex(subject.tenantId, email), readTenant(ports.store, subject.tenantId)]);
  return [write, invitationMade(subject, {
    addressee: key.seal('addressee', { email, language: tenant?.defaults.language ?? origin.language }), blindIndex,
    hash: hashOf(key.secret(INVITATION_SECRET)), expiresAt: Math.floor(expires.getTime() / 1000), invitedBy: caller.userId,
  })];
}

const begun = ({ caller, origin: { requestId }, now }: Request, subject: Subject): readonly Write[] => [
  appended(occurrence(invitationCreated, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: 1 }, causedByRequest(requestId), { userId: subject.userId }, now)),
  audited(subject, { action: 'invitation.created', actor: caller.userId, correlationId: requestId, now }),
];
