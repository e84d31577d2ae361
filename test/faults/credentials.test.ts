import { World, someone, TENANT, administrator, type HttpAnswer, type HttpCall } from '../support/world.ts';
import { accessEnded, authorizationKey, authorized, readAdministrators, sessionKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { newSession, sessionEnded, sessionIdOf } from '../../lambdas/adapters/sessions.ts';
import type { Store } from '../../lambdas/adapters/store.ts';
import { login, logout } from '../../lambdas/api/auth/routes.ts';
import { listAudit } from '../../lambdas/api/history/routes.ts';
import { routes } from '../../lambdas/api/index.ts';
import { changeProfile, createApiKey, deleteApiKey, endSession, getMe, listApiKeys, listSessions, myPermissions } from '../../lambdas/api/me/routes.ts';
import { parseToken } from '../../lambdas/domain/bearer-token.ts';
import { systemRoles } from '../../lambdas/domain/role.ts';
import { routeTouches } from '../../lambdas/kit/engine-touches.ts';
import { KNOWN_OR_NOT, type Route } from '../../lambdas/kit/route.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { touched } from '../support/function-host.ts';
import { liveThrough } from '../support/picture.ts';

/** Whoever shows a session or a key is known by it, may what he may now, and no longer than until it is taken from him. */
let world: World;
let admin: Subject;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  admin = (await readAdministrators(world.store, TENANT))[0] ?? { tenantId: TENANT, userId: 'nobody' };
  token = await logIn();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');
async function logIn({ email, password }: { email: string; password: string } = administrator): Promise<string> {
  return text((await world.call(login, { body: { tenantId: TENANT, email, password } })).body['sessionToken']);
}
const hashOf = (secret: string): string => parseToken(secret)?.hash ?? 'none';
const statusWith = async (call: HttpCall, route: Route = myPermissions): Promise<number> => (await world.call(route, call)).status;
const session = (secret = token) => world.store.get('identity', sessionKey(admin, hashOf(secret)));
const items = ({ body }: HttpAnswer) => body['items'] as readonly Record<string, unknown>[];
const MINUTE = 60_000;

interface MadeKey { readonly id: string; readonly name: string; readonly secret: string }
const makeKey = async (body: object = { name: 'The nightly report' }, more: HttpCall = {}): Promise<MadeKey> => (await world.call(createApiKey, { token, body, ...more })).body as unknown as MadeKey;
/** The session's secret under another's name. */
const forged = (userId: string): string => Buffer.concat([Buffer.from(`${TENANT}.${userId}.`), Buffer.from(token, 'base64url').subarray(-32)]).toString('base64url');
const ownSessions = async (): Promise<readonly Record<string, unknown>[]> => items(await world.call(listSessions, { token }));
/** Whatever the tables hold, as one text. */
const everything = (): string => JSON.stringify(world.tables.snapshot());

/** Notes every read of the functions that boot from now on. */
function watchReads(): string[] {
  const reads: string[] = [];
  const open = world.tables.store.bind(world.tables);
  world.tables.store = (guard) => {
    const store = open(guard);
    return {
      ...store,
      get: (table, key) => { reads.push(`get ${table}`); return store.get(table, key); },
      getMany: (all) => { reads.push(`batch of ${all.length}`); return store.getMany(all); },
      query: (query) => { reads.push('query'); return store.query(query); },
      update: (write) => { reads.push('update'); return store.update(write); },
    } satisfies Store;
  };
  return reads;
}

describe('whoever calls is known by', () => {
  test('his session, a key, or the cookie of the console, with two reads in one batch and nothing else', async () => {
    const { secret } = await makeKey();
    const reads = watchReads();
    for (const call of [{ token }, { cookies: [`__Host-session=${token}`] }]) expect(await statusWith(call)).toBe(200);
    expect(reads).toEqual(['batch of 2', 'batch of 2']);
    expect(await statusWith({ apiKey: secret })).toBe(200);
    expect(await statusWith({ apiKey: secret })).toBe(200);
    expect(reads.slice(2)).toEqual(['batch of 2', 'update', 'batch of 2']);
  });

  test.each<readonly [string, (secret: string) => HttpCall]>([
    ['nothing', () => ({})], ['a word', () => ({ token: 'word' })], ['a key in place of a session', (secret) => ({ token: secret })], ['a session in place of a key', () => ({ apiKey: token })],
    ['a session of somebody else’s name', () => ({ token: forged('usr_somebody') })], ['the cookie under another name', () => ({ cookies: [`session=${token}`] })],
  ])('%s: not at all', async (_, call) => {
    const { secret } = await makeKey();
    expect(await world.exchange(myPermissions, call(secret))).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' } });
  });

  test('the cookie changes something only from the console’s own pages', async () => {
    const cookies = [`__Host-session=${token}`];
    const change: HttpCall = { body: { theme: 'dark' }, cookies };
    expect(await statusWith(change, changeProfile)).toBe(401);
    expect(await statusWith({ ...change, pageOrigin: 'https://evil.example' }, changeProfile)).toBe(401);
    expect(await statusWith({ ...change, pageOrigin: 'https://console.example' }, changeProfile)).toBe(200);
    expect(await statusWith({ cookies }, getMe)).toBe(200);
  });

  test('a cookie that a browser keeps: behind the prefix over https, under a plain name on the own machine', async () => {
    const asked = { body: { tenantId: TENANT, email: administrator.email, password: administrator.password, cookie: true } };
    const secure = await world.exchange(login, asked);
    expect(secure.cookies).toEqual([expect.stringMatching(/^__Host-session=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Expires=Tue, 03 Mar 2026 08:00:00 GMT$/)]);
    expect(secure.text).not.toContain('sessionToken');
    process.env['CONSOLE_URL'] = 'http://localhost:8080/';
    try {
      const [plain = ''] = (await world.exchange(login, asked)).cookies ?? [];
      expect(plain).toMatch(/^session=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Expires=/);
      const cookies = [plain.split(';')[0] ?? ''];
      expect(await statusWith({ cookies }, getMe)).toBe(200);
      expect((await world.exchange(logout, { cookies, pageOrigin: 'http://localhost:8080' })).cookies).toEqual(['session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0']);
      expect(await statusWith({ cookies }, getMe)).toBe(401);
    } finally {
      process.env['CONSOLE_URL'] = 'https://console.example/';
    }
  });

  test.each(['pending_verification', 'deletion_pending', 'deleting', 'registration_failed'])('neither session nor key while the account is %s', async (status) => {
    const { secret } = await makeKey();
    world.tables.overwrite('identity', authorizationKey(admin), { status });
    expect([await statusWith({ token }), await statusWith({ apiKey: secret })]).toEqual([401, 401]);
  });
});

describe('a session', () => {
  test('ends a day after it began, however busy it is', async () => {
    for (let minutes = 0; minutes < 24 * 60 - 20; minutes += 20) {
      await world.time.pass(20 * MINUTE);
      expect(await statusWith({ token })).toBe(200);
    }
    await world.time.pass(19 * MINUTE + 59_000);
    expect(await statusWith({ token })).toBe(200);
    await world.time.pass(1_000);
    expect(await statusWith({ token })).toBe(401);
  });

  test('ends when nobody used it for half an hour', async () => {
    await world.time.pass(30 * MINUTE - 1);
    expect(await statusWith({ token })).toBe(200);
    await world.time.pass(30 * MINUTE - 1);
    expect(await statusWith({ token })).toBe(200);
    await world.time.pass(30 * MINUTE);
    expect(await statusWith({ token })).toBe(401);
  });

  test('is noted to be used once a minute at the most', async () => {
    const begun = (await session())?.['lastSeenAt'];
    await world.time.pass(MINUTE - 1);
    await statusWith({ token });
    expect((await session())?.['lastSeenAt']).toBe(begun);
    const reads = watchReads();
    await world.time.pass(1);
    for (let n = 0; n < 5; n += 1) await statusWith({ token }, getMe);
    expect(reads.filter((each) => each === 'update')).toHaveLength(1);
    expect((await session())?.['lastSeenAt']).toBe('2026-03-02T08:01:00.000Z');
  });

  test('used many times at once after a while is noted once, and nobody is refused', async () => {
    await world.time.pass(5 * MINUTE);
    expect(await Promise.all(Array.from({ length: 8 }, () => statusWith({ token })))).toEqual(Array.from({ length: 8 }, () => 200));
  });

  test('that ends while its use is being noted stays ended', async () => {
    await world.time.pass(5 * MINUTE);
    const open = world.tables.store.bind(world.tables);
    world.tables.store = (guard) => {
      const store = open(guard);
      return { ...store, update: async (write) => { await world.store.transact([sessionEnded(admin, hashOf(token))]); return store.update(write); } };
    };
    await statusWith({ token }, listSessions);
    expect(await session()).toBeUndefined();
    expect(await statusWith({ token })).toBe(401);
  });

  test('is a new one at every login, and only its hash is kept', async () => {
    const other = await logIn();
    expect(other).not.toBe(token);
    expect(Buffer.from(token, 'base64url').length - `${TENANT}.${admin.userId}.`.length).toBe(32);
    for (const secret of [token, other]) {
      expect(everything()).not.toContain(secret);
      expect(everything()).not.toContain(Buffer.from(secret, 'base64url').subarray(-32).toString('base64url'));
    }
  });

  test('that is logged out is refused with the next request, and the others stay', async () => {
    const other = await logIn();
    expect(await statusWith({ token }, logout)).toBe(204);
    expect([await statusWith({ token }), await statusWith({ token: other })]).toEqual([401, 200]);
  });

  test('ends with all others at once, also one that begins at that very moment', async () => {
    let ended = false;
    world.tables.interfere = (writes) => {
      if (ended || !writes.some((write) => 'put' in write && write.put.sk.startsWith('SESSION#'))) return;
      ended = true;
      world.tables.overwrite('identity', authorizationKey(admin), { accessEpoch: 1 });
    };
    const late = await logIn();
    expect([ended, await statusWith({ token }), await statusWith({ token: late })]).toEqual([true, 401, 200]);
    await world.store.transact([accessEnded(admin)]);
    expect(await statusWith({ token: late })).toBe(401);
    expect(await statusWith({ token: await logIn() })).toBe(200);
  });
});

describe('one’s own sessions', () => {
  test('are listed, with the one that asks marked; those that have ended are not', async () => {
    await world.time.pass(10 * MINUTE);
    const other = await logIn();
    const sessions = await ownSessions();
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual({ id: sessionIdOf(hashOf(token)), createdAt: '2026-03-02T08:00:00.000Z', lastSeenAt: '2026-03-02T08:10:00.000Z', expiresAt: '2026-03-03T08:00:00.000Z', current: true });
    expect(sessions).toContainEqual({ id: sessionIdOf(hashOf(other)), createdAt: '2026-03-02T08:10:00.000Z', lastSeenAt: '2026-03-02T08:10:00.000Z', expiresAt: '2026-03-03T08:10:00.000Z', current: false });
    await world.time.pass(25 * MINUTE);
    await statusWith({ token });
    await world.time.pass(5 * MINUTE);
    expect((await ownSessions()).map(({ id }) => id)).toEqual([sessionIdOf(hashOf(token))]);
  });

  test('come in pages', async () => {
    for (let n = 0; n < 4; n += 1) await logIn();
    const first = await world.call(listSessions, { token, query: { limit: '3' } });
    const second = await world.call(listSessions, { token, query: { limit: '3', cursor: text(first.body['cursor']) } });
    expect([items(first).length, new Set([...items(first), ...items(second)].map(({ id }) => id)).size]).toEqual([3, 5]);
  });

  test('can be ended, another one and the one that asks: refused with the next request', async () => {
    const other = await logIn();
    expect(await world.exchange(endSession, { token, params: { id: sessionIdOf(hashOf(other)) } })).toMatchObject({ status: 204, text: '' });
    expect([await statusWith({ token: other }), await statusWith({ token })]).toEqual([401, 200]);
    expect(await statusWith({ token, params: { id: sessionIdOf(hashOf(token)) } }, endSession)).toBe(204);
    expect(await statusWith({ token })).toBe(401);
  });

  test('of somebody else answer as those that do not exist, whatever the id', async () => {
    const member = await activeMember();
    const ids = [sessionIdOf(hashOf(member.token)), 'x', sessionIdOf(hashOf(token)).slice(0, 21), `${sessionIdOf(hashOf(token))}A`, hashOf(token)];
    const answers = await Promise.all(ids.map((id) => world.exchange(endSession, { token, params: { id } })));
    expect(new Set(answers.map(({ status, text: body }) => `${status} ${body.replaceAll(/http-\d+/g, 'id')}`)).size).toBe(1);
    expect([answers[0]?.status, await statusWith({ token: member.token }), await statusWith({ token })]).toEqual([404, 200, 200]);
  });

  test('are ended once, also when the request comes twice under its key or at once', async () => {
    const id = sessionIdOf(hashOf(await logIn()));
    const answers = await Promise.all([1, 2, 3].map(() => statusWith({ token, params: { id }, key: 'k' }, endSession)));
    expect(answers).toEqual([204, 204, 204]);
    expect(await statusWith({ token, params: { id } }, endSession)).toBe(404);
    expect(items(await world.call(listAudit, { token, query: { subject: admin.userId } })).filter(({ action }) => action === 'session.revoked')).toHaveLength(1);
  });
});

async function activeMember(): Promise<{ readonly subject: Subject; readonly token: string }> {
  const subject = await world.register();
  await liveThrough(world, subject);
  return { subject, token: await logIn(someone) };
}

describe('an API key', () => {
  test('may what its owner may, but nothing that asks for a login', async () => {
    const { id, name, secret } = await makeKey();
    expect([id, name]).toEqual([expect.stringMatching(/^key_/), 'The nightly report']);
    const { body } = await world.call(myPermissions, { apiKey: secret });
    expect(body).toEqual({ permissions: systemRoles.administrator.permissions.toSorted(), permissionEpoch: 0 });
    expect(await statusWith({ apiKey: secret }, getMe)).toBe(200);
    for (const route of [listSessions, listApiKeys, logout]) expect(await world.call(route, { apiKey: secret })).toMatchObject({ status: 403, body: { type: '/problems/session-needed' } });
    expect(await statusWith({ apiKey: secret, body: { name: 'Another' } }, createApiKey)).toBe(403);
  });

  test('may no more than it was made for', async () => {
    const { secret } = await makeKey({ name: 'Reader', permissions: ['workflows:read'] });
    expect((await world.call(myPermissions, { apiKey: secret })).body['permissions']).toEqual(['workflows:read']);
    expect(await world.call(listAudit, { apiKey: secret, query: { subject: admin.userId } })).toMatchObject({ status: 403, body: { type: '/problems/forbidden' } });
  });

  test('may no more than its owner may at that moment', async () => {
    const { secret } = await makeKey({ name: 'Reader', permissions: ['workflows:read', 'audit:read'] });
    const reads = { apiKey: secret, query: { subject: admin.userId } };
    expect(await statusWith(reads, listAudit)).toBe(200);
    world.tables.overwrite('identity', authorizationKey(admin), { ...authorized([{ roleId: 'reader', emits: ['workflows:read', 'users:read'] }]), permissionEpoch: 7 });
    expect(await statusWith(reads, listAudit)).toBe(403);
    expect((await world.call(myPermissions, { apiKey: secret })).body).toEqual({ permissions: ['workflows:read'], permissionEpoch: 7 });
    expect((await world.call(myPermissions, { token })).body).toEqual({ permissions: ['users:read', 'workflows:read'], permissionEpoch: 7 });
  });

  test('of a grant that ends may nothing by it from that second on', async () => {
    const until = Date.now() / 1000 + 60;
    world.tables.overwrite('identity', authorizationKey(admin), authorized([{ roleId: 'reader', emits: ['workflows:read'], expiresAt: until }, { roleId: 'member', emits: ['records:read'] }]));
    const { secret } = await makeKey();
    await world.time.pass(59_999);
    expect((await world.call(myPermissions, { apiKey: secret })).body['permissions']).toEqual(['records:read', 'workflows:read']);
    await world.time.pass(1);
    for (const call of [{ apiKey: secret }, { token }]) expect((await world.call(myPermissions, call)).body['permissions']).toEqual(['records:read']);
  });

  test('for what one does not hold oneself is not made', async () => {
    const member = await activeMember();
    const before = everything();
    const answer = await world.call(createApiKey, { token: member.token, body: { name: 'Too much', permissions: ['records:read', 'users:read'] } });
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ pointer: '/permissions/1', code: 'not-allowed' }] } });
    expect(everything()).toBe(before);
  });

  test.each<readonly [string, object, string]>([
    ['no name', {}, '/name'], ['a name of two lines', { name: 'a\nb' }, '/name'], ['an unknown permission', { name: 'a', permissions: ['all'] }, '/permissions/0'], ['no permission at all', { name: 'a', permissions: [] }, '/permissions'],
    ['an end that has passed', { name: 'a', expiresAt: '2026-03-02T08:00:00Z' }, '/expiresAt'], ['an end that is none', { name: 'a', expiresAt: 'tomorrow' }, '/expiresAt'], ['a field that is none', { name: 'a', tenantId: 'other' }, '/tenantId'],
  ])('with %s is refused', async (_, body, pointer) => {
    expect(await world.call(createApiKey, { token, body })).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  test('ends when it is told to', async () => {
    const { secret } = await makeKey({ name: 'For an hour', expiresAt: '2026-03-02T09:00:00Z' });
    await world.time.pass(60 * MINUTE - 1);
    expect(await statusWith({ apiKey: secret })).toBe(200);
    await world.time.pass(1);
    expect(await statusWith({ apiKey: secret })).toBe(401);
    expect(items(await world.call(listApiKeys, { token: await logIn() }))).toEqual([]);
  });

  test('does not end by lying idle, but with all other access', async () => {
    const { secret } = await makeKey();
    await world.time.pass(40 * 24 * 60 * MINUTE);
    expect(await statusWith({ apiKey: secret })).toBe(200);
    await world.store.transact([accessEnded(admin)]);
    expect(await statusWith({ apiKey: secret })).toBe(401);
    expect(items(await world.call(listApiKeys, { token: await logIn() }))).toEqual([]);
    const { secret: next } = await makeKey({ name: 'The next one' }, { token: await logIn() });
    expect(await statusWith({ apiKey: next })).toBe(200);
  });

  test('is listed without its secret, with when it was last used', async () => {
    const [report, reader] = [await makeKey(), await makeKey({ name: 'Reader', permissions: ['workflows:read'], expiresAt: '2026-04-01T00:00:00Z' })];
    await world.time.pass(10 * MINUTE);
    await statusWith({ apiKey: reader.secret });
    const listed = await world.exchange(listApiKeys, { token });
    expect(items({ status: 200, body: JSON.parse(listed.text) as Record<string, unknown> }).toSorted((one, other) => text(one['name']).localeCompare(text(other['name'])))).toEqual([
      { id: reader.id, name: 'Reader', permissions: ['workflows:read'], createdAt: '2026-03-02T08:00:00.000Z', lastUsedAt: '2026-03-02T08:10:00.000Z', expiresAt: '2026-04-01T00:00:00.000Z' },
      { id: report.id, name: 'The nightly report', permissions: systemRoles.administrator.permissions.toSorted(), createdAt: '2026-03-02T08:00:00.000Z' },
    ]);
    for (const { secret } of [report, reader]) expect(listed.text).not.toContain(secret);
  });

  test('is noted to be used once a minute at the most', async () => {
    const { secret } = await makeKey();
    const reads = watchReads();
    for (let n = 0; n < 3; n += 1) await statusWith({ apiKey: secret }, getMe);
    await world.time.pass(MINUTE - 1);
    await statusWith({ apiKey: secret }, getMe);
    expect(reads.filter((each) => each === 'update')).toHaveLength(1);
    await world.time.pass(1);
    await statusWith({ apiKey: secret }, getMe);
    expect(reads.filter((each) => each === 'update')).toHaveLength(2);
  });

  test('that is revoked is refused with the next request; of somebody else, it answers as one that does not exist', async () => {
    const [key, member] = [await makeKey(), await activeMember()];
    const [foreign, absent] = await Promise.all([key.id, 'key_unknown'].map((id) => world.exchange(deleteApiKey, { token: member.token, params: { id } })));
    expect(foreign?.status).toBe(404);
    expect(foreign?.text.replaceAll(/http-\d+/g, 'id')).toBe(absent?.text.replaceAll(/http-\d+/g, 'id'));
    expect(await statusWith({ apiKey: key.secret })).toBe(200);
    const answers = await Promise.all([1, 2].map(() => statusWith({ token, params: { id: key.id }, key: 'k' }, deleteApiKey)));
    expect([...answers, await statusWith({ apiKey: key.secret }), await statusWith({ token, params: { id: key.id } }, deleteApiKey)]).toEqual([204, 204, 401, 404]);
  });

  test('asked for twice under one idempotency key is one key, with the same secret, which stands nowhere', async () => {
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => makeKey({ name: 'Zwitscher' }, { key: 'k' })));
    again.push(await makeKey({ name: 'Zwitscher' }, { key: 'k' }));
    for (const each of again) expect(each).toEqual(first);
    expect(items(await world.call(listApiKeys, { token }))).toHaveLength(1);
    expect(await statusWith({ token, body: { name: 'Other' }, key: 'k' }, createApiKey)).toBe(422);
    const secret = Buffer.from(first?.secret ?? '', 'base64url').subarray(-32);
    for (const form of [first?.secret ?? '', secret.toString('base64url'), secret.toString('hex'), secret.toString('base64'), 'Zwitscher']) expect(everything()).not.toContain(form);
    expect(await statusWith({ apiKey: first?.secret ?? '' })).toBe(200);
  });

  test('is not made by a session that ends at that moment', async () => {
    let ended = false;
    world.tables.interfere = (writes) => {
      if (ended || !writes.some((write) => 'put' in write && write.put.sk.startsWith('API_KEY#'))) return;
      ended = true;
      world.tables.overwrite('identity', authorizationKey(admin), { accessEpoch: 1 });
    };
    expect([await statusWith({ token, body: { name: 'Late' } }, createApiKey), ended]).toEqual([401, true]);
    expect(items(await world.call(listApiKeys, { token: await logIn() }))).toEqual([]);
  });
});

