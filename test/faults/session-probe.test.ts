import { createApiKey } from '../../lambdas/api/me/routes.ts';
import { login, logout, readSession } from '../../lambdas/api/auth/routes.ts';
import { someone, administrator, TENANT, World } from '../support/world.ts';

/** A page asks who is there before anybody has said it: that is an answer, never an error. */
let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

const pageOrigin = 'https://console.example';
const probe = (cookies: readonly string[] = []) => world.call(readSession, { cookies });
const asAdministrator = { email: administrator.email, password: administrator.password };

/** As a browser keeps it: name and value, without what is for the browser itself. */
async function cookieOfLogin(): Promise<string> {
  const { cookies = [], text } = await world.exchange(login, { body: { tenantId: TENANT, ...asAdministrator, cookie: true } });
  expect(text).not.toContain('sessionToken');
  return cookies[0]?.split(';')[0] ?? '';
}

test('a visitor, and whoever shows something made up, is told that nobody is logged in', async () => {
  for (const asked of [probe(), probe(['session=made-up']), world.call(readSession, { token: 'made-up' })])
    expect(await asked).toMatchObject({ status: 200, body: { authenticated: false } });
});

test('whoever has logged in with a cookie is told who he is and what he may, until he logs out', async () => {
  const cookie = await cookieOfLogin();
  const { status, body } = await probe([cookie]);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    authenticated: true, displayName: 'Ada Admin', tenant: { tenantId: TENANT, name: expect.any(String) }, administersPlatform: false,
    permissions: expect.arrayContaining(['workflows:read', 'users:delete']),
  });
  expect(JSON.stringify(body)).not.toContain(administrator.email);
  const { status: left, cookies } = await world.exchange(logout, { cookies: [cookie], pageOrigin });
  expect([left, cookies?.[0]]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await probe([cookie])).body).toMatchObject({ authenticated: false });
});

test('an API key is known as well, by what it may', async () => {
  const token = await world.administratorSession();
  const { body: { secret } } = await world.call(createApiKey, { token, body: { name: 'reads', permissions: ['workflows:read'] } });
  expect((await world.call(readSession, { apiKey: String(secret) })).body).toMatchObject({ authenticated: true, permissions: ['workflows:read'] });
});

test('the tenant of the demo is preselected on the local stage, and nowhere else', async () => {
  expect((await probe()).body).toEqual({ authenticated: false, stage: 'test' });
  const before = process.env['STAGE'];
  process.env['STAGE'] = 'local';
  expect((await probe()).body).toEqual({ authenticated: false, stage: 'local', preselectedTenant: TENANT });
  process.env['STAGE'] = before;
});

test('somebody who has just registered is nobody yet', async () => {
  await world.register();
  expect((await world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } })).status).toBe(401);
  expect((await probe()).body).toMatchObject({ authenticated: false });
});
