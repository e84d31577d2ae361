import type { MailFeedback } from '../domain/user.ts';
import { accessEnded, addressKey, created, removed, tokenKey, tokenPurposes, userKey, type Subject, type User } from './identity.ts';
import { allOf, asRead, equal, missing, type Write } from './store.ts';

/** A mail came back from the address that the account has, and had when the mail was sent. */
export const addressGivenUp = (subject: Subject, { status, addressSince }: User, feedback: MailFeedback): Write => ({
  table: 'identity', update: userKey(subject), set: { undeliverable: true, feedback }, if: allOf(equal('status', status), asRead('addressSince', addressSince), missing('feedback')),
});

export interface CorrectedAddress { readonly personal: string; readonly blindIndex: string; readonly now: Date }

/**
 * Another address in place of the one that was read: it must be proven anew, and until then nobody gets in; what whoever reads the
 * old one may have, sessions, API keys and links, is void. Owned by the account in the same transaction in which the old one becomes
 * free. `taken` is the write that fails when the new one is somebody else's.
 */
export function addressCorrected(subject: Subject, seen: User, { personal, blindIndex, now }: CorrectedAddress): { readonly taken: Write | undefined; readonly writes: readonly Write[] } {
  const moves = blindIndex !== seen.blindIndex;
  const taken = moves ? created(addressKey(subject.tenantId, blindIndex), { userId: subject.userId }) : undefined;
  const released: Write = { table: 'identity', delete: addressKey(subject.tenantId, seen.blindIndex), if: equal('userId', subject.userId) };
  const wasActive = seen.status === 'active';
  return {
    taken,
    writes: [
      ...(taken ? [taken, released] : []),
      {
        table: 'identity', update: userKey(subject), add: { version: 1 }, if: allOf(equal('version', seen.version), equal('status', seen.status)),
        set: {
          personal, blindIndex, addressSince: now.toISOString(), status: 'pending_verification', emailVerified: false, activationRequested: false, ...(wasActive && { wasActive }),
        },
        remove: ['undeliverable', 'feedback', 'linkValidUntil', 'remindedAt'],
      },
      ...(wasActive ? [{ ...accessEnded(subject), set: { status: 'pending_verification' }, if: equal('status', 'active') }] : []),
      ...tokenPurposes.map((purpose) => removed(tokenKey(subject, purpose))),
    ],
  };
}
