import type { Language } from './language.ts';
import { profileDefaults, type TenantDefaults } from './tenant.ts';

export interface Profile {
  readonly preferences: { readonly language: Language; readonly timezone: string; readonly emailNotifications: boolean };
  readonly settings: { readonly theme: 'light' | 'dark'; readonly sidebar: 'expanded' | 'collapsed' };
}

/** A new profile: what the tenant sets, else the language the person asked in, else the platform's values. */
export function profileOf(tenant: TenantDefaults, language: Language): Profile {
  const { timezone, emailNotifications, theme, sidebar, ...rest } = { ...profileDefaults, language, ...tenant };
  return { preferences: { language: rest.language, timezone, emailNotifications }, settings: { theme, sidebar } };
}
