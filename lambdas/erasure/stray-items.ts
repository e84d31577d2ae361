import type { Item, TableName } from '../adapters/store.ts';
import type { DataCategory } from '../domain/legal-hold.ts';
import { categoryOf, kindOf, type StoredKind } from './data-inventory.ts';
import { mayStand } from './verification.ts';
import { keptOf } from './verified-places.ts';

/** Of somebody who was erased nobody knows more than this any more. */
export interface Gone { readonly tenantId: string; readonly requestId: string; readonly held: readonly DataCategory[] }
export interface KnownGone { readonly people: ReadonlyMap<string, Gone>; readonly deletions: ReadonlySet<string> }

const USER_ID = /usr_[\w-]{22}/g;

/**
 * Whether an item is of somebody who is erased and should not be there, by its keys and by the inventory; answers the deletion. Without
 * the person's data no value can be searched for: an item that names her in words and nowhere by her id is not found here, but by the
 * verification, while the seal still knew her.
 */
export function strayIn(table: TableName, item: Item, { people, deletions }: KnownGone): string | undefined {
  const kind = kindOf(table, item);
  const sealed = kind?.erasure === 'destroyed' ? /#DELETION#([^#]+)$/.exec(item.pk)?.[1] : undefined;
  if (sealed !== undefined) return deletions.has(sealed) ? sealed : undefined;
  const userId = ownersOf(kind, item).find((id) => people.has(id));
  const gone = userId === undefined ? undefined : people.get(userId);
  return userId === undefined || !gone || isHeld(kind, gone) || (kind && mayStand({ kind, keeps: keptOf(kind) }, item, userId)) ? undefined : gone.requestId;
}

/** Who is named where it says whose it is; that somebody else's item mentions her random id leads nowhere. */
function ownersOf(kind: StoredKind | undefined, { pk, sk, userId }: Item): readonly string[] {
  if (kind?.pk.includes('{blindIndex}')) return typeof userId === 'string' ? [userId] : [];
  return !kind || `${kind.pk} ${kind.sk}`.includes('{userId}') ? `${pk} ${sk}`.match(USER_ID) ?? [] : [];
}

function isHeld(kind: StoredKind | undefined, { held }: Gone): boolean {
  if (!kind || held.length === 0) return false;
  return kind.erasure === 'destroyed' || held.includes(kind.erasure === 'deleted with the account' ? 'identity' : categoryOf(kind));
}
