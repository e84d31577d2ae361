import type { Condition, Item, Query, TableName, Value, Write } from '../../lambdas/adapters/store.ts';
import { byBytes, ValidationException } from './memory-items.ts';
import { tables as shapes, type IndexShape } from './tables.ts';

/** What DynamoDB does not take, or not at once. The local AWS is kinder here and there; the twin is not. */
const KB = 1024;
const LARGEST_ITEM = 400 * KB;
const LARGEST_PARTITION_KEY = 2 * KB;
const LARGEST_SORT_KEY = KB;
const DEEPEST = 32;
const MOST_IN_ONE_TRANSACTION = 100;
const LARGEST_TRANSACTION = 4 * KB * KB;
const MOST_ALTERNATIVES = 100;
/** So much is read for one page, whatever its limit and whatever the filter leaves of it. */
export const LARGEST_PAGE = KB * KB;

const bytes = (text: string): number => Buffer.byteLength(text);

/** As DynamoDB counts: names and values, and a little for each element of what is nested. */
export const sizeOf = (item: Item): number => Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOfValue(value), 0);

function sizeOfValue(value: Value): number {
  if (typeof value === 'string') return bytes(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replaceAll(/\D/g, '').length / 2) + 2;
  if (typeof value === 'boolean' || value === null) return 1;
  if (isList(value)) return value.reduce<number>((sum, each) => sum + 1 + sizeOfValue(each), 3);
  return Object.entries(value).reduce((sum, [name, each]) => sum + 1 + bytes(name) + sizeOfValue(each), 3);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const depthOf = (value: Value): number => (typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf)));

/** What the wire would not carry: the SDK refuses it before DynamoDB does. */
export function checkNumbers(value: Value | undefined): void {
  if (typeof value === 'number' && !(Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isInteger(value)))) throw new ValidationException(`${value} is no number that can be stored`);
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) checkNumbers(each);
}

export function checkItem(table: TableName, item: Item | undefined): void {
  if (!item) return;
  const { pk, sk } = item;
  if (pk === '' || sk === '') throw new ValidationException('a key is empty');
  if (bytes(pk) > LARGEST_PARTITION_KEY || bytes(sk) > LARGEST_SORT_KEY) throw new ValidationException('a key is too long');
  for (const name of shapes[table].indexes.flatMap((index) => [index.pk, index.sk]))
    if (item[name] !== undefined && (typeof item[name] !== 'string' || item[name] === '')) throw new ValidationException(`${name} is the key of an index and no text`);
  if (sizeOf(item) > LARGEST_ITEM) throw new ValidationException('an item is larger than 400 KB');
  if (Math.max(...Object.values(item).map(depthOf)) > DEEPEST) throw new ValidationException('an item is nested too deep');
}

export function checkTransaction(writes: readonly Write[]): void {
  if (writes.length === 0 || writes.length > MOST_IN_ONE_TRANSACTION) throw new ValidationException(`a transaction of ${writes.length} writes`);
  const size = writes.reduce((sum, write) => sum + ('put' in write ? sizeOf(write.put) : 'update' in write ? sizeOf({ ...write.update, ...write.set, ...write.setIfAbsent }) : 0), 0);
  if (size > LARGEST_TRANSACTION) throw new ValidationException('a transaction of more than 4 MB');
}

export function checkQuery(query: Query, index: IndexShape | undefined): void {
  const { skBeginsWith, skAtLeast, skAtMost, filter, limit } = query;
  if (skBeginsWith !== undefined && (skAtLeast !== undefined || skAtMost !== undefined)) throw new ValidationException('two conditions on the sort key');
  if (skAtLeast !== undefined && skAtMost !== undefined && byBytes(skAtLeast, skAtMost) > 0) throw new ValidationException('a range whose end comes before its beginning');
  if (limit !== undefined && limit < 1) throw new ValidationException('a page of nothing');
  const keys = index ? [index.pk, index.sk] : ['pk', 'sk'];
  if (filter && attributesIn(filter).some((name) => keys.includes(name))) throw new ValidationException('a filter of key attributes');
}

function attributesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(attributesIn);
  if ('any' in condition) return condition.any.flatMap(attributesIn);
  if ('item' in condition) return ['pk'];
  if ('in' in condition && condition.in.length > MOST_ALTERNATIVES) throw new ValidationException('more than a hundred alternatives');
  return 'below' in condition ? [condition.attribute, condition.below] : [condition.attribute];
}
