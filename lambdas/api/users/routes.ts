import * as z from 'zod/mini';
import { emailAddress } from '../../domain/email-address.ts';
import { identifier } from '../../domain/identifier.ts';
import { userStatuses } from '../../domain/user.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging, reason } from '../fields.ts';

/** What is personal is null where it cannot be read any more. */
const personView = z.object({
  userId: identifier, email: z.nullable(z.string()), firstName: z.nullable(z.string()), lastName: z.nullable(z.string()),
  status: z.enum(userStatuses), emailVerified: z.boolean(), undeliverable: z.optional(z.boolean()), createdAt: z.string(), roles: z.array(z.string()),
});
export type PersonView = z.infer<typeof personView>;

const reads = { tables: { identity: ['BatchGetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true } as const;

export const listUsers = defineRoute({
  group: 'users', name: 'list-users', method: 'GET', path: '/users', access: 'users:read',
  summary: 'The people of the tenant, newest first',
  query: z.strictObject({ ...paging }),
  answers: { 200: z.object({ items: z.array(personView), cursor: z.optional(z.string()) }) },
  touches: { ...reads, tables: { ...reads.tables, identity: ['Query', 'BatchGetItem'] } },
});

export const getUser = defineRoute({
  group: 'users', name: 'get-user', method: 'GET', path: '/users/{id}', access: 'users:read',
  summary: 'One of the people of the tenant',
  params: z.strictObject({ id: identifier }),
  answers: { 200: personView },
  problems: ['not-found'],
  touches: reads,
});

const activity = z.object({ action: z.string(), actor: z.string(), cause: z.string(), at: z.string(), roleId: z.optional(identifier) });

export const listActivity = defineRoute({
  group: 'users', name: 'list-activity', method: 'GET', path: '/users/{id}/activity', access: 'users:read',
  summary: 'What was done to the rights of a person, by whom and why, newest first',
  params: z.strictObject({ id: identifier }),
  query: z.strictObject({ ...paging }),
  answers: { 200: z.object({ items: z.array(activity), cursor: z.optional(z.string()) }) },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'Query'] } },
});

export const correctEmail = defineRoute({
  group: 'users', name: 'correct-email', method: 'POST', path: '/users/{id}/email', access: 'users:manage', idempotent: true,
  summary: 'Correct the address of a person: a fresh link goes to the new one, and until it is used the account is closed. Sessions, API keys and links of before are void',
  params: z.strictObject({ id: identifier }),
  body: z.strictObject({ email: emailAddress, reason: z.optional(reason) }),
  answers: { 202: z.object({ userId: identifier, status: z.literal('pending_verification'), eventId: z.string() }) },
  problems: ['not-found', 'address-taken', 'own-account', 'not-possible-now'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});
