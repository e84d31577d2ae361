import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { readTenant, type Subject } from '../../adapters/identity.ts';
import { invitationMade } from '../../adapters/invitations.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { unchanged } from '../../adapters/role-bindings.ts';
import { roleOf } from '../../adapters/roles.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { hashOf } from '../../domain/bearer-token.ts';
import { invitationCreated } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { INVITATION_SECRET, invitationExpiry, newInvitationId } from '../../domain/invitation.ts';
import { lackingToGrant, missingFrom, systemRoles } from '../../domain/role.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { refuseBeyond, refuseLack, rightsOf } from '../roles/rights.ts';
import { createInvitation } from './routes.ts';

type Request = RequestOf<typeof createInvitation>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** Whether the address has an account is not asked: the inviter learns nothing of it, and a registration with it is answered like any other. */
export const handler = endpoint(createInvitation, async (request: Request, ports: Ports) => {
  const subject = { tenantId: request.caller.tenantId, userId: newInvitationId() };
  const expires = invitationExpiry(request.now);
  const sealed = await sealedInvitation(request, ports, subject, expires);
  return optimistically(async () => request.commit([...await mayGrant(request, ports.store), ...sealed, ...begun(request, subject)],
    { status: 202, body: { invitationId: subject.userId, expiresAt: expires.toISOString() } }));
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** A role beyond what everybody gets takes the inviter's own right to grant it, and nothing that a member does not hold. */
async function mayGrant({ body: { roleId = systemRoles.member.roleId }, caller, now }: Request, store: Store): Promise<readonly Write[]> {
  if (roleId === systemRoles.member.roleId) return [];
  const [inviter, role] = await Promise.all([rightsOf(store, caller), roleOf(store, caller.tenantId, roleId)]);
  if (!role) throw new Problem('not-found');
  refuseBeyond(caller, '/roleId', role.permissions, lackingToGrant(inviter.seen, role.permissions, now));
  refuseLack('role-requirements-missing', '/roleId', missingFrom(systemRoles.member.permissions, role.requires));
  return [unchanged(inviter)];
}

/** Under a key of its own, which ends with it: the person who is invited has none yet. */
async function sealedInvitation({ body: { email, roleId }, caller, origin }: Request, ports: Ports, subject: Subject, expires: Date): Promise<readonly Write[]> {
  const [{ key, write }, blindIndex, tenant] = await Promise.all([
    ports.vault.newPersonKey(subject, expires), ports.vault.blindIndex(subject.tenantId, email), readTenant(ports.store, subject.tenantId)]);
  return [write, invitationMade(subject, {
    addressee: key.seal('addressee', { email, language: tenant?.defaults.language ?? origin.language }), blindIndex,
    hash: hashOf(key.secret(INVITATION_SECRET)), expiresAt: Math.floor(expires.getTime() / 1000), invitedBy: caller.userId, ...(roleId !== undefined && { roleId }),
  })];
}

const begun = ({ caller, origin: { requestId }, now }: Request, subject: Subject): readonly Write[] => [
  appended(occurrence(invitationCreated, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: 1 }, causedByRequest(requestId), { userId: subject.userId }, now)),
  audited(subject, { action: 'invitation.created', actor: caller.userId, correlationId: requestId, now }),
];
