import { deletionBegun, deletionLeft } from '../adapters/accounts-in-deletion.ts';
import { audited, type AuditedAction } from '../adapters/audit.ts';
import { deletionChanged, deletionMoved, phaseRecorded, type DeletionChange } from '../adapters/deletion-requests.ts';
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

export const deletionDueSoon = (acting: Acting): readonly Write[] =>
  withNotice(acting, 'due_soon', deletionChanged(acting.request, { dueRemindedAt: acting.now.toISOString() }, acting.now), 'deletion.due_soon');

/** The run of a deletion may have versions that it has not told of yet. */
const RESERVED_AT_MOST = 50;
/** The same when it has begun, and of the account perhaps nothing is left: it is noted with the request. */
export function deletionDueSoonAfterPivot({ request, user, lastVersion, cause, now }: Omit<GoingOn, 'hold' | 'finishBy'>): readonly Write[] {
  const subject = subjectOfDeletion(request);
  const { tenantId, requestId } = request;
  return [
    ...(user ? [versionTaken(subject, user)] : []), deletionChanged(request, { dueRemindedAt: now.toISOString() }, now),
    ...deletionTold([{ notice: 'due_soon' }], { subject, user: user ?? { version: lastVersion + RESERVED_AT_MOST }, requestId, cause, now }),
    audited({ tenantId, userId: requestId }, { action: 'deletion.due_soon', actor: 'system', correlationId: cause.correlationId, now, after: { requestId } }),
  ];
}

export const deletionExtended = (acting: Acting, change: Required<Pick<DeletionChange, 'finishBy' | 'extensionReason'>>): readonly Write[] =>
  withNotice(acting, 'extended', deletionChanged(acting.request, { ...change, extendedAt: acting.now.toISOString(), dueRemindedAt: undefined }, acting.now), 'deletion.extended');

export interface GoingOn {
  readonly request: DeletionRequest;
  /** Where the account itself is among what was kept back; without it events are numbered on from the last one. */
  readonly user: User | undefined;
  readonly lastVersion: number;
  readonly hold: LegalHold | undefined;
  readonly finishBy: Date;
  readonly cause: Cause;
  readonly now: Date;
}

/** What was kept back is not any more: the same process begins once more, and finds nothing but that. */
export function deletionGoesOnWithHeld({ request, user, lastVersion: version, hold, finishBy, cause, now }: GoingOn): readonly Write[] {
  const subject = subjectOfDeletion(request);
  const { tenantId, requestId } = request;
  return [
    ...(user ? [versionTaken(subject, user)] : []), holdStands(subject, hold),
    deletionMoved(request, 'RUNNING', { resumedAt: now.toISOString(), finishBy: finishBy.toISOString(), heldUntil: undefined, dueRemindedAt: undefined, sealGoneAt: undefined }, now),
    phaseRecorded(request, 'certificate', { status: 'RUNNING', now }),
    ...deletionTold(['started'], { subject, user: user ?? { version }, requestId, cause, now }),
    audited({ tenantId, userId: requestId }, { action: 'deletion.resumed', actor: 'system', correlationId: cause.correlationId, now, after: { categories: [...request.heldCategories ?? []] } }),
  ];
}

export const deletionBlocked = (acting: Acting, { until }: Pick<LegalHold, 'until'>): readonly Write[] =>
  withNotice(acting, 'blocked', deletionMoved(acting.request, 'BLOCKED_BY_HOLD', { heldUntil: until }, acting.now), 'deletion.blocked');

/** It goes on from where it was; a grace that has ended meanwhile has ended. */
export const deletionReleased = (acting: Acting): readonly Write[] =>
  withNotice(acting, 'released', deletionMoved(acting.request, 'GRACE_PERIOD', { heldUntil: undefined }, acting.now), 'deletion.released');
