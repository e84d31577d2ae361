import { randomBytes } from 'node:crypto';
import type { PersonalData } from './user.ts';

const VALID_DAYS = 7;
export const invitationExpiry = (from: Date): Date => new Date(from.getTime() + VALID_DAYS * 86_400_000);
export const newInvitationId = (): string => `inv_${randomBytes(16).toString('base64url')}`;

/** Neither used nor too old. `expiresAt` in seconds. */
export const isGood = ({ usedBy, expiresAt }: { readonly usedBy?: string | undefined; readonly expiresAt: number }, now: Date): boolean =>
  usedBy === undefined && expiresAt * 1000 > now.getTime();

/** For what the link's secret is derived from the invitation's key. */
export const INVITATION_SECRET = 'invitation';

/** All that is known of somebody who has no account yet. */
export type Addressee = Pick<PersonalData, 'email' | 'language'>;
