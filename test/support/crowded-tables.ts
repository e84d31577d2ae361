import { cursorFrom, startOf } from '../../lambdas/adapters/cursor.ts';
import { userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { keyOf, type BatchedWrite, type Item, type Page, type Query, type Store, type Write } from '../../lambdas/adapters/store.ts';
import type { MemoryTables } from './memory-store.ts';

const LARGEST_PAGE_BYTES = 1024 * 1024;
const [AS_IT_WAS, GONE, ANONYMOUS] = [0, 1, 2];
const kinds = {
  'ACTIVITY#': (): Readonly<Record<string, string | number | boolean>> => ({ action: 'role.assigned', actor: 'system', cause: 'evt', at: 'long ago', roleId: 'member' }),
  'RECORD#': (state: number) => ({ recordId: 'rec', kind: 'order', amount: 1, createdAt: 'long ago', ...(state === ANONYMOUS ? { anonymous: true } : { title: 'v1.sealed' }) }),
};
type Kind = keyof typeof kinds;
const DIGITS = 7;

/**
 * Tables in which one person has as many items as one likes, activities and records in halves: a byte for each, made up when it is read.
 * What is measured beside them is what a function holds, and not what its tables do.
 */
export class CrowdedTables {
  readonly #tables: MemoryTables;
  #states: Readonly<Record<Kind, Uint8Array>> = { 'ACTIVITY#': new Uint8Array(), 'RECORD#': new Uint8Array() };
  #pk = '';
  /** Before a batch is written: it may take its time. */
  beforeBatch: () => Promise<void> | undefined = () => undefined;
  /** Hears of every request. */
  onRequest: () => void = () => undefined;

  /** Stands before these tables from here on, for whoever opens them. */
  constructor(tables: MemoryTables) {
    this.#tables = tables;
    const open = tables.store.bind(tables);
    tables.store = (guard) => this.#before(open(guard), guard);
  }

  /** So many this person has, and nobody else any. */
  give(subject: Subject, many: number): void {
    this.#pk = userPartition(subject);
    this.#states = { 'ACTIVITY#': new Uint8Array(many / 2), 'RECORD#': new Uint8Array(many / 2) };
  }

  /** How many are as they were, of all. */
  get left(): number {
    return Object.values(this.#states).reduce((sum, states) => sum + states.reduce((count, state) => count + (state === AS_IT_WAS ? 1 : 0), 0), 0);
  }

  #before(store: Store, guard: Parameters<MemoryTables['store']>[0]): Store {
    const heard = async <T>(act: Promise<T>): Promise<T> => {
      this.onRequest();
      return act;
    };
    return {
      get: (...read) => heard(store.get(...read)), getMany: (reads) => heard(store.getMany(reads)), update: (write) => heard(store.update(write)),
      // No step of an erasure goes through a whole table.
      scan: () => Promise.reject(new Error('a table is gone through')),
      query: (query) => heard(query.pk === this.#pk && query.table === 'identity' && !query.index ? this.#query(store, query) : store.query(query)),
      transact: async (writes) => {
        const own = writes.filter((write) => this.#placeOf(keyOf(write)) !== undefined);
        for (const write of own) guard?.(write.table, 'put' in write ? 'PutItem' : 'DeleteItem');
        await heard(store.transact(writes.filter((write) => !own.includes(write))));
        for (const write of own) this.#write(write);
      },
      batch: async (table, writes) => {
        guard?.(table, 'BatchWriteItem');
        await this.beforeBatch();
        const others = writes.filter((write) => this.#placeOf(bare(write)) === undefined);
        if (others.length > 0) await heard(store.batch(table, others));
        else await heard(this.#counted());
        for (const write of writes) this.#write(write);
      },
    };
  }

  #counted(): Promise<void> {
    this.#tables.requests += 1;
    return Promise.resolve();
  }

  #write(write: BatchedWrite | Write): void {
    const place = this.#placeOf(bare(write));
    if (!place) return;
    if ('put' in write && ('title' in write.put || write.put['anonymous'] !== true)) throw new Error('what is left of a record says more than it may');
    this.#states[place.kind][place.nth] = 'put' in write ? ANONYMOUS : GONE;
  }

  #placeOf({ pk, sk }: { readonly pk: string; readonly sk: string }): { readonly kind: Kind; readonly nth: number } | undefined {
    const kind = Object.keys(kinds).find((each) => sk.startsWith(`${each}2024-`)) as Kind | undefined;
    return pk === this.#pk && kind ? { kind, nth: Number(sk.slice(-DIGITS)) } : undefined;
  }

  async #query(store: Store, query: Query): Promise<Page> {
    const { limit = Number.POSITIVE_INFINITY, cursor, keysOnly, skBeginsWith = '' } = query;
    const { limit: _, cursor: __, ...whole } = query;
    const after = cursor === undefined ? '' : startOf(query, cursor)['sk'] ?? '';
    const few = (await store.query(whole)).items.filter(({ sk }) => sk > after);
    const found: Item[] = [];
    let bytes = 0;
    for (const item of merged(few, this.#between(query.skAtLeast ?? skBeginsWith, query.skAtMost ?? `${skBeginsWith}\uffff`, after))) {
      bytes += JSON.stringify(item).length;
      found.push(keysOnly ? { pk: item.pk, sk: item.sk } : item);
      if (found.length === limit || bytes >= LARGEST_PAGE_BYTES) return { items: found, cursor: cursorFrom({ pk: item.pk, sk: item.sk }) };
    }
    return { items: found };
  }

  * #between(atLeast: string, atMost: string, after: string): Generator<Item> {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const states = this.#states[kind];
      for (let nth = firstNot(states.length, (each) => keyAt(kind, each) < atLeast || keyAt(kind, each) <= after); nth < states.length; nth += 1) {
        const state = states[nth] ?? GONE;
        if (state === GONE) continue;
        const sk = keyAt(kind, nth);
        if (sk > atMost) break;
        yield { pk: this.#pk, sk, ...kinds[kind](state) };
      }
    }
  }
}

const bare = (write: BatchedWrite | Write) => ('put' in write ? write.put : 'delete' in write ? write.delete : { pk: '', sk: '' });
const keyAt = (kind: Kind, nth: number): string => `${kind}2024-${String(nth).padStart(DIGITS, '0')}`;

function firstNot(many: number, holds: (nth: number) => boolean): number {
  let [low, high] = [0, many];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* merged(few: readonly Item[], many: Iterable<Item>): Generator<Item> {
  let next = 0;
  for (const item of many) {
    for (let one = few[next]; one && one.sk < item.sk; one = few[next += 1]) yield one;
    yield item;
  }
  yield* few.slice(next);
}
