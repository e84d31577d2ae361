import { cursorFrom, cursorTo, MalformedCursor } from '../../adapters/cursor.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { ownRoles } from '../../adapters/roles.ts';
import type { Store } from '../../adapters/store.ts';
import { identifier } from '../../domain/identifier.ts';
import type { Language } from '../../domain/language.ts';
import { allSystemRoles, roleNameIn, systemRoleOf, type Role } from '../../domain/role.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { listRoles } from './routes.ts';

/** One list of two: a page begins after the role that its cursor names, in either. */
export const handler = endpoint(listRoles, async ({ query: { limit = MAX_PAGE, cursor }, caller, origin }, { store }: { store: Store }) => {
  const after = cursor === undefined ? undefined : roleIdOf(cursor);
  const ofAll = after === undefined ? allSystemRoles : systemRoleOf(after) ? allSystemRoles.slice(allSystemRoles.findIndex(({ roleId }) => roleId === after) + 1) : [];
  const first = ofAll.slice(0, limit);
  const { roles, more } = first.length === limit
    ? { roles: [], more: true }
    : await ownRoles(store, caller.tenantId, { limit: limit - first.length, after: after !== undefined && !systemRoleOf(after) ? after : undefined });
  const items = [...first, ...roles];
  const last = items.at(-1);
  return { status: 200, body: { items: items.map((role) => view(role, origin.language)), ...(more && last && { cursor: cursorFrom({ roleId: last.roleId }) }) } };
}, () => ({ store: dynamodbStore() }));

function roleIdOf(cursor: string): string {
  const { success, data } = identifier.safeParse(cursorTo(cursor)['roleId']);
  if (!success) throw new MalformedCursor();
  return data;
}

const view = (role: Role, language: Language) => ({
  roleId: role.roleId, name: roleNameIn(language, role), permissions: role.permissions, requires: role.requires, forcesLogout: role.forcesLogout, system: systemRoleOf(role.roleId) !== undefined,
});
