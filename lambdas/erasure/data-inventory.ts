import type { Item, TableName } from '../adapters/store.ts';
import type { DataCategory } from '../domain/legal-hold.ts';
import { identityKinds } from './inventory/identity.ts';
import { ledgerKinds } from './inventory/ledger.ts';
import { otherKinds } from './inventory/others.ts';

/**
 * Every kind of item that any table holds, with every attribute: what category of data it is, on what basis it is kept, for how long,
 * and how it is erased. What is not in here cannot be written: the tests' tables refuse it. What is in here as somebody's is erased,
 * assessed and verified without being named anywhere else.
 */

/** What becomes of it when a person is erased; what holds nothing of a person, or ends by itself, is left alone. */
export type WayOfErasure =
  | 'deleted' | 'anonymised' | 'minimised'
  /** In the one transaction that ends the deletion of what belongs to it. */
  | 'deleted with the account'
  /** Destroyed key: whatever was sealed under it, wherever a copy lies, can be read by nobody. */
  | 'destroyed'
  /** Forgotten by the table at a time that is written in it; holds ids and keyed hashes only. */
  | 'expires'
  /** Holds random ids of the person, which lead nowhere once she is erased. */
  | 'stays, by a random id'
  | 'nothing of a person';

/** What stays of an item in its place: these attributes and the mark, and where there is an end, when it is. */
export interface Remains { readonly marked: string; readonly keeps: readonly string[]; readonly forDays?: number }

export interface StoredKind {
  readonly table: TableName;
  readonly name: string;
  /** Keys: a part in braces is known by that name, `{userId}` whose it is; a star at the end is whatever follows. */
  readonly pk: string;
  readonly sk: string;
  readonly basis: string;
  readonly retention: string;
  readonly erasure: WayOfErasure;
  /** What many of it are called where they are counted, if not as one is. */
  readonly counted?: string;
  /** Lets somebody in: goes before anything else does. */
  readonly letsIn?: true;
  /** Attributes that only the key of the person can open. */
  readonly sealed?: readonly string[];
  readonly remains?: Remains;
  /** By category, first the one with which all of it is held; one that ends in a star stands for all that begin so. */
  readonly attributes: Readonly<Partial<Record<DataCategory, readonly string[]>>>;
}

export const dataInventory: readonly StoredKind[] = [...identityKinds, ...ledgerKinds, ...otherKinds];

/** With what a legal hold keeps it. */
export function categoryOf({ name, attributes }: StoredKind): DataCategory {
  const [first] = Object.keys(attributes) as DataCategory[];
  if (!first) throw new Error(`the inventory names no attribute of: ${name}`);
  return first;
}

const LITERAL = /[.*+?^$()[\]\\|]/g;
/** A key as the inventory writes it, as an expression that it fits. */
const fits = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/\*$/, '{rest}').replaceAll(LITERAL, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'rest' ? '.*' : '[^#]+'))}$`, 'su');
const expressions = new Map<string, RegExp>();
function fitsInto(key: string, pattern: string): boolean {
  const known = expressions.get(pattern) ?? fits(pattern);
  expressions.set(pattern, known);
  return known.test(key);
}

/** Of several that fit, the most particular comes first in its list. */
export const kindOf = (table: TableName, { pk, sk }: Pick<Item, 'pk' | 'sk'>): StoredKind | undefined =>
  dataInventory.find((kind) => kind.table === table && fitsInto(pk, kind.pk) && fitsInto(sk, kind.sk));

const KEYS: ReadonlySet<string> = new Set(['pk', 'sk']);
const names = (kind: StoredKind): readonly string[] => Object.values(kind.attributes).flat();
const covers = (name: string, attribute: string): boolean => (name.endsWith('*') ? attribute.startsWith(name.slice(0, -1)) : name === attribute);

/** What of an item nobody has declared, in words for whoever wrote it; empty where all of it is. */
export function undeclaredIn(table: TableName, item: Item): readonly string[] {
  const kind = kindOf(table, item);
  if (!kind) return [`an item ${item.pk} / ${item.sk} of the table ${table}`];
  return Object.keys(item).filter((attribute) => !KEYS.has(attribute) && !names(kind).some((name) => covers(name, attribute))).map((attribute) => `${attribute} of ${kind.name} in the table ${table}`);
}
