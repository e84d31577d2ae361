import * as z from 'zod/mini';
import type { NamedDeletion } from '../adapters/deletion-requests.ts';
import type { Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import type { Item, Page, Store } from '../adapters/store.ts';
import { isKept, type KeptBack } from '../domain/kept-back.ts';
import type { Progress } from '../domain/deletion-request.ts';
import { dataCategories, type DataCategory } from '../domain/legal-hold.ts';
import { categoryOf, dataInventory, type StoredKind } from './data-inventory.ts';
import type { SealedPerson } from './seal.ts';
import { searchFor, textsOf, type Search } from './value-search.ts';
import { isOfDeletion, kindIn, labelOf, mayBeSomebodyElses, placesOfPerson, placesOfRun, type VerifiedKind, type VerifiedPlace } from './verified-places.ts';

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
  readonly kept: KeptBack;
  readonly now: Date;
}

export interface VerifiedChunk {
  readonly checkpoint?: string;
  /** What this chunk has found, and how much it is from the beginning on. */
  readonly found: readonly Residue[];
  readonly left: number;
  readonly places: Progress;
}

/** The place that is being looked through, where in it one goes on, and how much was found so far. */
const position = z.object({ table: z.string(), pk: z.string(), cursor: z.optional(z.string()), left: z.number() });

/** So much is looked at before that is noted: round trips, or items. */
const AT_ONCE = { trips: 25, items: 20_000 };
/** So many runs are looked through at the same time. */
const RUNS_AT_ONCE = 20;
const PAGE = 5_000;

/**
 * Whoever verifies knows what there can be from the inventory and nothing of how it was erased, and shares no code with it: an error
 * made there must not be made here too. By absence: in the places where a person has something only that lies which may. By value:
 * whatever is reachable from her holds nothing by which she is recognised, in any form; a name only where words may stand. One chunk
 * of it, from where the checkpoint says, and with all that was found before.
 */
