import { World, administrator, someone } from '../support/world.ts';
import { comingAgain } from '../support/coming-again.ts';
import { gateKey, invitationKey, tenantKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { keyOf } from '../../lambdas/adapters/store.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import { personKeyKey, vault } from '../../lambdas/adapters/vault.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { readRun, readSteps } from '../../lambdas/adapters/run-ledger.ts';
import { createTenant, type NewTenant } from '../../lambdas/accounts/create-tenant.ts';
import { register } from '../../lambdas/api/auth/routes.ts';
import { createInvitation, deleteInvitation } from '../../lambdas/api/invitations/routes.ts';
import { GATE_SHARDS } from '../../lambdas/domain/tenant.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { unrestIn } from '../support/picture.ts';
import { touched } from '../support/function-host.ts';
import { routeEntry, stepEntry } from '../../lib/entry-points.ts';

let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const TENANT = 'club';
const open = (about: Partial<NewTenant>, tenantId = TENANT): Promise<unknown> =>
  createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) }, { tenantId, name: 'The club', admin: administrator, ...about }, new Date());
const come = (email: string, more: Readonly<Record<string, unknown>> = {}) => world.call(register, { body: { tenantId: TENANT, ...someone, email, ...more } });
const subjectOf = ({ body }: { body: Readonly<Record<string, unknown>> }): Subject => ({ tenantId: TENANT, userId: String(body['userId']) });
const errorsOf = ({ body }: { body: Readonly<Record<string, unknown>> }): unknown => body['errors'];

/** The picture's own count of registrations is of the demo tenant. */
const unrest = async (): Promise<readonly string[]> => (await unrestIn(world)).filter((each) => !each.startsWith('the tenant counts'));
const usedPlaces = async (): Promise<number> => {
  const shards = await Promise.all(Array.from({ length: GATE_SHARDS }, (_, shard) => world.store.get('identity', gateKey(TENANT, shard))));
  return shards.reduce((sum, shard) => sum + Number(shard?.['used'] ?? 0), 0);
};

