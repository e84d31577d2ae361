import type { paths } from '../../api/schema.ts';

export type Tenant = paths['/tenants']['get']['responses'][200]['content']['application/json']['items'][number];
export type TenantChange = paths['/tenants/{id}']['patch']['requestBody']['content']['application/json'];

const daySeconds = 86_400;

/** A tenant as it stands in the fields of a form. */
export interface TenantDraft {
  readonly name: string;
  readonly status: 'open' | 'closed';
  readonly policy: 'open' | 'invitation' | 'domains';
  readonly domains: string;
  readonly quota: string;
  readonly profile: 'gdpr' | 'pipl';
  readonly workingDays: string;
  readonly graceDays: string;
}

export const draftOf = ({ name, status, registrationPolicy, registrationQuota, privacy }: Tenant): TenantDraft => ({
  name, status, policy: typeof registrationPolicy === 'string' ? registrationPolicy : 'domains',
  domains: typeof registrationPolicy === 'string' ? '' : registrationPolicy.domains.join(', '), quota: registrationQuota === undefined ? '' : String(registrationQuota),
  profile: privacy.profile ?? 'gdpr', workingDays: String(privacy.workingDays ?? ''), graceDays: String((privacy.minimumGracePeriodSeconds ?? 0) / daySeconds),
});

const domainsIn = (text: string): string[] => text.split(/[\s,，]+/u).filter(Boolean);

/** What of the tenant becomes another. How people are erased is sent whole, with what the form does not show. */
export const changeFrom = (tenant: Tenant, draft: TenantDraft): TenantChange => {
  const before = draftOf(tenant);
  const differs = (...names: readonly (keyof TenantDraft)[]): boolean => names.some((name) => before[name] !== draft[name]);
  return {
    ...(differs('name') && { name: draft.name }), ...(differs('status') && { status: draft.status }),
    ...(differs('policy', 'domains') && { registrationPolicy: draft.policy === 'domains' ? { domains: domainsIn(draft.domains) } : draft.policy }),
    ...(differs('quota') && { registrationQuota: draft.quota.trim() === '' ? null : Number(draft.quota) }),
    ...(differs('profile', 'workingDays', 'graceDays') && {
      privacy: { ...tenant.privacy, profile: draft.profile, workingDays: Number(draft.workingDays), minimumGracePeriodSeconds: Math.round(Number(draft.graceDays) * daySeconds) },
    }),
  };
};
