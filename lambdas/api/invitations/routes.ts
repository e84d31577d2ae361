import * as z from 'zod/mini';
import { emailAddress } from '../../domain/email-address.ts';
import { identifier } from '../../domain/identifier.ts';
import { defineRoute } from '../../kit/route.ts';

export const createInvitation = defineRoute({
  group: 'invitations', name: 'create-invitation', method: 'POST', path: '/invitations', access: 'users:manage', idempotent: true,
  summary: 'Invite an address to join the tenant; the link goes out by mail, is valid for seven days and works once. Whoever joins is a member, and has the role that is named, if the inviter may grant it: now, and still then',
  body: z.strictObject({ email: emailAddress, roleId: z.optional(identifier) }),
  answers: { 202: z.object({ invitationId: identifier, expiresAt: z.string() }) },
  problems: ['not-found', 'beyond-own-rights', 'role-requirements-missing'],
  touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'], keys: ['GetItem', 'PutItem'], events: ['PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

export const deleteInvitation = defineRoute({
  group: 'invitations', name: 'delete-invitation', method: 'DELETE', path: '/invitations/{id}', access: 'users:manage', idempotent: true,
  summary: 'Withdraw an invitation: its link opens nothing any more, and to whom it went is forgotten',
  params: z.strictObject({ id: identifier }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'DeleteItem'], keys: ['DeleteItem'], audit: ['PutItem'] } },
});
