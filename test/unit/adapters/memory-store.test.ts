import type { DynamoDBRecord } from 'aws-lambda';
import { pendingIndex } from '../../../lambdas/adapters/event-store.ts';
import { eachPage } from '../../../lambdas/adapters/pages.ts';
import { anyOf, ConditionFailed, equal, whenAbsent, type Item, type Write } from '../../../lambdas/adapters/store.ts';
import { MemoryTables } from '../../support/memory-store.ts';
import { describeStoreContract } from '../../support/store-contract.ts';

describeStoreContract('twin in memory', () => Promise.resolve(new MemoryTables().store()));

const many = (count: number): readonly Write[] => Array.from({ length: count }, (_, n): Write => ({ table: 'identity', put: { pk: `P${n}`, sk: 'S', text: 'x'.repeat(390 * 1_024) } }));
const other = (n: number): Write => ({ table: 'identity', put: { pk: `P${n}`, sk: 'S' } });

describe('where AWS is stricter than its local emulator, the twin is too', () => {
  const item: Item = { pk: 'P', sk: 'S', count: 0 };
  const adding: Write = { table: 'identity', update: item, add: { count: 1 } };

  test('transactions that overlap in time cancel each other and are tried again', async () => {
    const tables = new MemoryTables();
    const store = tables.store();
    await Promise.all([store.transact([adding, other(1)]), store.transact([adding, other(2)])]);
    expect(tables.conflicts).toBeGreaterThan(0);
    expect(await store.get('identity', item)).toMatchObject({ count: 2 });
  });

  test('a mere check of an item is an overlap too', async () => {
    const tables = new MemoryTables();
    const store = tables.store();
    await store.transact([{ table: 'identity', put: item }]);
    await Promise.all([adding, { table: 'identity', check: item, if: equal('count', 0) } as const].map((write, n) => store.transact([write, other(n)]).catch(() => undefined)));
    expect(tables.conflicts).toBeGreaterThan(0);
  });

  test('transactions on different items never meet', async () => {
    const tables = new MemoryTables();
    await Promise.all([1, 2, 3].map((n) => tables.store().transact([other(n), other(n + 10)])));
    expect(tables.conflicts).toBe(0);
  });

  test('a conflict that goes on becomes a transient failure, and nothing was written', async () => {
    const tables = new MemoryTables();
    tables.conflictsToRaise = 5;
    await expect(tables.store().transact([adding, other(1)])).rejects.toMatchObject({ name: 'TransientFailure' });
    expect(tables.items('identity')).toEqual([]);
    tables.conflictsToRaise = 4;
    await tables.store().transact([adding, other(1)]);
    expect(tables.items('identity')).toHaveLength(2);
  });

  test('a query reads a megabyte at a time, and every item once', async () => {
    const store = new MemoryTables().store();
    const text = 'x'.repeat(300 * 1_024);
    const sks = ['1', '2', '3', '4', '5', '6'];
    for (const sk of sks) await store.transact([{ table: 'identity', put: { pk: 'P', sk, text } }]);
    const pages: (readonly string[])[] = [];
    for await (const items of eachPage((from) => store.query({ table: 'identity', pk: 'P', ...from }))) pages.push(items.map(({ sk }) => sk));
    expect(pages).toEqual([['1', '2', '3'], ['4', '5', '6']]);
    const filtered = await store.query({ table: 'identity', pk: 'P', filter: equal('text', 'none') });
    expect([filtered.items, typeof filtered.cursor]).toEqual([[], 'string']);
  });

  test('a filter of what is a key is refused, in the table and in an index', async () => {
    const store = new MemoryTables().store();
    await expect(store.query({ table: 'identity', pk: 'P', filter: anyOf(equal('n', 1), equal('sk', 'S')) })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(store.query({ table: 'events', index: pendingIndex, pk: 'P', filter: equal('occurredAt', 'x') })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a transaction of more than 4 MB is refused', async () => {
    const store = new MemoryTables().store();
    await expect(store.transact(many(11))).rejects.toMatchObject({ name: 'ValidationException' });
    await store.transact(many(10));
  });

  test('what has expired is still there: nobody may rely on its going', async () => {
    const store = new MemoryTables().store();
    await store.transact([{ table: 'identity', put: { ...item, expiresAt: 1 } }]);
    expect(await store.get('identity', item)).toEqual({ ...item, expiresAt: 1 });
  });

  test('a failed condition is no conflict: it is told at once', async () => {
    const tables = new MemoryTables();
    await tables.store().transact([{ table: 'identity', put: item }]);
    await expect(tables.store().transact([{ table: 'identity', put: item, if: whenAbsent }, other(1)])).rejects.toEqual(new ConditionFailed([0]));
  });
});

test('nobody shares an object with the tables', async () => {
  const tables = new MemoryTables();
  const mine = { pk: 'P', sk: 'S', list: ['a'] };
  await tables.store().transact([{ table: 'identity', put: mine }]);
  mine.list.push('b');
  const read = await tables.store().get('identity', mine);
  (read?.['list'] as string[] | undefined)?.push('c');
  expect(await tables.store().get('identity', mine)).toEqual({ pk: 'P', sk: 'S', list: ['a'] });
});

test('a guard hears of every action and may refuse it', async () => {
  const heard: string[] = [];
  const store = new MemoryTables().store((table, action) => {
    heard.push(`${table} ${action}`);
    if (action === 'DeleteItem') throw new Error('refused');
  });
  const key = { pk: 'P', sk: 'S' };
  await store.transact([{ table: 'identity', put: key }, { table: 'audit', check: key, if: whenAbsent }, { table: 'keys', update: key, add: { n: 1 } }]);
  await store.get('identity', key);
  await store.getMany([{ table: 'ledger', key }]);
  await store.query({ table: 'events', pk: 'P' });
  await expect(store.transact([{ table: 'identity', delete: key }])).rejects.toThrow('refused');
  expect(heard).toEqual(['identity PutItem', 'audit ConditionCheckItem', 'keys UpdateItem', 'identity GetItem', 'ledger BatchGetItem', 'events Query', 'identity DeleteItem']);
});

test('the stream tells of the event table only, each change once and in order', async () => {
  const tables = new MemoryTables();
  const records: DynamoDBRecord[] = [];
  tables.onStream = (record) => records.push(record);
  const key = { pk: 'AGGREGATE', sk: 'V#1' };
  await tables.store().transact([{ table: 'events', put: { ...key, data: { userId: 'u' } } }, { table: 'identity', put: key }]);
  await tables.store().transact([{ table: 'events', update: key, set: { publishedAt: 'now' } }]);
  await tables.store().transact([{ table: 'events', delete: key }]);
  expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  expect(records[0]?.dynamodb?.NewImage).toEqual({ pk: { S: 'AGGREGATE' }, sk: { S: 'V#1' }, data: { M: { userId: { S: 'u' } } } });
});
