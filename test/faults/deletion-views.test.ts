import { cancelDeletion, extendDeletion, listDeletions, placeHold, releaseHold, requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { listAudit } from '../../lambdas/api/history/routes.ts';
import { assignRole } from '../../lambdas/api/roles/routes.ts';
import { tenantKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { A_DAY_MS, askAsAdministrator, lookAt, takeBack, withoutGrace, withSomebodyActive } from '../support/deletions.ts';
import { failsWith } from '../support/injections.ts';
import { TENANT, type World } from '../support/world.ts';

/** What whoever works on deletions sees of them: enough to act, and no more of the person than that. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await withSomebodyActive());
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const listed = async (): Promise<readonly unknown[]> => (await world.call(listDeletions, { token: await world.administratorSession() })).body['items'] as unknown[];

test('the person is masked, in the list and beside the plan, and nobody is named once she is erased', async () => {
  withoutGrace(world);
  const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 86_400 });
  expect(await listed()).toEqual([expect.objectContaining({ requestId, person: 'a***@example.com' })]);
  expect((await lookAt(world, requestId)).body).toMatchObject({ person: 'a***@example.com' });
  await takeBack(world, requestId);
  const again = await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  await world.settle();
  expect((await lookAt(world, again.body['requestId'])).body).toMatchObject({ status: 'COMPLETED', person: null, allowedActions: [] });
});

test('what may be done is what the state and the law allow, and the day to which it may be extended is told', async () => {
  const { body: { requestId } } = await askAsAdministrator(world, subject);
  const { requestedAt, ...before } = (await lookAt(world, requestId)).body;
  expect(before['allowedActions']).toEqual(['cancel', 'place_hold', 'extend']);
  expect(String(before['extendableUntil']).slice(5, 7)).toBe(new Date(Date.parse(String(requestedAt)) + 91 * 86_400_000).toISOString().slice(5, 7));
  const token = await world.administratorSession();
  await world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until: String(before['extendableUntil']), reason: 'many records' } });
  await world.call(placeHold, { token, params: { id: subject.userId }, body: { basis: 'a lawsuit' } });
  expect((await lookAt(world, requestId)).body).toMatchObject({ status: 'BLOCKED_BY_HOLD', allowedActions: ['cancel', 'place_hold', 'release_hold'] });
});

test.each([['business', 'the account is gone'], ['identity', 'the account itself is held']])('while what is held (%s) is all that is left it can not be extended, and nothing says so (%s)', async (category) => {
  const token = await world.administratorSession();
  withoutGrace(world);
  await world.call(placeHold, { token, params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: [category] } });
  const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  await world.settle();
  const { body } = await lookAt(world, requestId);
  expect(body).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: [category], allowedActions: ['place_hold', 'release_hold'] });
  expect(body).not.toHaveProperty('extendableUntil');
  const until = new Date(Date.parse(String(body['dueAt'])) + A_DAY_MS).toISOString();
  expect(await world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until, reason: 'many records' } })).toMatchObject({ status: 409, body: { type: '/problems/extension-not-possible' } });
});

test.each([['DeletePersonalData', true], ['MinimiseAuditData', false]])('one that stands still in %s can be extended while the person can be told: %s', async (step, possible) => {
  const token = await world.administratorSession();
  withoutGrace(world);
  world.inject(step, failsWith('BusinessRefusal'), 'always');
  const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  await world.settle();
  const { body } = await lookAt(world, requestId);
  expect([body['allowedActions'], 'extendableUntil' in body]).toEqual([possible ? ['extend'] : [], possible]);
  const until = new Date(Date.parse(String(body['dueAt'])) + A_DAY_MS).toISOString();
  expect((await world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until, reason: 'many records' } })).status).toBe(possible ? 200 : 409);
});

test('why somebody takes a deletion back, releases a hold or gives a role stands in the audit', async () => {
  const token = await world.administratorSession();
  const params = { id: subject.userId };
  await world.call(placeHold, { token, params, body: { basis: 'a lawsuit' } });
  await world.call(releaseHold, { token, params, body: { reason: 'the lawsuit is over' } });
  await world.call(assignRole, { token, params, body: { roleId: 'administrator', reason: 'stands in for Ada' } });
  const { body: { requestId } } = await askAsAdministrator(world, subject);
  await world.call(cancelDeletion, { token, params: { id: String(requestId) }, body: { reason: 'asked by telephone' } });
  const { items } = (await world.call(listAudit, { token, query: { subject: subject.userId } })).body as { items: readonly { action: string; reason?: string }[] };
  expect(Object.fromEntries(items.flatMap(({ action, reason }) => (reason === undefined ? [] : [[action, reason]])))).toEqual({
    'deletion.cancelled': 'asked by telephone', 'role.assigned': 'stands in for Ada', 'legal_hold.released': 'the lawsuit is over' });
});

test('the ground counts as it was named, whatever words stand beside it', async () => {
  const { body } = await world.call(requestDeletion, { token: await world.administratorSession(), params: { id: subject.userId }, body: { reason: 'asked by telephone', ground: 'consent_withdrawn' } });
  expect((await lookAt(world, body['requestId'])).body).toMatchObject({ reason: 'consent_withdrawn' });
});

test('each office to which data was passed on is listed, and whether it was told', async () => {
  world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { minimumGracePeriodSeconds: 0, recipients: [{ name: 'The payroll office', email: 'office@payroll.example' }] } });
  const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  await world.settle();
  expect((await lookAt(world, requestId)).body['recipients']).toEqual([expect.objectContaining({ name: 'The payroll office', status: 'TOLD' })]);
});
