import { readAdministrators } from '../../lambdas/adapters/identity.ts';
import { statisticsDiffer } from '../../lambdas/adapters/run-recount.ts';
import { getStatistics, recordProbe } from '../../lambdas/api/statistics/routes.ts';
import { permissions, systemRoles } from '../../lambdas/domain/role.ts';
import { runStatuses } from '../../lambdas/domain/run.ts';
import { tallyOf } from '../../lambdas/domain/tally.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import { begun, moved, type CountedRun } from '../support/counted-runs.ts';
import { TENANT, World, type HttpAnswer } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

const HOUR = 3_600_000;
const run = (n: number, about: Partial<CountedRun> = {}): CountedRun =>
  ({ runId: `user_registration-counted-${n}`, type: 'user_registration', tenantId: TENANT, startedAt: new Date().toISOString(), status: 'RUNNING', ...about });
const asked = async (query: Record<string, string> = {}): Promise<HttpAnswer> => world.call(getStatistics, { token: await world.administratorSession(), query });

async function administersPlatform(): Promise<void> {
  const [admin] = await readAdministrators(world.store, TENANT);
  if (!admin) throw new Error('the tenant has no administrator');
  world.hold(admin, permissions);
}

const nothing = {
  totalWorkflows: 0, runningWorkflows: 0, completedWorkflows: 0, completedWithWarnings: 0, compensatedWorkflows: 0, failedWorkflows: 0,
  averageExecutionTime: null, p50: null, p95: null, p99: null, byStatus: Object.fromEntries(runStatuses.map((status) => [status, 0])),
};
const noTask = { started: 0, succeeded: 0, failed: 0, retried: 0, successRate: null, averageDuration: null };
const noTaskOf = (type: string) => Object.fromEntries(stepsOf(workflowOf(type)).map(({ step }) => [step, noTask]));

test('a tenant in which nothing ever ran has zeros and nulls, for every declared process and every step', async () => {
  const { status, body } = await asked();
  expect([status, body]).toEqual([200, {
    window: 'all', ...nothing, taskSuccessRates: Object.assign({}, ...workflows.map(({ type }) => noTaskOf(type))) as unknown,
    byType: Object.fromEntries(workflows.map(({ type }) => [type, { ...nothing, taskSuccessRates: noTaskOf(type) }])), revocation: null,
  }]);
});

const welcomed = (status: 'DONE' | 'PARKED', attempts: number) => ({
  step: 'SendWelcomeEmail', status, attempts, startedAt: '2026-03-02T08:00:00.000Z', finishedAt: '2026-03-02T08:00:00.400Z' });

test('runs are counted by where they are, how long they took and how their steps fared, in all and per process', async () => {
  await moved(world.store, await begun(world.store, run(1)), 'COMPLETED', { completedIn: 1_000, tally: tallyOf([welcomed('DONE', 1)]) });
  await moved(world.store, await begun(world.store, run(2)), 'COMPLETED_WITH_WARNINGS', { completedIn: 3_000, tally: tallyOf([welcomed('PARKED', 4)]) });
  await begun(world.store, run(3, { status: 'WAITING' }));
  await moved(world.store, await begun(world.store, run(4, { type: 'account_activation' })), 'PARKED');
  const { body } = await asked();
  expect(body).toMatchObject({
    totalWorkflows: 4, runningWorkflows: 1, completedWorkflows: 1, completedWithWarnings: 1, compensatedWorkflows: 0, failedWorkflows: 1, averageExecutionTime: 2_000,
    taskSuccessRates: { SendWelcomeEmail: { started: 2, succeeded: 1, failed: 1, retried: 3, successRate: 0.5, averageDuration: 400 } },
    byType: {
      user_registration: { totalWorkflows: 3, failedWorkflows: 0, byStatus: { WAITING: 1, COMPLETED: 1 } },
      account_activation: { totalWorkflows: 1, failedWorkflows: 1, p50: null, byStatus: { PARKED: 1 } },
    },
  });
  expect(Math.abs(Number(body['p50']) - 1_000)).toBeLessThanOrEqual(50);
  expect(Math.abs(Number(body['p99']) - 3_000)).toBeLessThanOrEqual(150);
  expect(await statisticsDiffer(world.store, TENANT)).toEqual([]);
});

test('one process can be asked for alone', async () => {
  await begun(world.store, run(1));
  await begun(world.store, run(2, { type: 'account_activation' }));
  const { body } = await asked({ type: 'account_activation' });
  expect(body).toMatchObject({ totalWorkflows: 1, taskSuccessRates: noTaskOf('account_activation') });
  expect(Object.keys(body['byType'] as object)).toEqual(['account_activation']);
});

test('a window counts the runs that started within it', async () => {
  for (const [n, hours] of [0.5, 20, 100, 1_000].entries()) await begun(world.store, run(n, { startedAt: new Date(Date.now() - hours * HOUR).toISOString(), status: 'COMPLETED' }));
  const totals = await Promise.all(['1h', '24h', '7d', 'all'].map(async (window) => (await asked({ window })).body));
  expect(totals.map((body) => [body['window'], body['totalWorkflows']])).toEqual([['1h', 1], ['24h', 2], ['7d', 3], ['all', 4]]);
});

test('what nobody declared is refused, and says where', async () => {
  expect(await asked({ type: 'user_registrations' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/type' }] } });
  expect(await asked({ window: '2h' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/window' }] } });
  expect(await asked({ shard: '3' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/shard' }] } });
});

test('a tenant sees its own runs and nobody else’s', async () => {
  await begun(world.store, run(1, { tenantId: 'other' }));
  expect((await asked()).body).toMatchObject({ totalWorkflows: 0 });
  expect(await asked({ tenant: 'other' })).toMatchObject({ status: 403 });
  expect(await asked({ tenant: TENANT })).toMatchObject({ status: 403 });
});

test('whoever administers the platform may ask for any tenant', async () => {
  await administersPlatform();
  await begun(world.store, run(1, { tenantId: 'other' }));
  expect((await asked({ tenant: 'other' })).body).toMatchObject({ totalWorkflows: 1 });
  expect((await asked()).body).toMatchObject({ totalWorkflows: 0 });
});

test('whoever may not see workflows is refused, and whoever has not logged in is told nothing', async () => {
  const [admin] = await readAdministrators(world.store, TENANT);
  const token = await world.administratorSession();
  if (admin) world.hold(admin, systemRoles.member.permissions);
  expect(await world.call(getStatistics, { token })).toMatchObject({ status: 403 });
  expect(await world.call(getStatistics)).toMatchObject({ status: 401 });
});

const keep = async (): Promise<number> => (await world.call(recordProbe, { token: await world.administratorSession(), body: { denials: [12, 40, 15], allowedAfterwards: 0 } })).status;

test('how long a revoked right lives stands in the statistics once somebody has probed it, and only a platform administrator keeps a probe', async () => {
  expect((await asked()).body['revocation']).toBeNull();
  expect(await keep()).toBe(403);
  await administersPlatform();
  expect(await keep()).toBe(201);
  expect((await asked()).body['revocation']).toMatchObject({ revocations: 3, p50: 15, p99: 40, allowedAfterwards: 0 });
});
