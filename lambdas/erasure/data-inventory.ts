import type { Item, TableName } from '../adapters/store.ts';
import type { DataCategory } from '../domain/legal-hold.ts';
import { identityKinds } from './inventory/identity.ts';
import { ledgerKinds } from './inventory/ledger.ts';
import { otherKinds } from './inventory/others.ts';

/**
 * Every kind of item that any table holds, with every attribute: what category of data it is, on what basis it is kept, for how long,
 * and how it is erased. What is not in here cannot be written: the tests' tables refuse it.
 */

/** What becomes of it when a person is erased; what holds nothing of a person, or ends by itself, is left alone. */
export type WayOfErasure =
  | 'deleted' | 'anonymised' | 'minimised'
  /** Destroyed key: whatever was sealed under it, wherever a copy lies, can be read by nobody. */
  | 'destroyed'
  /** Forgotten by the table at a time that is written in it; holds ids and keyed hashes only. */
  | 'expires'
  /** Holds random ids of the person, which lead nowhere once she is erased. */
  | 'stays, by a random id'
  | 'nothing of a person';

export interface StoredKind {
  readonly table: TableName;
  readonly name: string;
  readonly pk: RegExp;
  readonly sk: RegExp;
  readonly basis: string;
  readonly retention: string;
  readonly erasure: WayOfErasure;
  /** By category; one that ends in a star stands for all that begin so. */
  readonly attributes: Readonly<Partial<Record<DataCategory, readonly string[]>>>;
}

export const dataInventory: readonly StoredKind[] = [...identityKinds, ...ledgerKinds, ...otherKinds];

/** Of several that fit, the most particular comes first in its list. */
export const kindOf = (table: TableName, { pk, sk }: Pick<Item, 'pk' | 'sk'>): StoredKind | undefined =>
  dataInventory.find((kind) => kind.table === table && kind.pk.test(pk) && kind.sk.test(sk));

const KEYS: ReadonlySet<string> = new Set(['pk', 'sk']);
const names = (kind: StoredKind): readonly string[] => Object.values(kind.attributes).flat();
const covers = (name: string, attribute: string): boolean => (name.endsWith('*') ? attribute.startsWith(name.slice(0, -1)) : name === attribute);

/** What of an item nobody has declared, in words for whoever wrote it; empty where all of it is. */
export function undeclaredIn(table: TableName, item: Item): readonly string[] {
  const kind = kindOf(table, item);
  if (!kind) return [`an item ${item.pk} / ${item.sk} of the table ${table}`];
  return Object.keys(item).filter((attribute) => !KEYS.has(attribute) && !names(kind).some((name) => covers(name, attribute))).map((attribute) => `${attribute} of ${kind.name} in the table ${table}`);
}
