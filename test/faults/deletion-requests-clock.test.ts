import { someone, type World } from '../support/world.ts';
import { readAdministrators, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { extendDeletion, listDeletions, placeHold } from '../../lambdas/api/deletion/routes.ts';
import { changeTenant } from '../../lambdas/api/tenants/routes.ts';
import { A_DAY_MS, askAsAdministrator, askForOwn, deletionsRound, lookAt, withSomebodyActive } from '../support/deletions.ts';
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

const hold = async () => world.call(placeHold, { token: await world.administratorSession(), params: { id: subject.userId }, body: { basis: 'a lawsuit' } });
const reminders = () => world.mails('deletion of your account begins soon');
const started = () => world.eventsOf('user.deletion_started');

describe('the grace', () => {
  test('ends by itself: the person is reminded a day before, once, and when it is over the deletion begins, once', async () => {
    const { body: { requestId } } = await askForOwn(world, subject);
    await world.settle();
    expect(await deletionsRound(world)).toEqual({});
    expect(await deletionsRound(world, 6 * A_DAY_MS)).toEqual({ reminded: 1 });
    expect(await deletionsRound(world)).toEqual({});
    expect([reminders().length, /cancel=[\w-]+/.test(reminders()[0]?.mail.text ?? ''), started().length]).toEqual([1, true, 0]);
    expect((await world.user(subject)).status).toBe('deletion_pending');
    expect(await deletionsRound(world, A_DAY_MS)).toEqual({ started: 1 });
    expect(await deletionsRound(world)).toEqual({});
    expect(started().map(({ detail: { data } }) => data)).toEqual([{ userId: subject.userId, requestId }]);
    expect((await lookAt(world, requestId)).body).toMatchObject({ status: 'COMPLETED', startedAt: expect.any(String) as string });
    expect(reminders()).toHaveLength(1);
  });

  test('that is short has no reminder', async () => {
    await askForOwn(world, subject, { gracePeriodSeconds: 86_400 });
    expect(await deletionsRound(world, A_DAY_MS - 60_000)).toEqual({});
    expect(await deletionsRound(world)).toEqual({ started: 1 });
    expect(reminders()).toEqual([]);
  });

  test('is ended once, however many look at it in the same moment', async () => {
    await askForOwn(world, subject, { gracePeriodSeconds: 60 });
    await world.time.pass(60_000);
    const rounds = await Promise.all(Array.from({ length: 5 }, () => world.beginDueDeletions() as Promise<{ started?: number }>));
    await world.settle();
    expect(rounds.reduce((sum, { started: times = 0 }) => sum + times, 0)).toBe(1);
    expect(started()).toHaveLength(1);
  });

  test('goes on being looked after when nobody came for a day', async () => {
    await askForOwn(world, subject);
    expect(await deletionsRound(world, 9 * A_DAY_MS)).toEqual({ started: 1 });
    expect(reminders()).toEqual([]);
  });

  test('of one that cannot begin for now does not keep another from beginning, and begins with the next round', async () => {
    const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
    await world.settle();
    const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 60 });
    await askAsAdministrator(world, other, { gracePeriodSeconds: 60 });
    await world.settle();
    world.tables.interfere = (writes) => {
      if (writes.some((write) => 'update' in write && write.update.pk.includes(String(requestId)))) throw new Error('the table is not there');
    };
    expect(await deletionsRound(world)).toEqual({ started: 1, trouble: 1 });
    world.tables.interfere = () => undefined;
    expect(await deletionsRound(world)).toEqual({ started: 1 });
    expect(started()).toHaveLength(2);
  });

  test('of an account that is gone meanwhile closes the request instead', async () => {
    const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 60 });
    await world.settle();
    await world.store.transact([{ table: 'identity', delete: userKey(subject) }]);
    expect(await deletionsRound(world)).toEqual({ closed: 1 });
    expect((await lookAt(world, requestId)).body['status']).toBe('CANCELLED');
  });
});

const counted = (): readonly unknown[] => world.log.lines.flatMap((line) => (line.includes('DeletionsNearDue') ? [JSON.parse(line) as Record<string, unknown>] : []).map(({ alarm, DeletionsNearDue }) => [alarm, DeletionsNearDue]));

