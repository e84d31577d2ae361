import { jest } from '@jest/globals';
import { World, someone, TENANT, administrator, type RawAnswer } from '../support/world.ts';
import { authorizationKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { login, register, requestPasswordReset, resendVerification } from '../../lambdas/api/auth/routes.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { rateLimitNames, type RateLimits } from '../../lambdas/domain/rate-limit.ts';
import { openapiDocument } from '../../lambdas/kit/openapi-document.ts';
import { stageNamed, stageNames } from '../../lib/stage.ts';
import { observedWork } from '../support/observed-work.ts';
import { liveThrough } from '../support/picture.ts';

/** Whoever guesses or floods is stopped; whoever is guessed at is not. */
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const often = { times: 1_000, withinS: 900 };
const limits: RateLimits = {
  loginFailuresPerAccount: { times: 3, withinS: 900 }, loginFailuresPerSource: { times: 6, withinS: 900 }, registrationsPerSource: { times: 3, withinS: 900 },
  verificationMailsPerAddress: { times: 2, withinS: 900 }, passwordResetsPerAddress: { times: 2, withinS: 900 },
};
const asStaged = process.env['RATE_LIMITS'];
const limitedTo = (by: Partial<RateLimits>): void => {
  process.env['RATE_LIMITS'] = JSON.stringify({ ...Object.fromEntries(rateLimitNames.map((name) => [name, often])), ...by });
};

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  await liveThrough(world, subject);
  limitedTo(limits);
});
afterEach(async () => {
  process.env['RATE_LIMITS'] = asStaged;
  await world.settle();
  jest.restoreAllMocks();
  world.end();
});

const HERE = '198.51.100.7';
const ELSEWHERE = '192.0.2.99';
const tryOut = (password: string, { email = someone.email, from = HERE, tenantId = TENANT } = {}): Promise<RawAnswer> =>
  world.exchange(login, { body: { tenantId, email, password }, sourceIp: from });
const times = async (n: number, attempt: () => Promise<RawAnswer>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let tried = 0; tried < n; tried += 1) statuses.push((await attempt()).status);
  return statuses;
};
const wrong = (more = {}) => tryOut('a wrong passphrase', more);
/** As a caller sees it, but for what differs between any two calls. */
const seen = ({ status, headers, text }: RawAnswer) => ({ status, headers: { ...headers, 'x-request-id': '' }, text: text.replaceAll(/http-\d+/g, 'id') });

