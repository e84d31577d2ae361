import { jest } from '@jest/globals';
import { World, someone, TENANT, administrator, type HttpAnswer, type RawAnswer } from '../support/world.ts';
import { authorizationKey, credentialKey, tokenKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { tokenIssued } from '../../lambdas/adapters/tokens.ts';
import { login, requestPasswordReset, resetPassword } from '../../lambdas/api/auth/routes.ts';
import { createApiKey, myPermissions } from '../../lambdas/api/me/routes.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { hashOf, tokenOf } from '../../lambdas/domain/bearer-token.ts';
import { routeEntry, stepEntry } from '../../lib/entry-points.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { touched } from '../support/function-host.ts';
import { afterItsEffect, failsWith, lateBy, twiceAtOnce, twiceInSequence, type Fault } from '../support/injections.ts';
import { observedWork } from '../support/observed-work.ts';
import { audited, liveThrough, mailsTo, unrestIn } from '../support/picture.ts';

/** Whoever forgot his password sets a new one with a link that comes by mail; nobody learns by asking who has an account. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  await liveThrough(world, subject);
});
afterEach(async () => {
  await world.settle();
  jest.restoreAllMocks();
  world.end();
});

const NEW_PASSWORD = 'quite another long phrase';
const MINUTE = 60_000;
const ask = (email: string = someone.email, more: { key?: string | null; tenantId?: string } = {}): Promise<RawAnswer> =>
  world.exchange(requestPasswordReset, { body: { tenantId: more.tenantId ?? TENANT, email }, key: more.key ?? null });
const links = (): readonly string[] => world.mailbox.sent.flatMap(({ userId, mail }) => (userId === subject.userId ? /[#&?]reset=([\w-]+)/.exec(mail.text)?.[1] ?? [] : []));
async function link(): Promise<string> {
  await ask();
  await world.settle();
  return links().at(-1) ?? 'none';
}
const reset = (token: string, password = NEW_PASSWORD): Promise<HttpAnswer> => world.call(resetPassword, { body: { token, password } });
const outcomeOf = async (token: string): Promise<string> => {
  const { status, body } = await reset(token);
  return status === 200 ? 'reset' : `${status} ${String(body['type']).replace('/problems/', '')}`;
};
const logIn = (password: string): Promise<HttpAnswer> => world.call(login, { body: { tenantId: TENANT, email: someone.email, password } });
const sessionOf = async (password: string): Promise<string> => String((await logIn(password)).body['sessionToken']);
const isIn = async (token: string): Promise<boolean> => (await world.call(myPermissions, { token })).status === 200;

test('a new password is set, the old one is no longer good, all sessions have ended, and it is written down', async () => {
  const [one, other] = [await sessionOf(someone.password), await sessionOf(someone.password)];
  const elsewhere = await world.administratorSession();
  expect(await reset(await link())).toEqual({ status: 200, body: {} });
  expect([await isIn(one), await isIn(other), await isIn(elsewhere)]).toEqual([false, false, true]);
  expect([(await logIn(someone.password)).status, (await logIn(NEW_PASSWORD)).status]).toEqual([401, 200]);
  expect(await isIn(await sessionOf(NEW_PASSWORD))).toBe(true);
  expect([audited(world, subject, 'password_reset.requested').length, audited(world, subject, 'password.reset').length]).toEqual([1, 1]);
  expect(await world.runOf('password_reset', subject)).toMatchObject({ status: 'COMPLETED', steps: [{ step: 'SendPasswordResetEmail', status: 'DONE' }] });
  await world.settle();
  expect(await world.runOf('password_changed_notice', subject)).toMatchObject({ status: 'COMPLETED' });
  expect(mailsTo(world, subject, 'password was replaced')).toHaveLength(1);
  expect(await unrestIn(world)).toEqual([]);
});

test.each<[string, () => void, object]>([
  ['whose address takes no mail has a run with a warning', () => { world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('replaced')); }, { status: 'COMPLETED_WITH_WARNINGS' }],
  ['whom the mail does not reach for good has a run that waits for a person', () => { world.inject('NotifyPasswordChanged', failsWith('BusinessRefusal')); }, { status: 'PARKED', failedStep: 'NotifyPasswordChanged' }],
])('whoever %s, and the new password all the same', async (_, trouble, run) => {
  trouble();
  await reset(await link());
  await world.settle();
  expect(await world.runOf('password_changed_notice', subject)).toMatchObject(run);
  expect((await logIn(NEW_PASSWORD)).status).toBe(200);
  expect(await unrestIn(world)).toEqual([]);
});

test('the mail holds the link, and no other word by which mails are told apart', async () => {
  const token = await link();
  const mail = world.mailbox.sent.at(-1);
  expect(mail).toMatchObject({ to: someone.email, userId: subject.userId, mail: { subject: 'Set a new password' } });
  expect(mail?.mail.text).toContain(`https://console.example/reset#reset=${token}`);
  expect(`${mail?.mail.text}${mail?.mail.html}`).not.toContain('token=');
});

test('the token stands nowhere in the clear', async () => {
  const token = await link();
  const secret = Buffer.from(token, 'base64url').subarray(-32);
  expect(secret).toHaveLength(32);
  const kept = JSON.stringify([world.tables.snapshot(), world.bus.events, world.machines.executions.map(({ input }) => input), world.log.lines]);
  for (const form of [token, secret.toString('base64url'), secret.toString('hex'), secret.toString('base64')]) expect(kept).not.toContain(form);
  expect(kept).toContain(hashOf(secret));
});

describe('a link', () => {
  test.each<readonly [string, number, string]>([['up to the last second', 10 * MINUTE - 1_000, 'reset'], ['not a second longer than ten minutes', 10 * MINUTE, '400 reset-expired'], ['not a second after that', 10 * MINUTE + 1_000, '400 reset-expired'], ['nor a week later', 6 * 24 * 60 * MINUTE, '400 reset-expired']])('is good %s', async (_, age, outcome) => {
    const token = await link();
    await world.time.pass(age);
    expect(await outcomeOf(token)).toBe(outcome);
    expect((await logIn(someone.password)).status).toBe(outcome === 'reset' ? 401 : 200);
  });

  test('is good once', async () => {
    const token = await link();
    expect([await outcomeOf(token), await outcomeOf(token)]).toEqual(['reset', '400 reset-used']);
    await world.time.pass(10 * MINUTE);
    expect(await outcomeOf(token)).toBe('400 reset-used');
  });

  test('used fourteen times at once is good once', async () => {
    const token = await link();
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => reset(token, `${NEW_PASSWORD} number ${n}`)));
    const winners = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []));
    expect(winners).toHaveLength(1);
    for (const { status } of answers) expect([200, 400, 503]).toContain(status);
    const good = await Promise.all(answers.map(async (__, n) => (await logIn(`${NEW_PASSWORD} number ${n}`)).status === 200));
    expect(good.flatMap((is, n) => (is ? [n] : []))).toEqual(winners);
    expect(audited(world, subject, 'password.reset')).toHaveLength(1);
  });

  test('is void once there is a newer one, and a used one keeps nobody from the next', async () => {
    const first = await link();
    await world.time.pass(61_000);
    const second = await link();
    expect(second).not.toBe(first);
    expect([await outcomeOf(first), await outcomeOf(second)]).toEqual(['400 reset-unknown', 'reset']);
    await world.time.pass(61_000);
    const third = await link();
    expect([await outcomeOf(second), await outcomeOf(third)]).toEqual(['400 reset-unknown', 'reset']);
  });

  test('for another purpose, of another person, or made up, is no link', async () => {
    const token = await link();
    const secret = Buffer.from(token, 'base64url').subarray(-32);
    const verification = world.tokenOf(subject);
    const [admin] = world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && !pk.includes(subject.userId)).map(({ pk }) => pk.split('#').at(-1) ?? '');
    const session = await sessionOf(someone.password);
    const wrong = [verification, session, tokenOf({ tenantId: TENANT, userId: admin ?? '' }, secret), tokenOf({ tenantId: 'elsewhere', userId: subject.userId }, secret), `${token}A`, 'x', tokenOf(subject, Buffer.alloc(32))];
    expect(await Promise.all(wrong.map(outcomeOf))).toEqual(wrong.map(() => '400 reset-unknown'));
    expect(await world.verify(token)).toMatchObject({ status: 400, body: { type: '/problems/token-unknown' } });
    expect(await isIn(token)).toBe(false);
    expect(await outcomeOf(token)).toBe('reset');
  });

  test.each(['before it is used', 'while it is used'])('that went to an address which is the person’s no longer opens nothing: changed %s', async (when) => {
    const token = await link();
    const change = (): void => world.tables.overwrite('identity', userKey(subject), { blindIndex: 'another' });
    if (when === 'before it is used') change();
    else world.tables.interfere = (writes) => { if (writes.some((write) => 'update' in write && write.update.sk === 'CREDENTIAL')) change(); };
    expect(await outcomeOf(token)).toBe('400 reset-unknown');
    expect((await logIn(someone.password)).status).toBe(200);
  });

  test('that was issued for one purpose is not good for the other, although the hash is the same', async () => {
    const secret = Buffer.alloc(32, 7);
    await world.store.transact([tokenIssued(subject, 'reset-password', { hash: hashOf(secret), expires: new Date(Date.now() + MINUTE), issuedFor: 'test' })]);
    expect((await world.verify(tokenOf(subject, secret))).status).toBe(400);
  });

  test.each<readonly [string, string, string]>([['a short one', 'short', 'password-too-short'], ['a common one', 'password123', 'password-common'], ['one made of the name', 'annaberg', 'password-contains-context'], ['one made of the tenant and the address', 'demo.anna.berg', 'password-contains-context']])('is not used up by a password that registration would refuse: %s', async (_, password, code) => {
    const token = await link();
    expect(await reset(token, password)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/password', code }] } });
    expect(await outcomeOf(token)).toBe('reset');
  });

  test.each(['deletion_pending', 'deleting'])('opens nothing once the account is %s', async (status) => {
    const token = await link();
    world.tables.overwrite('identity', authorizationKey(subject), { status });
    const before = await world.store.get('identity', credentialKey(subject));
    expect(await outcomeOf(token)).toBe('400 reset-unknown');
    expect(await world.store.get('identity', credentialKey(subject))).toEqual(before);
  });

  test('opens nothing for an account that begins to be deleted at that moment', async () => {
    const token = await link();
    world.tables.interfere = (writes) => {
      if (writes.some((write) => 'update' in write && write.update.sk === 'CREDENTIAL')) world.tables.overwrite('identity', authorizationKey(subject), { status: 'deletion_pending' });
    };
    expect(await outcomeOf(token)).toBe('400 reset-unknown');
  });

  test('ends also the session that begins with the old password at that very moment', async () => {
    const token = await link();
    let met = false;
    world.tables.interfere = async (writes) => {
      if (met || !writes.some((write) => 'put' in write && write.put.sk.startsWith('SESSION#'))) return;
      met = true;
      expect(await outcomeOf(token)).toBe('reset');
    };
    const answer = await logIn(someone.password);
    expect([met, answer.status, answer.body['sessionToken']]).toEqual([true, 401, undefined]);
  });

  test('says in the reader’s language what to do', async () => {
    const token = await link();
    await reset(token);
    for (const language of ['en', 'zh-CN']) expect(await world.exchange(resetPassword, { body: { token, password: NEW_PASSWORD }, language })).toMatchObject({ status: 400, headers: { 'content-language': language }, text: expect.stringMatching(/ask for a new link|重新申请/) });
  });
});

test('API keys end too: whoever made one with the old password is out', async () => {
  const { body } = await world.call(createApiKey, { token: await sessionOf(someone.password), body: { name: 'The nightly report' } });
  await reset(await link());
  expect((await world.call(myPermissions, { apiKey: String(body['secret']) })).status).toBe(401);
});

describe('whoever asks', () => {
  const states = ['unknown', 'active', 'pending', 'about to be deleted', 'being deleted', 'failed', 'an administrator'] as const;
  const addressOf = async (state: (typeof states)[number]): Promise<string> => {
    if (state === 'unknown') return 'nobody@example.com';
    if (state === 'an administrator') return administrator.email;
    const person = { ...someone, email: `${state.replaceAll(' ', '.')}@example.com` };
    const who = await world.register(person);
    await (state === 'pending' ? world.settle() : liveThrough(world, who));
    const statuses = { 'about to be deleted': 'deletion_pending', 'being deleted': 'deleting', failed: 'registration_failed' } as const;
    if (state in statuses) for (const key of [userKey(who), authorizationKey(who)]) world.tables.overwrite('identity', key, { status: statuses[state as keyof typeof statuses] });
    return person.email;
  };

  test.each(states)('for an address that is %s gets the same answer after the same work', async (state) => {
    const email = await addressOf(state);
    const work = observedWork(world);
    world.tables.onStream = () => undefined;
    await ask('warms.up@example.com');
    const outcome = async (address: string) => {
      work.length = 0;
      const { status, headers, text } = await ask(address);
      return { status, text, headers: { ...headers, 'x-request-id': '' }, work: [...work] };
    };
    const unknown = await outcome('somebody.else@example.com');
    expect(unknown).toMatchObject({ status: 202, text: '{}' });
    expect(await outcome(email)).toEqual(unknown);
    expect(await outcome(email)).toMatchObject({ status: 202, text: '{}', headers: unknown.headers });
  });

  test.each(states)('for an address that is %s: a mail goes out only to an account that can be logged in to', async (state) => {
    const email = await addressOf(state);
    const before = world.mailbox.sent.length;
    await ask(email);
    await world.settle();
    expect(world.mailbox.sent.length - before).toBe(state === 'active' || state === 'an administrator' ? 1 : 0);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('in a tenant that does not exist gets it too', async () => {
    expect(await ask(someone.email, { tenantId: 'elsewhere' })).toMatchObject({ status: 202, text: '{}' });
  });

  test('is heard once a minute, however often and however many at once', async () => {
    for (let n = 0; n < 3; n += 1) await Promise.all([ask(), ask(), ask()]);
    await world.settle();
    expect(links()).toHaveLength(1);
    await world.time.pass(61_000);
    await link();
    expect(links()).toHaveLength(2);
  });

  test('twice under one key is heard once, also after a minute; another address under it is refused', async () => {
    await ask(someone.email, { key: 'k' });
    await world.time.pass(61_000);
    expect(await ask(someone.email, { key: 'k' })).toMatchObject({ status: 202, text: '{}' });
    expect((await ask('nobody@example.com', { key: 'k' })).status).toBe(422);
    await world.settle();
    expect(links()).toHaveLength(1);
  });

  test('for somebody else leaves the account as it was', async () => {
    const [session, before] = [await sessionOf(someone.password), await world.store.get('identity', credentialKey(subject))];
    await link();
    expect([await isIn(session), await world.store.get('identity', credentialKey(subject))]).toEqual([true, before]);
  });
});

describe('a reset that meets a fault', () => {
  const passing: readonly (readonly [string, Fault, number])[] = [
    ['fails as often as it may', failsWith('TransientFailure'), 3], ['dies between effect and reply', afterItsEffect('Lambda.Unknown'), 1],
    ['is called twice, one after the other', twiceInSequence, 1], ['is called twice at once', twiceAtOnce, 1], ['hangs, and takes effect long after', lateBy(30_000), 1],
  ];
  test.each(passing)('%s: one link, which works', async (_, fault, times) => {
    world.inject('SendPasswordResetEmail', fault, times);
    const token = await link();
    expect(new Set(links()).size).toBe(1);
    expect(await outcomeOf(token)).toBe('reset');
    await world.settle();
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gets a second copy with the same link where the answer of the provider was lost', async () => {
    world.mailbox.failNext(['sent, reply lost'], ({ mail }) => mail.subject.includes('password'));
    await link();
    expect([links().length, new Set(links()).size]).toEqual([2, 1]);
  });

  test('fails for good: the run waits for a person, and a link that is too old by then is not sent', async () => {
    world.mailbox.failNext(['certainly not sent', 'certainly not sent', 'certainly not sent', 'certainly not sent'], ({ mail }) => mail.subject.includes('password'));
    await ask();
    await world.settle();
    expect(await world.runOf('password_reset', subject)).toMatchObject({ status: 'PARKED', failedStep: 'SendPasswordResetEmail' });
    expect(await unrestIn(world)).toEqual([]);
    await world.time.pass(10 * MINUTE);
    const { runId } = await world.runOf('password_reset', subject);
    expect(await world.call(retryRun, { token: await world.administratorSession(), params: { runId }, body: { reason: 'the provider is back' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.runOf('password_reset', subject)).toMatchObject({ status: 'COMPLETED' });
    expect(links()).toEqual([]);
  });

  test('an address that takes no mail parks the mail, and the run completes with a warning', async () => {
    world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('password'));
    await ask();
    await world.settle();
    expect(await world.runOf('password_reset', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await unrestIn(world)).toEqual([]);
  });
});

test('one token per purpose lies under the person', async () => {
  await link();
  expect(await world.store.get('identity', tokenKey(subject, 'reset-password'))).toMatchObject({ hash: expect.any(String), validUntil: expect.any(Number) });
});

test('each of the endpoints and steps was allowed exactly what it needed', () => {
  const own = [...[requestPasswordReset, resetPassword].map((route) => routeEntry(route)), stepEntry(workflowOf('password_reset'), { step: 'SendPasswordResetEmail' }), stepEntry(workflowOf('password_changed_notice'), { step: 'NotifyPasswordChanged' })];
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
});