describe('a tenant that takes certain domains', () => {
  beforeEach(() => open({ registrationPolicy: { domains: ['Example.com', 'bücher.example'] } }));

  test.each(['anna@example.com', 'anna@EXAMPLE.COM', 'anna@bücher.example', 'anna@xn--bcher-kva.example'])('lets in %s', async (email) => {
    expect(await come(email)).toMatchObject({ status: 202 });
  });

  test.each(['anna@example.org', 'anna@sub.example.com', 'anna@notexample.com', 'anna@example.com.evil.example'])('does not let in %s, and says why', async (email) => {
    const before = world.tables.snapshot();
    const answer = await come(email);
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/registration-not-allowed' } });
    expect(errorsOf(answer)).toEqual([{ pointer: '/email', code: 'domain-not-allowed', detail: expect.any(String) as string }]);
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('says the same to whoever has an account and to whoever has none', async () => {
    await come('anna@example.com');
    world.tables.overwrite('identity', tenantKey(TENANT), { registrationPolicy: { domains: ['example.org'] } });
    const [known, unknown] = [await come('anna@example.com'), await come('nobody@example.com')];
    expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(known.status).toBe(403);
    world.tables.overwrite('identity', tenantKey(TENANT), { registrationPolicy: { domains: ['example.com'] } });
    const accepted = [await come('anna@example.com'), await come('nobody@example.com')];
    expect(accepted.map(({ status, body }) => [status, Object.keys(body)])).toEqual(accepted.map(() => [202, Object.keys(accepted[0]?.body ?? {})]));
  });
});

test('a tenant with a list that names no domain is not made', async () => {
  await expect(open({ registrationPolicy: { domains: ['not a domain'] } })).rejects.toMatchObject({ name: '$ZodError' });
  await expect(open({ registrationPolicy: { domains: [] } })).rejects.toMatchObject({ name: '$ZodError' });
  await expect(open({ registrationQuota: 0 })).rejects.toMatchObject({ name: '$ZodError' });
  expect(await world.store.get('identity', tenantKey(TENANT))).toBeUndefined();
});

describe('a tenant with a quota', () => {
  test('of twenty, when forty come at once: twenty are in, twenty hear that it is full', async () => {
    await open({ registrationQuota: 20 });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => world.time.work(() => comingAgain(() => come(`person${n}@example.com`)))));
    const by = (status: number) => answers.filter((answer) => answer.status === status);
    expect([by(202).length, by(409).length]).toEqual([20, 20]);
    for (const answer of by(409)) expect(errorsOf(answer)).toEqual([{ pointer: '/tenantId', code: 'full', detail: 'has no place left' }]);
    expect(await usedPlaces()).toBe(20);
    await world.settle();
    expect(await readTenantStatistics(world.store, TENANT)).toEqual({ registrations: 20 });
    expect(await unrest()).toEqual([]);
  }, 60_000);

  test('gives the last place to whoever asks, also when the one that was seen first is gone by then', async () => {
    await open({ registrationQuota: GATE_SHARDS });
    for (let shard = 0; shard < GATE_SHARDS; shard += 1) world.tables.overwrite('identity', gateKey(TENANT, shard), { used: shard === 4 || shard === 9 ? 0 : 1 });
    let snatched = false;
    world.tables.interfere = (writes) => {
      const gate = writes.map(keyOf).find(({ sk, pk }) => sk === 'GATE' && [gateKey(TENANT, 4).pk, gateKey(TENANT, 9).pk].includes(pk));
      if (!gate || snatched) return;
      snatched = true;
      world.tables.overwrite('identity', gate, { used: 1 });
    };
    expect(await come('anna@example.com')).toMatchObject({ status: 202 });
    expect(snatched).toBe(true);
    expect(await usedPlaces()).toBe(GATE_SHARDS);
  });

  test('that is full says so to whoever has an account and to whoever has none', async () => {
    await open({ registrationQuota: 1 });
    expect(await come('anna@example.com')).toMatchObject({ status: 202 });
    const [known, unknown] = [await come('anna@example.com'), await come('nobody@example.com')];
    expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(known.status).toBe(409);
  });

  test('loses no place to whoever has an account', async () => {
    await open({ registrationQuota: 2 });
    for (const email of ['anna@example.com', 'anna@example.com', 'anna@example.com', 'ben@example.com']) expect(await come(email)).toMatchObject({ status: 202 });
    expect(await usedPlaces()).toBe(2);
    expect(await come('cleo@example.com')).toMatchObject({ status: 409 });
  });

  test('has the place back of whoever could not be set up, once, and whoever comes next has it', async () => {
    await open({ registrationQuota: 1 });
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.inject('ReleaseEmailAddress', async (proceed) => {
      await proceed();
      return proceed();
    });
    const unlucky = await come('anna@example.com');
    expect(await come('ben@example.com')).toMatchObject({ status: 409 });
    await world.settle();
    expect(await world.runOf('user_registration', subjectOf(unlucky))).toMatchObject({ status: 'COMPENSATED' });
    expect(await usedPlaces()).toBe(0);
    expect(await come('ben@example.com')).toMatchObject({ status: 202 });
    expect(await usedPlaces()).toBe(1);
  });

  test('that was closed lets nobody in, and does not say that it is full', async () => {
    await open({ registrationQuota: 1 });
    for (let shard = 0; shard < GATE_SHARDS; shard += 1) world.tables.overwrite('identity', gateKey(TENANT, shard), { open: false });
    expect(await come('anna@example.com')).toMatchObject({ status: 404, body: { type: '/problems/tenant-not-found' } });
    expect(await usedPlaces()).toBe(0);
  });
});

test('a tenant without a quota remembers no place', async () => {
  await open({});
  const anna = subjectOf(await come('anna@example.com'));
  expect(await world.store.get('identity', userKey(anna))).not.toHaveProperty('gateShard');
  expect(await usedPlaces()).toBe(0);
});

