import * as z from 'zod/mini';
import { moment, oneOf } from '../../domain/described.ts';
import { emailAddress } from '../../domain/email-address.ts';
import { passwordInput } from '../../domain/password.ts';
import { personName } from '../../domain/person-name.ts';
import { permission } from '../../domain/word-schemas.ts';
import { defineRoute, KNOWN_OR_NOT } from '../../kit/route.ts';
import { tenantId, userId } from '../id-schemas.ts';

const email = emailAddress.check(z.describe('The e-mail address of the account. It is kept encrypted under a key of the person'));
const newPassword = passwordInput.check(z.describe('The new password: at least 8 characters, not a common one, and not made of name, address or tenant'));
const mailToken = z.string().check(z.minLength(1), z.maxLength(512), z.describe('The token from the link of the mail, behind `token=` or `reset=`'));
const nothingMore = z.strictObject({});

export const register = defineRoute({
  group: 'auth', name: 'register', method: 'POST', path: '/auth/register', access: 'public', idempotent: true,
  summary: 'Register an account',
  description: 'It is answered at once and completed behind the answer: `statusUrl` says how far it is, and a mail asks to confirm the address. An address that is known already gets the very same answer, and its owner a mail.',
  body: z.strictObject({
    tenantId, email, password: newPassword, firstName: personName.check(z.describe('Given name')), lastName: personName.check(z.describe('Family name')),
    invitationToken: z.optional(z.string().check(z.maxLength(512), z.describe('The token from the link of an invitation; left out: without one, which a tenant for invited people refuses'))),
  }),
  answers: {
    202: z.object({
      success: z.literal(true).check(z.describe('Always true: what is refused is answered as a problem')), userId, message: z.string().check(z.describe('What happens next: a sentence in the language of `Accept-Language`')),
      nextSteps: z.array(z.enum(['email_verification', 'profile_completion'])).check(z.describe('What the person still has to do: use the link of the mail (`email_verification`), look through the profile (`profile_completion`)')),
      statusUrl: z.string().check(z.describe('Where to ask how far the registration is')),
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
  description: 'Ask again every few seconds. A registration that fails is told by mail, and for an address that was known before nothing else is answered than for a new one.',
  params: z.strictObject({ userId }),
  answers: { 200: z.object({ status: oneOf(['awaiting_verification', 'active', 'expired'], 'How far it is', {
    awaiting_verification: 'the link of the mail was not used yet', active: 'the account can log in', expired: 'the link was not used within 24 hours; ask for another one',
  }) }) },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'] } },
});

export const verifyEmail = defineRoute({
  group: 'auth', name: 'verify-email', method: 'POST', path: '/auth/verify-email', access: 'public',
  summary: 'Confirm an address with the token of the mail',
  description: 'The account becomes active as soon as it is set up, too. A token works once; used again it is answered with `already-verified`.',
  body: z.strictObject({ token: mailToken }),
  answers: { 200: z.object({ status: oneOf(['verified', 'active'], 'What the account is now', {
    verified: 'the address is confirmed, and the account is still being set up: try to log in in a moment', active: 'the account can log in',
  }) }) },
  problems: ['token-unknown', 'token-expired', 'already-verified'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const resendVerification = defineRoute({
  group: 'auth', name: 'resend-verification', method: 'POST', path: '/auth/resend-verification', access: 'public', idempotent: true,
  summary: 'Ask for a fresh verification link',
  description: 'At most one mail a minute goes to an address. Whoever has no use for a link gets the very same answer, and there is nothing to look up: what follows is the mail.',
  body: z.strictObject({ tenantId, email }),
  answers: { 202: nothingMore },
  rateLimits: ['verificationMailsPerAddress'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const login = defineRoute({
  group: 'auth', name: 'login', method: 'POST', path: '/auth/login', access: 'public',
  summary: 'Log in: start a session',
  description: 'A session ends after 24 hours, after 30 minutes without a request, and with a logout. Whatever is wrong, the answer is one and the same, so that nobody learns which addresses are known.',
  body: z.strictObject({
    tenantId, email, password: passwordInput.check(z.describe('The password of the account')),
    cookie: z.optional(z.literal(true).check(z.describe('Put the token into a cookie that no script can read; left out: it is in the answer'))),
  }),
  answers: { 200: z.object({
    sessionToken: z.optional(z.string().check(z.describe('Send it with every request, as `Authorization: Bearer <sessionToken>`. Absent where it went into the cookie'))),
    expiresAt: moment('When the session ends at the latest'), userId,
  }) },
  problems: ['wrong-credentials'],
  rateLimits: ['loginFailuresPerAccount', 'loginFailuresPerSource'],
  touches: {
    tables: { identity: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], keys: ['GetItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const logout = defineRoute({
  group: 'auth', name: 'logout', method: 'POST', path: '/auth/logout', access: 'session',
  summary: 'Log out: end this session',
  description: 'The next request with its token is refused. Other sessions of yours go on.',
  answers: { 204: undefined },
  touches: { tables: { identity: ['DeleteItem'], audit: ['PutItem'] } },
});

const stage = z.string().check(z.describe('Which installation answers: `local`, `dev`, `staging` or `prod`'));

export const readSession = defineRoute({
  group: 'auth', name: 'session', method: 'GET', path: '/auth/session', access: KNOWN_OR_NOT,
  summary: 'Whether you are logged in, and as whom',
  description: 'To a visitor without a credential, or with one that has ended, this is an answer like any other and no error.',
  answers: {
    200: z.discriminatedUnion('authenticated', [
      z.object({
        authenticated: z.literal(false).check(z.describe('False: nobody is logged in')), stage,
        preselectedTenant: z.optional(tenantId.check(z.describe('Id of the tenant that a form of login has in it from the start. Absent but on the local stage'))),
      }),
      z.object({
        authenticated: z.literal(true).check(z.describe('True: the credential is good')), stage, userId, displayName: z.string().check(z.describe('Given and family name of the account')),
        tenant: z.object({ tenantId, name: z.string().check(z.describe('What the tenant is called')) }).check(z.describe('The tenant of the account')),
        administersPlatform: z.boolean().check(z.describe('Whether the account may look at every tenant with `?tenant=`')),
        permissions: z.array(permission).check(z.describe('What this credential may do at this moment')), permissionEpoch: z.number().check(z.describe('Rises with every change of what the account may do')),
      }),
    ]),
  },
  touches: { tables: { identity: ['GetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const requestPasswordReset = defineRoute({
  group: 'auth', name: 'request-password-reset', method: 'POST', path: '/auth/request-password-reset', access: 'public', idempotent: true,
  summary: 'Ask for a link to set a new password',
  description: 'At most one mail a minute goes to an address. Whoever has no account gets the very same answer, and there is nothing to look up: what follows is the mail.',
  body: z.strictObject({ tenantId, email }),
  answers: { 202: nothingMore },
  rateLimits: ['passwordResetsPerAddress'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] },
    unwrapsTenantKeys: true,
  },
});

export const resetPassword = defineRoute({
  group: 'auth', name: 'reset-password', method: 'POST', path: '/auth/reset-password', access: 'public',
  summary: 'Set a new password with the token of the mail',
  description: 'The token is valid for ten minutes and works once. All sessions and API keys of the account end.',
  body: z.strictObject({ token: mailToken, password: newPassword }),
  answers: { 200: nothingMore },
  problems: ['reset-unknown', 'reset-expired', 'reset-used'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], events: ['PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});
