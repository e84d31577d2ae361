import { World } from '../../support/world.ts';
import type { Subject } from '../../../lambdas/adapters/identity.ts';
import { stepKey, undoKey } from '../../../lambdas/adapters/run-ledger.ts';
import { stepPlace, workStarted } from '../../../lambdas/adapters/work-records.ts';
import type { Item } from '../../../lambdas/adapters/store.ts';
import { compensates, compensationOf, stepsOf } from '../../../lambdas/kit/workflow.ts';
import { workflows } from '../../../lambdas/workflows/index.ts';
import { compensationStates, forwardStates } from '../../../lib/machine-states.ts';

/** Every undo by itself, on the real function: it takes back what its step did, and nothing else. */
const pairs = workflows.filter(compensates).flatMap((workflow) => stepsOf(workflow).flatMap(({ step, compensation }) => ('step' in compensation ? [{ workflow, step, undo: compensation.step }] : [])));
/** Of a registration; what follows a failed assignment stands in `role-processes.test.ts`. */
const followers = workflows.filter(({ type }) => type === 'user_registration').filter(compensates).flatMap((workflow) => workflow.afterCompensation.map(({ step }) => ({ workflow, undo: step })));

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  world.bus.onEvent = () => undefined;
});
afterEach(() => world.end());

type Workflow = (typeof workflows)[number];
const runOf = ({ type }: Workflow, attempt = 1) => ({
  runId: `${type}-1`, type, attempt, tenantId: subject.tenantId, subject: subject.userId, eventId: 'e-1', correlationId: 'c-1', depth: 0, versionBase: 100, data: { userId: subject.userId } });
const perform = (workflow: Workflow, step: string): Promise<unknown> => {
  const found = forwardStates(workflow).find(({ state }) => state === step);
  if (!found) throw new Error(`no step ${step}`);
  return world.host.invoke(found, { run: runOf(workflow) });
};
const takeBack = (workflow: Workflow, undo: string, attempt = 1): Promise<unknown> => {
  const found = compensationStates(workflow).find(({ state }) => state === undo);
  if (!found) throw new Error(`no undo ${undo}`);
  return world.host.invoke(found, { run: runOf(workflow), compensation: { attempt } });
};

/** The living stores, but for what only counts writes, and for sums that are back at nothing. */
const living = (): readonly Item[] => (['identity', 'keys'] as const).flatMap((table) => world.tables.items(table))
  .filter((item) => item['registrations'] !== 0).map((item) => ('permissionEpoch' in item ? { ...item, permissionEpoch: 0 } : item));

