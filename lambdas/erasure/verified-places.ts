import { type Query, type TableName } from '../adapters/store.ts';
import { dataInventory, type StoredKind } from './data-inventory.ts';

/** A place where somebody may have something, and the kinds of which the inventory says that they lie there. */
export interface VerifiedPlace extends Pick<Query, 'table' | 'pk' | 'skAtLeast' | 'skAtMost'> { readonly kinds: readonly (StoredKind & { readonly begins: string })[] }

export interface Known { readonly tenantId: string; readonly userId: string; readonly requestId: string; readonly blindIndex: string }
type Names = Readonly<Record<string, string>>;

/** What of a key says whose it is. */
const HERS = /\{(?:userId|requestId|blindIndex|runId)\}/;
const OPEN = /[{*]/;
const LAST = '\uffff';

const withNames = (pattern: string, names: Names): string => Object.entries(names).reduce((text, [name, value]) => text.split(`{${name}}`).join(value), pattern);
const beginOf = (pattern: string): string => pattern.split(OPEN)[0] ?? '';

/** Whole partitions where they are hers, so that nothing is missed that lies beside what belongs there. */
function placeIn(kind: StoredKind, names: Names): VerifiedPlace | undefined {
  const [pk, sk] = [withNames(kind.pk, names), withNames(kind.sk, names)];
  if (OPEN.test(pk) || !(HERS.test(kind.pk) || HERS.test(kind.sk)) || kind.erasure === 'nothing of a person') return undefined;
  const kinds = [{ ...kind, begins: beginOf(sk) }];
  if (HERS.test(kind.pk)) return { table: kind.table, pk, kinds };
  return { table: kind.table, pk, skAtLeast: beginOf(sk), skAtMost: OPEN.test(sk) ? beginOf(sk) + LAST : sk, kinds };
}

const isSame = (one: VerifiedPlace, other: VerifiedPlace): boolean => one.table === other.table && one.pk === other.pk && one.skAtLeast === other.skAtLeast;

const placesWith = (names: Names): readonly VerifiedPlace[] => dataInventory.reduce<readonly VerifiedPlace[]>((places, kind) => {
  const place = placeIn(kind, names);
  if (!place) return places;
  return places.some((each) => isSame(each, place)) ? places.map((each) => (isSame(each, place) ? { ...each, kinds: [...each.kinds, ...place.kinds] } : each)) : [...places, place];
}, []);

/** What lies below her, what points to her, what happened to her, and what is known of her deletion. */
export const placesOfPerson = ({ tenantId, userId, requestId, blindIndex }: Known): readonly VerifiedPlace[] => placesWith({ tenantId, userId, requestId, blindIndex });
/** Every run about her has a partition of its own. */
export const placesOfRun = (runId: string): readonly VerifiedPlace[] => placesWith({ runId });

/** Undefined for what nobody has declared there. */
export const kindIn = ({ kinds }: VerifiedPlace, sk: string): StoredKind | undefined => kinds.find(({ sk: pattern, begins }) => (OPEN.test(pattern) ? sk.startsWith(begins) : sk === pattern));

export const labelOf = (table: TableName, sk: string): string => (table === 'audit' ? 'ENTRY' : sk.split('#')[0] ?? '');
