import * as z from 'zod/mini';
import { created, invitationKey, type Subject } from './identity.ts';
import { allOf, equal, missing, whenPresent, type Store, type Write } from './store.ts';
import { personKeyKey } from './vault.ts';

const invitationItem = z.object({
  /** To whom, sealed under the invitation's own key. */
  addressee: z.string(), blindIndex: z.string(),
  hash: z.string(), expiresAt: z.number(), invitedBy: z.string(),
  /** What the person gets besides what everybody gets. */
  roleId: z.optional(z.string()),
  /** The account that it let in; that of a known address is nobody's. */
  usedBy: z.optional(z.string()),
});
export type Invitation = z.infer<typeof invitationItem>;

export const invitationMade = (subject: Subject, invitation: Omit<Invitation, 'usedBy'>): Write => created(invitationKey(subject), invitation);

export async function readInvitation(store: Store, subject: Subject): Promise<Invitation | undefined> {
  const item = await store.get('identity', invitationKey(subject));
  return item && invitationItem.parse(item);
}

/** Single use: of any number of uses at once, one wins. */
export const invitationUsed = (subject: Subject, hash: string, usedBy: string): Write =>
  ({ table: 'identity', update: invitationKey(subject), set: { usedBy }, if: allOf(equal('hash', hash), missing('usedBy')) });

/** Good again for whom it had let in. */
export const invitationGivenBack = (subject: Subject, usedBy: string): Write =>
  ({ table: 'identity', update: invitationKey(subject), remove: ['usedBy'], if: equal('usedBy', usedBy) });

/** With its key, so that nobody can read any more to whom it went, and with the hash, so that the link opens nothing. */
export const invitationWithdrawn = (subject: Subject): readonly Write[] => [
  { table: 'identity', delete: invitationKey(subject), if: whenPresent },
  { table: 'keys', delete: personKeyKey(subject) },
];
