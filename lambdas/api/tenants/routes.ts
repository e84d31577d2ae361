import * as z from 'zod/mini';
import { oneOf } from '../../domain/described.ts';
import { emailAddress } from '../../domain/email-address.ts';
import { oneLine } from '../../domain/one-line.ts';
import { passwordInput } from '../../domain/password.ts';
import { personName } from '../../domain/person-name.ts';
import { privacySettings, registrationPolicy, registrationQuota, tenantDefaults, tenantStatuses } from '../../domain/tenant.ts';
import { language } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging, reasonIfAny } from '../fields.ts';
import { tenantId, userId } from '../id-schemas.ts';

const name = oneLine(100).check(z.describe('What the tenant is called'));
const status = oneOf(tenantStatuses, 'Whether people may join', { open: 'as the registration policy says', closed: 'nobody registers any more; whoever has an account goes on' });
const verificationWaived = z.boolean().check(z.describe('True: an account becomes active without the link of the verification mail'));

const tenantView = z.object({
  tenantId, name: z.string().check(z.describe('What the tenant is called')), status, verificationWaived, defaults: tenantDefaults,
  registrationPolicy, registrationQuota: z.optional(z.number().check(z.describe('How many accounts may join. Absent: as many as come'))), privacy: privacySettings,
});
export type TenantView = z.infer<typeof tenantView>;

export const createTenant = defineRoute({
  group: 'tenants', name: 'create-tenant', method: 'POST', path: '/tenants', access: 'tenants:manage', idempotent: true,
  summary: 'Create a tenant',
  description: 'With its first administrator, who is active at once and can log in.',
  body: z.strictObject({
    tenantId: tenantId.check(z.describe('Id of the new tenant, which people type when they log in; it cannot be changed')), name,
    admin: z.strictObject({
      email: emailAddress.check(z.describe('The e-mail address of the administrator')), password: passwordInput.check(z.describe('The password: at least 8 characters, not a common one, and not made of name, address or tenant')),
      firstName: personName.check(z.describe('Given name')), lastName: personName.check(z.describe('Family name')), language: z.optional(language.check(z.describe('Language of the mails to the administrator, `zh-CN` or `en`; left out: the tenant’s'))),
    }).check(z.describe('The first administrator')),
    registrationPolicy: z.optional(registrationPolicy), registrationQuota: z.optional(registrationQuota), verificationWaived: z.optional(verificationWaived),
    defaults: z.optional(tenantDefaults), privacy: z.optional(privacySettings), reason: reasonIfAny,
  }).check(z.describe('Of what is left out the platform’s value holds: everybody may register, as many as come, with the link of a mail')),
  answers: { 201: z.object({ ...tenantView.shape, administrator: z.object({ userId }).check(z.describe('The account of the first administrator')) }) },
  problems: ['tenant-exists'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem'], keys: ['GetItem', 'PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true, makesTenantKeys: true,
  },
});

export const listTenants = defineRoute({
  group: 'tenants', name: 'list-tenants', method: 'GET', path: '/tenants', access: 'tenants:manage',
  summary: 'Every tenant there is, by their ids',
  query: z.strictObject({ ...paging }),
  answers: { 200: pageOf(tenantView, 'Tenants, in the order of their ids') },
  touches: { tables: { identity: ['Query', 'BatchGetItem'] } },
});

export const changeTenant = defineRoute({
  group: 'tenants', name: 'change-tenant', method: 'PATCH', path: '/tenants/{id}', access: 'tenants:manage', idempotent: true,
  summary: 'Change a tenant',
  description: 'Once closing it is answered nobody registers with it any more. A quota counts the accounts that join while there is one.',
  params: z.strictObject({ id: tenantId }),
  body: z.strictObject({
    name: z.optional(name), status: z.optional(status), verificationWaived: z.optional(verificationWaived), defaults: z.optional(tenantDefaults),
    registrationPolicy: z.optional(registrationPolicy), registrationQuota: z.optional(z.nullable(registrationQuota).check(z.describe('How many accounts may join from now on; null: as many as come'))),
    privacy: z.optional(privacySettings), reason: reasonIfAny,
  }).check(z.describe('What shall be otherwise; what is left out stays as it is. `defaults`, `registrationPolicy` and `privacy` are replaced as a whole')),
  answers: { 200: tenantView },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'BatchGetItem', 'UpdateItem'], audit: ['PutItem'] } },
});
