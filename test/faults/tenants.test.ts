import { World, administrator, someone } from '../support/world.ts';
import { createTenant as makeTenant } from '../../lambdas/accounts/create-tenant.ts';
import { gateKey, tenantKey, userKey } from '../../lambdas/adapters/identity.ts';
import { readGate } from '../../lambdas/adapters/gate.ts';
import { everyTenant } from '../../lambdas/adapters/tenants.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { login, register } from '../../lambdas/api/auth/routes.ts';
import { listAudit } from '../../lambdas/api/history/routes.ts';
import { changeTenant, createTenant, listTenants } from '../../lambdas/api/tenants/routes.ts';
import { listUsers } from '../../lambdas/api/users/routes.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { found } from '../support/canary.ts';
import { touched } from '../support/function-host.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { unrestIn } from '../support/picture.ts';

let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  await makeTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
    { tenantId: 'hq', name: 'Headquarters', admin: { email: 'ada@hq.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Headquarters', language: 'en' }, administersPlatform: true }, new Date());
  token = await world.administratorSession('hq');
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const admin = { email: 'grace@acme.example', password: 'rear admiral of the fleet', firstName: 'Grace', lastName: 'Hopper' };
const acme = { tenantId: 'acme', name: 'Acme Ltd', admin };
const create = (body: unknown = acme, more: object = {}) => world.call(createTenant, { token, body, ...more });
const change = (body: unknown, id = 'acme') => world.call(changeTenant, { token, params: { id }, body });
const join = (n: number | string = 1, tenantId = 'acme') => world.call(register, { body: { tenantId, ...someone, email: `person-${n}@example.com` } });
const statuses = (answers: readonly { readonly status: number }[]): readonly number[] => answers.map(({ status }) => status);
const ids = ({ body }: { body: Readonly<Record<string, unknown>> }) => (body['items'] as readonly { tenantId: string }[]).map(({ tenantId }) => tenantId);

