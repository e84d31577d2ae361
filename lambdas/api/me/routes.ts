import * as z from 'zod/mini';
import { identifier } from '../../domain/identifier.ts';
import { languages } from '../../domain/language.ts';
import { personName } from '../../domain/person-name.ts';
import { permissions } from '../../domain/role.ts';
import { timezone } from '../../domain/timezone.ts';
import { userStatuses } from '../../domain/user.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging } from '../fields.ts';

const language = z.enum(languages);
const theme = z.enum(['light', 'dark']);
const sidebar = z.enum(['expanded', 'collapsed']);

const account = z.object({
  userId: identifier, tenantId: identifier, status: z.enum(userStatuses), email: z.string(), emailVerified: z.boolean(), createdAt: z.string(), roleIds: z.array(z.string()),
  profile: z.object({ firstName: z.string(), lastName: z.string() }),
  preferences: z.object({ language, timezone: z.string(), emailNotifications: z.boolean() }),
  settings: z.object({ theme, sidebar }),
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
  summary: 'Change name, preferences and settings; what is left out stays as it is. Mails come in the language that is set here',
  body: z.strictObject({
    firstName: z.optional(personName), lastName: z.optional(personName),
    language: z.optional(language), timezone: z.optional(timezone), emailNotifications: z.optional(z.boolean()), theme: z.optional(theme), sidebar: z.optional(sidebar),
  }),
  answers: { 200: account },
  touches: { ...readsAccount, tables: { identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], audit: ['PutItem'] } },
});

export const myPermissions = defineRoute({
  group: 'me', name: 'my-permissions', method: 'GET', path: '/me/permissions', access: 'any credential',
  summary: 'What you may do now, with this credential',
  answers: { 200: z.object({ permissions: z.array(z.enum(permissions)), permissionEpoch: z.number() }) },
  touches: {},
});

export const listSessions = defineRoute({
  group: 'me', name: 'list-sessions', method: 'GET', path: '/me/sessions', access: 'session',
  summary: 'Where you are logged in',
  query: z.strictObject(paging),
  answers: {
    200: z.object({
      items: z.array(z.object({ id: identifier, createdAt: z.string(), lastSeenAt: z.string(), expiresAt: z.string(), current: z.boolean() })), cursor: z.optional(z.string()),
    }),
  },
  touches: { tables: { identity: ['Query'] } },
});

export const endSession = defineRoute({
  group: 'me', name: 'end-session', method: 'DELETE', path: '/me/sessions/{id}', access: 'session', idempotent: true,
  summary: 'End one of your sessions, this one too: its next request is refused',
  params: z.strictObject({ id: identifier }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['Query', 'DeleteItem'], audit: ['PutItem'] } },
});

export const createApiKey = defineRoute({
  group: 'me', name: 'create-api-key', method: 'POST', path: '/me/api-keys', access: 'session', idempotent: true,
  summary: 'Make a key for a program, to be sent as x-api-key. It may what you name, or all that you may now, and never more than you may yourself when it is used. The secret is told this once',
  body: z.strictObject({
    name: personName, permissions: z.optional(z.array(z.enum(permissions)).check(z.minLength(1), z.maxLength(permissions.length))), expiresAt: z.optional(z.iso.datetime()),
  }),
  answers: { 201: z.object({ id: identifier, name: z.string(), secret: z.string() }) },
  problems: ['forbidden'],
  touches: { tables: { identity: ['PutItem', 'ConditionCheckItem'], keys: ['GetItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

export const listApiKeys = defineRoute({
  group: 'me', name: 'list-api-keys', method: 'GET', path: '/me/api-keys', access: 'session',
  summary: 'Your keys, without their secrets',
  query: z.strictObject(paging),
  answers: {
    200: z.object({
      items: z.array(z.object({
        id: identifier, name: z.string(), permissions: z.array(z.enum(permissions)), createdAt: z.string(), lastUsedAt: z.optional(z.string()), expiresAt: z.optional(z.string()),
      })),
      cursor: z.optional(z.string()),
    }),
  },
  touches: { tables: { identity: ['Query'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const deleteApiKey = defineRoute({
  group: 'me', name: 'delete-api-key', method: 'DELETE', path: '/me/api-keys/{id}', access: 'session', idempotent: true,
  summary: 'Revoke one of your keys: its next request is refused',
  params: z.strictObject({ id: identifier }),
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { tables: { identity: ['DeleteItem'], keys: ['GetItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});
