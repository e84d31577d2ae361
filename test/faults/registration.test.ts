import { World, administrator, someone } from '../support/world.ts';
import { credentialKey, gateKey, readAdministrators, readAuthorization, tenantKey, versionTaken, type Subject } from '../../lambdas/adapters/identity.ts';
import { appended } from '../../lambdas/adapters/event-store.ts';
import { formatPhc } from '../../lambdas/adapters/password-phc.ts';
import { parseRun, runKey, stepKey } from '../../lambdas/adapters/run-ledger.ts';
import { statisticsMoved } from '../../lambdas/adapters/run-statistics.ts';
import type { Item, Write } from '../../lambdas/adapters/store.ts';
import { login, logout, register, registrationStatus, requestPasswordReset, resendVerification } from '../../lambdas/api/auth/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { userVerificationReminderDue } from '../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import { GATE_SHARDS } from '../../lambdas/domain/tenant.ts';
import { getRun, listRuns, retryRun, skipUndo } from '../../lambdas/api/workflows/routes.ts';
import { compensates, stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import { operationEntry, routeEntry } from '../../lib/entry-points.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import { touched, uncatchable } from '../support/function-host.ts';
import { afterItsEffect, failsWith, lateBy, twiceAtOnce, type Fault } from '../support/injections.ts';
import type { BusEvent } from '../support/memory-bus.ts';
import { changed } from '../support/memory-items.ts';
import { activatedOnce, activationOf, everyStep, happyEnd, happyEndPerhapsWithASecondCopy, liveThrough, mailsTo, registeredOnce, registrationOf, unrestIn, wholeStory, type EveryStep } from '../support/picture.ts';
import { states, troublesThatPass } from '../support/troubles.ts';

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const registration = workflowOf('user_registration');
/** Where the executions of a process ended. */
const ends = (type: string): readonly string[] => world.machines.executions.filter((each) => each.type === type).map(({ path }) => path.at(-1) ?? '').toSorted();
const userCreated = (): BusEvent => {
  const [event] = world.eventsOf('user.created');
  if (!event) throw new Error('nobody registered');
  return event;
};

/** Where nothing can be undone, a required step that fails for good leaves the run to a person. */
const parkActivation = async (parked: () => void = () => undefined): Promise<void> => {
  await world.settle();
  world.inject('ActivateUser', failsWith('BusinessRefusal'));
  parked();
  await world.verify(world.tokenOf(subject));
  await world.settle();
};

describe('a registration without trouble', () => {
  test('completes with six steps, two mails, and an account that waits for its address', async () => {
    await world.settle();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(world.mailbox.sent).toHaveLength(2);
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification', provisioned: true, emailVerified: false });
    expect(ends('account_activation')).toEqual([]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('takes ten state transitions', async () => {
    await world.settle();
    expect(world.machines.executions.map(({ path }) => path.length)).toEqual([10]);
  });

  test('makes the account active after the click, and tells the administrator', async () => {
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('is told in events whose order can be restored, each caused by the one before', async () => {
    await liveThrough(world, subject);
    const ofUser = world.bus.events.filter(({ detail }) => detail.aggregateId === subject.userId).toSorted((a, b) => a.detail.aggregateVersion - b.detail.aggregateVersion);
    expect(ofUser.map(({ type }) => type)).toEqual([
      'user.created', 'user.default_role_assigned', 'user.verification_email_sent', 'user.welcome_email_sent', 'user.registration_completed',
      'user.email_verified', 'user.ready_to_activate', 'user.activated',
    ]);
    const ofRun = world.bus.events.filter(({ detail }) => detail.aggregateId.startsWith('user_registration-'));
    expect(ofRun.map(({ type, detail }) => [type, detail.aggregateVersion])).toEqual([['workflow.started', 1], ['workflow.completed', 2]]);
    const caused = world.bus.events.filter(({ detail }) => detail.causationId === userCreated().detail.eventId);
    expect(caused).toHaveLength(6);
    expect(new Set(caused.map(({ detail }) => detail.correlationId))).toEqual(new Set([userCreated().detail.correlationId]));
  });
});

describe('the same event, delivered again', () => {
  test('three times at once: one run, one effect of each step, and the others have nothing to do', async () => {
    world.bus.onEvent = (event) => {
      for (let n = 0; n < (event.type === 'user.created' ? 3 : 1); n += 1) world.deliver(event);
    };
    await liveThrough(world, subject);
    expect(ends('user_registration')).toEqual(['Complete', 'NothingToDo', 'NothingToDo']);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('one after another, also when the run has long ended', async () => {
    await liveThrough(world, subject);
    for (let n = 0; n < 2; n += 1) {
      world.deliver(userCreated());
      await world.settle();
    }
    expect(ends('user_registration')).toEqual(['Complete', 'NothingToDo', 'NothingToDo']);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('while the run is parked: it is not begun again', async () => {
    await parkActivation();
    for (const event of world.eventsOf('user.ready_to_activate')) world.deliver(event);
    await world.settle();
    expect(ends('account_activation')).toEqual(['NothingToDo', 'RunFailed']);
    expect(await activationOf(world, subject)).toMatchObject({ status: 'PARKED', account: 'pending_verification' });
  });
});

/** Five tries in process meet a conflict each: one more than the adapter's patience has. */
const collides: Fault = (proceed) => {
  world.tables.conflictsToRaise = 5;
  return proceed();
};

describe.each(states)('%s', (state) => {
  test('meets other transactions wherever it writes: the run completes, each effect once', async () => {
    world.inject(state, collides);
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEndPerhapsWithASecondCopy);
    expect(world.tables.conflicts).toBeGreaterThanOrEqual(5);
  });

  test.each(troublesThatPass)('%s: the run completes, each effect once', async (_, fault, times) => {
    world.inject(state, fault, times);
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEndPerhapsWithASecondCopy);
    expect(world.faults.calls.get(state)).toBeGreaterThanOrEqual(1);
  });
});

test.each(['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.ClientExecutionTimeoutException', 'Lambda.Unknown', 'Runtime.ExitError', 'OutcomeUnknown'])('%s is tried again everywhere', async (name) => {
  for (const state of states) world.inject(state, failsWith(name));
  await liveThrough(world, subject);
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

const forEver: readonly (readonly [string, string, Fault])[] = [
  ['TransientFailure', 'never gets through', failsWith('TransientFailure')],
  ['BusinessRefusal', 'is refused by the business', failsWith('BusinessRefusal')],
  ['TypeError', 'has a bug', failsWith('TypeError')],
  ['AccessDeniedException', 'is denied what it needs', failsWith('AccessDeniedException')],
];
const callsUntilGivenUp = (type: string, errorClass: string): number => 1 + (errorClass === 'TransientFailure' ? workflowOf(type).config.retryAttempts : 0);

describe.each(everyStep.filter(({ type, criticality }) => criticality === 'required' && !compensates(workflowOf(type))))('the required step $step of $type', ({ type, step }: EveryStep) => {
  test.each(forEver)('%s for ever, it %s: the run waits for a person, and its dead letter says why', async (errorClass, _, fault) => {
    world.inject(step, fault, 'always');
    await world.settle();
    if (mailsTo(world, subject, 'verify').length > 0) await world.verify(world.tokenOf(subject));
    await world.settle();
    const run = await world.runOf(type, subject);
    expect(run).toMatchObject({ status: 'PARKED', failedStep: step, errorClass });
    expect(run.steps.find((each) => each.step === step)).toMatchObject({ status: 'FAILED', error: { name: errorClass } });
    expect(world.eventsOf('workflow.failed').map(({ detail }) => detail.data)).toEqual([
      expect.objectContaining({ runId: run.runId, failedStep: step, errorClass, failureType: workflowOf(type).failureType })]);
    expect(world.machines.deadLetters).toEqual([{ queue: workflowOf(type).config.deadLetterQueue, body: expect.objectContaining({ runId: run.runId, eventId: run.eventId }) as unknown }]);
    expect(world.faults.calls.get(step)).toBe(callsUntilGivenUp(type, errorClass));
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification' });
    expect(await unrestIn(world)).toEqual([]);
  });
});

describe.each(everyStep.filter(({ criticality }) => criticality === 'best effort'))('the best-effort step $step of $type', ({ type, step }: EveryStep) => {
  test.each(forEver)('%s for ever, it %s: it is parked, and the person is in all the same', async (errorClass, _, fault) => {
    world.inject(step, fault, 'always');
    await liveThrough(world, subject);
    const run = await world.runOf(type, subject);
    expect(run.status).toBe('COMPLETED_WITH_WARNINGS');
    expect(run.steps.filter(({ status }) => status !== 'DONE')).toEqual([expect.objectContaining({ step, status: 'PARKED', error: { name: errorClass } })]);
    expect(world.faults.calls.get(step)).toBe(callsUntilGivenUp(type, errorClass));
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('all its answers are lost: there is no warning, for what it should do is done', async () => {
    world.inject(step, afterItsEffect('Sandbox.Timedout'), 'always');
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('a call that comes after it was given up does nothing', async () => {
    world.inject(step, lateBy(200_000), 'always');
    await liveThrough(world, subject);
    const run = await world.runOf(type, subject);
    expect(run.steps.find((each) => each.step === step)).toMatchObject({ status: 'PARKED' });
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await unrestIn(world)).toEqual([]);
  });
});

describe('the engine’s own states', () => {
  test('a claim that never succeeds sends a dead letter and leaves the event for the sweeper', async () => {
    world.inject('Claim', failsWith('TransientFailure'), 4);
    await world.settle();
    expect(ends('user_registration')).toEqual(['ClaimLost']);
    expect(world.machines.deadLetters).toEqual([{ queue: 'user_registration_dlq', body: { event: userCreated().detail.eventId, tenantId: 'demo', type: 'user_registration', errorClass: 'TransientFailure' } }]);
    expect(await world.sweep()).toEqual({ republished: 1 });
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
  });

  test('a closing transaction that never succeeds parks a run of which nothing can be undone', async () => {
    await world.settle();
    world.inject('Complete', failsWith('TransientFailure'), 'always');
    await world.verify(world.tokenOf(subject));
    await world.settle();
    expect(await world.runOf('account_activation', subject)).toMatchObject({ status: 'PARKED', failedStep: 'Machine', errorClass: 'TransientFailure' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('a closing transaction whose answers are all lost has closed the run, and nobody parks it', async () => {
    world.inject('Complete', afterItsEffect('Sandbox.Timedout'), 4);
    await world.settle();
    expect(ends('user_registration')).toEqual(['NothingToDo']);
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test.each<readonly [string, Fault, number]>([
    ['fails twice', failsWith('TransientFailure'), 2], ['loses its answer', afterItsEffect('Lambda.Unknown'), 1], ['is called twice at once', twiceAtOnce, 1],
    ['meets other transactions', collides, 1],
  ])('parking that %s parks once', async (_, fault, times) => {
    await parkActivation(() => world.inject('Park', fault, times));
    expect(await activationOf(world, subject)).toMatchObject({ status: 'PARKED', stepsNotDone: ['ActivateUser FAILED'] });
    expect(world.eventsOf('workflow.failed')).toHaveLength(1);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('parking that never succeeds still sends the dead letter', async () => {
    await parkActivation(() => world.inject('Park', failsWith('TransientFailure'), 'always'));
    expect(world.machines.deadLetters).toHaveLength(1);
    expect(ends('account_activation')).toEqual(['RunFailed']);
  });

  test('a dead letter that cannot be sent at once is sent later', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('SendToDeadLetterQueue', failsWith('SQS.InternalError'), 2);
    await world.settle();
    expect(world.machines.deadLetters).toHaveLength(1);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('two steps that fail for good: the run fails for the required one, and both are on record', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED', failedStep: 'AssignDefaultRole' });
    expect(await registrationOf(world, subject)).toMatchObject({ stepsNotDone: ['AssignDefaultRole FAILED', 'SendWelcomeEmail FAILED'] });
  });

  test('what neither Retry nor Catch can see ends the execution and leaves the run for the reconciler', async () => {
    world.inject('CreateUserProfile', () => Promise.reject(uncatchable('States.DataLimitExceeded')));
    await world.settle();
    expect(world.machines.executions.map(({ status, path }) => [status, path.includes('CreateUserProfileFailed'), path.includes('Park')])).toEqual([['FAILED', false, false]]);
    expect(await unrestIn(world)).toEqual(['user_registration is still running']);
  });

  test('a task that never answers is tried as often as configured, each time for nine seconds at most', async () => {
    const before = Date.now();
    world.inject('CreateUserProfile', (_, time) => time.pause(250_000), 'always');
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED', errorClass: 'States.Timeout' });
    expect(world.faults.calls.get('CreateUserProfile')).toBe(4);
    const failedAfter = Date.parse(world.eventsOf('workflow.failed')[0]?.detail.occurredAt ?? '') - before;
    expect(failedAfter).toBeGreaterThanOrEqual(36_000);
    expect(failedAfter).toBeLessThanOrEqual(71_000);
  });
});

const resume = async (): Promise<void> => {
  const { runId } = await world.runOf('account_activation', subject);
  await world.store.update({ table: 'ledger', update: runKey(runId), set: { status: 'RUNNING' }, add: { attempt: 1, version: 1 }, remove: ['executionArn', 'failedStep', 'errorClass', 'reason'] });
  const [ready] = world.eventsOf('user.ready_to_activate');
  for (let n = 0; n < 2; n += 1) world.machines.start(workflowOf('account_activation'), { 'detail-type': ready?.type, detail: ready?.detail, attempt: 2 });
  await world.settle();
};
const outcomeOfResuming = async (): Promise<unknown> => [ends('account_activation'), await activationOf(world, subject), (await world.runOf('account_activation', subject)).attempt];
const completed = [['Complete', 'NothingToDo', 'RunFailed'], activatedOnce, 2];

describe('a parked run that is resumed', () => {
  test('does what was not done, and completes', async () => {
    await parkActivation();
    await resume();
    expect(await outcomeOfResuming()).toEqual(completed);
  });

  test('skips what is done', async () => {
    await world.settle();
    world.inject('ActivateUser', afterItsEffect('Lambda.Unknown'), 4);
    await world.verify(world.tokenOf(subject));
    await world.settle();
    expect(await activationOf(world, subject)).toMatchObject({ status: 'PARKED', account: 'active', administratorsTold: [0] });
    await resume();
    expect(await outcomeOfResuming()).toEqual(completed);
  });

  test('takes up a step that was begun and given up', async () => {
    await world.settle();
    world.tables.interfere = (writes) => {
      if (writes.some((write) => finishes(write, 'ActivateUser'))) throw new TypeError('a bug');
    };
    await world.verify(world.tokenOf(subject));
    await world.settle();
    expect((await world.runOf('account_activation', subject)).steps).toEqual([expect.objectContaining({ step: 'ActivateUser', status: 'FAILED', attempts: 1 })]);
    world.tables.interfere = () => undefined;
    await resume();
    expect(await outcomeOfResuming()).toEqual(completed);
  });
});

const finishes = (write: Write, step: string): boolean => 'update' in write && write.update.sk === `STEP#${step}` && write.set?.['status'] === 'DONE';
/** As one transaction of somebody else's, at this very moment: the run, its numbers and its steps. */
const voidEverything = (runId: string): void => {
  const ledger = world.tables.items('ledger');
  const run = ledger.find(({ pk, sk }) => pk === runKey(runId).pk && sk === 'RUN');
  for (const write of statisticsMoved({ run: parseRun(run as Item), from: 'RUNNING', to: 'FENCED' }))
    if ('update' in write) world.tables.overwrite('ledger', write.update, changed(ledger.find(({ pk, sk }) => pk === write.update.pk && sk === write.update.sk), write.update, write));
  world.tables.overwrite('ledger', runKey(runId), { status: 'FENCED', version: 2 });
  for (const { step } of stepsOf(registration)) world.tables.overwrite('ledger', stepKey(runId, step), { void: 'superseded', step });
};

describe('a step that was voided', () => {
  test('before it began does not begin', async () => {
    world.inject('Claim', async (proceed) => {
      const answer = await proceed() as { Payload: { runId: string } };
      voidEverything(answer.Payload.runId);
      return answer;
    });
    await world.settle();
    expect(ends('user_registration')).toEqual(['NothingToDo']);
    expect(await readAuthorization(world.store, subject)).toMatchObject({ roleIds: [], permissionEpoch: 0 });
    expect(await registrationOf(world, subject)).toMatchObject({ status: 'FENCED', bound: false, profile: false, audited: 0, verificationMails: 0, welcomeMails: 0 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test.each(stepsOf(registration).map(({ step }) => step))('while %s works comes before its effect', async (step) => {
    let voided = false;
    world.tables.interfere = (writes) => {
      if (voided || !writes.some((write) => finishes(write, step))) return;
      voided = true;
      voidEverything(`user_registration-${userCreated().detail.eventId}`);
    };
    await world.settle();
    expect(voided).toBe(true);
    expect(ends('user_registration')).toEqual(['NothingToDo']);
    const run = await world.runOf('user_registration', subject);
    expect(run.steps.find((each) => each.step === step)).toMatchObject({ status: 'STARTED', void: 'superseded' });
    const effects: Record<string, unknown> = { AssignDefaultRole: { bound: false }, CreateUserProfile: { profile: false }, RecordRegistrationAudit: { audited: 0 } };
    expect(await registrationOf(world, subject)).toMatchObject(effects[step] ?? {});
    expect(await unrestIn(world)).toEqual([]);
  });
});

const asAdministrator = async (): Promise<string> => {
  const { email, password } = administrator;
  const { body } = await world.call(login, { body: { tenantId: 'demo', email, password } });
  return String(body['sessionToken']);
};

describe('people who look at it', () => {
  test('the person sees how far it has come', async () => {
    const status = async (): Promise<unknown> => (await world.call(registrationStatus, { params: { userId: subject.userId } })).body['status'];
    expect(await status()).toBe('awaiting_verification');
    await liveThrough(world, subject);
    expect(await status()).toBe('active');
  });

  test('an administrator sees the run with its six steps, until he logs out', async () => {
    await liveThrough(world, subject);
    const token = await asAdministrator();
    const list = await world.call(listRuns, { token, query: { type: 'user_registration' } });
    const [summary] = list.body['items'] as { runId: string }[];
    expect((await world.call(listRuns, { token, query: { subject: subject.userId, type: 'user_registration' } })).body).toEqual(list.body);
    const run = await world.call(getRun, { token, params: { runId: summary?.runId ?? '' } });
    expect(run).toMatchObject({ status: 200, body: { status: 'COMPLETED', subject: subject.userId } });
    expect((run.body['steps'] as { status: string; attempts: number }[]).map(({ status, attempts }) => [status, attempts])).toEqual(Array.from({ length: 6 }, () => ['DONE', 1]));
    expect(await world.call(logout, { token })).toMatchObject({ status: 204 });
    expect(await world.call(listRuns, { token })).toMatchObject({ status: 401 });
  });

  test('a password that was hashed with less than today’s effort is hashed anew at the login', async () => {
    const [admin] = await readAdministrators(world.store, 'demo');
    if (!admin) throw new Error('the tenant has no administrator');
    const { argon2Sync } = await import('node:crypto');
    const salt = Buffer.alloc(16, 7);
    const tag = argon2Sync('argon2id', { message: administrator.password, nonce: salt, memory: 64, passes: 1, parallelism: 1, tagLength: 32 });
    const weak = formatPhc({ cost: { kind: 'argon2id', memory: 64, passes: 1, parallelism: 1 }, salt, tag });
    world.tables.overwrite('identity', credentialKey(admin), { passwordHash: weak });
    expect(await asAdministrator()).not.toBe('undefined');
    expect((await world.store.get('identity', credentialKey(admin)))?.['passwordHash']).not.toBe(weak);
    expect(await asAdministrator()).not.toBe('undefined');
  });
});

/** As whoever looks after unverified accounts would have it; that reminder finds an address that takes no mail. */
async function reminderDue(of: Subject): Promise<void> {
  await world.time.pass(19 * 3_600_000);
  world.mailbox.failNext(['address rejected']);
  const seen = await world.user(of);
  const due = occurrence(userVerificationReminderDue, { tenantId: of.tenantId, aggregateId: of.userId, aggregateVersion: seen.version + 1 }, causedByRequest('a-look'), { userId: of.userId }, new Date());
  await world.store.transact([versionTaken(of, seen), appended(due)]);
  await world.settle();
  expect(world.mailbox.mishapsLeft).toBe(0);
}

/** What they use is read at the end of the tests that tell them. */
const storiesOfTheirOwn: readonly string[] = ['role_assignment', 'role_revocation', 'password_changed_notice', 'deletion_notice', 'user_deletion'];

/** Stands at the end: it reads what all tests above have used. */
test('every function was allowed exactly what it needed, and needed all that it was allowed', async () => {
  await liveThrough(world, subject);
  world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
  world.inject('RevokeDefaultRole', failsWith('BusinessRefusal'), 2);
  const unlucky = await world.register({ ...someone, email: 'unlucky@example.com' });
  await world.settle();
  world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
  const rejected = await world.register({ ...someone, email: 'rejected@example.com' });
  await world.settle();
  const token = await world.administratorSession();
  expect(await world.call(retryRun, { token, params: { runId: (await world.runOf('user_registration', rejected)).runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
  const { runId } = await world.runOf('user_registration', unlucky);
  expect(await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
  await world.settle();
  expect(await world.call(skipUndo, { token, params: { runId, step: 'RevokeDefaultRole' }, body: { reason: 'nobody needs it any more' } })).toMatchObject({ status: 202 });
  await world.settle();
  await world.register();
  await world.register({ ...someone, email: 'waiting@example.com' });
  await world.settle();
  world.mailbox.failNext(['not sent, reply lost', 'address rejected'], ({ mail }) => mail.subject.includes('verify'));
  expect(await world.call(resendVerification, { body: { tenantId: 'demo', email: 'waiting@example.com' } })).toMatchObject({ status: 202 });
  await world.settle();
  world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
  const unreachable = await world.register({ ...someone, email: 'unreachable@example.com' });
  await world.settle();
  expect(await world.call(retryRun, { token, params: { runId: (await world.runOf('user_registration', unreachable)).runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
  await world.settle();
  const poison = { pendingShard: 'pending#3', occurredAt: new Date(0).toISOString() };
  for (const aggregate of ['read-by-the-relay', 'read-by-the-sweeper']) {
    if (aggregate === 'read-by-the-sweeper') world.inject('Relay', failsWith('Lambda.Unknown'), 3);
    world.tables.overwrite('events', { pk: `TENANT#demo#AGGREGATE#${aggregate}`, sk: 'V#000000000001' }, poison);
    await world.settle();
  }
  await world.sweep();
  world.tables.overwrite('identity', tenantKey('demo'), { registrationQuota: GATE_SHARDS });
  for (let shard = 0; shard < GATE_SHARDS; shard += 1) world.tables.overwrite('identity', gateKey('demo', shard), { used: 1, limit: 1 });
  expect(await world.call(register, { body: { tenantId: 'demo', ...someone, email: 'late@example.com' } })).toMatchObject({ status: 409 });
  world.tables.overwrite('identity', gateKey('demo', 3), { used: 0 });
  world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
  await world.register({ ...someone, email: 'late@example.com' });
  expect(await world.call(createInvitation, { token, body: { email: 'invited@example.com', roleId: 'administrator' } })).toMatchObject({ status: 202 });
  expect(await world.call(createInvitation, { token, body: { email: 'invited@example.com' } })).toMatchObject({ status: 202 });
  expect(await world.call(requestPasswordReset, { body: { tenantId: 'demo', email: administrator.email } })).toMatchObject({ status: 202 });
  await world.settle();
  const [invitationToken] = world.mailbox.sent.flatMap(({ mail }) => /invitation=([\w-]+)/.exec(mail.text)?.[1] ?? []);
  expect(await world.call(register, { body: { tenantId: 'demo', ...someone, email: 'invited@example.com', invitationToken } })).toMatchObject({ status: 202 });
  await world.settle();
  await reminderDue(unreachable);
  const everything = [
    ...workflows.filter(({ type }) => !storiesOfTheirOwn.includes(type)).flatMap((workflow) => [...forwardStates(workflow), ...(compensates(workflow) ? compensationStates(workflow) : [])]),
    ...[login, logout, registrationStatus, requestPasswordReset, resendVerification, getRun, listRuns, retryRun, skipUndo].map((route) => ({ entry: routeEntry(route), handler: undefined })),
    ...(['relay', 'sweeper'] as const).map((operation) => ({ entry: operationEntry(operation), handler: undefined })),
  ];
  expect([...touched.keys()]).toEqual(expect.arrayContaining(everything.map(({ entry, handler = 'index.handler' }) => `${entry} ${handler}`)));
  const unused = [...touched].flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  // Of a run that nobody has stopped nobody's words are quoted; that they are, and from there, stands in operators-words.test.ts.
  expect(unused.toSorted()).toEqual(['get-run', 'list-runs'].map((name) => `lambdas/api/workflows/${name}.ts index.handler: audit BatchGetItem`));
});
