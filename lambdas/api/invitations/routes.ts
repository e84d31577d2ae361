import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { emailAddress } from '../../domain/email-address.ts';
import { defineRoute } from '../../kit/route.ts';
import { invitationId, roleId } from '../id-schemas.ts';

export const createInvitation = defineRoute({
  group: 'invitations', name: 'create-invitation', method: 'POST', path: '/invitations', access: 'users:manage', idempotent: true,
  summary: 'Invite somebody to join the tenant',
  description: 'The link goes out by mail, is valid for seven days and works once. There is nothing to look up: what follows is the mail. Whoever joins is a member, and has the role that is named if you may grant it: now, and still then.',
  body: z.strictObject({
    email: emailAddress.check(z.describe('Address to invite: only with it can the link be used')), roleId: z.optional(roleId.check(z.describe('Id of a role to grant beside `member`; left out: none'))),
  }),
  answers: { 202: z.object({ invitationId, expiresAt: moment('Until when the link can be used') }) },
  problems: ['not-found', 'beyond-own-rights', 'role-requirements-missing'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'], keys: ['GetItem', 'PutItem'], events: ['PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

export const deleteInvitation = defineRoute({
  group: 'invitations', name: 'delete-invitation', method: 'DELETE', path: '/invitations/{id}', access: 'users:manage', idempotent: true,
  summary: 'Withdraw an invitation',
  description: 'Its link opens nothing any more, and to whom it went is forgotten.',
  params: z.strictObject({ id: invitationId }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'DeleteItem'], keys: ['DeleteItem'], audit: ['PutItem'] } },
});
