import * as z from 'zod/mini';
import { emailAddress } from '../../domain/email-address.ts';
import { identifier } from '../../domain/identifier.ts';
import { passwordInput } from '../../domain/password.ts';
import { personName } from '../../domain/person-name.ts';
import { permissions } from '../../domain/role.ts';
import { defineRoute, KNOWN_OR_NOT } from '../../kit/route.ts';

export const register = defineRoute({
  group: 'auth', name: 'register', method: 'POST', path: '/auth/register', access: 'public', idempotent: true,
  summary: 'Register: answered at once, completed behind it. A known address gets the very same answer',
  body: z.strictObject({
    tenantId: identifier, email: emailAddress, password: passwordInput, firstName: personName, lastName: personName,
    invitationToken: z.optional(z.string().check(z.maxLength(512))),
  }),
  answers: {
    202: z.object({
      success: z.literal(true), userId: identifier, message: z.string(),
      nextSteps: z.array(z.enum(['email_verification', 'profile_completion'])), statusUrl: z.string(),
    }),
  },
  problems: ['registration-not-allowed', 'tenant-not-found', 'tenant-full'],
  rateLimits: ['registrationsPerSource'],
  touches: {
    tables: {
      identity: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], keys: ['GetItem', 'PutItem'], events: ['PutItem'], audit: ['PutItem'],
    },
    unwrapsTenantKeys: true,
  },
});

export const registrationStatus = defineRoute({
  group: 'auth', name: 'registration-status', method: 'GET', path: '/auth/registrations/{userId}', access: 'public',
  summary: 'How far a registration has come',
  params: z.strictObject({ userId: identifier }),
  answers: { 200: z.object({ status: z.enum(['awaiting_verification', 'active', 'expired']) }) },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'] } },
});

export const verifyEmail = defineRoute({
  group: 'auth', name: 'verify-email', method: 'POST', path: '/auth/verify-email', access: 'public',
  summary: 'Confirm the address with the token of the mail; the account becomes active as soon as it is set up',
  body: z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(512)) }),
  answers: { 200: z.object({ status: z.enum(['verified', 'active']) }) },
  problems: ['token-unknown', 'token-expired', 'already-verified'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const resendVerification = defineRoute({
  group: 'auth', name: 'resend-verification', method: 'POST', path: '/auth/resend-verification', access: 'public', idempotent: true,
  summary: 'Ask for a fresh verification link, at most once a minute. Whoever has no use for one gets the very same answer',
  body: z.strictObject({ tenantId: identifier, email: emailAddress }),
  answers: { 202: z.strictObject({}) },
  rateLimits: ['verificationMailsPerAddress'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const login = defineRoute({
  group: 'auth', name: 'login', method: 'POST', path: '/auth/login', access: 'public',
  summary: 'Start a session; whatever is wrong, the answer is one and the same',
  body: z.strictObject({
    tenantId: identifier, email: emailAddress, password: passwordInput, cookie: z.optional(z.literal(true)),
  }),
  answers: { 200: z.object({ sessionToken: z.optional(z.string()), expiresAt: z.string(), userId: identifier }) },
  problems: ['wrong-credentials'],
  rateLimits: ['loginFailuresPerAccount', 'loginFailuresPerSource'],
  touches: {
    tables: { identity: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], keys: ['GetItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const logout = defineRoute({
  group: 'auth', name: 'logout', method: 'POST', path: '/auth/logout', access: 'session',
  summary: 'End this session',
  answers: { 204: undefined },
  touches: { tables: { identity: ['DeleteItem'], audit: ['PutItem'] } },
});

const stage = z.string();

export const readSession = defineRoute({
  group: 'auth', name: 'session', method: 'GET', path: '/auth/session', access: KNOWN_OR_NOT,
  summary: 'Whether you are logged in and as whom; to a visitor this is an answer like any other, not an error',
  answers: {
    200: z.discriminatedUnion('authenticated', [
      z.object({
        authenticated: z.literal(false), stage,
        /** Of the local stage: what a form of login has in it from the start. */
        preselectedTenant: z.optional(identifier),
      }),
      z.object({
        authenticated: z.literal(true), stage, userId: identifier, displayName: z.string(), tenant: z.object({ tenantId: identifier, name: z.string() }),
        administersPlatform: z.boolean(), permissions: z.array(z.enum(permissions)), permissionEpoch: z.number(),
      }),
    ]),
  },
  touches: { tables: { identity: ['GetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const requestPasswordReset = defineRoute({
  group: 'auth', name: 'request-password-reset', method: 'POST', path: '/auth/request-password-reset', access: 'public', idempotent: true,
  summary: 'Ask for a link to set a new password, at most once a minute. Whoever has no account gets the very same answer',
  body: z.strictObject({ tenantId: identifier, email: emailAddress }),
  answers: { 202: z.strictObject({}) },
  rateLimits: ['passwordResetsPerAddress'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const resetPassword = defineRoute({
  group: 'auth', name: 'reset-password', method: 'POST', path: '/auth/reset-password', access: 'public',
  summary: 'Set a new password with the token of the mail, which is valid for ten minutes and works once; all sessions and API keys end',
  body: z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(512)), password: passwordInput }),
  answers: { 200: z.strictObject({}) },
  problems: ['reset-unknown', 'reset-expired', 'reset-used'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});