describe('the due date', () => {
  test('comes near: from day 14 of the clock on it is counted every hour, at day 21, 25 and beyond as that', async () => {
    const { body: { requestId } } = await askForOwn(world, subject, { gracePeriodSeconds: 20 * 86_400 });
    await world.settle();
    expect(await deletionsRound(world, 13 * A_DAY_MS)).toEqual({});
    expect(await deletionsRound(world, A_DAY_MS)).toEqual({ 'looked at': 1 });
    expect(await deletionsRound(world)).toEqual({});
    expect(await deletionsRound(world, 3_600_000)).toEqual({ 'looked at': 1 });
    expect(counted()).toEqual([['14', 1], ['14', 1]]);
    await hold();
    expect(await deletionsRound(world, 8 * A_DAY_MS)).toEqual({ told: 1 });
    expect(world.mails('a deletion must be done soon').map(({ userId, mail }) => [userId === subject.userId, mail.text.includes(String(requestId))])).toEqual([[false, true]]);
    expect(counted().slice(2)).toEqual([['14', 1], ['21', 1]]);
    expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ 'looked at': 1 });
    expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ told: 1 });
    expect(await deletionsRound(world, 3_600_000)).toEqual({ 'looked at': 1 });
    expect([world.mails('a deletion must be done soon').length, world.mails('a deletion is overdue').length]).toEqual([2, 0]);
    expect(await deletionsRound(world, 6 * A_DAY_MS)).toEqual({ told: 1 });
    expect(await deletionsRound(world, A_DAY_MS)).toEqual({ 'looked at': 1 });
    expect(counted().slice(-4)).toEqual([['14', 1], ['21', 1], ['25', 1], ['overdue', 1]]);
    expect([world.mails('a deletion must be done soon').length, world.mails('a deletion is overdue').length]).toEqual([2, 1]);
    expect((await lookAt(world, requestId)).body['status']).toBe('BLOCKED_BY_HOLD');
  });

  test('that passes while nobody looks is told once, as what it is then', async () => {
    await askForOwn(world, subject, { gracePeriodSeconds: 20 * 86_400 });
    await world.settle();
    await hold();
    expect(await deletionsRound(world, 40 * A_DAY_MS)).toEqual({ told: 1 });
    expect([world.mails('a deletion must be done soon').length, world.mails('a deletion is overdue').map(({ mail }) => mail.text.includes('within the first month'))]).toEqual([0, [false]]);
  });

  test('is told anew when an extension has wound the clock up again', async () => {
    const { body: { requestId } } = await askForOwn(world, subject, { gracePeriodSeconds: 20 * 86_400 });
    await world.settle();
    await hold();
    expect(await deletionsRound(world, 22 * A_DAY_MS)).toEqual({ told: 1 });
    const until = new Date(Date.now() + 30 * A_DAY_MS).toISOString();
    expect((await world.call(extendDeletion, { token: await world.administratorSession(), params: { id: String(requestId) }, body: { until, reason: 'many records' } })).status).toBe(200);
    await world.settle();
    expect(await deletionsRound(world, 15 * A_DAY_MS)).toEqual({ 'looked at': 1 });
    expect(await deletionsRound(world, 7 * A_DAY_MS)).toEqual({ told: 1 });
  });

  test('is extended within the law, for a reason that the person is told, and which nobody else reads', async () => {
    const { body: { requestId } } = await askForOwn(world, subject);
    await world.settle();
    const token = await world.administratorSession();
    const extend = (until: string) => world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until, reason: 'Xanthippe has many records' } });
    expect(await extend('2026-04-01T00:00:00.000Z')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until', code: 'too-small' }] } });
    expect(await extend('2026-06-03T00:00:00.000Z')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until', code: 'beyond-due-date' }] } });
    expect(await extend('2026-05-30T00:00:00.000Z')).toMatchObject({ status: 200, body: { dueAt: '2026-05-30T00:00:00.000Z' } });
    await world.settle();
    const [mail] = world.mails('takes longer');
    expect(mail?.mail.text).toMatch(/Xanthippe has many records[\s\S]*May 30, 2026/);
    expect((await lookAt(world, requestId)).body).toMatchObject({ dueAt: '2026-05-30T00:00:00.000Z', extensionReason: 'Xanthippe has many records' });
    expect(JSON.stringify((['identity', 'ledger', 'events', 'audit'] as const).map((table) => world.tables.items(table)))).not.toContain('Xanthippe');
    expect((await world.call(listDeletions, { token })).body).toMatchObject({ items: [{ dueAt: '2026-05-30T00:00:00.000Z' }] });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is not extended once the month is over in which the person must be told, nor when the request is over', async () => {
    const { body: { requestId } } = await askAsAdministrator(world, subject);
    await world.time.pass(32 * A_DAY_MS);
    const token = await world.administratorSession();
    expect(await world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until: '2026-05-01T00:00:00.000Z', reason: 'too late' } })).toMatchObject({ status: 409, body: { type: '/problems/extension-not-possible' } });
  });

  test('of a tenant under another law is counted in working days, as many as it says, and not extended', async () => {
    const token = await world.administratorSession();
    world.hold((await readAdministrators(world.store, 'demo'))[0] ?? subject, ['tenants:manage', 'users:delete']);
    await world.call(changeTenant, { token, params: { id: 'demo' }, body: { privacy: { profile: 'pipl', workingDays: 10, minimumGracePeriodSeconds: 0, recipients: [{ name: 'A parcel service', email: 'privacy@parcels.example' }] } } });
    const { body } = await askForOwn(world, subject, { gracePeriodSeconds: 86_400 });
    expect(body['dueAt']).toBe('2026-03-16T08:00:00.000Z');
    expect(await world.call(extendDeletion, { token, params: { id: String(body['requestId']) }, body: { until: '2026-04-01T00:00:00.000Z', reason: 'no such thing' } })).toMatchObject({ status: 409 });
  });
});
