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
  const registration = (await listed()).find(({ type }) => type === 'user_registration');
  expect(registration?.steps).toContainEqual(expect.objectContaining({ step: 'AssignDefaultRole', criticality: 'required', compensation: 'RevokeDefaultRole' }));
  expect(registration?.steps).toContainEqual(expect.objectContaining({ step: 'RecordRegistrationAudit', compensation: null, nothingToUndo: 'the audit keeps what happened' }));
});

test('the diagram shows every step, its undo and both ends', async () => {
  const registration = (await listed()).find(({ type }) => type === 'user_registration');
  for (const name of ['user.created', ...(registration?.steps ?? []).flatMap(({ step, compensation }) => [step, compensation ?? step]), 'ReleaseEmailAddress', 'user.registration_completed'])
    expect(registration?.diagram).toContain(name);
});

test('whoever has not logged in is told nothing', async () => {
  expect(await world.call(listProcesses)).toMatchObject({ status: 401 });
});
