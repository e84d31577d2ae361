import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { readAuthorization, readUser, versionTaken, type Authorization, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { anotherAdministrator, isHeld, nextVersion, readBinding, roleTakenAway, unchanged, type Holder, type RoleBinding } from '../../adapters/role-bindings.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { roleRevoked } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { effectiveAt, missingFrom, systemRoleOf } from '../../domain/role.ts';
import type { UserStatus } from '../../domain/user.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { begunRun } from './begun-run.ts';
import { rightsOf } from './rights.ts';
import { revokeRole } from './routes.ts';

type Request = RequestOf<typeof revokeRole>;
interface Revoking { readonly subject: Subject; readonly user: User; readonly seen: Authorization; readonly binding: RoleBinding; readonly relyingOn: readonly Holder[] }

/** Their roles stay as they were, for whoever takes the deletion back; meanwhile they give nothing. */
const beingDeleted: readonly UserStatus[] = ['deletion_pending', 'deleting'];

/** Also from oneself, and from accounts that are not active: to have less is always possible, but for the last administrator. */
export const handler = endpoint(revokeRole, (request: Request, { store }: { store: Store; vault: Vault }) =>
  optimistically(async () => revoked(request, await decided(request, store))), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function decided({ params: { id, roleId }, caller, now }: Request, store: Store): Promise<Revoking> {
  const subject = { tenantId: caller.tenantId, userId: id };
  const [revoker, user, seen, binding] = await Promise.all([rightsOf(store, caller), readUser(store, subject), readAuthorization(store, subject), readBinding(store, subject, roleId)]);
  if (user && beingDeleted.includes(user.status)) throw new Problem('account-not-open');
  if (!user || !seen || !isHeld(binding, now)) throw new Problem('not-found');
  const ofThePlatform = binding.emits.filter((each) => each === 'tenants:manage');
  if (missingFrom(effectiveAt(revoker.seen, now), ['roles:manage', ...ofThePlatform]).length > 0 || missingFrom(caller.permissions, ofThePlatform).length > 0) throw new Problem('forbidden');
  const keeper = systemRoleOf(roleId)?.administers ? await anotherAdministrator(store, subject) : undefined;
  if (systemRoleOf(roleId)?.administers && !keeper) throw new Problem('last-administrator');
  // A transaction names an item once: the subject's own is written, and who revokes may be who stays.
  const relyingOn = new Map([revoker, ...(keeper ? [keeper] : [])].map((each) => [each.subject.userId, each]));
  relyingOn.delete(subject.userId);
  return { subject, user, seen, binding, relyingOn: [...relyingOn.values()] };
}

function revoked({ body: { reason }, caller: { userId: by }, origin: { requestId }, now, commit }: Request, { subject, user, seen, binding, relyingOn }: Revoking): Promise<Reply> {
  const { roleId } = binding;
  const version = nextVersion(binding);
  const event = occurrence(roleRevoked, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: user.version + 1 },
    causedByRequest(requestId), { userId: subject.userId, roleId, version, by }, now);
  return commit([
    ...relyingOn.map(unchanged), versionTaken(subject, user), ...roleTakenAway(subject, seen, binding, { by, reason, now }), appended(event),
    audited(subject, { action: 'role.revoked', actor: by, correlationId: requestId, now, reason, after: { roleId, version } }),
  ], begunRun('role_revocation', event));
}
