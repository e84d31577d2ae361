/**
 * The port to the tables: reads, and writes as data. Two implementations, one contract suite:
 * DynamoDB (`dynamodb-store.ts`) and the in-memory twin of the tests.
 */
export type TableName = 'identity' | 'keys' | 'events' | 'ledger' | 'audit' | 'erasures';

export type Scalar = string | number | boolean;
export type Value = Scalar | null | readonly Value[] | { readonly [attribute: string]: Value };
export interface Key { readonly pk: string; readonly sk: string }
export type Item = Key & Readonly<Record<string, Value>>;

export type Condition =
  | { readonly item: 'absent' | 'present' }
  | { readonly attribute: string; readonly is: 'missing' | 'present' }
  | { readonly attribute: string; readonly is: '=' | '<>' | '<' | '<=' | '>' | '>='; readonly value: Scalar }
  | { readonly attribute: string; readonly in: readonly Scalar[] }
  /** Less than another attribute of the same item. */
  | { readonly attribute: string; readonly below: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** Top-level attributes only. An attribute stands in one of the four at the most. */
export interface Changes {
  readonly set?: Readonly<Record<string, Value>>;
  readonly setIfAbsent?: Readonly<Record<string, Value>>;
  readonly add?: Readonly<Record<string, number>>;
  readonly remove?: readonly string[];
}

export type Write =
  | { readonly table: TableName; readonly put: Item; readonly if?: Condition }
  | ({ readonly table: TableName; readonly update: Key; readonly if?: Condition } & Changes)
  | { readonly table: TableName; readonly delete: Key; readonly if?: Condition }
  | { readonly table: TableName; readonly check: Key; readonly if: Condition };

/** One of many that are not all or none, and that may be repeated without harm. */
export type BatchedWrite = { readonly put: Item } | { readonly delete: Key };
/** So many go over the wire at once. */
export const MOST_IN_A_BATCH = 25;

export interface Query {
  readonly table: TableName;
  /** A secondary index; without it the table itself, read consistently. */
  readonly index?: { readonly name: string; readonly pk: string; readonly sk: string };
  readonly pk: string;
  readonly skBeginsWith?: string;
  /** A range, both ends included; either may be left open. */
  readonly skAtLeast?: string;
  readonly skAtMost?: string;
  readonly filter?: Condition;
  /** Of the items of a table their keys alone. */
  readonly keysOnly?: true;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<Of = Item> { readonly items: readonly Of[]; readonly cursor?: string }

/** All of a table, or one of so many parts of it, in no order. */
export interface Scan { readonly table: TableName; readonly segment: number; readonly segments: number; readonly limit: number; readonly cursor?: string }

export interface Read { readonly table: TableName; readonly key: Key }

export interface Store {
  /** A consistent read. */
  get(table: TableName, key: Key): Promise<Item | undefined>;
  /** Consistent reads in one round trip (at most 100), answered in the order of the question. */
  getMany(reads: readonly Read[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /** For whoever looks through everything; nobody who is waited for may. */
  scan(scan: Scan): Promise<Page>;
  /**
   * All writes or none.
   * @throws ConditionFailed when a condition does not hold; TransientFailure when conflicts or throttling go on
   */
  transact(writes: readonly Write[]): Promise<void>;
  /**
   * Writes that need no condition and not each other, in one round trip (at most `MOST_IN_A_BATCH`): when it fails, some may have been made.
   * @throws TransientFailure when throttling goes on
   */
  batch(table: TableName, writes: readonly BatchedWrite[]): Promise<void>;
  /** One update that answers the item as it is afterwards. Throws as `transact` does. */
  update(write: Extract<Write, { update: Key }>): Promise<Item>;
}

/** A condition did not hold; nothing was written. `failed` are positions in the list of writes. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
  readonly failed: readonly number[];

  constructor(failed: readonly number[]) {
    super(`condition failed for write ${failed.join(', ')}`);
    this.failed = failed;
  }

  /** Whether one of these very writes (by identity) is what failed. */
  concerns(writes: readonly Write[], ...suspects: readonly (Write | undefined)[]): boolean {
    return this.failed.some((position) => suspects.includes(writes[position]));
  }
}

/** A compare-and-set that somebody else may win: false where its condition did not hold, and nothing was written. */
export const won = (compareAndSet: Promise<unknown>): Promise<boolean> => compareAndSet.then(() => true, (error: unknown) => {
  if (error instanceof ConditionFailed) return false;
  throw error;
});

export const keyOf = (write: Write): Key =>
  'put' in write ? write.put : 'update' in write ? write.update : 'delete' in write ? write.delete : write.check;

export const whenAbsent: Condition = { item: 'absent' };
export const whenPresent: Condition = { item: 'present' };
export const equal = (attribute: string, value: Scalar): Condition => ({ attribute, is: '=', value });
export const missing = (attribute: string): Condition => ({ attribute, is: 'missing' });
export const allOf = (...all: readonly Condition[]): Condition => ({ all });
export const anyOf = (...any: readonly Condition[]): Condition => ({ any });

/** Equal, or missing where the value that was read is undefined: the compare of a compare-and-set. */
export const asRead = (attribute: string, value: Scalar | undefined): Condition =>
  value === undefined ? missing(attribute) : equal(attribute, value);
