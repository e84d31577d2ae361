import { setImmediate as turn } from 'node:timers/promises';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { cursorFrom, scanFrom, startOf } from '../../lambdas/adapters/cursor.ts';
import { withPatience } from '../../lambdas/adapters/patience.ts';
import { ConditionFailed, keyOf, MOST_IN_A_BATCH, type BatchedWrite, type Item, type Key, type Page, type Query, type Store, type TableName, type Value, type Write } from '../../lambdas/adapters/store.ts';
import { TransientFailure } from '../../lambdas/domain/errors.ts';
import type { TableAction } from '../../lambdas/kit/touches.ts';
import { byBytes, changed, copied, holds, ValidationException } from './memory-items.ts';
import { checkItem, checkNumbers, checkQuery, checkTransaction, LARGEST_PAGE, sizeOf } from './memory-limits.ts';
import { MemoryPartition } from './memory-partition.ts';
import { tableNames, tables as shapes } from './tables.ts';

type Image = Record<string, AttributeValue>;

type Undeclared = (table: TableName, item: Item) => readonly string[];

/** Who may do what to which table: throws like IAM, or takes a note. */
export type Guard = (table: TableName, action: TableAction) => void;
export type Snapshot = Readonly<Record<TableName, readonly Item[]>>;

/**
 * The tables in memory, as DynamoDB behaves: conditions, all or nothing, and transactions that overlap in time cancel each
 * other, which the local AWS never does.
 */
export class MemoryTables {
  /** Hears of every change to the event table, as its stream would. */
  onStream: (record: DynamoDBRecord) => void = () => undefined;
  /** How often a write met a transaction under way. */
  conflicts = 0;
  /** Somebody else acts at the last moment before a transaction, or it takes its time. */
  interfere: (writes: readonly Write[]) => void | Promise<void> = () => undefined;
  /** Hears of everything that was written, once it is: whoever throws here dies between his writes. */
  written: () => void | Promise<void> = () => undefined;
  /** Hears of every round trip before it is made, and may refuse it. */
  asked: (what: 'read' | 'write' | 'read of an index') => void = () => undefined;
  /** How far indexes are behind at this moment, in milliseconds; nothing else ever is. */
  behind: () => number = () => 0;
  /** Round trips so far. */
  requests = 0;
  /** So many of the next transactions meet a conflict although nobody else is there. */
  conflictsToRaise = 0;
  readonly #tables = new Map<TableName, Map<string, Item>>(tableNames.map((name) => [name, new Map()]));
  /** The same, by partition: a person may have many thousand items. */
  readonly #partitions = new Map<string, MemoryPartition>();
  readonly #underWay = new Set<string>();
  readonly #before = new Map<string, { readonly item: Item | undefined; readonly changedAt: number }>();
  #sequence = 0;
  readonly #undeclared: Undeclared;

  /** `undeclared` names what of an item nobody may write: in words, for whoever wrote it. */
  constructor(undeclared: Undeclared = () => []) {
    this.#undeclared = undeclared;
  }

