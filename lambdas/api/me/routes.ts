import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';
import { personName } from '../../domain/person-name.ts';
import { permissions } from '../../domain/role.ts';
import { timezone } from '../../domain/timezone.ts';
import { emailNotifications, language, permission, sidebar, theme, timezoneName, userStatus } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging } from '../fields.ts';
import { apiKeyId, sessionId, tenantId, userId } from '../id-schemas.ts';

const account = z.object({
  userId, tenantId, status: userStatus, email: z.string().check(z.describe('Your e-mail address')), emailVerified: z.boolean().check(z.describe('Whether somebody has used the link of the verification mail')),
  createdAt: moment('When the account was registered'), roleIds: z.array(z.string()).check(z.describe('Ids of the roles that you have at this moment')),
  profile: z.object({ firstName: z.string().check(z.describe('Given name')), lastName: z.string().check(z.describe('Family name')) }).check(z.describe('Who you are')),
  preferences: z.object({ language, timezone: timezoneName, emailNotifications }).check(z.describe('How you wish to be written to')),
  settings: z.object({ theme, sidebar }).check(z.describe('How you wish things to look')),
});
const readsAccount = { tables: { identity: ['GetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true } as const;

export const getMe = defineRoute({
  group: 'me', name: 'get-me', method: 'GET', path: '/me', access: 'any credential',
  summary: 'Your own account, with profile, preferences and settings',
  answers: { 200: account },
  touches: readsAccount,
});

export const changeProfile = defineRoute({
  group: 'me', name: 'change-profile', method: 'PATCH', path: '/me/profile', access: 'any credential', idempotent: true,
  summary: 'Change your name, preferences and settings',
  description: 'It answers the whole account as it is afterwards.',
  body: z.strictObject({
    firstName: z.optional(personName.check(z.describe('Given name'))), lastName: z.optional(personName.check(z.describe('Family name'))), language: z.optional(language),
    timezone: z.optional(timezone.check(z.describe('Time zone by its name in the time zone database, such as `Asia/Shanghai`'))), emailNotifications: z.optional(emailNotifications), theme: z.optional(theme), sidebar: z.optional(sidebar),
  }).check(z.describe('What you wish otherwise; what is left out stays as it is')),
  answers: { 200: account },
  touches: { ...readsAccount, tables: { identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], audit: ['PutItem'] } },
});

export const myPermissions = defineRoute({
  group: 'me', name: 'my-permissions', method: 'GET', path: '/me/permissions', access: 'any credential',
  summary: 'What you may do now, with this credential',
  answers: { 200: z.object({
    permissions: z.array(permission).check(z.describe('What you may do at this moment')), permissionEpoch: z.number().check(z.describe('Rises with every change of what your account may do')),
  }) },
  touches: {},
});

export const listSessions = defineRoute({
  group: 'me', name: 'list-sessions', method: 'GET', path: '/me/sessions', access: 'session',
  summary: 'Where you are logged in',
  query: z.strictObject(paging),
  answers: {
    200: pageOf(z.object({
      id: sessionId, createdAt: moment('When you logged in'), lastSeenAt: moment('When it was used last, to the minute'), expiresAt: moment('When it ends at the latest'),
      current: z.boolean().check(z.describe('Whether this very request came with it')),
    }), 'Your sessions'),
  },
  touches: { tables: { identity: ['Query'] } },
});

export const endSession = defineRoute({
  group: 'me', name: 'end-session', method: 'DELETE', path: '/me/sessions/{id}', access: 'session', idempotent: true,
  summary: 'End one of your sessions',
  description: 'Its next request is refused. This one can be ended, too.',
  params: z.strictObject({ id: sessionId }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['Query', 'DeleteItem'], audit: ['PutItem'] } },
});

export const createApiKey = defineRoute({
  group: 'me', name: 'create-api-key', method: 'POST', path: '/me/api-keys', access: 'session', idempotent: true,
  summary: 'Make an API key for a program',
  description: 'The program sends the `secret` as `x-api-key`. The key may do what you name, and never more than you may yourself when it is used.',
  body: z.strictObject({
    name: personName.check(z.describe('What you call the key, to know it again in the list')), permissions: z.optional(z.array(permission).check(z.minLength(1), z.maxLength(permissions.length), z.describe('What the key may do, of what you may; left out: all that you may now'))),
    expiresAt: z.optional(z.iso.datetime().check(z.describe('When the key ends by itself; left out: when you revoke it. ISO 8601, UTC'))),
  }),
  answers: { 201: z.object({ id: apiKeyId, name: z.string().check(z.describe('What you have called the key')), secret: z.string().check(z.describe('What the program sends as `x-api-key`. It is told this once and can be read nowhere again, so keep it')) }) },
  problems: ['forbidden'],
  touches: { tables: { identity: ['PutItem', 'ConditionCheckItem'], keys: ['GetItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

export const listApiKeys = defineRoute({
  group: 'me', name: 'list-api-keys', method: 'GET', path: '/me/api-keys', access: 'session',
  summary: 'Your API keys, without their secrets',
  query: z.strictObject(paging),
  answers: {
    200: pageOf(z.object({
      id: apiKeyId, name: z.string().check(z.describe('What you have called the key')), permissions: z.array(permission).check(z.describe('What the key was made for; it never may more than you may yourself')),
      createdAt: moment('When it was made'), lastUsedAt: z.optional(moment('When it was used last, to the minute. Absent: never')), expiresAt: z.optional(moment('When it ends by itself. Absent: when you revoke it')),
    }), 'Your API keys'),
  },
  touches: { tables: { identity: ['Query'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const deleteApiKey = defineRoute({
  group: 'me', name: 'delete-api-key', method: 'DELETE', path: '/me/api-keys/{id}', access: 'session', idempotent: true,
  summary: 'Revoke one of your API keys',
  description: 'Its next request is refused.',
  params: z.strictObject({ id: apiKeyId }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['DeleteItem'], keys: ['GetItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});
