import type { World } from '../support/world.ts';
import { someone } from '../support/world.ts';
import { readRun, readSteps } from '../../lambdas/adapters/run-ledger.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { getTimeline, listAudit, listEvents } from '../../lambdas/api/history/routes.ts';
import { getMe, myPermissions } from '../../lambdas/api/me/routes.ts';
import { getStatistics } from '../../lambdas/api/statistics/routes.ts';
import { getUser, listActivity, listUsers } from '../../lambdas/api/users/routes.ts';
import { getRun, listDeadLetters, listRuns, redriveDeadLetter } from '../../lambdas/api/workflows/routes.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { workflowOf, workflowOn } from '../../lambdas/workflows/index.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import { recording, worldOf, type Recording } from '../support/recorded.ts';
import { registeredOnce, registrationOf, residueOf } from '../support/picture.ts';

/** A deployment meets what the version before it has written: events on their way, executions in the middle, dead letters, items. */
const BEFORE = 'before-deletions';
let world: World;
afterEach(() => world.end());

const begin = async (name: string): Promise<Required<Pick<Recording, 'subject' | 'calls'>> & Recording> => {
  const recorded = recording(BEFORE, name);
  world = await worldOf(recorded);
  return { ...recorded, subject: recorded.subject ?? { tenantId: '', userId: '' }, calls: recorded.calls ?? [] };
};

test.each(['user.created', 'user.ready_to_activate', 'role.assigned', 'role.revoked'])('%s as it was written then is what starts a run today', async (name) => {
  const { event } = await begin(name);
  if (!event) throw new Error('no event was recorded');
  world.deliver(event);
  await world.settle();
  const runId = runIdOf(workflowOn(event.type).type, event.detail.eventId);
  expect(await readRun(world.store, runId)).toMatchObject({ status: 'COMPLETED' });
  expect((await readSteps(world.store, runId)).filter(({ status }) => status !== 'DONE' && status !== 'SKIPPED')).toEqual([]);
});

/** Hands over what the machine of then hands over, to the functions of today. */
async function goOn(states: readonly { readonly entry: string; readonly handler?: string }[], calls: Required<Recording>['calls']): Promise<void> {
  for (const { entry, handler, payload } of calls) {
    const today = states.find((state) => state.entry === entry && state.handler === handler) as Parameters<World['host']['invoke']>[0] | undefined;
    if (!today) throw new Error(`there is no ${entry} any more`);
    await world.host.invoke(today, payload);
  }
  await world.settle();
}

test('a registration that was under way is finished by the steps of today', async () => {
  const { subject, calls } = await begin('registration-under-way');
  expect(calls).toHaveLength(7);
  await goOn(forwardStates(workflowOf('user_registration')), calls);
  expect(await registrationOf(world, subject)).toEqual(registeredOnce);
});

test('a registration that was being undone is undone to its end', async () => {
  const { subject, calls } = await begin('registration-being-undone');
  expect(calls).toHaveLength(7);
  await goOn(compensationStates(workflowOf('user_registration')), calls);
  expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED' });
  expect([residueOf(world, subject.userId), world.mails('not completed').length]).toEqual([[], 1]);
});

test('a dead letter of then is listed with the next pass, its run is found by its state, and it is taken up today', async () => {
  const { subject } = await begin('activation-parked');
  expect((await world.reconcile()).repairs).toEqual({ 'listed anew': 1 });
  expect((await world.reconcile()).repairs).toEqual({});
  const token = await world.administratorSession();
  const { body: { items } } = await world.call(listDeadLetters, { token });
  expect(items).toEqual([expect.objectContaining({ type: 'account_activation', errorClass: 'BusinessRefusal' })]);
  expect((await world.call(listRuns, { token, query: { status: 'PARKED' } })).body['items']).toEqual([expect.objectContaining({ type: 'account_activation' })]);
  const [{ id = '' } = {}] = items as readonly { id?: string }[];
  expect(await world.call(redriveDeadLetter, { token, params: { id }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
  await world.settle();
  expect(await world.runOf('account_activation', subject)).toMatchObject({ status: 'COMPLETED' });
  expect((await world.user(subject)).status).toBe('active');
});

describe('what was stored', () => {
  test('lets its person in, with what she may do', async () => {
    const { subject: { tenantId } } = await begin('stored');
    const { status, body } = await world.call(login, { body: { tenantId, email: someone.email, password: someone.password } });
    expect(status).toBe(200);
    const token = String(body['sessionToken']);
    expect(await world.call(getMe, { token })).toMatchObject({ status: 200, body: { email: someone.email, profile: { firstName: 'Anna' } } });
    expect((await world.call(myPermissions, { token })).body['permissions']).toEqual(['records:read', 'records:write']);
  });

  test('is read by whoever administers', async () => {
    const { subject: { userId }, tables } = await begin('stored');
    const recorded = (table: 'events' | 'audit', about: string): number => tables[table].filter((item) => item[about] === userId).length;
    const token = await world.administratorSession();
    const itemsOf = async (route: Route, query: Record<string, string> = {}, params: Record<string, string> = {}): Promise<number> => {
      const { status, body } = await world.call(route, { token, query, params });
      if (status !== 200) throw new Error(`${route.path} answers ${status}: ${JSON.stringify(body)}`);
      return (body['items'] as readonly unknown[]).length;
    };
    expect([await itemsOf(listUsers), await itemsOf(listActivity, {}, { id: userId }), await itemsOf(listRuns)]).toEqual([2, 2, 4]);
    expect([await itemsOf(listEvents, { aggregateId: userId }), await itemsOf(listAudit, { subject: userId })]).toEqual([recorded('events', 'aggregateId'), recorded('audit', 'subject')]);
    expect(await itemsOf(getTimeline, { subject: userId })).toBeGreaterThan(20);
    expect(await world.call(getUser, { token, params: { id: userId } })).toMatchObject({ status: 200, body: { status: 'active' } });
    const { runId } = await world.runOf('user_registration', { tenantId: 'demo', userId });
    expect(await world.call(getRun, { token, params: { runId } })).toMatchObject({ status: 200, body: { status: 'COMPLETED' } });
    expect(await world.call(getStatistics, { token, query: { window: 'all' } })).toMatchObject({ status: 200, body: { totalWorkflows: 4, completedWorkflows: 4 } });
  });
});
