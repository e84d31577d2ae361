import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { readAuthorization, readUser, versionTaken, type Authorization, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { isHeld, nextVersion, readBinding, rolesGranted, unchanged, type Assignment, type Holder } from '../../adapters/role-bindings.ts';
import { roleOf } from '../../adapters/roles.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { roleAssigned } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { effectiveAt, lackingToGrant, missingFrom } from '../../domain/role.ts';
import type { UserStatus } from '../../domain/user.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { begunRun } from './begun-run.ts';
import { refuseBeyond, refuseLack, rightsOf } from './rights.ts';
import { assignRole } from './routes.ts';

type Request = RequestOf<typeof assignRole>;
interface Assigning { readonly granter: Holder; readonly user: User; readonly seen: Authorization; readonly assignment: Assignment }

const takesRoles: readonly UserStatus[] = ['pending_verification', 'active'];

/** Whatever the decision rests on stands unchanged in the transaction that grants: rights and state of both people, and what the one has so far. */
export const handler = endpoint(assignRole, (request: Request, { store }: { store: Store; vault: Vault }) => {
  const expiresAt = endOf(request);
  return optimistically(async () => {
    const assigning = await decided(request, store, expiresAt);
    return granted(request, assigning);
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** In seconds. */
function endOf({ body, now }: Request): number | undefined {
  if (body.expiresAt === undefined) return undefined;
  const seconds = Math.floor(Date.parse(body.expiresAt) / 1000);
  if (seconds * 1000 <= now.getTime()) throw new Problem('invalid-request', [{ pointer: '/expiresAt', code: 'not-in-future' }]);
  return seconds;
}

async function decided({ params, body, caller, now }: Request, store: Store, expiresAt: number | undefined): Promise<Assigning> {
  const subject = { tenantId: caller.tenantId, userId: params.id };
  const [granter, user, seen, role, binding] = await Promise.all([
    rightsOf(store, caller), readUser(store, subject), readAuthorization(store, subject), roleOf(store, caller.tenantId, body.roleId), readBinding(store, subject, body.roleId)]);
  if (!user || !seen || !role) throw new Problem('not-found');
  if (subject.userId === caller.userId) throw new Problem('self-grant');
  refuseBeyond(caller, '/roleId', role.permissions, lackingToGrant(granter.seen, role.permissions, now, expiresAt));
  if (!takesRoles.includes(user.status)) throw new Problem('account-not-open');
  if (isHeld(binding, now)) throw new Problem('role-held-already');
  refuseLack('role-requirements-missing', '/roleId', missingFrom(effectiveAt(seen, now), role.requires));
  return { granter, user, seen, assignment: { role, binding, by: caller.userId, expiresAt } };
}

function granted({ params, body: { reason }, caller, origin: { requestId }, now, commit }: Request, { granter, user, seen, assignment }: Assigning): Promise<Reply> {
  const subject = { tenantId: caller.tenantId, userId: params.id };
  const { role: { roleId }, binding, by, expiresAt } = assignment;
  const version = nextVersion(binding);
  const event = occurrence(roleAssigned, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 },
    causedByRequest(requestId), { userId: subject.userId, roleId, version, by }, now);
  return commit([
    unchanged(granter), versionTaken(subject, user), ...rolesGranted(subject, seen, [assignment], now), appended(event),
    audited(subject, { action: 'role.assigned', actor: by, correlationId: requestId, now, ...(reason && { reason }), after: { roleId, version, ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt * 1000).toISOString() }) } }),
  ], begunRun('role_assignment', event));
}
