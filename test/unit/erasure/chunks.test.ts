import { userPartition } from '../../../lambdas/adapters/identity.ts';
import type { Item, Store, TableName } from '../../../lambdas/adapters/store.ts';
import { countChunk } from '../../../lambdas/erasure/assessment.ts';
import { dispositionsOf } from '../../../lambdas/erasure/plan.ts';
import { sweepChunk, type Found } from '../../../lambdas/erasure/sweep.ts';
import { verifyChunk, type ToVerify } from '../../../lambdas/erasure/verification.ts';
import { MemoryTables } from '../../support/memory-store.ts';

/** However little the tables answer at a time, and wherever somebody is killed: all of it, each once, and what was found stays found. */
const subject = { tenantId: 't', userId: 'usr_1' };
const pk = userPartition(subject);
const numbered = (prefix: string, many: number): readonly Item[] => Array.from({ length: many }, (_, nth) => ({ pk, sk: `${prefix}${String(nth).padStart(4, '0')}` }));
const areas = dispositionsOf(subject);

let tables: MemoryTables;
let narrow: Store;
beforeEach(() => {
  tables = new MemoryTables();
  const store = tables.store();
  narrow = { ...store, query: (query) => store.query({ ...query, limit: 3 }) };
});
const lies = (table: TableName, items: readonly Item[]): void => {
  for (const item of items) tables.overwrite(table, item, item);
};

test('what there is of somebody is counted exactly, in chunks', async () => {
  lies('identity', [...numbered('ACTIVITY#', 101), ...numbered('SESSION#', 50), ...numbered('RECORD#', 77), { pk, sk: 'PROFILE' }, { pk, sk: 'USER' }]);
  lies('audit', numbered('2026-', 40).map((item) => ({ ...item, pk: 'TENANT#t#SUBJECT#usr_1' })));
  let chunks = 0;
  let checkpoint: string | undefined;
  let counts: Readonly<Record<string, number>>;
  do {
    await countChunk(narrow, areas, checkpoint);
    ({ checkpoint, counts } = await countChunk(narrow, areas, checkpoint));
    chunks += 1;
  } while (checkpoint !== undefined);
  expect(counts).toEqual({ activity: 101, sessions: 50, records: 77, profile: 1, auditEntries: 40 });
  expect(chunks).toBeGreaterThan(2);
});

const about = (): ToVerify => ({ subject, request: { tenantId: 't', requestId: 'r' }, person: { identity: { userId: 'usr_1', blindIndex: 'b', values: ['anna.berg@example.com'] } }, kept: { hold: undefined, retention: [] }, now: new Date() });
const clean = { recordId: 'r', kind: 'order', amount: 1, createdAt: 'x', anonymous: true };

test('what was left in the first chunk is known in the last, also where each is done twice', async () => {
  lies('identity', numbered('RECORD#', 200).map((item, nth) => ({ ...item, ...clean, ...(nth === 3 && { title: 'left' }), ...(nth === 150 && { kind: 'for anna.berg@example.com' }) })));
  for (let nth = 0; nth < 45; nth += 1) {
    lies('ledger', [{ pk: 'TENANT#t#SUBJECT#usr_1', sk: `RUN#2026#${String(nth).padStart(3, '0')}`, runId: `run-${nth}`, type: 'x' }, { pk: `RUN#run-${nth}`, sk: 'RUN', runId: `run-${nth}`, ...(nth === 40 && { reason: 'anna.berg@example.com' }) }]);
  }
  let chunks = 0;
  let checkpoint: string | undefined;
  let left: number;
  const through: number[] = [];
  do {
    await verifyChunk(narrow, about(), checkpoint);
    const { places, ...chunk } = await verifyChunk(narrow, about(), checkpoint);
    ({ checkpoint, left } = chunk);
    through.push(places.done / places.of);
    chunks += 1;
  } while (checkpoint !== undefined);
  expect(left).toBe(3);
  expect([through, through.at(-1)]).toEqual([through.toSorted((one, other) => one - other), 1]);
  expect(new Set(through).size).toBeGreaterThan(2);
  expect(chunks).toBeGreaterThan(3);
});

test.each([1, 2, 3, 5, 8])('a sweep that is killed after chunk %d and goes on from its checkpoint counts each once and leaves nothing', async (killed) => {
  lies('identity', [...numbered('ACTIVITY#', 300), ...numbered('RECORD#', 300), ...numbered('SESSION#', 300), ...numbered('TOKEN#', 5)]);
  const store = tables.store();
  const going = areas.filter(({ way }) => way === 'delete');
  const sums: Record<string, number> = {};
  let at: { checkpoint: string | undefined; carried: Found | undefined } = { checkpoint: undefined, carried: undefined };
  for (let chunk = 1; ; chunk += 1) {
    if (chunk === killed) at = { checkpoint: at.checkpoint, carried: undefined };
    const { more, counts, writes } = await sweepChunk(store, going, { ...at, now: new Date() });
    if (writes.length > 0) await store.transact(writes);
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
    if (!more) break;
    at = more;
  }
  expect(sums).toEqual({ activity: 300, sessions: 300, tokens: 5 });
  expect(tables.items('identity').map(({ sk }) => sk.split('#')[0]).filter((kind) => kind !== 'RECORD')).toEqual([]);
  expect(tables.items('identity')).toHaveLength(300);
});
