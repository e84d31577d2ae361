import { World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { getRun, listDeadLetters, retryRun, stopRun } from '../../lambdas/api/workflows/routes.ts';
import { failsWith, lateBy } from '../support/injections.ts';
import { audited, liveThrough, registeredOnce, registrationOf, residueOf, unrestIn } from '../support/picture.ts';

/** An operator ends a run, with a reason: no step of it has an effect any more, and what was done is undone where that can be. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
});
afterEach(() => world.end());

const stop = (runId: string, reason: unknown = 'a test account', by = token) => world.call(stopRun, { token: by, params: { runId }, body: { reason } });
const runOf = (type = 'user_registration') => world.runOf(type, subject);

/** In the middle of it, as a person would. */
function stopDuring(state: string): Promise<{ status: number }> {
  return new Promise((resolve) => {
    world.inject(state, async (proceed) => {
      resolve(await stop((await runOf()).runId));
      return proceed();
    });
  });
}

test('a registration is stopped in the middle: it is undone and ends as cancelled, the person is told and the address is free', async () => {
  const answer = stopDuring('CreateUserProfile');
  await world.settle();
  expect(await answer).toMatchObject({ status: 202, body: { status: 'COMPENSATING' } });
  expect((await runOf()).status).toBe('CANCELLED');
  expect(residueOf(world, subject.userId)).toEqual([]);
  expect(world.mails('not completed')).toHaveLength(1);
  expect(world.eventsOf('user.registration_failed')).toHaveLength(1);
  expect(audited(world, subject, 'run.stopped')).toEqual([expect.objectContaining({ reason: 'a test account', actor: expect.stringMatching(/^usr_/) as string })]);
  expect((await world.call(listDeadLetters, { token })).body['items']).toEqual([]);
  expect(await unrestIn(world)).toEqual([]);
  const again = await world.register();
  await world.settle();
  expect(await registrationOf(world, again)).toEqual(registeredOnce);
});

test('says who ended it and why', async () => {
  const answer = stopDuring('CreateUserProfile');
  await world.settle();
  await answer;
  const { runId } = await runOf();
  expect((await world.call(getRun, { token, params: { runId } })).body).toMatchObject({ status: 'CANCELLED', cause: expect.stringContaining('a test account') as string, allowedActions: [] });
});

test('an effect that comes after the stop leaves nothing behind', async () => {
  world.inject('CreateUserProfile', lateBy(60_000));
  const answer = stopDuring('AssignDefaultRole');
  await world.settle();
  await answer;
  expect([(await runOf()).status, residueOf(world, subject.userId)]).toEqual(['CANCELLED', []]);
});

test('stopped twice, or stopped when it has ended: the second finds nothing to stop', async () => {
  await world.settle();
  expect((await stop((await runOf()).runId)).status).toBe(409);
  expect((await stop('user_registration-nobody')).status).toBe(404);
});

test('an undo that fails while a stopped run is undone is there for the operator, and once it is done the run is cancelled', async () => {
  world.inject('RemoveUserProfile', failsWith('BusinessRefusal'));
  const answer = stopDuring('SendVerificationEmail');
  await world.settle();
  await answer;
  const { runId, status } = await runOf();
  expect(status).toBe('COMPENSATION_FAILED');
  await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
  await world.settle();
  expect([(await runOf()).status, residueOf(world, subject.userId)]).toEqual(['CANCELLED', []]);
});

describe('where nothing is undone', () => {
  test('a parked run is cancelled, its dead letter is settled, and it is never taken up again', async () => {
    world.inject('ActivateUser', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    const { runId } = await runOf('account_activation');
    expect(await stop(runId)).toMatchObject({ status: 202, body: { status: 'CANCELLED' } });
    expect((await world.call(listDeadLetters, { token })).body['items']).toEqual([]);
    expect((await world.call(retryRun, { token, params: { runId }, body: { reason: 'after all' } })).status).toBe(409);
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification' });
  });

  test('a run that goes on is parked and cancelled in one go, and its late step changes nothing', async () => {
    await world.settle();
    await world.call(changeConfig, { token, params: { type: 'account_activation' }, body: { values: { deadline: 50_000 }, version: 1 } });
    world.inject('ActivateUser', async (proceed) => {
      expect(await stop((await runOf('account_activation')).runId)).toMatchObject({ status: 202, body: { status: 'CANCELLED' } });
      return proceed();
    });
    await world.verify(world.tokenOf(subject));
    await world.settle();
    expect((await runOf('account_activation')).status).toBe('CANCELLED');
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification' });
  });
});

describe('a reason', () => {
  test.each([['none', undefined], ['an empty one', '   '], ['one that is no text', 7]])('%s is refused, and nothing happens', async (_, reason) => {
    await world.settle();
    const before = world.tables.snapshot();
    for (const route of [stopRun, retryRun]) expect((await world.call(route, { token, params: { runId: (await runOf()).runId }, body: { reason } })).status).toBe(400);
    expect(world.tables.snapshot()).toEqual(before);
  });
});

const retry = async (input: unknown) => world.call(retryRun, { token, params: { runId: (await runOf('account_activation')).runId }, body: { reason: 'the id was wrong', input } });

describe('input that an operator corrects', () => {
  beforeEach(async () => {
    world.inject('ActivateUser', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
  });
  test.each<[what: string, input: () => unknown, pointer: string]>([
    ['a field that the event does not have', () => ({ colour: 'red' }), '/input/colour'], ['somebody else', () => ({ userId: 'usr_else' }), '/input/userId'],
    ['what is no id', () => ({ userId: 7 }), '/input/userId'], ['what is no object', () => 'everything', '/input'],
  ])('%s is refused with its place', async (_, input, pointer) => {
    expect(await retry(input())).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer })] } });
    expect((await runOf('account_activation')).status).toBe('PARKED');
  });

  test('what the schema of the event accepts goes along', async () => {
    expect((await retry({ userId: subject.userId })).status).toBe(202);
    await world.settle();
    expect(await runOf('account_activation')).toMatchObject({ status: 'COMPLETED', input: { userId: subject.userId } });
  });
});
