import { runOpened } from '../../lambdas/adapters/run-transitions.ts';
import type { RunRecord } from '../../lambdas/adapters/run-ledger.ts';
import { overview } from '../../lambdas/api/overview/routes.ts';
import type { OverviewView } from '../../lambdas/api/overview/routes.ts';
import { listDeadLetters, listRuns } from '../../lambdas/api/workflows/routes.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { touched } from '../support/function-host.ts';
import { askAsAdministrator, lookAt } from '../support/deletions.ts';
import { failsWith } from '../support/injections.ts';
import { liveThrough } from '../support/picture.ts';
import { TENANT, World } from '../support/world.ts';

/** One look tells what is wrong, how much of it, why, and where to go on. */
let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
});
afterEach(() => world.end());

const look = async (query: Record<string, string> = {}, language = 'en'): Promise<OverviewView> => {
  const { status, body } = await world.call(overview, { token: await world.administratorSession(), query, language });
  expect(status).toBe(200);
  return body as unknown as OverviewView;
};
const needsOn = async (today: number) => (await look({ today: new Date(today).toISOString() })).needsPerson;
const lineOf = ({ processes }: OverviewView, type: string) => {
  const line = processes.find((each) => each.type === type);
  if (!line) throw new Error(`no line for ${type}`);
  return line;
};
const none = { count: 0, more: false };

test('a tenant in which nothing ever happened has a line for every process, zeros and nulls', async () => {
  const seen = await look();
  expect(seen.needsPerson).toEqual({ parkedRuns: none, parkedSteps: none, compensationFailed: none, deadLetters: none, deletionsDueSoon: none, deletionsOverdue: none });
  expect(seen.processes.map(({ type }) => type)).toEqual(workflows.map(({ type }) => type));
  expect(lineOf(seen, 'user_registration')).toMatchObject({ inFlight: 0, retrying: none, needsPerson: 0, started: 0, p95: null, enabled: true });
  expect([seen.causes, seen.oldest, seen.reconciler]).toEqual([[], null, null]);
  expect(seen.conservation).toEqual({ accepted: 0, ended: 0, inFlight: 0, gap: 0 });
});

test('the course over time has a point for every hour, and the hour in which something began says how it went', async () => {
  await liveThrough(world, await world.register());
  const day = await look();
  expect(day.slots).toHaveLength(25);
  expect(day.slots.at(-1)).toBe(`${new Date().toISOString().slice(0, 13)}:00:00.000Z`);
  const before = Array.from({ length: 24 }, () => 0);
  expect(day.series).toMatchObject({ started: [...before, 2], completed: [...before, 2], failed: [...before, 0], inFlight: [...before, 0], p95: [...before.map(() => null), expect.any(Number)] });
  expect(lineOf(day, 'user_registration').series.started).toEqual([...before, 1]);
  expect(lineOf(day, 'user_registration').tasks['SendWelcomeEmail']).toMatchObject({ started: 1, succeeded: 1, successRate: 1 });
  expect((await look({ window: '1h' })).slots).toHaveLength(13);
  expect((await look({ window: '7d' })).slots).toHaveLength(169);
  expect(day.conservation).toEqual({ accepted: 2, ended: 2, inFlight: 0, gap: 0 });
});

test('what lies and waits is counted by its cause, and the filter of the cause leads to it', async () => {
  for (const email of ['one@example.com', 'two@example.com']) {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, await world.register({ email, password: 'a long enough passphrase', firstName: 'O', lastName: 'T' }));
  }
  await world.time.pass(1_000);
  world.inject('NotifyAdmins', failsWith('BusinessRefusal'));
  const third = await world.register({ email: 'three@example.com', password: 'a long enough passphrase', firstName: 'Th', lastName: 'Ree' });
  await liveThrough(world, third);
  const seen = await look();
  expect(seen.needsPerson).toMatchObject({ parkedSteps: { count: 3, more: false }, deadLetters: { count: 3, more: false }, parkedRuns: none });
  expect(seen.causes.map(({ count, filter }) => [count, filter])).toEqual([
    [2, { kind: 'parked_step', type: 'user_registration', step: 'SendWelcomeEmail', errorClass: 'BusinessRefusal' }],
    [1, { kind: 'parked_step', type: 'account_activation', step: 'NotifyAdmins', errorClass: 'BusinessRefusal' }]]);
  expect(seen.causes[0]?.text).toContain('SendWelcomeEmail: BusinessRefusal');
  expect((await look({}, 'zh-CN')).causes[0]?.text).toMatch(/[一-鿿].*SendWelcomeEmail/);
  const [top] = seen.causes;
  const { kind, ...ofRuns } = top?.filter ?? { kind: 'failed_run' };
  expect((await world.call(listDeadLetters, { token, query: { kind, ...ofRuns } })).body['items']).toHaveLength(2);
  expect((await world.call(listRuns, { token, query: { view: 'needs_a_person', ...ofRuns } })).body['items']).toHaveLength(2);
  expect(seen.oldest).toMatchObject({ kind: 'parked_step', type: 'user_registration', since: top?.since });
});

