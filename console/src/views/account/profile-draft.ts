import type { paths } from '../../api/schema.ts';

export type Me = paths['/me']['get']['responses'][200]['content']['application/json'];

/** What somebody can change of her own account; how the console looks is kept by the browser. */
export interface ProfileDraft {
  readonly firstName: string;
  readonly lastName: string;
  /** Of mails. */
  readonly language: Me['preferences']['language'];
  readonly timezone: string;
  readonly emailNotifications: boolean;
}

export const draftOf = ({ profile: { firstName, lastName }, preferences: { language, timezone, emailNotifications } }: Me): ProfileDraft =>
  ({ firstName, lastName, language, timezone, emailNotifications });

/** Only what would become another. */
export const changesFrom = (me: Me, draft: ProfileDraft): Partial<ProfileDraft> => {
  const held = draftOf(me);
  const wanted: ProfileDraft = { ...draft, firstName: draft.firstName.trim(), lastName: draft.lastName.trim() };
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => held[name as keyof ProfileDraft] !== value));
};

/** The one that is set comes first, also where this browser does not know it. */
export const timezonesWith = (timezone: string): readonly string[] => [...new Set([timezone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
