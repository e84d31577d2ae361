import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { permissions, roleName } from '../../domain/role.ts';
import { permission } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging, reason, reasonIfAny } from '../fields.ts';
import { eventId, roleId, userId } from '../id-schemas.ts';

const some = z.array(permission).check(z.maxLength(permissions.length));

const roleView = z.object({
  roleId, name: z.string().check(z.describe('What the role is called')), permissions: z.array(permission).check(z.describe('What its holder may do')),
  requires: z.array(permission).check(z.describe('What somebody must hold already to be granted it')), forcesLogout: z.boolean().check(z.describe('Whether whoever loses it is logged out')),
  system: z.boolean().check(z.describe('True: every tenant has it, and nobody can change it')),
});

export const listRoles = defineRoute({
  group: 'roles', name: 'list-roles', method: 'GET', path: '/roles', access: 'roles:read',
  summary: 'The roles that can be granted',
  description: 'Those that every tenant has, then the tenant’s own.',
  query: z.strictObject(paging),
  answers: { 200: pageOf(roleView, 'Roles') },
  touches: { tables: { identity: ['Query'] } },
});

export const createRole = defineRoute({
  group: 'roles', name: 'create-role', method: 'POST', path: '/roles', access: 'roles:manage', idempotent: true,
  summary: 'Make a role of the tenant’s own',
  description: 'Of permissions that you hold yourself. It cannot be changed afterwards: make another one.',
  body: z.strictObject({
    name: roleName.check(z.describe('What the role is called; no two roles of a tenant may look alike')), permissions: some.check(z.minLength(1), z.describe('What its holder may do')),
    requires: z.optional(some.check(z.describe('What somebody must hold already to be granted it; left out: nothing'))), forcesLogout: z.optional(z.boolean().check(z.describe('Whether whoever loses it is logged out; left out: no'))),
  }),
  answers: { 201: z.object({ roleId }) },
  problems: ['beyond-own-rights', 'role-name-taken'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'], audit: ['PutItem'] } },
});

const person = z.strictObject({ id: userId });
const begun = z.object({
  eventId, runUrl: z.string().check(z.describe('The run behind it, which tells how far it is. Right after the answer it may still be `not-found`')),
}).check(z.describe('It counts at once. The run behind it checks, tells and logs'));

export const listUserRoles = defineRoute({
  group: 'roles', name: 'list-user-roles', method: 'GET', path: '/users/{id}/roles', access: 'roles:read',
  summary: 'The roles that a person has at this moment',
  params: person, query: z.strictObject(paging),
  answers: {
    200: pageOf(z.object({
      roleId, name: z.string().check(z.describe('What the role is called')), permissions: z.array(permission).check(z.describe('What it gives')), version: z.number().check(z.describe('Rises each time it is granted or taken away')),
      grantedAt: moment('When it was granted'), grantedBy: z.string().check(z.describe('Id of the account that granted it, or `system`')), expiresAt: z.optional(moment('When it ends by itself. Absent: when somebody takes it away')),
    }), 'Roles that the person has'),
  },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'Query', 'BatchGetItem'] } },
});

export const assignRole = defineRoute({
  group: 'roles', name: 'assign-role', method: 'POST', path: '/users/{id}/roles', access: 'roles:manage', idempotent: true,
  summary: 'Grant a role',
  description: 'It counts at once, for good or until a moment. You can grant only what you hold yourself, and only to somebody else.',
  params: person,
  body: z.strictObject({ roleId, expiresAt: z.optional(z.iso.datetime().check(z.describe('When it ends by itself; left out: when somebody takes it away. ISO 8601, UTC'))), reason: reasonIfAny }),
  answers: { 202: begun },
  problems: ['not-found', 'self-grant', 'beyond-own-rights', 'role-held-already', 'role-requirements-missing', 'account-not-open'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const revokeRole = defineRoute({
  group: 'roles', name: 'revoke-role', method: 'DELETE', path: '/users/{id}/roles/{roleId}', access: 'roles:manage', idempotent: true,
  summary: 'Take a role away',
  description: 'What it alone gave is refused from the very next request on. Sessions end where the role asks for it. The last administrator of a tenant stays.',
  params: z.strictObject({ ...person.shape, roleId }),
  body: z.strictObject({ reason }),
  answers: { 202: begun },
  problems: ['not-found', 'last-administrator', 'account-not-open'],
  touches: { tables: { identity: ['GetItem', 'Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const listOrphanedPermissions = defineRoute({
  group: 'roles', name: 'list-orphaned-permissions', method: 'GET', path: '/users/{id}/roles/orphans', access: 'roles:read',
  summary: 'Permissions that no role of a person gives',
  description: 'What stands with her although no role gives it allows nothing, and the next clean-up takes it out.',
  params: person,
  answers: { 200: z.object({
    orphans: z.array(permission).check(z.describe('What a clean-up would take out')), remaining: z.array(permission).check(z.describe('What it would leave, because roles give it')),
    permissionEpoch: z.number().check(z.describe('Rises with every change of what the account may do')),
  }) },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'] } },
});
