import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { statisticsDiffer } from '../../lambdas/adapters/run-recount.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import type { Statistics } from '../../lambdas/domain/run-statistics.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { executions, leftOfPeople, scan } from '../support/local-aws-contents.ts';
import { killWorkers, reconcile, sweep } from '../support/local-aws-operations.ts';
import { adminToken, call, deployedPlatform, eventually, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(300_000);

const REGISTRATIONS = 100;
const AT_ONCE = 10;

let platform: DeployedPlatform;
beforeAll(async () => {
  platform = await deployedPlatform('recovery', { keepsState: true });
}, 180_000);
afterAll(() => platform?.stop());

/** As a client does whose connection breaks: the same call, with the same key, until there is an answer. */
async function registered(n: number): Promise<string> {
  const body = { tenantId: 'demo', email: `recovery.${n}@example.org`, password: 'a quiet morning by the lake', firstName: 'Mei', lastName: 'Tester' };
  return eventually(`registration ${n} to be accepted`, async () => {
    const answer = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body, headers: { 'idempotency-key': `recovery-${n}` } }).catch(() => undefined);
    return answer?.status === 202 ? answer.body.userId : undefined;
  }, 120_000);
}

/** Several clients, each with one registration after the other. */
async function burst(): Promise<{ readonly accepted: readonly string[]; readonly done: Promise<unknown> }> {
  const accepted: string[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < REGISTRATIONS) accepted.push(await registered(next++));
  };
  return { accepted, done: Promise.all(Array.from({ length: AT_ONCE }, client)) };
}

const ledgerRuns = async () => (await scan(platform, 'ledger')).filter(({ sk, type }) => sk === 'RUN' && type === 'user_registration');
const inFlight = new Set<unknown>(['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING']);

const sorted = (items: readonly Record<string, unknown>[], attribute: string): readonly string[] => items.map((item) => String(item[attribute])).toSorted();

/** Every registration that was accepted has one run, and every run has ended. */
async function atRest(): Promise<true | undefined> {
  const runs = await ledgerRuns();
  return runs.length >= REGISTRATIONS && runs.every(({ status }) => !inFlight.has(status)) ? true : undefined;
}

test('a hundred registrations, workers killed and the whole AWS restarted in the middle of them: every one comes to its end, none twice, and the numbers add up', async () => {
  const { accepted, done } = await burst();
  const halfway = async (): Promise<true | undefined> => (accepted.length >= REGISTRATIONS / 4 ? true : undefined);
  await eventually('a quarter to be accepted', halfway, 60_000);
  expect(killWorkers(platform)).toBeGreaterThan(0);
  await sleep(1_500);
  expect(killWorkers(platform)).toBeGreaterThan(0);
  await platform.restart();
  await done;
  expect(new Set(accepted).size).toBe(REGISTRATIONS);
  expect((await executions(platform, 'user_registration'))['FAILED'] ?? 0).toBeGreaterThan(0);

  await eventually('everything to be at rest', async () => {
    await sweep(platform);
    await reconcile(platform);
    await sleep(2_000);
    return atRest();
  }, 200_000);

  const events = await scan(platform, 'events');
  const of = (type: string) => events.filter((event) => event['type'] === type);
  expect(sorted(of('user.created'), 'aggregateId')).toEqual(accepted.toSorted());
  const runs = await ledgerRuns();
  expect(sorted(runs, 'runId')).toEqual(of('user.created').map(({ eventId }) => runIdOf('user_registration', String(eventId))).toSorted());
  const { COMPLETED: completed = [], COMPENSATED: compensated = [], ...others } = Object.groupBy(runs, ({ status }) => String(status));
  expect(others).toEqual({});
  expect(compensated.length).toBeGreaterThan(0);
  expect(new Set(compensated.map(({ errorClass }) => errorClass))).toEqual(new Set(['ExecutionEnded']));
  expect(sorted(of('user.registration_completed'), 'aggregateId')).toEqual(sorted(completed, 'subject'));
  expect(sorted(of('user.registration_failed'), 'aggregateId')).toEqual(sorted(compensated, 'subject'));
  const living = await leftOfPeople(platform);
  expect(compensated.filter(({ subject }) => living.some((item) => item.includes(String(subject))))).toEqual([]);
  const token = await adminToken(platform);
  const { body } = await call<Statistics>(platform, 'GET', '/workflows/statistics?type=user_registration', { token });
  expect(body).toMatchObject({ totalWorkflows: REGISTRATIONS, runningWorkflows: 0, completedWorkflows: completed.length, compensatedWorkflows: compensated.length });
  expect(await statisticsDiffer(platform.store, 'demo')).toEqual([]);
  expect(await readTenantStatistics(platform.store, 'demo')).toEqual({ registrations: completed.length });
});