describe('one’s own account', () => {
  test('is shown with profile, preferences and settings', async () => {
    const member = await activeMember();
    expect((await world.call(getMe, { token: member.token })).body).toEqual({
      userId: member.subject.userId, tenantId: TENANT, status: 'active', email: someone.email, emailVerified: true, createdAt: '2026-03-02T08:00:00.000Z', roleIds: ['member'],
      profile: { firstName: 'Anna', lastName: 'Berg' }, preferences: { language: 'en', timezone: 'Asia/Shanghai', emailNotifications: true }, settings: { theme: 'light', sidebar: 'expanded' },
    });
  });

  test('changes where it is told to, and nowhere else', async () => {
    const member = await activeMember();
    const before = (await world.call(getMe, { token: member.token })).body;
    const change = { firstName: '小明', timezone: 'Europe/Berlin', theme: 'dark', emailNotifications: false, language: 'zh-CN' };
    const { status, body } = await world.call(changeProfile, { token: member.token, body: change });
    expect([status, body]).toEqual([200, { ...before, profile: { firstName: '小明', lastName: 'Berg' }, preferences: { language: 'zh-CN', timezone: 'Europe/Berlin', emailNotifications: false }, settings: { theme: 'dark', sidebar: 'expanded' } }]);
    expect((await world.call(getMe, { token: member.token })).body).toEqual(body);
    expect((await world.call(changeProfile, { token: member.token, body: { sidebar: 'collapsed' } })).body).toEqual({ ...body, settings: { theme: 'dark', sidebar: 'collapsed' } });
    expect((await world.call(changeProfile, { token: member.token, body: {} })).status).toBe(200);
  });

  test('can be changed by who never had a profile, such as a tenant’s first administrator', async () => {
    expect((await world.call(getMe, { token })).body).toMatchObject({ preferences: { language: 'en', timezone: 'Asia/Shanghai' } });
    await world.call(changeProfile, { token, body: { timezone: 'UTC' } });
    expect((await world.call(getMe, { token })).body).toMatchObject({ preferences: { language: 'en', timezone: 'UTC' } });
  });

  test('stands nowhere in the clear, neither in the profile nor in the answer that is kept', async () => {
    const change = { firstName: 'Kanarienfritz', lastName: 'Zwitscherling', timezone: 'Pacific/Chatham' };
    const [first, again] = [await world.exchange(changeProfile, { token, body: change, key: 'k' }), await world.exchange(changeProfile, { token, body: change, key: 'k' })];
    expect([first.status, again.text]).toEqual([200, first.text]);
    for (const word of Object.values(change)) expect([everything().includes(word), world.log.lines.join().includes(word)]).toEqual([false, false]);
    expect(items(await world.call(listAudit, { token, query: { subject: admin.userId } })).filter(({ action }) => action === 'profile.changed')).toMatchObject([{ actor: admin.userId, after: { changed: ['firstName', 'lastName', 'timezone'] } }]);
  });

  test('keeps both of two changes at once', async () => {
    const answers = await Promise.all([{ theme: 'dark' }, { firstName: 'Grace' }].map((body) => statusWith({ token, body }, changeProfile)));
    expect(answers).toEqual([200, 200]);
    expect((await world.call(getMe, { token })).body).toMatchObject({ profile: { firstName: 'Grace' }, settings: { theme: 'dark' } });
  });

  test('of somebody who is being deleted meanwhile stays as it is', async () => {
    world.tables.interfere = (writes) => {
      if (writes.some((write) => 'update' in write && write.update.sk === 'PROFILE')) world.tables.overwrite('identity', userKey(admin), { status: 'deleting', personal: 'gone' });
    };
    expect(await statusWith({ token, body: { theme: 'dark' } }, changeProfile)).toBeGreaterThanOrEqual(400);
    expect(world.tables.items('identity').filter(({ sk }) => sk === 'PROFILE')).toEqual([]);
  });

  test.each<readonly [string, unknown]>([
    ['language', 'de'], ['language', null], ['timezone', 'Mars/Olympus'], ['timezone', '+01:00'], ['timezone', 'europe/berlin'], ['timezone', ''], ['timezone', 'x'.repeat(100)], ['emailNotifications', 'yes'], ['theme', 'blue'], ['sidebar', true],
    ['firstName', ''], ['firstName', 'a\u0000b'], ['lastName', 'x'.repeat(101)], ['status', 'active'], ['roleIds', ['administrator']], ['tenantId', 'other'], ['emailVerified', true], ['email', 'a@example.com'], ['permissionEpoch', 9], ['__proto__x', 1],
  ])('takes no %s %j, and says where', async (field, value) => {
    const before = everything();
    expect(await world.call(changeProfile, { token, body: { [field]: value } })).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${field}` }] } });
    expect(everything()).toBe(before);
  });
});

const guarded = routes.filter(({ access }) => access !== 'public' && access !== KNOWN_OR_NOT);
test.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))('%s asks for a credential, and notes that it was used', async (_, route) => {
  expect(await statusWith({ params: { id: 'x', runId: 'x', type: 'user_registration', step: 'x', roleId: 'x' } }, route)).toBe(401);
  expect(routeTouches(route).tables?.identity).toEqual(expect.arrayContaining(['BatchGetItem', 'UpdateItem']));
  const { token: fresh, write } = newSession(admin, new Date(Date.now() - 10 * MINUTE));
  await world.store.transact([write]);
  await statusWith({ token: fresh }, route);
  const noted = (await session(fresh))?.['lastSeenAt'];
  expect(noted ?? 'ended').toBe(route === logout ? 'ended' : new Date().toISOString());
});

test('each of these endpoints was allowed exactly what it needed', () => {
  const own = [getMe, changeProfile, myPermissions, listSessions, endSession, createApiKey, listApiKeys, deleteApiKey].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
});
