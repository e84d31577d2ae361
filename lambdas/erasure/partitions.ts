import type { Item, Page, Query, Store } from '../adapters/store.ts';
import type { Place } from './place.ts';
import type { Area } from './sweep.ts';

/** Areas that lie in one partition are read together: what is between them costs less than to ask for each. */
export interface Partition extends Place { readonly areas: readonly Area[] }

const lower = (one: string, other: string): string => (one < other ? one : other);
const higher = (one: string, other: string): string => (one > other ? one : other);

/** In the order in which the first area of each stands. */
export const partitionsOf = (areas: readonly Area[]): readonly Partition[] => areas.reduce<readonly Partition[]>((all, area) => {
  const { table, pk, from, upTo } = area;
  const known = all.find((each) => each.table === table && each.pk === pk);
  if (!known) return [...all, { table, pk, from, upTo, areas: [area] }];
  return all.map((each) => (each === known ? { ...each, from: lower(each.from, from), upTo: higher(each.upTo, upTo), areas: [...each.areas, area] } : each));
}, []);

export const isSame = (one: Pick<Place, 'table' | 'pk'>) => (other: Pick<Place, 'table' | 'pk'>): boolean => one.table === other.table && one.pk === other.pk;

/** Undefined for what only lies between them. */
export const areaOf = ({ areas }: Pick<Partition, 'areas'>, { sk }: Pick<Item, 'sk'>): Area | undefined => areas.find(({ from, upTo }) => from <= sk && sk <= upTo);

type How = Pick<Query, 'keysOnly' | 'cursor'> & { readonly limit: number };
/** The tables answer a megabyte at a time; of small items no more than the limit says. */
export const pageOf = (store: Store, { table, pk, from, upTo }: Place, how: How): Promise<Page> => store.query({ table, pk, skAtLeast: from, skAtMost: upTo, ...how });
