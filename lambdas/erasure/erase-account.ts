import type { NamedDeletion } from '../adapters/deletion-requests.ts';
import { placeGivenBack } from '../adapters/gate.ts';
import { addressKey, invitationKey, readOwner, readUser, removed, userKey, type Subject } from '../adapters/identity.ts';
import { equal, type Condition, type Key, type Store, type Write } from '../adapters/store.ts';
import { requestsForgotten } from '../adapters/mail-requests.ts';
import type { Vault } from '../adapters/vault.ts';
import { dataInventory } from './data-inventory.ts';
import { placeOf, type Place } from './place.ts';
import { openSeal } from './seal.ts';

/**
 * The account itself, what makes it findable, and the place it took. Whoever has the address by then is somebody else, and keeps it.
 * When the account is gone already, the seal still knows which address was its own.
 */
export async function accountErased({ store, vault }: { readonly store: Store; readonly vault: Vault }, subject: Subject, named: NamedDeletion): Promise<readonly Write[]> {
  const { tenantId, userId } = subject;
  const user = await readUser(store, subject);
  const blindIndex = user?.blindIndex ?? (await openSeal(store, vault, named))?.identity.blindIndex;
  const address = blindIndex === undefined ? undefined : addressKey(tenantId, blindIndex);
  const own = address && await readOwner(store, address) === userId ? address : undefined;
  const asRead: readonly (readonly [Key, Condition])[] = [...(user ? [[userKey(subject), equal('version', user.version)] as const] : []), ...(own ? [[own, equal('userId', userId)] as const] : [])];
  return [
    ...goesWithIt({ tenantId, userId, ...(own && blindIndex !== undefined && { blindIndex }) }, asRead),
    ...(own ? requestsForgotten(tenantId, blindIndex ?? '') : []),
    ...(user?.invitationId === undefined ? [] : [removed(invitationKey({ tenantId, userId: user.invitationId }))]),
    ...(user?.gateShard === undefined ? [] : [placeGivenBack(tenantId, user.gateShard)]),
  ];
}

/** As the inventory has it; what was read must still be so. */
const goesWithIt = (known: Readonly<Record<string, string>>, asRead: readonly (readonly [Key, Condition])[]): readonly Write[] => dataInventory.flatMap((kind): readonly Write[] => {
  const place = kind.erasure === 'deleted with the account' ? placeOf(kind, known) : undefined;
  if (!place) return [];
  const key = keyIn(place);
  const condition = asRead.find(([{ pk, sk }]) => pk === key.pk && sk === key.sk)?.[1];
  return [{ table: place.table, delete: key, ...(condition && { if: condition }) }];
});

function keyIn({ pk, from, upTo }: Place): Key {
  if (from !== upTo) throw new Error('what goes with the account is one item');
  return { pk, sk: from };
}
