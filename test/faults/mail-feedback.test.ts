import { World, administrator, someone, TENANT, type HttpAnswer } from '../support/world.ts';
import { addressKey, readAdministrators, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { login, register, resendVerification } from '../../lambdas/api/auth/routes.ts';
import { correctEmail, getUser } from '../../lambdas/api/users/routes.ts';
import { mailFeedbackTouches, unverifiedTouches } from '../../lambdas/kit/engine-touches.ts';
import { operationEntry, routeEntry } from '../../lib/entry-points.ts';
import { found } from '../support/canary.ts';
import { touched } from '../support/function-host.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { audited, liveThrough, mailsTo, unrestIn } from '../support/picture.ts';

/** A mail came back, or was not wanted: no further one goes there until somebody has corrected the address. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  await world.settle();
  token = await world.administratorSession();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const handler = { entry: operationEntry('mail-feedback'), touches: mailFeedbackTouches };
const tell = (about: Subject, feedback: 'bounce' | 'complaint' = 'bounce', sentAt = new Date()): Promise<unknown> =>
  world.host.invoke(handler, { feedback, ...about, sentAt: sentAt.toISOString() });
const seen = async (who = subject): Promise<unknown> => (await world.call(getUser, { token, params: { id: who.userId } })).body['undeliverable'];
const correct = (email: string, who = subject, by = token): Promise<HttpAnswer> => world.call(correctEmail, { token: by, params: { id: who.userId }, body: { email } });
const RIGHT = 'anna.bergmann@example.com';
const mailsOf = (who = subject) => world.mailbox.sent.filter(({ userId }) => userId === who.userId);
const lastLink = (): string => /token=([\w-]+)/.exec(mailsTo(world, subject, 'verify').at(-1)?.mail.text ?? '')?.[1] ?? 'none';
const admin = async (): Promise<Subject> => {
  const [first] = await readAdministrators(world.store, TENANT);
  if (!first) throw new Error('no administrator');
  return first;
};
const sessionOf = async (who: Subject): Promise<string> => {
  const session = newSession(who, new Date());
  await world.store.transact([session.write]);
  return session.token;
};
const owner = async (email: string): Promise<unknown> =>
  (await world.store.get('identity', addressKey(TENANT, await vault(world.store, memoryKeyWrapper()).blindIndex(TENANT, email))))?.['userId'];

describe('a mail that came back', () => {
  test.each(['bounce', 'complaint'] as const)('(%s) marks the account, once, and the administrator sees it', async (feedback) => {
    expect(await seen()).toBeUndefined();
    expect([await tell(subject, feedback), await tell(subject, feedback)]).toEqual([{ marked: true }, { marked: false }]);
    expect(await seen()).toBe(true);
    expect(audited(world, subject, 'email.undeliverable')).toMatchObject([{ actor: 'system', after: { feedback } }]);
  });

  test('told by many at once is one mark', async () => {
    const told = await Promise.all(Array.from({ length: 5 }, () => tell(subject)));
    expect(told.filter((each) => JSON.stringify(each) === '{"marked":true}')).toHaveLength(1);
    expect(audited(world, subject, 'email.undeliverable')).toHaveLength(1);
  });

  test('of somebody who is gone, of another tenant or of an invitation changes nothing', async () => {
    const before = world.tables.snapshot();
    for (const about of [{ ...subject, userId: 'usr_gone' }, { ...subject, tenantId: 'other' }, { ...subject, userId: 'inv_1' }]) expect(await tell(about)).toEqual({ marked: false });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test.each([{}, { feedback: 'delivery', tenantId: 'demo', userId: 'usr_1', sentAt: '' }, { feedback: 'bounce', tenantId: 'a#b', userId: 'usr_1', sentAt: '' }])('that makes no sense is not taken: %j', async (nonsense) => {
    await expect(world.host.invoke(handler, nonsense)).rejects.toMatchObject({ name: expect.stringMatching(/ZodError$/) as string });
  });

  test('keeps any further mail from its address: not the link, not a notice, not a reminder', async () => {
    await tell(subject);
    const before = mailsOf().length;
    await world.call(resendVerification, { body: { tenantId: TENANT, email: someone.email } });
    await world.call(register, { body: { tenantId: TENANT, ...someone } });
    await world.settle();
    await world.time.pass(19 * 3_600_000);
    await world.host.invoke({ entry: operationEntry('unverified-accounts'), touches: unverifiedTouches }, {});
    await world.settle();
    expect(mailsOf()).toHaveLength(before);
    expect(await world.runOf('verification_resend', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await world.runOf('known_address_notice', subject)).toMatchObject({ status: 'COMPLETED' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('of one administrator does not keep the others from hearing', async () => {
    await tell(await admin());
    await liveThrough(world, subject);
    expect(await world.runOf('account_activation', subject)).toMatchObject({ status: 'COMPLETED' });
    expect(mailsOf(await admin())).toEqual([]);
  });

  test('leaves the link that is on its way as it was: whoever clicks has proven the address', async () => {
    await tell(subject, 'complaint');
    expect(await world.verify(lastLink())).toMatchObject({ status: 200 });
  });

  test('every mail says whose it is, by tenant and id', () => {
    for (const { tenantId, userId } of world.mailbox.sent) expect([tenantId, userId]).toEqual([TENANT, expect.stringMatching(/^usr_/)]);
    expect(world.mailbox.sent.length).toBeGreaterThan(0);
  });
});

describe('an address that an administrator corrects', () => {
  test('gets a fresh link, which opens the account; the old address is free and its link void', async () => {
    await tell(subject);
    const old = lastLink();
    expect(await correct(RIGHT)).toEqual({ status: 202, body: { userId: subject.userId, status: 'pending_verification', eventId: expect.any(String) } });
    await world.settle();
    expect(mailsTo(world, subject, 'verify').at(-1)?.to).toBe(RIGHT);
    expect(await seen()).toBeUndefined();
    expect([await owner(RIGHT), await owner(someone.email)]).toEqual([subject.userId, undefined]);
    expect(await world.verify(old)).toMatchObject({ status: 400, body: { type: '/problems/token-unknown' } });
    expect(await world.verify(lastLink())).toMatchObject({ status: 200 });
    await world.settle();
    expect(await world.call(login, { body: { tenantId: TENANT, email: RIGHT, password: someone.password } })).toMatchObject({ status: 200 });
    expect(await world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } })).toMatchObject({ status: 401 });
    expect(audited(world, subject, 'email.corrected')).toMatchObject([{ actor: (await admin()).userId }]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('of a member closes the account at once, with everything that was open by the old one, until the new one is proven', async () => {
    await liveThrough(world, subject);
    const session = await sessionOf(subject);
    await correct(RIGHT);
    expect(await world.call(getUser, { token: session, params: { id: subject.userId } })).toMatchObject({ status: 401 });
    expect(await world.call(login, { body: { tenantId: TENANT, email: RIGHT, password: someone.password } })).toMatchObject({ status: 401 });
    await world.settle();
    await world.verify(lastLink());
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active', emailVerified: true });
    expect((await world.call(getUser, { token, params: { id: subject.userId } })).body).toMatchObject({ email: RIGHT, firstName: 'Anna', roles: ['member'], status: 'active' });
    expect(await world.call(getUser, { token: session, params: { id: subject.userId } })).toMatchObject({ status: 401 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('of a member is never the reason to remove the account, however long it is not proven', async () => {
    await liveThrough(world, subject);
    await correct(RIGHT);
    await world.settle();
    const rounds: unknown[] = [];
    for (const days of [1, 31]) {
      await world.time.pass(days * 86_400_000);
      rounds.push(await world.host.invoke({ entry: operationEntry('unverified-accounts'), touches: unverifiedTouches }, {}));
    }
    expect(rounds).toEqual([{ later: 1 }, { kept: 1 }]);
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification' });
  });

  test('is not marked by what comes back from the old one', async () => {
    const before = new Date();
    await world.time.pass(60_000);
    await correct(RIGHT);
    expect(await tell(subject, 'bounce', before)).toEqual({ marked: false });
    expect(await seen()).toBeUndefined();
    expect(await tell(subject)).toEqual({ marked: true });
  });

  test('must not be somebody else’s: 409, and nothing has changed', async () => {
    const other = await world.register({ ...someone, email: RIGHT });
    await world.settle();
    const before = world.tables.snapshot();
    expect(await correct(RIGHT.toUpperCase())).toMatchObject({ status: 409, body: { type: '/problems/address-taken', errors: [{ pointer: '/email', code: 'taken' }] } });
    expect(world.tables.snapshot()).toEqual(before);
    expect(await owner(RIGHT)).toBe(other.userId);
  });

  test('may be the same one, which is then proven anew', async () => {
    await tell(subject);
    expect(await correct(someone.email)).toMatchObject({ status: 202 });
    await world.settle();
    expect([await seen(), await owner(someone.email)]).toEqual([undefined, subject.userId]);
    expect(await world.verify(lastLink())).toMatchObject({ status: 200 });
  });

  test('by two at once is one of them', async () => {
    await Promise.all([correct(RIGHT), correct('anna.b@example.com')]);
    await world.settle();
    const owned = [await owner(RIGHT), await owner('anna.b@example.com'), await owner(someone.email)];
    expect(owned.filter((userId) => userId === subject.userId)).toHaveLength(1);
    expect(owned.filter((userId) => userId !== undefined)).toHaveLength(1);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('while a link to the old one is about to leave: nobody proves the new one with it', async () => {
    let corrected: Promise<unknown> | undefined;
    world.tables.interfere = async (writes) => {
      if (corrected || !writes.some((write) => 'put' in write && write.put.sk === 'TOKEN#verify-email')) return;
      corrected = correct(RIGHT);
      await corrected;
    };
    await world.call(resendVerification, { body: { tenantId: TENANT, email: someone.email } });
    await world.settle();
    expect(await corrected).toMatchObject({ status: 202 });
    const byOld = mailsTo(world, subject, 'verify').filter(({ to }) => to === someone.email);
    for (const { mail } of byOld) expect(await world.verify(/token=([\w-]+)/.exec(mail.text)?.[1] ?? 'none')).toMatchObject({ status: 400 });
    expect(await world.verify(lastLink())).toMatchObject({ status: 200 });
    await world.settle();
    expect(await unrestIn(world)).toEqual([]);
  });

  test('while the registration is being set up is the one that is proven', async () => {
    world.end();
    ({ world, subject } = await World.withRegistration());
    token = await world.administratorSession();
    expect(await correct(RIGHT)).toMatchObject({ status: 202 });
    await world.settle();
    expect(new Set(mailsTo(world, subject, 'verify').map(({ to }) => to))).toEqual(new Set([RIGHT]));
    await Promise.all(mailsTo(world, subject, 'verify').map(({ mail }) => world.verify(/token=([\w-]+)/.exec(mail.text)?.[1] ?? 'none')));
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is refused while the account is being activated, and when it is about to go', async () => {
    for (const state of [{ status: 'pending_verification', activationRequested: true }, { status: 'deleting', activationRequested: false }]) {
      world.tables.overwrite('identity', userKey(subject), state);
      expect(await correct(RIGHT)).toMatchObject({ status: 409, body: { type: '/problems/not-possible-now' } });
    }
  });

  test('is nobody’s own, nor that of somebody who may more', async () => {
    const first = await admin();
    expect(await correct(RIGHT, first)).toMatchObject({ status: 409, body: { type: '/problems/own-account' } });
    await liveThrough(world, subject);
    world.hold(subject, ['users:manage', 'records:read']);
    const before = world.tables.snapshot()['audit'];
    expect(await correct(RIGHT, first, await sessionOf(subject))).toMatchObject({ status: 403 });
    expect(world.tables.snapshot()['audit']).toEqual(before);
    expect(await owner(administrator.email)).toBe(first.userId);
  });

  test('is for those who manage users of this tenant, and must be an address', async () => {
    expect(await world.call(correctEmail, { params: { id: subject.userId }, body: { email: RIGHT } })).toMatchObject({ status: 401 });
    expect(await correct(RIGHT, { ...subject, userId: 'usr_nobody' })).toMatchObject({ status: 404 });
    for (const email of ['anna', 'a@b', 'anna@example.com\r\nBcc: all@example.com', 'anna@example.com, eve@example.com']) expect(await correct(email)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/email' }] } });
  });

  test('stands nowhere in the clear, nor does the old one', async () => {
    await correct(RIGHT);
    await world.settle();
    const everything = JSON.stringify(world.tables.snapshot()) + world.log.lines.join('\n') + JSON.stringify(world.bus.events);
    expect(found(everything, { email: RIGHT, old: someone.email, lastName: someone.lastName })).toEqual([]);
  });
});

/** Stands at the end: it reads what all tests above have used. */
test('what is told and what is corrected needed all that it was allowed', () => {
  for (const entry of [handler.entry, routeEntry(correctEmail)]) {
    const { declared = new Set<string>(), used = new Set<string>() } = touched.get(`${entry} index.handler`) ?? {};
    expect(declared.size).toBeGreaterThan(0);
    expect([...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`)).toEqual([]);
  }
});
