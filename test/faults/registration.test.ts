import { World } from '../support/world.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { readAuthorization, tenantKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { runKey, stepKey } from '../../lambdas/adapters/run-ledger.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import { audited, everyStep, expectAtRest, expectEffectsOfRegistration, expectRegisteredOnce, liveThrough, mailsTo, type EveryStep } from '../support/expectations.ts';
import { uncatchable } from '../support/function-host.ts';
import { afterItsEffect, failsWith, lateAndTold, lateBy, twiceAtOnce, twiceInSequence, type Fault } from '../support/injections.ts';

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => { process.stdout.write((world.machines.executions[0]?.history ?? []).slice(2,3).join('\n')+world.log.lines.join('\n')); world.end(); });

const paths = (type: string): readonly string[] => world.machines.executions.filter((each) => each.type === type).map(({ path }) => path.at(-1) ?? '');
const statusOf = async (type: string): Promise<string> => (await world.runOf(type, subject)).status;
const userCreated = () => {
  const [event] = world.eventsOf('user.created');
  if (!event) throw new Error('nobody registered');
  return event;
};

describe('a registration without trouble', () => {
  test('completes with six steps, two mails, and an account that waits for its address', async () => {
    await world.settle();
    expect(await statusOf('user_registration')).toBe('COMPLETED');
    await expectEffectsOfRegistration(world, subject);
    expect(world.mailbox.sent).toHaveLength(2);
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification', provisioned: true, emailVerified: false });
    expect(paths('account_activation')).toEqual([]);
    await expectAtRest(world);
  });

  test('takes ten state transitions', async () => {
    await world.settle();
    expect(world.machines.executions[0]?.path).toHaveLength(10);
  });

  test('makes the account active after the click, and tells the administrator', async () => {
    await liveThrough(world, subject);
    await expectRegisteredOnce(world, subject);
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

  test('gives the profile what the tenant sets, and the mails the language of the person', async () => {
    await world.settle();
    expect(mailsTo(world, subject, 'verify')[0]?.mail.subject).toMatch(/verify/i);
  });
});

describe('the two gates of an account', () => {
  test('close in the other order: the address is verified while the account is still being set up', async () => {
    let told: unknown;
    world.inject('CreateUserProfile', async (proceed, time) => {
      await time.pause(2_000);
      expect(paths('account_activation')).toEqual([]);
      told = await world.verify(world.tokenOf(subject));
      expect(await world.user(subject)).toMatchObject({ provisioned: false, emailVerified: true, status: 'pending_verification' });
      return proceed();
    });
    await world.settle();
    expect(told).toMatchObject({ status: 200, body: { status: 'verified' } });
    await expectRegisteredOnce(world, subject);
  });

  test.each([0, 1, 2, 3, 4])('close at the same moment, %i turns apart: one activation', async (apart) => {
    let answer: Promise<{ status: number }> | undefined;
    world.inject('Complete', async (proceed) => {
      answer = world.time.work(async () => {
        for (let n = 0; n < apart; n += 1) await turn();
        return world.verify(world.tokenOf(subject));
      });
      return proceed();
    });
    await world.settle();
    expect(await answer).toMatchObject({ status: 200 });
    expect(paths('account_activation')).toHaveLength(1);
    await expectRegisteredOnce(world, subject);
  });

  test('are one where the tenant waives the verification, and a click afterwards activates nobody twice', async () => {
    await world.store.update({ table: 'identity', update: tenantKey(subject.tenantId), set: { verificationWaived: true } });
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active', emailVerified: false });
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 200, body: { status: 'active' } });
    await world.settle();
    await expectRegisteredOnce(world, subject);
  });

  test('two clicks at once: one verifies, the other hears that it was done', async () => {
    await world.settle();
    const token = world.tokenOf(subject);
    const answers = await Promise.all([world.verify(token), world.verify(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect(answers.find(({ status }) => status === 400)?.body['type']).toMatch(/\/already-verified$/);
    await world.settle();
    expect(world.eventsOf('user.email_verified')).toHaveLength(1);
    await expectRegisteredOnce(world, subject);
  });

  test('a second copy of the mail, sent after the click, does not make the link good for another click', async () => {
    world.inject('SendVerificationEmail', async (proceed, time) => {
      const before = world.mailbox.send.bind(world.mailbox);
      world.mailbox.send = (mail) => before(mail).then(() => Promise.reject(Object.assign(new Error('gone'), { name: 'Lambda.Unknown' })));
      await proceed().catch(() => undefined);
      world.mailbox.send = before;
      await time.pause(1_000);
      expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 200 });
      throw Object.assign(new Error('crashed'), { name: 'Lambda.Unknown' });
    });
    await world.settle();
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 400 });
    await world.settle();
    await expectRegisteredOnce(world, subject, { verificationMails: 2 });
  });
});

