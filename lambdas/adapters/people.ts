import { authorizationItem, authorizationKey, subjectIn, userItem, userKey, type Subject, type User } from './identity.ts';
import { readAll } from './pages.ts';
import type { Item, Store } from './store.ts';

/** Who belongs to a tenant: a mark on the account's own item, so that whoever goes is not listed any more. */
export const peopleIndex = { name: 'people', pk: 'peopleOf', sk: 'joinedOrder' } as const;

const peopleOf = (tenantId: string): string => `TENANT#${tenantId}#PEOPLE`;
export const listed = ({ tenantId, userId }: Subject, now: Date): Readonly<Record<'peopleOf' | 'joinedOrder', string>> =>
  ({ peopleOf: peopleOf(tenantId), joinedOrder: `${now.toISOString()}#${userId}` });

interface Paging { readonly limit: number; readonly cursor?: string | undefined }

/** An account with the roles it has; what is personal in it is sealed. */
export interface PersonRecord { readonly subject: Subject; readonly user: User; readonly roleIds: readonly string[] }

/** Newest first. */
export async function listPeople(store: Store, tenantId: string, { limit, cursor: from }: Paging): Promise<{ people: readonly PersonRecord[]; cursor?: string }> {
  const { items, cursor } = await store.query({
    table: 'identity', index: peopleIndex, pk: peopleOf(tenantId), descending: true, limit, ...(from !== undefined && { cursor: from }),
  });
  return { people: await readPeople(store, items.map(subjectIn)), ...(cursor !== undefined && { cursor }) };
}

/** In their order; whoever is gone is left out. An account is two reads. */
export async function readPeople(store: Store, subjects: readonly Subject[]): Promise<readonly PersonRecord[]> {
  const items = await readAll(store, subjects.flatMap((subject) => [userKey(subject), authorizationKey(subject)]).map((key) => ({ table: 'identity', key })));
  return subjects.flatMap((subject, at) => personFrom(subject, items[2 * at], items[2 * at + 1]));
}

const personFrom = (subject: Subject, user: Item | undefined, authorization: Item | undefined): readonly PersonRecord[] =>
  (user && authorization ? [{ subject, user: userItem.parse(user), roleIds: authorizationItem.parse(authorization).roleIds }] : []);
