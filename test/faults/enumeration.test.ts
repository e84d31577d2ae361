import crypto from 'node:crypto';
import { jest } from '@jest/globals';
import { World, someone, TENANT, type Person, type RawAnswer } from '../support/world.ts';
import { gateKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import type { Write } from '../../lambdas/adapters/store.ts';
import { register, registrationStatus } from '../../lambdas/api/auth/routes.ts';
import { GATE_SHARDS } from '../../lambdas/domain/tenant.ts';
import { failsWith } from '../support/injections.ts';
import { liveThrough, mailsTo, unrestIn } from '../support/picture.ts';

/** Nobody learns from a registration whose address is known; its owner hears of it. */
let world: World;
let subject: Subject;
let work: string[];
beforeEach(async () => {
  work = [];
  ({ world, subject } = await World.withRegistration());
  watch(world);
});
afterEach(async () => {
  await world.settle();
  jest.restoreAllMocks();
  world.end();
});

/** Notes what the functions do: reads, transactions, and password hashes. */
function watch({ tables }: World): void {
  const open = tables.store.bind(tables);
  tables.store = (guard) => {
    const store = open(guard);
    return {
      ...store,
      get: (table, key) => { work.push(`read ${table}`); return store.get(table, key); },
      transact: (writes) => { work.push('transact'); return store.transact(writes); },
    };
  };
  const argon2 = crypto.argon2;
  jest.spyOn(crypto, 'argon2').mockImplementation((...all) => { work.push('hash'); argon2(...all); });
}

const nobody: Person = { ...someone, email: 'nobody.yet@example.com' };
const post = (person: Person, more: { key?: string | null; language?: string } = {}): Promise<RawAnswer> => world.exchange(register, { body: { tenantId: TENANT, ...person }, ...more });
const userIdIn = ({ text }: RawAnswer): string => ((JSON.parse(text) as { userId?: string }).userId ?? 'none');
/** As a caller sees it, but for what differs between any two calls. */
const seen = ({ status, headers, text }: RawAnswer) => ({
  status, headers: { ...headers, 'x-request-id': 'id' }, text: text.replaceAll(userIdIn({ status, headers, text }), 'userId'), idLength: userIdIn({ status, headers, text }).length,
});
const workOf = async (person: Person, key: string | null = null): Promise<readonly string[]> => {
  work = [];
  await post(person, { key });
  return work.toSorted();
};
const notices = () => mailsTo(world, subject, 'already');
const statusOf = ({ userId }: { userId: string }) => world.exchange(registrationStatus, { params: { userId } });

describe('the answer for a known address', () => {
  test.each(['en', 'zh-CN'])('is that for an unknown one, in %s: status, headers, body', async (language) => {
    const [unknown, known, knownAgain] = [await post(nobody, { language }), await post(someone, { language }), await post(someone, { language })];
    expect(seen(known)).toEqual(seen(unknown));
    expect(seen(knownAgain)).toEqual(seen(unknown));
    expect(unknown.status).toBe(202);
    expect(new Set([subject.userId, ...[unknown, known, knownAgain].map(userIdIn)]).size).toBe(4);
  });

  test.each(['pending', 'active', 'about to be deleted', 'being deleted'])('is the same whether the account is %s', async (state) => {
    await (state === 'pending' ? world.settle() : liveThrough(world, subject));
    if (state.includes('deleted')) world.tables.overwrite('identity', userKey(subject), { status: state.startsWith('about') ? 'deletion_pending' : 'deleting' });
    expect(seen(await post(someone))).toEqual(seen(await post(nobody)));
    await world.settle();
    expect(notices()).toHaveLength(state.includes('deleted') ? 0 : 1);
  });

  test('is the same for another spelling of the address', async () => {
    expect(seen(await post({ ...someone, email: ' ANNA.berg@EXAMPLE.com' }))).toEqual(seen(await post(nobody)));
    await world.settle();
    expect(notices()).toHaveLength(1);
  });

  test.each([['with', 'a-key'], ['without', null]])('costs the same %s an idempotency key: hashes, reads, transactions', async (_, key) => {
    world.tables.onStream = () => undefined;
    await post({ ...someone, email: 'warms.up@example.com' });
    const unknown = await workOf(nobody, key);
    expect(unknown.filter((each) => each === 'hash')).toHaveLength(1);
    expect(unknown.filter((each) => each === 'transact')).toHaveLength(1);
    expect(await workOf(someone, key && `${key}2`)).toEqual(unknown);
    expect(await workOf(someone, key && `${key}3`)).toEqual(unknown);
  });

  test.each<readonly [string, Partial<Person>]>([['a weak password', { password: 'password' }], ['no name', { firstName: '' }]])('is a refusal all the same for %s', async (_, mistake) => {
    const [known, unknown] = [await world.call(register, { body: { tenantId: TENANT, ...someone, ...mistake } }), await world.call(register, { body: { tenantId: TENANT, ...nobody, ...mistake } })];
    expect(known.status).toBe(400);
    expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('is the same refusal where the tenant has closed meanwhile', async () => {
    for (let shard = 0; shard < GATE_SHARDS; shard += 1) world.tables.overwrite('identity', gateKey(TENANT, shard), { open: false });
    expect([(await post(someone)).status, (await post(nobody)).status]).toEqual([404, 404]);
  });

  test('does not depend on what else happens to the account at that moment', async () => {
    let met = false;
    world.tables.interfere = (writes) => {
      if (met || !writes.some((write) => touches(write, userKey(subject).pk, 'USER'))) return;
      met = true;
      world.tables.overwrite('identity', userKey(subject), { version: 40 });
    };
    expect((await post(someone)).status).toBe(202);
    await world.settle();
    expect([met, notices().length]).toEqual([true, 1]);
  });
});

const touches = (write: Write, pk: string, sk: string): boolean => 'update' in write && write.update.pk === pk && write.update.sk === sk;

describe('the page of a registration', () => {
  test.each([0, 1_000, 23 * 3_600_000, 24 * 3_600_000 - 1_000, 24 * 3_600_000, 25 * 3_600_000, 29 * 86_400_000])('tells of a decoy what it tells of an account that nobody verified, after %d ms', async (age) => {
    const [real, decoy] = [{ userId: userIdIn(await post(nobody)) }, { userId: userIdIn(await post(someone)) }];
    await world.time.pass(age);
    work = [];
    const ofReal = await statusOf(real);
    const readsOfReal = work;
    work = [];
    const ofDecoy = await statusOf(decoy);
    expect({ ...ofDecoy, headers: { ...ofDecoy.headers, 'x-request-id': '' } }).toEqual({ ...ofReal, headers: { ...ofReal.headers, 'x-request-id': '' } });
    expect(work).toEqual(readsOfReal);
    expect(ofReal).toMatchObject({ status: 200, text: JSON.stringify({ status: age < 24 * 3_600_000 ? 'awaiting_verification' : 'expired' }) });
  });
});

describe('the owner of a known address', () => {
  test('hears of it once, by a process of its own', async () => {
    await liveThrough(world, subject);
    await post(someone);
    await world.settle();
    expect(notices()).toHaveLength(1);
    expect(await world.runOf('known_address_notice', subject)).toMatchObject({ status: 'COMPLETED', steps: [{ step: 'NotifyAddressOwner', status: 'DONE', attempts: 1 }] });
    expect(world.mailbox.sent.filter(({ to }) => to === someone.email)).toHaveLength(3);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('hears nothing of what was typed', async () => {
    await post({ ...someone, firstName: 'Mallory', lastName: 'Visit evil.example' });
    await world.settle();
    expect(JSON.stringify(notices())).not.toMatch(/Mallory|evil/);
  });

  test('is told at most once an hour, however often somebody tries', async () => {
    for (let n = 0; n < 5; n += 1) await post(someone);
    await world.settle();
    expect(notices()).toHaveLength(1);
    await world.time.pass(3_600_000 - 1_000);
    await post(someone);
    await world.settle();
    expect(notices()).toHaveLength(1);
    await world.time.pass(2_000);
    await post(someone);
    await world.settle();
    expect(notices()).toHaveLength(2);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('keeps the account as it is', async () => {
    await liveThrough(world, subject);
    const before = await world.user(subject);
    await post({ ...someone, password: 'another long passphrase' });
    await world.settle();
    expect(await world.user(subject)).toEqual({ ...before, version: expect.any(Number), addressNoticeAt: expect.any(String) });
  });

  test('who cannot be told leaves a run that waits for a person, and the answer was the same', async () => {
    world.inject('NotifyAddressOwner', failsWith('BusinessRefusal'), 'always');
    expect((await post(someone)).status).toBe(202);
    await world.settle();
    expect(await world.runOf('known_address_notice', subject)).toMatchObject({ status: 'PARKED', failedStep: 'NotifyAddressOwner' });
    expect(world.machines.deadLetters.map(({ queue }) => queue)).toEqual(['known_address_notice_dlq']);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gets one mail also when its answer was lost', async () => {
    world.mailbox.failNext(['sent, reply lost'], ({ mail }) => mail.subject.includes('already'));
    await post(someone);
    await world.settle();
    expect(notices()).toHaveLength(1);
  });
});

describe('one address, twice', () => {
  test('at once: one account, both are answered alike', async () => {
    const [one, other] = await Promise.all([post(nobody), post(nobody)]);
    expect(seen(one)).toEqual(seen(other));
    await world.settle();
    const accounts = world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && [one, other].some((answer) => pk.endsWith(userIdIn(answer))));
    expect(accounts).toHaveLength(1);
    expect(world.eventsOf('user.created')).toHaveLength(2);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('under one idempotency key: one account, one and the same answer, and nobody is told', async () => {
    const first = await post(nobody, { key: 'k' });
    const again = await post(nobody, { key: 'k' });
    expect(again.text).toBe(first.text);
    await world.settle();
    expect(world.mails('already')).toEqual([]);
  });

  test('under one idempotency key at once: one account, one and the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(nobody, { key: 'k' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await world.settle();
    expect(world.mails('already')).toEqual([]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('a decoy is answered again under its key as an account is, and another body is refused', async () => {
    const first = await post(someone, { key: 'k' });
    await world.settle();
    const before = world.tables.snapshot();
    expect((await post(someone, { key: 'k' })).text).toBe(first.text);
    expect(world.tables.snapshot()).toEqual(before);
    expect((await post({ ...someone, password: 'another long passphrase' }, { key: 'k' })).status).toBe(422);
    await world.settle();
    expect(notices()).toHaveLength(1);
  });

  test('is free again once the registration that had it was undone', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED' });
    const next = await world.register(someone);
    await liveThrough(world, next);
    expect(await world.user(next)).toMatchObject({ status: 'active' });
    expect(notices()).toEqual([]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is free again also when somebody tried it while it was being undone', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.inject('RemoveUserProfile', async (proceed) => {
      await post(someone);
      return proceed();
    });
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED' });
    await liveThrough(world, await world.register(someone));
    expect(await unrestIn(world)).toEqual([]);
  });
});