describe.each(pairs)('$undo', ({ workflow, step, undo }) => {
  test('after its step leaves the world as it was', async () => {
    const before = living();
    await perform(workflow, step);
    expect(living()).not.toEqual(before);
    expect(await takeBack(workflow, undo)).toEqual({ step: undo, status: 'DONE' });
    expect(living()).toEqual(before);
  });

  test('twice, also at once and in a later attempt, is once', async () => {
    const before = living();
    await perform(workflow, step);
    await Promise.all([takeBack(workflow, undo), takeBack(workflow, undo)]);
    const after = world.tables.snapshot();
    expect(await takeBack(workflow, undo, 2)).toEqual({ step: undo, status: 'DONE' });
    expect(world.tables.snapshot()).toEqual(after);
    expect(living()).toEqual(before);
  });

  test('of a step that never began writes nothing at all', async () => {
    const before = world.tables.snapshot();
    expect(await takeBack(workflow, undo)).toEqual({ step: undo, status: 'SKIPPED' });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('of a step that began and did nothing harms nobody', async () => {
    const before = living();
    await world.store.update(workStarted(stepPlace(runOf(workflow), step), step, new Date()));
    expect(await takeBack(workflow, undo)).toEqual({ step: undo, status: 'DONE' });
    expect(living()).toEqual(before);
  });

  test('that an operator answered for is not done, and says so', async () => {
    await perform(workflow, step);
    world.tables.overwrite('ledger', undoKey(runOf(workflow).runId, undo), { step: undo, status: 'SKIPPED', attempt: 1 });
    const after = living();
    expect(await takeBack(workflow, undo, 2)).toEqual({ step: undo, status: 'SKIPPED' });
    expect(living()).toEqual(after);
  });

  test('that failed in this attempt is left to the next', async () => {
    await perform(workflow, step);
    world.tables.overwrite('ledger', undoKey(runOf(workflow).runId, undo), { step: undo, status: 'FAILED', attempt: 1 });
    await expect(takeBack(workflow, undo)).rejects.toMatchObject({ name: 'Fenced' });
    expect(await takeBack(workflow, undo, 2)).toEqual({ step: undo, status: 'DONE' });
    await expect(takeBack(workflow, undo, 1)).resolves.toEqual({ step: undo, status: 'DONE' });
  });
});

/** A sum has no owner, and a profile none among runs: a person registers once. */
const owned = pairs.filter(({ undo }) => undo !== 'RestoreTenantStatistics' && undo !== 'RemoveUserProfile');

test.each(owned)('$undo leaves alone what another run did', async ({ workflow, step, undo }) => {
  await perform(workflow, step);
  const { runId, ...run } = runOf(workflow);
  const other = { ...run, runId: `${runId}-other` };
  world.tables.overwrite('ledger', stepKey(other.runId, step), { step, status: 'STARTED', attempt: 1, attempts: 1 });
  const found = compensationStates(workflow).find(({ state }) => state === undo);
  const before = living();
  if (found) await world.host.invoke(found, { run: other, compensation: { attempt: 1 } });
  expect(living()).toEqual(before);
});

test.each(followers)('$undo twice is once', async ({ workflow, undo }) => {
  for (const { undo: before } of followers.slice(0, followers.findIndex((each) => each.undo === undo))) await takeBack(workflow, before);
  await Promise.all([takeBack(workflow, undo), takeBack(workflow, undo)]);
  const after = world.tables.snapshot();
  expect(await takeBack(workflow, undo, 2)).toEqual({ step: undo, status: 'DONE' });
  expect(world.tables.snapshot()).toEqual(after);
  expect(world.mails('not completed')).toHaveLength(1);
});

test('the address is not released before the person was told', async () => {
  const [{ workflow } = { workflow: undefined }] = followers;
  if (!workflow) throw new Error('nothing follows the undos');
  await expect(takeBack(workflow, 'ReleaseEmailAddress')).rejects.toMatchObject({ name: 'BusinessRefusal' });
  await takeBack(workflow, 'NotifyRegistrationFailed');
  expect(await takeBack(workflow, 'ReleaseEmailAddress', 2)).toMatchObject({ status: 'DONE' });
});

test('an account that is active meanwhile is never released', async () => {
  const [{ workflow } = { workflow: undefined }] = followers;
  if (!workflow) throw new Error('nothing follows the undos');
  await takeBack(workflow, 'NotifyRegistrationFailed');
  for (const sk of ['USER', 'AUTHORIZATION']) world.tables.overwrite('identity', { pk: `TENANT#demo#USER#${subject.userId}`, sk }, { status: 'active' });
  const before = living();
  const released = takeBack(workflow, 'ReleaseEmailAddress').catch((error: unknown) => error);
  await world.settle();
  expect(await released).toMatchObject({ name: 'TransientFailure' });
  expect(living()).toEqual(before);
});

test('whoever declares an undo gives it a place in the compensation, the last step’s first', () => {
  for (const { workflow } of pairs) {
    const order = compensationOf(workflow).map(({ step }) => step);
    expect(order.slice(0, -workflow.afterCompensation.length)).toEqual(pairs.filter((each) => each.workflow === workflow).map(({ undo }) => undo).toReversed());
  }
});
