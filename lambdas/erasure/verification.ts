import { type NamedDeletion } from '../adapters/deletion-requests.ts';
import type { Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import { runsOfSubject } from '../adapters/run-ledger.ts';
import type { Item, Store } from '../adapters/store.ts';
import { isInForce, type DataCategory, type LegalHold } from '../domain/legal-hold.ts';
import { categoryOf, dataInventory, type StoredKind } from './data-inventory.ts';
import type { SealedPerson } from './seal.ts';
import { searchFor, textsOf, type Search } from './value-search.ts';
import { kindIn, labelOf, placesOfPerson, placesOfRun, type VerifiedPlace } from './verified-places.ts';

/** What is left of somebody of whom nothing should be left: where, never what. */
export interface Residue {
  readonly table: string; readonly kind: string;
  /** Where one of her values was found; absent where the item should not be there at all. */
  readonly attribute?: string;
}

export interface ToVerify {
  readonly subject: Subject;
  readonly request: NamedDeletion;
  readonly person: SealedPerson;
  readonly hold: LegalHold | undefined;
  readonly now: Date;
}

/**
 * Whoever verifies knows what there can be from the inventory and nothing of how it was erased, and shares no code with it: an error
 * made there must not be made here too. By absence: in the places where a person has something only that lies which may. By value:
 * whatever is reachable from her holds nothing by which she is recognised, in any form; a name only where words may stand.
 */
export async function residueOf(store: Store, about: ToVerify): Promise<readonly Residue[]> {
  const left: Residue[] = [];
  const search = searches(about.person);
  for (const place of await placesOf(store, about)) {
    const { kinds: _, ...range } = place;
    for await (const items of eachPage((from) => store.query({ ...range, limit: 1_000, ...from })))
      for (const item of items) left.push(...wrongWith(place, item, about, search));
  }
  return left;
}

async function placesOf(store: Store, { subject: { tenantId, userId }, request: { requestId }, person }: ToVerify): Promise<readonly VerifiedPlace[]> {
  const runs: VerifiedPlace[] = [];
  for await (const entries of eachPage((from) => store.query({ table: 'ledger', pk: runsOfSubject(tenantId, userId), ...from })))
    runs.push(...entries.flatMap(({ runId }) => (typeof runId === 'string' ? placesOfRun(runId) : [])));
  return [...placesOfPerson({ tenantId, userId, requestId, blindIndex: person.identity.blindIndex }), ...runs];
}

const holds = ({ hold, now }: Pick<ToVerify, 'hold' | 'now'>, category: DataCategory): boolean => isInForce(hold, now) && (hold.categories === undefined || hold.categories.includes(category));
/** A hold of everything keeps what nobody knows; and whatever is kept and sealed needs its key. */
function isHeld(kind: StoredKind | undefined, about: ToVerify): boolean {
  if (!kind) return isInForce(about.hold, about.now) && about.hold.categories === undefined;
  if (kind.erasure === 'destroyed') return holds(about, 'identity') || dataInventory.some((each) => each.sealed && holds(about, categoryOf(each)));
  return holds(about, kind.erasure === 'deleted with the account' ? 'identity' : categoryOf(kind));
}

const KEYS = ['pk', 'sk'] as const;
/** Whether this may lie there at all, and with these attributes. */
function mayStand(kind: StoredKind | undefined, item: Item, userId: string): boolean {
  if (!kind) return false;
  const { erasure, remains } = kind;
  if (!remains) return erasure === 'expires' || erasure === 'stays, by a random id';
  const names: ReadonlySet<string> = new Set([...KEYS, ...remains.keeps, remains.marked, ...(remains.forDays === undefined ? [] : ['expiresAt'])]);
  const ends = remains.forDays === undefined || typeof item['expiresAt'] === 'number';
  return item[remains.marked] === true && ends && item['actor'] !== userId && Object.keys(item).every((name) => names.has(name));
}

/** Words of ours and ids, in which somebody may happen to be called as they are. */
const CODES: ReadonlySet<string> = new Set(['pk', 'sk', 'tenantId', 'type', 'status', 'action', 'kind', 'step', 'phase', 'name', 'category', 'way', 'table', 'watchShard', 'tenantRuns', 'startedOrder', 'pendingShard', 'unclaimedShard']);

interface Searches { readonly anywhere: Search; readonly names: Search }
function searches({ contact, identity }: SealedPerson): Searches {
  const names = contact ? [contact.firstName, contact.lastName] : [];
  const isName = new Set(names);
  return { anywhere: searchFor([...identity.values.filter((value) => !isName.has(value)), ...(contact ? [`${contact.firstName} ${contact.lastName}`] : [])]), names: searchFor(names) };
}

/** What this deletion itself still needs, and goes when it ends. */
const isOfDeletion = (kind: StoredKind | undefined): boolean => kind?.erasure === 'destroyed' && kind.pk.includes('{requestId}');
/** Her address may be somebody else's by now. */
const isSomebodyElses = (kind: StoredKind | undefined, item: Item, userId: string): boolean => kind?.pk.includes('{blindIndex}') === true && item['userId'] !== userId;

function wrongWith(place: VerifiedPlace, item: Item, about: ToVerify, { anywhere, names }: Searches): readonly Residue[] {
  const { subject: { userId } } = about;
  const kind = kindIn(place, item.sk);
  if (isOfDeletion(kind) || isSomebodyElses(kind, item, userId) || isHeld(kind, about)) return [];
  const where = { table: place.table, kind: labelOf(place.table, item.sk) };
  if (!mayStand(kind, item, userId)) return [where];
  // Her id is random and stays; that somebody is called like his id is of no importance.
  const found = [...textsOf(item)].find(({ attribute, text }) => anywhere.matches(text) || (!CODES.has(attribute) && text !== userId && names.matches(text)));
  return found ? [{ ...where, attribute: found.attribute }] : [];
}
