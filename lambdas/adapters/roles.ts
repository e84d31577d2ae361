import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { comparedRoleName, permissions, systemRoleOf, type Role } from '../domain/role.ts';
import { cursorFrom } from './cursor.ts';
import { created } from './identity.ts';
import type { Item, Key, Store, Write } from './store.ts';

/** The roles that a tenant made itself. Those that every tenant has stand in no table, so nothing can change them. */
const rolesPartition = (tenantId: string): string => `TENANT#${tenantId}#ROLES`;
const roleKey = (tenantId: string, roleId: string): Key => ({ pk: rolesPartition(tenantId), sk: `ROLE#${roleId}` });
/** The one item of a name in a tenant. */
const roleNameKey = (tenantId: string, name: string): Key =>
  ({ pk: rolesPartition(tenantId), sk: `NAME#${createHash('sha256').update(comparedRoleName(name)).digest('base64url')}` });

const roleItem = z.object({
  roleId: z.string(), name: z.string(), permissions: z.array(z.enum(permissions)), requires: z.array(z.enum(permissions)), forcesLogout: z.boolean(),
});
const roleFrom = (item: Item): Role => ({ ...roleItem.parse(item), administers: false });

/** One that every tenant has, or one of this tenant's own. */
export async function roleOf(store: Store, tenantId: string, roleId: string): Promise<Role | undefined> {
  const system = systemRoleOf(roleId);
  if (system) return system;
  const item = await store.get('identity', roleKey(tenantId, roleId));
  return item && roleFrom(item);
}

/** As many as one round trip reads; what does not exist is left out. */
export async function rolesOf(store: Store, tenantId: string, roleIds: readonly string[]): Promise<readonly Role[]> {
  const own = [...new Set(roleIds)].filter((roleId) => !systemRoleOf(roleId));
  const items = own.length === 0 ? [] : await store.getMany(own.map((roleId) => ({ table: 'identity', key: roleKey(tenantId, roleId) })));
  return [...roleIds.flatMap((roleId) => systemRoleOf(roleId) ?? []), ...items.flatMap((item) => (item ? [roleFrom(item)] : []))];
}

/** The tenant's own, by their ids; `after` is where the page before ended. */
export async function ownRoles(store: Store, tenantId: string, { limit, after }: { readonly limit: number; readonly after: string | undefined }): Promise<{ readonly roles: readonly Role[]; readonly more: boolean }> {
  const { items, cursor } = await store.query({
    table: 'identity', pk: rolesPartition(tenantId), skBeginsWith: 'ROLE#', limit, ...(after !== undefined && { cursor: cursorFrom({ ...roleKey(tenantId, after) }) }),
  });
  return { roles: items.map(roleFrom), more: cursor !== undefined };
}

/** The role, and the item that makes its name the only one: that write fails where the name is taken. */
export const roleMade = (tenantId: string, role: Omit<Role, 'administers'>, by: { readonly userId: string; readonly now: Date }): { readonly name: Write; readonly writes: readonly Write[] } => {
  const name = created(roleNameKey(tenantId, role.name), { roleId: role.roleId });
  return { name, writes: [name, created(roleKey(tenantId, role.roleId), { ...role, permissions: [...role.permissions], requires: [...role.requires], createdAt: by.now.toISOString(), createdBy: by.userId })] };
};
