import { TENANT, World, type Person } from '../support/world.ts';
import { readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { runKey } from '../../lambdas/adapters/run-ledger.ts';
import { permissions } from '../../lambdas/domain/role.ts';
import { isInFlight } from '../../lambdas/domain/run.ts';
import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { overview, type OverviewView } from '../../lambdas/api/overview/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, redriveDeadLetter, retryRun } from '../../lambdas/api/workflows/routes.ts';
import { afterItsEffect, failsWith, type Fault } from '../support/injections.ts';
import { activatedOnce, activationOf, liveThrough, registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';
import type { Execution } from '../support/step-functions.ts';

/** Whatever nobody ends, the reconciler ends: once, in a named state, and nothing that is healthy. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
});
afterEach(() => world.end());

const late: Person = { email: 'lea.late@example.com', password: 'a long enough passphrase', firstName: 'Lea', lastName: 'Late' };
const runOf = (type = 'user_registration') => world.runOf(type, subject);
const executionsOf = (type: string): readonly Execution[] => world.machines.executions.filter((each) => each.type === type);
const only = (type: string): Execution => {
  const [execution, ...others] = executionsOf(type);
  if (!execution || others.length > 0) throw new Error(`${others.length + 1} executions of ${type}`);
  return execution;
};

/** Its execution is gone in the middle of this state, and tells nobody. */
const dies = (type: string): Fault => async (proceed) => {
  for (const execution of executionsOf(type)) if (execution.status === 'RUNNING') await world.machines.stop(execution.arn);
  return proceed();
};
/** A machine's time-out is no other case: Catch does not run. */
const registrationDiesIn = async (state: string): Promise<void> => {
  world.inject(state, dies('user_registration'));
  await world.settle();
};
const dead = { ...undoneOnce, queues: ['user_registration_dlq'] };

describe.each(['AssignDefaultRole', 'CreateUserProfile', 'RecordRegistrationAudit', 'SendVerificationEmail', 'Complete'])('an execution that is gone in %s', (state) => {
  beforeEach(() => registrationDiesIn(state));

  test('is found by the next passes and undone, or it was done in truth', async () => {
    for (let pass = 0; pass < 2; pass += 1) await world.reconcile();
    const { status } = await runOf();
    expect(isInFlight(status)).toBe(false);
    expect(await (status === 'COMPLETED' ? registrationOf(world, subject) : undoneOf(world, subject))).toEqual(status === 'COMPLETED' ? registeredOnce : dead);
    expect(await unrestIn(world)).toEqual([]);
  });
});

describe('an execution that AWS says is gone', () => {
  beforeEach(() => registrationDiesIn('CreateUserProfile'));

  test('is undone at once, also when it is told twice, and the reconciler comes too', async () => {
    const execution = only('user_registration');
    await Promise.all([world.tellEnded(execution), world.tellEnded(execution), world.reconcileNow()]);
    await world.settle();
    await world.tellEnded(execution);
    await world.reconcile();
    expect(await undoneOf(world, subject)).toEqual(dead);
    expect(world.eventsOf('workflow.timed_out')).toHaveLength(1);
    expect(executionsOf('user_registration-compensation')).toHaveLength(1);
  });

  test('says in the run why it was ended', async () => {
    await world.tellEnded(only('user_registration'));
    const { runId } = await runOf();
    expect((await world.call(getRun, { token, params: { runId } })).body).toMatchObject({ status: 'COMPENSATED', cause: expect.stringContaining('its execution ended and left no result') as string });
  });
});

test('what AWS says of an execution that told its end itself changes nothing', async () => {
  world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
  await world.settle();
  const before = world.tables.snapshot();
  for (const execution of world.machines.executions) await world.tellEnded(execution);
  expect(world.tables.snapshot()).toEqual(before);
});

/** It works, and takes longer than anybody wants to wait. */
const slow: Fault = async (proceed, time) => {
  await time.pause(7_000);
  await proceed();
  throw Object.assign(new Error('busy'), { name: 'TransientFailure' });
};

describe('a run past its deadline', () => {
  beforeEach(async () => {
    const { body } = await world.call(changeConfig, { token, params: { type: 'user_registration' }, body: { values: { deadline: 10_000 }, version: 1 } });
    expect(body).toMatchObject({ version: 2, values: { deadline: 10_000 } });
    await world.settle();
    world.inject('CreateUserProfile', slow, 'always');
    world.inject('Claim', async (proceed, time) => {
      const claimed = await proceed();
      setTimeout(() => void time.work(() => world.reconcileNow()), 12_000);
      return claimed;
    });
    subject = await world.register(late);
  });

  test('is ended although it still works, and nothing of it is left', async () => {
    await world.settle();
    world.faults.repair();
    expect(await undoneOf(world, subject)).toEqual({ ...dead, registrations: 1 });
    expect(executionsOf('user_registration').map(({ status }) => status)).toEqual(['SUCCEEDED', 'ABORTED']);
    const { runId } = await runOf();
    expect((await world.call(getRun, { token, params: { runId } })).body['cause']).toContain('its deadline has passed');
  });
});

describe('what was decided and never started', () => {
  test('a compensation is started by the next pass', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.machines.startsToLose = 4;
    await world.settle();
    expect((await runOf()).status).toBe('COMPENSATING');
    expect(await world.reconcile()).toMatchObject({ repairs: { 'compensation started': 1 } });
    expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', residue: [] });
    expect(executionsOf('user_registration-compensation')).toHaveLength(1);
  });

  test('a run that was taken up again is started by the next pass, and its dead letter is settled', async () => {
    world.inject('ActivateUser', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    const { runId } = await runOf('account_activation');
    world.machines.startsToLose = 1;
    expect((await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } })).status).toBe(500);
    expect(await world.reconcile()).toMatchObject({ repairs: { 'run started': 1 } });
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
    expect((await world.call(listDeadLetters, { token })).body['items']).toEqual([]);
  });
});