test('a step that is tried again shows at its process, until it has come through', async () => {
  const subject = await world.register();
  world.mailbox.failNext(['certainly not sent'], ({ mail }) => mail.subject.includes('Welcome'));
  const seen: OverviewView[] = [];
  let calls = 0;
  world.inject('SendWelcomeEmail', async (proceed) => {
    calls += 1;
    if (calls === 2) seen.push(await look());
    return proceed();
  }, 2);
  await liveThrough(world, subject);
  expect(seen.map((each) => lineOf(each, 'user_registration'))).toEqual([expect.objectContaining({ inFlight: 1, retrying: { count: 1, more: false } })]);
  expect(lineOf(await look(), 'user_registration')).toMatchObject({ inFlight: 0, retrying: none, completed: 1 });
});

test('deletions that are due within a week are counted, and those that are late apart', async () => {
  const subject = await world.register();
  await liveThrough(world, subject);
  await askAsAdministrator(world, subject, { gracePeriodSeconds: 14 * 86_400 });
  expect((await look()).needsPerson).toMatchObject({ deletionsDueSoon: none, deletionsOverdue: none });
  await world.time.pass(26 * 86_400_000);
  expect((await look()).needsPerson).toMatchObject({ deletionsDueSoon: { count: 1, more: false }, deletionsOverdue: none });
  await world.time.pass(10 * 86_400_000);
  expect((await look()).needsPerson).toMatchObject({ deletionsDueSoon: none, deletionsOverdue: { count: 1, more: false } });
});

test('a deletion whose hour has passed is due today and not late before the reader’s day is over', async () => {
  const subject = await world.register();
  await liveThrough(world, subject);
  const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 14 * 86_400 });
  const due = Date.parse(String((await lookAt(world, requestId)).body['dueAt']));
  const [anHour, aDay] = [3_600_000, 86_400_000];
  await world.time.pass(due + anHour - Date.now());
  expect(await needsOn(due - anHour)).toMatchObject({ deletionsDueSoon: { count: 1, more: false }, deletionsOverdue: none });
  expect(await needsOn(due + anHour / 2)).toMatchObject({ deletionsDueSoon: none, deletionsOverdue: { count: 1, more: false } });
  expect(await needsOn(due - 7 * aDay - anHour)).toMatchObject({ deletionsDueSoon: { count: 1, more: false }, deletionsOverdue: none });
  expect(await needsOn(due - 8 * aDay - anHour)).toMatchObject({ deletionsDueSoon: none, deletionsOverdue: none });
});

test('the reconciler’s last pass is told, and its silence', async () => {
  await world.reconcile();
  expect((await look()).reconciler).toMatchObject({ lastPassAt: expect.any(String), looked: 0, repaired: 0, silent: false });
  await world.time.pass(4 * 60_000);
  expect((await look()).reconciler).toMatchObject({ silent: true });
});

test('however much there is, one look costs no more requests', async () => {
  const empty = await requestsOf(() => look());
  for (let nth = 0; nth < 300; nth += 1) await world.store.transact(runOpened(waiting(nth)));
  const full = await requestsOf(() => look());
  // A hundred of those in flight are looked at, in as many reads as there are hundreds of their steps.
  expect(full - empty).toBeLessThanOrEqual(12);
  expect(full).toBeLessThanOrEqual(70);
  expect(lineOf(await look(), 'user_registration')).toMatchObject({ inFlight: 300, retrying: { count: 0, more: true } });
});

test('nobody sees another tenant’s numbers', async () => {
  await liveThrough(world, await world.register());
  expect((await world.call(overview, { token, query: { tenant: 'other' } })).status).toBe(403);
});

test('the endpoint was allowed exactly what it needed', async () => {
  await look();
  const { declared = new Set(), used = new Set() } = touched.get(routeEntry(overview)) ?? {};
  expect([...declared].filter((grant) => !used.has(grant))).toEqual([]);
});

async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = world.tables.requests;
  await work();
  return world.tables.requests - before;
}

const waiting = (nth: number): RunRecord => ({
  runId: `user_registration-waiting-${nth}`, type: 'user_registration', status: 'RUNNING', tenantId: TENANT, subject: `usr_${nth}`, eventId: `e${nth}`, eventAggregate: `usr_${nth}`,
  eventVersion: 1, correlationId: 'c', configVersion: 1, attempt: 1, version: 1, versionBase: 1, depth: 0, startedAt: new Date(Date.now() + nth).toISOString(),
  deadlineAt: new Date(Date.now() + 300_000).toISOString(),
});
