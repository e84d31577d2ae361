import type { TableName } from '../adapters/store.ts';
import type { StoredKind } from './data-inventory.ts';

/** A stretch of a partition, both ends included. */
export interface Place { readonly table: TableName; readonly pk: string; readonly from: string; readonly upTo: string }

/** Sorts after whatever begins with a prefix; and before whatever a sort key begins with. */
const LAST = '\uffff';
const FIRST = ' ';
const NOT_KNOWN = /[{*]/;

/** Where the items of a kind lie that belong to what is known; undefined where their keys do not say so. */
export function placeOf({ table, pk, sk }: StoredKind, known: Readonly<Record<string, string>>): Place | undefined {
  const filled = (pattern: string): string => pattern.replaceAll(/\{(\w+)\}/g, (part, name: string) => known[name] ?? part);
  const [partition, sort] = [filled(pk), filled(sk)];
  if (NOT_KNOWN.test(partition) || !/\{(?:userId|blindIndex)\}/.test(pk + sk)) return undefined;
  const open = sort.search(NOT_KNOWN);
  return { table, pk: partition, ...(open < 0 ? { from: sort, upTo: sort } : { from: sort.slice(0, open) || FIRST, upTo: sort.slice(0, open) + LAST }) };
}
