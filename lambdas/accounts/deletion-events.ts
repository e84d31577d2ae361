import { appended } from '../adapters/event-store.ts';
import type { Subject, User } from '../adapters/identity.ts';
import type { Write } from '../adapters/store.ts';
import { userDeletionCancelled, userDeletionNoticeDue, userDeletionRequested, userDeletionStarted, userReadyToActivate, type DeletionNotice } from '../domain/events/catalogue.ts';
import { occurrence, type Cause } from '../domain/events/event.ts';

/** What is told of a deletion in one transaction, in this order. */
export type ToldOfDeletion = 'requested' | 'started' | 'cancelled' | 'ready' | { readonly notice: DeletionNotice };

interface Telling { readonly subject: Subject; readonly user: Pick<User, 'version'>; readonly requestId: string; readonly cause: Cause; readonly now: Date }

const kinds = { requested: userDeletionRequested, started: userDeletionStarted, cancelled: userDeletionCancelled } as const;

/** One event each, numbered on from the account as it was read: whoever writes them takes as many versions. */
export const deletionTold = (told: readonly ToldOfDeletion[], { subject: { tenantId, userId }, user, requestId, cause, now }: Telling): readonly Write[] => told.map((each, position) => {
  const aggregate = { tenantId, aggregateId: userId, aggregateVersion: user.version + position + 1 };
  if (typeof each === 'object') return appended(occurrence(userDeletionNoticeDue, aggregate, cause, { userId, requestId, notice: each.notice }, now));
  if (each === 'ready') return appended(occurrence(userReadyToActivate, aggregate, cause, { userId }, now));
  return appended(occurrence(kinds[each], aggregate, cause, { userId, requestId }, now));
});
