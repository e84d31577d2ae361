import { readAuthorization, readTenant, readUser, type Authorization, type Subject, type User } from '../../adapters/identity.ts';
import { readProfile } from '../../adapters/profiles.ts';
import type { Store } from '../../adapters/store.ts';
import type { PersonKey, Vault } from '../../adapters/vault.ts';
import { profileOf, type Profile } from '../../domain/profile.ts';
import { liveGrants } from '../../domain/role.ts';
import type { PersonalData } from '../../domain/user.ts';
import { Problem } from '../../kit/problem.ts';

export interface Ports { readonly store: Store; readonly vault: Vault }

/** A person's own account, opened with her key. */
export interface Account {
  readonly user: User; readonly authorization: Authorization; readonly key: PersonKey; readonly personal: PersonalData; readonly profile: Profile;
  readonly sealedProfile: string | undefined;
}

/** @throws Problem 401 where the account has gone since its credential was read */
export async function openAccount({ store, vault }: Ports, { tenantId, userId }: Subject): Promise<Account> {
  const subject = { tenantId, userId };
  const [user, authorization, tenant, sealedProfile, key] = await Promise.all([
    readUser(store, subject), readAuthorization(store, subject), readTenant(store, tenantId), readProfile(store, subject), vault.personKey(subject)]);
  if (!user || !authorization || !tenant || !key) throw new Problem('unauthenticated');
  const personal = key.open('personal', user.personal);
  const profile = sealedProfile === undefined ? profileOf(tenant.defaults, personal.language) : key.open('profile', sealedProfile);
  return { user, authorization, key, personal, profile, sealedProfile };
}

/** As its holder sees it. */
export const accountView = ({ tenantId, userId }: Subject, { user, authorization, personal, profile }: Account, now: Date) => ({
  userId, tenantId, status: user.status, email: personal.email, emailVerified: user.emailVerified, createdAt: user.createdAt,
  roleIds: liveGrants(authorization, now).map(({ roleId }) => roleId),
  profile: { firstName: personal.firstName, lastName: personal.lastName }, ...profile,
});