describe('whoever guesses a password', () => {
  test('is told to wait after as many failures as the stage allows, and for how long', async () => {
    await world.time.pass(5 * MINUTE);
    expect(await times(4, wrong)).toEqual([401, 401, 401, 429]);
    const answer = await wrong();
    expect(answer).toMatchObject({ status: 429, headers: { 'content-type': 'application/problem+json', 'retry-after': String((10 * MINUTE) / 1_000) } });
    expect(JSON.parse(answer.text)).toMatchObject({ type: '/problems/too-many-requests', status: 429, title: expect.any(String), detail: expect.any(String) });
  });

  test('is not let in either, even with the right one, until the time is over', async () => {
    await times(3, wrong);
    expect((await tryOut(someone.password)).status).toBe(429);
    await world.time.pass(QUARTER);
    expect((await tryOut(someone.password)).status).toBe(200);
  });

  test('shuts nobody out: the person logs in from elsewhere, and others from the same place', async () => {
    await times(5, wrong);
    expect((await tryOut(someone.password, { from: ELSEWHERE })).status).toBe(200);
    expect((await tryOut(administrator.password, { email: administrator.email })).status).toBe(200);
  });

  test('gets no further with many attempts at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await wrong()).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(9);
  });

  test('gets no further with another spelling of the address, nor from another address of the same network', async () => {
    expect(await times(2, () => wrong({ from: '2001:db8:1:2::1' }))).toEqual([401, 401]);
    expect(await times(2, () => wrong({ from: '2001:db8:1:2:ffff::9', email: ' ANNA.berg@EXAMPLE.com' }))).toEqual([401, 429]);
    expect((await wrong({ from: '2001:db8:1:3::1' })).status).toBe(401);
  });

  test('of many people from one place is stopped there, and nowhere else', async () => {
    let guessed = 0;
    const next = () => { guessed += 1; return wrong({ email: `person.${guessed}@example.com` }); };
    expect(await times(7, next)).toEqual([401, 401, 401, 401, 401, 401, 429]);
    expect((await tryOut(someone.password)).status).toBe(429);
    expect((await tryOut(someone.password, { from: ELSEWHERE })).status).toBe(200);
  });

  test('learns nothing by it: unknown, pending, deleting and active accounts are counted alike, answer alike and cost alike', async () => {
    limitedTo({ loginFailuresPerAccount: limits.loginFailuresPerAccount });
    const pending = { ...someone, email: 'pending@example.com' };
    await world.register(pending);
    await world.settle();
    const deleting = { ...someone, email: 'deleting@example.com' };
    const gone = await world.register(deleting);
    await liveThrough(world, gone);
    for (const key of [userKey(gone), authorizationKey(gone)]) world.tables.overwrite('identity', key, { status: 'deleting' });
    const work = observedWork(world);
    await wrong({ email: 'warms.up@example.com' });
    const story = async (email: string) => {
      const answers = [];
      for (let n = 0; n < 5; n += 1) {
        work.length = 0;
        const answer = await tryOut(n % 2 === 0 ? 'a wrong passphrase' : 'another wrong one', { email });
        answers.push({ ...seen(answer), hashes: work.filter((each) => each === 'hash').length, updates: work.filter((each) => each === 'update').length });
      }
      return answers;
    };
    const unknown = await story('nobody@example.com');
    expect(unknown.map(({ status, hashes }) => [status, hashes])).toEqual([[401, 1], [401, 1], [401, 1], [429, 0], [429, 0]]);
    for (const email of [someone.email, pending.email, deleting.email, administrator.email]) expect(await story(email)).toEqual(unknown);
  });

  test('and hits it, is told the same for an account that may not log in as for a wrong password', async () => {
    for (const status of ['pending_verification', 'deletion_pending', 'deleting', 'registration_failed']) {
      world.tables.overwrite('identity', authorizationKey(subject), { status });
      expect(seen(await tryOut(someone.password, { from: `192.0.2.${status.length}` }))).toEqual(seen(await tryOut('a wrong passphrase', { email: 'nobody@example.com', from: `192.0.3.${status.length}` })));
    }
  });
});

test('logins that succeed are no failures, however many', async () => {
  expect(new Set(await times(12, () => tryOut(someone.password)))).toEqual(new Set([200]));
  expect(await times(4, wrong)).toEqual([401, 401, 401, 429]);
});

test('what is counted is kept as keyed hashes, and for no longer than the window', async () => {
  await wrong();
  const counters = world.tables.items('identity').filter((item) => item.sk === 'COUNTED');
  expect(counters.map(({ count }) => count)).toEqual(expect.arrayContaining([1, 1]));
  for (const counter of counters) expect(Object.keys(counter).toSorted()).toEqual(['count', 'expiresAt', 'pk', 'sk']);
  expect(Math.max(...counters.map(({ expiresAt }) => Number(expiresAt)))).toBeLessThanOrEqual(Date.now() / 1_000 + 900);
  expect(JSON.stringify(world.tables.snapshot())).not.toContain(HERE);
});

test('a tenant that does not exist is counted for nobody', async () => {
  expect(new Set(await times(8, () => wrong({ tenantId: 'elsewhere' })))).toEqual(new Set([401]));
});

const registering = (n: number, from = HERE): Promise<RawAnswer> =>
  world.exchange(register, { body: { tenantId: TENANT, ...someone, email: n === 0 ? someone.email : `person.${n}@example.com` }, sourceIp: from });

