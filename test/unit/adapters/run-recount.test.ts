import * as fc from 'fast-check';
import { rebuildStatistics, recount, statisticsDiffer } from '../../../lambdas/adapters/run-recount.ts';
import { readRunStatistics } from '../../../lambdas/adapters/run-statistics.ts';
import type { Item, Store } from '../../../lambdas/adapters/store.ts';
import { stepStatuses, transitions } from '../../../lambdas/domain/run.ts';
import { statisticsOf, type Statistics } from '../../../lambdas/domain/run-statistics.ts';
import { tallyOf } from '../../../lambdas/domain/tally.ts';
import { begun, moved, type CountedRun } from '../../support/counted-runs.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const now = new Date('2026-03-02T08:03:00.000Z');
const MINUTE = 60_000;
const run = (n: number, about: Partial<CountedRun> = {}): CountedRun =>
  ({ runId: `user_registration-${n}`, type: 'user_registration', tenantId: 'demo', startedAt: new Date(now.getTime() - MINUTE).toISOString(), status: 'RUNNING', ...about });

let tables: MemoryTables;
let store: Store;
beforeEach(() => {
  tables = new MemoryTables();
  store = tables.store();
});
const differences = (from = store): Promise<readonly string[]> => statisticsDiffer(from, 'demo', { now });
const itemsOf = (mark: string): readonly Item[] => tables.items('ledger').filter(({ pk, sk }) => pk.includes('RUNSTATISTICS') && sk.startsWith(mark));
const drift = (mark: string, attributes: Record<string, number>): void => {
  const [item] = itemsOf(mark);
  if (!item) throw new Error('nothing is counted');
  tables.overwrite('ledger', item, attributes);
};

const partsOf = (all: Statistics): number =>
  all.runningWorkflows + all.completedWorkflows + all.completedWithWarnings + all.compensatedWorkflows + all.failedWorkflows;

interface Move { readonly run: number; readonly choice: number; readonly step: (typeof stepStatuses)[number]; readonly attempts: number; readonly took: number }
const moves = fc.array(fc.record<Move>({ run: fc.nat(7), choice: fc.nat(5), step: fc.constantFrom(...stepStatuses), attempts: fc.integer({ min: 1, max: 4 }), took: fc.nat(100_000) }), { maxLength: 60 });
const ages = fc.array(fc.oneof(fc.nat(90), fc.nat(12 * 24 * 60)), { minLength: 8, maxLength: 8 });
const openings = ['RUNNING', 'WAITING', 'FENCED'] as const;

/** Where a run may go from where it is, if anywhere. */
function next(from: Store, seen: CountedRun | undefined, { run: n, choice, step, attempts, took }: Move, age: number): Promise<CountedRun | undefined> {
  if (!seen) return begun(from, run(n, { type: n % 2 ? 'user_registration' : 'account_activation', startedAt: new Date(now.getTime() - age * MINUTE).toISOString(), status: openings[choice % 3] ?? 'RUNNING' }));
  const to = transitions[seen.status][choice % Math.max(transitions[seen.status].length, 1)];
  if (!to) return Promise.resolve(seen);
  const tally = tallyOf([{ step: 'AssignDefaultRole', status: step, attempts, startedAt: now.toISOString(), finishedAt: new Date(now.getTime() + took).toISOString() }]);
  return moved(from, seen, to, { ...(to.startsWith('COMPLETED') && { completedIn: took }), ...(seen.status === 'RUNNING' && { tally }) });
}

test('whatever legal ways many runs go, a recount finds what was counted, and the parts make the whole', async () => {
  await fc.assert(fc.asyncProperty(moves, ages, async (sequence, minutes) => {
    const world = new MemoryTables().store();
    const runs = new Map<number, CountedRun | undefined>();
    for (const move of sequence) runs.set(move.run, await next(world, runs.get(move.run), move, minutes[move.run] ?? 0));
    expect(await differences(world)).toEqual([]);
    const everything = [...(await readRunStatistics(world, 'demo', { window: 'all' }, now)).values()];
    expect(everything.reduce((sum, { total = 0 }) => sum + total, 0)).toBe(runs.size);
    for (const window of ['1h', '24h', '7d', 'all'] as const) {
      const counted = [...(await readRunStatistics(world, 'demo', { window }, now)).values()].map((counters) => statisticsOf(counters, []));
      expect(counted.map(partsOf)).toEqual(counted.map(({ totalWorkflows }) => totalWorkflows));
      for (const { taskSuccessRates } of counted) for (const { started, succeeded, failed, retried } of Object.values(taskSuccessRates)) {
        expect(Math.min(started, succeeded, failed, retried)).toBeGreaterThanOrEqual(0);
        expect(succeeded + failed).toBeLessThanOrEqual(started);
      }
    }
  }), { numRuns: 60 });
});

test('runs that move at the same time are all counted', async () => {
  const runs = await Promise.all(Array.from({ length: 40 }, (_, n) => begun(store, run(n))));
  await Promise.all(runs.map((each, n) => moved(store, each, n % 2 ? 'COMPLETED' : 'PARKED', { completedIn: 1_000 })));
  expect(await differences()).toEqual([]);
});

