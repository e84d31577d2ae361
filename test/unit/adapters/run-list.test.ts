import { parseRun, type RunRecord } from '../../../lambdas/adapters/run-ledger.ts';
import { runOpened } from '../../../lambdas/adapters/run-transitions.ts';
import { listRuns, type Wanted } from '../../../lambdas/adapters/run-list.ts';
import type { Store } from '../../../lambdas/adapters/store.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const RUNS = 120;

let store: Store;

const run = (position: number): RunRecord => ({
  runId: `run-${position}`, type: position % 2 === 0 ? 'user_registration' : 'account_activation', status: position % 40 === 0 ? 'PARKED' : 'COMPLETED',
  tenantId: 'demo', subject: `usr_${position % 30}`, eventId: `event-${position}`, eventAggregate: `usr_${position % 30}`, eventVersion: 1, correlationId: 'c', configVersion: 1,
  attempt: 1, version: 1, versionBase: 1, depth: 0, startedAt: new Date(Date.UTC(2026, 0, 1) + position * 1000).toISOString(),
});

beforeEach(async () => {
  store = new MemoryTables().store();
  for (let position = 0; position < RUNS; position += 1) await store.transact(runOpened(run(position)));
});

const ids = async (wanted: Wanted): Promise<string[]> => (await listRuns(store, 'demo', wanted)).items.map((item) => parseRun(item).runId);

test('the newest come first', async () => {
  expect(await ids({ limit: 3 })).toEqual(['run-119', 'run-118', 'run-117']);
});

test('what is rare is found however many came after', async () => {
  expect(await ids({ limit: 10, status: 'PARKED' })).toEqual(['run-80', 'run-40', 'run-0']);
});

test('a person has his runs, also the oldest of them, and can be asked for one process', async () => {
  expect(await ids({ limit: 10, subject: 'usr_7' })).toEqual(['run-97', 'run-67', 'run-37', 'run-7']);
  expect(await ids({ limit: 10, subject: 'usr_0', status: 'PARKED' })).toEqual(['run-0']);
  expect(await ids({ limit: 10, subject: 'usr_7', type: 'user_registration' })).toEqual([]);
});

test.each<[string, Partial<Wanted>, number]>([['all', {}, RUNS], ['one process', { type: 'user_registration' }, RUNS / 2], ['one person', { subject: 'usr_7' }, 4]])(
  'paging through %s meets each run once', async (_, filter, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRuns(store, 'demo', { limit: 7, ...filter, cursor });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map((item) => parseRun(item).runId));
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(seen).toHaveLength(expected);
    expect(new Set(seen).size).toBe(expected);
  });

test('another tenant sees none of them', async () => {
  expect((await listRuns(store, 'other', { limit: 10 })).items).toEqual([]);
  expect((await listRuns(store, 'other', { limit: 10, subject: 'usr_7' })).items).toEqual([]);
});
