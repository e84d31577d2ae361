import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { emailAddress } from '../../domain/email-address.ts';
import { userStatus } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging, reasonIfAny } from '../fields.ts';
import { eventId, roleId, userId } from '../id-schemas.ts';

/** What is personal is null where it cannot be read any more. */
const ofPerson = (what: string) => z.nullable(z.string()).check(z.describe(`${what}; null where it cannot be read any more, because the person is being erased`));
const personView = z.object({
  userId, email: ofPerson('E-mail address'), firstName: ofPerson('Given name'), lastName: ofPerson('Family name'),
  status: userStatus, emailVerified: z.boolean().check(z.describe('Whether somebody has used the link of the verification mail')),
  undeliverable: z.optional(z.boolean().check(z.describe('True: mails to the address have come back, or its owner has called them spam. Absent: nothing of the kind is known'))),
  createdAt: moment('When the account was registered'), roles: z.array(z.string()).check(z.describe('Ids of the roles that the person has at this moment')),
});
export type PersonView = z.infer<typeof personView>;

const reads = { tables: { identity: ['BatchGetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true } as const;

export const listUsers = defineRoute({
  group: 'users', name: 'list-users', method: 'GET', path: '/users', access: 'users:read',
  summary: 'The people of the tenant, newest first',
  query: z.strictObject({ ...paging }),
  answers: { 200: pageOf(personView, 'People, newest first') },
  touches: { ...reads, tables: { ...reads.tables, identity: ['Query', 'BatchGetItem'] } },
});

export const getUser = defineRoute({
  group: 'users', name: 'get-user', method: 'GET', path: '/users/{id}', access: 'users:read',
  summary: 'One of the people of the tenant',
  params: z.strictObject({ id: userId }),
  answers: { 200: personView },
  problems: ['not-found'],
  touches: reads,
});

const activity = z.object({
  action: z.string().check(z.describe('What was done: `role.assigned`, `role.revoked`, or `role.assignment_withdrawn` where a grant was undone')), actor: z.string().check(z.describe('Who did it: id of an account, or `system`')),
  cause: z.string().check(z.describe('Id of the event that it follows from')), at: moment('When it was done'), roleId: z.optional(roleId.check(z.describe('Id of the role. Absent: it is about none'))),
});

export const listActivity = defineRoute({
  group: 'users', name: 'list-activity', method: 'GET', path: '/users/{id}/activity', access: 'users:read',
  summary: 'What was done to the rights of a person, newest first',
  params: z.strictObject({ id: userId }),
  query: z.strictObject({ ...paging }),
  answers: { 200: pageOf(activity, 'What was done, newest first') },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'Query'] } },
});

export const correctEmail = defineRoute({
  group: 'users', name: 'correct-email', method: 'POST', path: '/users/{id}/email', access: 'users:manage', idempotent: true,
  summary: 'Correct the address of a person',
  description: 'A fresh link goes to the new address, and until it is used the account is closed: `GET /users/{id}` tells its status. Sessions, API keys and links of before are void.',
  params: z.strictObject({ id: userId }),
  body: z.strictObject({ email: emailAddress.check(z.describe('The right e-mail address')), reason: reasonIfAny }),
  answers: { 202: z.object({ userId, status: z.literal('pending_verification').check(z.describe('The account waits for the link of the new mail')), eventId }) },
  problems: ['not-found', 'address-taken', 'own-account', 'not-possible-now'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});
