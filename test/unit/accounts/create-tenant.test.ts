import { gateKey, readAdministrators, readAuthorization, readTenant, readUser } from '../../../lambdas/adapters/identity.ts';
import { vault } from '../../../lambdas/adapters/vault.ts';
import { GATE_SHARDS } from '../../../lambdas/domain/tenant.ts';
import { createTenant, type NewTenant } from '../../../lambdas/accounts/create-tenant.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const demo: NewTenant = { tenantId: 'demo', name: 'Demo', admin: { email: 'ada@example.com', password: 'correct horse battery', firstName: 'Ada', lastName: 'Admin', language: 'en' } };
const now = new Date('2026-03-02T08:00:00.000Z');

let tables: MemoryTables;
beforeEach(() => {
  tables = new MemoryTables();
});
const create = (tenant = demo) => createTenant({ store: tables.store(), vault: vault(tables.store(), memoryKeyWrapper()) }, tenant, now);

test('a new tenant is open at all its gates, and its administrator is active at once', async () => {
  expect(await create()).toBe('created');
  const store = tables.store();
  expect(await readTenant(store, 'demo')).toEqual({ tenantId: 'demo', name: 'Demo', status: 'open', verificationWaived: false, defaults: {}, registrationPolicy: 'open' });
  for (let shard = 0; shard < GATE_SHARDS; shard += 1) expect(await store.get('identity', gateKey('demo', shard))).toMatchObject({ open: true });
  const [admin, ...others] = await readAdministrators(store, 'demo');
  expect(others).toEqual([]);
  if (!admin) throw new Error('no administrator');
  expect(await readUser(store, admin)).toMatchObject({ status: 'active', provisioned: true, emailVerified: true });
  expect(await readAuthorization(store, admin)).toMatchObject({ status: 'active', roleIds: ['administrator'], permissions: expect.arrayContaining(['workflows:read']) as unknown });
});

test('a tenant may say who joins and how many; its places are spread over the gate, and its domains are kept in the form in which they are compared', async () => {
  await create({ ...demo, registrationPolicy: { domains: ['Bücher.example'] }, registrationQuota: 20 });
  const store = tables.store();
  expect(await readTenant(store, 'demo')).toMatchObject({ registrationPolicy: { domains: ['xn--bcher-kva.example'] }, registrationQuota: 20 });
  const gate = await Promise.all(Array.from({ length: GATE_SHARDS }, (_, shard) => store.get('identity', gateKey('demo', shard))));
  expect(gate.map((shard) => shard?.['limit'])).toEqual([2, 2, 2, 2, ...Array<number>(12).fill(1)]);
  expect(gate.map((shard) => shard?.['used'])).toEqual(Array(16).fill(0));
});

test('no tenant is called what stands for those that belong to none', async () => {
  await expect(create({ ...demo, tenantId: 'platform' })).rejects.toThrow('no tenant may be called platform');
  expect(tables.items('identity')).toEqual([]);
});

test('a tenant that exists is left as it is', async () => {
  await create();
  const before = tables.snapshot();
  expect(await create({ ...demo, name: 'Another name', admin: { ...demo.admin, email: 'eve@example.com' } })).toBe('exists');
  expect(tables.snapshot()).toEqual(before);
});

test('two who create it at once create it once', async () => {
  const outcomes = await Promise.all([create(), create()]);
  expect(outcomes.toSorted()).toEqual(['created', 'exists']);
  expect(await readAdministrators(tables.store(), 'demo')).toHaveLength(1);
});

test('nothing of the administrator stands in the tables in the clear', async () => {
  await create();
  const everything = JSON.stringify(tables.snapshot());
  for (const value of ['ada@example.com', 'correct horse', 'Ada', 'Admin"']) expect(everything).not.toContain(value);
});

test('the first administrator may administer the platform as well', async () => {
  await create({ ...demo, administersPlatform: true });
  const [admin] = await readAdministrators(tables.store(), 'demo');
  if (!admin) throw new Error('no administrator');
  expect((await readAuthorization(tables.store(), admin))?.permissions).toContain('tenants:manage');
});
