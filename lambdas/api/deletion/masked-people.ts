import { readPeople } from '../../adapters/people.ts';
import type { Store } from '../../adapters/store.ts';
import type { Vault } from '../../adapters/vault.ts';
import type { DeletionRequest } from '../../domain/deletion-request.ts';
import { maskedAddress } from '../../domain/email-address.ts';
import { personalOf } from '../users/person-view.ts';

/** Whom each request is about, by user id; whoever cannot be read any more is left out. */
export async function maskedPeople({ store, vault }: { readonly store: Store; readonly vault: Vault }, requests: readonly Pick<DeletionRequest, 'tenantId' | 'userId'>[]): Promise<ReadonlyMap<string, string>> {
  const subjects = new Map(requests.map(({ tenantId, userId }) => [userId, { tenantId, userId }]));
  const people = await readPeople(store, [...subjects.values()]);
  const named = await Promise.all(people.map(async (person) => ({ userId: person.subject.userId, personal: await personalOf(vault, person) })));
  return new Map(named.flatMap(({ userId, personal }) => (personal ? [[userId, maskedAddress(personal.email)]] : [])));
}
