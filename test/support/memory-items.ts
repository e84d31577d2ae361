import type { Changes, Condition, Item, Key, Scalar, Value } from '../../lambdas/adapters/store.ts';

/** What DynamoDB answers to a request that it does not even try. */
export class ValidationException extends Error {
  override readonly name = 'ValidationException';
}

/** Strings compare by their bytes, and what has another type or is missing compares with nothing. */
export function holds(condition: Condition, item: Item | undefined): boolean {
  if ('all' in condition) return notEmpty(condition.all).every((each) => holds(each, item));
  if ('any' in condition) return notEmpty(condition.any).some((each) => holds(each, item));
  if ('item' in condition) return (condition.item === 'present') === (item !== undefined);
  const value = item?.[condition.attribute];
  if ('below' in condition) {
    const limit = item?.[condition.below];
    return (typeof limit === 'string' || typeof limit === 'number') && (compared(value, limit) ?? 0) < 0;
  }
  if ('in' in condition) return notEmpty(condition.in).some((each) => each === value);
  if (!('value' in condition)) return (condition.is === 'present') === (value !== undefined);
  if (condition.is === '=') return value === condition.value;
  if (condition.is === '<>') return value !== condition.value;
  const order = compared(value, condition.value);
  if (order === undefined) return false;
  return condition.is === '<' ? order < 0 : condition.is === '<=' ? order <= 0 : condition.is === '>' ? order > 0 : order >= 0;
}

/** DynamoDB has no expression without operands. */
function notEmpty<T>(operands: readonly T[]): readonly T[] {
  if (operands.length === 0) throw new ValidationException('an expression without operands');
  return operands;
}

/** Where no pair of surrogates is about, code units are in the order of bytes. */
const PAIRED = /[\ud800-\udfff]/;
export const byBytes = (one: string, other: string): number => {
  if (PAIRED.test(one) || PAIRED.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : one > other ? 1 : 0;
};

function compared(value: Value | undefined, with_: Scalar): number | undefined {
  if (typeof value === 'string' && typeof with_ === 'string') return byBytes(value, with_);
  if (typeof value === 'number' && typeof with_ === 'number') return value - with_;
  return undefined;
}

/** The item as it is after the update; an absent one is made. */
export function changed(before: Item | undefined, key: Key, changes: Changes): Item {
  const { set = {}, setIfAbsent = {}, add = {}, remove = [] } = changes;
  const touched = [...Object.keys(set), ...Object.keys(setIfAbsent), ...Object.keys(add), ...remove];
  if (touched.length === 0) throw new ValidationException('an update without changes');
  if (new Set(touched).size < touched.length) throw new ValidationException('two paths of an update overlap');
  if (touched.includes('pk') || touched.includes('sk')) throw new ValidationException('a key cannot be updated');
  const after: Record<string, Value> = { ...before, pk: key.pk, sk: key.sk };
  for (const [attribute, value] of Object.entries(set)) after[attribute] = defined(attribute, value);
  for (const [attribute, value] of Object.entries(setIfAbsent)) if (!before || !(attribute in before)) after[attribute] = defined(attribute, value);
  for (const [attribute, value] of Object.entries(add)) after[attribute] = sum(attribute, before?.[attribute], value);
  for (const attribute of remove) delete after[attribute];
  return after as Item;
}

function defined(attribute: string, value: Value | undefined): Value {
  if (value === undefined) throw new ValidationException(`no value for ${attribute}`);
  return value;
}

function sum(attribute: string, before: Value | undefined, by: number): number {
  if (before !== undefined && typeof before !== 'number') throw new ValidationException(`${attribute} is no number`);
  return (before ?? 0) + by;
}

/** A copy that shares nothing with the original, without undefined attributes: what a wire would leave of it. */
export const copied = <T extends Item | undefined>(item: T): T => (item === undefined ? item : JSON.parse(JSON.stringify(item)) as T);
