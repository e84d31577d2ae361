import { deletionBegun, deletionLeft } from '../adapters/accounts-in-deletion.ts';
import { audited, type AuditedAction } from '../adapters/audit.ts';
import { deletionChanged, deletionMoved, type DeletionChange } from '../adapters/deletion-requests.ts';
import { versionTaken, type Subject, type User } from '../adapters/identity.ts';
import { holdStands } from '../adapters/legal-holds.ts';
import type { Write } from '../adapters/store.ts';
import type { DeletionRequest } from '../domain/deletion-request.ts';
import type { DeletionNotice } from '../domain/events/catalogue.ts';
import type { Cause } from '../domain/events/event.ts';
import type { LegalHold } from '../domain/legal-hold.ts';
import { deletionTold, type ToldOfDeletion } from './deletion-events.ts';

/** What happens to a request that is open, as writes of one transaction each: whoever does it, a person or the clock, does the same. */
export interface Acting {
  readonly request: DeletionRequest;
  readonly user: User;
  /** The userId of whoever does it, or `system`. */
  readonly actor: string;
  readonly cause: Cause;
  readonly now: Date;
  /** Why, in the words of whoever does it. */
  readonly reason?: string;
}

export const subjectOfDeletion = ({ tenantId, userId }: Pick<DeletionRequest, 'tenantId' | 'userId'>): Subject => ({ tenantId, userId });

const told = ({ request, user, cause, now }: Acting, ...events: readonly ToldOfDeletion[]): readonly Write[] =>
  deletionTold(events, { subject: subjectOfDeletion(request), user, requestId: request.requestId, cause, now });

const noted = ({ request, actor, cause, now, reason }: Acting, action: AuditedAction): Write =>
  audited(subjectOfDeletion(request), { action, actor, correlationId: cause.correlationId, now, after: { requestId: request.requestId }, ...(reason && { reason }) });

/** The grace is over, and nothing holds it up: from here on it only goes forward. */
export const deletionStarted = (acting: Acting, hold: LegalHold | undefined): readonly Write[] => {
  const { request, user, now } = acting;
  const subject = subjectOfDeletion(request);
  return [
    ...deletionBegun(subject, user, 1), deletionMoved(request, 'RUNNING', { startedAt: now.toISOString() }, now), holdStands(subject, hold),
    ...told(acting, 'started'), noted(acting, 'deletion.started'),
  ];
};

/** All is as it was before the request. An activation that was under way then begins anew. */
export const deletionTakenBack = (acting: Acting): readonly Write[] => {
  const { request, user, now } = acting;
  const events: readonly ToldOfDeletion[] = [
    'cancelled', { notice: 'cancelled' }, ...(request.statusBefore === 'pending_verification' && user.activationRequested ? ['ready' as const] : [])];
  return [
    ...deletionLeft(subjectOfDeletion(request), user, { back: request.statusBefore, events: events.length, now }),
    deletionMoved(request, 'CANCELLED', { endedAt: now.toISOString() }, now), ...told(acting, ...events), noted(acting, 'deletion.cancelled'),
  ];
};

/** Whoever has to hear of it is told by a process of its own. */
const withNotice = (acting: Acting, notice: DeletionNotice, change: Write, action: AuditedAction): readonly Write[] =>
  [versionTaken(subjectOfDeletion(acting.request), acting.user), change, ...told(acting, { notice }), noted(acting, action)];

export const deletionReminded = (acting: Acting): readonly Write[] =>
  withNotice(acting, 'reminder', deletionChanged(acting.request, { remindedAt: acting.now.toISOString() }, acting.now), 'deletion.reminded');

/** Once for every due date. */
export const deletionDueSoon = (acting: Acting): readonly Write[] =>
  withNotice(acting, 'due_soon', deletionChanged(acting.request, { dueRemindedAt: acting.now.toISOString() }, acting.now), 'deletion.due_soon');

export const deletionExtended = (acting: Acting, change: Required<Pick<DeletionChange, 'finishBy' | 'extensionReason'>>): readonly Write[] =>
  withNotice(acting, 'extended', deletionChanged(acting.request, { ...change, extendedAt: acting.now.toISOString(), dueRemindedAt: undefined }, acting.now), 'deletion.extended');

export const deletionBlocked = (acting: Acting, { until }: Pick<LegalHold, 'until'>): readonly Write[] =>
  withNotice(acting, 'blocked', deletionMoved(acting.request, 'BLOCKED_BY_HOLD', { heldUntil: until }, acting.now), 'deletion.blocked');

/** It goes on from where it was; a grace that has ended meanwhile has ended. */
export const deletionReleased = (acting: Acting): readonly Write[] =>
  withNotice(acting, 'released', deletionMoved(acting.request, 'GRACE_PERIOD', { heldUntil: undefined }, acting.now), 'deletion.released');
