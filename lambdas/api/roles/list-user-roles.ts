import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { heldBindings, parseBinding, type RoleBinding } from '../../adapters/role-bindings.ts';
import { rolesOf } from '../../adapters/roles.ts';
import type { Store } from '../../adapters/store.ts';
import type { Language } from '../../domain/language.ts';
import { roleNameIn, type Role } from '../../domain/role.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { MAX_PAGE } from '../fields.ts';
import { listUserRoles } from './routes.ts';

export const handler = endpoint(listUserRoles, async ({ params, query: { limit = MAX_PAGE, cursor: from }, caller, origin, now }, { store }: { store: Store }) => {
  const subject = { tenantId: caller.tenantId, userId: params.id };
  const [user, { items, cursor }] = await Promise.all([readUser(store, subject), heldBindings(store, subject, now, { limit, cursor: from })]);
  if (!user) throw new Problem('not-found');
  const bindings = items.map(parseBinding);
  const roles = await rolesOf(store, caller.tenantId, bindings.map(({ roleId }) => roleId));
  return { status: 200, body: { items: bindings.map((binding) => view(binding, roles, origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));

function view({ roleId, emits, version, grantedAt, grantedBy, expiresAt }: RoleBinding, roles: readonly Role[], language: Language) {
  const role = roles.find((each) => each.roleId === roleId) ?? { roleId, name: roleId };
  return {
    roleId, name: roleNameIn(language, role), permissions: emits, version, grantedAt, grantedBy, ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt * 1000).toISOString() }),
  };
}
