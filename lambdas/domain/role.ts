import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Language } from './language.ts';
import { personName } from './person-name.ts';

export const permissions = [
  'records:read', 'records:write', 'users:read', 'users:manage', 'users:delete', 'roles:read', 'roles:manage',
  'workflows:read', 'workflows:manage', 'audit:read', 'tenants:manage',
] as const;
export type Permission = (typeof permissions)[number];

export interface Role {
  readonly roleId: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** What a person must hold already for this role to be granted. */
  readonly requires: readonly Permission[];
  /** Holders are notified of new users, and the last one of a tenant stays. */
  readonly administers: boolean;
  /** Whoever loses it is logged out. */
  readonly forcesLogout: boolean;
}

/** Roles that every tenant has and nobody can change. */
export const systemRoles = {
  member: { roleId: 'member', name: 'Member', permissions: ['records:read', 'records:write'], requires: [], administers: false, forcesLogout: false },
  administrator: {
    roleId: 'administrator', name: 'Administrator', permissions: permissions.filter((each) => each !== 'tenants:manage'), requires: [], administers: true, forcesLogout: true,
  },
  platform_administrator: {
    roleId: 'platform_administrator', name: 'Platform administrator', permissions: ['tenants:manage'], requires: [], administers: false, forcesLogout: true,
  },
} as const satisfies Record<string, Role>;
export type SystemRoleId = keyof typeof systemRoles;
export const allSystemRoles: readonly Role[] = Object.values(systemRoles);
export const systemRoleOf = (roleId: string): Role | undefined => allSystemRoles.find((role) => role.roleId === roleId);
export const newRoleId = (): string => `role_${randomBytes(16).toString('base64url')}`;

const chineseNames: Readonly<Record<SystemRoleId, string>> = { member: '成员', administrator: '管理员', platform_administrator: '平台管理员' };
/** A tenant's own role has the one name that the tenant gave it. */
export const roleNameIn = (language: Language, { roleId, name }: Pick<Role, 'roleId' | 'name'>): string =>
  (language === 'zh-CN' ? new Map<string, string>(Object.entries(chineseNames)).get(roleId) : undefined) ?? name;

const LONGEST_NAME = 64;
/** A role's name stands in mails and lists, as a person's does: in any script, on one line. */
export const roleName = personName.check(z.maxLength(LONGEST_NAME), z.meta({ minLength: 1, maxLength: LONGEST_NAME }));

/** In the form in which names of roles are compared: no two that a person could take for each other. */
export const comparedRoleName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\p{Cf}/gu, '').replaceAll(/[\s_-]+/g, ' ').trim();
/** Neither the name nor the id of a role that every tenant has, in any language. */
export const isSystemRoleName = (name: string): boolean =>
  allSystemRoles.flatMap((role) => [role.roleId, role.name, roleNameIn('zh-CN', role)]).some((each) => comparedRoleName(each) === comparedRoleName(name));

/** A role that somebody holds, with what it gave when it was granted. `expiresAt` in seconds: it ends then without anybody doing anything. */
export interface Grant {
  readonly roleId: string;
  readonly emits: readonly Permission[];
  readonly expiresAt?: number | undefined;
}
interface Holder { readonly grants: readonly Grant[] }

export const isLive = ({ expiresAt }: Pick<Grant, 'expiresAt'>, now: Date): boolean => expiresAt === undefined || expiresAt * 1000 > now.getTime();
export const liveGrants = ({ grants }: Holder, now: Date): readonly Grant[] => grants.filter((grant) => isLive(grant, now));

/** What these give together, sorted so that equal sets are equal lists. */
export const permissionsOf = (grants: readonly Pick<Grant, 'emits'>[]): readonly Permission[] => [...new Set(grants.flatMap(({ emits }) => emits))].toSorted();

/** What a person may do at this moment: what her live grants give, and nothing else. */
export const effectiveAt = (authorization: Holder, now: Date): readonly Permission[] => permissionsOf(liveGrants(authorization, now));

/** What a person may do at the very end of what is granted until then; without an end, what lasts. */
export const effectiveUntil = (authorization: Holder, until: number | undefined): readonly Permission[] =>
  permissionsOf(authorization.grants.filter(({ expiresAt = Infinity }) => expiresAt >= (until ?? Infinity)));

/** Whether nothing but a revocation ends that she administers the tenant. */
export const administersForGood = ({ grants }: Holder): boolean =>
  grants.some(({ roleId, expiresAt }) => expiresAt === undefined && systemRoleOf(roleId)?.administers);

/** What stands among the permissions and is given by no live grant. */
export const orphansOf = (authorization: Holder & { readonly permissions: readonly Permission[] }, now: Date): readonly Permission[] => {
  const explained = effectiveAt(authorization, now);
  return authorization.permissions.filter((each) => !explained.includes(each));
};

export const missingFrom = (held: readonly Permission[], wanted: readonly Permission[]): readonly Permission[] => wanted.filter((each) => !held.includes(each));

/** What somebody lacks for granting this: nobody gives more than he has, nor for longer. */
export const lackingToGrant = (granter: Holder, given: readonly Permission[], now: Date, until?: number): readonly Permission[] =>
  [...new Set([...missingFrom(effectiveAt(granter, now), ['roles:manage']), ...missingFrom(effectiveUntil(granter, until), given)])];
