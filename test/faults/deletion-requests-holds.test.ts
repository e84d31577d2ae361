import type { World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { getDeletion, getHold, placeHold, releaseHold } from '../../lambdas/api/deletion/routes.ts';
import { A_DAY_MS, accountStatus, askAsAdministrator, askForOwn, deletionsRound, lookAt, sessionOf, takeBack, withSomebodyActive } from '../support/deletions.ts';
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

const hold = async (body: object = { basis: 'Xanthippe against the tenant' }, { userId }: Pick<Subject, 'userId'> = subject) =>
  world.call(placeHold, { token: await world.administratorSession(), params: { id: userId }, body });
const release = async ({ userId }: Pick<Subject, 'userId'> = subject) => world.call(releaseHold, { token: await world.administratorSession(), params: { id: userId } });
const held = async (id = subject.userId) => world.call(getHold, { token: await world.administratorSession(), params: { id } });
const statusOf = async (requestId: unknown): Promise<unknown> => (await lookAt(world, requestId)).body['status'];
const grace = { gracePeriodSeconds: 86_400 };

describe('a hold where nobody has asked for a deletion', () => {
  test('can be read with its basis and by whom and when it was placed, and is none once it is released', async () => {
    expect(await held()).toMatchObject({ status: 200, body: { hold: null, allowedActions: ['place_hold'] } });
    const until = new Date(Date.now() + 5 * A_DAY_MS).toISOString();
    const { body: placed } = await hold({ basis: 'an open invoice', categories: ['business'], until });
    expect(placed).toMatchObject({ placedBy: expect.stringMatching(/^usr_/) as string, placedAt: new Date().toISOString() });
    expect(await held()).toMatchObject({ status: 200, body: { hold: { ...placed, basis: 'an open invoice', categories: ['business'], until }, allowedActions: ['place_hold', 'release_hold'] } });
    await release();
    expect((await held()).body).toEqual({ hold: null, allowedActions: ['place_hold'] });
  });

  test('of somebody whose erasure has begun can only be released, and outlives the account', async () => {
    await hold({ basis: 'an open invoice', categories: ['business'] });
    await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
    expect((await held()).body['allowedActions']).toEqual(['release_hold']);
    await world.settle();
    expect((await held()).body).toMatchObject({ hold: { basis: 'an open invoice' }, allowedActions: ['place_hold', 'release_hold'] });
  });

  test('is told to nobody without the right to delete, and of nobody', async () => {
    expect(await world.call(getHold, { token: await sessionOf(world), params: { id: subject.userId } })).toMatchObject({ status: 403 });
    expect(await held('usr_nobody')).toMatchObject({ status: 404 });
  });
});

describe('a hold of everything', () => {
  test('stops a deletion that was asked for, the person is told why, and its release lets it go on from where it was', async () => {
    const { body: { requestId, receiptCode } } = await askForOwn(world, subject, grace);
    await world.settle();
    expect(await hold()).toMatchObject({ status: 200, body: { basis: 'Xanthippe against the tenant' } });
    expect(await statusOf(requestId)).toBe('BLOCKED_BY_HOLD');
    expect(await deletionsRound(world, 3 * A_DAY_MS)).toEqual({});
    expect(world.mails('on hold').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('Xanthippe against the tenant')]);
    expect((await world.call(getDeletion, { params: { id: String(requestId) }, query: { receiptCode: String(receiptCode) } })).body).toMatchObject({ status: 'BLOCKED_BY_HOLD', hold: { basis: 'Xanthippe against the tenant' } });
    expect((await release()).status).toBe(204);
    expect(await statusOf(requestId)).toBe('GRACE_PERIOD');
    expect(await deletionsRound(world)).toEqual({ started: 1 });
    expect(world.mails('deletion of your account goes on')).toHaveLength(1);
    expect(JSON.stringify((['identity', 'ledger', 'events', 'audit'] as const).map((table) => world.tables.items(table)))).not.toContain('Xanthippe');
  });

  test('that was there before blocks the request from the start, without a grace too: access ends all the same', async () => {
    await hold();
    const { body: { requestId, status } } = await askForOwn(world, subject, { gracePeriodSeconds: 0 });
    expect([status, (await world.user(subject)).status]).toEqual(['BLOCKED_BY_HOLD', 'deletion_pending']);
    await world.settle();
    expect(world.mails('deletion of your account was requested').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('A legal hold stops the deletion for now')]);
    expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({});
    await release();
    expect(await deletionsRound(world)).toEqual({ started: 1 });
    expect(await statusOf(requestId)).not.toBe('BLOCKED_BY_HOLD');
  });

  test('ends by itself at the time it names', async () => {
    const { body: { requestId } } = await askForOwn(world, subject, grace);
    await hold({ basis: 'a lawsuit', until: new Date(Date.now() + 5 * A_DAY_MS).toISOString() });
    expect(await deletionsRound(world, 5 * A_DAY_MS - 60_000)).toEqual({});
    expect(await deletionsRound(world)).toEqual({ released: 1 });
    expect(await deletionsRound(world)).toEqual({ started: 1 });
    expect(await statusOf(requestId)).not.toBe('BLOCKED_BY_HOLD');
  });

  test('in place of another moves the end; one of less lets the deletion go on', async () => {
    const { body: { requestId } } = await askForOwn(world, subject, grace);
    await hold({ basis: 'a lawsuit', until: new Date(Date.now() + 5 * A_DAY_MS).toISOString() });
    await hold();
    expect(await deletionsRound(world, 6 * A_DAY_MS)).toEqual({});
    expect(await statusOf(requestId)).toBe('BLOCKED_BY_HOLD');
    await hold({ basis: 'tax law', categories: ['business'] });
    expect(await statusOf(requestId)).toBe('GRACE_PERIOD');
    expect((await lookAt(world, requestId)).body).toMatchObject({ hold: { basis: 'tax law', categories: ['business'] } });
  });

  test('does not keep the person from taking her request back', async () => {
    const { body: { requestId } } = await askAsAdministrator(world, subject, grace);
    await hold();
    expect((await takeBack(world, requestId)).status).toBe(200);
    expect((await world.user(subject)).status).toBe('active');
    expect((await release()).status).toBe(204);
    await world.settle();
    expect(await unrestIn(world)).toEqual([]);
  });

  test('that comes in the moment in which the deletion begins is either first or too late', async () => {
    const { body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 60 });
    await world.time.pass(60_000);
    const [answer, round] = await Promise.all([hold(), deletionsRound(world, 0)]);
    const status = await statusOf(requestId);
    const account = await accountStatus(world, subject);
    const first = { answered: 200, started: undefined, account: 'deletion_pending', blocked: true };
    expect([first, { answered: 409, started: 1, account: 'gone', blocked: false }]).toContainEqual({ answered: answer.status, started: round.started, account, blocked: status === 'BLOCKED_BY_HOLD' });
  });
});

