import * as z from 'zod/mini';
import { profileKey, type Subject } from './identity.ts';
import { asRead, type Store, type Write } from './store.ts';

const profileItem = z.object({ profile: z.string() });

/** As it is sealed; undefined for who never had one, such as a tenant's first administrator. */
export async function readProfile(store: Store, subject: Subject): Promise<string | undefined> {
  const item = await store.get('identity', profileKey(subject));
  return item && profileItem.parse(item).profile;
}

/** In place of the one that was read. */
export const profileKept = (subject: Subject, before: string | undefined, sealed: string, now: Date): Write => ({
  table: 'identity', update: profileKey(subject), set: { profile: sealed }, setIfAbsent: { createdAt: now.toISOString() }, if: asRead('profile', before),
});
