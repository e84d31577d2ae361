import { World, someone } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { runKey } from '../../lambdas/adapters/run-ledger.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { getRun, retryRun, skipUndo } from '../../lambdas/api/workflows/routes.ts';
import { compensationOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { afterItsEffect, failsWith, type Fault } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { liveThrough, registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';

/** An undo that fails for good: the others run, a person hears of it, repairs it, and tries again or answers for it. */
let world: World;
let subject: Subject;
let runId: string;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
  world.inject('Complete', failsWith('BusinessRefusal'));
});
afterEach(() => world.end());

const undos = compensationOf(workflowOf('user_registration')).map(({ step }) => step);
const forEver: readonly (readonly [string, Fault])[] = ['TransientFailure', 'BusinessRefusal', 'TypeError'].map((name) => [name, failsWith(name)] as const);
/** The address is not given away before the person was told. */
const failing = (undo: string): readonly string[] => (undo === 'NotifyRegistrationFailed' ? [undo, 'ReleaseEmailAddress'] : [undo]);
const outcomes = (failed: readonly string[], as: string) => undos.map((step) => ({ step, status: failed.includes(step) ? as : 'DONE' }));
const failedOnce = { ...undoneOnce, status: 'COMPENSATION_FAILED', told: { ...undoneOnce.told, registrationFailed: 0, compensated: 0, compensationFailed: 1 }, audited: ['run.compensation_failed'] };
const compensations = () => world.machines.executions.filter(({ type }) => type === 'user_registration-compensation').map(({ status }) => status);

const live = async (): Promise<void> => {
  await world.settle();
  ({ runId } = await world.runOf('user_registration', subject));
};
const failFor = async (undo: string, fault: Fault = failsWith('BusinessRefusal')): Promise<void> => {
  world.inject(undo, fault, 'always');
  await live();
  world.faults.repair();
};
const nothing = (): Promise<unknown> => Promise.resolve();
const retry = (as = token) => world.call(retryRun, { token: as, params: { runId }, body: { reason: 'the cause is mended' } });
const skip = (step: string, { as = token, reason = 'repaired by hand' } = {}) => world.call(skipUndo, { token: as, params: { runId, step }, body: { reason } });

