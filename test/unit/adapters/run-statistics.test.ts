import { Placeholders, renderChanges } from '../../../lambdas/adapters/expressions.ts';
import { readRunStatistics, statisticsMoved } from '../../../lambdas/adapters/run-statistics.ts';
import { keyOf, type Changes, type Item } from '../../../lambdas/adapters/store.ts';
import { statisticsOf } from '../../../lambdas/domain/run-statistics.ts';
import { STATISTICS_SHARDS } from '../../../lambdas/domain/tenant.ts';
import { begun, moved, type CountedRun } from '../../support/counted-runs.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const now = new Date('2026-03-02T08:03:00.000Z');
const run = (n: number, about: Partial<CountedRun> = {}): CountedRun =>
  ({ runId: `user_registration-${n}`, type: 'user_registration', tenantId: 'demo', startedAt: '2026-03-02T08:01:00.000Z', status: 'RUNNING', ...about });
const store = new MemoryTables().store();

test('a transition is three updates, of all time, of the hour and of the five minutes of the start, at one shard', () => {
  const writes = statisticsMoved({ run: run(1), from: 'RUNNING', to: 'COMPLETED', completedIn: 0 });
  expect(writes.map((write) => keyOf(write).sk)).toEqual(['A#user_registration', 'H#2026-03-02T08:00#user_registration', 'M#2026-03-02T08:00#user_registration']);
  expect(new Set(writes.map((write) => keyOf(write).pk)).size).toBe(1);
  for (const write of writes) expect(write).toMatchObject({ table: 'ledger', add: { 'status:RUNNING': -1, 'status:COMPLETED': 1, completions: 1, 'bucket:0': 1, changes: 1 } });
});

test('what happens later is counted where the run started', () => {
  const [opened, ended] = [statisticsMoved({ run: run(1), to: 'RUNNING' }), statisticsMoved({ run: run(1), from: 'RUNNING', to: 'COMPLETED' })];
  expect(ended.map(keyOf)).toEqual(opened.map(keyOf));
});

test('runs side by side meet at few items: they are spread over all shards', () => {
  expect(new Set(Array.from({ length: 200 }, (_, n) => statisticsMoved({ run: run(n), to: 'RUNNING' })).map(([write]) => write && keyOf(write).pk)).size).toBe(STATISTICS_SHARDS);
});

test('what changes nothing writes nothing', () => {
  expect(statisticsMoved({ run: run(1), from: 'PARKED', to: 'PARKED', tasks: {} })).toEqual([]);
});

test('the items of windows expire, the others never do', async () => {
  const tables = new MemoryTables();
  await begun(tables.store(), run(1));
  const expiring = tables.items('ledger').filter(({ pk }) => pk.includes('RUNSTATISTICS')).map((item: Item) => [item.sk.slice(0, 1), typeof item['expiresAt']]);
  expect(expiring).toEqual([['A', 'undefined'], ['H', 'number'], ['M', 'number']]);
});

test('as many as run at once are counted exactly, tenant by tenant and type by type', async () => {
  const runs = await Promise.all(Array.from({ length: 60 }, (_, n) => begun(store, run(n, n % 3 === 0 ? { type: 'account_activation' } : {}))));
  await Promise.all(runs.slice(0, 30).map((each) => moved(store, each, 'COMPLETED', { completedIn: 500 })));
  await begun(store, run(1_000, { tenantId: 'other' }));
  const counted = await readRunStatistics(store, 'demo', { window: '1h' }, now);
  expect(Object.fromEntries([...counted].map(([type, counters]) => [type, counters['total']]))).toEqual({ user_registration: 40, account_activation: 20 });
  expect(statisticsOf(counted.get('user_registration') ?? {}, [])).toMatchObject({ runningWorkflows: 20, completedWorkflows: 20, averageExecutionTime: 500 });
  expect([...await readRunStatistics(store, 'demo', { type: 'account_activation', window: 'all' }, now)].map(([type, { total }]) => [type, total])).toEqual([['account_activation', 20]]);
  expect((await readRunStatistics(store, 'nobody', { window: 'all' }, now)).size).toBe(0);
});

test('a window counts what started within it, however it stands now', async () => {
  const started = { '1h': '2026-03-02T07:30:00.000Z', '24h': '2026-03-01T20:00:00.000Z', '7d': '2026-02-25T08:00:00.000Z', all: '2025-01-01T00:00:00.000Z' } as const;
  for (const [position, startedAt] of Object.values(started).entries()) await begun(store, run(position, { tenantId: 'windows', startedAt, status: 'COMPLETED' }));
  const totals = await Promise.all((['1h', '24h', '7d', 'all'] as const).map(async (window) => (await readRunStatistics(store, 'windows', { window }, now)).get('user_registration')?.['total']));
  expect(totals).toEqual([1, 2, 3, 4]);
});

test('one update can hold all that a transition of a process of 25 steps changes: DynamoDB takes 4 KB and 300 operators', () => {
  const tasks = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`StepNumber${String.fromCharCode(65 + n)}`, { started: 1, succeeded: 1, failed: 1, retried: 1, duration: 1 }]));
  const [write] = statisticsMoved({ run: run(1), from: 'RUNNING', to: 'COMPLETED', completedIn: 1_000, tasks });
  const changes: Changes = write && 'update' in write ? write : {};
  expect(Object.keys(changes.add ?? {}).length).toBeGreaterThan(25 * 5);
  expect(Object.keys(changes.add ?? {}).length).toBeLessThan(300);
  expect(renderChanges(changes, new Placeholders()).length).toBeLessThan(4_096);
});
