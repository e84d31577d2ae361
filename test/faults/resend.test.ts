import { World, someone, TENANT, administrator, type RawAnswer } from '../support/world.ts';
import { userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { resendVerification } from '../../lambdas/api/auth/routes.ts';
import { afterItsEffect, failsWith, lateBy, twiceAtOnce, twiceInSequence, type Fault } from '../support/injections.ts';
import { liveThrough, mailsTo, unrestIn } from '../support/picture.ts';

/** A link that got lost or old is replaced by a fresh one, for whoever has use for it; the others get the same answer. */
let world: World;
let subject: Subject;
let work: string[];
beforeEach(async () => {
  work = [];
  ({ world, subject } = await World.withRegistration());
  await world.settle();
  const open = world.tables.store.bind(world.tables);
  world.tables.store = (guard) => {
    const store = open(guard);
    return {
      ...store,
      get: (table, key) => { work.push(`read ${table}`); return store.get(table, key); },
      transact: (writes) => { work.push('transact'); return store.transact(writes); },
    };
  };
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const ask = (email: string = someone.email, more: { key?: string | null; tenantId?: string } = {}): Promise<RawAnswer> =>
  world.exchange(resendVerification, { body: { tenantId: more.tenantId ?? TENANT, email }, key: more.key ?? null });
const links = (): readonly string[] => mailsTo(world, subject, 'verify').map(({ mail }) => /token=([\w-]+)/.exec(mail.text)?.[1] ?? 'none');
const linkNumber = (n: number): string => links()[n] ?? 'none';
const outcomeOf = async (token: string): Promise<string> => {
  const { status, body } = await world.verify(token);
  return status === 200 ? 'verified' : String(body['type']).replace('/problems/', '');
};
const A_DAY = 24 * 3_600_000;

test('a fresh link works, and the one before is not known any more', async () => {
  expect(await ask()).toMatchObject({ status: 202, text: '{}' });
  await world.settle();
  expect(new Set(links()).size).toBe(2);
  expect(await outcomeOf(linkNumber(0))).toBe('token-unknown');
  expect(await outcomeOf(linkNumber(1))).toBe('verified');
  await world.settle();
  expect(await world.user(subject)).toMatchObject({ status: 'active' });
  expect(await world.runOf('verification_resend', subject)).toMatchObject({ status: 'COMPLETED' });
  expect(await unrestIn(world)).toEqual([]);
});

test('a link that has expired says so, and a fresh one has a day of its own', async () => {
  await world.time.pass(A_DAY);
  expect(await outcomeOf(linkNumber(0))).toBe('token-expired');
  await ask();
  await world.settle();
  await world.time.pass(A_DAY - 60_000);
  expect(await outcomeOf(linkNumber(0))).toBe('token-unknown');
  expect(await outcomeOf(linkNumber(1))).toBe('verified');
});

test('a fresh link expires as the first one did', async () => {
  await ask();
  await world.settle();
  await world.time.pass(A_DAY);
  expect(await outcomeOf(linkNumber(1))).toBe('token-expired');
});

test('once a minute at the most, and nobody hears of it', async () => {
  for (let n = 0; n < 3; n += 1) expect(await ask()).toMatchObject({ status: 202, text: '{}' });
  await world.settle();
  expect(links()).toHaveLength(2);
  await world.time.pass(58_000);
  await ask();
  await world.settle();
  expect(links()).toHaveLength(2);
  await world.time.pass(3_000);
  await ask();
  await world.settle();
  expect(links()).toHaveLength(3);
  expect(await unrestIn(world)).toEqual([]);
});

test('asked many times at once: one link', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask()));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
  await world.settle();
  expect(links()).toHaveLength(2);
  expect(await unrestIn(world)).toEqual([]);
});