describe.each(undos)('%s', (undo) => {
  test.each(forEver)('fails for good with %s: the others run, and everybody hears what is left', async (name, fault) => {
    await failFor(undo, fault);
    const { residue, registrations, notices, unrest, ...rest } = await undoneOf(world, subject);
    const { residue: _, registrations: __, notices: ___, unrest: ____, ...expected } = failedOnce;
    expect(rest).toEqual(expected);
    // The token goes with the account, whichever run issued it.
    expect(residue.length > 0).toBe(['RemoveUserProfile', 'RevokeDefaultRole', 'NotifyRegistrationFailed', 'ReleaseEmailAddress'].includes(undo));
    expect([registrations, notices, unrest]).toEqual([undo === 'RestoreTenantStatistics' ? 1 : 0, undo === 'NotifyRegistrationFailed' ? 0 : 1, []]);
    expect(world.eventsOf('workflow.compensation_failed').map(({ detail }) => detail.data)).toEqual([expect.objectContaining({ runId, attempt: 1, outcomes: outcomes(failing(undo), 'FAILED') })]);
    expect((await world.runOf('user_registration', subject)).undos.filter(({ status }) => status !== 'DONE').map(({ step, status = '', error }) => `${step} ${status}: ${error?.name ?? ''}`).toSorted())
      .toEqual(failing(undo).map((each) => `${each} FAILED: ${each === undo ? name : 'BusinessRefusal'}`).toSorted());
  });

  test('is repaired and tried again: nothing is left, and nothing was done twice', async () => {
    await failFor(undo);
    const calls = new Map(world.faults.calls);
    expect(await retry()).toMatchObject({ status: 202, body: { runId, status: 'COMPENSATING' } });
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual({
      ...undoneOnce, told: { ...undoneOnce.told, compensationFailed: 1 }, audited: ['run.compensated', 'run.compensation_failed', 'run.compensation_retried'] });
    expect(world.eventsOf('workflow.compensated').map(({ detail }) => detail.data)).toEqual([expect.objectContaining({ attempt: 2, outcomes: outcomes([], '') })]);
    expect(world.faults.calls.get(undo)).toBe((calls.get(undo) ?? 0) + 1);
    expect((await world.runOf('user_registration', subject)).undos.map(({ step, attempts }) => [step, attempts]).filter(([, attempts]) => attempts !== 1))
      .toEqual(undo === 'NotifyRegistrationFailed' ? [['ReleaseEmailAddress', 2]] : []);
    const again = await world.register(someone);
    await liveThrough(world, again);
    expect(await registrationOf(world, again)).toEqual(registeredOnce);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is skipped with a reason: the others stay done, and what is left of it is what somebody answers for', async () => {
    await failFor(undo);
    const { residue } = await undoneOf(world, subject);
    expect(await skip(undo)).toMatchObject({ status: 202 });
    await world.settle();
    const left = undo === 'NotifyRegistrationFailed' ? [] : residue;
    expect(await undoneOf(world, subject)).toEqual({
      ...undoneOnce, told: { ...undoneOnce.told, compensationFailed: 1 }, audited: ['run.compensated', 'run.compensation_failed', 'run.undo_skipped'],
      registrations: undo === 'RestoreTenantStatistics' ? 1 : 0, notices: undo === 'NotifyRegistrationFailed' ? 0 : 1, residue: left, unrest: left });
    expect(world.eventsOf('workflow.compensated').map(({ detail }) => detail.data)).toEqual([expect.objectContaining({ attempt: 2, outcomes: outcomes([undo], 'SKIPPED') })]);
    expect(world.tables.items('audit')).toContainEqual(expect.objectContaining({ action: 'run.undo_skipped', runId, reason: 'repaired by hand', outcomes: [{ step: undo, status: 'SKIPPED' }] }));
    const { body } = await world.call(getRun, { token, params: { runId } });
    expect(JSON.stringify(body)).toContain('repaired by hand');
  });
});

test('as long as the person was not told, the address is held: nobody else registers with it', async () => {
  await failFor('NotifyRegistrationFailed');
  await world.register(someone);
  await world.settle();
  expect(world.eventsOf('user.created')).toHaveLength(1);
  await retry();
  await world.settle();
  const again = await world.register(someone);
  await world.settle();
  expect(world.eventsOf('user.created').at(-1)?.detail.aggregateId).toBe(again.userId);
});

test('everything fails, by a time-out each: the compensation still comes to an end, and one more attempt undoes all', async () => {
  for (const undo of undos) world.inject(undo, (_, time) => time.pause(250_000), 'always');
  await live();
  expect(compensations()).toEqual(['SUCCEEDED']);
  expect(world.eventsOf('workflow.compensation_failed').map(({ detail }) => detail.data)).toEqual([expect.objectContaining({ outcomes: outcomes(undos, 'FAILED') })]);
  world.faults.repair();
  expect(await retry()).toMatchObject({ status: 202 });
  await world.settle();
  expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', residue: [], registrations: 0, notices: 1, unrest: [] });
});

test('an undo that fails again in the next attempt waits again, and the one after ends it', async () => {
  world.inject('RemoveUserProfile', failsWith('BusinessRefusal'), 2);
  await live();
  for (const status of ['COMPENSATION_FAILED', 'COMPENSATED']) {
    expect(await retry()).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status });
  }
  expect(await undoneOf(world, subject)).toMatchObject({ residue: [], told: { compensated: 1, compensationFailed: 2, registrationFailed: 1 }, notices: 1, unrest: [] });
});

