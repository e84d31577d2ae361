import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { listProcesses } from '../../lambdas/api/workflows/routes.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

interface Process {
  readonly type: string; readonly trigger: string; readonly steps: readonly { step: string; criticality: string; compensation: string | null }[];
  readonly diagram: string; readonly stateMachineArn: string; readonly compensationArn: string | null; readonly deadLetterQueueUrl: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const listed = async (): Promise<readonly Process[]> =>
  (await world.call(listProcesses, { token: await world.administratorSession() })).body['items'] as readonly Process[];

const registration = async () => (await listed()).find(({ type }) => type === 'user_registration');

test('every declared process is listed, with where it runs', async () => {
  const processes = await listed();
  expect(processes.map(({ type }) => type)).toEqual(workflows.map(({ type }) => type));
  expect(processes.find(({ type }) => type === 'user_registration')).toMatchObject({
    trigger: 'user.created', stateMachineArn: expect.stringMatching(/:user_registration$/), compensationArn: expect.stringMatching(/:user_registration-compensation$/),
    deadLetterQueueUrl: 'https://queue.example/user_registration_dlq', config: { timeout: 300_000, retryAttempts: 3, retryDelay: 5_000, parallelTasks: true },
  });
  expect(processes.find(({ type }) => type === 'account_activation')).toMatchObject({ compensationArn: null });
});

test('steps say how much they matter and what undoes them', async () => {
  const found = await registration();
  expect(found?.steps).toContainEqual(expect.objectContaining({ step: 'AssignDefaultRole', criticality: 'required', compensation: 'RevokeDefaultRole' }));
  expect(found?.steps).toContainEqual(expect.objectContaining({ step: 'RecordRegistrationAudit', compensation: null, nothingToUndo: 'the audit keeps what happened' }));
});

test('a process that the tenant has paused says so, and since when', async () => {
  expect(await registration()).toMatchObject({ enabled: true, configVersion: 1, configChangedAt: null });
  const { status } = await world.call(changeConfig, { token: await world.administratorSession(), params: { type: 'user_registration' }, body: { version: 1, values: { enabled: false } } });
  expect([status, await registration()]).toEqual([200, expect.objectContaining({ enabled: false, configVersion: 2, configChangedAt: new Date().toISOString() })]);
  await world.settle();
});

test('the diagram shows every step, its undo and both ends', async () => {
  const found = await registration();
  for (const name of ['user.created', ...(found?.steps ?? []).flatMap(({ step, compensation }) => [step, compensation ?? step]), 'ReleaseEmailAddress', 'user.registration_completed'])
    expect(found?.diagram).toContain(name);
});

test('whoever has not logged in is told nothing', async () => {
  expect(await world.call(listProcesses)).toMatchObject({ status: 401 });
});
