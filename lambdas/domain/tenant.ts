import * as z from 'zod/mini';
import { oneOf } from './described.ts';
import { privacyProfiles, type PrivacyRules } from './deletion-request.ts';
import { emailAddress, emailDomain, mailDomain } from './email-address.ts';
import { expects } from './expected.ts';
import { retentionRules, type RetentionRule } from './kept-back.ts';
import { oneLine } from './one-line.ts';
import { emailNotifications, language, sidebar, theme, timezoneName } from './word-schemas.ts';

/** Stands where a tenant's id does for what belongs to none; nobody may have it. */
export const PLATFORM = 'platform';

/** Whether the platform can tell the time there. */
function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const tenantStatuses = ['open', 'closed'] as const;

/** What a tenant sets for its new members; whatever is absent has the platform's value. */
export const tenantDefaults = z.strictObject({
  language: z.optional(language), timezone: z.optional(timezoneName.check(z.maxLength(64), z.refine(isTimezone, { params: expects('timezone') }))),
  emailNotifications: z.optional(emailNotifications), theme: z.optional(theme), sidebar: z.optional(sidebar),
}).check(z.describe('What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded`'));
export type TenantDefaults = z.infer<typeof tenantDefaults>;

/** Who may join: anybody, whoever has an address of one of these domains, or whoever was invited. */
export const registrationPolicy = z.union([
  z.enum(['open', 'invitation']), z.strictObject({ domains: z.array(mailDomain).check(z.minLength(1), z.maxLength(100), z.describe('The domains, without those below them; they are kept in lower case and punycode')) }),
]).check(z.describe('Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation'));
export type RegistrationPolicy = z.infer<typeof registrationPolicy>;

/** Whether the policy lets this address in without an invitation. A domain does not stand for those below it. */
export const letsIn = (policy: RegistrationPolicy, address: string): boolean =>
  policy === 'open' || (policy !== 'invitation' && policy.domains.includes(emailDomain(address)));

/** How many accounts may join; the first administrator was there before. */
export const registrationQuota = z.int().check(z.minimum(1), z.describe('How many accounts may join, beside the first administrator'));

/** To whom data of the tenant's people has been passed on: each is told when somebody is erased. The address is an office's, nobody's own. */
export const recipient = z.strictObject({
  name: oneLine(100).check(z.describe('What the office is called; it stands in certificates, so it is nobody’s own name')), email: emailAddress.check(z.describe('Address of the office, to which the mails about deletions go')),
  language: z.optional(language.check(z.describe('Language of those mails, `zh-CN` or `en`; left out: the tenant’s'))),
});
export type Recipient = z.infer<typeof recipient>;

export const privacyProfile = oneOf(privacyProfiles, 'Under which law it is answered', {
  gdpr: 'within one month, which can be extended to three', pipl: 'within the working days that the tenant has set',
});

const MOST_WORKING_DAYS = 60;
const LONGEST_MINIMUM_S = 21 * 86_400;
/** How the tenant answers whoever wants to be erased; whatever is absent has the platform's value. */
export const privacySettings = z.strictObject({
  profile: z.optional(privacyProfile.check(z.describe('Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`'))),
  workingDays: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_WORKING_DAYS), z.describe('Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15'))),
  minimumGracePeriodSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(LONGEST_MINIMUM_S), z.describe('How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days'))),
  recipients: z.optional(z.array(recipient).check(z.maxLength(50), z.describe('To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody'))),
  retention: z.optional(retentionRules),
}).check(z.describe('How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds'));
export type PrivacySettings = z.infer<typeof privacySettings>;
export interface Privacy extends PrivacyRules { readonly minimumGracePeriodSeconds: number; readonly recipients: readonly Recipient[]; readonly retention: readonly RetentionRule[] }

/** The platform's values where a tenant says nothing: nobody is erased without a few days to think it over. */
export const privacyDefaults: Privacy = { profile: 'gdpr', workingDays: 15, minimumGracePeriodSeconds: 7 * 86_400, recipients: [], retention: [] };
export const privacyOf = ({ privacy = {} }: Pick<Tenant, 'privacy'>): Privacy => ({
  profile: privacy.profile ?? privacyDefaults.profile, workingDays: privacy.workingDays ?? privacyDefaults.workingDays,
  minimumGracePeriodSeconds: privacy.minimumGracePeriodSeconds ?? privacyDefaults.minimumGracePeriodSeconds, recipients: privacy.recipients ?? privacyDefaults.recipients, retention: privacy.retention ?? privacyDefaults.retention,
});

export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
  readonly status: (typeof tenantStatuses)[number];
  /** True: an account becomes active on provisioning alone. */
  readonly verificationWaived: boolean;
  readonly defaults: TenantDefaults;
  readonly registrationPolicy: RegistrationPolicy;
  /** Absent: as many as come. */
  readonly registrationQuota?: number | undefined;
  readonly privacy?: PrivacySettings | undefined;
  /** How often it was changed; absent before the first time. */
  readonly changes?: number | undefined;
}

/** The tenant that the local stage has from the start. */
export const DEMO_TENANT = 'demo';

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
/** A quota, split evenly over the shards; what is left over goes to the first ones. */
export const quotaShares = (quota: number): readonly number[] =>
  Array.from({ length: GATE_SHARDS }, (_, shard) => Math.floor(quota / GATE_SHARDS) + (shard < quota % GATE_SHARDS ? 1 : 0));
/** The same where places are taken already: what is free is split evenly, and where more are taken than the quota has no shard has room. */
export function quotaOver(quota: number, used: readonly number[]): readonly number[] {
  const free = quota - used.reduce((sum, each) => sum + each, 0);
  if (free >= 0) return quotaShares(free).map((share, shard) => share + (used[shard] ?? 0));
  let left = quota;
  return used.map((taken) => {
    const limit = Math.min(taken, left);
    left -= limit;
    return limit;
  });
}
/** Likewise the tenant's statistics. */
export const STATISTICS_SHARDS = 16;