describe('the same event, delivered again', () => {
  test('three times at once: one run, one effect of each step, and the others have nothing to do', async () => {
    world.bus.onEvent = (event) => {
      for (let n = 0; n < (event.type === 'user.created' ? 3 : 1); n += 1) world.deliver(event);
    };
    await liveThrough(world, subject);
    expect(paths('user_registration').toSorted()).toEqual(['Complete', 'NothingToDo', 'NothingToDo']);
    await expectRegisteredOnce(world, subject);
  });

  test('one after another, also when the run has long ended', async () => {
    await liveThrough(world, subject);
    for (let n = 0; n < 2; n += 1) {
      world.deliver(userCreated());
      await world.settle();
    }
    expect(paths('user_registration')).toEqual(['Complete', 'NothingToDo', 'NothingToDo']);
    await expectRegisteredOnce(world, subject);
  });

  test('while the run is parked: it is not begun again', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    await world.settle();
    world.deliver(userCreated());
    await world.settle();
    expect(paths('user_registration')).toEqual(['RunFailed', 'NothingToDo']);
    expect(await statusOf('user_registration')).toBe('PARKED');
  });
});

/** Where a fault is put: every step, and the engine's own states. */
const states = [...everyStep.map(({ step }) => step), 'Claim', 'Complete'];
const twice = 2;

describe.each(states)('%s', (state) => {
  const passing: readonly (readonly [string, Fault, number])[] = [
    ['fails twice before anything happened', failsWith('TransientFailure'), twice],
    ['fails as often as it may', failsWith('TransientFailure'), 2 + 1],
    ['is throttled twice', failsWith('Lambda.TooManyRequestsException'), twice],
    ['meets every trouble of Lambda', failsWith('Lambda.ServiceException'), 1],
    ['meets a time-out after its effect', afterItsEffect('Sandbox.Timedout'), 1],
    ['is given up by the machine after its effect', afterItsEffect('States.Timeout'), 1],
    ['dies between effect and reply', afterItsEffect('Lambda.Unknown'), 1],
    ['is called twice, one after the other', twiceInSequence, 1],
    ['is called twice at once', twiceAtOnce, 1],
    ['hangs, and takes effect after it was tried again', lateBy(30_000), 1],
  ];
  test.each(passing)('%s: the run completes, each effect once', async (_, fault, times) => {
    world.inject(state, fault, times);
    await liveThrough(world, subject);
    await expectRegisteredOnce(world, subject, { verificationMails: 2 });
  });
});

describe.each(['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.Unknown', 'OutcomeUnknown'])('%s', (name) => {
  test('is tried again', async () => {
    for (const step of states) world.inject(step, failsWith(name));
    await liveThrough(world, subject);
    await expectRegisteredOnce(world, subject);
  });
});

const forEver: readonly (readonly [string, string, Fault])[] = [
  ['TransientFailure', 'never gets through', failsWith('TransientFailure')],
  ['BusinessRefusal', 'is refused by the business', failsWith('BusinessRefusal')],
  ['TypeError', 'has a bug', failsWith('TypeError')],
  ['AccessDeniedException', 'is denied what it needs', failsWith('AccessDeniedException')],
];
const retriesOf = (type: string, errorClass: string): number => (errorClass === 'TransientFailure' ? workflowOf(type).config.retryAttempts : 0);
const clickIfAsked = async (): Promise<void> => {
  await world.settle();
  if (mailsTo(world, subject, 'verify').length > 0) await world.verify(world.tokenOf(subject));
  await world.settle();
};

