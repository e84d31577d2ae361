import { reminderTime } from '../domain/user.ts';
import { userKey, type Subject, type User } from './identity.ts';
import { allOf, asRead, equal, whenPresent, type Condition, type Write } from './store.ts';
import { watchIndex, watchShardOf } from './watch.ts';

/**
 * Accounts whose address nobody has proven carry a mark, by which somebody comes when a reminder or the purge is due. The mark
 * moves with every link, and goes when the address is proven.
 */
export const unverifiedMark = ({ userId }: Subject, at: Date): Readonly<Record<string, string>> => ({ [watchIndex.pk]: watchShardOf('unverified', userId), [watchIndex.sk]: at.toISOString() });

/** A link is on its way to the address that was read: whoever came to remind or to purge comes later. */
export const linkIssued = (subject: Subject, { blindIndex }: User, ends: Date): Write =>
  ({ table: 'identity', update: userKey(subject), set: { linkValidUntil: ends.toISOString(), ...unverifiedMark(subject, reminderTime(ends)) }, if: equal('blindIndex', blindIndex) });

export const linkVoided = (subject: Subject): Write => ({ table: 'identity', update: userKey(subject), remove: ['linkValidUntil'], if: whenPresent });

/** Nobody has proven the address, asked for a link or been here at all since it was looked at. */
export const stillUnverified = ({ version, dueAt }: User): Condition => allOf(
  equal('status', 'pending_verification'), equal('emailVerified', false), equal('version', version), asRead('dueAt', dueAt));

export const reminded = (subject: Subject, seen: User, now: Date, next: Date): Write => ({
  table: 'identity', update: userKey(subject), set: { remindedAt: now.toISOString(), ...unverifiedMark(subject, next) }, add: { version: 1 }, if: stillUnverified(seen),
});

export const lookedAtLater = (subject: Subject, seen: User, at: Date): Write =>
  ({ table: 'identity', update: userKey(subject), set: unverifiedMark(subject, at), if: asRead('dueAt', seen.dueAt) });

/** Nothing is due here any more. */
export const unverifiedForgotten = (subject: Subject, seen: User): Write =>
  ({ table: 'identity', update: userKey(subject), remove: [watchIndex.pk, watchIndex.sk], if: asRead('dueAt', seen.dueAt) });