export async function verifyChunk(store: Store, about: ToVerify, checkpoint: string | undefined): Promise<VerifiedChunk> {
  const begin = checkpoint === undefined ? undefined : position.parse(JSON.parse(checkpoint));
  const looking = { ...about, ...searches(about.person) };
  const places = placesOfPerson({ ...about.subject, requestId: about.request.requestId, blindIndex: about.person.identity.blindIndex });
  const [ones, many] = [places.filter(isOne), places.filter((each) => !isOne(each))];
  const found = begin ? [] : [...await inOnes(store, ones, looking)];
  const left = (): number => (begin?.left ?? 0) + found.length;
  const through = (done: number): Progress => ({ done, of: places.length });
  const spent = { trips: 0, items: 0 };
  let cursor = begin?.cursor;
  for (const place of many.slice(begin ? Math.max(0, many.findIndex(({ table, pk }) => table === begin.table && pk === begin.pk)) : 0)) {
    do {
      if (spent.trips >= AT_ONCE.trips || spent.items >= AT_ONCE.items) return { checkpoint: JSON.stringify({ table: place.table, pk: place.pk, cursor, left: left() }), found, left: left(), places: through(ones.length + many.indexOf(place)) };
      const page = await pageIn(store, place, cursor, isOfRuns(place) ? RUNS_AT_ONCE : PAGE);
      const runs = page.items.flatMap(({ runId }) => (isOfRuns(place) && typeof runId === 'string' ? placesOfRun(runId) : []));
      found.push(...page.items.flatMap((item) => wrongWith(place, item, looking)), ...(await Promise.all(runs.map((run) => inAllOf(store, run, looking)))).flat());
      spent.trips += 1 + runs.length;
      spent.items += page.items.length;
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
  return { found, left: left(), places: through(places.length) };
}

const isOne = ({ skAtLeast, skAtMost }: VerifiedPlace): boolean => skAtLeast !== undefined && skAtLeast === skAtMost;
const isOfRuns = ({ kinds }: VerifiedPlace): boolean => kinds.some(({ kind }) => kind.name === 'run of a person');

async function inOnes(store: Store, places: readonly VerifiedPlace[], looking: Looking): Promise<readonly Residue[]> {
  const items = await store.getMany(places.map(({ table, pk, skAtLeast = '' }) => ({ table, key: { pk, sk: skAtLeast } })));
  return places.flatMap((place, nth) => (items[nth] ? wrongWith(place, items[nth], looking) : []));
}

const pageIn = (store: Store, { table, pk, skAtLeast, skAtMost }: VerifiedPlace, cursor: string | undefined, limit = PAGE): Promise<Page> =>
  store.query({ table, pk, limit, ...(skAtLeast !== undefined && { skAtLeast }), ...(skAtMost !== undefined && { skAtMost }), ...(cursor !== undefined && { cursor }) });

async function inAllOf(store: Store, place: VerifiedPlace, looking: Looking): Promise<readonly Residue[]> {
  const found: Residue[] = [];
  for await (const items of eachPage(({ cursor }) => pageIn(store, place, cursor))) found.push(...items.flatMap((item) => wrongWith(place, item, looking)));
  return found;
}

const holds = ({ kept, now }: Pick<ToVerify, 'kept' | 'now'>, category: DataCategory): boolean => isKept(kept, category, now);
/** A hold of everything keeps what nobody knows; and whatever is kept and sealed needs its key. */
function isHeld(kind: StoredKind | undefined, about: ToVerify): boolean {
  if (!kind) return dataCategories.every((category) => holds(about, category));
  if (kind.erasure === 'destroyed') return holds(about, 'identity') || dataInventory.some((each) => each.sealed && holds(about, categoryOf(each)));
  return holds(about, kind.erasure === 'deleted with the account' ? 'identity' : categoryOf(kind));
}

/** Whether this may lie there at all, and with these attributes. */
export function mayStand({ kind, keeps }: Pick<VerifiedKind, 'kind' | 'keeps'>, item: Item, userId: string): boolean {
  const { erasure, remains } = kind;
  if (!remains) return erasure === 'expires' || erasure === 'stays, by a random id';
  const ends = remains.forDays === undefined || typeof item['expiresAt'] === 'number';
  return item[remains.marked] === true && ends && item['actor'] !== userId && Object.keys(item).every((name) => keeps.has(name));
}

/** Words of ours and ids, in which somebody may happen to be called as they are. */
const CODES: ReadonlySet<string> = new Set(['pk', 'sk', 'tenantId', 'type', 'status', 'action', 'kind', 'step', 'phase', 'name', 'category', 'way', 'table', 'watchShard', 'tenantRuns', 'startedOrder', 'pendingShard', 'unclaimedShard']);

interface Searches { readonly anywhere: Search; readonly names: Search }
function searches({ contact, identity }: SealedPerson): Searches {
  const names = contact ? [contact.firstName, contact.lastName] : [];
  const isName = new Set(names);
  return { anywhere: searchFor([...identity.values.filter((value) => !isName.has(value)), ...(contact ? [`${contact.firstName} ${contact.lastName}`] : [])]), names: searchFor(names) };
}

type Looking = ToVerify & Searches;
function wrongWith(place: VerifiedPlace, item: Item, looking: Looking): readonly Residue[] {
  const { subject: { userId }, anywhere, names } = looking;
  const known = kindIn(place, item.sk);
  if (known && (isOfDeletion(known.kind) || (mayBeSomebodyElses(known.kind) && item['userId'] !== userId))) return [];
  if (isHeld(known?.kind, looking)) return [];
  const where = { table: place.table, kind: labelOf(place.table, item.sk) };
  if (!known || !mayStand(known, item, userId)) return [where];
  // Her id is random and stays; that somebody is called like his id is of no importance.
  const found = [...textsOf(item)].find(({ attribute, text }) => anywhere.matches(text) || (!CODES.has(attribute) && text !== userId && names.matches(text)));
  return found ? [{ ...where, attribute: found.attribute }] : [];
}
