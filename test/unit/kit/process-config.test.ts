import '../../support/environment.ts';
import { configKey, type ConfigLayer } from '../../../lambdas/adapters/process-config.ts';
import { PLATFORM } from '../../../lambdas/domain/tenant.ts';
import { configFor, declaredConfig, heldConfig } from '../../../lambdas/kit/process-config.ts';
import { workflowOf } from '../../../lambdas/workflows/index.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const registration = workflowOf('user_registration');
const layer = (set: ConfigLayer['set'], changes = 1): ConfigLayer => ({ set, changes, changedBy: 'usr_1', changedAt: '2026-03-02T08:00:00.000Z' });

test('before anybody has changed anything the declaration holds, with every best-effort step on', () => {
  expect(heldConfig(registration, [undefined, undefined])).toMatchObject({
    version: 1, values: { enabled: true, compensationEnabled: true, deadline: 300_000, bestEffort: { SendWelcomeEmail: true, UpdateTenantStatistics: true } } });
  expect(declaredConfig(workflowOf('account_activation'))).toEqual({ enabled: true, compensationEnabled: false, deadline: 60_000, bestEffort: { NotifyAdmins: true } });
});

test('field by field the tenant’s value wins over the platform’s, and that over the declared one', () => {
  const platform = layer({ enabled: false, deadline: 60_000, bestEffort: { SendWelcomeEmail: false } });
  const tenant = layer({ deadline: 90_000, bestEffort: { UpdateTenantStatistics: false } });
  expect(heldConfig(registration, [platform, tenant]).values).toEqual({
    enabled: false, compensationEnabled: true, deadline: 90_000, bestEffort: { SendWelcomeEmail: false, UpdateTenantStatistics: false } });
});

test('any change of any layer that holds raises the version', () => {
  expect(heldConfig(registration, [layer({}, 2), undefined]).version).toBe(3);
  expect(heldConfig(registration, [layer({}, 2), layer({}, 5)]).version).toBe(8);
});

test('what cannot be undone is not, whatever was set when it could', () => {
  expect(heldConfig(workflowOf('account_activation'), [layer({ compensationEnabled: true })]).values.compensationEnabled).toBe(false);
});

test('what holds for a run is read in one consistent round trip, both layers', async () => {
  const tables = new MemoryTables();
  const used: string[] = [];
  tables.overwrite('ledger', configKey(PLATFORM, 'user_registration'), { ...layer({ enabled: false }) });
  tables.overwrite('ledger', configKey('demo', 'user_registration'), { ...layer({ deadline: 5_000 }, 2) });
  const store = tables.store((table, action) => used.push(`${table} ${action}`));
  const { version, values } = await configFor(store, registration, 'demo');
  expect([version, values.enabled, values.deadline, used.length]).toEqual([4, false, 5_000, 2]);
  expect(new Set(used)).toEqual(new Set(['ledger BatchGetItem']));
  expect(await configFor(store, registration, 'other')).toMatchObject({ version: 2, values: { enabled: false, deadline: 300_000 } });
  expect(await configFor(store, registration, PLATFORM)).toMatchObject({ version: 2, layers: [{ changes: 1 }] });
  expect(await configFor(store, workflowOf('invitation'), 'demo')).toMatchObject({ version: 1 });
});
