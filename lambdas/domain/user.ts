import type { Language } from './language.ts';

/** What a person's account may be in. Gates to `active` are flags of their own (see `Gates`). */
export const userStatuses = ['pending_verification', 'active', 'deletion_pending', 'deleting', 'registration_failed'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** What the engine must never see in the clear: sealed under the person's key on the user item. */
export interface PersonalData {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
}

/** Where a registration came from, as API Gateway saw it; sealed like the rest. */
export interface RegistrationEvidence {
  readonly sourceIp: string;
  readonly userAgent?: string;
  readonly referrer?: string;
}

/** An account is activated when both gates are closed, once, whichever closes second. */
export interface Gates {
  readonly provisioned: boolean;
  readonly emailVerified: boolean;
  readonly activationRequested: boolean;
}

/** Whether closing the given gate now makes the account ready: the caller emits `user.ready_to_activate` once. */
export const becomesReady = (gates: Gates, closing: 'provisioned' | 'emailVerified', verificationWaived = false): boolean =>
  !gates.activationRequested
  && (closing === 'provisioned' || gates.provisioned)
  && (closing === 'emailVerified' || gates.emailVerified || verificationWaived);

/** A link that was never used says so after this time, and the registration counts as expired. */
export const VERIFICATION_VALID_HOURS = 24;
export const verificationExpiry = (from: Date): Date => new Date(from.getTime() + VERIFICATION_VALID_HOURS * 3_600_000);

/** Whoever reads somebody else's mail later finds a link that opens nothing. */
export const RESET_VALID_MINUTES = 10;
export const resetExpiry = (from: Date): Date => new Date(from.getTime() + RESET_VALID_MINUTES * 60_000);