test('a tenant without runs has nothing to differ', async () => {
  expect(await differences()).toEqual([]);
  expect((await recount(store, 'demo')).size).toBe(0);
});

test('more runs than a page holds are counted', async () => {
  for (let n = 0; n < 230; n += 1) await begun(store, run(n));
  const lifetime = [...await recount(store, 'demo', now)].filter(([, { key }]) => key.sk.startsWith('A#'));
  expect(lifetime.reduce((sum, [, { counters }]) => sum + (counters['total'] ?? 0), 0)).toBe(230);
  expect(await differences()).toEqual([]);
});

test('each number that differs is named, with what it is and what was counted', async () => {
  const { runId } = await begun(store, run(1));
  await begun(store, run(2, { tenantId: 'other' }));
  drift('A#', { total: 3, 'status:PARKED': 2 });
  const [sentence, ...others] = await differences();
  expect(sentence).toMatch(/^A#user_registration of TENANT#demo#RUNSTATISTICS#\d+: status:PARKED is 2, counted 0; total is 3, counted 1$/);
  expect(others).toEqual([]);
  expect(sentence).not.toContain(runId);
});

test('what differs is replaced, what agrees is left as it is, and then all agree', async () => {
  for (let n = 0; n < 5; n += 1) await moved(store, await begun(store, run(n)), 'COMPLETED', { completedIn: 700 });
  drift('A#', { total: 9, completionTime: 1 });
  drift('M#', { 'status:RUNNING': -1 });
  const untouched = itemsOf('H#');
  const { replaced, left } = await rebuildStatistics(store, 'demo', { now });
  expect([replaced.length, left]).toEqual([2, []]);
  expect(await differences()).toEqual([]);
  expect(itemsOf('H#')).toEqual(untouched);
  for (const item of itemsOf('M#')) expect(item).toMatchObject({ expiresAt: Date.UTC(2026, 2, 2, 10, 5) / 1000 });
});

test('what is counted and has no run is emptied, and what a run has and nobody counted is made', async () => {
  const lost = run(1);
  await begun(store, lost);
  for (const item of itemsOf('A#')) await store.transact([{ table: 'ledger', delete: item }]);
  tables.overwrite('ledger', { pk: 'TENANT#demo#RUNSTATISTICS#3', sk: 'A#nothing' }, { total: 4, changes: 4 });
  expect(await differences()).toHaveLength(2);
  expect((await rebuildStatistics(store, 'demo', { now })).left).toEqual([]);
  expect([...await readRunStatistics(store, 'demo', { window: 'all' }, now)].map(([type, { total = 0 }]) => [type, total])).toEqual(expect.arrayContaining([['user_registration', 1], ['nothing', 0]]));
  await moved(store, lost, 'COMPLETED');
  expect(await differences()).toEqual([]);
});

test('a run that moves while it is counted is not taken for a difference', async () => {
  let seen = await begun(store, run(1));
  const steps = ['PARKED', 'RUNNING', 'COMPLETED'] as const;
  let counts = 0;
  const busy: Store = { ...store, getMany: async (reads) => {
    const answer = await store.getMany(reads);
    const to = steps[counts];
    if (to) seen = await moved(store, seen, to);
    counts += 1;
    return answer;
  } };
  expect(await differences(busy)).toEqual([]);
  expect(counts).toBeGreaterThan(steps.length);
});

test('what never comes to rest is not said to agree', async () => {
  let seen = await begun(store, run(1, { status: 'PARKED' }));
  const restless: Store = { ...store, getMany: async (reads) => {
    const answer = await store.getMany(reads);
    seen = await moved(store, seen, seen.status === 'PARKED' ? 'RUNNING' : 'PARKED');
    return answer;
  } };
  expect(await differences(restless)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/changed whenever it was counted/)));
});

test('a transition that comes between count and replacement is not lost', async () => {
  let seen = await begun(store, run(1));
  drift('A#', { total: 7 });
  let interfered = false;
  const busy: Store = { ...store, transact: async (writes) => {
    if (!interfered) {
      interfered = true;
      seen = await moved(store, seen, 'COMPLETED', { completedIn: 300 });
    }
    await store.transact(writes);
  } };
  expect((await rebuildStatistics(busy, 'demo', { now })).left).toEqual([]);
  expect(seen.status).toBe('COMPLETED');
  expect((await readRunStatistics(store, 'demo', { window: 'all' }, now)).get('user_registration')).toMatchObject({ total: 1, 'status:COMPLETED': 1, completions: 1 });
  expect(await differences()).toEqual([]);
});

test('a run that the index does not show yet is waited for', async () => {
  await begun(store, run(1));
  let shown = false;
  const lagging: Store = { ...store, query: async (query) => (query.index && !shown ? { items: [] } : store.query(query)) };
  expect(await differences(lagging)).not.toEqual([]);
  const indexCaughtUp = (): Promise<void> => {
    shown = true;
    return Promise.resolve();
  };
  expect(await statisticsDiffer(lagging, 'demo', { now, indexCaughtUp })).toEqual([]);
});