const invitationOf = ({ body }: { body: Readonly<Record<string, unknown>> }): Subject => ({ tenantId: TENANT, userId: String(body['invitationId']) });
const linkTo = (invitation: Subject): string => {
  const mail = world.mailbox.sent.find(({ userId }) => userId === invitation.userId);
  const link = /\/register#invitation=([\w-]+)/.exec(mail?.mail.text ?? '')?.[1];
  if (!link) throw new Error('no invitation has arrived');
  return link;
};
/** Of an invitation. */
const runOf = async ({ userId }: Subject) => {
  const [event] = world.eventsOf('invitation.created').filter(({ detail }) => detail.aggregateId === userId);
  const run = event && await readRun(world.store, runIdOf('invitation', event.detail.eventId));
  if (!run) throw new Error('there is no run of the invitation');
  return { ...run, steps: await readSteps(world.store, run.runId) };
};

describe('an invitation', () => {
  const ANNA = 'anna@example.com';
  let token: string;
  beforeEach(async () => {
    await open({ registrationPolicy: 'invitation' });
    token = await world.administratorSession(TENANT);
  });

  const invite = (email = ANNA, more: Readonly<Record<string, unknown>> = {}) => world.call(createInvitation, { token, body: { email, ...more } });
  const invited = async (email = ANNA): Promise<{ invitation: Subject; invitationToken: string }> => {
    const invitation = invitationOf(await invite(email));
    await world.settle();
    return { invitation, invitationToken: linkTo(invitation) };
  };
  const refused = { status: 403, body: { type: '/problems/registration-not-allowed', errors: [{ pointer: '/invitationToken', code: 'not-invited', detail: 'is no valid invitation for this address' }] } };

  test('goes to its address, lets it in once, and its run is told in events of its own', async () => {
    const answer = await invite();
    expect(answer).toEqual({ status: 202, body: { invitationId: expect.stringMatching(/^inv_/) as string, expiresAt: '2026-03-09T08:00:00.000Z' } });
    await world.settle();
    const invitation = invitationOf(answer);
    expect(world.mailbox.sent).toEqual([{ to: ANNA, ...invitation, mail: expect.objectContaining({ subject: 'You are invited to join The club' }) as unknown }]);
    expect(await runOf(invitation)).toMatchObject({ status: 'COMPLETED', subject: invitation.userId, versionBase: 1, steps: [{ step: 'SendInvitation', status: 'DONE' }] });
    expect(world.bus.events.filter(({ detail }) => detail.aggregateId === invitation.userId).map(({ type, detail }) => [type, detail.aggregateVersion]))
      .toEqual([['invitation.created', 1], ['invitation.settled', 2]]);

    const joined = await come(ANNA, { invitationToken: linkTo(invitation) });
    expect(joined).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.runOf('user_registration', subjectOf(joined))).toMatchObject({ status: 'COMPLETED' });
    expect(await come(ANNA, { invitationToken: linkTo(invitation) })).toMatchObject(refused);
    expect(await unrest()).toEqual([]);
  });

  test('stands nowhere in the clear: neither the address nor the link', async () => {
    const { invitationToken } = await invited();
    const secret = Buffer.from(invitationToken, 'base64url').subarray(-32);
    const everything = JSON.stringify([world.tables.snapshot(), world.bus.events, world.machines.executions]);
    for (const value of [ANNA, 'anna', invitationToken, secret.toString('base64url'), secret.toString('base64'), secret.toString('hex')]) expect(everything).not.toContain(value);
  });

  test.each<[string, () => Promise<Readonly<Record<string, unknown>>>]>([
    ['none', () => Promise.resolve({})],
    ['no token at all', () => Promise.resolve({ invitationToken: 'x' })],
    ['of another address', async () => ({ invitationToken: (await invited('ben@example.com')).invitationToken })],
    ['with another secret', async () => {
      const bytes = Buffer.from((await invited()).invitationToken, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      return { invitationToken: bytes.toString('base64url') };
    }],
    ['too old', async () => {
      const { invitationToken } = await invited();
      await world.time.pass(7 * 86_400_000);
      return { invitationToken };
    }],
    ['withdrawn', async () => {
      const { invitation, invitationToken } = await invited();
      expect(await world.call(deleteInvitation, { token, params: { id: invitation.userId } })).toEqual({ status: 204, body: {} });
      return { invitationToken };
    }],
    ['of another tenant', async () => {
      await open({ registrationPolicy: 'invitation' }, 'other');
      const elsewhere = await world.call(createInvitation, { token: await world.administratorSession('other'), body: { email: ANNA } });
      await world.settle();
      return { invitationToken: linkTo(invitationOf(elsewhere)) };
    }],
  ])('%s: nobody is let in, whether or not the address has an account', async (_, given) => {
    const known = 'known@example.com';
    expect(await come(known, { invitationToken: (await invited(known)).invitationToken })).toMatchObject({ status: 202 });
    await world.settle();
    const more = await given();
    const before = world.tables.snapshot();
    const answers = [await come(ANNA, more), await come(known, more)];
    expect(answers).toMatchObject([refused, refused]);
    expect({ ...answers[0]?.body, requestId: '' }).toEqual({ ...answers[1]?.body, requestId: '' });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('works until the last moment, in whatever spelling of the address', async () => {
    const { invitationToken } = await invited();
    await world.time.pass(7 * 86_400_000 - 2_000);
    expect(await come('Anna@Example.COM', { invitationToken })).toMatchObject({ status: 202 });
  });

  test('for an address that has an account already is used up all the same, and the answer is the same', async () => {
    const first = await invited();
    const joined = await come(ANNA, { invitationToken: first.invitationToken });
    await world.settle();
    const second = await invited();
    const again = await come(ANNA, { invitationToken: second.invitationToken });
    expect(again.status).toBe(202);
    expect(Object.keys(again.body)).toEqual(Object.keys(joined.body));
    expect(await come(ANNA, { invitationToken: second.invitationToken })).toMatchObject(refused);
    expect(world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && pk.startsWith(`TENANT#${TENANT}#`))).toHaveLength(2);
  });

  test('used ten times at once lets in one', async () => {
    const { invitationToken } = await invited();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.time.work(() => come(ANNA, { invitationToken }))));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(9);
  });

  test('is good again when the account could not be set up', async () => {
    const { invitation, invitationToken } = await invited();
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const unlucky = await come(ANNA, { invitationToken });
    await world.settle();
    expect(await world.runOf('user_registration', subjectOf(unlucky))).toMatchObject({ status: 'COMPENSATED' });
    expect(await world.store.get('identity', invitationKey(invitation))).not.toHaveProperty('usedBy');
    expect(await come(ANNA, { invitationToken })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await unrest()).toEqual([]);
  });

  test('that is gone when the account could not be set up stays gone, and the account goes all the same', async () => {
    const { invitation, invitationToken } = await invited();
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const unlucky = await come(ANNA, { invitationToken });
    expect(await world.call(deleteInvitation, { token, params: { id: invitation.userId } })).toMatchObject({ status: 204 });
    await world.settle();
    expect(await world.runOf('user_registration', subjectOf(unlucky))).toMatchObject({ status: 'COMPENSATED' });
    expect(await unrest()).toEqual([]);
  });

  test('that is withdrawn takes its key along, and a mail that has not left stays', async () => {
    const { invitation } = await invited();
    expect(await world.store.get('keys', personKeyKey(invitation))).toHaveProperty('expiresAt', Date.parse('2026-03-09T08:00:00.000Z') / 1000);
    await world.call(deleteInvitation, { token, params: { id: invitation.userId } });
    expect(await world.store.get('keys', personKeyKey(invitation))).toBeUndefined();
    expect(await world.store.get('identity', invitationKey(invitation))).toBeUndefined();

    world.inject('SendInvitation', async (proceed) => {
      const [event] = world.eventsOf('invitation.created').slice(-1);
      await world.call(deleteInvitation, { token, params: { id: String(event?.detail.aggregateId) } });
      return proceed();
    });
    const unsent = invitationOf(await invite('ben@example.com'));
    await world.settle();
    expect(world.mailbox.sent.filter(({ userId }) => userId === unsent.userId)).toEqual([]);
    expect(await runOf(unsent)).toMatchObject({ status: 'COMPLETED' });
  });

  test('of another tenant, of nobody, or withdrawn before: not found, and an account is none', async () => {
    await open({}, 'other');
    const foreign = await world.administratorSession('other');
    const { invitation } = await invited();
    expect(await world.call(deleteInvitation, { token: foreign, params: { id: invitation.userId } })).toMatchObject({ status: 404 });
    expect(await world.store.get('identity', invitationKey(invitation))).toBeDefined();
    const withdraw = (id: string) => world.call(deleteInvitation, { token, params: { id } });
    const [account] = world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && pk.startsWith(`TENANT#${TENANT}#`));
    for (const id of ['inv_nothing', account?.['userId'] as string]) expect(await withdraw(id)).toMatchObject({ status: 404 });
    const outcomes = await Promise.all([withdraw(invitation.userId), withdraw(invitation.userId)]);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([204, 404]));
  });

  test('is nothing that anybody sends without the right', async () => {
    expect(await invite(ANNA, { roleId: 'member' })).toMatchObject({ status: 202 });
    expect(await invite(ANNA, { roleId: 'administrator' })).toMatchObject({ status: 202 });
    expect(await world.call(createInvitation, { body: { email: ANNA } })).toMatchObject({ status: 401 });
    const { invitationToken } = await invited();
    const member = subjectOf(await come(ANNA, { invitationToken }));
    await world.settle();
    await world.verify(world.tokenOf(member));
    await world.settle();
    const { token: asMember, write } = newSession(member, new Date());
    await world.store.transact([write]);
    expect(await world.call(createInvitation, { token: asMember, body: { email: 'ben@example.com' } })).toMatchObject({ status: 403 });
    expect(await world.call(deleteInvitation, { token: asMember, params: { id: 'inv_1' } })).toMatchObject({ status: 403 });
  });

  test('that nobody takes waits for a person, and goes out when it is tried again', async () => {
    world.mailbox.failNext(['address rejected']);
    const invitation = invitationOf(await invite());
    await world.settle();
    const { runId, ...run } = await runOf(invitation);
    expect(run).toMatchObject({ status: 'PARKED', failedStep: 'SendInvitation', errorClass: 'AddressRejected' });
    expect(world.machines.deadLetters).toMatchObject([{ queue: 'invitation_dlq', body: { runId } }]);
    expect(await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await runOf(invitation)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(await come(ANNA, { invitationToken: linkTo(invitation) })).toMatchObject({ status: 202 });
  });

  test('whose mail may or may not have left is sent once more, with the same link', async () => {
    world.mailbox.failNext(['sent, reply lost']);
    const { invitation } = await invited();
    const links = world.mailbox.sent.filter(({ userId }) => userId === invitation.userId).map(({ mail }) => /invitation=([\w-]+)/.exec(mail.text)?.[1]);
    expect([links.length, new Set(links).size]).toEqual([2, 1]);
  });
});

test('an invitation also lets in whoever has no address of the tenant’s domains', async () => {
  await open({ registrationPolicy: { domains: ['example.com'] } });
  await world.call(createInvitation, { token: await world.administratorSession(TENANT), body: { email: 'guest@example.org' } });
  await world.settle();
  const invitationToken = /invitation=([\w-]+)/.exec(world.mailbox.sent[0]?.mail.text ?? '')?.[1];
  expect(await come('guest@example.org')).toMatchObject({ status: 403 });
  expect(await come('guest@example.org', { invitationToken })).toMatchObject({ status: 202 });
});

/** Stands at the end: it reads what all tests above have used. */
test('what invites and what is given back needed all that it was allowed', () => {
  const entries = [...[createInvitation, deleteInvitation].map(routeEntry), stepEntry(workflowOf('invitation'), { step: 'SendInvitation' }), stepEntry(workflowOf('user_registration'), { step: 'ReleaseEmailAddress' })];
  for (const entry of entries) {
    const { declared = new Set<string>(), used = new Set<string>() } = touched.get(`${entry} index.handler`) ?? {};
    expect(declared.size).toBeGreaterThan(0);
    expect([...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`)).toEqual([]);
  }
});
