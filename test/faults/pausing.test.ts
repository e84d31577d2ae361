import { World } from '../support/world.ts';
import { userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { changeConfig, getConfig } from '../../lambdas/api/configuration/routes.ts';
import { getRun, stopRun } from '../../lambdas/api/workflows/routes.ts';
import { failsWith } from '../support/injections.ts';
import { activatedOnce, activationOf, audited, liveThrough, mailsTo, registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';

/** What is changed while a process runs holds for the runs to come, and a process that is paused loses nothing. */
let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
});
afterEach(() => world.end());

const TYPE = 'user_registration';
const person = (n: number) => ({ email: `person${n}@example.com`, password: 'a long enough passphrase', firstName: `First${n}`, lastName: `Last${n}` });
const several = (many: number): Promise<readonly Subject[]> => Promise.all(Array.from({ length: many }, (_, n) => world.register(person(n))));
const version = async (type = TYPE): Promise<number> => Number((await world.call(getConfig, { token, params: { type } })).body['version']);
const set = async (values: Record<string, unknown>, type = TYPE): Promise<void> => {
  const { status, body } = await world.call(changeConfig, { token, params: { type }, body: { values, version: await version(type), reason: 'a test of it' } });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  await world.settle();
};
const runOf = (subject: Subject, type = TYPE) => world.runOf(type, subject);

describe('a paused process', () => {
  let subjects: readonly Subject[];
  beforeEach(async () => {
    await set({ enabled: false });
    subjects = await several(5);
    await world.settle();
  });

  test('lets accepted registrations wait, says why, and does nothing of them', async () => {
    for (const subject of subjects) {
      const { runId, status, steps } = await runOf(subject);
      expect([status, steps]).toEqual(['WAITING', []]);
      expect((await world.call(getRun, { token, params: { runId } })).body).toMatchObject({
        cause: 'The process is paused, so the run waits.', next: expect.stringContaining('enables') as string, allowedActions: ['stop'] });
    }
    expect(world.mailbox.sent).toEqual([]);
    await world.reconcile();
    await world.sweep();
    expect((await Promise.all(subjects.map((subject) => runOf(subject)))).map(({ status }) => status)).toEqual(subjects.map(() => 'WAITING'));
    await set({ enabled: true });
  });

  test('runs each exactly once when it is enabled, at once and not at the next pass', async () => {
    await set({ enabled: true });
    expect(await Promise.all(subjects.map((subject) => registrationOf(world, subject)))).toEqual(subjects.map(() => registeredOnce));
    await Promise.all([world.reconcileNow(), world.reconcileNow()]);
    await world.settle();
    expect(world.eventsOf('workflow.started').filter(({ detail }) => detail.data['type'] === TYPE)).toHaveLength(5);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gives each run what holds when it begins, and one version more', async () => {
    await set({ bestEffort: { SendWelcomeEmail: false } });
    await set({ enabled: true });
    const [first] = subjects;
    const { configVersion, attempt, status } = await runOf(first as Subject);
    expect({ configVersion, attempt, status }).toEqual({ configVersion: await version(), attempt: 2, status: 'COMPLETED' });
    expect(world.mails('welcome')).toEqual([]);
  });

  test('whose lost starts are found: a pass that died between deciding and starting is made good by the next', async () => {
    world.machines.startsToLose = 2;
    await set({ enabled: true });
    await world.reconcile();
    await world.reconcile();
    expect((await Promise.all(subjects.map((subject) => runOf(subject)))).map(({ status }) => status)).toEqual(subjects.map(() => 'COMPLETED'));
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gives way to what happened to the account meanwhile', async () => {
    const [gone, stays] = subjects as readonly [Subject, Subject];
    world.tables.overwrite('identity', userKey(gone), { status: 'deleting' });
    await set({ enabled: true });
    expect([(await runOf(gone)).status, (await runOf(stays)).status]).toEqual(['FENCED', 'COMPLETED']);
    world.tables.overwrite('identity', userKey(gone), { status: 'pending_verification' });
  });

  test('has runs that an operator may stop: they end as cancelled, and never begin', async () => {
    const [stopped] = subjects as readonly [Subject];
    const { runId } = await runOf(stopped);
    expect(await world.call(stopRun, { token, params: { runId }, body: { reason: 'was a test account' } })).toMatchObject({ status: 202, body: { status: 'CANCELLED' } });
    await set({ enabled: true });
    expect((await runOf(stopped)).status).toBe('CANCELLED');
    expect(mailsTo(world, stopped, 'verify')).toEqual([]);
    expect((await world.call(stopRun, { token, params: { runId }, body: { reason: 'was a test account' } })).status).toBe(409);
  });
});