test('an undo that comes late, after it was given up, does nothing: the next attempt does it', async () => {
  let late = nothing;
  world.inject('RestoreTenantStatistics', (proceed) => {
    late = proceed;
    return failsWith('BusinessRefusal')(proceed, world.time);
  });
  await live();
  expect(await late().catch((error: unknown) => error)).toMatchObject({ name: 'Fenced' });
  expect(await world.registrationsCounted()).toEqual({ registrations: 1 });
  await retry();
  await world.settle();
  expect(await late().catch((error: unknown) => error)).toMatchObject({ Payload: { status: 'DONE' } });
  expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', registrations: 0, unrest: [] });
});

describe('who may act on it, and when', () => {
  const statuses = ['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING', 'COMPENSATED', 'COMPLETED', 'FENCED', 'CANCELLED'];

  test.each(statuses)('not on a run that is %s: 409, and nothing is written', async (status) => {
    await failFor('RemoveUserProfile');
    world.tables.overwrite('ledger', runKey(runId), { status });
    const before = world.tables.snapshot();
    expect(await retry()).toMatchObject({ status: 409, body: { status: 409 } });
    expect(await skip('RemoveUserProfile')).toMatchObject({ status: 409 });
    expect(world.tables.snapshot()).toEqual(before);
    expect(compensations()).toHaveLength(1);
  });

  test('only an undo that failed can be skipped', async () => {
    await failFor('RemoveUserProfile');
    expect((await Promise.all(['RevokeDefaultRole', 'CreateUserProfile', 'Nothing'].map((step) => skip(step)))).map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(await skip('RemoveUserProfile', { reason: '  ' })).toMatchObject({ status: 400 });
    expect(compensations()).toHaveLength(1);
  });

  test('nobody of another tenant: to him there is no such run', async () => {
    await failFor('RemoveUserProfile');
    await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) }, {
      tenantId: 'elsewhere', name: 'Elsewhere', admin: { email: 'boss@elsewhere.example', password: 'a long enough passphrase', firstName: 'Bo', lastName: 'Boss', language: 'en' } }, new Date());
    const as = await world.administratorSession('elsewhere');
    expect(await retry(as)).toMatchObject({ status: 404 });
    expect(await skip('RemoveUserProfile', { as })).toMatchObject({ status: 404 });
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATION_FAILED' });
  });

  test('nobody without a session', async () => {
    await failFor('RemoveUserProfile');
    expect(await world.call(retryRun, { params: { runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 401 });
    expect(await world.call(skipUndo, { params: { runId, step: 'RemoveUserProfile' }, body: { reason: 'whatever' } })).toMatchObject({ status: 401 });
  });

  test('whoever reads the run sees what failed and what may be done', async () => {
    await failFor('RemoveUserProfile');
    const { body } = await world.call(getRun, { token, params: { runId } });
    expect(body).toMatchObject({ status: 'COMPENSATION_FAILED', allowedActions: ['retry', 'skip'] });
    expect(body['steps']).toContainEqual(expect.objectContaining({ step: 'CreateUserProfile', compensation: expect.objectContaining({ step: 'RemoveUserProfile', status: 'FAILED', error: { name: 'BusinessRefusal' } }) as unknown }));
  });

  test.each([
    ['two retries', () => [retry(), retry()]], ['a retry and a skip', () => [retry(), skip('RemoveUserProfile')]], ['two skips', () => [skip('RemoveUserProfile'), skip('RemoveUserProfile')]],
  ] as const)('%s at once: one of them is heard, and there is one more attempt', async (_, calls) => {
    await failFor('RemoveUserProfile');
    const answers = await Promise.all(calls());
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['202', '409']);
    await world.settle();
    expect(compensations()).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED', compensation: 2 });
    expect(world.eventsOf('workflow.compensated')).toHaveLength(1);
  });

  test('a retry while the machine’s answers are still being lost does not start the old attempt again', async () => {
    world.inject('BeginCompensation', afterItsEffect('Lambda.Unknown'), 3);
    await failFor('RemoveUserProfile');
    await retry();
    await world.settle();
    expect(compensations()).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', queues: ['user_registration_dlq'], unrest: [] });
  });
});
