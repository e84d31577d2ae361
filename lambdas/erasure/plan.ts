import type { Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import type { Item, Store } from '../adapters/store.ts';
import { isInForce, type DataCategory, type LegalHold } from '../domain/legal-hold.ts';
import { categoryOf, dataInventory, type StoredKind } from './data-inventory.ts';
import { howErased, type Erased } from './erased-kinds.ts';
import { placeOf } from './place.ts';
import { whatRemains } from './remains.ts';
import { rangeOf, type Area } from './sweep.ts';

/** What becomes of the data of one person: where it lies, of what kind it is, in which phase it goes, and how. */
export interface Disposition extends Area, Erased {
  readonly category: DataCategory;
  /** What of it only the person's key can open: it cannot be kept without the key. */
  readonly sealed?: true;
}

/** All that the inventory says is somebody's and goes by itself; the account goes last, with its address, in the transaction that ends the phase. */
export const dispositionsOf = ({ tenantId, userId }: Subject): readonly Disposition[] => dataInventory.flatMap((kind) => {
  const how = howErased(kind);
  const place = how && placeOf(kind, { tenantId, userId });
  return place ? [{ ...about(kind, { tenantId, userId }), ...how, ...place }] : [];
});

const about = (kind: StoredKind, subject: Subject): Pick<Disposition, 'name' | 'category' | 'sealed' | 'rewritten'> => {
  const { name, counted = name, sealed, remains } = kind;
  return { name: counted, category: categoryOf(kind), ...(sealed && { sealed: true }), ...(remains && { rewritten: (item: Item, now: Date) => whatRemains(remains, item, { subject, now }) }) };
};

/** What the law wants kept for now is left out. */
export const isHeldBy = (hold: LegalHold | undefined, now: Date) => ({ category }: Pick<Disposition, 'category'>): boolean =>
  isInForce(hold, now) && (hold.categories === undefined || hold.categories.includes(category));

export interface PlanLine { readonly name: string; readonly table: string; readonly category: DataCategory; readonly way: string; readonly count: number; readonly held: boolean }

/** How much of everything there is, and what becomes of it. */
export async function planOf(store: Store, subject: Subject, hold: LegalHold | undefined, now: Date): Promise<readonly PlanLine[]> {
  const held = isHeldBy(hold, now);
  return Promise.all(dispositionsOf(subject).map(async (each) => ({
    name: each.name, table: each.table, category: each.category, way: each.way, count: await countIn(store, each), held: held(each),
  })));
}

async function countIn(store: Store, area: Area): Promise<number> {
  let count = 0;
  for await (const items of eachPage((from) => store.query({ ...rangeOf(area), limit: 2_000, ...from }))) count += items.length;
  return count;
}
