import type { Subject } from '../adapters/identity.ts';
import type { Item } from '../adapters/store.ts';
import { whyKept, type KeptBack } from '../domain/kept-back.ts';
import type { DataCategory } from '../domain/legal-hold.ts';
import { categoryOf, dataInventory, type StoredKind } from './data-inventory.ts';
import { howErased, type Erased } from './erased-kinds.ts';
import { placeOf } from './place.ts';
import { whatRemains } from './remains.ts';
import type { Area } from './sweep.ts';

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

export interface PlannedWay {
  readonly name: string; readonly table: string; readonly category: DataCategory; readonly way: string;
  /** It is kept for now: why, until when, and on what ground. */
  readonly held: boolean; readonly reason?: 'legal_hold' | 'retention'; readonly until?: string; readonly basis?: string;
}
export interface PlanLine extends PlannedWay { readonly count: number }

/** What becomes of everything, before anybody has looked how much of it there is. */
export const plannedFor = (subject: Subject, kept: KeptBack, now: Date): readonly PlannedWay[] => dispositionsOf(subject).map((each) => plannedWay(each, kept, now));
const plannedWay = ({ name, table, category, way }: Disposition, kept: KeptBack, now: Date): PlannedWay => {
  const why = whyKept(kept, category, now);
  return { name, table, category, way, held: why !== undefined, ...why };
};

/** How much of everything there is, and what becomes of it. */
export const planOf = (subject: Subject, counts: Readonly<Record<string, number>>, kept: KeptBack, now: Date): readonly PlanLine[] =>
  plannedFor(subject, kept, now).map((each) => ({ ...each, count: counts[each.name] ?? 0 }));