describe('a compensation whose execution is gone', () => {
  beforeEach(async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.inject('RevokeDefaultRole', dies('user_registration-compensation'));
    await world.settle();
    for (let pass = 0; pass < 2; pass += 1) await world.reconcile();
  });

  test('has failed, for everybody to see, and ends well when it is tried again', async () => {
    const { runId, status } = await runOf();
    expect(status).toBe('COMPENSATION_FAILED');
    expect((await world.call(getRun, { token, params: { runId } })).body['allowedActions']).toEqual(['retry', 'skip']);
    await world.call(retryRun, { token, params: { runId }, body: { reason: 'the machine is back' } });
    await world.settle();
    expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', residue: [], notices: 1 });
  });
});

test('where nothing can be undone, a run that nobody ends is parked and finished by whoever takes it up', async () => {
  await world.settle();
  world.inject('ActivateUser', dies('account_activation'));
  await world.verify(world.tokenOf(subject));
  await world.settle();
  for (let pass = 0; pass < 2; pass += 1) await world.reconcile();
  const { runId, status } = await runOf('account_activation');
  expect(status).toBe('PARKED');
  await world.call(retryRun, { token, params: { runId }, body: { reason: 'the machine is back' } });
  await world.settle();
  expect(await activationOf(world, subject)).toEqual(activatedOnce);
});

test('a parked step that is tried again and whose execution is gone is parked anew, and the account stays', async () => {
  world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
  await liveThrough(world, subject);
  const { runId } = await runOf();
  world.inject('SendWelcomeEmail', dies('user_registration'));
  await world.call(retryRun, { token, params: { runId }, body: { reason: 'mails go out again' } });
  await world.settle();
  for (let pass = 0; pass < 2; pass += 1) await world.reconcile();
  expect((await runOf()).status).toMatch(/^COMPLETED/);
  expect(await world.user(subject)).toMatchObject({ status: 'active' });
});

test('a pass that dies in the middle, and two passes at once, end every run once', async () => {
  await registrationDiesIn('CreateUserProfile');
  await world.time.pass(60_000);
  world.inject('Reconciler', afterItsEffect('Lambda.Unknown'));
  await world.reconcileNow().catch(() => 'it died');
  await Promise.all([world.reconcileNow(), world.reconcileNow()]);
  await world.settle();
  await world.reconcile();
  expect(await undoneOf(world, subject)).toEqual(dead);
});

