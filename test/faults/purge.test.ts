import { World, someone, TENANT, type HttpAnswer } from '../support/world.ts';
import { createTenant, type NewTenant } from '../../lambdas/accounts/create-tenant.ts';
import { deletionKey } from '../../lambdas/adapters/deletion-requests.ts';
import { gateKey, roleBindingKey, userKey, authorizationKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { personKeyKey, vault } from '../../lambdas/adapters/vault.ts';
import { register, registrationStatus, resendVerification } from '../../lambdas/api/auth/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { listUsers } from '../../lambdas/api/users/routes.ts';
import { unverifiedTouches } from '../../lambdas/kit/engine-touches.ts';
import { sealMade } from '../../lambdas/erasure/seal.ts';
import { operationEntry, stepEntry } from '../../lib/entry-points.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { found } from '../support/canary.ts';
import { touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { audited, liveThrough, mailsTo, residueOf, unrestIn } from '../support/picture.ts';

/** Registrations that nobody verifies: a reminder before the link ends, and a month later they are gone. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  await world.settle();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const AN_HOUR = 3_600_000;
const A_DAY = 24 * AN_HOUR;
const operation = { entry: operationEntry('unverified-accounts'), touches: unverifiedTouches };
const look = async (): Promise<unknown> => {
  const round = await world.host.invoke(operation, {});
  await world.settle();
  return round;
};
const after = async (ms: number): Promise<unknown> => {
  await world.time.pass(ms);
  return look();
};
const linkOf = (mail: { mail: { text: string } } | undefined): string => /token=([\w-]+)/.exec(mail?.mail.text ?? '')?.[1] ?? 'none';
const verificationMails = (of = subject) => mailsTo(world, of, 'verify');
const ask = (): Promise<HttpAnswer> => world.call(resendVerification, { body: { tenantId: TENANT, email: someone.email } });
const reminded = async (): Promise<void> => { await after(19 * AN_HOUR); };
const isThere = async (of = subject): Promise<boolean> => (await world.store.get('identity', userKey(of))) !== undefined;

describe('a link that nobody has used', () => {
  test('is recalled once, some hours before it ends, with the very same link', async () => {
    expect(await after(17 * AN_HOUR)).toEqual({});
    expect(await after(AN_HOUR + 60_000)).toEqual({ reminded: 1 });
    const [first, reminder, ...more] = verificationMails();
    expect(more).toEqual([]);
    expect(linkOf(reminder)).toBe(linkOf(first));
    expect(reminder?.mail.subject).toBe('Reminder: please verify your e-mail address');
    expect(reminder?.mail.text).toContain('valid for 5 hours');
    expect([await after(AN_HOUR), await after(AN_HOUR), await after(A_DAY)]).toEqual([{}, {}, {}]);
    expect(verificationMails()).toHaveLength(2);
    expect(audited(world, subject, 'verification.reminded')).toHaveLength(1);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('still works after it was recalled', async () => {
    await after(19 * AN_HOUR);
    expect(await world.verify(linkOf(verificationMails()[1]))).toMatchObject({ status: 200 });
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is recalled once by two who come at the same moment', async () => {
    await world.time.pass(19 * AN_HOUR);
    await Promise.all([world.host.invoke(operation, {}), world.host.invoke(operation, {}), world.host.invoke(operation, {})]);
    await world.settle();
    expect(verificationMails()).toHaveLength(2);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('and was replaced by a fresh one is not recalled; the fresh one is, in its own time', async () => {
    await world.time.pass(17 * AN_HOUR);
    await ask();
    await world.settle();
    expect(await after(2 * AN_HOUR)).toEqual({});
    expect(await after(17 * AN_HOUR)).toEqual({ reminded: 1 });
    const [, fresh, reminder] = verificationMails();
    expect(linkOf(reminder)).toBe(linkOf(fresh));
  });

  test('that was used meanwhile is not recalled, although the reminder was due', async () => {
    await world.time.pass(19 * AN_HOUR);
    world.inject('SendVerificationReminder', async (proceed) => {
      await world.verify(linkOf(verificationMails()[0]));
      return proceed();
    });
    await look();
    expect(verificationMails()).toHaveLength(1);
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is not recalled when it has ended before anybody came to look', async () => {
    expect(await after(2 * A_DAY)).toEqual({ later: 1 });
    expect(verificationMails()).toHaveLength(1);
  });

  test.each([['fails once', failsWith('TransientFailure'), 1], ['fails for good', failsWith('BusinessRefusal'), 'always']] as const)('is not recalled twice when the reminder %s', async (_, fault, times) => {
    world.inject('SendVerificationReminder', fault, times);
    await after(19 * AN_HOUR);
    await after(AN_HOUR);
    expect(verificationMails()).toHaveLength(times === 1 ? 2 : 1);
    expect(await world.runOf('verification_reminder', subject)).toMatchObject({ status: times === 1 ? 'COMPLETED' : 'PARKED' });
  });

  test('of an address that takes no mail marks the account', async () => {
    world.mailbox.failNext(['address rejected']);
    await after(19 * AN_HOUR);
    expect(await world.runOf('verification_reminder', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await world.user(subject)).toMatchObject({ undeliverable: true });
  });
});

describe('a registration that was never verified', () => {
  test('is there for a month and then gone: nothing is left of the person, and the address is free', async () => {
    await reminded();
    expect(await after(29 * A_DAY)).toEqual({});
    expect(await isThere()).toBe(true);
    expect(await after(A_DAY)).toEqual({ purged: 1 });
    expect(residueOf(world, subject.userId)).toEqual([]);
    expect(await world.store.get('keys', personKeyKey(subject))).toBeUndefined();
    expect(await world.registrationsCounted()).toEqual({ registrations: 0 });
    expect(audited(world, subject, 'registration.expired')).toHaveLength(1);
    expect(world.eventsOf('user.registration_expired')).toHaveLength(1);
    expect((await world.call(listUsers, { token: await world.administratorSession() })).body['items']).toHaveLength(1);
    expect(await world.call(registrationStatus, { params: { userId: subject.userId } })).toMatchObject({ status: 200, body: { status: 'expired' } });
    expect(await look()).toEqual({});
    const again = await world.register();
    await liveThrough(world, again);
    expect(await world.user(again)).toMatchObject({ status: 'active' });
    expect(await world.registrationsCounted()).toEqual({ registrations: 1 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('counts from the last link that was asked for', async () => {
    await reminded();
    await world.time.pass(28 * A_DAY);
    await ask();
    await world.settle();
    expect(await after(3 * A_DAY)).toEqual({ later: 1 });
    expect(await after(20 * A_DAY)).toEqual({});
    expect(await after(8 * A_DAY)).toEqual({ purged: 1 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is removed once by many who come at the same moment', async () => {
    await reminded();
    await world.time.pass(30 * A_DAY);
    await Promise.all(Array.from({ length: 4 }, () => world.host.invoke(operation, {})));
    await world.settle();
    expect(world.eventsOf('user.registration_expired')).toHaveLength(1);
    expect(await world.registrationsCounted()).toEqual({ registrations: 0 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gives its place and its invitation back', async () => {
    const open = (tenantId: string, about: Partial<NewTenant>): Promise<unknown> => createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
      { tenantId, name: tenantId, admin: { email: 'ada@example.org', password: 'correct horse battery', firstName: 'Ada', lastName: 'Admin', language: 'en' }, ...about }, new Date());
    await open('club', { registrationPolicy: 'invitation', registrationQuota: 1 });
    await world.call(createInvitation, { token: await world.administratorSession('club'), body: { email: 'guest@example.com' } });
    await world.settle();
    const invitationToken = /invitation=([\w-]+)/.exec(world.mailbox.sent.at(-1)?.mail.text ?? '')?.[1];
    const { body } = await world.call(register, { body: { tenantId: 'club', ...someone, email: 'guest@example.com', invitationToken } });
    const guest = { tenantId: 'club', userId: String(body['userId']) };
    const used = async (): Promise<number> => (await Promise.all(Array.from({ length: 16 }, (_, shard) => world.store.get('identity', gateKey('club', shard))))).reduce((sum, shard) => sum + Number(shard?.['used']), 0);
    const invitations = () => world.tables.items('identity').filter(({ sk }) => sk === 'INVITATION').map(({ usedBy }) => usedBy);
    await world.settle();
    expect([await used(), invitations()]).toEqual([1, [guest.userId]]);
    await reminded();
    expect(await after(30 * A_DAY)).toEqual({ purged: 2 });
    expect([await used(), invitations()]).toEqual([0, [undefined]]);
    expect(residueOf(world, guest.userId)).toEqual([]);
  });

  test('whose registration waits for a person is his business', async () => {
    world.end();
    ({ world, subject } = await World.withRegistration());
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.inject('ReleaseEmailAddress', failsWith('BusinessRefusal'), 'always');
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATION_FAILED' });
    expect(await after(31 * A_DAY)).toEqual({ later: 1 });
    expect(await isThere()).toBe(true);
  });

  test('to which somebody gave a role is not removed', async () => {
    world.tables.overwrite('identity', authorizationKey(subject), { roleIds: ['administrator', 'member'] });
    world.tables.overwrite('identity', roleBindingKey(subject, 'administrator'), { roleId: 'administrator' });
    await reminded();
    expect(await after(30 * A_DAY)).toEqual({ kept: 1 });
    expect(await after(A_DAY)).toEqual({});
    expect(await isThere()).toBe(true);
  });

  test('leaves nothing of the person in the clear in what is told of its end', async () => {
    await reminded();
    await after(30 * A_DAY);
    const everything = JSON.stringify(world.tables.snapshot()) + world.log.lines.join('\n') + JSON.stringify(world.bus.events);
    expect(found(everything, { email: someone.email, firstName: someone.firstName, lastName: someone.lastName })).toEqual([]);
  });
});

describe('an account that is verified', () => {
  test('carries no mark any more, and nobody looks at it', async () => {
    await world.verify(linkOf(verificationMails()[0]));
    expect(await world.store.get('identity', userKey(subject))).not.toHaveProperty('dueAt');
    expect([await after(A_DAY), await after(60 * A_DAY)]).toEqual([{}, {}]);
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
  });

  test('in a tenant that waives the proof is left alone', async () => {
    world.tables.overwrite('identity', userKey(subject), { status: 'active' });
    expect([await after(A_DAY), await after(60 * A_DAY)]).toEqual([{ kept: 1 }, {}]);
  });
});

const racing = async (act: () => Promise<unknown>): Promise<unknown> => {
  await after(19 * AN_HOUR);
  await ask();
  await world.settle();
  await after(18 * AN_HOUR);
  // As if the month had passed while the link is still good: nothing but the compare-and-set stands between them.
  world.tables.overwrite('identity', userKey(subject), { createdAt: '2026-01-01T00:00:00.000Z', linkValidUntil: '2026-01-02T00:00:00.000Z', dueAt: new Date().toISOString() });
  let acted = false;
  world.tables.interfere = (writes) => {
    if (acted || !writes.some((write) => 'delete' in write && write.delete.sk === 'USER')) return;
    acted = true;
    racer = act();
  };
  let racer: Promise<unknown> = Promise.resolve();
  const round = await world.host.invoke(operation, {});
  await racer;
  await world.settle();
  expect(acted).toBe(true);
  return round;
};

/** At the very moment of the purge: whoever comes first wins, and the other finds the world as it is. */
describe('whoever acts while the purge is about to', () => {
  test('clicks the link: either the account is verified, or it is gone and the link unknown', async () => {
    let answer: HttpAnswer | undefined;
    const round = await racing(async () => { answer = await world.verify(linkOf(verificationMails()[1])); });
    const verified = { round: { left: 1 }, answered: 200, there: true };
    expect([verified, { round: { purged: 1 }, answered: 400, there: false }]).toContainEqual({ round, answered: answer?.status, there: await isThere() });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('and has clicked it already: the purge does nothing', async () => {
    const round = await racing(() => {
      const { version } = world.tables.items('identity').find(({ sk, pk }) => sk === 'USER' && pk.endsWith(subject.userId)) ?? { version: 0 };
      world.tables.overwrite('identity', userKey(subject), { emailVerified: true, version: Number(version) + 1 });
      return Promise.resolve();
    });
    expect([round, await isThere()]).toEqual([{ left: 1 }, true]);
  });

  test('asks for a fresh link: either there is one that works, or the account is gone and nothing is sent', async () => {
    const round = await racing(ask);
    const heard = { round: { left: 1 }, there: true, links: 3 };
    expect([heard, { round: { purged: 1 }, there: false, links: 2 }]).toContainEqual({ round, there: await isThere(), links: new Set(verificationMails().map(linkOf)).size });
    expect(await unrestIn(world)).toEqual([]);
  });
});

test('what was sealed for a deletion is looked at in the same round, and goes when nobody needs it', async () => {
  const keys = vault(world.store, memoryKeyWrapper());
  const sealed = (requestId: string) => sealMade(keys, { tenantId: TENANT, requestId }, { identity: { userId: subject.userId, blindIndex: '', values: [] } }, new Date());
  await world.store.transact([...await sealed('del_open'), ...await sealed('del_unknown')]);
  world.tables.overwrite('ledger', deletionKey({ tenantId: TENANT, requestId: 'del_open' }), {
    ...subject, requestId: 'del_open', status: 'RUNNING', version: 1, profile: 'gdpr', reasonCode: 'other', requestedBy: 'usr_1', requestedAt: new Date().toISOString(),
    graceEndsAt: new Date().toISOString(), finishBy: new Date(Date.now() + 30 * A_DAY).toISOString(), statusBefore: 'active', receiptHash: 'x', cancelHash: 'x',
  });
  expect(await after(2 * AN_HOUR)).toMatchObject({ 'seal destroyed': 1, 'seal needed': 1 });
  expect(world.tables.items('keys').filter(({ sk }) => sk === 'SEAL_KEY').map(({ pk }) => pk)).toEqual([`TENANT#${TENANT}#DELETION#del_open`]);
});

/** Stands at the end: it reads what all tests above have used. */
test('what reminds and what removes needed all that it was allowed', () => {
  for (const entry of [operation.entry, stepEntry(workflowOf('verification_reminder'), { step: 'SendVerificationReminder' })]) {
    const { declared = new Set<string>(), used = new Set<string>() } = touched.get(`${entry} index.handler`) ?? {};
    expect(declared.size).toBeGreaterThan(0);
    expect([...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`)).toEqual([]);
  }
});