describe.each(everyStep.filter(({ criticality }) => criticality === 'required'))('the required step $step of $type', ({ type, step }: EveryStep) => {
  test.each(forEver)('%s for ever: it %s, the run waits for a person, and its dead letter says why', async (errorClass, _, fault) => {
    world.inject(step, fault, 'always');
    await clickIfAsked();
    const run = await world.runOf(type, subject);
    expect(run).toMatchObject({ status: 'PARKED', failedStep: step, errorClass });
    expect(run.steps.find((each) => each.step === step)).toMatchObject({ status: 'FAILED', error: { name: errorClass } });
    expect(world.eventsOf('workflow.failed').map(({ detail }) => detail.data)).toEqual([
      expect.objectContaining({ runId: run.runId, failedStep: step, errorClass, failureType: workflowOf(type).failureType })]);
    expect(world.machines.deadLetters).toEqual([{ queue: workflowOf(type).config.deadLetterQueue, body: expect.objectContaining({ runId: run.runId, eventId: run.eventId }) as unknown }]);
    expect(world.faults.calls.get(step)).toBe(1 + retriesOf(type, errorClass));
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification' });
    await expectAtRest(world);
  });
});

describe.each(everyStep.filter(({ criticality }) => criticality === 'best effort'))('the best-effort step $step of $type', ({ type, step }: EveryStep) => {
  test.each(forEver)('%s for ever: it %s, is parked, and the person is in all the same', async (errorClass, _, fault) => {
    world.inject(step, fault, 'always');
    await liveThrough(world, subject);
    const run = await world.runOf(type, subject);
    expect(run.status).toBe('COMPLETED_WITH_WARNINGS');
    expect(run.steps.filter(({ status }) => status !== 'DONE')).toEqual([expect.objectContaining({ step, status: 'PARKED', error: { name: errorClass } })]);
    expect(world.faults.calls.get(step)).toBe(1 + retriesOf(type, errorClass));
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(world.machines.deadLetters).toEqual([]);
    await expectAtRest(world);
  });

  test('whose answers are all lost has no warning to give: what it should do is done', async () => {
    world.inject(step, afterItsEffect('Sandbox.Timedout'), 'always');
    await liveThrough(world, subject);
    await expectRegisteredOnce(world, subject);
  });
});

describe('the engine’s own states', () => {
  test('a claim that never succeeds sends a dead letter and leaves the event for the sweeper', async () => {
    world.inject('Claim', failsWith('TransientFailure'), 4);
    await world.settle();
    expect(paths('user_registration')).toEqual(['ClaimLost']);
    expect(world.machines.deadLetters).toEqual([{ queue: 'user_registration_dlq', body: { event: userCreated().detail.eventId, tenantId: 'demo', type: 'user_registration', errorClass: 'TransientFailure' } }]);
    expect(await world.sweep()).toEqual({ republished: 1 });
    expect(await statusOf('user_registration')).toBe('COMPLETED');
  });

  test('a closing transaction that never succeeds parks the run', async () => {
    world.inject('Complete', failsWith('TransientFailure'), 'always');
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'PARKED', failedStep: 'Machine', errorClass: 'TransientFailure' });
    expect(await world.user(subject)).toMatchObject({ provisioned: false });
    await expectAtRest(world);
  });

  test('a closing transaction whose answers are all lost has closed the run, and nobody parks it', async () => {
    world.inject('Complete', afterItsEffect('Sandbox.Timedout'), 4);
    await world.settle();
    expect(paths('user_registration')).toEqual(['NothingToDo']);
    await world.verify(world.tokenOf(subject));
    await world.settle();
    await expectRegisteredOnce(world, subject);
  });

  test.each<readonly [string, Fault, number]>([
    ['fails twice', failsWith('TransientFailure'), 2], ['loses its answer', afterItsEffect('Lambda.Unknown'), 1], ['is called twice at once', twiceAtOnce, 1],
  ])('parking that %s parks once', async (_, fault, times) => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('Park', fault, times);
    await world.settle();
    expect(await statusOf('user_registration')).toBe('PARKED');
    expect(world.eventsOf('workflow.failed')).toHaveLength(1);
    await expectAtRest(world);
  });

  test('parking that never succeeds still sends the dead letter', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('Park', failsWith('TransientFailure'), 'always');
    await world.settle();
    expect(world.machines.deadLetters).toHaveLength(1);
    expect(paths('user_registration')).toEqual(['RunFailed']);
  });

  test('a dead letter that cannot be sent at once is sent later', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('SendToDeadLetterQueue', failsWith('SQS.InternalError'), 2);
    await world.settle();
    expect(world.machines.deadLetters).toHaveLength(1);
    await expectAtRest(world);
  });

  test('two steps that fail for good: the run is parked for one of them, and both are on record', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await world.settle();
    const run = await world.runOf('user_registration', subject);
    expect(run).toMatchObject({ status: 'PARKED', failedStep: 'AssignDefaultRole' });
    expect(run.steps.filter(({ status }) => status === 'FAILED').map(({ step }) => step).toSorted()).toEqual(['AssignDefaultRole', 'SendWelcomeEmail']);
  });

  test('what neither Retry nor Catch can see ends the execution and leaves the run for the reconciler', async () => {
    world.inject('CreateUserProfile', () => Promise.reject(uncatchable('States.DataLimitExceeded')));
    await world.settle();
    expect(world.machines.executions[0]).toMatchObject({ status: 'FAILED' });
    expect(paths('user_registration')).not.toContain('RunFailed');
    await expectAtRest(world, { runsUnderWay: 1 });
  });

  test('an execution that hangs ends with its time-out', async () => {
    world.inject('CreateUserProfile', (_, time) => time.pause(1_000_000), 'always');
    await world.settle();
    expect(world.machines.executions[0]).toMatchObject({ status: 'FAILED' });
    expect(await statusOf('user_registration')).toBe('PARKED');
    expect(world.faults.calls.get('CreateUserProfile')).toBe(4);
  });

  test('a parked run that is resumed skips what is done and completes', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    await world.settle();
    const { runId } = await world.runOf('user_registration', subject);
    await world.store.update({ table: 'ledger', update: runKey(runId), set: { status: 'RUNNING' }, add: { attempt: 1 }, remove: ['executionArn', 'failedStep', 'errorClass', 'reason'] });
    const [event] = world.eventsOf('user.created');
    world.machines.start(workflowOf('user_registration'), { 'detail-type': 'user.created', detail: event?.detail, attempt: 2 });
    world.machines.start(workflowOf('user_registration'), { 'detail-type': 'user.created', detail: event?.detail, attempt: 2 });
    await world.settle();
    expect(paths('user_registration').toSorted()).toEqual(['Complete', 'NothingToDo', 'RunFailed']);
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    await expectEffectsOfRegistration(world, subject);
  });
});