  store(guard: Guard = () => undefined): Store {
    return {
      get: async (table, key) => {
        guard(table, 'GetItem');
        this.#ask('read');
        await turn();
        return copied(this.#find(table, key));
      },
      getMany: async (reads) => {
        for (const { table } of reads) guard(table, 'BatchGetItem');
        if (reads.length > 100) throw new ValidationException('too many keys in a batch');
        if (new Set(reads.map(({ table, key }) => address(table, key))).size < reads.length) throw new ValidationException('a batch names a key twice');
        this.#ask('read');
        await turn();
        return reads.map(({ table, key }) => copied(this.#find(table, key)));
      },
      query: async (query) => {
        guard(query.table, 'Query');
        this.#ask(query.index ? 'read of an index' : 'read');
        await turn();
        return this.#query(query);
      },
      scan: async ({ table, segment, segments, limit, cursor }) => {
        guard(table, 'Scan');
        this.requests += 1;
        await turn();
        const own = this.items(table).filter(({ pk }) => Buffer.from(pk).reduce((sum, byte) => sum + byte, 0) % segments === segment);
        const from = cursor === undefined ? 0 : this.#positionAfter(scanFrom(cursor), own);
        const last = own[from + limit - 1];
        return { items: own.slice(from, from + limit), ...(last && own.length > from + limit && { cursor: cursorFrom({ pk: last.pk, sk: last.sk }) }) };
      },
      transact: async (writes) => {
        for (const write of writes) guard(write.table, actionOf(write));
        await withPatience<unknown>(() => (writes.length === 1 && writes[0] && !('check' in writes[0]) ? this.#alone(writes[0]) : this.#together(writes)));
        await this.written();
      },
      batch: async (table, writes) => {
        guard(table, 'BatchWriteItem');
        this.#ask('write');
        await this.#inBatch(table, writes);
        await this.written();
      },
      update: async (write) => {
        guard(write.table, 'UpdateItem');
        const after = await withPatience(async () => copied((await this.#alone(write))[0]) as Item);
        await this.written();
        return after;
      },
    };
  }

  /** All items of a table, in the order of their keys. */
  items(table: TableName): readonly Item[] {
    return [...this.#of(table).values()].toSorted(byKey).map(copied);
  }

  /** Changes an item at once, past all conditions: for `interfere` and for building worlds. */
  overwrite(table: TableName, key: Key, attributes: Readonly<Record<string, Value>>): void {
    this.#replace(table, key, this.#find(table, key), copied({ ...this.#find(table, key), ...attributes, pk: key.pk, sk: key.sk }));
  }

  snapshot(): Snapshot {
    return Object.fromEntries(tableNames.map((name) => [name, this.items(name)])) as unknown as Snapshot;
  }

  /** Items are replaced and never changed, so that many tables may begin with the very same ones. */
  restore(snapshot: Snapshot): void {
    for (const name of tableNames) for (const item of snapshot[name]) this.#keep(name, item, item);
  }

  #of(table: TableName): Map<string, Item> {
    const items = this.#tables.get(table);
    if (!items) throw new ValidationException(`there is no table ${table}`);
    return items;
  }

  #find(table: TableName, key: Key): Item | undefined {
    return this.#of(table).get(address(table, key));
  }

  /** One after the other: who looks meanwhile sees some of them. */
  async #inBatch(table: TableName, writes: readonly BatchedWrite[]): Promise<void> {
    if (writes.length === 0 || writes.length > MOST_IN_A_BATCH) throw new ValidationException(`a batch of ${writes.length} writes`);
    const all = writes.map((write): Write => ({ table, ...write }));
    if (new Set(all.map(addressOf)).size < all.length) throw new ValidationException('a batch names a key twice');
    await this.interfere(all);
    await turn();
    for (const write of all) this.#commit([write]);
  }

  #ask(what: 'read' | 'write' | 'read of an index'): void {
    this.requests += 1;
    this.asked(what);
  }

  async #alone(write: Exclude<Write, { check: Key }>): Promise<readonly (Item | undefined)[]> {
    this.#ask('write');
    await turn();
    if (this.#underWay.has(addressOf(write))) this.#conflict();
    return this.#commit([write]);
  }

  async #together(writes: readonly Write[]): Promise<readonly (Item | undefined)[]> {
    this.#ask('write');
    const addresses = writes.map(addressOf);
    checkTransaction(writes);
    if (new Set(addresses).size < writes.length) throw new ValidationException('a transaction touches an item twice');
    await turn();
    await this.interfere(writes);
    if (this.conflictsToRaise > 0) {
      this.conflictsToRaise -= 1;
      this.#conflict();
    }
    if (addresses.some((each) => this.#underWay.has(each))) this.#conflict();
    for (const each of addresses) this.#underWay.add(each);
    try {
      await turn();
      return this.#commit(writes);
    } finally {
      for (const each of addresses) this.#underWay.delete(each);
    }
  }

  #conflict(): never {
    this.conflicts += 1;
    throw new TransientFailure('the tables are contended');
  }

  /** The items as they are afterwards. */
  #commit(writes: readonly Write[]): readonly (Item | undefined)[] {
    const seen = writes.map((write) => this.#find(write.table, keyOf(write)));
    const failed = writes.flatMap(({ if: condition }, position) => (condition && !holds(condition, seen[position]) ? [position] : []));
    if (failed.length > 0) throw new ConditionFailed(failed);
    for (const write of writes) checkNumbers('put' in write ? write.put : 'update' in write ? [write.set ?? {}, write.setIfAbsent ?? {}, write.add ?? {}] : undefined);
    const after = writes.map((write, position) => outcomeOf(write, seen[position]));
    writes.forEach(({ table }, position) => checkItem(table, after[position]));
    writes.forEach((write, position) => this.#refuseUndeclared(write.table, 'check' in write ? undefined : after[position]));
    writes.forEach((write, position) => {
      if (!('check' in write)) this.#replace(write.table, keyOf(write), seen[position], after[position]);
    });
    return after;
  }

  /** As an index has them: what has changed of late it may not know yet. */
  #indexed(table: TableName): readonly Item[] {
    const behind = this.behind();
    if (behind === 0) return [...this.#of(table).values()];
    const since = Date.now() - behind;
    return [...this.#of(table)].flatMap(([where, item]) => {
      const before = this.#before.get(where);
      return before && before.changedAt > since ? before.item ?? [] : [item];
    });
  }

  #replace(table: TableName, key: Key, before: Item | undefined, after: Item | undefined): void {
    this.#before.set(address(table, key), { item: before, changedAt: Date.now() });
    this.#keep(table, key, after);
    if (table === 'events' && (before || after)) this.onStream(this.#streamRecord(key, before, after));
  }

  #refuseUndeclared(table: TableName, item: Item | undefined): void {
    const undeclared = item ? this.#undeclared(table, item) : [];
    if (undeclared.length > 0) throw new ValidationException(`not in the data inventory (lambdas/erasure/inventory): ${undeclared.join(', ')}`);
  }

  #keep(table: TableName, { pk, sk }: Key, item: Item | undefined): void {
    const partition = this.#partition(table, pk);
    if (item) {
      this.#of(table).set(address(table, { pk, sk }), item);
      partition.put(item);
    } else {
      this.#of(table).delete(address(table, { pk, sk }));
      partition.delete(sk);
    }
    this.#partitions.set(partitionOf(table, pk), partition);
  }

  #partition(table: TableName, pk: string): MemoryPartition {
    return this.#partitions.get(partitionOf(table, pk)) ?? new MemoryPartition();
  }

  #streamRecord({ pk, sk }: Key, before: Item | undefined, after: Item | undefined): DynamoDBRecord {
    this.#sequence += 1;
    return {
      eventID: String(this.#sequence), eventName: !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE', eventSource: 'aws:dynamodb',
      dynamodb: {
        Keys: marshall({ pk, sk }) as Image, SequenceNumber: String(this.#sequence), StreamViewType: 'NEW_IMAGE',
        ...(after && { NewImage: marshall(after) as Image }),
      },
    };
  }

  #query(query: Query): Page {
    const { index: named } = query;
    checkQuery(query, named && shapes[query.table].indexes.find(({ name }) => name === named.name));
    return query.index ? this.#queryIndex(query, query.index) : this.#pageOf(query, this.#partition(query.table, query.pk).between(query, query.cursor && startOf(query, query.cursor)['sk']), ({ pk, sk }) => ({ pk, sk }), query.keysOnly ? 'keys' : 'all');
  }

  #queryIndex(query: Query, index: NonNullable<Query['index']>): Page {
    const { table, pk, skBeginsWith, skAtLeast, skAtMost, descending, cursor } = query;
    const shape = shapes[table].indexes.find(({ name }) => name === index.name);
    if (shape?.pk !== index.pk || shape.sk !== index.sk) throw new ValidationException(`${table} has no such index as ${index.name}`);
    const sortKey = (item: Item): string => item[index.sk] as string;
    const ordered = [...this.#indexed(table)]
      .filter((item) => item[index.pk] === pk && typeof item[index.sk] === 'string')
      .filter((item) => skBeginsWith === undefined || sortKey(item).startsWith(skBeginsWith))
      .filter((item) => (skAtLeast === undefined || byBytes(sortKey(item), skAtLeast) >= 0) && (skAtMost === undefined || byBytes(sortKey(item), skAtMost) <= 0))
      .toSorted((one, other) => (byBytes(sortKey(one), sortKey(other)) || byKey(one, other)) * (descending ? -1 : 1));
    const from = cursor ? this.#positionAfter(startOf(query, cursor), ordered) : 0;
    const keys = (item: Item): Item => Object.fromEntries(['pk', 'sk', index.pk, index.sk].map((name) => [name, item[name]])) as Item;
    return this.#pageOf(query, ordered.slice(from), keys, shape.holds);
  }

  /** As much as the limit says, or as a page holds; what the filter leaves out was read all the same. */
  #pageOf({ filter, limit = Number.POSITIVE_INFINITY }: Query, items: Iterable<Item>, keys: (item: Item) => Item, holding: 'keys' | 'all'): Page {
    const found: Item[] = [];
    let [read, bytes] = [0, 0];
    let last: Item | undefined;
    for (const item of items) {
      const size = sizeOf(item);
      if (last && bytes + size > LARGEST_PAGE) return { items: found, cursor: cursorFrom(keys(last)) };
      [read, bytes, last] = [read + 1, bytes + size, item];
      if (!filter || holds(filter, item)) found.push(holding === 'keys' ? keys(item) : copied(item));
      if (read === limit) return { items: found, cursor: cursorFrom(keys(item)) };
    }
    return { items: found };
  }

  #positionAfter(last: Readonly<Record<string, string>>, ordered: readonly Item[]): number {
    return ordered.findIndex(({ pk, sk }) => pk === last['pk'] && sk === last['sk']) + 1;
  }
}

const address = (table: TableName, { pk, sk }: Key): string => `${table}\n${pk}\n${sk}`;
const partitionOf = (table: TableName, pk: string): string => `${table} ${pk}`;
const addressOf = (write: Write): string => address(write.table, keyOf(write));
const byKey = (one: Item, other: Item): number => byBytes(one.pk, other.pk) || byBytes(one.sk, other.sk);

const actionOf = (write: Write): TableAction =>
  ('put' in write ? 'PutItem' : 'update' in write ? 'UpdateItem' : 'delete' in write ? 'DeleteItem' : 'ConditionCheckItem');

const outcomeOf = (write: Write, before: Item | undefined): Item | undefined =>
  ('put' in write ? copied(write.put) : 'update' in write ? copied(changed(before, write.update, write)) : 'delete' in write ? undefined : before);
