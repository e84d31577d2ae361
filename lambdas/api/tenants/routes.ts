import * as z from 'zod/mini';
import { emailAddress } from '../../domain/email-address.ts';
import { identifier } from '../../domain/identifier.ts';
import { languages } from '../../domain/language.ts';
import { oneLine } from '../../domain/one-line.ts';
import { passwordInput } from '../../domain/password.ts';
import { personName } from '../../domain/person-name.ts';
import { privacySettings, registrationPolicy, registrationQuota, tenantDefaults, tenantStatuses } from '../../domain/tenant.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging } from '../fields.ts';

const name = oneLine(100);

const tenantView = z.object({
  tenantId: identifier, name: z.string(), status: z.enum(tenantStatuses), verificationWaived: z.boolean(), defaults: tenantDefaults,
  registrationPolicy, registrationQuota: z.optional(z.number()), privacy: privacySettings,
});
export type TenantView = z.infer<typeof tenantView>;

export const createTenant = defineRoute({
  group: 'tenants', name: 'create-tenant', method: 'POST', path: '/tenants', access: 'tenants:manage', idempotent: true,
  summary: 'Create a tenant with its first administrator, who is active at once',
  body: z.strictObject({
    tenantId: identifier, name,
    admin: z.strictObject({ email: emailAddress, password: passwordInput, firstName: personName, lastName: personName, language: z.optional(z.enum(languages)) }),
    registrationPolicy: z.optional(registrationPolicy), registrationQuota: z.optional(registrationQuota),
    verificationWaived: z.optional(z.boolean()), defaults: z.optional(tenantDefaults), privacy: z.optional(privacySettings),
  }),
  answers: { 201: z.object({ ...tenantView.shape, administrator: z.object({ userId: identifier }) }) },
  problems: ['tenant-exists'],
  touches: {
    tables: { identity: ['GetItem', 'PutItem'], keys: ['GetItem', 'PutItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true, makesTenantKeys: true,
  },
});

export const listTenants = defineRoute({
  group: 'tenants', name: 'list-tenants', method: 'GET', path: '/tenants', access: 'tenants:manage',
  summary: 'Every tenant there is, in the order of their ids',
  query: z.strictObject({ ...paging }),
  answers: { 200: z.object({ items: z.array(tenantView), cursor: z.optional(z.string()) }) },
  touches: { tables: { identity: ['Query', 'BatchGetItem'] } },
});

export const changeTenant = defineRoute({
  group: 'tenants', name: 'change-tenant', method: 'PATCH', path: '/tenants/{id}', access: 'tenants:manage', idempotent: true,
  summary: 'Change a tenant. Once closing it is answered nobody registers with it any more. A quota counts the accounts that join while there is one; null is none',
  params: z.strictObject({ id: identifier }),
  body: z.strictObject({
    name: z.optional(name), status: z.optional(z.enum(tenantStatuses)), verificationWaived: z.optional(z.boolean()), defaults: z.optional(tenantDefaults),
    registrationPolicy: z.optional(registrationPolicy), registrationQuota: z.optional(z.nullable(registrationQuota)),
    privacy: z.optional(privacySettings),
  }),
  answers: { 200: tenantView },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem', 'BatchGetItem', 'UpdateItem'], audit: ['PutItem'] } },
});
