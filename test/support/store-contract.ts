import { randomUUID } from 'node:crypto';
import { pendingIndex, pendingShard } from '../../lambdas/adapters/event-store.ts';
import { runsOfTenant } from '../../lambdas/adapters/run-ledger.ts';
import {
  allOf, anyOf, asRead, ConditionFailed, equal, missing, MOST_IN_A_BATCH, whenAbsent, whenPresent, type Condition, type Item, type Key, type Query, type Store, type Value, type Write,
} from '../../lambdas/adapters/store.ts';

const long = (length: number): string => 'x'.repeat(length);
/** A key that no other test has. */
const fresh = (sk = 'ITEM'): Key => ({ pk: `PARTITION#${randomUUID()}`, sk });

/**
 * What every implementation of the port to the tables keeps. It runs on the twin and on the DynamoDB adapter, so that what
 * the twin lets pass in process is what the tables let pass.
 */
export function describeStoreContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`the tables (${name})`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await makeStore();
    }, 60_000);

    const put = async (attributes: Record<string, Value> = {}, key = fresh()): Promise<Item> => {
      const item: Item = { ...key, ...attributes };
      await store.transact([{ table: 'identity', put: item }]);
      return item;
    };
    const pending = async (shard: string, more: Partial<Query> = {}): Promise<readonly string[]> =>
      (await store.query({ table: 'events', index: pendingIndex, pk: shard, ...more })).items.map(({ sk }) => sk);
    const read = (key: Key): Promise<Item | undefined> => store.get('identity', key);
    const failure = (writes: readonly Write[]): Promise<unknown> => store.transact(writes).then(() => 'nothing failed', (error: unknown) => error);
    const failedPositions = async (writes: readonly Write[]): Promise<unknown> => {
      const error = await failure(writes);
      return error instanceof ConditionFailed ? error.failed : error;
    };

    describe('a batch', () => {
      test('puts and deletes what it names, in place of what was there, and nothing else', async () => {
        const pk = `PARTITION#${randomUUID()}`;
        const items = Array.from({ length: MOST_IN_A_BATCH }, (_, position) => ({ pk, sk: `ITEM#${String(position).padStart(2, '0')}`, before: true }));
        await store.batch('identity', items.map((item) => ({ put: item })));
        expect((await store.query({ table: 'identity', pk })).items).toEqual(items);
        const [first = fresh(), second = fresh(), ...others] = items;
        await store.batch('identity', [{ delete: first }, { put: { pk: second.pk, sk: second.sk, after: true } }, { delete: { pk, sk: 'NONE' } }]);
        expect((await store.query({ table: 'identity', pk })).items).toEqual([{ pk: second.pk, sk: second.sk, after: true }, ...others]);
      });
    });

    describe('reading', () => {
      test('what was never written is absent', async () => {
        expect(await read(fresh())).toBeUndefined();
      });

      test('what was written is read as it was written', async () => {
        const item = await put({ text: '王小明 😀', empty: '', number: 1.5, negative: -3, yes: true, no: false, nothing: null, list: ['a', 1, ['b']], map: { in: { in: 'x' } }, none: [] });
        expect(await read(item)).toEqual(item);
      });

      test('an attribute without a value is not stored', async () => {
        const key = fresh();
        await store.transact([{ table: 'identity', put: { ...key, kept: 1, dropped: undefined } as unknown as Item }]);
        expect(await read(key)).toEqual({ ...key, kept: 1 });
      });

      test('only the key of what is handed over counts', async () => {
        const item = await put({ value: 1 });
        expect(await read({ ...item, value: 2 } as Key)).toEqual(item);
      });

      test('many items of several tables come in the order of the question, absent ones as gaps', async () => {
        const [one, two] = [await put({ n: 1 }), await put({ n: 2 })];
        const other: Item = { ...fresh(), n: 3 };
        await store.transact([{ table: 'audit', put: other }]);
        expect(await store.getMany([
          { table: 'audit', key: other }, { table: 'identity', key: two }, { table: 'identity', key: fresh() }, { table: 'identity', key: one },
        ])).toEqual([other, two, undefined, one]);
        expect(await store.getMany([])).toEqual([]);
      });

      test('a batch that names a key twice is refused', async () => {
        const one = { table: 'identity' as const, key: fresh() };
        await expect(store.getMany([one, one])).rejects.toMatchObject({ name: 'ValidationException' });
      });
    });

    describe('writing', () => {
      test('a put replaces the whole item', async () => {
        const { pk, sk } = await put({ old: 1 });
        await put({ new: 2 }, { pk, sk });
        expect(await read({ pk, sk })).toEqual({ pk, sk, new: 2 });
      });

      test('an update makes an absent item, adds to nothing as to zero, and answers the item as it is then', async () => {
        const key = fresh();
        expect(await store.update({ table: 'identity', update: key, set: { status: 'a' }, setIfAbsent: { first: 1 }, add: { count: 2 } }))
          .toEqual({ ...key, status: 'a', first: 1, count: 2 });
        expect(await store.update({ table: 'identity', update: key, set: { status: 'b' }, setIfAbsent: { first: 9 }, add: { count: -5 } }))
          .toEqual({ ...key, status: 'b', first: 1, count: -3 });
        expect(await read(key)).toEqual({ ...key, status: 'b', first: 1, count: -3 });
      });

      test('an update answers what the item is, whatever else the caller knew of it', async () => {
        const item = await put({ count: 1 });
        expect(await store.update({ table: 'identity', update: item, add: { count: 1 } })).toEqual({ ...item, count: 2 });
      });

      test('an update removes attributes and leaves the others', async () => {
        const item = await put({ gone: 1, kept: { deep: true } });
        await store.transact([{ table: 'identity', update: item, set: { set: 1 }, remove: ['gone', 'neverThere'] }]);
        expect(await read(item)).toEqual({ pk: item.pk, sk: item.sk, kept: { deep: true }, set: 1 });
      });

      test('attributes may have any name, also those that look alike in an expression', async () => {
        const key = fresh();
        const names = { 'a-b': 1, a_b: 2, 'a.b': 3, status: 4, name: 5, size: 6, '1st': 7 };
        await store.transact([{ table: 'identity', update: key, set: names }]);
        expect(await read(key)).toEqual({ ...key, ...names });
      });

      test('deleting removes the item, and what is absent may be deleted', async () => {
        const item = await put();
        await store.transact([{ table: 'identity', delete: item }]);
        await store.transact([{ table: 'identity', delete: item }]);
        expect(await read(item)).toBeUndefined();
      });

      test('to add to what is no number is refused', async () => {
        const item = await put({ text: 'a' });
        expect(await failure([{ table: 'identity', update: item, add: { text: 1 } }])).toMatchObject({ name: 'ValidationException' });
      });

      test('an update that changes nothing is refused', async () => {
        expect(await failure([{ table: 'identity', update: fresh() }])).toMatchObject({ name: 'ValidationException' });
      });
    });

    describe('what cannot be stored', () => {
      const cases: readonly (readonly [string, Item])[] = [
        ['an empty key', { ...fresh('') }], ['a sort key that is too long', { ...fresh(long(1_025)) }], ['a partition key that is too long', { pk: long(2_049), sk: 'ITEM' }],
        ['an item of more than 400 KB', { ...fresh(), text: long(400 * 1_024) }], ['no number', { ...fresh(), number: NaN }], ['an endless number', { ...fresh(), number: Infinity }],
        ['a number that would be rounded', { ...fresh(), number: 2 ** 53 }],
      ];
      test.each(cases)('%s is refused, and nothing of its transaction is written', async (_, item) => {
        const other = fresh();
        expect(await failure([{ table: 'identity', put: item }])).toBeInstanceOf(Error);
        expect(await failure([{ table: 'identity', put: { ...other } }, { table: 'identity', put: item }])).toBeInstanceOf(Error);
        expect(await read(other)).toBeUndefined();
      });

      test.each([['a number', 7], ['an empty text', '']])('%s as the key of an index is refused', async (_, shard) => {
        expect(await failure([{ table: 'events', put: { ...fresh(), pendingShard: shard, occurredAt: '2026-01-01' } }])).toBeInstanceOf(Error);
      });

      test('an item of nearly 400 KB is stored, and grows no further', async () => {
        const item = await put({ text: long(399 * 1_024) });
        expect(await failure([{ table: 'identity', update: item, set: { more: long(2_000) } }])).toBeInstanceOf(Error);
        expect(await read(item)).toEqual(item);
      });
    });

    describe('conditions', () => {
      const present = { status: 'open', version: 3, flag: true, limit: 9, bound: 3 };
      const cases: readonly (readonly [string, Condition, 'holds' | 'fails'])[] = [
        ['equal', equal('status', 'open'), 'holds'],
        ['equal to something else', equal('status', 'closed'), 'fails'],
        ['equal in another type', equal('version', '3'), 'fails'],
        ['equal, of what is missing', equal('other', 'open'), 'fails'],
        ['equal truth value', equal('flag', true), 'holds'],
        ['unequal', { attribute: 'status', is: '<>', value: 'closed' }, 'holds'],
        ['unequal to what it is', { attribute: 'status', is: '<>', value: 'open' }, 'fails'],
        ['unequal, of what is missing', { attribute: 'other', is: '<>', value: 'open' }, 'holds'],
        ['less', { attribute: 'version', is: '<', value: 4 }, 'holds'],
        ['less than itself', { attribute: 'version', is: '<', value: 3 }, 'fails'],
        ['at most itself', { attribute: 'version', is: '<=', value: 3 }, 'holds'],
        ['greater', { attribute: 'version', is: '>', value: 2 }, 'holds'],
        ['at least more', { attribute: 'version', is: '>=', value: 4 }, 'fails'],
        ['less, in another type', { attribute: 'version', is: '<', value: '9' }, 'fails'],
        ['at most, of what is missing', { attribute: 'other', is: '<=', value: 9 }, 'fails'],
        ['greater text', { attribute: 'status', is: '>', value: 'Open' }, 'holds'],
        ['one of several', { attribute: 'status', in: ['closed', 'open'] }, 'holds'],
        ['none of several', { attribute: 'status', in: ['closed'] }, 'fails'],
        ['one of several, of what is missing', { attribute: 'other', in: ['open'] }, 'fails'],
        ['less than another attribute', { attribute: 'version', below: 'limit' }, 'holds'],
        ['less than another attribute, which is less', { attribute: 'limit', below: 'version' }, 'fails'],
        ['less than another attribute, which is the same', { attribute: 'version', below: 'bound' }, 'fails'],
        ['less than another attribute, of what is missing', { attribute: 'other', below: 'limit' }, 'fails'],
        ['less than another attribute, which is missing', { attribute: 'version', below: 'other' }, 'fails'],
        ['less than another attribute, of another type', { attribute: 'status', below: 'version' }, 'fails'],
        ['missing', missing('other'), 'holds'],
        ['missing, of what is there', missing('status'), 'fails'],
        ['present', { attribute: 'status', is: 'present' }, 'holds'],
        ['present, of what is missing', { attribute: 'other', is: 'present' }, 'fails'],
        ['the item is present', whenPresent, 'holds'],
        ['the item is absent', whenAbsent, 'fails'],
        ['as it was read', asRead('version', 3), 'holds'],
        ['as it was read, when it was missing', asRead('other', undefined), 'holds'],
        ['all', allOf(equal('status', 'open'), equal('version', 3)), 'holds'],
        ['all but one', allOf(equal('status', 'open'), equal('version', 4)), 'fails'],
        ['any', anyOf(equal('status', 'closed'), equal('version', 3)), 'holds'],
        ['not any', anyOf(equal('status', 'closed'), missing('version')), 'fails'],
        ['one alone, of any and of all', anyOf(missing('status'), allOf(anyOf(allOf(equal('status', 'open'))))), 'holds'],
        ['any of all', anyOf(missing('status'), allOf(equal('status', 'open'), anyOf(equal('version', 9), equal('flag', true)))), 'holds'],
      ];
      test.each(cases)('%s', async (_, condition, expected) => {
        const item = await put(present);
        const outcome = await failedPositions([{ table: 'identity', update: item, set: { touched: true }, if: condition }]);
        expect(outcome).toEqual(expected === 'holds' ? 'nothing failed' : [0]);
        expect(await read(item)).toEqual(expected === 'holds' ? { ...item, touched: true } : item);
      });

      test('guard puts, deletes and checks alike', async () => {
        const item = await put(present);
        const other = fresh();
        expect(await failedPositions([{ table: 'identity', put: { ...item, status: 'new' }, if: whenAbsent }])).toEqual([0]);
        expect(await failedPositions([{ table: 'identity', delete: item, if: equal('version', 4) }])).toEqual([0]);
        expect(await failedPositions([{ table: 'identity', check: item, if: equal('version', 4) }])).toEqual([0]);
        expect(await failedPositions([{ table: 'identity', update: other, set: { a: 1 }, if: whenPresent }])).toEqual([0]);
        expect(await read(item)).toEqual(item);
        expect(await read(other)).toBeUndefined();
        expect(await failedPositions([{ table: 'identity', check: item, if: equal('version', 3) }])).toBe('nothing failed');
      });

      test('also guard an update that answers', async () => {
        const item = await put(present);
        await expect(store.update({ table: 'identity', update: item, add: { version: 1 }, if: equal('version', 9) })).rejects.toBeInstanceOf(ConditionFailed);
        expect(await read(item)).toEqual(item);
      });
    });

    describe('transactions', () => {
      test('write everything, across tables', async () => {
        const [made, changedItem, deleted, checked] = [fresh(), await put({ n: 1 }), await put(), await put({ open: true })];
        await store.transact([
          { table: 'events', put: { ...made, a: 1 }, if: whenAbsent }, { table: 'identity', update: changedItem, add: { n: 1 } },
          { table: 'identity', delete: deleted, if: whenPresent }, { table: 'identity', check: checked, if: equal('open', true) },
        ]);
        expect(await store.get('events', made)).toEqual({ ...made, a: 1 });
        expect(await read(changedItem)).toEqual({ ...changedItem, n: 2 });
        expect(await read(deleted)).toBeUndefined();
        expect(await read(checked)).toEqual(checked);
      });

      test('write nothing when one condition fails, and say which ones failed', async () => {
        const [item, made, also] = [await put({ n: 1 }), fresh(), fresh()];
        expect(await failedPositions([
          { table: 'identity', put: { ...made }, if: whenAbsent }, { table: 'identity', update: item, add: { n: 1 }, if: equal('n', 2) },
          { table: 'audit', put: { ...also } }, { table: 'identity', check: fresh(), if: whenPresent },
        ])).toEqual([1, 3]);
        expect([await read(item), await read(made), await store.get('audit', also)]).toEqual([item, undefined, undefined]);
      });

      test('know the guilty write by identity, not by likeness', async () => {
        const item = await put();
        const alike = (): Write => ({ table: 'identity', check: item, if: whenAbsent });
        const writes: readonly Write[] = [{ table: 'identity', put: { ...fresh() } }, alike()];
        const error = await failure(writes);
        expect(error).toBeInstanceOf(ConditionFailed);
        expect(error instanceof ConditionFailed && [error.concerns(writes, writes[1]), error.concerns(writes, writes[0]), error.concerns(writes, alike())]).toEqual([true, false, false]);
      });

      test('never touch an item twice', async () => {
        const key = fresh();
        expect(await failure([{ table: 'identity', put: { ...key } }, { table: 'identity', check: key, if: whenAbsent }])).toMatchObject({ name: 'ValidationException' });
        expect(await read(key)).toBeUndefined();
      });

      test('hold one write at least and a hundred at most', async () => {
        const writes = Array.from({ length: 101 }, (): Write => ({ table: 'identity', put: { ...fresh() } }));
        expect(await failure([])).toMatchObject({ name: 'ValidationException' });
        expect(await failure(writes)).toMatchObject({ name: 'ValidationException' });
        expect(await failure(writes.slice(1))).toBe('nothing failed');
      });

      test('of many who want to be first, one is', async () => {
        const [key, ...others] = Array.from({ length: 9 }, () => fresh());
        const outcomes = await Promise.all(others.map((other) => failedPositions([
          { table: 'identity', put: { ...(key ?? other), by: other.pk }, if: whenAbsent }, { table: 'identity', put: { ...other } },
        ])));
        expect(outcomes.filter((outcome) => outcome === 'nothing failed')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome !== 'nothing failed')).toEqual(Array.from({ length: 7 }, () => [0]));
      });

      test('of many who add, each is counted', async () => {
        const key = fresh();
        await Promise.all(Array.from({ length: 20 }, () => store.update({ table: 'identity', update: key, add: { count: 1 } })));
        expect(await read(key)).toEqual({ ...key, count: 20 });
      });
    });

    describe('queries', () => {
      let pk: string;
      const sks = ['A#1', 'A#2', 'B#1', 'B#2', 'B#3', 'a#1'];
      beforeAll(async () => {
        pk = fresh().pk;
        await store.transact(sks.map((sk, n): Write => ({ table: 'identity', put: { pk, sk, n, odd: n % 2 === 1 } })));
        await put({}, { pk: `${pk}0`, sk: 'A#1' });
      }, 60_000);
      const found = async (query: Omit<Query, 'table' | 'pk'> = {}): Promise<readonly string[]> => (await store.query({ table: 'identity', pk, ...query })).items.map(({ sk }) => sk);

      test('answer one partition, in the order of the bytes of the sort key', async () => {
        expect(await found()).toEqual(sks);
        expect(await found({ descending: true })).toEqual(sks.toReversed());
      });

      test('answer a part of it', async () => {
        expect(await found({ skBeginsWith: 'B#' })).toEqual(['B#1', 'B#2', 'B#3']);
        expect(await found({ skAtMost: 'B#1' })).toEqual(['A#1', 'A#2', 'B#1']);
        expect(await found({ skBeginsWith: 'C' })).toEqual([]);
        expect(await found({ skAtLeast: 'B#2' })).toEqual(['B#2', 'B#3', 'a#1']);
        expect(await found({ skAtLeast: 'A#2', skAtMost: 'B#2' })).toEqual(['A#2', 'B#1', 'B#2']);
        expect(await found({ skAtLeast: 'A#2', skAtMost: 'B#2', descending: true, limit: 2 })).toEqual(['B#2', 'B#1']);
        expect(await found({ skAtLeast: 'C', skAtMost: 'D' })).toEqual([]);
      });

      test.each(['ascending', 'descending'])('page by page: everything once, in order, %s', async (direction) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        let pages = 0;
        do {
          const page = await store.query({ table: 'identity', pk, limit: 4, descending: direction === 'descending', ...(cursor && { cursor }) });
          seen.push(...page.items.map(({ sk }) => sk));
          ({ cursor } = page);
          pages += 1;
        } while (cursor);
        expect(seen).toEqual(direction === 'descending' ? sks.toReversed() : sks);
        expect(pages).toBe(2);
      });

      test('filter what they have read: a page may hold less than its limit, or nothing, and go on', async () => {
        const first = await store.query({ table: 'identity', pk, limit: 1, filter: equal('odd', true) });
        expect(first.items).toEqual([]);
        expect(first.cursor).toBeDefined();
        expect(await found({ filter: allOf(equal('odd', true), { attribute: 'n', is: '>', value: 1 }) })).toEqual(['B#2', 'a#1']);
      });

      test.each<readonly [string, Partial<Query>]>([
        ['a range whose end comes before its beginning', { skAtLeast: 'B', skAtMost: 'A' }], ['a beginning and a range at once', { skBeginsWith: 'B#', skAtLeast: 'B#2' }],
        ['a page of nothing', { limit: 0 }],
      ])('refuse %s', async (_, query) => {
        await expect(store.query({ table: 'identity', pk, ...query })).rejects.toThrow(Error);
      });

      test('answer the keys alone, where nothing else is asked for', async () => {
        expect((await store.query({ table: 'identity', pk, skAtLeast: 'A#2', skAtMost: 'B#1', keysOnly: true, limit: 5 })).items).toEqual([{ pk, sk: 'A#2' }, { pk, sk: 'B#1' }]);
        const { cursor } = await store.query({ table: 'identity', pk, keysOnly: true, limit: 2 });
        expect((await store.query({ table: 'identity', pk, keysOnly: true, limit: 1, ...(cursor !== undefined && { cursor }) })).items).toEqual([{ pk, sk: 'B#1' }]);
      });

      test('refuse a cursor that nobody gave out', async () => {
        await expect(store.query({ table: 'identity', pk, cursor: 'nonsense' })).rejects.toMatchObject({ name: 'MalformedCursor' });
        const { cursor = '' } = await store.query({ table: 'identity', pk, limit: 1 });
        await expect(store.query({ table: 'identity', pk: `${pk} of another list`, cursor })).rejects.toMatchObject({ name: 'MalformedCursor' });
      });
    });

    test('a scan goes through all of a table, each item in one of its segments, page by page', async () => {
      const keys = Array.from({ length: 7 }, () => fresh());
      await store.transact(keys.map((key): Write => ({ table: 'audit', put: { ...key, n: 1 } })));
      const seen: string[] = [];
      for (const segment of [0, 1]) {
        let cursor: string | undefined;
        do {
          const page = await store.scan({ table: 'audit', segment, segments: 2, limit: 3, ...(cursor !== undefined && { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(3);
          seen.push(...page.items.map(({ pk }) => pk));
          ({ cursor } = page);
        } while (cursor !== undefined);
      }
      expect(keys.filter(({ pk }) => seen.filter((each) => each === pk).length !== 1)).toEqual([]);
      await expect(store.scan({ table: 'audit', segment: 0, segments: 1, limit: 1, cursor: 'nonsense' })).rejects.toMatchObject({ name: 'MalformedCursor' });
    });

    describe('secondary indexes', () => {
      test('hold what has both their attributes, in the order of theirs', async () => {
        const { pk } = fresh();
        const shard = pendingShard(Math.random());
        await store.transact([
          { table: 'events', put: { pk, sk: 'V#1', pendingShard: shard, occurredAt: '2026-01-03' } },
          { table: 'events', put: { pk, sk: 'V#2', pendingShard: shard, occurredAt: '2026-01-01' } },
          { table: 'events', put: { pk, sk: 'V#3', pendingShard: shard } },
          { table: 'events', put: { pk, sk: 'V#4', occurredAt: '2026-01-02' } },
        ]);
        expect(await pending(shard)).toEqual(['V#2', 'V#1']);
        expect(await pending(shard, { skAtMost: '2026-01-02' })).toEqual(['V#2']);
        expect(await pending(shard, { skAtLeast: '2026-01-02' })).toEqual(['V#1']);
        await store.transact([{ table: 'events', update: { pk, sk: 'V#2' }, remove: ['pendingShard'] }]);
        expect(await pending(shard)).toEqual(['V#1']);
      });

      test('of whole items are filtered and paged like the table', async () => {
        const tenant = fresh().pk;
        const runs = ['1', '2', '3', '4', '5'];
        await store.transact(runs.map((n): Write => ({ table: 'ledger', put: { pk: `RUN#${n}#${tenant}`, sk: 'RUN', tenantRuns: tenant, startedOrder: n, status: Number(n) % 2 ? 'odd' : 'even' } })));
        const query: Query = { table: 'ledger', index: runsOfTenant, pk: tenant, descending: true, limit: 2, filter: equal('status', 'odd') };
        const first = await store.query(query);
        const second = await store.query({ ...query, cursor: first.cursor ?? '' });
        expect([first, second].map(({ items }) => items.map((item) => item['startedOrder']))).toEqual([['5'], ['3']]);
        expect(first.items[0]).toMatchObject({ status: 'odd' });
      });
    });
  });
}