describe('a new tenant', () => {
  test('is open, and its administrator logs in at once and sees himself and nobody else', async () => {
    const { status, body } = await create();
    expect({ status, body }).toEqual({
      status: 201, body: { tenantId: 'acme', name: 'Acme Ltd', status: 'open', verificationWaived: false, defaults: {}, registrationPolicy: 'open',
        privacy: { profile: 'gdpr', workingDays: 15, minimumGracePeriodSeconds: 604_800, recipients: [], retention: [] }, administrator: { userId: expect.any(String) } } });
    const session = await world.call(login, { body: { tenantId: 'acme', email: admin.email, password: admin.password } });
    expect(session.status).toBe(200);
    const { body: people } = await world.call(listUsers, { token: String(session.body['sessionToken']) });
    expect(people['items']).toMatchObject([{ email: admin.email, roles: ['administrator'], status: 'active' }]);
    expect(await join()).toMatchObject({ status: 202 });
  });

  test('keeps what was said of who may join, how many and what is given to them', async () => {
    const said = { registrationPolicy: { domains: ['example.com'] }, registrationQuota: 1, verificationWaived: true, defaults: { language: 'en', timezone: 'Europe/Berlin' } };
    expect((await create({ ...acme, ...said })).body).toMatchObject(said);
    expect(statuses([await join(1), await join(2)])).toEqual([202, 409]);
  });

  test('that exists is left as it is: 409, which points to the id', async () => {
    await create();
    const before = world.tables.snapshot();
    expect(await create({ ...acme, name: 'Another' })).toMatchObject({ status: 409, body: { type: '/problems/tenant-exists', errors: [{ pointer: '/tenantId', code: 'taken' }] } });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('is made once by two who make it at once', async () => {
    expect(statuses(await Promise.all([create(), create({ ...acme, name: 'Another' })])).toSorted((one, other) => one - other)).toEqual([201, 409]);
    expect(world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && pk.startsWith('TENANT#acme#'))).toHaveLength(1);
  });

  test('asked for again under the same key is the same answer and the same tenant', async () => {
    const [one, other] = [await create(acme, { key: 'once' }), await create(acme, { key: 'once' })];
    expect(other).toEqual(one);
    expect(await create({ ...acme, name: 'Another' }, { key: 'once' })).toMatchObject({ status: 422 });
  });

  test.each([
    ['a password that is everywhere', { ...acme, admin: { ...admin, password: 'password1' } }, '/admin/password'],
    ['the name of what belongs to none', { ...acme, tenantId: 'platform' }, '/tenantId'],
    ['an id that would break a key', { ...acme, tenantId: 'acme#demo' }, '/tenantId'],
    ['a name that turns the line around', { ...acme, name: 'Acme\u202e' }, '/name'],
    ['a name of two lines', { ...acme, name: 'Acme\nBcc: all@example.com' }, '/name'],
    ['an address that is none', { ...acme, admin: { ...admin, email: 'grace' } }, '/admin/email'],
    ['a quota of nobody', { ...acme, registrationQuota: 0 }, '/registrationQuota'],
    ['a place without a time', { ...acme, defaults: { timezone: 'Mars/Olympus' } }, '/defaults/timezone'],
    ['rights of its own', { ...acme, administersPlatform: true }, '/administersPlatform'],
  ])('is refused for %s, and nothing is written', async (_, body, pointer) => {
    const before = world.tables.snapshot();
    expect(await create(body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('leaves nothing of its administrator in the clear, in tables or in the log', async () => {
    await create();
    const everything = JSON.stringify(world.tables.snapshot()) + world.log.lines.join('\n');
    expect(found(everything, { email: admin.email, password: admin.password, lastName: admin.lastName })).toEqual([]);
  });
});

describe('the tenants', () => {
  test('are listed in the order of their ids, page by page, each once', async () => {
    for (const tenantId of ['zoo', 'acme', 'Beta_1', 'b-2']) await create({ ...acme, tenantId });
    const seen: string[] = [];
    let cursor: unknown;
    do {
      const page = await world.call(listTenants, { token, query: { limit: '2', ...(typeof cursor === 'string' && { cursor }) } });
      expect(ids(page).length).toBeLessThanOrEqual(2);
      seen.push(...ids(page));
      ({ cursor } = page.body);
    } while (cursor !== undefined);
    expect(seen).toEqual(['Beta_1', 'acme', 'b-2', 'demo', 'hq', 'zoo']);
    const all: string[] = [];
    for await (const { tenantId } of everyTenant(world.store)) all.push(tenantId);
    expect(all).toEqual(seen);
  });

  test.each([
    ['listing', () => ({ route: listTenants })], ['creating', () => ({ route: createTenant, body: acme })],
    ['changing one', () => ({ route: changeTenant, params: { id: 'demo' }, body: { name: 'Mine' } })],
  ] as const)('%s them is for platform administrators only: nobody else, not even of his own', async (_, ask) => {
    const { route, ...call } = ask();
    const before = world.tables.snapshot();
    expect(await world.call(route, call)).toMatchObject({ status: 401 });
    const session = await world.administratorSession();
    expect(await world.call(route, { token: session, ...call })).toMatchObject({ status: 403 });
    expect(world.tables.snapshot()['audit']).toEqual(before['audit']);
    expect(world.tables.items('identity').filter(({ sk }) => sk === 'TENANT').map(({ name }) => name)).toEqual(['Demo', 'Headquarters']);
  });

  test('a cursor that is none is told so', async () => {
    expect(await world.call(listTenants, { token, query: { cursor: 'nonsense' } })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });
});

describe('a tenant that is changed', () => {
  beforeEach(() => create());

  test('closed lets nobody register, and opened again lets everybody', async () => {
    expect((await change({ status: 'closed' })).body).toMatchObject({ status: 'closed', name: 'Acme Ltd' });
    expect((await readGate(world.store, 'acme')).filter(({ open }) => open)).toEqual([]);
    expect(await join()).toMatchObject({ status: 404 });
    expect((await change({ status: 'open' })).body).toMatchObject({ status: 'open' });
    expect(await join()).toMatchObject({ status: 202 });
  });

  test('closed in the midst of a registration has it either before or not at all', async () => {
    const burst = Promise.all(Array.from({ length: 12 }, (_, n) => join(n)));
    const [closed, answers] = await Promise.all([change({ status: 'closed' }), burst]);
    expect(closed.status).toBe(200);
    const joined = answers.filter(({ status }) => status === 202).length;
    expect(joined + answers.filter(({ status }) => status === 404).length).toBe(12);
    expect(world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && pk.startsWith('TENANT#acme#'))).toHaveLength(joined + 1);
    expect(await join('late')).toMatchObject({ status: 404 });
  });

  test('closed at the very moment in which somebody registers lets nobody in', async () => {
    let closed = 0;
    world.tables.interfere = async (writes) => {
      if (closed > 0 || !writes.some((write) => 'put' in write && write.put.sk === 'EMAIL')) return;
      closed += 1;
      await change({ status: 'closed' });
    };
    expect(await join()).toMatchObject({ status: 404 });
    expect(closed).toBe(1);
    expect(world.tables.items('identity').filter(({ sk, pk }) => sk === 'USER' && pk.startsWith('TENANT#acme#'))).toHaveLength(1);
  });

  test('gets a quota, a larger one and none: as many come as the last one says', async () => {
    expect((await change({ registrationQuota: 2 })).body).toMatchObject({ registrationQuota: 2 });
    expect(statuses([await join(1), await join(2), await join(3)])).toEqual([202, 202, 409]);
    await change({ registrationQuota: 3 });
    expect(statuses([await join(4), await join(5)])).toEqual([202, 409]);
    await change({ registrationQuota: 2 });
    expect(await join(6)).toMatchObject({ status: 409 });
    const { body } = await change({ registrationQuota: null });
    expect(body).not.toHaveProperty('registrationQuota');
    expect(await join(7)).toMatchObject({ status: 202 });
  });

  test('keeps every place that is taken while its quota changes: the shards add up', async () => {
    await change({ registrationQuota: 40 });
    const [, ...answers] = await Promise.all([change({ registrationQuota: 30 }), ...Array.from({ length: 10 }, (_, n) => join(n))]);
    const taken = answers.filter(({ status }) => status === 202).length;
    const shards = await Promise.all(Array.from({ length: 16 }, (_, shard) => world.store.get('identity', gateKey('acme', shard))));
    const sum = (attribute: string): number => shards.reduce((total, shard) => total + Number(shard?.[attribute]), 0);
    expect([sum('limit'), sum('used')]).toEqual([30, taken]);
  });

  test('has what was said and nothing else, and two who change it at once are both heard', async () => {
    const answers = await Promise.all([change({ name: 'Acme 有限公司' }), change({ registrationPolicy: 'invitation' }), change({ defaults: { theme: 'dark' } })]);
    expect(statuses(answers)).toEqual([200, 200, 200]);
    expect(await world.store.get('identity', tenantKey('acme'))).toMatchObject({ name: 'Acme 有限公司', registrationPolicy: 'invitation', defaults: { theme: 'dark' }, status: 'open' });
  });

  test('says in the audit who changed what, as it was and as it is', async () => {
    await change({ name: 'Acme Group', registrationQuota: 5 });
    const { body } = await world.call(listAudit, { token, query: { subject: 'acme', tenant: 'acme' } });
    expect(body['items']).toMatchObject([{ action: 'tenant.changed', actor: expect.stringMatching(/^usr_/), before: { name: 'Acme Ltd', registrationQuota: null }, after: { name: 'Acme Group', registrationQuota: 5 } }]);
  });

  test('by nothing at all stays as it is', async () => {
    const before = await world.store.get('identity', tenantKey('acme'));
    expect(await change({})).toMatchObject({ status: 200, body: { tenantId: 'acme' } });
    expect(await world.store.get('identity', tenantKey('acme'))).toEqual(before);
  });

  test.each([['an unknown state', { status: 'gone' }], ['its id', { tenantId: 'other' }], ['a list of no domains', { registrationPolicy: { domains: [] } }], ['its counter', { changes: 7 }]])('refuses %s', async (_, body) => {
    expect(await change(body)).toMatchObject({ status: 400 });
  });

  test('must exist', async () => {
    expect(await change({ name: 'Nobody' }, 'nobody')).toMatchObject({ status: 404 });
  });
});

test('the administrator of one tenant is nobody in another', async () => {
  const { body } = await create();
  const { userId } = body['administrator'] as { userId: string };
  expect(await world.store.get('identity', userKey({ tenantId: 'demo', userId }))).toBeUndefined();
  expect(await world.call(login, { body: { tenantId: 'demo', email: admin.email, password: admin.password } })).toMatchObject({ status: 401 });
  expect(await world.call(login, { body: { tenantId: 'acme', email: administrator.email, password: administrator.password } })).toMatchObject({ status: 401 });
  expect(await unrestIn(world)).toEqual([]);
});

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [createTenant, listTenants, changeTenant].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
});
