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

/** What a mail provider tells later: the mailbox does not exist, or its owner calls our mail spam. */
export const mailFeedback = ['bounce', 'complaint'] as const;
export type MailFeedback = (typeof mailFeedback)[number];

/** A link that was never used says so after this time, and the registration counts as expired. */
export const VERIFICATION_VALID_HOURS = 24;
/** So long before its end a link that was not used is recalled, once. */
const REMINDED_BEFORE_MS = 6 * 3_600_000;
export const reminderTime = (linkEnds: Date): Date => new Date(linkEnds.getTime() - REMINDED_BEFORE_MS);
export const verificationExpiry = (from: Date): Date => new Date(from.getTime() + VERIFICATION_VALID_HOURS * 3_600_000);

/** What becomes of a registration that nobody verified, and when; times are ISO 8601. */
export interface Unverified { readonly createdAt: string; readonly linkValidUntil?: string | undefined; readonly remindedAt?: string | undefined }
export interface Due { readonly what: 'remind' | 'purge'; readonly at: Date }

/** A reminder of a link that can still be used; then the purge, so many days after the last time that the person could have been there: when she registered, or asked for a link. */
export function nextDue({ createdAt, linkValidUntil, remindedAt }: Unverified, keptDays: number, now: Date): Due {
  const linkEnds = linkValidUntil === undefined ? undefined : new Date(linkValidUntil);
  if (linkEnds && remindedAt === undefined && linkEnds > now) return { what: 'remind', at: reminderTime(linkEnds) };
  const lastSeen = Math.max(Date.parse(createdAt), linkEnds ? linkEnds.getTime() - VERIFICATION_VALID_HOURS * 3_600_000 : 0);
  return { what: 'purge', at: new Date(lastSeen + keptDays * 86_400_000) };
}

/** Whoever reads somebody else's mail later finds a link that opens nothing. */
export const RESET_VALID_MINUTES = 10;
export const resetExpiry = (from: Date): Date => new Date(from.getTime() + RESET_VALID_MINUTES * 60_000);
