import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { unchanged } from '../../adapters/role-bindings.ts';
import { roleMade } from '../../adapters/roles.ts';
import { ConditionFailed, type Store, type Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { effectiveAt, isSystemRoleName, missingFrom, newRoleId, type Permission } from '../../domain/role.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { refuseBeyond, rightsOf } from './rights.ts';
import { createRole } from './routes.ts';

type Request = RequestOf<typeof createRole>;

export const handler = endpoint(createRole, (request: Request, { store }: { store: Store; vault: Vault }) => optimistically(() => make(request, store)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function make({ body, caller, origin, now, commit }: Request, store: Store): Promise<Reply> {
  const maker = await rightsOf(store, caller);
  const role = { roleId: newRoleId(), name: body.name, permissions: asSet(body.permissions), requires: asSet(body.requires ?? []), forcesLogout: body.forcesLogout ?? false };
  refuseBeyond(caller, '/permissions', role.permissions, missingFrom(effectiveAt(maker.seen, now), ['roles:manage', ...role.permissions]));
  if (isSystemRoleName(role.name)) throw nameTaken();
  const { name, writes: made } = roleMade(caller.tenantId, role, { userId: caller.userId, now });
  const writes: readonly Write[] = [unchanged(maker), ...made, audited({ ...maker.subject, userId: role.roleId }, {
    action: 'role.created', actor: caller.userId, correlationId: origin.requestId, now, after: { ...role, permissions: [...role.permissions], requires: [...role.requires] },
  })];
  return commit(writes, { status: 201, body: { roleId: role.roleId } }).catch((error: unknown) => {
    throw error instanceof ConditionFailed && error.concerns(writes, name) ? nameTaken() : error;
  });
}

const asSet = (given: readonly Permission[]): readonly Permission[] => [...new Set(given)].toSorted();
const nameTaken = (): Problem => new Problem('role-name-taken', [{ pointer: '/name', code: 'not-allowed' }]);
