import type { PersonRecord } from '../../adapters/people.ts';
import type { PersonKey, Vault } from '../../adapters/vault.ts';
import type { PersonalData } from '../../domain/user.ts';
import { log, safeError } from '../../kit/log.ts';
import type { PersonView } from './routes.ts';

/** For whoever may read users: opened with the person's own key, one by one. */
export async function personView(vault: Vault, { subject, user, roleIds }: PersonRecord): Promise<PersonView> {
  // Of whoever is being deleted nothing is read any more, also where the law wants it kept.
  const personal = user.status === 'deleting' ? undefined : await personalOf(vault, { subject, user });
  const { email = null, firstName = null, lastName = null } = personal ?? {};
  return {
    userId: subject.userId, email, firstName, lastName, status: user.status, emailVerified: user.emailVerified,
    ...(user.undeliverable && { undeliverable: true }), createdAt: user.createdAt, roles: [...roleIds],
  };
}

/** Undefined where it cannot be read any more. */
export const personalOf = async (vault: Vault, { subject, user }: Pick<PersonRecord, 'subject' | 'user'>): Promise<PersonalData | undefined> =>
  opened(await vault.personKey(subject), user.personal);

/** One that is damaged does not hide the others. */
function opened(key: PersonKey | undefined, sealed: string): PersonalData | undefined {
  try {
    return key?.open('personal', sealed);
  } catch (error) {
    log.error('personal data cannot be opened', { error: safeError(error) });
    return undefined;
  }
}
