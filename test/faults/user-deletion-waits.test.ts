import { runKey } from '../../lambdas/adapters/run-ledger.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { assignRole, createRole } from '../../lambdas/api/roles/routes.ts';
import { getRun } from '../../lambdas/api/workflows/routes.ts';
import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { failsWith } from '../support/injections.ts';
import { unrestIn } from '../support/picture.ts';
import type { World } from '../support/world.ts';

/** What is being undone about a person is undone to its end before she is erased: as long as it moves the deletion waits, and no longer. */
const A_MINUTE_MS = 60_000;
/** The time without progress that the declaration allows. */
const STANDSTILL_MIN = 30;

let world: World;
let subject: Subject;
let undone: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(2));
  world.inject('CheckDependentPermissions', failsWith('BusinessRefusal'), 'always');
  const token = await world.administratorSession();
  const { body: { roleId } } = await world.call(createRole, { token, body: { name: 'Reader', permissions: ['workflows:read'] } });
  // Whoever is to start the compensation dies before: nobody but the reconciler, who has yet to come, will.
  world.machines.startsToLose = 1_000;
  await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } });
  await world.settle();
  world.machines.startsToLose = 0;
  world.faults.repair();
  const run = await world.runOf('role_assignment', subject);
  expect(run.status).toBe('COMPENSATING');
  undone = run.runId;
});
afterEach(() => world.end());

/** What happens to the compensation while the deletion waits, by the minute in which the fence looks. */
function meanwhile(act: (minute: number) => Promise<unknown> | undefined): void {
  const begun = Date.now();
  world.inject('FenceRunningProcesses', async (proceed) => {
    await act(Math.round((Date.now() - begun) / A_MINUTE_MS));
    return proceed();
  }, 'always');
}
/** The reconciler is late with it, and would otherwise give it up. */
const goesOnFor = (minutes: number): void => world.tables.overwrite('ledger', runKey(undone), { deadlineAt: new Date(Date.now() + minutes * A_MINUTE_MS).toISOString() });

/** As AWS counts them, were every state a task. */
const events = (): readonly number[] => world.machines.executions.filter(({ type }) => type === 'user_deletion').map(({ path, retried }) => 2 + 5 * path.length + 3 * retried.length);

test('a compensation of a quarter of an hour: the deletion waits for it, and nobody has to act', async () => {
  goesOnFor(60);
  let looked = 0;
  meanwhile((minute) => {
    looked = minute;
    return minute === 15 ? world.reconcileNow() : undefined;
  });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(looked).toBeGreaterThanOrEqual(15);
  expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'COMPENSATED' });
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  const run = await world.runOf('user_deletion', subject);
  expect(run.steps.find(({ step }) => step === 'FenceRunningProcesses')).toMatchObject({ status: 'DONE', attempts: 1 });
  expect(run.steps.find(({ step }) => step === 'FenceRunningProcesses')).not.toHaveProperty('waitsFor');
  expect(events().length).toBeGreaterThan(1);
  expect(Math.max(...events())).toBeLessThan(300);
  expect(await unrestIn(world)).toEqual([]);
});

test('one that takes longer than a standstill may, and moves: the deletion waits on', async () => {
  goesOnFor(180);
  meanwhile((minute) => {
    if (minute === 75) return world.reconcileNow();
    if (minute > 0 && minute % 20 === 0) world.tables.overwrite('ledger', runKey(undone), { version: 100 + minute });
    return undefined;
  });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(Math.max(...events())).toBeLessThan(300);
});

test('one that never ends: the deletion stops, says for what it waited and who must act, and is completed once somebody has acted', async () => {
  goesOnFor(600);
  let last = 0;
  meanwhile((minute) => {
    last = minute;
    return undefined;
  });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(last).toBeLessThanOrEqual(STANDSTILL_MIN);
  expect(last).toBeGreaterThanOrEqual(STANDSTILL_MIN - 3);
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED', completed: 0, lastMails: 0 });
  const { runId } = await world.runOf('user_deletion', subject);
  const token = await world.administratorSession();
  const { body } = await world.call(getRun, { token, params: { runId } });
  expect(body).toMatchObject({ allowedActions: ['retry'], cause: expect.stringContaining('what it waits for has stopped moving') as string, next: expect.stringContaining('An operator first brings to an end') as string });
  expect(JSON.stringify(body['steps'])).toContain(undone);
  expect((await world.call(getRun, { token, params: { runId }, language: 'zh-CN' })).body['next']).toContain('运维人员');

  await world.reconcile();
  expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'COMPENSATED' });
  expect(await tryAgain(world, runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test('whoever takes it up again too early waits as long once more', async () => {
  goesOnFor(600);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  const { runId } = await world.runOf('user_deletion', subject);
  const again = Date.now();
  expect(await tryAgain(world, runId)).toBe(202);
  await world.settle();
  expect(Date.now() - again).toBeGreaterThan((STANDSTILL_MIN - 3) * A_MINUTE_MS);
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED' });
});
