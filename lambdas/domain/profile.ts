import type { Language } from './language.ts';
import { profileDefaults, type TenantDefaults } from './tenant.ts';

export interface Profile {
  readonly preferences: { readonly language: Language; readonly timezone: string; readonly emailNotifications: boolean };
  readonly settings: { readonly theme: 'light' | 'dark'; readonly sidebar: 'expanded' | 'collapsed' };
}

/** What is left out stays as it is. */
export type ProfileWishes = { readonly [Field in keyof (Profile['preferences'] & Profile['settings'])]?: (Profile['preferences'] & Profile['settings'])[Field] | undefined };

/** A new profile: what the tenant sets, else the language the person asked in, else the platform's values. */
export function profileOf(tenant: TenantDefaults, language: Language): Profile {
  const { timezone, emailNotifications, theme, sidebar, ...rest } = { ...profileDefaults, language, ...tenant };
  return { preferences: { language: rest.language, timezone, emailNotifications }, settings: { theme, sidebar } };
}

/** The same with what a person wishes otherwise. */
export const changedProfile = ({ preferences, settings }: Profile, wishes: ProfileWishes): Profile => ({
  preferences: {
    language: wishes.language ?? preferences.language, timezone: wishes.timezone ?? preferences.timezone,
    emailNotifications: wishes.emailNotifications ?? preferences.emailNotifications,
  },
  settings: { theme: wishes.theme ?? settings.theme, sidebar: wishes.sidebar ?? settings.sidebar },
});
