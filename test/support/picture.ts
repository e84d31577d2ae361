import { authorizationKey, profileKey, readAdministrators, roleBindingKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { statisticsDiffer } from '../../lambdas/adapters/run-recount.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { stepsOf, type StepDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import type { SentMail } from './memory-mailbox.ts';
import type { Told } from './told.ts';
import type { World } from './world.ts';

export interface EveryStep { readonly type: string; readonly step: string; readonly criticality: StepDeclaration['criticality'] }
/** They begin only when somebody asks for them; their rows stand in `enumeration.test.ts`, `resend.test.ts`, `purge.test.ts`, `joining.test.ts`, `role-processes.test.ts` and `password-reset.test.ts`. */
const uponRequest: readonly string[] = ['known_address_notice', 'verification_resend', 'verification_reminder', 'invitation', 'role_assignment', 'role_revocation', 'password_reset', 'password_changed_notice', 'deletion_notice', 'user_deletion'];
/** Every declared step of the story of a registration: a new one cannot be added without its rows. */
export const everyStep: readonly EveryStep[] = workflows.filter(({ type }) => !uponRequest.includes(type)).flatMap((workflow) => stepsOf(workflow).map(({ step, criticality }) => ({ type: workflow.type, step, criticality })));

/** Waits for everything, clicks the link of the mail, and waits again. */
export async function liveThrough(world: World, subject: Subject): Promise<void> {
  await world.settle();
  await world.verify(world.tokenOf(subject));
  await world.settle();
}

/** What came of a registration: every effect of its steps, counted. */
export async function registrationOf(world: World, subject: Subject) {
  const run = await world.runOf('user_registration', subject);
  const [authorization, binding, profile] = await Promise.all([authorizationKey(subject), roleBindingKey(subject, 'member'), profileKey(subject)].map((key) => world.store.get('identity', key)));
  return {
    status: run.status, stepsNotDone: notDone(run.steps), roles: authorization?.['roleIds'], timesGranted: authorization?.['permissionEpoch'], bound: binding !== undefined,
    profile: profile !== undefined, audited: audited(world, subject, 'registration.recorded').length,
    verificationMails: mailsTo(world, subject, 'verify').length, welcomeMails: mailsTo(world, subject, 'welcome').length,
    links: new Set(mailsTo(world, subject, 'verify').map(({ mail }) => /token=([\w-]+)/.exec(mail.text)?.[1])).size,
  };
}

/** What came of an activation. */
export async function activationOf(world: World, subject: Subject) {
  const [run, user, authorization, administrators] = await Promise.all([
    world.runOf('account_activation', subject), world.user(subject), world.store.get('identity', authorizationKey(subject)), readAdministrators(world.store, subject.tenantId)]);
  const told = world.mailbox.sent.filter(({ mail }) => mail.text.includes(subject.userId)).map(({ userId }) => userId);
  return {
    status: run.status, stepsNotDone: notDone(run.steps), account: user.status, authorization: authorization?.['status'],
    audited: audited(world, subject, 'account.activated').length, administratorsTold: administrators.map(({ userId }) => told.filter((each) => each === userId).length),
  };
}

/** The person is in, and every effect is there exactly once. */
export const registeredOnce = {
  status: 'COMPLETED', stepsNotDone: [], roles: ['member'], timesGranted: 1, bound: true, profile: true, audited: 1, verificationMails: 1, welcomeMails: 1, links: 1,
};
export const activatedOnce = { status: 'COMPLETED', stepsNotDone: [], account: 'active', authorization: 'active', audited: 1, administratorsTold: [1] };

export const wholeStory = async (world: World, subject: Subject) =>
  ({ registration: await registrationOf(world, subject), activation: await activationOf(world, subject), unrest: await unrestIn(world) });
export const happyEnd = { registration: registeredOnce, activation: activatedOnce, unrest: [] as string[] };
/** A verification mail may come twice where it is unknown whether it was sent; the link is the same. */
export const happyEndPerhapsWithASecondCopy = { ...happyEnd, registration: { ...registeredOnce, verificationMails: { asymmetricMatch: (mails: unknown) => mails === 1 || mails === 2 } } };

const notDone = (steps: readonly { step: string; status?: string | undefined; attempts?: number | undefined; startedAt?: string | undefined; finishedAt?: string | undefined }[]): string[] =>
  steps.flatMap(({ step, status, attempts = 0, startedAt = '', finishedAt = '' }) => (status === 'DONE' && attempts >= 1 && startedAt <= finishedAt ? [] : [`${step} ${status}`]));

export const audited = (world: World, { userId }: Subject, action: string): readonly Item[] =>
  world.tables.items('audit').filter((item) => item['subject'] === userId && item['action'] === action);

export const mailsTo = (world: World, { userId }: Subject, word: string): readonly SentMail[] => world.mails(word).filter((mail) => mail.userId === userId);

/** What is left and what was told of a registration that was undone. */
export async function undoneOf(world: World, subject: Subject) {
  const { status } = await world.runOf('user_registration', subject);
  const told = (type: string): number => world.eventsOf(type).filter(({ detail }) => detail.data['userId'] === subject.userId).length;
  return {
    status, residue: residueOf(world, subject.userId), registrations: (await world.registrationsCounted()).registrations,
    told: { failed: told('workflow.failed'), registrationFailed: told('user.registration_failed'), compensated: told('workflow.compensated'), compensationFailed: told('workflow.compensation_failed'), completed: told('user.registration_completed') },
    queues: world.machines.deadLetters.map(({ queue }) => queue), notices: mailsTo(world, subject, 'not completed').length,
    audited: world.tables.items('audit').filter(({ subject: about, action }) => about === subject.userId && text(action).startsWith('run.')).map(({ action }) => text(action)).toSorted(),
    unrest: await unrestIn(world),
  };
}
export const undoneOnce = {
  status: 'COMPENSATED', residue: [] as string[], registrations: 0, told: { failed: 1, registrationFailed: 1, compensated: 1, compensationFailed: 0, completed: 0 },
  queues: ['user_registration_dlq'], notices: 1, audited: ['run.compensated'], unrest: [] as string[],
};

/** What a person leaves in the stores of the living: everything but the page that tells how the registration went, and the answer that is kept for a day. */
export const residueOf = (world: Pick<Told, 'tables'>, userId: string): readonly string[] => (['identity', 'keys'] as const).flatMap((table) =>
  world.tables.items(table).filter((item) => item.sk !== 'REGISTRATION' && item.sk !== 'REPLY' && JSON.stringify(item).includes(userId)).map(({ sk }) => `${sk} is left of ${userId}`));

const failed = new Set(['PARKED', 'COMPENSATED', 'COMPENSATION_FAILED']);
const endings = new Set(workflows.flatMap(({ publishes }) => [publishes.completed.name, ...(publishes.failed ? [publishes.failed.name] : [])]));

/** What a process says of a run that has ended. */
function endingOf({ type, status, subject, compensation }: Item): readonly string[] {
  const { publishes } = workflowOf(text(type));
  const undone = status === 'COMPENSATED' || (status === 'CANCELLED' && compensation !== undefined);
  const event = undone ? publishes.failed : text(status).startsWith('COMPLETED') ? publishes.completed : undefined;
  return event ? [`${event.name} of ${text(subject)}`] : [];
}

/**
 * Conservation, as sentences about what offends it: every event that starts a process has exactly one run and waits for
 * nothing, every run has an end and tells it once, every failed one has a dead letter, what was undone left nothing, versions are
 * unique, and the sums and statistics are what a recount gives.
 */
export async function unrestIn(world: Told): Promise<string[]> {
  const events = world.tables.items('events');
  const ledger = world.tables.items('ledger');
  const runs = ledger.filter(({ sk }) => sk === 'RUN');
  const done = (sk: string): ReadonlySet<string> => new Set(ledger.filter((item) => item.sk === sk && item['status'] === 'DONE').map(({ pk }) => pk));
  const takenBack = done('UNDO#RestoreTenantStatistics');
  const expired = events.filter(({ type }) => type === 'user.registration_expired').map(({ aggregateId }) => text(aggregateId));
  const gone = new Set(runs.filter(({ type, subject }) => type === 'user_registration' && expired.includes(text(subject))).map(({ pk }) => pk));
  const counted = [...done('STEP#UpdateTenantStatistics')].filter((run) => !takenBack.has(run) && !gone.has(run)).length;
  const { registrations } = await world.registrationsCounted();
  return [
    ...events.filter((event) => 'pendingShard' in event).map(({ type }) => `${text(type)} is not published`),
    ...events.filter((event) => 'unclaimedShard' in event).map(({ type }) => `${text(type)} is not claimed`),
    ...differences('run', runs.map(({ runId }) => text(runId)), events.flatMap(({ type, eventId }) =>
      workflows.filter(({ startsOn }) => startsOn.name === type).map((workflow) => runIdOf(workflow.type, text(eventId))))),
    ...runs.filter(({ status }) => status === 'RUNNING' || status === 'COMPENSATING').map(({ type, status }) => `${text(type)} is still ${text(status).toLowerCase()}`),
    ...differences('ending', events.filter(({ type }) => endings.has(text(type))).map(({ type, aggregateId }) => `${text(type)} of ${text(aggregateId)}`), runs.flatMap(endingOf)),
    ...runs.filter(({ type, status }) => type === 'user_registration' && status === 'COMPENSATED').flatMap(({ subject }) => residueOf(world, text(subject))),
    ...expired.flatMap((userId) => residueOf(world, userId)),
    ...world.machines.executions.filter(({ status }) => status === 'RUNNING').map(({ type }) => `an execution of ${type} is still running`),
    ...differences('dead letter', world.machines.deadLetters.map(({ body }) => text(body['runId'])), runs.filter(({ status }) => failed.has(text(status))).map(({ runId }) => text(runId))),
    ...world.undelivered.map(() => 'a stream record was given up'),
    ...versionsTaken(world).map((version) => `${version} is more than one event`),
    ...differences('event', [...new Set(world.bus.events.map(({ detail }) => detail.eventId))], events.filter(({ publishedAt }) => publishedAt).map(({ eventId }) => text(eventId))),
    ...await statisticsDiffer(world.store, world.tenantId),
    ...(registrations === counted ? [] : [`the tenant counts ${registrations} registrations, the ledger ${counted}`]),
  ];
}

const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing');

function differences(what: string, are: readonly string[], shouldBe: readonly string[]): string[] {
  return [...new Set([...are, ...shouldBe])].filter((one) => count(are, one) !== count(shouldBe, one)).map((one) => `${what} ${one}: ${count(are, one)} instead of ${count(shouldBe, one)}`);
}

/** On the bus an event may come again, but a version of an aggregate is one event. */
function versionsTaken(world: Pick<Told, 'bus'>): readonly string[] {
  const byVersion = Map.groupBy(world.bus.events, ({ detail }) => `${detail.aggregateId} v${detail.aggregateVersion}`);
  return [...byVersion].filter(([, events]) => new Set(events.map(({ detail }) => detail.eventId)).size > 1).map(([version]) => version);
}
