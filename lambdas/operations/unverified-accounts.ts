import middy from '@middy/core';
import { accountReleased } from '../accounts/release-account.ts';
import { audited } from '../adapters/audit.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { appended, eventKey } from '../adapters/event-store.ts';
import { readAuthorization, readUser, removed, subjectIn, userPartition, type Subject, type User } from '../adapters/identity.ts';
import { readRun, readStep, readUndo, runStands, type RunRecord } from '../adapters/run-ledger.ts';
import { ConditionFailed, keyOf, type Store, type Write } from '../adapters/store.ts';
import { registrationsCounted } from '../adapters/tenant-statistics.ts';
import { lookedAtLater, reminded, stillUnverified, unverifiedForgotten } from '../adapters/unverified.ts';
import { dueMarks } from '../adapters/watch.ts';
import { userCreated, userRegistrationExpired, userVerificationReminderDue } from '../domain/events/catalogue.ts';
import { causedByRequest, occurrence, type EventDefinition } from '../domain/events/event.ts';
import { newEventId } from '../domain/identifier.ts';
import { systemRoles } from '../domain/role.ts';
import { runIdOf, type RunStatus } from '../domain/run.ts';
import { nextDue } from '../domain/user.ts';
import { bindable } from '../kit/bindable.ts';
import { log, safeError } from '../kit/log.ts';
import { requiredSetting } from '../kit/settings.ts';
import { workflowOn } from '../workflows/index.ts';
import { forgottenSeals, type SealOutcome } from './forgotten-seals.ts';
import { countsOf, eachInTime } from './round.ts';

interface Ports { readonly store: Store }

type Outcome = 'reminded' | 'purged' | 'later' | 'kept' | 'left' | 'trouble' | SealOutcome;
/** What one round did, and how often. */
export type Round = Readonly<Partial<Record<Outcome, number>>>;

const BUDGET_MS = 40_000;

/**
 * Accounts whose address nobody has proven: reminded once before the link ends, removed days later. Every act is a compare-and-set
 * against what was seen, so whoever verifies or asks for a link at the same moment either is first, and nothing happens to the
 * account, or finds it gone. What was sealed for deletions and outlived them goes in the same round: few functions may destroy a key.
 */
export const handler = bindable((): Ports => ({ store: dynamodbStore() }), ({ store }: Ports) => middy<unknown, Round>({ timeoutEarlyInMillis: 0 }).handler(async () => {
  const over = Date.now() + BUDGET_MS;
  const marks = await dueMarks(store, 'unverified', new Date());
  const outcomes = await eachInTime(marks, over, (mark) => look(store, subjectIn(mark), new Date()).catch(left));
  return countsOf([...outcomes, ...await forgottenSeals(store, new Date(), over)]);
}));

function left(error: unknown): Outcome {
  if (error instanceof ConditionFailed) return 'left';
  log.error('an account that nobody verified could not be dealt with', { error: safeError(error) });
  return 'trouble';
}

async function look(store: Store, subject: Subject, now: Date): Promise<Outcome> {
  const user = await readUser(store, subject);
  if (user?.dueAt === undefined || user.dueAt > now.toISOString()) return 'left';
  if (user.status !== 'pending_verification' || user.emailVerified) return write(store, 'kept', [unverifiedForgotten(subject, user)]);
  const keptDays = Number(requiredSetting('UNVERIFIED_KEPT_DAYS'));
  const { what, at } = nextDue(user, keptDays, now);
  if (at > now) return write(store, 'later', [lookedAtLater(subject, user, at)]);
  if (what === 'remind') return write(store, 'reminded', reminding(subject, user, keptDays, now));
  if (user.wasActive || await isSomebodys(store, subject)) return write(store, 'kept', [unverifiedForgotten(subject, user)]);
  return purge(store, subject, user, now);
}

async function write(store: Store, outcome: Outcome, writes: readonly Write[]): Promise<Outcome> {
  await store.transact(writes);
  return outcome;
}

function reminding(subject: Subject, user: User, keptDays: number, now: Date): readonly Write[] {
  const cause = newEventId();
  const next = nextDue({ ...user, remindedAt: now.toISOString() }, keptDays, now);
  return [
    reminded(subject, user, now, next.at), told(userVerificationReminderDue, subject, user, cause, now),
    audited(subject, { action: 'verification.reminded', actor: 'system', correlationId: cause, now }),
  ];
}

const told = (definition: EventDefinition, { tenantId, userId }: Subject, { version }: User, cause: string, now: Date): Write =>
  appended(occurrence(definition, { tenantId, aggregateId: userId, aggregateVersion: version + 1 }, causedByRequest(cause), { userId }, now));

/** Whom somebody gave a role by hand is known to somebody, who decides. */
const isSomebodys = async (store: Store, subject: Subject): Promise<boolean> =>
  (await readAuthorization(store, subject))?.roleIds.some((roleId) => roleId !== systemRoles.member.roleId) ?? false;

/** In the others somebody or something is at the registration itself still. */
const finished: readonly RunStatus[] = ['COMPLETED', 'COMPLETED_WITH_WARNINGS', 'COMPENSATED', 'FENCED', 'CANCELLED'];
const A_DAY_MS = 86_400_000;

/** As the compensation of a registration leaves it: nothing but the audit, what happened, and the page that tells how it went. */
async function purge(store: Store, subject: Subject, user: User, now: Date): Promise<Outcome> {
  const run = await registrationOf(store, subject);
  if (run && !finished.includes(run.status)) return write(store, 'later', [lookedAtLater(subject, user, new Date(now.getTime() + A_DAY_MS))]);
  const cause = newEventId();
  const [released, { items }] = await Promise.all([accountReleased(store, subject, user, stillUnverified(user)), store.query({ table: 'identity', pk: userPartition(subject) })]);
  const going = new Set(released.map((each) => keyOf(each)).filter(({ pk }) => pk === userPartition(subject)).map(({ sk }) => sk));
  return write(store, 'purged', [
    ...released, ...items.filter(({ sk }) => !going.has(sk)).map(({ pk, sk }) => removed({ pk, sk })), ...(run ? [runStands(run), ...await notCountedAnyMore(store, run)] : []),
    told(userRegistrationExpired, subject, user, cause, now),
    audited(subject, { action: 'registration.expired', actor: 'system', correlationId: cause, now }),
  ]);
}

/** The run that set the account up; undefined where none ever began. */
async function registrationOf(store: Store, { tenantId, userId }: Subject): Promise<RunRecord | undefined> {
  const event = await store.get('events', eventKey({ tenantId, aggregateId: userId, aggregateVersion: 1 }));
  return typeof event?.['eventId'] === 'string' ? readRun(store, runIdOf(workflowOn(userCreated.name).type, event['eventId'])) : undefined;
}

/** The registration is taken out of the tenant's statistics, if its run has counted it. */
async function notCountedAnyMore(store: Store, { tenantId, runId }: RunRecord): Promise<readonly Write[]> {
  const [counted, takenBack] = await Promise.all([readStep(store, runId, 'UpdateTenantStatistics'), readUndo(store, runId, 'RestoreTenantStatistics')]);
  return counted?.status === 'DONE' && takenBack?.status !== 'DONE' ? [registrationsCounted(tenantId, runId, -1)] : [];
}
