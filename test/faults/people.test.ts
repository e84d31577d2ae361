import { World, administrator, someone, TENANT, type HttpAnswer } from '../support/world.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { personKeyKey, vault } from '../../lambdas/adapters/vault.ts';
import { readAdministrators, userKey, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { getUser, listActivity, listUsers } from '../../lambdas/api/users/routes.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { found } from '../support/canary.ts';
import { touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { liveThrough, unrestIn } from '../support/picture.ts';

let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
  await world.time.pass(1_000);
});
afterEach(async () => {
  await world.settle();
  world.end();
});

type Listed = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: HttpAnswer): Listed => body['items'] as Listed;
const people = async (query: Record<string, string> = {}, by = token): Promise<Listed> => itemsOf(await world.call(listUsers, { token: by, query }));
const one = (id: string, by = token): Promise<HttpAnswer> => world.call(getUser, { token: by, params: { id } });
const other = async (): Promise<string> => {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
    { tenantId: 'other', name: 'Other', admin: { email: 'eve@other.example', password: 'correct horse battery', firstName: 'Eve', lastName: 'Other', language: 'en' } }, new Date());
  return world.administratorSession('other');
};

describe('the people of a tenant', () => {
  test('are its administrator, as long as nobody has come', async () => {
    expect(await people()).toEqual([{
      userId: expect.any(String), email: administrator.email, firstName: 'Ada', lastName: 'Admin', status: 'active', emailVerified: true, createdAt: expect.any(String), roles: ['administrator'] }]);
  });

  test('are listed newest first, with what they are and what they may', async () => {
    const subject = await world.register();
    expect((await people())[0]).toMatchObject({ userId: subject.userId, email: someone.email, status: 'pending_verification', emailVerified: false, roles: [] });
    await liveThrough(world, subject);
    const [first, second] = await people();
    expect(first).toEqual({ userId: subject.userId, email: someone.email, firstName: 'Anna', lastName: 'Berg', status: 'active', emailVerified: true, createdAt: expect.any(String), roles: ['member'] });
    expect(second).toMatchObject({ roles: ['administrator'] });
    expect(await one(subject.userId)).toEqual({ status: 200, body: first });
  });

  test('are read page by page, each once', async () => {
    for (let n = 0; n < 7; n += 1) {
      await world.register({ ...someone, email: `person-${n}@example.com` });
      await world.time.pass(1_000);
    }
    const seen: unknown[] = [];
    let cursor: unknown;
    do {
      const page = await world.call(listUsers, { token, query: { limit: '3', ...(typeof cursor === 'string' && { cursor }) } });
      seen.push(...itemsOf(page).map(({ email }) => email));
      ({ cursor } = page.body);
    } while (cursor !== undefined);
    expect(seen).toEqual([...[6, 5, 4, 3, 2, 1, 0].map((n) => `person-${n}@example.com`), administrator.email]);
  });

  test('do not hold whose registration was undone', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const subject = await world.register();
    expect(await people()).toHaveLength(2);
    await world.settle();
    expect(await people()).toHaveLength(1);
    expect(await one(subject.userId)).toMatchObject({ status: 404 });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('of one tenant are nobody in another: byte for byte as somebody who does not exist', async () => {
    const subject = await world.register();
    const stranger = await other();
    expect((await people({}, stranger)).map(({ email }) => email)).toEqual(['eve@other.example']);
    const read = async (id: string): Promise<string> => (await world.exchange(getUser, { token: stranger, params: { id } })).text.replace(/http-\d+/, 'http-n');
    const acted = async (id: string): Promise<string> => (await world.exchange(listActivity, { token: stranger, params: { id } })).text.replace(/http-\d+/, 'http-n');
    expect(await read(subject.userId)).toBe(await read('usr_nobody'));
    expect(await acted(subject.userId)).toBe(await acted('usr_nobody'));
    expect(await one(subject.userId, stranger)).toMatchObject({ status: 404 });
  });

  test('a cursor of another tenant or of another list opens nothing', async () => {
    for (let n = 0; n < 2; n += 1) await world.register({ ...someone, email: `person-${n}@example.com` });
    const { body } = await world.call(listUsers, { token, query: { limit: '1' } });
    expect(await world.call(listUsers, { token: await other(), query: { cursor: String(body['cursor']) } })).toMatchObject({ status: 400 });
  });

  test('may be called what they like', async () => {
    const names = ['Anna "); DROP TABLE users; --', '<script>alert(1)</script>', '{"$ne":null}', '金丝雀', 'Ö\u0301', '__proto__', '👩‍👩‍👧'];
    for (const [n, firstName] of names.entries()) {
      await world.register({ ...someone, email: `person-${n}@example.com`, firstName });
      await world.time.pass(1_000);
    }
    expect((await people()).map(({ firstName }) => firstName)).toEqual([...names.toReversed(), 'Ada']);
  });

  test('whose data cannot be read any more are listed without it', async () => {
    const [gone, damaged] = [await world.register(), await world.register({ ...someone, email: 'damaged@example.com' })];
    await world.store.transact([{ table: 'keys', delete: personKeyKey(gone) }]);
    world.tables.overwrite('identity', userKey(damaged), { personal: 'no longer what was sealed' });
    const nothing = { email: null, firstName: null, lastName: null, status: 'pending_verification' };
    for (const { userId } of [gone, damaged]) expect((await one(userId)).body).toMatchObject({ userId, ...nothing });
    expect(await people()).toHaveLength(3);
  });

  test('are for those who may read users', async () => {
    const subject = await world.register();
    await liveThrough(world, subject);
    const member = await memberSession(subject);
    for (const [route, params] of [[listUsers, undefined], [getUser, { id: subject.userId }], [listActivity, { id: subject.userId }]] as const) {
      expect(await world.call(route, { ...(params && { params }) })).toMatchObject({ status: 401 });
      expect(await world.call(route, { token: member, ...(params && { params }) })).toMatchObject({ status: 403 });
    }
  });

  test('stand nowhere in the clear for being listed: not in tables, not in the log', async () => {
    await world.register();
    await people();
    const everything = JSON.stringify(world.tables.snapshot()) + world.log.lines.join('\n');
    expect(found(everything, { email: someone.email, lastName: someone.lastName, firstName: someone.firstName })).toEqual([]);
  });
});

const entry = (subject: Subject, n: number, more: Readonly<Record<string, string>> = {}) => {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
  return { table: 'identity' as const, put: { pk: userPartition(subject), sk: `ACTIVITY#${at}#event-${n}`, action: 'role.assigned', actor: 'usr_granter', cause: `event-${n}`, at, ...more } };
};
const activity = async (subject: Subject, query: Record<string, string> = {}): Promise<HttpAnswer> => world.call(listActivity, { token, params: { id: subject.userId }, query });

describe('what was done to the rights of a person', () => {
  test('is nothing at first', async () => {
    const [admin] = await readAdministrators(world.store, TENANT);
    if (!admin) throw new Error('no administrator');
    expect(await activity(admin)).toEqual({ status: 200, body: { items: [] } });
  });

  test('is told newest first and page by page, with who did it and by what event', async () => {
    const subject = await world.register();
    await world.store.transact([entry(subject, 0, { roleId: 'auditor' }), entry(subject, 1), entry(subject, 2)]);
    const first = await activity(subject, { limit: '2' });
    expect(itemsOf(first).map(({ cause }) => cause)).toEqual(['event-2', 'event-1']);
    const { body } = await activity(subject, { limit: '2', cursor: String(first.body['cursor']) });
    expect(body['items']).toEqual([{ action: 'role.assigned', actor: 'usr_granter', cause: 'event-0', at: '2026-01-01T00:00:00.000Z', roleId: 'auditor' }]);
  });
});

async function memberSession(subject: Subject): Promise<string> {
  const session = newSession(subject, new Date());
  await world.store.transact([session.write]);
  return session.token;
}

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [listUsers, getUser, listActivity].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((each) => name.startsWith(each))).flatMap(([name, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${name}: ${grant}`));
  expect(unused).toEqual([]);
});