describe('whoever has no use for a link gets none, and the same answer after the same work', () => {
  const cases: readonly (readonly [string, () => Promise<string>])[] = [
    ['an address that nobody has', () => Promise.resolve('nobody@example.com')],
    ['an account that is active', async () => { await liveThrough(world, subject); return someone.email; }],
    ['an administrator', () => Promise.resolve(administrator.email)],
    ['an account that is being deleted', () => { world.tables.overwrite('identity', userKey(subject), { status: 'deleting' }); return Promise.resolve(someone.email); }],
    ['an account whose address is verified and which is not active yet', () => { world.tables.overwrite('identity', userKey(subject), { emailVerified: true }); return Promise.resolve(someone.email); }],
  ];

  test.each(cases)('%s', async (_, prepared) => {
    const waiting = { ...someone, email: 'waiting@example.com' };
    await world.register(waiting);
    await world.settle();
    const email = await prepared();
    await ask('warms.up@example.com');
    const before = world.mailbox.sent.length;
    work = [];
    const answer = await ask(email);
    const done = work;
    await world.settle();
    expect(world.mailbox.sent).toHaveLength(before);
    work = [];
    const real = await ask(waiting.email);
    expect(done).toEqual(work.slice(0, done.length));
    expect(done.filter((each) => each === 'transact')).toHaveLength(1);
    expect({ ...answer, headers: { ...answer.headers, 'x-request-id': '' } }).toEqual({ ...real, headers: { ...real.headers, 'x-request-id': '' } });
    await world.settle();
    expect(world.mailbox.sent).toHaveLength(before + 1);
  });

  test('an address of another tenant', async () => {
    expect(await ask(someone.email, { tenantId: 'elsewhere' })).toMatchObject({ status: 202, text: '{}' });
    expect(await ask(someone.email, { tenantId: 'elsewhere', key: 'k' })).toMatchObject({ status: 202, text: '{}' });
    await world.settle();
    expect(links()).toHaveLength(1);
  });
});

test('the same request under its key: one link, also after a minute; another address under it is refused', async () => {
  await ask(someone.email, { key: 'k' });
  await world.time.pass(61_000);
  expect(await ask(someone.email, { key: 'k' })).toMatchObject({ status: 202, text: '{}' });
  expect(await ask('nobody@example.com', { key: 'k' })).toMatchObject({ status: 422 });
  await world.settle();
  expect(links()).toHaveLength(2);
});

test('asked before the first mail has left: the last link that was issued works', async () => {
  world.end();
  ({ world, subject } = await World.withRegistration());
  world.inject('SendVerificationEmail', async (proceed) => {
    await ask();
    return proceed();
  });
  await world.settle();
  expect(links()).toHaveLength(2);
  expect((await Promise.all(links().map(outcomeOf))).toSorted()).toEqual(['token-unknown', 'verified']);
  await world.settle();
  expect(await unrestIn(world)).toEqual([]);
});

test('a click on the old link while the fresh one is on its way counts, and no second link is issued', async () => {
  let clicked = '';
  world.tables.interfere = (writes) => {
    if (clicked || !writes.some((write) => 'put' in write && write.put.sk === 'TOKEN#verify-email')) return;
    clicked = 'used';
    world.tables.overwrite('identity', { pk: userKey(subject).pk, sk: 'TOKEN#verify-email' }, { usedAt: new Date().toISOString() });
    world.tables.overwrite('identity', userKey(subject), { emailVerified: true });
  };
  await ask();
  await world.settle();
  expect([clicked, links().length]).toEqual(['used', 1]);
  expect(await outcomeOf(linkNumber(0))).toBe('already-verified');
});

test('an address that takes no mail for good is marked, and the mark goes with a mail that arrives', async () => {
  world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
  await ask();
  await world.settle();
  expect(await world.runOf('verification_resend', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
  expect(await world.user(subject)).toMatchObject({ undeliverable: true });
  await world.time.pass(61_000);
  await ask();
  await world.settle();
  expect((await world.user(subject)).undeliverable).toBeUndefined();
  expect(links()).toHaveLength(2);
});

describe('a resend that meets a fault', () => {
  const passing: readonly (readonly [string, Fault, number])[] = [
    ['fails as often as it may', failsWith('TransientFailure'), 3], ['dies between effect and reply', afterItsEffect('Lambda.Unknown'), 1],
    ['is called twice, one after the other', twiceInSequence, 1], ['is called twice at once', twiceAtOnce, 1], ['hangs, and takes effect long after', lateBy(30_000), 1],
  ];
  test.each(passing)('%s: one link, which works', async (_, fault, times) => {
    world.inject('ResendVerificationEmail', fault, times);
    await ask();
    await world.settle();
    expect(new Set(links()).size).toBe(2);
    expect(await outcomeOf(links().at(-1) ?? '')).toBe('verified');
    await world.settle();
    expect(await unrestIn(world)).toEqual([]);
  });

  test('fails for good: the run waits for a person, the old link still works', async () => {
    world.inject('ResendVerificationEmail', failsWith('BusinessRefusal'), 'always');
    await ask();
    await world.settle();
    expect(await world.runOf('verification_resend', subject)).toMatchObject({ status: 'PARKED', failedStep: 'ResendVerificationEmail' });
    expect(await outcomeOf(linkNumber(0))).toBe('verified');
  });
});
