import { someone, TENANT, type World } from '../support/world.ts';
import { authorizationKey, readAdministrators, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { cancelDeletion, getCertificate, getDeletion } from '../../lambdas/api/deletion/routes.ts';
import { getMe } from '../../lambdas/api/me/routes.ts';
import { assignRole } from '../../lambdas/api/roles/routes.ts';
import { A_DAY_MS, accountStatus, askAsAdministrator, askForOwn, cancelTokenOf, deletionsRound, lookAt, sessionOf, takeBack, withSomebodyActive } from '../support/deletions.ts';
import { unrestIn } from '../support/picture.ts';

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await withSomebodyActive());
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const cancel = (requestId: unknown, { token, receiptCode }: { token?: string; receiptCode?: string }) =>
  world.call(cancelDeletion, { params: { id: String(requestId) }, ...(receiptCode !== undefined && { query: { receiptCode } }), ...(token !== undefined && { body: { token } }) });
const logsIn = async (): Promise<number> => (await world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } })).status;

describe('before the pivot a deletion is taken back', () => {
  test('with the token of the mail: all is as before, but that sessions of before stay ended', async () => {
    const token = await sessionOf(world);
    const { provisioned, emailVerified, status } = await world.user(subject);
    const rights = await world.permissionsOf(subject);
    const { body: { requestId } } = await askForOwn(world, subject);
    await world.settle();
    expect(await cancel(requestId, { token: cancelTokenOf(world, subject) })).toEqual({ status: 200, body: { requestId, status: 'CANCELLED' } });
    expect(await world.user(subject)).toMatchObject({ provisioned, emailVerified, status });
    expect((await world.user(subject)).deletionRequestId).toBeUndefined();
    expect(await world.permissionsOf(subject)).toEqual(rights);
    expect([(await world.call(getMe, { token })).status, await logsIn()]).toEqual([401, 200]);
    await world.settle();
    expect(world.eventsOf('user.deletion_cancelled')).toHaveLength(1);
    expect(world.mails('deletion of your account was cancelled')).toHaveLength(1);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('with the receipt code, without a body, and by an administrator', async () => {
    const { body: { requestId, receiptCode } } = await askForOwn(world, subject);
    expect(await cancel(requestId, { receiptCode: String(receiptCode) })).toMatchObject({ status: 200 });
    const { body: again } = await askForOwn(world, subject);
    expect((await takeBack(world, again['requestId'])).status).toBe(200);
    expect([again['requestId'] === requestId, await logsIn()]).toEqual([false, 200]);
  });

  test('once: a second click finds it taken back, also at the same moment', async () => {
    const { body: { requestId } } = await askForOwn(world, subject);
    await world.settle();
    const token = cancelTokenOf(world, subject);
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(requestId, { token })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await cancel(requestId, { token })).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
    await world.settle();
    expect(world.eventsOf('user.deletion_cancelled')).toHaveLength(1);
  });

  test('of somebody who had not verified: the account waits for that again, and its purge with it', async () => {
    const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
    await world.settle();
    const { body: { requestId } } = await askAsAdministrator(world, other);
    await takeBack(world, requestId);
    expect(world.tables.items('identity').find(({ pk, sk }) => sk === 'USER' && pk === userKey(other).pk)).toMatchObject({ status: 'pending_verification', watchShard: expect.stringContaining('unverified') as string });
    await world.verify(world.tokenOf(other));
    await world.settle();
    expect((await world.user(other)).status).toBe('active');
  });
});

describe('what opens a request', () => {
  test('is its own receipt and its own token: wrong ones, those of another request and absent requests are answered alike', async () => {
    const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
    await world.settle();
    const { body: { requestId, receiptCode } } = await askForOwn(world, subject);
    const { body: { requestId: theirs } } = await askAsAdministrator(world, other);
    await world.settle();
    const [ours, their] = [cancelTokenOf(world, subject), cancelTokenOf(world, other)];
    const attempts = [
      { id: requestId, receiptCode: ours }, { id: requestId, receiptCode: 'made-up' }, { id: theirs, receiptCode }, { id: 'del_nobodyanywhere', receiptCode },
      { id: requestId, receiptCode: '' }, { id: requestId, receiptCode: 'x'.repeat(513) },
    ];
    const looks = await Promise.all(attempts.map(({ id, receiptCode: code }) => world.call(getDeletion, { params: { id: String(id) }, query: { receiptCode: String(code) } })));
    expect(looks.map(({ status }) => status)).toEqual([404, 404, 404, 404, 400, 400]);
    expect(new Set(looks.slice(0, 4).map(({ body: { type, detail } }) => JSON.stringify({ type, detail }))).size).toBe(1);
    const cancels = await Promise.all([[requestId, their], [requestId, String(receiptCode)], [theirs, ours], ['del_nobodyanywhere', ours]].map(([id, token]) => cancel(id, { token: String(token) })));
    expect(cancels.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await lookAt(world, requestId)).body['status']).toBe('GRACE_PERIOD');
  });

  test('is not nothing: without anything to show the answer is 401, and nothing changes', async () => {
    const { body: { requestId } } = await askForOwn(world, subject);
    const params = { id: String(requestId) };
    expect([(await world.call(getDeletion, { params })).status, (await world.call(cancelDeletion, { params, body: {} })).status, (await world.call(cancelDeletion, { params })).status, (await world.call(getCertificate, { params })).status])
      .toEqual([401, 401, 401, 401]);
  });

  test('is also to have made it: whoever has asked for it may look at it when he has lost the right, and no more; others may not', async () => {
    const [made, other] = [await askAsAdministrator(world, subject), await world.register({ ...someone, email: 'bert.berg@example.com' })];
    await world.settle();
    const [admin] = await readAdministrators(world.store, TENANT);
    const token = await world.administratorSession();
    if (!admin) throw new Error('the tenant has no administrator');
    world.hold(admin, ['users:read']);
    const params = { id: String(made.body['requestId']) };
    expect([(await world.call(getDeletion, { token, params })).status, (await world.call(cancelDeletion, { token, params })).status, (await world.call(getDeletion, { token, params: { id: 'del_nobodyanywhere' } })).status]).toEqual([200, 403, 403]);
    world.tables.overwrite('identity', userKey(other), { status: 'active' });
    world.tables.overwrite('identity', authorizationKey(other), { status: 'active' });
    expect((await world.call(getDeletion, { token: await sessionOf(world, { ...someone, email: 'bert.berg@example.com' }), params })).status).toBe(403);
  });

  test('does not open more for whoever shows a wrong code beside a good credential', async () => {
    const { body: { requestId } } = await askForOwn(world, subject);
    expect((await world.call(getDeletion, { token: await world.administratorSession(), params: { id: String(requestId) }, query: { receiptCode: 'made-up' } })).status).toBe(404);
  });
});

