import type { RunRecord } from '../../../lambdas/adapters/run-ledger.ts';
import { runMoved, runOpened } from '../../../lambdas/adapters/run-transitions.ts';
import { listRuns, type Wanted } from '../../../lambdas/adapters/run-list.ts';
import type { Store } from '../../../lambdas/adapters/store.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const RUNS = 120;

let store: Store;

const typeOf = (position: number): string => (position % 2 === 0 ? 'user_registration' : 'account_activation');
const idOf = (position: number): string => `${typeOf(position)}-${position}`;
const at = (position: number): string => new Date(Date.UTC(2026, 0, 1) + position * 1000).toISOString();
const run = (position: number): RunRecord => ({
  runId: idOf(position), type: typeOf(position), status: position % 40 === 0 ? 'PARKED' : 'COMPLETED',
  tenantId: 'demo', subject: `usr_${position % 30}`, eventId: `event-${position}`, eventAggregate: `usr_${position % 30}`, eventVersion: 1, correlationId: 'c', configVersion: 1,
  attempt: 1, version: 1, versionBase: 1, depth: 0, startedAt: at(position),
});

beforeEach(async () => {
  store = new MemoryTables().store();
  for (let position = 0; position < RUNS; position += 1) await store.transact(runOpened(run(position)));
});

const ids = async (wanted: Wanted): Promise<string[]> => (await listRuns(store, 'demo', wanted)).items.map(({ runId }) => runId);

test('the newest come first', async () => {
  expect(await ids({ limit: 3 })).toEqual([119, 118, 117].map(idOf));
});

test('what is rare is found however many came after', async () => {
  expect(await ids({ limit: 10, statuses: ['PARKED'] })).toEqual([80, 40, 0].map(idOf));
});

test('a person has his runs, also the oldest of them, and can be asked for one process', async () => {
  expect(await ids({ limit: 10, subject: 'usr_7' })).toEqual([97, 67, 37, 7].map(idOf));
  expect(await ids({ limit: 10, subject: 'usr_0', statuses: ['PARKED'] })).toEqual([0].map(idOf));
  expect(await ids({ limit: 10, subject: 'usr_7', type: 'user_registration' })).toEqual([]);
});

test.each<[string, Partial<Wanted>, number]>([['all', {}, RUNS], ['one process', { type: 'user_registration' }, RUNS / 2], ['one person', { subject: 'usr_7' }, 4], ['two statuses', { statuses: ['PARKED', 'COMPLETED'] }, RUNS], ['the oldest first', { statuses: ['COMPLETED'], order: 'oldest' }, RUNS - 3]])(
  'paging through %s meets each run once', async (_, filter, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRuns(store, 'demo', { limit: 7, ...filter, cursor });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ runId }) => runId));
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(seen).toHaveLength(expected);
    expect(new Set(seen).size).toBe(expected);
  });

test('what came to a status within a time is found, oldest first where that is asked for', async () => {
  expect(await ids({ limit: 10, from: at(117) })).toEqual([119, 118, 117].map(idOf));
  expect(await ids({ limit: 10, from: at(3), to: at(5), order: 'oldest' })).toEqual([3, 4, 5].map(idOf));
  expect(await ids({ limit: 10, statuses: ['PARKED', 'RUNNING'], order: 'oldest' })).toEqual([0, 40, 80].map(idOf));
  expect(await ids({ limit: 10, statuses: ['PARKED'], from: at(1), to: at(50) })).toEqual([40].map(idOf));
});

test('one that has moved on is where it is now', async () => {
  const moved = { ...run(40), status: 'PARKED' as const };
  await store.transact(runMoved(moved, 'CANCELLED', { finishedAt: '2026-02-01T00:00:00.000Z' }));
  expect(await ids({ limit: 10, statuses: ['PARKED'] })).toEqual([80, 0].map(idOf));
  expect(await ids({ limit: 10, statuses: ['CANCELLED'], from: '2026-02-01T00:00:00.000Z' })).toEqual([40].map(idOf));
});

test('a cursor that no page gave out is refused', async () => {
  await expect(ids({ limit: 10, statuses: ['PARKED'], cursor: 'e30' })).rejects.toMatchObject({ name: 'MalformedCursor' });
});

test('another tenant sees none of them', async () => {
  expect((await listRuns(store, 'other', { limit: 10 })).items).toEqual([]);
  expect((await listRuns(store, 'other', { limit: 10, subject: 'usr_7' })).items).toEqual([]);
});
