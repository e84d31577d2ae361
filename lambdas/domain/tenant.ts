import * as z from 'zod/mini';
import { languages } from './language.ts';

export const tenantStatuses = ['open', 'closed'] as const;

/** What a tenant sets for its new members; whatever is absent has the platform's value. */
export const tenantDefaults = z.strictObject({
  language: z.optional(z.enum(languages)),
  timezone: z.optional(z.string()),
  emailNotifications: z.optional(z.boolean()),
  theme: z.optional(z.enum(['light', 'dark'])),
  sidebar: z.optional(z.enum(['expanded', 'collapsed'])),
});
export type TenantDefaults = z.infer<typeof tenantDefaults>;

export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
  readonly status: (typeof tenantStatuses)[number];
  /** True: an account becomes active on provisioning alone. */
  readonly verificationWaived: boolean;
  readonly defaults: TenantDefaults;
}

/** The platform's values of a new profile (the original design's), where the tenant has none. */
export const profileDefaults = {
  language: 'zh-CN',
  timezone: 'Asia/Shanghai',
  emailNotifications: true,
  theme: 'light',
  sidebar: 'expanded',
} as const satisfies Required<TenantDefaults>;

/** Registrations of one tenant at once must not meet at one item: the gate is spread over this many. */
export const GATE_SHARDS = 16;
/** Likewise the tenant's statistics. */
export const STATISTICS_SHARDS = 16;