test('pausing one process leaves the others going', async () => {
  await set({ enabled: false }, 'account_activation');
  const [subject] = await several(1) as readonly [Subject];
  await liveThrough(world, subject);
  expect([(await runOf(subject)).status, (await runOf(subject, 'account_activation')).status]).toEqual(['COMPLETED', 'WAITING']);
  await set({ enabled: true }, 'account_activation');
  expect(await activationOf(world, subject)).toEqual(activatedOnce);
});

/** The change comes when the run has begun and before the step fails. */
const during = (state: string, values: Record<string, unknown>, error: string | undefined): void => world.inject(state, async (proceed) => {
  const { status } = await world.call(changeConfig, { token, params: { type: TYPE }, body: { values, version: 1, reason: 'a test of it' } });
  if (status !== 200) throw new Error(`the change was answered ${status}`);
  if (error === undefined) return proceed();
  throw Object.assign(new Error(error), { name: error });
});

describe('a change while a run goes on', () => {
  test('compensation switched off: the running one is undone, the next is parked', async () => {
    during('CreateUserProfile', { compensationEnabled: false }, 'BusinessRefusal');
    const running = await world.register(person(1));
    await world.settle();
    expect(await undoneOf(world, running)).toEqual(undoneOnce);
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const next = await world.register(person(2));
    await world.settle();
    expect((await runOf(next)).status).toBe('PARKED');
    expect(await world.user(next)).toMatchObject({ status: 'pending_verification' });
  });

  test('a step switched off: the running one does it, the next leaves it out and is completed without a warning', async () => {
    during('AssignDefaultRole', { bestEffort: { SendWelcomeEmail: false, UpdateTenantStatistics: false } }, undefined);
    const running = await world.register(person(1));
    await world.settle();
    expect(await registrationOf(world, running)).toEqual(registeredOnce);
    const next = await world.register(person(2));
    await world.settle();
    const { status, steps } = await runOf(next);
    expect([status, steps.filter((each) => each.status !== 'DONE').map(({ step, status: how }) => [step, how])])
      .toEqual(['COMPLETED', [['SendWelcomeEmail', 'SKIPPED'], ['UpdateTenantStatistics', 'SKIPPED']]]);
    expect([mailsTo(world, next, 'welcome').length, await world.registrationsCounted()]).toEqual([0, { registrations: 1 }]);
  });

  test('a step that was left out is not undone either', async () => {
    await set({ bestEffort: { UpdateTenantStatistics: false } });
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const subject = await world.register(person(1));
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
  });

  test('the deadline: the running one keeps its own', async () => {
    during('CreateUserProfile', { deadline: 1_000 }, undefined);
    const running = await world.register(person(1));
    await world.settle();
    const next = await world.register(person(2));
    await world.settle();
    expect([(await runOf(running)).config?.deadline, (await runOf(next)).config?.deadline]).toEqual([300_000, 1_000]);
  });

  test('stands in the audit: who, when, before and after', async () => {
    await set({ compensationEnabled: false, deadline: 60_000 });
    const [entry] = audited(world, { tenantId: 'demo', userId: `config-${TYPE}` }, 'config.changed');
    expect(entry).toMatchObject({
      actor: expect.stringMatching(/^usr_/) as string, occurredAt: expect.any(String) as string, reason: 'a test of it',
      before: { compensationEnabled: true, deadline: 300_000 }, after: { compensationEnabled: false, deadline: 60_000 } });
  });
});
