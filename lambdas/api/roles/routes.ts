import * as z from 'zod/mini';
import { identifier } from '../../domain/identifier.ts';
import { permissions, roleName } from '../../domain/role.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging, reason } from '../fields.ts';

const permission = z.enum(permissions);
const some = z.array(permission).check(z.maxLength(permissions.length));

const roleView = z.object({
  roleId: identifier, name: z.string(), permissions: z.array(permission), requires: z.array(permission), forcesLogout: z.boolean(),
  /** Every tenant has it, and nobody can change it. */
  system: z.boolean(),
});

export const listRoles = defineRoute({
  group: 'roles', name: 'list-roles', method: 'GET', path: '/roles', access: 'roles:read',
  summary: 'The roles that can be granted: those that every tenant has, then the tenant’s own',
  query: z.strictObject(paging),
  answers: { 200: z.object({ items: z.array(roleView), cursor: z.optional(z.string()) }) },
  touches: { tables: { identity: ['Query'] } },
});

export const createRole = defineRoute({
  group: 'roles', name: 'create-role', method: 'POST', path: '/roles', access: 'roles:manage', idempotent: true,
  summary: 'Make a role of the tenant’s own, of permissions that the caller holds himself. `requires`: what a person must hold already to be granted it; `forcesLogout`: whoever loses it is logged out',
  body: z.strictObject({ name: roleName, permissions: some.check(z.minLength(1)), requires: z.optional(some), forcesLogout: z.optional(z.boolean()) }),
  answers: { 201: z.object({ roleId: identifier }) },
  problems: ['beyond-own-rights', 'role-name-taken'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'], audit: ['PutItem'] } },
});

const person = z.strictObject({ id: identifier });
const begun = z.object({ eventId: z.string(), runUrl: z.string() });

export const listUserRoles = defineRoute({
  group: 'roles', name: 'list-user-roles', method: 'GET', path: '/users/{id}/roles', access: 'roles:read',
  summary: 'The roles that a person has at this moment',
  params: person, query: z.strictObject(paging),
  answers: {
    200: z.object({
      items: z.array(z.object({
        roleId: identifier, name: z.string(), permissions: z.array(permission), version: z.number(), grantedAt: z.string(), grantedBy: z.string(), expiresAt: z.optional(z.string()),
      })),
      cursor: z.optional(z.string()),
    }),
  },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'Query', 'BatchGetItem'] } },
});

export const assignRole = defineRoute({
  group: 'roles', name: 'assign-role', method: 'POST', path: '/users/{id}/roles', access: 'roles:manage', idempotent: true,
  summary: 'Grant a role, for good or until a moment. It counts at once; the run behind it checks, tells and logs. Only what the caller holds himself, to somebody else; a role that is held already is a conflict',
  params: person,
  body: z.strictObject({ roleId: identifier, expiresAt: z.optional(z.iso.datetime()), reason: z.optional(reason) }),
  answers: { 202: begun },
  problems: ['not-found', 'self-grant', 'beyond-own-rights', 'role-held-already', 'role-requirements-missing', 'account-not-open'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const revokeRole = defineRoute({
  group: 'roles', name: 'revoke-role', method: 'DELETE', path: '/users/{id}/roles/{roleId}', access: 'roles:manage', idempotent: true,
  summary: 'Take a role away. What it alone gave is refused from the very next request on; the run behind it ends sessions where the role asks for it, tells and logs. The last administrator of a tenant stays',
  params: z.strictObject({ ...person.shape, roleId: identifier }),
  body: z.strictObject({ reason }),
  answers: { 202: begun },
  problems: ['not-found', 'last-administrator', 'account-not-open'],
  touches: { tables: { identity: ['GetItem', 'Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const listOrphanedPermissions = defineRoute({
  group: 'roles', name: 'list-orphaned-permissions', method: 'GET', path: '/users/{id}/roles/orphans', access: 'roles:read',
  summary: 'What a clean-up would take out: permissions that stand with a person although no role that she has gives them. They allow nothing',
  params: person,
  answers: { 200: z.object({ orphans: z.array(permission), remaining: z.array(permission), permissionEpoch: z.number() }) },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'] } },
});