describe('a hold of some kinds of data', () => {
  test('stops nothing, and the person hears what stays', async () => {
    await hold({ basis: 'tax law', categories: ['business', 'audit'] });
    const { body: { requestId } } = await askForOwn(world, subject, grace);
    await world.settle();
    expect(world.mails('deletion of your account was requested').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('business records, the record of what was done')]);
    expect(await deletionsRound(world, A_DAY_MS)).toEqual({ started: 1 });
    expect((await lookAt(world, requestId)).body).toMatchObject({ hold: { categories: ['business', 'audit'] } });
  });

  test('of all kinds is one of everything', async () => {
    await hold({ basis: 'a lawsuit', categories: ['identity', 'contact', 'security', 'business', 'audit', 'technical'] });
    expect((await askForOwn(world, subject)).body['status']).toBe('BLOCKED_BY_HOLD');
  });
});

test('a hold comes too late once the deletion has begun, for nobody, and with an end that has passed; what is not there is not released', async () => {
  expect((await hold({ basis: 'a lawsuit' }, { userId: 'usr_nobodyanywhere' })).status).toBe(404);
  expect(await hold({ basis: 'a lawsuit', until: new Date(Date.now() - 1).toISOString() })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until', code: 'not-in-future' }] } });
  expect((await release()).status).toBe(404);
  await askForOwn(world, subject, { gracePeriodSeconds: 0 });
  expect(await hold()).toMatchObject({ status: 409, body: { type: '/problems/past-the-pivot' } });
});
