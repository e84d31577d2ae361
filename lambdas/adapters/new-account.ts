import { reminderTime, verificationExpiry, type PersonalData, type RegistrationEvidence, type UserStatus } from '../domain/user.ts';
import type { Grant } from '../domain/role.ts';
import { addressKey, authorizationKey, authorized, created, credentialKey, userKey, type Subject } from './identity.ts';
import { listed } from './people.ts';
import type { Write } from './store.ts';
import { unverifiedMark } from './unverified.ts';
import type { Vault } from './vault.ts';

export interface NewAccount {
  readonly subject: Subject;
  readonly personal: PersonalData;
  readonly evidence: RegistrationEvidence;
  /** A PHC string. */
  readonly passwordHash: string;
  readonly status: Extract<UserStatus, 'pending_verification' | 'active'>;
  readonly grants: readonly Grant[];
  readonly now: Date;
}

/** What of its tenant's an account takes by joining, remembered so that it can be given back. */
export interface Taken { readonly gateShard?: number; readonly invitationId?: string }
export interface NewAccountWrites { readonly address: Write; readonly writes: (taken?: Taken) => readonly Write[] }

/**
 * Everything that a new account consists of, as writes of one transaction: the person's own key, the address's uniqueness
 * item, the user with the sealed personal data, the credential and the authorization item. `address` is the write that fails
 * when the address is taken.
 */
export async function newAccount(vault: Vault, account: NewAccount): Promise<NewAccountWrites> {
  const { subject, personal, evidence, passwordHash, status, grants, now } = account;
  const [{ key, write: personKey }, blindIndex] = await Promise.all([
    vault.newPersonKey(subject), vault.blindIndex(subject.tenantId, personal.email)]);
  const address = created(addressKey(subject.tenantId, blindIndex), { userId: subject.userId });
  const ready = status === 'active';
  return {
    address,
    writes: (taken = {}) => [
      address, personKey,
      created(userKey(subject), {
        userId: subject.userId, status, version: 1, provisioned: ready, emailVerified: ready, activationRequested: ready,
        personal: key.seal('personal', personal), evidence: key.seal('evidence', evidence), blindIndex, createdAt: now.toISOString(), ...listed(subject, now),
        ...(!ready && unverifiedMark(subject, reminderTime(verificationExpiry(now)))), ...taken,
      }),
      created(credentialKey(subject), { passwordHash }),
      created(authorizationKey(subject), { status, permissionEpoch: 0, ...authorized(grants) }),
    ],
  };
}
