import type { Subject } from '../../../lambdas/adapters/identity.ts';
import { personKeyKey, TENANT_KEY_KEPT_MS, vault, type Vault } from '../../../lambdas/adapters/vault.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryTables } from '../../support/memory-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const anna: Subject = { tenantId: 'demo', userId: 'usr_anna' };
const bert: Subject = { tenantId: 'demo', userId: 'usr_bert' };
const elsewhere: Subject = { tenantId: 'other', userId: 'usr_anna' };
const personal = { email: 'anna@example.com', firstName: 'Anna', lastName: 'Berg', language: 'en' } as const;

let tables: MemoryTables;
let unwraps: number;
let keys: Vault;
beforeEach(async () => {
  tables = new MemoryTables();
  unwraps = 0;
  keys = vault(tables.store(), memoryKeyWrapper(() => { unwraps += 1; }));
  for (const tenantId of ['demo', 'other']) await tables.store().transact([await keys.newTenantKey(tenantId)]);
  for (const subject of [anna, bert, elsewhere]) await tables.store().transact([(await keys.newPersonKey(subject)).write]);
  unwraps = 0;
});
const keyOf = async (subject: Subject) => {
  const key = await keys.personKey(subject);
  if (!key) throw new Error('no key');
  return key;
};

test('what is sealed for a person is opened with her key', async () => {
  const sealed = (await keyOf(anna)).seal('personal', personal);
  expect((await keyOf(anna)).open('personal', sealed)).toEqual(personal);
  expect(sealed).not.toContain('anna');
});

test('nobody else’s key opens it: not another person’s, not that of the same id in another tenant', async () => {
  const sealed = (await keyOf(anna)).seal('personal', personal);
  for (const other of [bert, elsewhere]) {
    const key = await keyOf(other);
    expect(() => key.open('personal', sealed)).toThrow(/authenticate|Invalid/);
  }
});

test('what was sealed as one thing does not pass for another', async () => {
  const key = await keyOf(anna);
  expect(() => key.open('profile', key.seal('personal', personal))).toThrow(/authenticate|Invalid/);
});

test('a wrapped key that was moved to another person is useless', async () => {
  const stolen = await tables.store().get('keys', personKeyKey(anna));
  tables.overwrite('keys', personKeyKey(bert), { wrapped: stolen?.['wrapped'] ?? '' });
  await expect(keys.personKey(bert)).rejects.toThrow(/authenticate|Invalid/);
});

test('once the key is destroyed, it stays gone: asking for it brings none back', async () => {
  await tables.store().transact([{ table: 'keys', delete: personKeyKey(anna) }]);
  expect(await keys.personKey(anna)).toBeUndefined();
  expect(await tables.store().get('keys', personKeyKey(anna))).toBeUndefined();
});

test('a second key for the same person is refused', async () => {
  const { write } = await keys.newPersonKey(anna);
  await expect(tables.store().transact([write])).rejects.toMatchObject({ name: 'ConditionFailed' });
});

test('a secret can be computed again for its purpose, and differs for every other purpose and person', async () => {
  const secret = (await keyOf(anna)).secret('verify-email run-1');
  expect((await keyOf(anna)).secret('verify-email run-1')).toEqual(secret);
  expect((await keyOf(anna)).secret('verify-email run-2')).not.toEqual(secret);
  expect((await keyOf(bert)).secret('verify-email run-1')).not.toEqual(secret);
  expect(secret).toHaveLength(32);
});

test('two spellings of an address have one index, in one tenant', async () => {
  expect(await keys.blindIndex('demo', 'Anna.Berg@Example.COM')).toBe(await keys.blindIndex('demo', 'anna.berg@example.com'));
  expect(await keys.blindIndex('demo', 'anna.berg@example.com')).not.toBe(await keys.blindIndex('other', 'anna.berg@example.com'));
});

test('a tenant’s key is unwrapped once and then kept for minutes, a person’s never', async () => {
  const time = new VirtualTime(new Date('2026-03-02T08:00:00.000Z'));
  keys = vault(tables.store(), memoryKeyWrapper(() => { unwraps += 1; }));
  for (let n = 0; n < 3; n += 1) await keys.personKey(anna);
  expect(unwraps).toBe(1);
  tables.overwrite('keys', personKeyKey(anna), { wrapped: 'v1.altered' });
  await expect(keys.personKey(anna)).rejects.toThrow(/authenticate|Invalid/);
  await time.pass(TENANT_KEY_KEPT_MS + 1);
  await keys.personKey(bert);
  expect(unwraps).toBe(2);
  time.end();
});

test('a tenant without a key is an error, not an occasion to make one', async () => {
  await expect(keys.personKey({ tenantId: 'nowhere', userId: 'usr_anna' })).rejects.toThrow('the tenant has no key');
});
