import { jest } from '@jest/globals';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import { replaceStep } from '../support/local-aws-faults.ts';
import { adminToken, call, deployedPlatform, eventually, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(240_000);

const REGISTRATIONS = 200;
const AT_ONCE = 20;

let platform: DeployedPlatform;
beforeAll(async () => {
  platform = await deployedPlatform('burst');
}, 180_000);
afterAll(() => platform?.stop());

/** Every call that the clients make: every twentieth is made twice, with the same key, as a network that retries does. */
const calls = Array.from({ length: REGISTRATIONS }, (_, position) => ({ email: `burst.${position}@example.org`, key: `burst-${position}` }))
  .flatMap((each, position) => (position % 20 === 0 ? [each, each] : [each]));

async function registered({ email, key }: { email: string; key: string }): Promise<{ status: number; userId: string }> {
  const { status, body } = await call<{ userId: string }>(platform, 'POST', '/auth/register', {
    body: { tenantId: 'demo', email, password: 'a quiet morning by the lake', firstName: 'Mei', lastName: 'Tester' }, headers: { 'idempotency-key': key } });
  return { status, userId: body.userId };
}

async function inWaves<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) answers.push(...await Promise.all(all.slice(from, from + AT_ONCE).map(work)));
  return answers;
}

async function allRuns(token: string): Promise<RunView[]> {
  const runs: RunView[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await call<{ items: RunView[]; cursor?: string }>(platform, 'GET', `/workflows/runs?type=user_registration${cursor ? `&cursor=${cursor}` : ''}`, { token });
    runs.push(...body.items);
    ({ cursor } = body);
  } while (cursor);
  return runs;
}

test('two hundred registrations, some sent twice, one step failing once in ten: none is lost, none is doubled, the numbers add up', async () => {
  const fault = await replaceStep(platform, 'user_registration', 'CreateUserProfile', { throwEvery: 10 });
  const answers = await inWaves(calls, registered);
  expect(answers.map(({ status }) => status)).toEqual(calls.map(() => 202));
  const people = new Set(answers.map(({ userId }) => userId));
  expect(people.size).toBe(REGISTRATIONS);

  const token = await adminToken(platform);
  const runs = await eventually('every run to have ended', async () => {
    const all = await allRuns(token);
    return all.length >= REGISTRATIONS && all.every(({ status }) => status !== 'RUNNING' && status !== 'COMPENSATING') ? all : undefined;
  }, 180_000);
  await fault.restore();

  expect(await fault.calls()).toBeGreaterThan(REGISTRATIONS);
  expect(runs.map(({ subject }) => subject).toSorted()).toEqual([...people].toSorted());
  expect(runs.filter(({ status }) => status !== 'COMPLETED')).toEqual([]);
  expect(await readTenantStatistics(platform.store, 'demo')).toEqual({ registrations: REGISTRATIONS });
  const mails = (await platform.mailbox.messages()).filter(({ to }) => to.some((address) => address.startsWith('burst.')));
  expect(mails).toHaveLength(2 * REGISTRATIONS);
});
