import type { NamedDeletion } from '../adapters/deletion-requests.ts';
import { placeGivenBack } from '../adapters/gate.ts';
import { addressKey, administratorKey, authorizationKey, invitationKey, readOwner, readUser, registrationKey, removed, userKey, type Subject } from '../adapters/identity.ts';
import { equal, type Store, type Write } from '../adapters/store.ts';
import { requestsForgotten } from '../adapters/mail-requests.ts';
import type { Vault } from '../adapters/vault.ts';
import { openSeal } from './seal.ts';

/**
 * The account itself, what makes it findable, and the place it took. Whoever has the address by then is somebody else, and keeps it.
 * When the account is gone already, the seal still knows which address was its own.
 */
export async function accountErased({ store, vault }: { readonly store: Store; readonly vault: Vault }, subject: Subject, named: NamedDeletion): Promise<readonly Write[]> {
  const user = await readUser(store, subject);
  const blindIndex = user?.blindIndex ?? (await openSeal(store, vault, named))?.identity.blindIndex;
  const address = blindIndex === undefined ? undefined : addressKey(subject.tenantId, blindIndex);
  const own = address && await readOwner(store, address) === subject.userId;
  return [
    user ? { table: 'identity', delete: userKey(subject), if: equal('version', user.version) } : removed(userKey(subject)),
    removed(authorizationKey(subject)), removed(administratorKey(subject)), removed(registrationKey(subject.userId)),
    ...(address && own ? [{ table: 'identity', delete: address, if: equal('userId', subject.userId) } as const, ...requestsForgotten(subject.tenantId, blindIndex ?? '')] : []),
    ...(user?.invitationId === undefined ? [] : [removed(invitationKey({ tenantId: subject.tenantId, userId: user.invitationId }))]),
    ...(user?.gateShard === undefined ? [] : [placeGivenBack(subject.tenantId, user.gateShard)]),
  ];
}