describe('time runs out inside a step', () => {
  test.each(['SendVerificationEmail', 'SendWelcomeEmail', 'NotifyAdmins'])('%s: the provider answers too late, the step is tried again', async (step) => {
    const send = world.mailbox.send.bind(world.mailbox);
    let slow = 0;
    world.inject(step, (proceed) => {
      world.mailbox.send = async (mail) => {
        world.mailbox.send = send;
        slow += 1;
        await world.time.pause(20_000);
        return send(mail);
      };
      return proceed();
    });
    await liveThrough(world, subject);
    expect(slow).toBe(1);
    await expectRegisteredOnce(world, subject, { verificationMails: 2 });
  });
});

describe('a step that was voided', () => {
  const voided = async (runId: string): Promise<void> => {
    await world.store.update({ table: 'ledger', update: runKey(runId), set: { status: 'FENCED' }, add: { version: 1 } });
    for (const { step } of stepsOf(workflowOf('user_registration')))
      await world.store.update({ table: 'ledger', update: stepKey(runId, step), set: { void: 'superseded', step } });
  };
  const expectNothingDone = async (): Promise<void> => {
    expect(paths('user_registration')).toEqual(['NothingToDo']);
    expect(await readAuthorization(world.store, subject)).toMatchObject({ roleIds: [], permissionEpoch: 0 });
    expect(world.mailbox.sent).toEqual([]);
    expect(world.machines.deadLetters).toEqual([]);
    expect(audited(world, subject, 'registration.recorded')).toEqual([]);
    expect(await world.registrationsCounted()).toEqual({ registrations: 0 });
  };

  test('before it began: nothing of it happens', async () => {
    world.inject('Claim', async (proceed) => {
      const answer = await proceed() as { Payload: { runId: string } };
      await world.time.work(() => voided(answer.Payload.runId));
      return answer;
    });
    await world.settle();
    await expectNothingDone();
  });

  test('while it hung: what it wanted to write comes too late', async () => {
    const told: unknown[] = [];
    for (const step of ['AssignDefaultRole', 'CreateUserProfile', 'RecordRegistrationAudit', 'SendVerificationEmail', 'SendWelcomeEmail', 'UpdateTenantStatistics'])
      world.inject(step, lateAndTold(100_000, (outcome) => told.push(outcome)), 4);
    world.inject('JudgeSetTheAccountUp', failsWith('never'), 'always');
  });
});
