import * as z from 'zod/mini';
import { identifier } from '../domain/identifier.ts';
import { created, registrationKey, type Subject } from './identity.ts';
import type { Store, Write } from './store.ts';

const registrationItem = z.object({ tenantId: identifier, kind: z.enum(['account', 'decoy']), acceptedAt: z.string() });
export type Registration = z.infer<typeof registrationItem>;

/** The page of a registration tells its progress for as long. */
const KEPT_DAYS = 30;

/** By which the public status page finds a registration, and a decoy all the same. */
export const registrationNoted = ({ tenantId, userId }: Subject, kind: Registration['kind'], now: Date): Write =>
  created(registrationKey(userId), {
    tenantId, kind, acceptedAt: now.toISOString(), expiresAt: Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400,
  });

export async function readRegistration(store: Store, userId: string): Promise<Registration | undefined> {
  const item = await store.get('identity', registrationKey(userId));
  return item && registrationItem.parse(item);
}
