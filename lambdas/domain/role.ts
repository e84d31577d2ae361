export const permissions = [
  'records:read', 'records:write', 'users:read', 'users:manage', 'users:delete', 'roles:read', 'roles:manage',
  'workflows:read', 'workflows:manage', 'audit:read', 'tenants:manage',
] as const;
export type Permission = (typeof permissions)[number];

export interface Role {
  readonly roleId: string;
  readonly permissions: readonly Permission[];
  /** Holders are notified of new users, and the last one of a tenant stays. */
  readonly administers: boolean;
}

/** Roles that every tenant has and nobody can change. */
export const systemRoles = {
  member: { roleId: 'member', permissions: ['records:read', 'records:write'], administers: false },
  administrator: { roleId: 'administrator', permissions: permissions.filter((each) => each !== 'tenants:manage'), administers: true },
  platform_administrator: { roleId: 'platform_administrator', permissions: ['tenants:manage'], administers: false },
} as const satisfies Record<string, Role>;
export type SystemRoleId = keyof typeof systemRoles;

/** What these roles give together; a role that does not exist any more gives nothing. */
export const permissionsGivenBy = (roleIds: readonly string[]): readonly Permission[] =>
  effectivePermissions(Object.values(systemRoles).filter(({ roleId }) => roleIds.includes(roleId)));

/** What a person may do: the union of what the roles give, sorted so that equal sets are equal lists. */
export const effectivePermissions = (roles: readonly Role[]): readonly Permission[] =>
  [...new Set(roles.flatMap((role) => role.permissions))].toSorted();