test('ten thousand slow runs that are healthy: nobody touches one of them', async () => {
  await world.settle();
  const { steps: _, undos: __, ...sample } = await runOf();
  const begun = Date.now();
  const deadlineAt = new Date(begun + 3_600_000).toISOString();
  for (let n = 0; n < 10_000; n += 1) {
    const runId = `user_registration-slow-${n}`;
    const executionArn = `arn:slow:${n}`;
    world.machines.executions.push({ arn: executionArn, type: 'user_registration', input: {}, status: 'RUNNING', path: [], retried: [], history: [] });
    world.tables.overwrite('ledger', runKey(runId), {
      ...sample, config: { ...sample.config }, runId, executionArn, status: 'RUNNING', startedAt: new Date(begun).toISOString(), deadlineAt,
      watchShard: `in flight#${n % 16}`, dueAt: new Date(begun + 60_000).toISOString(),
    } as never);
  }
  const looks: number[] = [];
  for (let pass = 0; pass < 16; pass += 1) {
    const { repairs, looked } = await world.reconcile();
    expect(repairs).toEqual({});
    looks.push(looked);
  }
  expect(looks.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(10_000);
  const touched = world.tables.items('ledger').filter(({ sk, status, version, runId }) => sk === 'RUN' && JSON.stringify(runId).includes('-slow-') && (status !== 'RUNNING' || version !== sample.version));
  expect(touched).toEqual([]);
}, 120_000);

const listed = async (tenant?: string, filter: object = {}) => (await world.call(listDeadLetters, { token, query: { ...(tenant && { tenant }), ...filter } })).body['items'] as { id: string; kind: string; type?: string; redrivable: boolean }[];
const event = () => ({ 'detail-type': 'user.created', source: 'business-process-platform', ...world.eventsOf('user.created')[0] });
const undeliveredIn = (): readonly string[] => world.machines.queues.lyingIn('user_registration_undelivered');
/** As the rule words it, once or more often. */
const toldByAnother = (messageId: string, more: object = { failureType: 'invoice_failed' }): void => world.machines.queues.arrives(
  'async_failures', messageId, JSON.stringify({ kind: 'foreign_failure', eventId: '0c8b1f0e-6a52-4f0e-9a53-8f5d2f6c1b7a', source: 'com.example.billing', time: '2026-03-02T08:00:00Z', ...more }));
const platformAdministrator = async (): Promise<string> => {
  const [admin] = await readAdministrators(world.store, TENANT);
  if (!admin) throw new Error('no administrator');
  world.hold(admin, permissions);
  return world.administratorSession();
};

describe('what lies in the queues that AWS itself fills', () => {
  test('an event that a rule could not hand over is listed, and redriven it has its run: only then it rings no more', async () => {
    world.bus.onEvent = () => undefined;
    await world.settle();
    world.machines.queues.arrives('user_registration_undelivered', 'message-a', JSON.stringify(event()));
    expect(await world.reconcile()).toMatchObject({ repairs: { 'dead letter collected': 1 } });
    const [letter] = await listed();
    expect(letter).toMatchObject({ kind: 'undelivered_event', type: 'user_registration', redrivable: true });
    expect((await world.call(redriveDeadLetter, { token, params: { id: letter?.id ?? '' } })).status).toBe(202);
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect([undeliveredIn().length, (await listed()).length]).toEqual([1, 1]);
    world.bus.onEvent = (published) => void world.deliver(published);
    await world.sweep();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await world.reconcile()).toMatchObject({ repairs: { 'letter settled': 1 } });
    expect([undeliveredIn(), await listed()]).toEqual([[], []]);
  });

  test('an event that has its run by now rings no more', async () => {
    await world.settle();
    world.machines.queues.arrives('user_registration_undelivered', 'message-a', JSON.stringify(event()));
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect([undeliveredIn(), await listed()]).toEqual([[], []]);
  });

  test('a call that failed belongs to the platform: its administrator sees it and puts it away with a reason, nobody else does', async () => {
    await world.settle();
    const body = JSON.stringify({ requestContext: { functionArn: 'arn:aws:lambda:us-east-1:1:function:bpp-relay:$LATEST', condition: 'RetriesExhausted' }, responsePayload: { errorType: 'InternalException' } });
    world.machines.queues.arrives('async_failures', 'message-b', body);
    world.machines.queues.arrives('async_failures', 'message-c', 'no JSON');
    expect(await world.reconcile()).toMatchObject({ repairs: { 'dead letter collected': 2 } });
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect(await listed()).toEqual([]);
    expect((await world.call(listDeadLetters, { token, query: { tenant: 'platform' } })).status).toBe(403);
    token = await platformAdministrator();
    const letters = await listed('platform');
    expect(letters).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'failed_call', step: 'bpp-relay', errorClass: 'InternalException', redrivable: false })]));
    expect(letters).toHaveLength(2);
    const { body: { causes } } = await world.call(overview, { token, query: { tenant: 'platform' } });
    for (const { filter } of causes as OverviewView['causes']) expect(await listed('platform', filter)).toHaveLength(1);
    for (const { id } of letters) expect((await world.call(deleteDeadLetter, { token, params: { id }, query: { tenant: 'platform' }, body: { reason: 'the relay is well again' } })).status).toBe(204);
    expect(await listed('platform')).toEqual([]);
  });

  test('a failure of another system waits for the administrator of the platform, once however often it is delivered, and nothing is undone for it', async () => {
    await world.settle();
    const before = world.tables.snapshot();
    toldByAnother('message-d');
    toldByAnother('message-e');
    expect(await world.reconcile()).toMatchObject({ repairs: { 'dead letter collected': 1 } });
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect([world.tables.items('events'), await listed()]).toEqual([before.events, []]);
    token = await platformAdministrator();
    const [letter, ...others] = await listed('platform');
    expect([letter, others]).toEqual([expect.objectContaining({
      kind: 'foreign_failure', source: 'com.example.billing', errorClass: 'invoice_failed', eventId: '0c8b1f0e-6a52-4f0e-9a53-8f5d2f6c1b7a', redrivable: false, locked: false,
      cause: expect.stringContaining('com.example.billing: invoice_failed') as string }), []]);
    expect(await world.call(redriveDeadLetter, { token, params: { id: letter?.id ?? '' }, query: { tenant: 'platform' }, body: {} })).toMatchObject({ status: 409 });
    await world.time.pass(10_000);
    expect((await world.call(deleteDeadLetter, { token, params: { id: letter?.id ?? '' }, query: { tenant: 'platform' }, body: { reason: 'billing has dealt with it' } })).status).toBe(204);
    expect([world.machines.queues.lyingIn('async_failures'), await listed('platform')]).toEqual([[], []]);
    toldByAnother('message-f');
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect([world.machines.queues.lyingIn('async_failures'), await listed('platform')]).toEqual([[], []]);
  });

  test.each([[{}, 'UnknownFailure'], [{ failureType: 'anna.berg@example.com' }, 'UnknownFailure'], [{ failureType: { email: 'anna.berg@example.com' } }, 'UnknownFailure'], [{ source: 'Anna Berg <anna.berg@example.com>' }, 'UnknownFailure']])(
    'of one that says %j nothing is written that is no word of a system', async (said, errorClass) => {
      await world.settle();
      toldByAnother('message-g', said);
      expect(await world.reconcile()).toMatchObject({ repairs: { 'dead letter collected': 1 } });
      token = await platformAdministrator();
      expect(await listed('platform')).toEqual([expect.objectContaining({ kind: 'foreign_failure', errorClass })]);
      expect(JSON.stringify(world.tables.items('ledger').filter(({ kind }) => kind === 'foreign_failure'))).not.toMatch(/anna/i);
    });

  test('whoever settles a row while the reconciler looks at its message cannot see the message: the next pass takes it away', async () => {
    await world.settle();
    token = await platformAdministrator();
    world.machines.queues.arrives('async_failures', 'message-b', 'no JSON');
    await world.reconcile();
    const [letter] = await listed('platform');
    await world.call(deleteDeadLetter, { token, params: { id: letter?.id ?? '' }, query: { tenant: 'platform' }, body: { reason: 'the relay is well again' } });
    expect(world.machines.queues.lyingIn('async_failures')).toHaveLength(1);
    expect(await world.reconcile()).toMatchObject({ repairs: {} });
    expect([world.machines.queues.lyingIn('async_failures'), await listed('platform')]).toEqual([[], []]);
  });
});

test('a run that nobody can make sense of, and one of a process that is gone, are trouble of their own and of nobody else', async () => {
  await registrationDiesIn('CreateUserProfile');
  const due = { watchShard: 'in flight#3', dueAt: '2026-03-02T08:00:00.000Z' };
  world.tables.overwrite('ledger', runKey('nonsense'), { ...due, status: 'RUNNING' });
  const { steps: _, undos: __, ...sample } = await runOf();
  world.tables.overwrite('ledger', runKey('gone-1'), { ...sample, ...due, runId: 'gone-1', type: 'long_gone', status: 'TIMED_OUT' } as never);
  expect(await world.reconcile()).toMatchObject({ repairs: { 'timed out': 1, trouble: 2 } });
  expect((await runOf()).status).toBe('COMPENSATED');
});