describe('whoever registers from one place', () => {
  test('is told to wait after as many as the stage allows, known addresses among them', async () => {
    let n = 0;
    expect(await times(4, () => registering(n++))).toEqual([202, 202, 202, 429]);
    expect(await registering(9)).toMatchObject({ status: 429, headers: { 'retry-after': '900' } });
    expect((await registering(9, ELSEWHERE)).status).toBe(202);
    await world.time.pass(QUARTER);
    expect((await registering(10)).status).toBe(202);
  });

  test('pays for no mistake in a form, and not twice for a request that comes again', async () => {
    const body = { tenantId: TENANT, ...someone, email: 'person@example.com' };
    expect(await times(5, () => world.exchange(register, { body: { ...body, password: 'password' }, sourceIp: HERE }))).toEqual([400, 400, 400, 400, 400]);
    expect(await times(5, () => world.exchange(register, { body, key: 'k', sourceIp: HERE }))).toEqual([202, 202, 202, 202, 202]);
    expect((await registering(2)).status).toBe(202);
  });
});

describe.each([['a new password', requestPasswordReset, 'password'], ['a fresh link', resendVerification, 'verify']] as const)('whoever asks for %s too often', (_, route, word) => {
  const asking = (email: string) => world.exchange(route, { body: { tenantId: TENANT, email }, key: null });
  const everyMinute = (email: string) => async () => { await world.time.pass(61_000); return asking(email); };
  const story = async (email: string) => [await times(3, () => asking(email)), await times(3, everyMinute(email))];

  test('is told to wait, whether or not the address is known, and what is not heard anyway does not count', async () => {
    const waiting = { ...someone, email: 'waiting@example.com' };
    await world.register(waiting);
    await world.settle();
    const before = world.mails(word).length;
    const unknown = await story('nobody@example.com');
    expect(unknown).toEqual([[202, 202, 202], [202, 429, 429]]);
    for (const email of [someone.email, waiting.email]) {
      await world.time.pass(QUARTER - (Date.now() % QUARTER));
      expect(await story(email)).toEqual(unknown);
    }
    await world.settle();
    expect(world.mails(word).length - before).toBe(2);
  });

  test('keeps nobody else from asking', async () => {
    await times(4, everyMinute(someone.email));
    expect((await asking(someone.email)).status).toBe(429);
    expect((await asking(administrator.email)).status).toBe(202);
  });
});

describe('every stage', () => {
  test.each(stageNames)('%s has a value for every limit; locally it is one that nobody meets', (name) => {
    const { rateLimits } = stageNamed(name);
    expect(Object.keys(rateLimits).toSorted()).toEqual([...rateLimitNames].toSorted());
    for (const { times: most, withinS } of Object.values(rateLimits)) expect([most > 0, withinS > 0, name !== 'local' || most >= 100_000]).toEqual([true, true, true]);
  });

  test('tells in the document of the API where one may be told to wait', () => {
    const { paths } = openapiDocument([login, register], { version: '1', sessionCookie: 'session' }) as { paths: Record<string, Record<string, { responses: object }>> };
    for (const path of ['/auth/login', '/auth/register']) expect(Object.keys(paths[path]?.['post']?.responses ?? {})).toContain('429');
  });
});

test('whoever guesses the password with which somebody must ask for her deletion is stopped like one who guesses at the login', async () => {
  const { body } = await world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password }, sourceIp: HERE });
  const asks = (password: string): Promise<RawAnswer> => world.exchange(requestDeletion, {
    token: String(body['sessionToken']), params: { id: subject.userId }, body: { reason: 'I have moved away', password }, sourceIp: HERE,
  });
  expect(await times(4, () => asks('a wrong passphrase'))).toEqual([401, 401, 401, 429]);
  const stopped = await asks(someone.password);
  expect([stopped.status, Number(stopped.headers['retry-after']) > 0]).toEqual([429, true]);
  expect((await tryOut(someone.password)).status).toBe(429);
  await world.time.pass(QUARTER);
  expect((await asks(someone.password)).status).toBe(202);
});
