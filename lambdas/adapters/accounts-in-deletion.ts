import type { UserStatus } from '../domain/user.ts';
import { accessEnded, authorizationKey, userKey, type Authorization, type Subject, type User } from './identity.ts';
import { allOf, asRead, equal, type Write } from './store.ts';
import { unverifiedMark } from './unverified.ts';

/** How an account goes into a deletion and comes back out of it. `events` of the transaction tell of it, and each takes a version. */

const asSeen = ({ version, status }: User) => allOf(equal('version', version), equal('status', status));

interface Entering { readonly requestId: string; readonly to: Extract<UserStatus, 'deletion_pending' | 'deleting'>; readonly events: number }

/** From here on nobody gets in: whatever sessions and API keys there are have ended, and the rights are as they were read. */
export const deletionEntered = (subject: Subject, user: User, seen: Authorization, { requestId, to, events }: Entering): readonly Write[] => [
  { table: 'identity', update: userKey(subject), set: { status: to, deletionRequestId: requestId }, add: { version: events }, if: asSeen(user) },
  { ...accessEnded(subject), set: { status: to }, if: allOf(equal('status', seen.status), asRead('permissionEpoch', seen.permissionEpoch)) },
];

/** The pivot. */
export const deletionBegun = (subject: Subject, user: User, events: number): readonly Write[] => [
  { table: 'identity', update: userKey(subject), set: { status: 'deleting' }, add: { version: events }, if: asSeen(user) },
  { table: 'identity', update: authorizationKey(subject), set: { status: 'deleting' }, if: equal('status', 'deletion_pending') },
];

/** As it was before; what had ended stays so. Whoever had not proven the address is looked after again as such. */
export const deletionLeft = (subject: Subject, user: User, { back, events, now }: { readonly back: UserStatus; readonly events: number; readonly now: Date }): readonly Write[] => [
  {
    table: 'identity', update: userKey(subject), add: { version: events }, remove: ['deletionRequestId'], if: asSeen(user),
    set: { status: back, ...(back === 'pending_verification' && !user.emailVerified && unverifiedMark(subject, now)) },
  },
  { table: 'identity', update: authorizationKey(subject), set: { status: back }, if: equal('status', 'deletion_pending') },
];
