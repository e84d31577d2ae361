import middy from '@middy/core';
import { deletionDueSoon, deletionDueSoonAfterPivot, deletionGoesOnWithHeld, deletionReleased, deletionReminded, deletionStarted, subjectOfDeletion, type Acting } from '../accounts/deletion-steps.ts';
import { deletionChanged, deletionLookedAt, deletionMoved, parseDeletion } from '../adapters/deletion-requests.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { lastVersionOf } from '../adapters/event-store.ts';
import { readTenant, readUser, type User } from '../adapters/identity.ts';
import { readHold } from '../adapters/legal-holds.ts';
import { ConditionFailed, type Item, type Store, type Write } from '../adapters/store.ts';
import { dueMarks } from '../adapters/watch.ts';
import { alarmOf, dueDate, isBeforePivot, keptBackOf, remindsOfDate, waitsForHold, type DeletionRequest, type DueAlarm } from '../domain/deletion-request.ts';
import { causedByRequest } from '../domain/events/event.ts';
import { newEventId } from '../domain/identifier.ts';
import { isKept, nextEnd } from '../domain/kept-back.ts';
import { holdsEverything, type LegalHold } from '../domain/legal-hold.ts';
import { privacyDefaults, privacyOf } from '../domain/tenant.ts';
import { bindable } from '../kit/bindable.ts';
import { log, safeError } from '../kit/log.ts';
import { countDeletionsNearDue } from '../kit/metrics.ts';
import { countsOf, eachInTime } from './round.ts';

interface Ports { readonly store: Store }

type Outcome = 'started' | 'resumed' | 'reminded' | 'told' | 'released' | 'closed' | 'looked at' | 'left' | 'trouble';
interface Look { readonly outcome: Outcome; readonly alarm?: DueAlarm | undefined }
/** What one round did, and how often. */
export type DeletionRound = Readonly<Partial<Record<Outcome, number>>>;

const BUDGET_MS = 40_000;

/**
 * Deletions for which something is due: the grace is over, or nearly so, a hold has ended, or the date by which it must be done comes
 * near. Every act is a compare-and-set against what was seen, so whoever takes it back or holds it at the same moment either is
 * first, and nothing happens, or finds it begun.
 */
export const handler = bindable((): Ports => ({ store: dynamodbStore() }), ({ store }: Ports) => middy<unknown, DeletionRound>({ timeoutEarlyInMillis: 0 }).handler(async () => {
  const over = Date.now() + BUDGET_MS;
  const marks = await dueMarks(store, 'deletions', new Date());
  const looks = await eachInTime(marks, over, (mark) => look(store, mark, new Date()));
  const alarms = looks.flatMap(({ alarm }) => (alarm === undefined ? [] : [alarm]));
  if (alarms.length > 0) countDeletionsNearDue(alarms);
  return countsOf(looks.map(({ outcome }) => outcome));
}));

async function look(store: Store, { pk, sk }: Item, now: Date): Promise<Look> {
  const item = await store.get('ledger', { pk, sk });
  // The index may be behind: what it names may have been dealt with already.
  const dueAt = item?.['dueAt'];
  if (!item || typeof dueAt !== 'string' || dueAt > now.toISOString()) return { outcome: 'left' };
  const request = parseDeletion(item);
  return { alarm: waitsForHold(request) ? undefined : alarmOf(request, now), outcome: await act(store, request, now).catch(left) };
}

function left(error: unknown): Outcome {
  if (error instanceof ConditionFailed) return 'left';
  log.error('a deletion that is due could not be dealt with', { error: safeError(error) });
  return 'trouble';
}

async function act(store: Store, request: DeletionRequest, now: Date): Promise<Outcome> {
  const { outcome, writes } = await decided(store, request, now);
  await store.transact(writes);
  return outcome;
}

interface Decision { readonly outcome: Outcome; readonly writes: readonly Write[] }

async function decided(store: Store, request: DeletionRequest, now: Date): Promise<Decision> {
  const subject = subjectOfDeletion(request);
  const [user, hold] = await Promise.all([readUser(store, subject), readHold(store, subject)]);
  if (waitsForHold(request)) return whileHeld(store, { request, user, hold, now });
  if (!isBeforePivot(request)) return afterPivot(store, { request, user, hold, now });
  // A registration that failed has taken the account with it, so there is nothing left to be deleted.
  if (!user) return { outcome: 'closed', writes: [deletionMoved(request, 'CANCELLED', { endedAt: now.toISOString() }, now)] };
  const acting = { request, user, actor: 'system', cause: causedByRequest(newEventId()), now };
  return request.status === 'BLOCKED_BY_HOLD' ? whileBlocked(acting, hold) : whileInGrace(acting, hold);
}

interface Held { readonly request: DeletionRequest; readonly user: User | undefined; readonly hold: LegalHold | undefined; readonly now: Date }
/** All is erased but what is kept back: as soon as the first of it is not, the erasure goes on. */
async function whileHeld(store: Store, { request, user, hold, now }: Held): Promise<Decision> {
  const { heldCategories = [], tenantId } = request;
  const kept = keptBackOf(request, hold);
  if (heldCategories.every((category) => isKept(kept, category, now))) return { outcome: 'looked at', writes: [deletionChanged(request, { heldUntil: nextEnd(kept, heldCategories, now) }, now)] };
  const [tenant, lastVersion] = await Promise.all([readTenant(store, tenantId), lastVersionOf(store, { tenantId, aggregateId: request.userId })]);
  const finishBy = dueDate(tenant ? privacyOf(tenant) : privacyDefaults, now);
  return { outcome: 'resumed', writes: deletionGoesOnWithHeld({ request, user, lastVersion, hold, finishBy, cause: causedByRequest(newEventId()), now }) };
}

/** It goes forward by itself or waits for an operator; whoever answers for the tenant hears when it becomes late. */
async function afterPivot(store: Store, { request, user, now }: Held): Promise<Decision> {
  if (!remindsOfDate(request, now)) return { outcome: 'looked at', writes: [deletionLookedAt(request, now)] };
  const lastVersion = await lastVersionOf(store, { tenantId: request.tenantId, aggregateId: request.userId });
  return { outcome: 'told', writes: deletionDueSoonAfterPivot({ request, user, lastVersion, cause: causedByRequest(newEventId()), now }) };
}

const whileBlocked = (acting: Acting, hold: LegalHold | undefined): Decision => (holdsEverything(hold, acting.now)
  ? lookedAt(acting)
  : { outcome: 'released', writes: deletionReleased(acting) });

function whileInGrace(acting: Acting, hold: LegalHold | undefined): Decision {
  const { request, now } = acting;
  if (new Date(request.graceEndsAt) <= now) return { outcome: 'started', writes: deletionStarted(acting, hold) };
  const remindAt = request.remindedAt === undefined ? request.remindAt : undefined;
  if (remindAt !== undefined && new Date(remindAt) <= now) return { outcome: 'reminded', writes: deletionReminded(acting) };
  return lookedAt(acting);
}

/** Of one that must be done soon the administrators hear: they can release a hold, or extend the date while the law allows it. */
const lookedAt = (acting: Acting): Decision => (remindsOfDate(acting.request, acting.now)
  ? { outcome: 'told', writes: deletionDueSoon(acting) }
  : { outcome: 'looked at', writes: [deletionLookedAt(acting.request, acting.now)] });