test('the plan is there before anything happens, its counts when somebody has looked, and the certificate at the end: with the receipt alone', async () => {
  const { body: { requestId, receiptCode } } = await askForOwn(world, subject, { gracePeriodSeconds: 3_600 });
  const call = { params: { id: String(requestId) }, query: { receiptCode: String(receiptCode) } };
  const plan = async () => (await world.call(getDeletion, call)).body['plan'] as readonly { name: string; way: string; count?: number }[];
  const before = await plan();
  expect(before).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'profile', way: 'delete', held: false }), expect.objectContaining({ name: 'records', way: 'anonymise' })]));
  expect(before.filter(({ count }) => count !== undefined)).toEqual([]);
  expect((await world.call(getCertificate, call)).status).toBe(404);
  await deletionsRound(world, 3_600_000);
  expect((await plan()).filter(({ count }) => count === undefined)).toEqual([]);
  expect((await plan()).find(({ name }) => name === 'profile')).toMatchObject({ count: 1 });
  const { body: view } = await world.call(getDeletion, call);
  expect(view).toMatchObject({ status: 'COMPLETED', certificateUrl: expect.stringContaining(`${String(requestId)}/certificate`) as string });
  const { status, body } = await world.call(getCertificate, call);
  expect([status, 'certificate' in body]).toEqual([200, true]);
  expect((await world.call(getCertificate, { params: call.params, query: { receiptCode: 'made-up' } })).status).toBe(404);
});

describe('after the pivot', () => {
  test('nothing leads back, whoever asks', async () => {
    const { body: { requestId, receiptCode } } = await askForOwn(world, subject, { gracePeriodSeconds: 3_600 });
    await world.settle();
    const token = cancelTokenOf(world, subject);
    expect(await deletionsRound(world, 3_600_000)).toEqual({ started: 1 });
    expect([(await cancel(requestId, { token })).status, (await cancel(requestId, { receiptCode: String(receiptCode) })).status, (await takeBack(world, requestId)).status]).toEqual([409, 409, 409]);
    expect((await lookAt(world, requestId)).body['status']).toBe('COMPLETED');
  });

  test('or before it: whoever takes it back in the very moment in which it begins is either first or too late, and never both', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 60 });
      await world.time.pass(60_000);
      const [answer, begun] = await Promise.all([takeBack(world, requestId), deletionsRound(world, 0)]);
      const status = await accountStatus(world, subject);
      const won = answer.status === 200 ? { begun: {}, status: 'active' } : { begun: { started: 1 }, status: 'gone' };
      expect({ begun: { ...(begun.started && { started: begun.started }) }, status }).toEqual(won);
      if (status === 'gone') return;
      await world.time.pass(60_000);
    }
  });
});

test('a run whose turn comes while a deletion is pending waits, and goes on once it is taken back', async () => {
  world.triggersToLose = 1;
  await world.call(assignRole, { token: await world.administratorSession(), params: { id: subject.userId }, body: { roleId: 'administrator' } });
  await world.settle();
  const { body: { requestId, receiptCode } } = await askForOwn(world, subject);
  await world.sweep();
  expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'WAITING', waitsFor: 'deletion' });
  await world.reconcile();
  expect((await world.runOf('role_assignment', subject)).status).toBe('WAITING');
  await cancel(requestId, { receiptCode: String(receiptCode) });
  await world.reconcile();
  expect((await world.runOf('role_assignment', subject)).status).toBe('COMPLETED');
});

test('a run that waits for a deletion is superseded by it when it begins', async () => {
  world.triggersToLose = 1;
  await world.call(assignRole, { token: await world.administratorSession(), params: { id: subject.userId }, body: { roleId: 'administrator' } });
  await world.settle();
  await askForOwn(world, subject, { gracePeriodSeconds: A_DAY_MS / 1000 });
  await world.sweep();
  await deletionsRound(world, A_DAY_MS);
  await world.reconcile();
  expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'FENCED' });
});
