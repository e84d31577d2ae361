import type { Query, TableName } from '../adapters/store.ts';
import { dataInventory, type StoredKind } from './data-inventory.ts';

/** A kind as it must be found, if at all: how its sort keys begin there, and which attributes may be left of an item. */
export interface VerifiedKind { readonly kind: StoredKind; readonly begins: string; readonly keeps: ReadonlySet<string> }
/** A place where somebody may have something, and the kinds of which the inventory says that they lie there. */
export interface VerifiedPlace extends Pick<Query, 'table' | 'pk' | 'skAtLeast' | 'skAtMost'> { readonly kinds: readonly VerifiedKind[] }

export interface Known { readonly tenantId: string; readonly userId: string; readonly requestId: string; readonly blindIndex: string }
type Names = Readonly<Record<string, string>>;

/** What of a key says whose it is. */
const HERS = /\{(?:userId|requestId|blindIndex|runId)\}/;
/** By the time of a verification her address may be somebody else's, and what else lies with it too. */
const PERHAPS_HERS = '{blindIndex}';
const OPEN = /[{*]/;
const LAST = '\uffff';

const withNames = (pattern: string, names: Names): string => Object.entries(names).reduce((text, [name, value]) => text.split(`{${name}}`).join(value), pattern);
const beginOf = (pattern: string): string => pattern.split(OPEN)[0] ?? '';

/** What ends by itself where her address was may be somebody else's. */
const isLookedAt = ({ erasure, pk }: StoredKind): boolean => erasure !== 'nothing of a person' && !(erasure === 'expires' && pk.includes(PERHAPS_HERS));
/** What this deletion itself still needs, and goes when it ends. */
export const isOfDeletion = ({ erasure, pk }: StoredKind): boolean => erasure === 'destroyed' && pk.includes('{requestId}');
/** Her address is hers while it names her. */
export const mayBeSomebodyElses = ({ pk }: StoredKind): boolean => pk.includes(PERHAPS_HERS);

/** Which attributes may be left of an item. */
export const keptOf = ({ remains }: StoredKind): ReadonlySet<string> =>
  new Set(['pk', 'sk', ...remains?.keeps ?? [], ...(remains ? [remains.marked] : []), ...(remains?.forDays === undefined ? [] : ['expiresAt'])]);

/** Whole partitions where they are hers, so that nothing is missed that lies beside what belongs there. */
function placeIn(kind: StoredKind, names: Names): VerifiedPlace | undefined {
  const [pk, sk] = [withNames(kind.pk, names), withNames(kind.sk, names)];
  if (OPEN.test(pk) || !HERS.test(kind.pk + kind.sk) || !isLookedAt(kind)) return undefined;
  const place = { table: kind.table, pk, kinds: [{ kind, begins: beginOf(sk), keeps: keptOf(kind) }] };
  return HERS.test(kind.pk) && !mayBeSomebodyElses(kind) ? place : { ...place, skAtLeast: beginOf(sk), skAtMost: OPEN.test(sk) ? beginOf(sk) + LAST : sk };
}

const isSame = (one: VerifiedPlace, other: VerifiedPlace): boolean => one.table === other.table && one.pk === other.pk && one.skAtLeast === other.skAtLeast;

const placesWith = (names: Names): readonly VerifiedPlace[] => dataInventory.reduce<readonly VerifiedPlace[]>((places, kind) => {
  const place = placeIn(kind, names);
  if (!place) return places;
  return places.some((each) => isSame(each, place)) ? places.map((each) => (isSame(each, place) ? { ...each, kinds: [...each.kinds, ...place.kinds] } : each)) : [...places, place];
}, []);

/** What lies below her, what points to her, what happened to her, and what is known of her deletion. */
export const placesOfPerson = ({ tenantId, userId, requestId, blindIndex }: Known): readonly VerifiedPlace[] =>
  placesWith({ tenantId, userId, requestId, blindIndex }).filter(({ kinds }) => !kinds.every(({ kind }) => isOfDeletion(kind)));
/** Every run about her has a partition of its own. */
export const placesOfRun = (runId: string): readonly VerifiedPlace[] => placesWith({ runId });

/** Undefined for what nobody has declared there. */
export const kindIn = ({ kinds }: VerifiedPlace, sk: string): VerifiedKind | undefined => kinds.find(({ kind, begins }) => (OPEN.test(kind.sk) ? sk.startsWith(begins) : sk === begins));

export const labelOf = (table: TableName, sk: string): string => (table === 'audit' ? 'ENTRY' : sk.split('#')[0] ?? '');
